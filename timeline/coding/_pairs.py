"""Which two parties "each other", "both sides" and a bare "each" stand for."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.coding._context import Context
from timeline.coding._reading import Reading
from timeline.coding.actors import ActorMatch

_TWO = 2
_BYSTANDERS = frozenset(("organisation", "media", "bloc", "company"))
_STATES = frozenset(("countries", "neighbours", "neighbors", "governments", "states", "armies"))
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
        here = _parties(before, words[-1])
        pair = here[-_TWO:] if len(here) >= _TWO else _parties(context.recent_actors, words[-1])[:_TWO]
        return tuple(pair) if len(pair) == _TWO else ()
    return ()


def _parties(matches: Iterable[ActorMatch], noun: str) -> list[ActorMatch]:
    """Those among them that can be a side of their own, each once; only states where the noun says so."""
    found = {match.actor.id: match for match in matches if match.kind not in _BYSTANDERS}
    return [match for match in found.values() if noun not in _STATES or match.actor.code == match.country]
