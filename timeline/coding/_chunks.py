"""Noun chunks: where phrases begin and end, and what governs them."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.coding._line import Line, joins_on

# "broke off relations": what stands between a verb and its object.
PARTICLES = frozenset(("out", "up", "off", "down", "back", "away", "over"))
# "a small but wealthy country": the contrast stands behind a determiner and one adjective.
_CONTRASTS, _ADJECTIVE = frozenset(("but", "yet", "though")), 2
# What may stand behind a weekday and belongs to the date.
_DAY_PARTS = frozenset(
    ("morning", "noon", "afternoon", "evening", "night", "midnight", "mornings", "evenings", "nights", "afternoons")
)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


@dataclass(slots=True)
class Chunk:
    """Tokens `first` to `last` (inclusive) of one noun phrase without its complements.

    `prep` is the preposition that governs it (token index, or -1); `joined` says it continues a list.
    """

    first: int
    last: int
    prep: int
    joined: bool = False


@dataclass(slots=True)
class Clauses:
    """A line with its chunks; `at` maps a token to its chunk, or -1."""

    line: Line
    chunks: list[Chunk] = field(default_factory=list)
    at: list[int] = field(default_factory=list)


def read_clauses(line: Line) -> Clauses:
    """Cut a tagged line into noun chunks in one pass."""
    found = Clauses(line, [], [-1] * len(line))
    tag = line.tag
    i, count = 0, len(tag)
    while i < count:
        if not _nominal(line, i):
            i += 1
            continue
        first = i
        i += 1
        if tag[first] != "o":
            while i < count and _continues(line, first, i):
                i += 1
        _add_chunk(found, first, i - 1)
    return found


def _nominal(line: Line, i: int) -> bool:
    t = line.tag[i]
    return t in "dxNPA#'ok" or (
        t == "a" and i + 1 < len(line) and line.tag[i + 1] in "NP#" and i > 0 and line.tag[i - 1] in "dx'#"
    )


def _continues(line: Line, first: int, i: int) -> bool:
    t = line.tag[i]
    if t in "AP" and line.tag[i - 1] == "k" and (t == "A" or _is_date(line, first, i - 1)):
        return False
    if t in "NPA#" and _after_date(line, first, i):
        return False
    if t in "NPA#'":
        return True
    if t == "c" and line.low[i] in _CONTRASTS:
        # "a small but wealthy country"
        return i - first == _ADJECTIVE and line.tag[first : i + 2] == ["d", "N", "c", "N"]
    if t == ".":
        goes_on = i + 1 < len(line) and (line.tag[i + 1] in "NP'" or joins_on(line, i + 1))
        return goes_on and line.tag[i - 1] in "PN"
    if t == "k":
        return line.tag[i - 1] in "dk#'"
    if t in "dx":
        return (line.tag[i - 1] in "d" and t == "x") or (t == "d" and line.tag[i - 1] in "d'")
    if t == '"':
        return (
            line.tag[i - 1] in "dxNP."
            and i + 1 < len(line)
            and line.tag[i + 1] in "NPA"
            and line.start[i + 1] == line.end[i]
        )
    return t == "a" and i + 1 < len(line) and line.tag[i + 1] in "NP" and line.tag[i - 1] in "dx'#"


def _is_date(line: Line, first: int, last: int) -> bool:
    """ "on Thursday Norish marines", "21 June Norish jets": a date that another phrase follows."""
    return (last > first and line.tag[last - 1] == "#") or (last == first and first > 0 and line.tag[first - 1] == "p")


def _after_date(line: Line, first: int, i: int) -> bool:
    """ "On Thursday four officers", "In August 2022 Norland": behind a date that a preposition opens, a new phrase."""
    tag, low = line.tag, line.low
    if tag[i] == "P" and i == first + 1 and low[first - 1 : first] == ["in"] and _is_year(low[first]):
        return True
    pointed = tag[first:i] == ["k", "k"]
    headed = first > 0 and tag[first - 1] == "p"
    if not (headed or pointed) or low[i] in _DAY_PARTS or "k" not in tag[first:i]:
        return False
    dated = [word for word, t in zip(low[first:i], tag[first:i], strict=True) if t not in "k#"]
    if any(word not in _DAY_PARTS for word in dated):
        return False
    if tag[i] == "#" or low[i] in line.grammar.classes["number"]:
        # "Thursday 12 May", "May 3", "3 May 2024": a figure beside a month is part of the date.
        beside = tag[i - 1] == "#" or tag[i + 1 : i + 2] == ["k"] or not low[i - 1].endswith("day")
        return bool(dated) or not (low[i].isdigit() and beside)
    named = tag[i] == "A" or (pointed and tag[i] == "P")
    return named or "#" in tag[first:i] or bool(dated) or (headed and low[first - 1] == "on")


def _is_year(word: str) -> bool:
    return word.isdigit() and _FIRST_YEAR <= int(word[:9]) <= _LAST_YEAR


def _add_chunk(found: Clauses, first: int, last: int) -> None:
    line, tag = found.line, found.line.tag
    j = first - 1
    while j >= 0 and tag[j] in 'a"':
        j -= 1
    prep, joined = -1, False
    if j > 0 and line.low[j] in PARTICLES and tag[j - 1] == "v":
        pass
    elif j >= 0 and tag[j] == "p":
        prep = j
    elif j >= 0 and tag[j] in "c," and found.chunks:
        k = j - 1
        if k >= 0 and line.words[k] in ")]":
            k = opening_bracket(line, k) - 1
        while k >= 0 and tag[k] in ',"c.':
            k -= 1
        dated = k >= 0 and tag[k] == "k" and tag[last] != "k"
        joined = (
            k >= 0
            and found.at[k] >= 0
            and not dated
            and (_joins(found, j, last) if tag[j] == "c" else _in_list(found, j))
        )
        if joined:
            prep = found.chunks[found.at[k]].prep
    if _is_gloss(line, first, last) and found.chunks:
        prep, joined = found.chunks[-1].prep, True
    if line.tag[last] == "k" and prep < 0 and all(tag in "k#" for tag in line.tag[first : last + 1]):
        prep = first
    index = len(found.chunks)
    found.chunks.append(Chunk(first, last, prep, joined))
    for i in range(first, last + 1):
        found.at[i] = index


def _is_gloss(line: Line, first: int, last: int) -> bool:
    """ "the ministry (MoD)": another name in brackets goes with the one before it."""
    return first > 0 and line.words[first - 1] == "(" and line.words[last + 1 : last + 2] == [")"]


def _joins(found: Clauses, conjunction: int, last: int) -> bool:
    """Whether "and" continues a list; "but", or ", and" before a chunk with a verb of its own, opens a clause."""
    line = found.line
    if line.low[conjunction] in {"but", "yet"}:
        return False
    after = line.tag[last + 1] if last + 1 < len(line) else ";"
    if after == "v" and _is_object(found, found.at[conjunction - 1]) and line.low[last + 2 : last + 3] != ["by"]:
        return False
    own_verb = line.tag[conjunction - 1] == "," and after in "vbhmD"
    return not own_verb or found.chunks[-1].joined


def _is_object(found: Clauses, index: int) -> bool:
    """ "imposed sanctions on X (and Y banned …)": a complement of the object of a verb other than of saying."""
    line, prep = found.line, found.chunks[index].prep if index >= 0 else -1
    owner = found.at[prep - 1] if prep > 0 else -1
    verb = found.chunks[owner].first - 1 if owner >= 0 and not found.chunks[owner].joined else -1
    direct = owner >= 0 and found.chunks[owner].prep < 0 and verb > 0
    return direct and line.tag[verb] == "v" and not line.is_a(verb, "said") and line.form[verb] != {"ing"}


def _in_list(found: Clauses, comma: int) -> bool:
    """A comma between chunks joins them if "and" or "or" follows the next chunk directly (or after more commas)."""
    tag = found.line.tag
    if _sets_the_scene(found, comma) or _say_so(found, comma):
        return False
    i, count, commas = comma + 1, len(tag), 0
    while i < count and commas < 6:
        if tag[i] == "c":
            return tag[i - 1] in "NPA#'," and i + 1 < count and tag[i + 1] in "dxNPA#"
        if tag[i] == ",":
            commas += 1
        elif tag[i] not in "dxNPA#'.\"" and not (tag[i] == "p" and found.line.low[i] == "of"):
            return False
        i += 1
    return False


def _sets_the_scene(found: Clauses, comma: int) -> bool:
    """ "In Tave, Norland and Sudria agreed": the phrase that opens a sentence is no member of its subject's list."""
    tag, prep = found.line.tag, found.chunks[-1].prep
    opens = prep == 0 or (prep > 0 and tag[prep - 1] == ";" and found.line.words[prep - 1] not in ")]")
    if not opens or found.chunks[-1].joined:
        return False
    behind = next((t for t in tag[comma + 1 :] if t not in "dxNPA#'c.\""), ";")
    return behind in "vbhmD"


def _say_so(found: Clauses, comma: int) -> bool:
    """ ", residents and officials said": who tells it at the end of the sentence joins no list before the comma."""
    line = found.line
    behind = next((i for i in range(comma + 1, len(line)) if line.tag[i] not in "dxNPA#'c.\""), -1)
    commas = any(line.tag[i] == "," for i in range(comma + 1, behind))
    return behind > 0 and not commas and line.is_a(behind, "said") and line.tag[behind + 1 : behind + 2] in ([], [";"])


def opening_bracket(line: Line, close: int) -> int:
    """The token that opens the bracket closed at `close`."""
    i = close - 1
    while i > 0 and line.words[i] not in "([" and close - i < 40:
        i -= 1
    return i
