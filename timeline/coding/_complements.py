"""What follows a trigger in its clause, and which of it fills a role."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.coding._reading import NOBODY, Phrase, Reading, opens_cue, phrase_of
from timeline.coding._triggers import Trigger

_STOP_WORDS = frozenset(
    (
        "after", "before", "because", "while", "since", "when", "until", "as", "following", "amid", "despite", "during",
        "including",
    )
)  # fmt: skip
_MAX_PHRASES = 7
# An aside longer than this is a clause of its own, and what follows it belongs elsewhere.
_MAX_ASIDE = 9
# Tokens from "what" to the verb behind which a name is given: "what the defence ministry said was …".
_MAX_LABEL = 9
_DATE = frozenset("k#")
_ROLE_PREPOSITIONS = frozenset(("of", "by", "on", "against", "at"))


@dataclass(frozen=True, slots=True)
class Roles:
    """The phrases for initiator and target, and one reader's sentence for each that was found.

    `opinion` is what a second opinion on them adds to the confidence in the act.
    """

    doer: Phrase = NOBODY
    target: Phrase = NOBODY
    symmetric: bool = False
    reasons: tuple[str, ...] = ()
    governor: int = -1
    opinion: float = 0.0


def complements(reading: Reading, after: int) -> list[tuple[str, int]]:
    """What follows a trigger within its clause: (preposition or "obj", chunk), nearest first."""
    line, clauses = reading.line, reading.clauses
    found, i = _named_so(reading, after + 1)
    count, aside = len(line), False
    while i < count and len(found) < _MAX_PHRASES:
        index = clauses.at[i]
        t = line.tag[i]
        if index >= 0:
            chunk = clauses.chunks[index]
            if not set(line.tag[chunk.first : chunk.last + 1]) <= _DATE:
                _note(reading, found, index, after)
            if aside:
                break
            i = chunk.last + 1
            continue
        if i == after + 1 and line.low[i] == "that" and i + 1 < count and clauses.at[i + 1] >= 0:
            found.append(("that", clauses.at[i + 1]))
            break
        if (t == ";" and line.words[i] not in "()[]") or t in "rs":
            break
        if t == "," and not _list_goes_on(reading, i) and not _by_follows(reading, i):
            i = _behind_aside(reading, i)
            if i < 0 or aside:
                break
            aside = True
            continue
        if t in "mhDt" or (t == "b" and found) or (t == "c" and not found and opens_clause(reading, i)):
            break
        if t == "v" and not _reduced_by(reading, i) and (found or not _shares_object(reading, after, i)):
            break
        if t == "p" and (line.low[i] in _STOP_WORDS or opens_cue(reading, i)):
            break
        i += 1
    return found


def _named_so(reading: Reading, i: int) -> tuple[list[tuple[str, int]], int]:
    """ "struck what it said was a base", "hit what X called a base": what is named so is the object.

    Returns it, if any, with the token from which to read on.
    """
    line, at = reading.line, reading.clauses.at
    if line.low[i : i + 1] != ["what"]:
        return [], i
    names = reading.status.any_of("dub", "assert", "opine")
    verb = next((j for j in range(i + 1, min(len(line), i + _MAX_LABEL)) if line.tag[j] == "v"), -1)
    if verb < 0 or line.low[verb] not in names:
        return [], i
    behind = verb + 1
    while behind < len(line) and (line.tag[behind] in "bat" or line.low[behind] == "as"):
        behind += 1
    if behind == len(line) or at[behind] < 0:
        return [], i
    return [("obj", at[behind])], reading.clauses.chunks[at[behind]].last + 1


def opens_clause(reading: Reading, conjunction: int) -> bool:
    """ "X shelled and Y fled": behind a verb without an object, a noun before another verb is that verb's subject."""
    line, at = reading.line, reading.clauses.at
    i = conjunction + 1
    while i < len(line) and line.tag[i] == "a":
        i += 1
    last = reading.clauses.chunks[at[i]].last if i < len(line) and at[i] >= 0 else -1
    return last >= 0 and line.tag[last + 1 : last + 2] in (["v"], ["b"], ["h"], ["m"], ["D"])


def _list_goes_on(reading: Reading, comma: int) -> bool:
    at = reading.clauses.at[comma + 1] if comma + 1 < len(reading.clauses.at) else -1
    return at >= 0 and reading.clauses.chunks[at].joined


