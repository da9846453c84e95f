"""Which drafts are acts worth telling, and the bare statement where there is none."""

from __future__ import annotations

from timeline.coding._drafts import Draft
from timeline.coding._reading import NOBODY, Reading, phrase_of
from timeline.coding._triggers import Trigger
from timeline.lexicon.actions import Action, WordSet

_NONE = WordSet()


def keep_acts(reading: Reading, drafts: list[Draft], *, single: bool) -> list[Draft]:
    """Acts with a named actor; of unnamed doers only force, or in a single sentence whatever is told of them."""
    return [draft for draft in drafts if _stands(reading, draft, single=single)]


def _stands(reading: Reading, draft: Draft, *, single: bool) -> bool:
    strength = draft.trigger.action.strength
    if draft.named:
        if strength != "weak" or single:
            return True
        person = any(match.actor.person for match in draft.target.actors) and draft.type == "ASSAULT"
        return (
            person
            or bool(draft.doer.actors and draft.target.actors)
            or draft.earlier is not None
            or draft.killed is not None
        )
    if draft.earlier is not None:
        return bool(draft.killed or draft.injured or draft.claimed_by or draft.cues)
    if single:
        return strength != "weak" or draft.doer.first >= 0
    if draft.type not in {"ASSAULT", "PROTEST", "RETREAT"}:
        return False
    harmed = draft.killed is not None or draft.injured is not None
    if draft.type == "ASSAULT" and (harmed or _violent(reading, draft)):
        return True
    return draft.strong and (not draft.background or reading.passive(draft.trigger.head))


def _violent(reading: Reading, draft: Draft) -> bool:
    """Whether an unnamed doer is one whose acts are force: gunmen, a drone."""
    words = reading.words_between(draft.doer.first, draft.doer.last) if draft.doer.first >= 0 else []
    return any(word in reading.status["violent"] for word in words)


def statement_draft(reading: Reading) -> Draft | None:
    """ "X said …" with nothing else in it: an explicit non-event."""
    line = reading.line
    for i, tag in enumerate(line.tag):
        if tag != "v" or line.low[i] not in reading.status["statement"] or reading.passive(i):
            continue
        doer = phrase_of(reading, reading.subject(i))
        if doer.actors and not doer.located:
            action = Action(line.lemma[i], False, "STATEMENT", "", (), (), _NONE, _NONE, _NONE, "", "")
            draft = Draft(Trigger(i, i, i, "past", action), "STATEMENT", "", doer, NOBODY)
            draft.reasons = [
                "",
                f"{doer.actors[0].actor.name} is the speaker because '{reading.text(doer)}' stands before it.",
            ]
            return draft
    return None
