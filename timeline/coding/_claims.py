"""Acts that stand as somebody's claim or denial: hearsay, "said it had not", "had no hand in", "took credit for"."""

from __future__ import annotations

from timeline.coding._governing import verb_behind
from timeline.coding._reading import Reading, phrase_of
from timeline.coding._triggers import Trigger
from timeline.coding._verb_standing import Standing

_MODALS = frozenset(("will", "would", "won't", "wouldn't", "shall", "can", "cannot", "could", "should", "must", "may"))


def hearsay(reading: Reading, noun: int, governor: int, owners: dict[int, Trigger]) -> Standing:
    """ "claims that X …", "talk of …": what somebody says; denied where the governing verb turns it down."""
    word = reading.line.words[noun]
    if governor >= 0 and not reading.passive(governor):
        owner = owners.get(governor)
        refused = owner is not None and owner.action.scope == "denies"
        if refused or reading.line.low[governor] in reading.status["deny"]:
            return Standing("denied", reading.line.words[governor], reading.subject(governor), governor)
    return Standing("alleged", word, governor=governor)


def disowned(reading: Reading, verb: int, own: Standing, told: Standing) -> Standing:
    """ "X said it had not shelled the town": what its doer himself says he did not do is denied; else it is no act."""
    words = set(own.words.lower().split())
    befell = reading.passive(verb) and reading.line.low[verb] not in reading.status["partake"]
    if not told.told or told.speaker < 0 or words & _MODALS or befell:
        return own
    doer, speaker = phrase_of(reading, reading.subject(verb)), phrase_of(reading, told.speaker)
    same = {match.actor.code for match in doer.actors} & {match.actor.code for match in speaker.actors}
    return Standing("denied", own.words, told.speaker, told.governor) if same else own


def no_part(reading: Reading, head: int) -> Standing | None:
    """ "had no hand in the raid", "denied any part in it": denied; None where the noun before "in" says nothing."""
    line, status = reading.line, reading.status
    verb = verb_behind(reading, head) if line.low[head] in status["part"] else -1
    if verb < 0 or reading.passive(verb):
        return None
    between = line.low[verb + 1 : head]
    if "no" in between or line.low[verb] in status["deny"]:
        return Standing("denied", line.text[line.start[verb] : line.end[head]], reading.subject(verb), verb)
    return None
