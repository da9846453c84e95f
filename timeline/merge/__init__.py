"""Reports of one event become one event, with the reasons, the disagreements and the links their sentences state."""

from timeline.merge._decisions import standing_decisions
from timeline.merge._lineage import redirects_since
from timeline.merge._merging import Merged, merge_mentions
from timeline.merge._records import cluster_records
from timeline.merge._responses import infer_responses, lag_days

__all__ = [
    "Merged",
    "cluster_records",
    "infer_responses",
    "lag_days",
    "merge_mentions",
    "redirects_since",
    "standing_decisions",
]
