"""One sentence as the coder sees it: tokens, chunks, subjects of verbs and the actors in phrases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from timeline.coding._chunk_actors import head_actors, one_of_each, owner_of, sent_by
from timeline.coding._chunks import Chunk, Clauses, read_clauses
from timeline.coding._control import acting_chunk
from timeline.coding._groups import group_start, is_passive
from timeline.coding._line import Line, read_line
from timeline.coding._subjects import unstressed
from timeline.coding._syntax import Tree
from timeline.coding.actors import ActorMatch
from timeline.lexicon.actions import ActionLexicon
from timeline.lexicon.status_words import Said, StatusLexicon
from timeline.model import Expression, Sentence

_HEAD_COMPLEMENTS = frozenset(
    ("of", "in", "from", "at", "for", "on", "against", "near", "within", "across", "inside", "between", "to", "by")
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that fills a role: its tokens, the actors named in it and how they were found there."""

    first: int
    last: int
    actors: tuple[ActorMatch, ...] = ()
    located: bool = False
    pronoun: bool = False

    @property
    def ids(self) -> set[str]:
        """The ids of its actors."""
        return {match.actor.id for match in self.actors}


NOBODY = Phrase(-1, -1)
# "workers at a mine in Norland": a place within a place is the second complement.
_WITHIN = 2


@dataclass(slots=True)
class Reading:
    """A sentence's analysis; `people` are its actor matches in order, offsets from the sentence's start.

    `tree` is its dependency parse where one was asked for; `parse_alone` silences the rules on roles, for ablations.
    `strangers` are spans of names in the place of an actor that the lexicon does not know, with their office or "".
    `told_from` are the towns and states of the sentence's dateline, who take no part in what it tells,
    `phrases` are the status words said, by the token they begin at, longest first;
    `times` the stretches of it that are time expressions, offsets from its start: their numbers count nobody.
    `named_acts` are the tokens at which any act is named, told or not, `accusations` the verbs that accuse.
    `around` keeps the phrase read around each chunk until a pronoun is resolved.
    """

    sentence: Sentence
    line: Line
    clauses: Clauses
    people: tuple[ActorMatch, ...]
    status: StatusLexicon
    resolved: dict[int, tuple[ActorMatch, ...]] = field(default_factory=dict)
    subjects: dict[int, int] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    voices: dict[int, bool] = field(default_factory=dict)
    conditions: list[tuple[int, int]] | None = None
    asides: list[tuple[int, int, int, int]] | None = None
    tree: Tree | None = None
    parse_alone: bool = False
    acts: int = 0
    strangers: dict[tuple[int, int], str] = field(default_factory=dict)
    told_from: tuple[ActorMatch, ...] = ()
    phrases: Mapping[int, tuple[Said, ...]] = field(default_factory=dict)
    times: tuple[tuple[int, int], ...] = ()
    named_acts: tuple[int, ...] = ()
    accusations: tuple[int, ...] = ()
    around: dict[int, Phrase] = field(default_factory=dict)

    def resolve(self, token: int, actors: tuple[ActorMatch, ...]) -> None:
        """Keep whom a pronoun or a definite phrase means; phrases around it may now name somebody."""
        self.resolved[token] = actors
        self.around.clear()

    def note_times(self, expressions: Sequence[Expression]) -> None:
        """Keep where the time expressions of the sentence stand."""
        start = self.sentence.start
        self.times = tuple((one.start - start, one.end - start) for one in expressions)

    def group(self, verb: int) -> int:
        """First token of a verb's group."""
        if verb not in self.starts:
            self.starts[verb] = group_start(self.line, verb)
        return self.starts[verb]

    def subject(self, verb: int) -> int:
        """The chunk that does what a verb says, or -1."""
        if verb not in self.subjects:
            self.subjects[verb] = unstressed(self.clauses, acting_chunk(self.clauses, self.status, verb))
        return self.subjects[verb]

    def passive(self, verb: int) -> bool:
        """Whether a verb stands in the passive."""
        if verb not in self.voices:
            self.voices[verb] = is_passive(self.line, verb, self.group(verb))
        return self.voices[verb]

    def actors_between(self, first: int, last: int) -> tuple[ActorMatch, ...]:
        """Actor matches that begin within these tokens."""
        if first > last or first < 0:
            return ()
        low, high = self.line.start[first], self.line.end[last]
        found = [match for match in self.people if low <= match.start < high]
        if not found and self.resolved:
            found = [match for i in range(first, last + 1) if i in self.resolved for match in self.resolved[i]]
        return tuple(found)

    def text(self, phrase: Phrase) -> str:
        """The words of a phrase."""
        if phrase.first < 0:
            return ""
        return self.line.text[self.line.start[phrase.first] : self.line.end[phrase.last]]

    def words_of(self, phrase: Phrase) -> list[str]:
        """The lower-case words of a phrase."""
        return self.words_between(phrase.first, phrase.last)

    def head_of(self, phrase: Phrase) -> int:
        """The last token of a phrase without its complements; of nobody's phrase, -1."""
        return self.clauses.chunks[self.clauses.at[phrase.first]].last if phrase.first >= 0 else -1

    def words_between(self, first: int, last: int) -> list[str]:
        """Lower-case words of a stretch of tokens, clipped to the sentence."""
        return self.line.low[max(0, first) : max(0, last + 1)]


