"""Who the subject of a verb is: the noun phrase that does what the verb says, through asides, lists and relatives."""

from __future__ import annotations

from timeline.coding._chunks import PARTICLES, Clauses, opening_bracket
from timeline.coding._groups import group_start, shared_lead
from timeline.coding._line import Line

_CLAUSE_PREPOSITIONS = frozenset(("after", "before", "since", "until", "till", "as", "once", "following"))
_MAX_STEPS = 60
_STRESS = frozenset(("himself", "herself", "itself", "themselves"))


def subject_chunk(clauses: Clauses, verb: int, depth: int = 0) -> int:
    """The chunk that is the subject of a verb, or -1 where the clause names none."""
    line = clauses.line
    i = group_start(line, verb) - 1
    trailing = i >= 0 and line.tag[i] == "," and line.form[verb] == {"ing"}
    steps, i = 0, _verb_left(line, i, finite=line.lemma[verb] in line.grammar.classes["spoken"]) if trailing else i
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
                return _label(clauses, i, verb)
            i = opening_bracket(line, i) - 1
        elif clauses.at[i] >= 0:
            if i == group_start(line, verb) - 1 and line.form[verb] == {"ing"} and _owns_gerund(clauses, i):
                return clauses.at[i]
            index, i = _climb(clauses, clauses.at[i])
            pronoun = _relative_before(clauses, index) if index >= 0 else -1
            if pronoun >= 0 and line.form[verb] != {"ing"}:
                return _before_relative(clauses, pronoun, verb)
            if index >= 0 and (i := _governing(clauses, index, verb)) < 0:
                return index
        elif t == "v":
            return subject_chunk(clauses, i, depth + 1) if depth <= 4 else -1
        else:
            i -= 1
    return -1


def _label(clauses: Clauses, colon: int, verb: int) -> int:
    """ "Norland: fired missiles at …": a name alone before a colon is the subject of the verb behind it; or -1."""
    line = clauses.line
    index = clauses.at[colon - 1] if colon > 0 and line.words[colon] == ":" else -1
    alone = index >= 0 and not any(line.tag[i] not in ';"#' for i in range(clauses.chunks[index].first))
    bare = group_start(line, verb) == colon + 1 and "ing" not in line.form[verb]
    named = alone and line.tag[clauses.chunks[index].last] == "P"
    return index if named and bare and clauses.chunks[index].prep < 0 else -1


def _owns_gerund(clauses: Clauses, i: int) -> bool:
    """ "allegations of X supplying arms": the noun right before a gerund is its subject even behind "of"."""
    chunk = clauses.chunks[clauses.at[i]]
    return chunk.prep >= 0 and clauses.line.low[chunk.prep] in {"of", "about", "at", "with", "despite", "over"}


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


def _governing(clauses: Clauses, index: int, verb: int) -> int:
    """ "fired rockets, shelled Y and took Z": the verb that governs a chunk before a comma and the next verb, or -1."""
    line, left = clauses.line, clauses.chunks[index].first - 1
    start = group_start(line, verb)
    own = any(line.tag[i] in "bh" and line.low[i] != "having" for i in range(start, verb))
    in_series = line.tag[start - 1] == "," and "past" in line.form[verb] and not own
    left -= left > 0 and line.low[left] in PARTICLES and line.tag[left - 1] == "v"
    return left if in_series and left >= 0 and line.tag[left] == "v" and not line.is_a(left, "said") else -1


def _verb_left(line: Line, comma: int, *, finite: bool) -> int:
    """ "hit the port on Monday, killing six": the verb that a participle behind a comma goes with, else the comma.

    "asked X to leave, accusing Y": who speaks is the subject of the finite verb.
    """
    for i in range(comma - 1, max(-1, comma - _MAX_STEPS), -1):
        if line.tag[i] in ";rs":
            break
        if line.tag[i] == "v" and not (finite and line.tag[group_start(line, i)] == "t"):
            return i
    return comma


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
            if (inside in "dxNPAr#pvacs" or line.low[i + 1] in {"including", "according"}) and not _framed(clauses, i):
                return i - 1
            break
        i -= 1
    return comma - 1


def _framed(clauses: Clauses, comma: int) -> bool:
    """ "On Monday, the army, backed by jets, took …": only a time or place stands before the subject."""
    line, index = clauses.line, clauses.at[comma + 1]
    if index < 0 or clauses.chunks[index].prep > comma:
        return False
    i = comma - 1
    while i >= 0 and line.tag[i] != ";":
        chunk = clauses.chunks[clauses.at[i]] if clauses.at[i] >= 0 else None
        if line.tag[i] in "vbhm,srt" or (chunk is not None and chunk.prep < 0):
            return False
        i = chunk.prep - 1 if chunk is not None else i - 1
    return True


def _list_comma(clauses: Clauses, comma: int) -> bool:
    after = clauses.at[comma + 1] if comma + 1 < len(clauses.at) else -1
    return after >= 0 and clauses.chunks[after].joined


def _shared_subject(clauses: Clauses, conjunction: int, verb: int, depth: int) -> int:
    """The subject of the verb before "and": coordinated verbs share it."""
    line = clauses.line
    if depth > 4:
        return -1
    lead = shared_lead(line, verb)
    if lead >= 0:
        return subject_chunk(clauses, lead, depth + 1)
    ing = line.form[verb] == {"ing"}
    for i in range(conjunction - 1, max(-1, conjunction - 50), -1):
        if line.tag[i] == ";":
            return -1
        if line.tag[i] == "v" and (ing or not _nonfinite(line, i) or line.tag[group_start(line, verb)] == "t"):
            return subject_chunk(clauses, i, depth + 1)
    return -1


def unstressed(clauses: Clauses, index: int) -> int:
    """ "The general himself was killed": the name before a pronoun that only stresses it."""
    if index < 1 or clauses.line.low[clauses.chunks[index].first] not in _STRESS:
        return index
    return index - 1 if clauses.chunks[index - 1].last == clauses.chunks[index].first - 1 else index
