"""For whom somebody is said to have spied: no act is aimed at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.coding._drafts import Draft
from timeline.coding._reading import Phrase, Reading
from timeline.coding.actors import ActorMatch

_ROLES = (("doer", "initiator"), ("target", "target"))


def spare_masters(reading: Reading, drafts: Sequence[Draft]) -> None:
    """ "Arrested two men for spying for X", "convicted of collaborating with X": X was not arrested or convicted."""
    for draft in drafts:
        for role, part in _ROLES:
            phrase: Phrase = getattr(draft, role)
            masters = [match for match in phrase.actors if _is_served(reading, draft, match)]
            if masters:
                setattr(draft, role, replace(phrase, actors=tuple(m for m in phrase.actors if m not in masters)))
                names = {match.actor.name for match in masters}
                draft.reasons = [r for r in draft.reasons if not any(r.startswith(f"{n} is the {part}") for n in names)]


def _is_served(reading: Reading, draft: Draft, match: ActorMatch) -> bool:
    """Whether a name stands behind a word of service and its preposition ("spying for", "on behalf of").

    "X is collaborating with Y" is an act of the two.
    """
    line = reading.line
    at = next((i for i in range(len(line)) if line.start[i] >= match.start), -1)
    index = reading.clauses.at[at] if at >= 0 else -1
    prep = reading.clauses.chunks[index].prep if index >= 0 else -1
    if match.start < 0 or prep < 1 or line.low[prep] not in {"for", "with", "of"}:
        return False
    before = line.low[prep - 1]
    if draft.trigger.first <= prep - 1 <= draft.trigger.last and draft.doer.actors:
        return False
    return before in reading.status["service"] and (line.low[prep] != "of" or before == "behalf")