def read_sentence(
    sentence: Sentence, people: tuple[ActorMatch, ...], actions: ActionLexicon, status: StatusLexicon
) -> Reading:
    """Analyse one sentence."""
    names = [(match.start, match.end, match.kind == "adjective") for match in people]
    line = read_line(sentence.text, actions.grammar, names)
    return Reading(sentence, line, read_clauses(line), people, status, phrases=status.said_in(line.low))


def phrase_of(reading: Reading, index: int) -> Phrase:
    """The noun phrase around a chunk, with its list members and complements, and the actors that stand for it."""
    if index < 0:
        return NOBODY
    if index not in reading.around:
        reading.around[index] = _read_phrase(reading, index)
    return reading.around[index]


def _read_phrase(reading: Reading, index: int) -> Phrase:
    chunks = reading.clauses.chunks
    first = index
    while chunks[first].joined and first > 0 and index - first < 8:
        first -= 1
    last = _list_end(chunks, index)
    heads = _complement_chain(reading, first, last)
    start, end = chunks[first].first, chunks[heads[-1] if heads else last].last
    end = max(end, chunks[last].last)
    actors, located, pronoun = _named(reading, first, last, heads, end)
    return Phrase(start, end, actors, located, pronoun)


def _list_end(chunks: Sequence[Chunk], index: int) -> int:
    while index + 1 < len(chunks) and chunks[index + 1].joined:
        index += 1
    return index


def _complement_chain(reading: Reading, first: int, last: int) -> list[int]:
    """Chunks that complement the phrase: directly following prepositional phrases, "of" without limit, others one."""
    chunks, line = reading.clauses.chunks, reading.line
    found: list[int] = []
    at, others = last, 0
    while at + 1 < len(chunks):
        nxt, end = chunks[at + 1], chunks[at].last + 1
        end += line.words[end : end + 1] == [")"]
        if nxt.prep < 0 or nxt.prep != end:
            break
        word = line.low[nxt.prep]
        if opens_cue(reading, nxt.prep) or (word == "by" and not _by_somebody(reading, chunks[at], nxt)):
            break
        if word != "of":
            others += 1
            wider = word == "in" and others == _WITHIN and chunks[last].prep < 0 and line.low[chunks[at].prep] == "at"
            if word not in _HEAD_COMPLEMENTS or (others > 1 and not wider) or _is_state_name(reading, chunks[at]):
                break
        elif line.tag[nxt.first] == "k" or _is_state_name(reading, chunks[at]):
            break
        if line.tag[nxt.first] in "k" or line.tag[nxt.last] == "k":
            break
        at, end = at + 1, _list_end(chunks, at + 1)
        if word in ("of", "between") or line.tag[chunks[end].last] == "P":
            at = end
        found.append(at)
    return found


def _by_somebody(reading: Reading, chunk: Chunk, agent: Chunk) -> bool:
    """ "a proposal by the ministry", not "aid to Norland by ten per cent"."""
    tag = reading.line.tag
    counted = tag[agent.first] == "#" or reading.line.words[agent.first] in "$€£"
    governed = chunk.first > 0 and tag[chunk.first - 1] == "v"
    return governed and not counted and not reading.actors_between(chunk.first, chunk.last)