def _behind_aside(reading: Reading, comma: int) -> int:
    """ "the killing, late on Monday, of X": the token behind a short aside between commas, or -1 if there is none."""
    line = reading.line
    for i in range(comma + 1, min(len(line) - 1, comma + _MAX_ASIDE)):
        if line.tag[i] in ";vtrs":
            return -1
        if line.tag[i] == ",":
            return i + 1 if line.low[i + 1] in _ROLE_PREPOSITIONS else -1
    return -1


def _by_follows(reading: Reading, comma: int) -> bool:
    """ ", allegedly by X": the agent set off by a comma."""
    i = comma + 1
    while i < len(reading.line) and reading.line.tag[i] == "a":
        i += 1
    return reading.line.low[i : i + 1] == ["by"]


def _shares_object(reading: Reading, after: int, verb: int) -> bool:
    """ "shot and wounded a man": the object of two verbs stands behind the second."""
    line = reading.line
    joined = verb == after + 2 and line.low[after + 1] == "and" and line.tag[after] == "v"
    return joined and bool(line.form[after] & line.form[verb])


def _reduced_by(reading: Reading, verb: int) -> bool:
    """ "(attack) carried out by", "(a ban) imposed on": a participle between a noun and whom it concerns."""
    line = reading.line
    if "participle" not in line.form[verb]:
        return False
    return "by" in line.low[verb + 1 : verb + 3] or (
        line.low[verb + 1 : verb + 2] in (["on"], ["against"]) and line.tag[verb - 1] in "NP"
    )


def _note(reading: Reading, found: list[tuple[str, int]], index: int, after: int) -> None:
    chunk = reading.clauses.chunks[index]
    if chunk.joined and found:
        return
    if chunk.prep > after:
        word = reading.line.low[chunk.prep]
        if word != "of" or not found or reading.line.tag[chunk.prep - 1] == "v" or chunk.prep == after + 1:
            found.append((word, index))
    elif not found:
        found.append(("obj", index))


def agent_of(reading: Reading, follows: list[tuple[str, int]]) -> Phrase:
    """The phrase behind "by" among what follows an act, or nobody."""
    return next((phrase_of(reading, index) for prep, index in follows if prep == "by"), NOBODY)


def pick(reading: Reading, follows: list[tuple[str, int]], wanted: tuple[str, ...], doer: Phrase = NOBODY) -> Phrase:
    """The best filled of the wanted places: the first that names an actor, else the first at all.

    What the doer owns ("recalled its envoy from X") names no other side.
    """
    own, best = doer.ids, NOBODY
    for place in wanted:
        for prep, index in follows:
            if prep == place and reading.line.tag[reading.clauses.chunks[index].first] != "k":
                phrase = phrase_of(reading, index)
                start, end = reading.line.start[phrase.first], reading.line.end[phrase.last]
                owned = phrase.located and not any(start <= match.start < end for match in phrase.actors)
                if (phrase.pronoun or owned) and phrase.ids <= own:
                    phrase = replace(phrase, actors=())
                if place == "in" and "obj" not in wanted:
                    # "the killing in Oslo" tells where; "airstrikes in Sudan" may tell whom.
                    phrase = replace(phrase, actors=tuple(m for m in phrase.actors if not m.as_place))
                if phrase.actors:
                    return (
                        replace(phrase, first=best.first, last=best.last)
                        if best.first >= 0 and place == "in"
                        else phrase
                    )
                best = phrase if best.first < 0 else best
    return best


def explain(
    reading: Reading, trigger: Trigger, doer: Phrase, target: Phrase, *, passive: bool = False
) -> tuple[str, ...]:
    """A sentence for each role that somebody fills, which says where the words for him stand."""
    words = reading.line.text[reading.line.start[trigger.first] : reading.line.end[trigger.last]]
    found: list[str] = []
    if doer.actors:
        how = (
            "is named with 'by'"
            if passive
            else "stands before it"
            if doer.last < trigger.first
            else "is named behind it"
        )
        found.append(f"{doer.actors[0].actor.name} is the initiator because '{reading.text(doer)}' {how}.")
    if target.actors:
        where = "is what was" if passive else "stands where the target of"
        tail = f"{where} '{words}'" if passive else f"{where} '{words}' stands"
        found.append(f"{target.actors[0].actor.name} is the target because '{reading.text(target)}' {tail}.")
    return tuple(found)
