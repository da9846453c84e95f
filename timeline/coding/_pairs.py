"""Which two parties "each other", "both sides" and a bare "each" stand for."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.coding._context import Context
from timeline.coding._governing import verb_behind
from timeline.coding._reading import Reading, phrase_of
from timeline.coding.actors import ActorMatch
from timeline.lexicon.status_words import StatusLexicon

_TWO = 2
_BYSTANDERS = frozenset(("organisation", "media", "bloc", "company"))
_RECIPROCAL = frozenset(("other", "another", "each"))
_OPENERS = frozenset(("each", "either", "both"))


def pair_meant(reading: Reading, i: int, context: Context) -> tuple[ActorMatch, ...]:
    """The two parties that a phrase at a token stands for, in the order of the text; none where there are not two."""
    line = reading.line
    for words, kind in reading.phrases.get(i, ()):
        last = i + len(words) - 1
        if kind != "pair" or line.tag[last + 1 : last + 2] in (["N"], ["P"]):
            continue
        if words[:2] == ("the", "other") and _OPENERS.isdisjoint(line.low[:i]):
            return ()
        before = [match for match in reading.people if match.end <= line.start[i] and not match.as_place]
        here = _parties(before, words[-1], reading.status)
        if len(here) >= _TWO and not _addressed(reading, i, words, here[-_TWO:], context):
            return tuple(here[-_TWO:])
        return _spoken_of(context, words[-1], reading.status)
    return ()


def _spoken_of(context: Context, noun: str, status: StatusLexicon) -> tuple[ActorMatch, ...]:
    """The two sides of the act told last; of "sides", of the last hostile one; else the two last spoken of."""
    told = (context.rivals, context.opponents) if noun in status["facing"] else (context.opponents, context.rivals)
    for pool in (*told, context.recent_actors):
        pair = _parties(pool, noun, status)[:_TWO]
        if len(pair) == _TWO:
            return tuple(pair)
    return ()


def counterpart_meant(
    reading: Reading, i: int, owner: tuple[ActorMatch, ...], context: Context
) -> tuple[ActorMatch, ...]:
    """ "its neighbour", "their rival": whom the owner faces in what has been told; several are nobody."""
    index = reading.clauses.at[i] if owner and reading.line.tag[i] == "x" else -1
    noun = reading.line.low[reading.clauses.chunks[index].last] if index >= 0 else ""
    if noun not in reading.status["counterpart"]:
        return owner
    if noun.endswith("s"):
        return ()
    own = {match.actor.code for match in owner}
    for pair in (_here(reading, i, own), context.rivals, context.opponents):
        others = [match for match in pair if match.actor.code not in own]
        if len(pair) == _TWO and len(others) == 1:
            return tuple(others)
    return ()


def _here(reading: Reading, i: int, own: set[str]) -> tuple[ActorMatch, ...]:
    """The two states of a sentence that names no third."""
    named = {match.actor.code: match for match in reading.people if match.actor.code == match.country}
    return tuple(named.values()) if own <= set(named) else ()


def _addressed(reading: Reading, i: int, words: tuple[str, ...], named: list[ActorMatch], context: Context) -> bool:
    """ "X and Y urged the two sides to …": who asks others is not one of them, where an earlier act had two sides."""
    verb = verb_behind(reading, i - 1)
    if not (context.opponents or context.rivals) or verb < 0 or words[-1] in _RECIPROCAL:
        return False
    doers = phrase_of(reading, reading.subject(verb)).ids
    return doers >= {match.actor.id for match in named}


def _parties(matches: Iterable[ActorMatch], noun: str, status: StatusLexicon) -> list[ActorMatch]:
    """Those among them that can be a side of their own, each once; only states where the noun says so."""
    found = {match.actor.id: match for match in matches if match.kind not in _BYSTANDERS}
    return [match for match in found.values() if noun not in status["statehood"] or match.actor.code == match.country]