def _is_state_name(reading: Reading, chunk: Chunk) -> bool:
    """ "accused Norland of lies": a state's bare name takes no complement of its own."""
    low, high = reading.line.start[chunk.first], reading.line.end[chunk.last]
    return any(match.kind == "state" and low <= match.start and match.end == high for match in reading.people)


def opens_cue(reading: Reading, i: int) -> bool:
    """ "in retaliation for" belongs to the act, not to the noun before it."""
    return any(kind == "cue" for _, kind in reading.phrases.get(i, ()))


def _named(
    reading: Reading, first: int, last: int, heads: list[int], end: int
) -> tuple[tuple[ActorMatch, ...], bool, bool]:
    """The actors that stand for a phrase, whether they only say where it is, and whether a pronoun names them."""
    chunks = reading.clauses.chunks
    direct: list[ActorMatch] = []
    for index in range(first, last + 1):
        inside = reading.actors_between(chunks[index].first, chunks[index].last)
        direct.extend(head_actors(reading, inside, chunks[index]))
    if direct:
        pronoun = reading.line.tag[chunks[last].first] in "ox"
        # "the capital's airport" says where something is, and acts for nobody.
        sited = all(match.as_place and match.kind == "capital" for match in direct)
        return one_of_each(direct), sited, pronoun
    inside = reading.actors_between(chunks[last].last + 1, end)
    sent = sent_by(reading, heads[-1] if heads else last)
    if sent and not inside:
        return sent, True, False
    owner = owner_of(reading, chunks[first]) if not inside else ()
    if owner:
        return owner, True, False
    apposed = _apposition(reading, last if not heads else heads[-1])
    if apposed and not inside:
        return apposed, False, False
    joint = _jointly_of(reading, last)
    if joint:
        return joint, True, False
    several = last + 1 < len(chunks) and line_word(reading, chunks[last + 1].prep) == "between"
    several = several or (bool(inside) and inside[0] not in reading.people)
    return one_of_each(inside if several else inside[:1]), bool(inside), False


def _jointly_of(reading: Reading, index: int) -> tuple[ActorMatch, ...]:
    """ "the presidents of X and Y", "envoys from X and Y": a plural head stands for each member of the list."""
    chunks, line = reading.clauses.chunks, reading.line
    if index + 1 >= len(chunks) or line_word(reading, chunks[index + 1].prep) not in {"of", "from"}:
        return ()
    end = _list_end(chunks, index + 1)
    if end == index + 1 or chunks[index + 1].prep != chunks[index].last + 1 or line.low[chunks[index].last][-1] != "s":
        return ()
    found = reading.actors_between(chunks[index + 1].first, chunks[end].last)
    return one_of_each(found)


def line_word(reading: Reading, i: int) -> str:
    """A token in lower case; an empty string where the index is -1."""
    return reading.line.low[i] if i >= 0 else ""


def _apposition(reading: Reading, last: int) -> tuple[ActorMatch, ...]:
    """Actors of ", the … ," right behind a phrase that names none itself."""
    chunks, line = reading.clauses.chunks, reading.line
    if last + 1 >= len(chunks):
        return ()
    nxt = chunks[last + 1]
    if line.low[nxt.first] == "such" and line.low[nxt.first + 1 : nxt.first + 2] == ["as"] and last + 2 < len(chunks):
        return reading.actors_between(chunks[last + 2].first, chunks[_list_end(chunks, last + 2)].last)
    gap = [word for word in line.low[chunks[last].last + 1 : nxt.first] if word != ","]
    if gap in (["including"], ["like"]):
        return reading.actors_between(nxt.first, chunks[_list_end(chunks, last + 1)].last)
    if nxt.first != chunks[last].last + 2 or line.tag[nxt.first - 1] != "," or nxt.joined:
        return ()
    end = nxt.last
    for chain in _complement_chain(reading, last + 1, last + 1):
        end = chunks[chain].last
    closed = end + 1 >= len(line) or line.tag[end + 1] in ",;"
    return reading.actors_between(nxt.first, end)[:1] if closed else ()
