"""Time expressions, anchored events and publication dates: the only room that knows the calendar."""

from timeline.times._article import sure_enough
from timeline.times._case_events import CaseEvents, case_events, counts_time
from timeline.times._conflicts import with_conflicts
from timeline.times._edtf import format_edtf, parse_edtf
from timeline.times._narrative import is_narrative
from timeline.times._tagger import Tagger

__all__ = [
    "CaseEvents",
    "Tagger",
    "case_events",
    "counts_time",
    "format_edtf",
    "is_narrative",
    "parse_edtf",
    "sure_enough",
    "with_conflicts",
]
