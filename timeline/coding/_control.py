"""Whose act an infinitive, a participle or a relative clause tells, when its nearest noun is not who acts."""

from __future__ import annotations

from timeline.coding._chunks import Clauses
from timeline.coding._groups import THOSE, group_start, is_passive
from timeline.coding._line import QUOTES, Line
from timeline.coding._subjects import subject_chunk
from timeline.lexicon.status_words import StatusLexicon

_ADJUNCTS = frozenset(("after", "before", "since", "by", "without", "while", "when"))
_COPULAS = frozenset(("remain", "become"))
_DEPTH = 3
_DATE = frozenset("k#")


def acting_chunk(clauses: Clauses, status: StatusLexicon, verb: int, depth: int = 0) -> int:
    """The chunk that does what a verb says, or -1 where the clause names none."""
    line = clauses.line
    spoken = max(_speaker_behind(clauses, status, verb), _subject_told(clauses, status, verb))
    if spoken >= 0:
        return spoken
    left = group_start(line, verb) - 1
    if line.form[verb] == {"ing"} and left >= 1 and line.low[left] in _ADJUNCTS:
        return _main_subject(clauses, status, verb, left, depth)
    if left > 0 and line.tag[left + 1] == "t" and line.form[left] == {"ing"} and depth <= _DEPTH:
        # "accused X of planning to strike": who plans is who is to strike.
        return acting_chunk(clauses, status, left, depth + 1)
    other = max(_addressed(clauses, status, left + 1), _among(clauses, verb))
    if other >= 0:
        return other
    told = _told_antecedent(clauses, status, left)
    index = subject_chunk(clauses, verb) if told < 0 else told
    if told >= 0 or index < 0 or depth > _DEPTH:
        return index
    governor = _governor(line, clauses.chunks[index].first)
    if governor < 0 or is_passive(line, governor, group_start(line, governor)):
        return index
    if _passes_on(clauses, status, verb, index, governor):
        return acting_chunk(clauses, status, governor, depth + 1)
    return index


def _speaker_behind(clauses: Clauses, status: StatusLexicon, verb: int) -> int:
    """ "…," said Norland's minister: behind what is quoted the speaker follows the verb; else -1."""
    line = clauses.line
    index = clauses.at[verb + 1] if 0 < verb < len(line) - 1 else -1
    if index < 0 or clauses.chunks[index].first != verb + 1 or line.low[verb] not in status["assert"]:
        return -1
    quoted = line.words[verb - 1] in QUOTES or line.words[max(0, verb - 2)] in QUOTES
    if line.words[verb - 1] not in QUOTES | {","} or not (quoted or line.lemma[verb] == "say"):
        return -1
    for i in range(clauses.chunks[index].last + 1, len(line)):
        if line.tag[i] in "vbhmD":
            return -1
        if line.tag[i] in ",;":
            break
    return index


def _subject_told(clauses: Clauses, status: StatusLexicon, verb: int) -> int:
    """ "…, saying it had bombed X", "saying Norland had": between a verb of saying and a finite verb stands a subject.

    -1 where none does.
    """
    line, start = clauses.line, group_start(clauses.line, verb)
    index = clauses.at[start - 1] if start >= 2 else -1
    if index < 0 or line.tag[start] == "t" or line.form[verb] == {"ing"}:
        return -1
    while clauses.chunks[index].prep > 0 and clauses.at[clauses.chunks[index].prep - 1] >= 0:
        index = clauses.at[clauses.chunks[index].prep - 1]
    said = clauses.chunks[index].first - 1
    if said < 0 or line.tag[said] != "v" or line.low[said] not in status["assert"]:
        return -1
    aside = said > 0 and line.tag[said - 1] == "," and line.tag[start] in "bhmD"
    return index if line.tag[start - 1] == "o" or aside else -1


def _addressed(clauses: Clauses, status: StatusLexicon, start: int) -> int:
    """ "called on X last week to withdraw": whoever is addressed is to withdraw."""
    line = clauses.line
    index = clauses.at[start - 1] if start > 0 and line.tag[start] == "t" else -1
    while index >= 0 and set(line.tag[clauses.chunks[index].first : clauses.chunks[index].last + 1]) <= _DATE:
        before = min(clauses.chunks[index].first, clauses.chunks[index].prep % len(line)) - 1
        index = clauses.at[before] if before >= 0 else -1
    prep = clauses.chunks[index].prep if index >= 0 else -1
    if prep < 1 or line.low[prep] not in {"on", "upon", "to", "for"} or line.tag[prep - 1] != "v":
        return -1
    return index if line.lemma[prep - 1] in status.any_of("control", "appeal") else -1


def _among(clauses: Clauses, verb: int) -> int:
    """ "X was among ten people killed in the raid", "asked X to free those held": it tells of them, not of X alone."""
    line = clauses.line
    index = clauses.at[verb - 1] if verb and "participle" in line.form[verb] else -1
    if index < 0 or (line.low[verb - 1] in THOSE and is_passive(line, verb, group_start(line, verb))):
        return index
    prep = clauses.chunks[index].prep
    return index if prep >= 0 and line.low[prep] in {"among", "amongst", "including"} else -1


def _told_antecedent(clauses: Clauses, status: StatusLexicon, left: int) -> int:
    """ "X, which Y says attacked Z": the subject behind a verb of saying in a relative clause is X; else -1."""
    line = clauses.line
    if left < 2 or line.tag[left] != "v" or line.low[left] not in status["assert"]:
        return -1
    speaker = clauses.at[left - 1]
    opener = clauses.chunks[speaker].first - 1 if speaker >= 0 else -1
    if opener < 1 or line.low[opener] not in {"which", "who", "that"}:
        return -1
    before = opener - 1
    while before > 0 and line.tag[before] in ',"':
        before -= 1
    return clauses.at[before]


def _main_subject(clauses: Clauses, status: StatusLexicon, verb: int, left: int, depth: int) -> int:
    """ "attacked X after bombing Y": the gerund's subject is the main verb's; none if that is passive."""
    line = clauses.line
    main = next((i for i in range(left - 1, max(-1, left - 25), -1) if line.tag[i] == "v"), -1)
    if main < 0 or depth > _DEPTH or is_passive(line, main, group_start(line, main)):
        return -1
    return acting_chunk(clauses, status, main, depth + 1)


def _governor(line: Line, first: int) -> int:
    """The verb or form of "be" whose object or complement a chunk is, or -1."""
    i = first - 1
    while i >= 0 and line.tag[i] in 'a"':
        i -= 1
    return i if i >= 0 and line.tag[i] in "vb" else -1


def _passes_on(clauses: Clauses, status: StatusLexicon, verb: int, index: int, governor: int) -> bool:
    """Whether the noun before a verb hands its act on to the subject of the verb that governs the noun."""
    line, noun = clauses.line, clauses.line.low[clauses.chunks[index].last]
    start = group_start(line, verb)
    dependent = line.form[verb] == {"ing"} or line.tag[start] == "t" or line.tag[start - 1] == "r"
    if not dependent:
        return False
    if line.tag[governor] == "b" or line.lemma[governor] in _COPULAS:
        able = line.tag[start] == "t" and noun in status["through"]
        return able or (line.form[verb] == {"ing"} and line.tag[start - 1] == ",")
    if noun in status["utterance"]:
        return True
    return line.tag[start] == "t" and line.lemma[governor] not in status["control"]
