"""Reports of one event become one event, with the reasons, the disagreements and the links their sentences state."""

from timeline.merge._copies import find_copies, mark_copies
from timeline.merge._decisions import standing_decisions
from timeline.merge._lineage import redirects_since
from timeline.merge._merging import Merged, merge_mentions
from timeline.merge._records import cluster_records
from timeline.merge._responses import add_inferred_responses, infer_responses, lag_days

__all__ = [
    "Merged",
    "add_inferred_responses",
    "cluster_records",
    "find_copies",
    "infer_responses",
    "lag_days",
    "mark_copies",
    "merge_mentions",
    "redirects_since",
    "standing_decisions",
]
