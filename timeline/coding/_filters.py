"""Which drafts are acts worth telling, and the bare statement where there is none."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.coding._chunks import Chunk
from timeline.coding._drafts import Draft
from timeline.coding._figurative import figurative
from timeline.coding._reading import NOBODY, Reading, phrase_of
from timeline.coding._triggers import Trigger
from timeline.lexicon.actions import Action, WordSet

# Acts of armed forces and rulers without a name that are told for themselves; a plain ban is no news of a conflict.
_UNNAMED = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "THREATEN"))
_CIVIL_MODES = frozenset(("", "ban"))
# Behind these a time says how long, not when.
_LASTING = frozenset(("for", "since", "until", "till", "over", "within"))
# What only who rules a place does, whoever it befalls; and what is no plain crime news where it befalls a rival.
_RULING = frozenset(("curfew", "martial-law"))
_TAKING = frozenset(("arrest", "deport", "ban"))


def keep_acts(reading: Reading, drafts: list[Draft], classes: Mapping[str, WordSet], *, single: bool) -> list[Draft]:
    """Acts with a named actor; of unnamed doers only force, or in a single sentence whatever is told of them."""
    return [
        draft
        for draft in drafts
        if _stands(reading, draft, classes, single=single) and not figurative(reading, draft, classes)
    ]


def _stands(reading: Reading, draft: Draft, classes: Mapping[str, WordSet], *, single: bool) -> bool:
    if draft.type == "AID" and not draft.target.actors and draft.governor in reading.accusations:
        # "accused X of arming one clan against another": help to nobody known is no act of its own.
        return False
    if draft.named:
        return not draft.weak or single or _told_of_known(reading, draft, classes)
    if draft.earlier is not None:
        return bool(draft.killed or draft.injured or draft.claimed_by or draft.cues)
    if single:
        return not draft.weak or draft.doer.first >= 0
    if draft.type in _UNNAMED and _by_forces(reading, draft, classes):
        return True
    if draft.type == "COERCE" and _by_rulers(reading, draft, classes):
        return True
    if draft.type not in {"ASSAULT", "PROTEST", "RETREAT"} and not (draft.type == "MOBILIZE" and draft.strong):
        return False
    if draft.type == "PROTEST" and not draft.weak and (_of_people(reading, draft) or _erupts(reading, draft)):
        return True
    return _by_a_crowd(reading, draft, classes) or _told_for_itself(reading, draft)


def _told_of_known(reading: Reading, draft: Draft, classes: Mapping[str, WordSet]) -> bool:
    """Whether a word that is an act only between known actors tells one of the actor named here."""
    if draft.status == "denied" and draft.doer.actors and draft.target.first >= 0:
        return True
    person = any(match.actor.person for match in draft.target.actors) and draft.type == "ASSAULT"
    return (
        person
        or bool(draft.doer.actors and draft.target.actors)
        or draft.earlier is not None
        or draft.killed is not None
        or (draft.type == "ASSAULT" and bool(classes["weapons"].found_in(reading.words_of(draft.doer))))
    )


def _told_for_itself(reading: Reading, draft: Draft) -> bool:
    """Whether an act of nobody known is force enough: somebody was harmed, gunmen did it, or the word says so."""
    if reading.line.low[draft.trigger.last] in reading.status["toll"]:
        return False
    harmed = draft.killed is not None or draft.injured is not None
    if _is_fate(reading, draft) and not any(count and count.low for count in (draft.killed, draft.injured)):
        return False
    if draft.type == "ASSAULT" and (harmed or _violent(reading, draft)):
        return True
    return draft.strong and (not draft.background or _told_in_passive(reading, draft) or _dated(reading, draft))


def _by_forces(reading: Reading, draft: Draft, classes: Mapping[str, WordSet]) -> bool:
    """Whether an act is told for itself of forces or rulers that the sentence does not name: "the army", "rebels"."""
    if draft.weak or draft.background or draft.status not in {"happened", "alleged"}:
        return False
    if draft.type == "COERCE" and draft.mode in _CIVIL_MODES:
        return False
    return classes["forces"].found_in(reading.words_of(draft.doer))


def _by_rulers(reading: Reading, draft: Draft, classes: Mapping[str, WordSet]) -> bool:
    """ "Two editors were arrested in X", "a curfew was imposed in X": nobody else does this there."""
    if draft.weak or draft.background or draft.status not in {"happened", "alleged"}:
        return False
    whom = draft.target
    rival = whom.first >= 0 and classes["rivals"].found_in(reading.words_of(whom))
    rules = draft.mode in _RULING or (draft.mode in _TAKING and bool(rival))
    return rules and any(_is_scene(reading, chunk) for chunk in reading.clauses.chunks)


def _by_a_crowd(reading: Reading, draft: Draft, classes: Mapping[str, WordSet]) -> bool:
    """ "Villagers burned shops in X": force by many in a named place."""
    if draft.type != "ASSAULT" or draft.weak or draft.background or draft.status not in {"happened", "alleged"}:
        return False
    many = bool(classes["crowd"].found_in(reading.words_of(draft.doer)))
    return many and any(_is_scene(reading, chunk) for chunk in reading.clauses.chunks)


def _is_fate(reading: Reading, draft: Draft) -> bool:
    """ "most of which were shot down": what became of the weapons of the act told before."""
    start = reading.group(draft.trigger.head)
    return reading.line.low[max(start - 2, 0) : start] == ["of", "which"]


def _told_in_passive(reading: Reading, draft: Draft) -> bool:
    """ "was hit" tells an act; "the rockets fired at it" only recalls one."""
    return reading.passive(draft.trigger.head) and reading.group(draft.trigger.head) < draft.trigger.head


def _dated(reading: Reading, draft: Draft) -> bool:
    """ "pupils abducted in X in May were freed": a participle right behind its noun recalls it with place and day."""
    line, last = reading.line, draft.trigger.last
    first = reading.group(draft.trigger.head)
    bare = "participle" in line.form[first] and first > 0 and line.tag[first - 1] in "NP"
    if draft.trigger.noun or not bare or draft.status != "happened":
        return False
    start = min((low for low, _ in reading.times if low >= line.end[last]), default=-1)
    gap = [i for i in range(last + 1, len(line)) if line.start[i] < start]
    when = start >= 0 and bool(gap) and line.low[gap[-1]] not in _LASTING
    scene = any(chunk.last in gap and _is_scene(reading, chunk) for chunk in reading.clauses.chunks)
    return when and scene and not any(line.tag[i] in "v;,sr" for i in gap)


def _of_people(reading: Reading, draft: Draft) -> bool:
    """Whether an unnamed doer is people who are not armed: residents, protesters."""
    words = reading.words_of(draft.doer)
    crowd = any(word in reading.status["people"] for word in words)
    return crowd and not any(word in reading.status.any_of("armed", "violent") for word in words)


def _erupts(reading: Reading, draft: Draft) -> bool:
    """ "riots broke out in X", "a strike paralysed X": a protest that the sentence is about needs nobody named."""
    told = draft.trigger.noun and not draft.background and draft.status in {"happened", "alleged"}
    return told and (draft.mode == "strike" or any(_is_scene(reading, chunk) for chunk in reading.clauses.chunks))


def _is_scene(reading: Reading, chunk: Chunk) -> bool:
    """Whether a phrase says where something was: "in Rosario", "through the suburbs of Rosario"."""
    line, index = reading.line, reading.clauses.at[chunk.last]
    if chunk.prep < 0 or line.low[chunk.prep] not in reading.status["scene"]:
        return False
    within = reading.clauses.chunks[index + 1 : index + 2]
    if within and within[0].prep == chunk.last + 1 and line.low[within[0].prep] == "of":
        chunk = within[0]
    return line.tag[chunk.last] == "P"


def _violent(reading: Reading, draft: Draft) -> bool:
    """Whether an unnamed doer is one whose acts are force: gunmen, a drone."""
    return any(word in reading.status["violent"] for word in reading.words_of(draft.doer))


def statement_draft(reading: Reading) -> Draft | None:
    """ "X said …" with nothing else in it: an explicit non-event."""
    line = reading.line
    for i, tag in enumerate(line.tag):
        if tag != "v" or line.low[i] not in reading.status["statement"] or reading.passive(i):
            continue
        doer = phrase_of(reading, reading.subject(i))
        if doer.actors and not doer.located:
            action = Action(line.lemma[i], False, "STATEMENT", "", (), (), None, None, None, "", "")
            draft = Draft(Trigger(i, i, i, "past", action), "STATEMENT", "", doer, NOBODY)
            draft.reasons = [
                "",
                f"{doer.actors[0].actor.name} is the speaker because '{reading.text(doer)}' stands before it.",
            ]
            return draft
    return None
