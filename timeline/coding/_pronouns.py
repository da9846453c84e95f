"""Whom pronouns, definite phrases and bare offices mean: "it", "the group", "the army", "foreign minister X"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from timeline.coding._chunks import Chunk
from timeline.coding._context import Context
from timeline.coding._pairs import counterpart_meant, pair_meant
from timeline.coding._placed import opening_state
from timeline.coding._reading import Phrase, Reading, phrase_of
from timeline.coding.actors import ActorMatch
from timeline.lexicon.status_words import StatusKind

StateOf = Callable[[ActorMatch], ActorMatch | None]

_KINDS = {
    "group": frozenset(("organisation", "armed_group", "party", "bloc")),
    "armed": frozenset(("armed_group", "party")),
    "bloc": frozenset(("organisation", "bloc")),
}
_STATES = frozenset(("state", "adjective", "capital", "metonym", "government", "military", "people", "person"))
_THINGS = frozenset(("it", "its", "itself"))
_PLURAL = frozenset(("they", "their", "them", "themselves"))
# "condemned Y over its attack": what stands before what somebody is charged with.
_CHARGED = frozenset(("for", "over"))
_PERSONAL = frozenset(("he", "she", "his", "her", "him", "himself", "herself"))
_FIRST_PERSON = frozenset(("we", "i", "our", "us", "my"))
# Kinds of words for what is done to others, and tokens between such a verb and whose they are ("one of its soldiers").
_HARMING: tuple[StatusKind, ...] = ("kill", "harm", "capture", "assail")
_OBJECT = 6
_PRONOUNS = _THINGS | _PLURAL | _PERSONAL | _FIRST_PERSON


def resolve_pronouns(reading: Reading, context: Context, state_of: StateOf) -> None:
    """Give pronouns and definite phrases the actor they most likely mean; unresolved ones stay empty."""
    line = reading.line
    # "The army" may be what a pronoun means, so it comes first; "its army" is whose the pronoun says, so it comes last.
    offices = _offices(reading) if context.states else ()
    for at, chunk in offices:
        if line.tag[chunk.first] != "x":
            _bare_office(reading, at, chunk, context, state_of)
    for i, low in enumerate(line.low):
        if (low not in _PRONOUNS and i not in reading.phrases) or i in reading.resolved:
            continue
        meant = pair_meant(reading, i, context) or _all_meant(reading, i, context, state_of)
        meant = counterpart_meant(reading, i, meant, context)
        if meant:
            reading.resolve(i, meant)
    for at, chunk in offices:
        if line.tag[chunk.first] == "x":
            _bare_office(reading, at, chunk, context, state_of)


def _all_meant(reading: Reading, i: int, context: Context, state_of: StateOf) -> tuple[ActorMatch, ...]:
    """Whom a pronoun or a definite phrase means: mostly one, all of a joint subject, or nobody known."""
    low = reading.line.low[i]
    if low in _THINGS or low in _PLURAL or low in _PERSONAL:
        several = _several_meant(reading, i, context)
        if several:
            return several
        charged = _accused(reading, i)
        if charged >= 0:
            return phrase_of(reading, charged).actors[:1]
        match = None if _owns_privately(reading, i) else _antecedent(reading, i, context)
    elif low in _FIRST_PERSON and reading.line.tag[i] in "ox":
        match = _speaker(reading, i, context)
    else:
        match = _definite(reading, i, context, state_of)
    return () if match is None else (match,)


def meant_by(reading: Reading, phrase: Phrase) -> Phrase:
    """The phrase of the same sentence that a bare pronoun stands for, else the phrase itself."""
    line = reading.line
    low = line.low[phrase.first] if phrase.first >= 0 else ""
    if phrase.first != phrase.last or low not in _THINGS | _PLURAL | _PERSONAL | {"we"}:
        return phrase
    if low == "we":
        return next((phrase_of(reading, index) for index in _speakers(reading, phrase.first)), phrase)
    named = {match.start for match in phrase.actors}
    for chunk in reversed(list(_subject_chunks(reading, phrase.first))):
        if line.tag[chunk.first] == "o":
            continue
        inside = {match.start for match in reading.actors_between(chunk.first, chunk.last)}
        if named & inside or (not named and _agrees(reading, chunk, low)):
            return phrase_of(reading, reading.clauses.at[chunk.first])
    return phrase


def _agrees(reading: Reading, chunk: Chunk, low: str) -> bool:
    """Whether a noun may be what a pronoun means, by number and by whether it is a person."""
    noun = reading.line.low[chunk.last]
    people = noun in reading.status["people"]
    several = people or (noun.endswith("s") and not noun.endswith(("ss", "us", "is"))) or noun in {"couple", "pair"}
    if low in _PERSONAL:
        return not several
    return several if low in _PLURAL else not people and not several


def _owns_privately(reading: Reading, i: int) -> bool:
    """ "their house": what belongs to people says nothing of a state."""
    index = reading.clauses.at[i]
    if reading.line.tag[i] != "x" or index < 0:
        return False
    return reading.line.low[reading.clauses.chunks[index].last] in reading.status["civil"]


def _antecedent(reading: Reading, i: int, context: Context) -> ActorMatch | None:
    """The subject last named before the pronoun in its sentence, else the actor last spoken of."""
    line = reading.line
    personal = line.low[i] in _PERSONAL
    before = [m for m in reading.people if m.end <= line.start[i] and not m.as_place and m.kind != "adjective"]
    if personal:
        before = [m for m in before if m.actor.person or m.kind == "person"] or [m for m in before if m.role]
    subjects = [m for m in before if _is_subject(reading, m, i)]
    if subjects:
        others = [m for m in subjects if m.actor.code != subjects[-1].actor.code]
        return others[-1] if others and _harms_owner(reading, i, subjects[-1]) else subjects[-1]
    if not personal:
        offices = [reading.actors_between(chunk.first, chunk.last) for chunk in _subject_chunks(reading, i)]
        meant = next((found[0] for found in reversed(offices) if found), None)
        if meant is not None or before:
            return meant or before[-1]
    if context.stranger or _unnamed_antecedent(reading, i):
        return None
    pool = [m for m in context.recent_actors if not personal or m.actor.person or m.kind == "person"]
    return pool[0] if pool else None


def _harms_owner(reading: Reading, i: int, doer: ActorMatch) -> bool:
    """ "X said that Y had wounded its soldiers": Y does not harm its own, so they are those of who else was named."""
    line = reading.line
    verb = next((j for j in range(i - 1, max(-1, i - _OBJECT), -1) if line.tag[j] == "v"), -1)
    if verb < 0 or line.tag[i] != "x" or reading.passive(verb):
        return False
    index = reading.subject(verb)
    chunk = reading.clauses.chunks[index] if index >= 0 else None
    own = chunk is not None and doer in reading.actors_between(chunk.first, chunk.last)
    return own and any(line.low[verb] in reading.status[kind] for kind in _HARMING)


def _accused(reading: Reading, i: int) -> int:
    """ "X blamed Y, saying it had armed them", "X blamed Y for its raid": the chunk of Y, or -1 elsewhere.

    Of what the accuser says he will do himself ("saying it would respond"), X.
    """
    line = reading.line
    verb = next((a for a in reversed(reading.accusations) if a < i), -1)
    charged = reading.clauses.at[verb + 1] if 0 <= verb < i - 1 else -1
    if charged < 0 or line.low[i] in _PERSONAL:
        return -1
    if line.tag[i] == "x":
        owned = line.low[i - 1] in _CHARGED and not any(line.tag[j] in ",;vsr" for j in range(verb + 1, i))
        return charged if owned else -1
    said = i - 1 - (line.low[i - 1 : i] == ["that"])
    if said <= verb or line.form[said] != {"ing"} or line.low[said] not in reading.status["assert"]:
        return -1
    if any(line.tag[j] == ";" for j in range(verb, said)):
        return -1
    return reading.subject(verb) if line.tag[i + 1 : i + 2] == ["m"] else charged


def _several_meant(reading: Reading, i: int, context: Context) -> tuple[ActorMatch, ...]:
    """ "They" that opens a sentence after one with a joint subject ("X and Y said …") are all of them."""
    opens = all(tag not in "vbhm" for tag in reading.line.tag[:i])
    nobody = not any(match.end <= reading.line.start[i] for match in reading.people)
    return context.group if reading.line.low[i] == "they" and opens and nobody else ()


def _unnamed_antecedent(reading: Reading, i: int) -> bool:
    """Whether a subject of its sentence that agrees with the pronoun, and that names no actor, stands before it."""
    line, low = reading.line, reading.line.low[i]
    if low in _PERSONAL:
        return False
    named = reading.actors_between
    unnamed = (c for c in _subject_chunks(reading, i) if line.tag[c.first] != "o" and not named(c.first, c.last))
    return any(_agrees(reading, chunk, low) for chunk in unnamed)


def _subject_chunks(reading: Reading, before: int) -> Iterator[Chunk]:
    line, chunks = reading.line, reading.clauses.chunks
    for verb in range(len(line)):
        if line.tag[verb] in "vb" and line.form[verb] != {"ing"}:
            index = reading.subject(verb)
            if index >= 0 and chunks[index].last < before:
                yield chunks[index]


def _speaker(reading: Reading, i: int, context: Context) -> ActorMatch | None:
    """ "We" and "our" are the speaker's: the subject of a reporting verb of the sentence, else who spoke last."""
    for index in _speakers(reading, i):
        chunk = reading.clauses.chunks[index]
        named = reading.actors_between(chunk.first, chunk.last)
        if named:
            return named[0]
    return context.recent_actors[0] if context.recent_actors and reading.line.text[:1] in '"“«' else None


