"""Killed, injured and munitions: numbers with their uncertainty, given to the act that governs them."""

from __future__ import annotations

from timeline.coding._chunks import Chunk
from timeline.coding._drafts import Draft
from timeline.coding._reading import Reading
from timeline.model import Count

_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_MAX_COUNT = 10_000_000
_MONTHS = frozenset(
    (
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
    )
)  # fmt: skip
_TOLL_AT = frozenset(("to", "at", "past", "above", "beyond"))
# Tokens between "toll" and its number.
_TOLL_REACH = 22


def count_acts(reading: Reading, drafts: list[Draft]) -> None:
    """Put each number of a sentence on the act it belongs to."""
    acts = [draft for draft in drafts if draft.type in {"ASSAULT", "COERCE"}]
    if not acts:
        return
    last: tuple[Draft, str] | None = None
    for chunk in reading.clauses.chunks:
        count = _count(reading, chunk)
        if last is not None and chunk.joined:
            _add(last, count or _one(reading, chunk))
            continue
        last = None
        kind, verb = _kind(reading, chunk) if count else ("", -1)
        if count is None or not kind:
            continue
        best = min(acts, key=lambda draft: _distance(draft, chunk, verb))
        if _distance(best, chunk, verb) <= 16 and getattr(best, kind) is None and best.type == "ASSAULT":
            setattr(best, kind, count)
            last = (best, kind) if kind != "munitions" else None
    for draft in acts:
        _count_single(reading, draft)


def _add(last: tuple[Draft, str], count: Count | None) -> None:
    """ "two patients and a nurse": the members of a list are counted together."""
    draft, kind = last
    before: Count = getattr(draft, kind)
    if count is None or before.low is None or count.low is None:
        return
    high = None if before.high is None or count.high is None else before.high + count.high
    setattr(draft, kind, Count(before.low + count.low, high, f"{before.text} and {count.text}"))


def _one(reading: Reading, chunk: Chunk) -> Count | None:
    """One person without a number ("a nurse", "the governor")."""
    line = reading.line
    single = line.tag[chunk.first] in "dx" and line.low[chunk.last] in reading.status["single"]
    return Count(1, 1, line.text[line.start[chunk.first] : line.end[chunk.last]]) if single else None


def _count_single(reading: Reading, draft: Draft) -> None:
    """A named person or "the governor" who was killed counts as one."""
    line, target = reading.line, draft.target
    deadly = {line.low[draft.trigger.head], *line.low[draft.trigger.first : draft.trigger.last + 1]}
    if draft.killed is not None or draft.trigger.noun or not deadly & reading.status["deadly"]:
        return
    if len(target.actors) == 1 and target.actors[0].actor.person and not target.located and not target.pronoun:
        draft.killed = Count(1, 1, target.actors[0].text)
    elif target.first >= 0 and reading.clauses.at[target.first] >= 0:
        draft.killed = _one(reading, reading.clauses.chunks[reading.clauses.at[target.first]])


def _distance(draft: Draft, chunk: Chunk, verb: int) -> float:
    if verb >= 0 and (draft.trigger.first <= verb <= draft.trigger.last or verb in draft.covers):
        return -1.0
    return min(abs(draft.trigger.first - chunk.last), abs(chunk.first - draft.trigger.last))


def _kind(reading: Reading, chunk: Chunk) -> tuple[str, int]:
    """What a number counts (killed, injured, munitions or nothing we keep), and the verb that says so or -1."""
    line, status = reading.line, reading.status
    words = reading.words_between(chunk.first, chunk.last)
    if any(word in status["munition"] for word in words):
        return "munitions", -1
    tail = reading.words_between(chunk.last + 1, chunk.last + 4)
    counts_people = any(word in status["people"] for word in (*words, *tail[:3])) or not any(
        line.tag[i] == "N" and line.low[i] not in status.numbers for i in range(chunk.first, chunk.last + 1)
    )
    verb = _left_verb(reading, chunk)
    if not counts_people and (verb < 0 or line.low[verb] not in status["kill"]):
        return "", -1
    return _harm(reading, chunk, words, tail)


def _harm(reading: Reading, chunk: Chunk, words: list[str], tail: list[str]) -> tuple[str, int]:
    line, status = reading.line, reading.status
    for kind, field in (("kill", "killed"), ("harm", "injured")):
        if any(word in status[kind] for word in words):  # type: ignore[index]
            return field, -1
    toll = _toll(reading, chunk)
    if toll >= 0:
        return "killed", toll
    verb = _left_verb(reading, chunk)
    if verb >= 0:
        if line.low[verb] in status["kill"]:
            return "killed", verb
        if line.low[verb] in status["harm"]:
            return "injured", verb
    verb = _right_verb(reading, chunk)
    if verb >= 0:
        return ("killed" if line.low[verb] in status["kill"] else "injured"), verb
    if tail and tail[0] == "of" and "deaths" in reading.words_between(chunk.first - 4, chunk.first - 1):
        return "killed", -1
    before = reading.words_between(chunk.first - 4, chunk.first - 1)
    dead = any(word in {"deaths", "death", "killing", "killings"} for word in before) and "of" in before
    return ("killed", -1) if dead else ("", -1)


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
    line, status = reading.line, reading.status
    for i in range(chunk.last + 1, min(len(line), chunk.last + 34)):
        if line.tag[i] == ";" and line.words[i] not in "()[]":
            return -1
        if line.tag[i] == "v" or line.low[i] == "dead":
            near = i <= chunk.last + 3
            if (near or _subject_of(reading, i, chunk)) and line.low[i] in status["kill"] | status["harm"]:
                return i
            if near:
                return -1
    return -1


