"""Which two parties "each other", "both sides" and a bare "each" stand for."""

from __future__ import annotations

from timeline.coding._context import Context
from timeline.coding._reading import Reading
from timeline.coding.actors import ActorMatch

_TWO = 2
_OPENERS = frozenset(("each", "either", "both"))


def pair_meant(reading: Reading, i: int, context: Context) -> tuple[ActorMatch, ...]:
    """The two parties that a phrase at a token stands for, in the order of the text; none where there are not two."""
    line = reading.line
    for words, kind in reading.status.phrases.get(line.low[i], ()):
        last = i + len(words) - 1
        if kind != "pair" or tuple(line.low[i : last + 1]) != words or line.tag[last + 1 : last + 2] in (["N"], ["P"]):
            continue
        if words[:2] == ("the", "other") and _OPENERS.isdisjoint(line.low[:i]):
            return ()
        before = [match for match in reading.people if match.end <= line.start[i] and not match.as_place]
        found = {match.actor.id: match for match in before}
        if len(found) < _TWO:
            found = {match.actor.id: match for match in context.recent_actors[:_TWO]}
        pair = list(found.values())[-_TWO:]
        return tuple(pair) if len(pair) == _TWO else ()
    return ()
