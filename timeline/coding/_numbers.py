"""Killed, injured, captured, displaced and munitions, given to the act that governs them."""

from __future__ import annotations

from timeline.coding._chunks import Chunk
from timeline.coding._counts import CASUALTIES, HARMS, SCALES, Quantity, quantities
from timeline.coding._drafts import Draft
from timeline.coding._noughts import count_none
from timeline.coding._reading import Reading
from timeline.coding._singles import count_single, one_person
from timeline.model import Count

_FORCE = frozenset(("ASSAULT", "COERCE"))
_REACH = 16
_HARM_KINDS = tuple(kind for kind, _ in HARMS)
_TOLL_AT = frozenset(("to", "from", "at", "past", "above", "beyond"))
# Tokens between "toll" and its number.
_TOLL_REACH = 22
_PARTS = frozenset(("including", "among"))
# Behind these somebody else is told of: "in seven provinces after gunmen killed a mayor".
_ANOTHER_CLAUSE = frozenset(("after", "before", "since", "when", "while", "until", "because", "although"))
_WHOLE = frozenset(("them", "whom", "which", "these", "those"))


# The act a number went to, its field, and the verb of harm that says so (-1 for none).
Placed = tuple[Draft, str, int]


def count_acts(reading: Reading, drafts: list[Draft]) -> None:
    """Put each number of a sentence on the act it belongs to."""
    acts = [draft for draft in drafts if draft.type in _FORCE]
    if not acts:
        return
    last: Placed | None = None
    shared_out = False
    for quantity in quantities(reading):
        shared_out = _shares_out(reading, quantity, ongoing=shared_out)
        if not shared_out:
            last = _place(reading, acts, quantity, last) or last
    if not shared_out:
        _add_single(reading, last)
    for draft in acts:
        count_single(reading, draft)
    count_none(reading, acts)


def _shares_out(reading: Reading, quantity: Quantity, *, ongoing: bool) -> bool:
    """ "13 were killed, nine of them soldiers, three guards and one cook": parts of a toll told before, to the stop."""
    behind = reading.line.low[quantity.last + 1 : quantity.last + 3]
    if behind[:1] == ["of"] and behind[-1] in _WHOLE:
        # "charged a crowd, injuring nine of them": they are the ones harmed, not a part of those told before.
        before = quantity.first - 1
        harms = before >= 0 and reading.line.low[before] in reading.status.any_of("kill", "harm")
        return not (harms and reading.line.form[before] == {"ing"})
    chunk = reading.clauses.chunks[reading.clauses.at[quantity.last]]
    listed = chunk.joined or reading.line.tag[chunk.first - 1] in "c,"
    return ongoing and listed and not _own_harm(reading, chunk)


def _place(reading: Reading, acts: list[Draft], quantity: Quantity, last: Placed | None) -> Placed | None:
    """Where a number went: the act and its field, or None where it counts nothing that is kept."""
    index = reading.clauses.at[quantity.last]
    if index < 0:
        return None
    chunk = _group_of(reading, index)
    if chunk.prep >= 0 and reading.line.low[chunk.prep] in _PARTS:
        return None
    if reading.line.low[chunk.last] in reading.status["thing"]:
        return None
    count = _count(reading, quantity, reading.clauses.chunks[index])
    kind, verb = _kind(reading, chunk, min(chunk.first, quantity.first))
    if last is not None and chunk.joined and (not _own_harm(reading, chunk) or (kind, verb) == last[1:]):
        if not _tells(reading, index):
            _add(last, count)
        return last
    if not kind:
        return None
    best = min(acts, key=lambda draft: _distance(draft, chunk, verb))
    fits = best.type == "ASSAULT" or kind in {"captured", "displaced"}
    if not fits or _distance(best, chunk, verb) > _REACH:
        return None
    if kind == "killed" and verb >= 0 and reading.line.lemma[verb] == "lose":
        best.reasons.append(f"'{count.text}' are losses of the initiator's own.")
        if best.killed is not None:
            _add((best, kind, verb), count)
            return None
    if getattr(best, kind) is not None:
        return None
    setattr(best, kind, count)
    return (best, kind, verb) if kind != "munitions" else None


def _tells(reading: Reading, index: int) -> bool:
    """ "killed nine soldiers, two residents and a medic said": members of a list that speak were not harmed."""
    chunks, line = reading.clauses.chunks, reading.line
    while index + 1 < len(chunks) and chunks[index + 1].joined:
        index += 1
    behind = chunks[index].last + 1
    return behind < len(line) and line.tag[behind] == "v" and line.low[behind] in reading.status["statement"]


