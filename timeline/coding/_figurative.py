"""What is told in the words of conflict and is none: forces of nature, mishaps, sport, trade, stories, metaphors."""

from __future__ import annotations

import re
from collections.abc import Mapping

from timeline.coding._drafts import Draft
from timeline.coding._reading import Phrase, Reading
from timeline.lexicon.actions import WordSet

_MATERIAL = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))
# Acts that games and markets are told with as well: a club releases a player, a mill halts exports.
_BORROWED = _MATERIAL | {"RETREAT", "SANCTION", "AGREE", "AID", "COOPERATE", "CONCEDE", "THREATEN"}
# What also happens by itself.
_UNINTENDED = frozenset(("explosives", "unconventional"))
# "2-1", "4-0": a result, where nothing else in the sentence is armed.
_SCORE = re.compile(r"\d{1,2}[-–]\d{1,2}")

Classes = Mapping[str, WordSet]


def figurative(reading: Reading, draft: Draft, classes: Classes) -> bool:
    """Whether an act is only told in the words of conflict."""
    part = _part(reading, draft)
    if draft.type in _BORROWED and _of_games_or_trade(reading, draft, classes, part):
        return True
    if _told_in_a_story(reading, draft, classes, part):
        return True
    if draft.trigger.action.type == "ASSAULT" and _no_victim(reading, draft, classes):
        return True
    return draft.type in _MATERIAL and _by_mishap(reading, draft, classes, part)


def _of_games_or_trade(reading: Reading, draft: Draft, classes: Classes, part: list[str]) -> bool:
    said = reading.words_between(draft.trigger.first, draft.trigger.last)
    if draft.killed is not None or classes["soldiery"].found_in([word for word in part if word not in said]):
        return False
    if classes["sport"].found_in(part) or (draft.type == "ASSAULT" and any(map(_SCORE.fullmatch, part))):
        return True
    doer = _head(reading, draft.doer)
    return classes["player"].found_in(doer) or classes["business"].found_in(doer)


def _no_victim(reading: Reading, draft: Draft, classes: Classes) -> bool:
    """Animals and forces of nature do no violence; ideas, diseases and animals suffer none."""
    doer, target = reading.words_of(draft.doer), _head(reading, draft.target)
    if any(classes[name].found_in(doer) for name in ("nature", "business")):
        return True
    # "Cattle rustlers" are people.
    if classes["animal"].found_in(doer) and not classes["humans"].found_in(doer):
        return True
    return not draft.trigger.noun and any(classes[name].found_in(target) for name in ("animal", "idea", "disaster"))


def _told_in_a_story(reading: Reading, draft: Draft, classes: Classes, part: list[str]) -> bool:
    if _narrated(reading, draft, classes):
        return True
    if draft.type in _MATERIAL and classes["story"].found_in(part):
        return True
    if not classes["fiction"].found_in(part):
        return False
    return _in_a_story(reading, draft, classes) or (draft.type in _MATERIAL and not draft.named)


def _narrated(reading: Reading, draft: Draft, classes: Classes) -> bool:
    """ "The series follows a spy who …": the act is part of what a work tells."""
    line = reading.line
    for i in range(draft.trigger.first - 1, -1, -1):
        if line.tag[i] == ";":
            return False
        subject = reading.subject(i) if line.tag[i] == "v" and classes["narrate"].found_in([line.low[i]]) else -1
        if subject >= 0:
            chunk = reading.clauses.chunks[subject]
            return classes["tale"].found_in(line.low[chunk.last : chunk.last + 1])
    return False


def _in_a_story(reading: Reading, draft: Draft, classes: Classes) -> bool:
    """ "In the novel, X invades Y": told as what a story tells."""
    line = reading.line
    before = (c for c in reading.clauses.chunks if c.last < draft.trigger.first and c.prep >= 0)
    inside = (c for c in before if line.low[c.prep] == "in")
    return any(classes["fiction"].found_in(line.low[c.first : c.last + 1]) for c in inside)


def _by_mishap(reading: Reading, draft: Draft, classes: Classes, part: list[str]) -> bool:
    """Harm that an accident or a force of nature did."""
    doer = reading.words_of(draft.doer)
    if draft.type == "ASSAULT" and classes["mishap"].found_in(doer) and not classes["force"].found_in(doer):
        return True
    if draft.type == "ASSAULT" and not draft.trigger.noun and _on_the_road(reading, draft, classes):
        return not classes["soldiery"].found_in(part)
    if (draft.mode in _UNINTENDED or _blast(reading, draft, classes)) and _of_industry(reading, draft, classes, part):
        return True
    harm = reading.line.low[draft.trigger.head] in reading.status.any_of("kill", "harm")
    alone = harm and not draft.covers and draft.type == "ASSAULT" and not _killer(draft, doer, classes)
    mishap = classes["mishap"].found_in(part) or classes["nature"].found_in(part)
    return bool(alone and mishap and not classes["force"].found_in(part))


def _on_the_road(reading: Reading, draft: Draft, classes: Classes) -> bool:
    """ "A lorry rammed a bus": a vehicle that runs into another."""
    if draft.doer.actors or draft.target.actors:
        return False
    return all(classes["road"].found_in(_head(reading, phrase)) for phrase in (draft.doer, draft.target))


def _blast(reading: Reading, draft: Draft, classes: Classes) -> bool:
    """ "A blast at a fireworks plant killed six": what killed is itself of industry."""
    doer = reading.words_of(draft.doer)
    return draft.type == "ASSAULT" and classes["industry"].found_in(doer) and not classes["soldiery"].found_in(doer)


def _of_industry(reading: Reading, draft: Draft, classes: Classes, part: list[str]) -> bool:
    """A gas cylinder explodes, spirits poison their drinkers: what nobody is said to have done."""
    armed = classes["soldiery"].found_in(part) or classes["weapons"].found_in(part)
    return classes["industry"].found_in(part) and not draft.doer.actors and not armed


def _killer(draft: Draft, doer: list[str], classes: Classes) -> bool:
    """Whether somebody, not a mishap, did the harm."""
    return bool(draft.doer.actors) and not classes["mishap"].found_in(doer) and not classes["vehicle"].found_in(doer)


def _head(reading: Reading, phrase: Phrase) -> list[str]:
    """The words of the first chunk of a phrase, without what complements it; its last word is the head."""
    index = reading.clauses.at[phrase.first] if phrase.first >= 0 else -1
    if index < 0:
        return []
    last = reading.clauses.chunks[index].last
    return reading.line.low[last : last + 1]


def _part(reading: Reading, draft: Draft) -> list[str]:
    """The words of the sentence part between strong punctuation around an act."""
    line = reading.line
    first, last = draft.trigger.first, draft.trigger.last
    while first > 0 and line.tag[first - 1] != ";":
        first -= 1
    while last + 1 < len(line) and line.tag[last + 1] != ";":
        last += 1
    return line.low[first : last + 1]
