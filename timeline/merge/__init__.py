"""Reports of one event become one event, with the reasons, the disagreements and the links their sentences state."""

from timeline.merge._added import check_added, check_edit
from timeline.merge._copies import find_copies, mark_copies
from timeline.merge._decisions import standing_decisions
from timeline.merge._edits import EDITABLE, edited_value
from timeline.merge._lineage import redirects_of
from timeline.merge._merging import Merged, merge_mentions
from timeline.merge._records import cluster_records
from timeline.merge._responses import add_inferred_responses, infer_responses, lag_days

__all__ = [
    "EDITABLE",
    "Merged",
    "add_inferred_responses",
    "check_added",
    "check_edit",
    "cluster_records",
    "edited_value",
    "find_copies",
    "infer_responses",
    "lag_days",
    "mark_copies",
    "merge_mentions",
    "redirects_of",
    "standing_decisions",
]