def _left_verb(reading: Reading, chunk: Chunk) -> int:
    line = reading.line
    for i in range(chunk.first - 1, max(-1, chunk.first - 7), -1):
        if line.tag[i] in "v":
            return i
        if line.tag[i] in ";rsb" or (
            line.tag[i] in "NP" and reading.clauses.at[i] >= 0 and line.low[i] not in reading.status["people"]
        ):
            return -1
    return -1


def _subject_of(reading: Reading, verb: int, chunk: Chunk) -> bool:
    index = reading.subject(verb)
    return (index >= 0 and reading.clauses.chunks[index] is chunk and reading.passive(verb)) or (
        index >= 0 and reading.clauses.chunks[index] is chunk and reading.line.low[verb] in {"die", "died", "dies"}
    )


def _count(reading: Reading, chunk: Chunk) -> Count | None:
    line, numbers = reading.line, reading.status.numbers
    for i in range(chunk.first, chunk.last + 1):
        low = line.low[i]
        value = _digits(low) if line.tag[i] == "#" else numbers.get(low)
        following = line.low[i + 1] if i < chunk.last else ""
        article = low == "a" and bool(following) and following not in reading.status["people"]
        if (
            value is None
            or article
            or _day_of_month(reading, i, chunk)
            or (low == "no" and following in {"fewer", "less", "more"})
        ):
            continue
        if (i > 0 and line.words[i - 1] in "$€£") or (
            value[0] == value[1] and 1900 <= value[0] <= 2100 and chunk.first == chunk.last
        ):
            return None
        return _bounded(reading, i, _scaled(line.low, i, value), chunk)
    return None


def _day_of_month(reading: Reading, i: int, chunk: Chunk) -> bool:
    """ "on September 26 killed 37": a number beside a month that counts nobody behind it."""
    line = reading.line
    counted = any(word in reading.status["people"] for word in line.low[i + 1 : chunk.last + 1])
    beside = line.low[i - 1 : i] + line.low[i + 1 : i + 2] if i else line.low[1:2]
    return not counted and any(word in _MONTHS for word in beside)


def _digits(word: str) -> tuple[int, int | None] | None:
    parts = word.replace(",", "").replace(".", "").split("-")
    if not all(part.isdigit() and len(part) < 9 for part in parts) or len(parts) > 2:
        return None
    values = [int(part) for part in parts]
    return (min(values), max(values)) if "." not in word else None


def _scaled(low: list[str], i: int, value: tuple[int, int | None]) -> tuple[int, int | None]:
    scale = _SCALES.get(low[i + 1]) if i + 1 < len(low) else None
    if scale is None:
        return value
    return min(value[0] * scale, _MAX_COUNT), None if value[1] is None else min(value[1] * scale, _MAX_COUNT)


def _bounded(reading: Reading, i: int, value: tuple[int, int | None], chunk: Chunk) -> Count | None:
    line = reading.line
    low, high = value
    first = i
    head = i - 1 if i and line.low[i - 1] in {"a", "another"} else i
    for words, kind in _phrases_before(reading, head):
        first = min(first, head - len(words))
        if kind == "least":
            high = None
        elif kind == "most":
            low, high = 0, low
    if line.low[i + 1 : i + 2] == ["to"] or line.low[i + 1 : i + 2] == ["and"]:
        second = _digits(line.low[i + 2]) if i + 2 < len(line) and line.tag[i + 2] == "#" else None
        if (
            second
            and second[1]
            and second[1] > low
            and (line.low[i + 1] == "to" or "between" in line.low[max(0, i - 1) : i])
        ):
            high = second[1]
    text = line.text[line.start[first] : line.end[chunk.last]]
    return Count(low, high, text) if low or high else None


def _phrases_before(reading: Reading, i: int) -> list[tuple[tuple[str, ...], str]]:
    found: list[tuple[tuple[str, ...], str]] = []
    for back in (4, 3, 2, 1):
        start = i - back
        if start < 0 or found:
            continue
        for words, kind in reading.status.phrases.get(reading.line.low[start], ()):
            if kind in {"least", "most"} and len(words) == back and tuple(reading.line.low[start:i]) == words:
                found.append((words, kind))
    return found
