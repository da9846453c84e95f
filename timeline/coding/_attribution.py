"""Who tells an act in passing: asides ("…, Oslo says, …"), "according to X", and names that others give an act."""

from __future__ import annotations

from dataclasses import replace

from timeline.coding._reading import Reading
from timeline.coding._triggers import Trigger
from timeline.coding._verb_standing import PLAIN, Standing

_MAX_ASIDE = 9
_MAX_LABEL = 12
_LINKS = frozenset(("as", "so", "or"))
_BETWEEN = frozenset("a.dx'#\"")


def attributed(reading: Reading, trigger: Trigger, found: Standing) -> Standing:
    """A plain act with the speaker to whom an aside of its clause leaves it."""
    label = _labelled(reading, trigger) if trigger.noun else None
    if label is not None:
        return label
    if found.fact not in PLAIN or found.told or found.speaker >= 0:
        return found
    for verb, chunk, first, last in _asides(reading):
        if not _covers(reading, trigger, first, last):
            continue
        opinion = reading.line.low[verb] in reading.status["opine"]
        words = reading.line.text[reading.line.start[first] : reading.line.end[last]]
        fact = "alleged" if opinion else found.fact
        return replace(found, fact=fact, words=found.words or words, speaker=chunk, governor=verb, told=not opinion)
    return found


def _asides(reading: Reading) -> list[tuple[int, int, int, int]]:
    """(word that reports, chunk of the speaker, first and last token) of each aside of a sentence."""
    if reading.asides is None:
        reading.asides = _find_asides(reading)
    return reading.asides


def _find_asides(reading: Reading) -> list[tuple[int, int, int, int]]:
    line, status, found = reading.line, reading.status, []
    # Two sources differ on a detail ("over the sea according to X, over land according to Y"), not on the act.
    once = line.low.count("according") == 1
    reports = status.any_of("assert", "opine", "aside")
    for i, low in enumerate(line.low):
        if low == "according" and once and line.low[i + 1 : i + 2] == ["to"] and i + 2 < len(line):
            chunk = reading.clauses.at[i + 2]
            if chunk >= 0:
                found.append((i, chunk, i, reading.clauses.chunks[chunk].last))
        elif line.tag[i] == "v" and low in reports:
            aside = _aside(reading, i) or _closing(reading, i)
            if aside is not None:
                found.append(aside)
    return found


def _aside(reading: Reading, verb: int) -> tuple[int, int, int, int] | None:
    line, clauses = reading.line, reading.clauses
    left = verb - 1
    while left >= 0 and line.tag[left] == "a":
        left -= 1
    chunk = clauses.at[left] if left >= 0 else -1
    if chunk < 0:
        return None
    first = clauses.chunks[chunk].first
    opener = first - 1
    linked = opener >= 0 and line.low[opener] in _LINKS
    opener -= linked
    if opener < 0 or line.words[opener] not in {",", "—", "–", "-", "("}:
        return None
    if line.low[verb] in reading.status["aside"] and not linked:
        return None
    last = verb
    for i in range(verb + 1, min(len(line), verb + _MAX_ASIDE)):
        if line.tag[i] in ",;":
            return verb, chunk, opener + 1, last
        if line.tag[i] not in "oakpNPd#" or line.low[i] == "that":
            return None
        last = i
    return (verb, chunk, opener + 1, last) if last == len(line) - 1 else None


def _closing(reading: Reading, verb: int) -> tuple[int, int, int, int] | None:
    """ "…, said X": the speaker behind the verb of what stands before both."""
    speaker = reading.subject(verb)
    if speaker < 0 or reading.clauses.chunks[speaker].first != verb + 1:
        return None
    return verb, speaker, verb, reading.clauses.chunks[speaker].last


def _covers(reading: Reading, trigger: Trigger, first: int, last: int) -> bool:
    """Whether an aside is about the clause of an act: no stronger stop and no verb of another clause between."""
    line = reading.line
    low, high = (trigger.last + 1, first) if trigger.last < first else (last + 1, trigger.first)
    return not any(line.words[i] in {";", ":", "."} or line.tag[i] == "v" for i in range(low, high))


def _labelled(reading: Reading, trigger: Trigger) -> Standing | None:
    """ "what X called an attack", "what X said was an attack": the name is X's, not the article's."""
    line, clauses = reading.line, reading.clauses
    index = clauses.at[trigger.first]
    if index < 0:
        return None
    i = clauses.chunks[index].first - 1
    while i >= 0 and (line.tag[i] in "bat" or line.low[i] == "as"):
        i -= 1
    names = reading.status.any_of("dub", "assert", "opine")
    if i < 2 or line.tag[i] not in "v" or line.low[i] not in names:
        return None
    verb = i
    for j in range(verb - 1, max(-1, verb - _MAX_LABEL), -1):
        if line.low[j] == "what":
            chunk = next((clauses.at[k] for k in range(j + 1, verb) if clauses.at[k] >= 0), -1)
            words = line.text[line.start[j] : line.end[verb]]
            return Standing("alleged", words, chunk, verb, told=True) if chunk >= 0 else None
        if clauses.at[j] < 0 and line.tag[j] not in _BETWEEN and line.tag[j] not in "hpo":
            return None
    return None
