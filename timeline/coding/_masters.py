"""For whom somebody is said to have spied: no act is aimed at them."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.coding._disowning import ROLES, preposition_before, take_away
from timeline.coding._drafts import Draft
from timeline.coding._reading import Reading
from timeline.coding.actors import ActorMatch

_SERVED = frozenset(("for", "with"))


def spare_masters(reading: Reading, drafts: Sequence[Draft]) -> None:
    """ "Arrested two men for spying for X", "convicted of collaborating with X": X was not arrested or convicted."""
    for draft in drafts:
        for role in ROLES:
            actors = draft.doer.actors if role == "initiator" else draft.target.actors
            masters = [match for match in actors if _is_served(reading, draft, match)]
            if masters:
                take_away(draft, role, masters)


def _is_served(reading: Reading, draft: Draft, match: ActorMatch) -> bool:
    """Whether a name stands behind a word of service and its preposition; "X is collaborating with Y" is their act."""
    line, prep = reading.line, preposition_before(reading, match)
    if prep < 1 or (draft.trigger.first < prep <= draft.trigger.last + 1 and draft.doer.actors):
        return False
    before = line.low[prep - 1]
    on_behalf = before == "behalf" and line.low[prep] == "of"
    return on_behalf or (before in reading.status["service"] and line.low[prep] in _SERVED)
