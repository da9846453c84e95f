"""Time expressions, anchored events and publication dates: the only room that knows the calendar."""

from timeline.times._edtf import format_edtf, parse_edtf
from timeline.times._narrative import is_narrative
from timeline.times._tagger import Tagger

__all__ = ["Tagger", "format_edtf", "is_narrative", "parse_edtf"]
