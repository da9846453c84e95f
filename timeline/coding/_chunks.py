"""Noun chunks: where phrases begin and end, what governs them, who the subject of a verb is."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.coding._groups import group_start
from timeline.coding._line import Line, joins_on

_CLAUSE_PREPOSITIONS = frozenset(("after", "before", "since", "until", "till", "as", "once", "following"))
_PARTICLES = frozenset(("out", "up", "off", "down", "back", "away", "over"))
_MAX_STEPS = 60


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
    if t in "NPA#'":
        return True
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


def _add_chunk(found: Clauses, first: int, last: int) -> None:
    line, tag = found.line, found.line.tag
    j = first - 1
    while j >= 0 and tag[j] in 'a"':
        j -= 1
    prep, joined = -1, False
    if j > 0 and line.low[j] in _PARTICLES and tag[j - 1] == "v":
        pass
    elif j >= 0 and tag[j] == "p":
        prep = j
    elif j >= 0 and tag[j] in "c," and found.chunks:
        k = j - 1
        if k >= 0 and line.words[k] in ")]":
            k = _opening(line, k) - 1
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
    own_verb = line.tag[conjunction - 1] == "," and after in "vbhmD"
    return not own_verb or found.chunks[-1].joined


def _in_list(found: Clauses, comma: int) -> bool:
    """A comma between chunks joins them if "and" or "or" follows the next chunk directly (or after more commas)."""
    tag = found.line.tag
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


def subject_chunk(clauses: Clauses, verb: int, depth: int = 0) -> int:
    """The chunk that is the subject of a verb, or -1 where the clause names none."""
    line = clauses.line
    i = group_start(line, verb) - 1
    steps, trailing = 0, i >= 0 and line.tag[i] == "," and line.form[verb] == {"ing"}
    while i >= 0 and steps < _MAX_STEPS:
        steps += 1
        t = line.tag[i]
        if t in "rs":
            return _before_relative(clauses, i, verb)
        if t == ",":
            i = _skip_parenthesis(clauses, i)
        elif t == "c":
            return _shared_subject(clauses, i, verb, depth)
        elif t == ";":
            if line.words[i] not in ")]":
                return -1
            i = _opening(line, i) - 1
        elif clauses.at[i] >= 0:
            if i == group_start(line, verb) - 1 and line.form[verb] == {"ing"} and _owns_gerund(clauses, i):
                return clauses.at[i]
            index, i = _climb(clauses, clauses.at[i])
            pronoun = _relative_before(clauses, index) if index >= 0 else -1
            if pronoun >= 0 and line.form[verb] != {"ing"}:
                return _before_relative(clauses, pronoun, verb)
            if index >= 0 and not (trailing and (i := _governing_verb(clauses, index)) >= 0):
                return index
        elif t == "v":
            return subject_chunk(clauses, i, depth + 1) if depth <= 4 else -1
        else:
            i -= 1
    return -1


def _owns_gerund(clauses: Clauses, i: int) -> bool:
    """ "allegations of X supplying arms": the noun right before a gerund is its subject even behind "of"."""
    chunk = clauses.chunks[clauses.at[i]]
    return chunk.prep >= 0 and clauses.line.low[chunk.prep] in {"of", "about", "at", "with", "despite", "over"}


def _opening(line: Line, close: int) -> int:
    i = close - 1
    while i > 0 and line.words[i] not in "([" and close - i < 40:
        i -= 1
    return i


def _climb(clauses: Clauses, index: int) -> tuple[int, int]:
    """From a chunk to the head of its phrase; (-1, next token to the left) where it is only an adjunct or an object."""
    line, chunk = clauses.line, clauses.chunks[index]
    while chunk.joined and index > 0:
        index -= 1
        chunk = clauses.chunks[index]
    if chunk.prep >= 0:
        word = line.low[chunk.prep]
        if word in _CLAUSE_PREPOSITIONS and line.tag[chunk.prep] == "p":
            return index, -1
        return -1, chunk.prep - 1
    left = chunk.first - 1
    while left >= 0 and line.tag[left] in 'a"':
        left -= 1
    if left >= 0 and line.tag[left] in "v" and _nonfinite(line, left):
        return -1, group_start(line, left) - 1
    return index, -1


def _relative_before(clauses: Clauses, index: int) -> int:
    """ "rebels who took the town fled": the pronoun of the relative clause that a chunk is the object of, or -1."""
    line = clauses.line
    left = clauses.chunks[index].first - 1
    if left < 1 or line.tag[left] not in "vb":
        return -1
    start = group_start(line, left)
    return start - 1 if start > 0 and line.tag[start - 1] == "r" else -1


def _governing_verb(clauses: Clauses, index: int) -> int:
    """ "hit the port, killing six": an object is never the subject of a participle set off by a comma."""
    left = clauses.chunks[index].first - 1
    return left if left >= 0 and clauses.line.tag[left] == "v" else -1


def _nonfinite(line: Line, verb: int) -> bool:
    start = group_start(line, verb)
    if line.tag[start] == "t" or any(line.tag[i] == "t" for i in range(start, verb)):
        return True
    if any(line.tag[i] in "bhmD" for i in range(start, verb)):
        return False
    return "ing" in line.form[verb]


def _before_relative(clauses: Clauses, pronoun: int, verb: int) -> int:
    """The antecedent of a relative pronoun; a "that" which opens a complement has none."""
    line = clauses.line
    i = pronoun - 1
    while i >= 0 and line.tag[i] in ',"p' and pronoun - i < 3:
        i -= 1
    if i < 0 or clauses.at[i] < 0:
        return -1
    index = clauses.at[i]
    steps = 0
    plural_verb = line.low[verb] if line.tag[verb] == "b" else ""
    while (
        clauses.chunks[index].prep >= 0 and line.low[clauses.chunks[index].prep] in {"of", "in", "from"} and steps < 4
    ):
        left = clauses.chunks[index].prep - 1
        if left < 0 or clauses.at[left] < 0 or plural_verb == "?":
            break
        index, steps = clauses.at[left], steps + 1
    return index


def _skip_parenthesis(clauses: Clauses, comma: int) -> int:
    """Jump over ", … ," back to before the opening comma; a single comma is stepped over."""
    line = clauses.line
    i = comma - 1
    while i >= 0 and comma - i < 40:
        t = line.tag[i]
        if t == ";":
            break
        if t == "," and not _list_comma(clauses, i):
            inside = line.tag[i + 1]
            if inside in "dxNPAr#pvacs" or line.low[i + 1] in {"including", "according"}:
                return i - 1
            break
        i -= 1
    return comma - 1


def _list_comma(clauses: Clauses, comma: int) -> bool:
    after = clauses.at[comma + 1] if comma + 1 < len(clauses.at) else -1
    return after >= 0 and clauses.chunks[after].joined


def _shared_subject(clauses: Clauses, conjunction: int, verb: int, depth: int) -> int:
    """The subject of the verb before "and": coordinated verbs share it."""
    line = clauses.line
    if depth > 4:
        return -1
    ing = line.form[verb] == {"ing"}
    for i in range(conjunction - 1, max(-1, conjunction - 50), -1):
        if line.tag[i] == ";":
            return -1
        if line.tag[i] == "v" and (ing or not _nonfinite(line, i) or line.tag[group_start(line, verb)] == "t"):
            return subject_chunk(clauses, i, depth + 1)
    return -1
