"""Which drafts are acts worth telling, and the bare statement where there is none."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.coding._drafts import Draft
from timeline.coding._reading import NOBODY, Reading, phrase_of
from timeline.coding._triggers import Trigger
from timeline.lexicon.actions import Action, WordSet

_NONE = WordSet()


_MATERIAL = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))


def keep_acts(reading: Reading, drafts: list[Draft], classes: Mapping[str, WordSet], *, single: bool) -> list[Draft]:
    """Acts with a named actor; of unnamed doers only force, or in a single sentence whatever is told of them."""
    return [
        draft for draft in drafts if _stands(reading, draft, single=single) and not _figurative(reading, draft, classes)
    ]


def _figurative(reading: Reading, draft: Draft, classes: Mapping[str, WordSet]) -> bool:
    """Force of nature, accidents, sport, trade and stories: told in the words of war, but no conflict."""
    if draft.type not in _MATERIAL:
        return False
    doer = reading.words_between(draft.doer.first, draft.doer.last) if draft.doer.first >= 0 else []
    if draft.type == "ASSAULT" and (classes["nature"].found_in(doer) or classes["business"].found_in(doer)):
        return True
    part = _part(reading, draft)
    if draft.killed is None and classes["sport"].found_in(part) and not classes["soldiery"].found_in(part):
        return True
    if classes["story"].found_in(part):
        return True
    if classes["fiction"].found_in(part) and (not draft.named or _in_a_story(reading, draft, classes)):
        return True
    harm = reading.line.low[draft.trigger.head] in reading.status["kill"] | reading.status["harm"]
    alone = harm and not draft.covers and draft.type == "ASSAULT" and not _killer(draft, doer, classes)
    mishap = classes["mishap"].found_in(part) or classes["nature"].found_in(part)
    return bool(alone and mishap and not classes["force"].found_in(part))


def _in_a_story(reading: Reading, draft: Draft, classes: Mapping[str, WordSet]) -> bool:
    """ "In the novel, X invades Y": told as what a story tells."""
    line = reading.line
    before = (c for c in reading.clauses.chunks if c.last < draft.trigger.first and c.prep >= 0)
    inside = (c for c in before if line.low[c.prep] == "in")
    return any(classes["fiction"].found_in(line.low[c.first : c.last + 1]) for c in inside)


def _killer(draft: Draft, doer: list[str], classes: Mapping[str, WordSet]) -> bool:
    """Whether somebody, not a mishap, did the harm."""
    return bool(draft.doer.actors) and not classes["mishap"].found_in(doer) and not classes["vehicle"].found_in(doer)


def _part(reading: Reading, draft: Draft) -> list[str]:
    """The words of the sentence part between strong punctuation around an act."""
    line = reading.line
    first, last = draft.trigger.first, draft.trigger.last
    while first > 0 and line.tag[first - 1] != ";":
        first -= 1
    while last + 1 < len(line) and line.tag[last + 1] != ";":
        last += 1
    return line.low[first : last + 1]


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
    if draft.type == "PROTEST" and strength != "weak" and _of_people(reading, draft):
        return True
    if reading.line.low[draft.trigger.last] in reading.status["toll"]:
        return False
    harmed = draft.killed is not None or draft.injured is not None
    if _is_fate(reading, draft) and not any(count and count.low for count in (draft.killed, draft.injured)):
        return False
    if draft.type == "ASSAULT" and (harmed or _violent(reading, draft)):
        return True
    return draft.strong and (not draft.background or _told_in_passive(reading, draft))


def _is_fate(reading: Reading, draft: Draft) -> bool:
    """ "most of which were shot down": what became of the weapons of the act told before."""
    start = reading.group(draft.trigger.head)
    return reading.line.low[max(start - 2, 0) : start] == ["of", "which"]


def _told_in_passive(reading: Reading, draft: Draft) -> bool:
    """ "was hit" tells an act; "the rockets fired at it" only recalls one."""
    return reading.passive(draft.trigger.head) and reading.group(draft.trigger.head) < draft.trigger.head


def _of_people(reading: Reading, draft: Draft) -> bool:
    """Whether an unnamed doer is people who are not armed: residents, protesters."""
    words = reading.words_between(draft.doer.first, draft.doer.last) if draft.doer.first >= 0 else []
    crowd = any(word in reading.status["people"] for word in words)
    return crowd and not any(word in reading.status["armed"] | reading.status["violent"] for word in words)


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