def _speakers(reading: Reading, i: int) -> Iterator[int]:
    """The subjects of the sentence's verbs of saying, a pronoun at `i` left out."""
    line = reading.line
    for verb in range(len(line)):
        if line.tag[verb] == "v" and line.low[verb] in reading.status["assert"]:
            subject = reading.subject(verb)
            if subject >= 0 and reading.clauses.chunks[subject].first != i:
                yield subject


def _is_subject(reading: Reading, match: ActorMatch, before: int) -> bool:
    """Whether an actor heads the subject of a verb that stands before a token."""
    line, chunks = reading.line, reading.clauses.chunks
    for verb in range(before):
        if line.tag[verb] in "vb" and line.form[verb] != {"ing"}:
            index = reading.subject(verb)
            if index >= 0 and line.start[chunks[index].first] <= match.start < line.end[chunks[index].last]:
                return True
    return False


def _definite(reading: Reading, i: int, context: Context, state_of: StateOf) -> ActorMatch | None:
    line = reading.line
    for words, kind in reading.phrases.get(i, ()):
        if kind not in {"group", "armed", "bloc", "state", "office"}:
            continue
        last = i + len(words) - 1
        of = line.low[last + 1 : last + 2] == ["of"] and line.form[min(last + 2, len(line) - 1)] != {"ing"}
        if last + 1 < len(line) and (of or line.tag[last + 1] in "NPr"):
            return None
        before = [m for m in reading.people if m.end <= line.start[i] and not m.as_place]
        if kind == "office":
            held = [
                m
                for m in (*reversed(before), *context.recent_actors)
                if m.actor.person and words[-1] in f"{m.role} {m.text}".lower()
            ]
            return held[0] if held else None
        if kind == "state":
            return _state_meant(reading, i, words[-1], context, state_of)
        named = [m for m in (*reversed(before), *context.recent_actors) if m.kind in _KINDS[kind]]
        return named[0] if named else None
    return None


