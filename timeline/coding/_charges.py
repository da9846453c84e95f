"""Crimes that somebody is arrested for or accused of: words of the charge, not acts that the text tells."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.coding._drafts import Draft
from timeline.coding._reading import Reading

_CHARGING = frozenset(("ACCUSE", "COERCE"))
_LINKS = frozenset(("for", "over", "of", "on", "with", "and"))
# Tokens between an arrest and the crime it was for.
_REACH = 12


def is_charge(reading: Reading, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "arrested 75 soldiers for looting and murder": nobody is said to have been murdered, nor by whom."""
    if draft.type != "ASSAULT" or not draft.trigger.noun or draft.named or draft.killed or draft.injured:
        return False
    line, first = reading.line, draft.trigger.first
    linked = first > 0 and line.low[first - 1] in _LINKS
    return linked and any(
        other.type in _CHARGING
        and 0 < first - other.trigger.last <= _REACH
        and ";" not in line.tag[other.trigger.last : first]
        for other in drafts
    )
