"""Rungs upon each other, and inside each its marks in rows or, where they would cover one another, as bars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline.figures._crowd import CROWD_PX, Bar, is_crowded, stack_bars, tallest
from timeline.figures._ladder_types import LANE_PX, Placed, Rung
from timeline.figures._marks import FORCE, RUNGS, Key, Mark
from timeline.figures._place import Item, Packed, pack

_MAX_ROWS_PX = 150
# Pixels that a bow beneath the marks needs, with its lag.
_BOW_PX = 32


class Shape(NamedTuple):
    """A mark with its place in time, before it has one on its rung."""

    mark: Mark
    rung: int
    key: Key
    x: float
    x0: float
    x1: float
    size: int
    labelled: bool


class Arranged(NamedTuple):
    """Rungs from the lowest, single marks, and bars of which the fullest stretch has `most` events."""

    rungs: tuple[Rung, ...]
    placed: tuple[Placed, ...]
    bars: tuple[Bar, ...]
    most: int


class _Split(NamedTuple):
    """A rung's single marks, packed, and those that only bars count."""

    single: tuple[Shape, ...]
    packed: Packed
    counted: tuple[Shape, ...]


def arrange(
    shapes: Sequence[Shape], bows: frozenset[int], lanes: int, rung_names: Sequence[str], *, narrow: bool
) -> Arranged:
    """Stack marks inside each rung and rungs upon each other; `lanes` of words stand above the highest one's marks."""
    splits = [_split([s for s in shapes if s.rung == index]) for index in RUNGS]
    most = tallest([[s.x for s in split.counted] for split in splits])
    names = list(dict.fromkeys(s.key.name for s in shapes))
    rungs: list[Rung] = []
    placed: list[Placed] = []
    bars: list[Bar] = []
    base = 0.0
    for index, (name, split) in enumerate(zip(rung_names, splits, strict=True)):
        above = lanes if index == FORCE else 0
        under = CROWD_PX + 6 if split.counted else 0
        floor = base + 9 + (_BOW_PX if index in bows else 0)
        ceiling = max(floor + under + split.packed.height, base + 34)
        top = max(ceiling + 9 + above * LANE_PX + (16 if narrow else 0), base + 54)
        spare = (top - ceiling - 9) / 2 if not above and not narrow else 0
        rungs.append(Rung(name, base, top, floor + spare, ceiling + spare))
        placed += _places(split, ceiling + spare)
        bars += stack_bars([(s.x, s.key.name) for s in split.counted], names, base=floor + spare, most=most)
        base = top + 4
    return Arranged(tuple(rungs), tuple(sorted(placed, key=lambda p: p.mark)), tuple(bars), most)


def _split(mine: Sequence[Shape]) -> _Split:
    """All single where they have room; in a crowd only the gravest, which have words."""
    packed = _pack(mine)
    if not is_crowded(packed):
        return _Split(tuple(mine), packed, ())
    single = tuple(s for s in mine if s.labelled)
    return _Split(single, _pack(single), tuple(s for s in mine if not s.labelled))


def _pack(shapes: Sequence[Shape]) -> Packed:
    return pack([Item(s.x, s.x0, s.x1, s.size, s.labelled) for s in shapes], most_px=_MAX_ROWS_PX)


def _places(split: _Split, ceiling: float) -> list[Placed]:
    return [
        Placed(s.mark, s.rung, s.key, s.x, s.x0, s.x1, ceiling - offset, s.size)
        for s, offset in zip(split.single, split.packed.offsets, strict=True)
    ]