def _state_meant(
    reading: Reading, i: int, organ: str, context: Context, state_of: StateOf, *, near: bool = True
) -> ActorMatch | None:
    """Whose army or government is meant: its clause's own, the one spoken of before, the article's own state."""
    before = [
        match
        for match in reversed(reading.people)
        if match.end <= reading.line.start[i] and not match.as_place and (match.kind in _STATES or match.country)
    ]
    rulers = reading.status["rulers"] if organ in reading.status["rulers"] else frozenset()
    known = context.organs.get(organ) or context.called(rulers)
    if known is not None and rulers:
        return known
    if before and near:
        return before[0] if before[0].kind in _STATES else state_of(before[0])
    if known is not None:
        return known
    spoken = [m for m in context.recent_actors if m.country]
    at_home = next((m for m in spoken if m.country == context.home), None)
    if at_home is not None:
        return state_of(at_home)
    # The state last spoken of need not be ruled by a junta.
    return next((m for m in spoken if m.kind in _STATES), None) if near and not rulers else None


def _offices(reading: Reading) -> tuple[tuple[int, Chunk], ...]:
    """The chunks that name an organ of state ("police", "minister"), each behind its first token that does."""
    organs, at = reading.status["organ"], reading.clauses.at
    found: dict[int, int] = {}
    for i, low in enumerate(reading.line.low):
        if low in organs and at[i] >= 0:
            found.setdefault(at[i], i)
    return tuple((i, reading.clauses.chunks[index]) for index, i in found.items())


def _bare_office(reading: Reading, at: int, chunk: Chunk, context: Context, state_of: StateOf) -> None:
    """ "Riot police …", "foreign minister Name …": offices of no named state are those of the article's own."""
    line = reading.line
    if line.tag[chunk.first] == "#" or line.low[chunk.first] in {"a", "an", "some", "several", "no", "any"}:
        return
    if reading.actors_between(chunk.first, chunk.last) or line.low[chunk.last + 1 : chunk.last + 2] in (["of"], ["in"]):
        return
    named = at < chunk.last and line.tag[chunk.last] == "P"
    if at != chunk.last and not named:
        return
    scene = opening_state(reading)
    if scene is not None and (own := state_of(scene)) is not None and chunk.first not in reading.resolved:
        reading.resolve(chunk.first, (own,))
        return
    match = _state_meant(reading, chunk.first, line.low[at], context, state_of, near=False)
    if match is not None and match.country == context.home and chunk.first not in reading.resolved:
        reading.resolve(chunk.first, (match,))