def _group_of(reading: Reading, index: int) -> Chunk:
    """ "a family of five": the chunk that stands for the counted people in the clause."""
    chunks, line = reading.clauses.chunks, reading.line
    chunk = chunks[index]
    if index and chunk.prep >= 0 and line.low[chunk.prep] == "of":
        before = chunks[index - 1]
        if before.last == chunk.prep - 1 and line.low[before.last] in reading.status["band"]:
            return before
    return chunk


def _count(reading: Reading, quantity: Quantity, chunk: Chunk) -> Count:
    line = reading.line
    text = line.text[line.start[quantity.first] : line.end[max(chunk.last, quantity.last)]]
    return Count(quantity.low, quantity.high, text)


def _add(last: Placed, count: Count) -> None:
    """ "two patients and a nurse": the members of a list are counted together."""
    draft, kind, _ = last
    before: Count = getattr(draft, kind)
    high = None if before.high is None or count.high is None else before.high + count.high
    setattr(draft, kind, Count(before.low + count.low, high, f"{before.text} and {count.text}"))


def _add_single(reading: Reading, last: Placed | None) -> None:
    """ "killing two patients and a nurse": somebody without a number who ends a counted list."""
    if last is None:
        return
    counted: Count = getattr(last[0], last[1])
    line = reading.line
    end = line.text.find(counted.text) + len(counted.text)
    for index, chunk in enumerate(reading.clauses.chunks):
        if chunk.joined and 0 <= line.start[chunk.first] - end <= len(" and an "):
            single = one_person(reading, chunk)
            if single is not None and not _tells(reading, index):
                _add(last, single)
            return


def _distance(draft: Draft, chunk: Chunk, verb: int) -> float:
    if verb >= 0 and (draft.trigger.first <= verb <= draft.trigger.last or verb in draft.covers):
        return -1.0
    if not draft.trigger.noun and chunk.first <= draft.doer.first <= chunk.last:
        return 0.0
    return min(abs(draft.trigger.first - chunk.last), abs(chunk.first - draft.trigger.last))


def _kind(reading: Reading, chunk: Chunk, start: int) -> tuple[str, int]:
    """Which field a number fills ("" for none), and the verb that says so or -1."""
    line, status = reading.line, reading.status
    words = reading.words_between(chunk.first, chunk.last)
    if any(word in status["munition"] for word in words):
        return "munitions", -1
    tail = reading.words_between(chunk.last + 1, chunk.last + 4)
    counts_people = any(word in status.any_of("people", "single") for word in (*words, *tail[:3])) or not any(
        line.tag[i] == "N" and line.low[i] not in status.numbers and line.low[i] not in SCALES
        for i in range(chunk.first, chunk.last + 1)
    )
    verb = _left_verb(reading, start)
    band = words[-1] in status["band"] or bool(status["harm"] & set(words))
    if not (counts_people or band) and (verb < 0 or line.low[verb] not in status["kill"]):
        return "", -1
    return _harm(reading, chunk, verb, words, tail)


def _own_harm(reading: Reading, chunk: Chunk) -> bool:
    """ "12 dead and 40 hurt", "killed two and wounded five": the second number is counted for itself."""
    line, status = reading.line, reading.status
    kinds = status.any_of(*_HARM_KINDS)
    around = reading.words_between(chunk.first, chunk.last + 2)
    return any(word in kinds for word in around) or (line.tag[chunk.first - 1] == "v" and chunk.first > 0)


def _harm(reading: Reading, chunk: Chunk, verb: int, words: list[str], tail: list[str]) -> tuple[str, int]:
    line, status = reading.line, reading.status
    for kind, field in CASUALTIES:
        if any(word in status[kind] for word in words):
            return field, -1
    toll = _toll(reading, chunk)
    if toll >= 0:
        return "killed", toll
    if verb >= 0:
        said = line.low[_outcome(reading, verb)]
        for kind, field in HARMS:
            if line.low[verb] in status[kind] or said in status[kind]:
                return field, verb
        claimed = line.lemma[verb] in status["costs"] and "lives" in words
        if line.lemma[verb] == "lose" or claimed or tail[:2] == ["to", "death"]:
            return "killed", verb
        if line.lemma[verb] in {"take", "hold"} and status["captive"] & {*words, *tail[:2]}:
            return "captured", verb
    fate, verb = _fate(reading, chunk)
    if fate:
        return fate, verb
    verb = _right_verb(reading, chunk)
    if verb >= 0:
        return next(field for kind, field in HARMS if line.low[verb] in status[kind]), verb
    before = reading.words_between(chunk.first - 4, chunk.first - 1)
    if tail and tail[0] == "of" and "deaths" in before:
        return "killed", -1
    dead = any(word in status["deaths"] for word in before) and {"of", "toll"} & set(before)
    return ("killed", -1) if dead else ("", -1)


def _fate(reading: Reading, chunk: Chunk) -> tuple[str, int]:
    """ "lost their lives", "sustained injuries": the field and the verb of the counted people in front, or ("", -1)."""
    line = reading.line
    verb = next((i for i in range(chunk.last + 1, min(len(line), chunk.last + 4)) if line.tag[i] == "v"), -1)
    behind = line.low[verb + 1 : verb + 4] if verb >= 0 else []
    if behind and line.lemma[verb] == "lose" and behind[1:2] in (["lives"], ["life"]):
        return "killed", verb
    if behind and line.lemma[verb] in reading.status["bear"] and any(word in reading.status["harm"] for word in behind):
        return "injured", verb
    return "", -1


def _toll(reading: Reading, chunk: Chunk) -> int:
    """The word "toll" before a number it has risen "to" or stands "at", or -1."""
    line = reading.line
    stated = line.low[chunk.prep] in _TOLL_AT if chunk.prep >= 0 else chunk.first and line.tag[chunk.first - 1] in "vN"
    for i in range(chunk.first - 1, max(-1, chunk.first - _TOLL_REACH), -1) if stated else ():
        if line.tag[i] == ";":
            return -1
        if line.low[i] in reading.status["toll"]:
            return i
    return -1


def _right_verb(reading: Reading, chunk: Chunk) -> int:
    """The verb of harm that the counted people are the subject of, or that follows them directly."""
    line = reading.line
    harms = reading.status.any_of(*_HARM_KINDS)
    for i in range(chunk.last + 1, min(len(line), chunk.last + 34)):
        # Behind a comma such a word belongs to an aside ("the commander since the coup, were killed").
        other = line.low[i] in _ANOTHER_CLAUSE and "," not in line.tag[chunk.last + 1 : i]
        if (line.tag[i] == ";" and line.words[i] not in "()[]") or other:
            return -1
        if line.tag[i] == "v" or line.low[i] == "dead":
            near = i <= chunk.last + 3
            verb = i - 1 if line.low[i] == "dead" and line.tag[i - 1] == "v" else i
            i = _outcome(reading, i)
            if line.low[i] in harms and (near or _subject_of(reading, verb, chunk)) and _suffered(reading, i):
                return i
            # "two guards escorting a convoy were shot dead", "33 men who took a bus were killed": it only says which.
            which = line.form[verb] == {"ing"} or line.tag[reading.group(verb) - 1] == "r"
            if near and not which:
                return -1
    return -1


def _outcome(reading: Reading, verb: int) -> int:
    """ "were shot dead", "hacked to death", "shot and killed": the word that says what came of it, or the verb."""
    behind, kill = reading.line.low[verb + 1 : verb + 3], reading.status["kill"]
    if behind[:1] == ["dead"]:
        return verb + 1
    joined = behind[:1] in (["to"], ["and"]) and len(behind) > 1 and behind[1] in kill
    return verb + 2 if joined else verb


def _suffered(reading: Reading, verb: int) -> bool:
    """Whether those before the verb bear it: "200 soldiers were captured", not "200 soldiers captured a town"."""
    line = reading.line
    if line.low[verb] not in reading.status.any_of("capture", "displace"):
        return True
    return line.lemma[verb] == "flee" or reading.passive(verb)


def _left_verb(reading: Reading, start: int) -> int:
    line = reading.line
    for i in range(start - 1, max(-1, start - 7), -1):
        if line.tag[i] in "v":
            return -1 if reading.passive(i) else i
        if line.tag[i] in ";rsb" or (
            line.tag[i] == "c" and line.tag[i - 1] == "v" and line.lemma[i - 1] in reading.status["perish"]
        ):
            return -1
        if line.tag[i] in "NP" and reading.clauses.at[i] >= 0 and line.low[i] not in reading.status["people"]:
            return -1
    return -1


def _subject_of(reading: Reading, verb: int, chunk: Chunk) -> bool:
    index = reading.subject(verb)
    if index < 0 or reading.clauses.chunks[index] is not chunk:
        return False
    return reading.passive(verb) or reading.line.lemma[verb] in reading.status["perish"]
