"""What the ladder draws: rungs, marks with their place, arcs and labels, all in pixels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from timeline.figures._ladder_arcs import find_arcs
from timeline.figures._ladder_labels import place_labels
from timeline.figures._ladder_types import LANE_PX, Arc, Label, Placed, Rung
from timeline.figures._layout import Sheet
from timeline.figures._marks import FORCE, RUNGS, Key, Mark, diameter, gravity, legend_keys, read_marks, rung_of
from timeline.figures._place import Item, pack
from timeline.figures._scale import Scale
from timeline.figures._text import count_text, span_text
from timeline.figures._time_axis import make_scale

_MAX_ROWS_PX = 230


class LadderFacts(NamedTuple):
    """Everything on the ladder."""

    scale: Scale
    rungs: tuple[Rung, ...]
    placed: tuple[Placed, ...]
    arcs: tuple[Arc, ...]
    labels: tuple[Label, ...]
    undated: int
    summary: str

    @property
    def height(self) -> float:
        """Pixels from the lowest rung to the highest."""
        return self.rungs[-1].y1


class _Shape(NamedTuple):
    mark: Mark
    rung: int
    key: Key
    x: float
    x0: float
    x1: float
    size: int
    labelled: bool


def ladder_facts(
    events: pd.DataFrame, responses: pd.DataFrame, sheet: Sheet, *, folded: bool, names: Mapping[str, str]
) -> LadderFacts | None:
    """Compute the ladder, or None where no event has a date."""
    marks, undated = read_marks(events)
    if not marks:
        return None
    scale = make_scale(marks, sheet, folded=folded)
    shapes = _shapes(marks, scale, sheet, names)
    bows = _bows(shapes, responses)
    lanes = min(sum(s.labelled and s.rung == FORCE for s in shapes), 3)
    facts = _compose(shapes, responses, sheet, scale, bows, lanes)
    used = max((label.top for label in facts.labels if label.led), default=0.0)
    spare = int((facts.rungs[FORCE].y1 - used) // LANE_PX) if used else lanes
    if 0 < spare <= lanes:  # no empty lanes above the highest words
        facts = _compose(shapes, responses, sheet, scale, bows, lanes - spare)
    return facts._replace(undated=undated, summary=_summary(facts.placed, facts.arcs, undated))


def _bows(shapes: Sequence[_Shape], responses: pd.DataFrame) -> frozenset[int]:
    """The rungs on which an event answers another of the same rung: they need room beneath."""
    rung = {s.mark.event_id: s.rung for s in shapes}
    pairs = zip(responses["event_id"].astype(str), responses["responds_to"].astype(str), strict=True)
    return frozenset(rung[a] for a, b in pairs if a in rung and rung[a] == rung.get(b))


def _compose(
    shapes: Sequence[_Shape], responses: pd.DataFrame, sheet: Sheet, scale: Scale, bows: frozenset[int], lanes: int
) -> LadderFacts:
    rungs, placed = _arrange(shapes, sheet, bows, lanes)
    arcs = find_arcs(responses, placed, rungs, narrow=sheet.narrow)
    wanted = [p for s, p in zip(shapes, placed, strict=True) if s.labelled]
    labels = place_labels(wanted, placed, arcs, rungs, scale, narrow=sheet.narrow)
    return LadderFacts(scale, rungs, placed, arcs, labels, 0, "")


def _shapes(marks: Sequence[Mark], scale: Scale, sheet: Sheet, names: Mapping[str, str]) -> list[_Shape]:
    who = [names.get(m.initiators[0], m.initiator) if m.initiators else m.initiator for m in marks]
    keys = legend_keys(who, sheet.theme, most=4 if sheet.narrow else 6)
    shrink = max(0.45, min(1.0, (120 if sheet.narrow else 260) / len(marks)) ** 0.35)
    rungs = [rung_of(m) for m in marks]
    order = sorted(range(len(marks)), key=lambda i: (-gravity(marks[i], rungs[i]), marks[i].event_id))
    chosen = frozenset(order[: 6 if sheet.narrow else 16])
    return [
        _Shape(m, rungs[i], keys[who[i]], scale.x(m.middle), scale.x(m.start), scale.x(m.end + 1),
               diameter(m, shrink), i in chosen)
        for i, m in enumerate(marks)
    ]  # fmt: skip


def _arrange(
    shapes: Sequence[_Shape], sheet: Sheet, bows: frozenset[int], lanes: int
) -> tuple[tuple[Rung, ...], tuple[Placed, ...]]:
    """Stack marks inside each rung and rungs upon each other."""
    rungs: list[Rung] = []
    places: dict[int, float] = {}
    base = 0.0
    for index, name in enumerate(RUNGS):
        mine = [i for i, s in enumerate(shapes) if s.rung == index]
        offsets, rows_px = _rows([shapes[i] for i in mine])
        above = lanes if index == FORCE else 0
        floor = base + 9 + (20 if index in bows else 0)
        ceiling = max(floor + rows_px, base + 34)
        top = max(ceiling + 9 + above * LANE_PX + (16 if sheet.narrow else 0), base + 54)
        spare = (top - ceiling - 9) / 2 if not above and not sheet.narrow else 0
        rungs.append(Rung(name, base, top, floor + spare, ceiling + spare))
        places |= {i: ceiling + spare - offset for i, offset in zip(mine, offsets, strict=True)}
        base = top + 4
    placed = tuple(Placed(s.mark, s.rung, s.key, s.x, s.x0, s.x1, places[i], s.size) for i, s in enumerate(shapes))
    return tuple(rungs), placed


def _rows(shapes: Sequence[_Shape]) -> tuple[list[float], float]:
    """Pixels from the ceiling down to each mark's centre, and the pixels that all rows take: labelled marks first."""
    items = [Item(s.x, s.x0, s.x1, s.size, s.labelled) for s in shapes]
    return pack(items, most_px=_MAX_ROWS_PX)


def _summary(placed: Sequence[Placed], arcs: Sequence[Arc], undated: int) -> str:
    """The ladder in words: how many, when, on which rungs, by whom, the gravest, the answers."""
    first, last = min(p.mark.start for p in placed), max(p.mark.end for p in placed)
    counts = [(name, sum(p.rung == i for p in placed)) for i, name in enumerate(RUNGS)]
    rungs = ", ".join(f"{name.lower()} {n}" for name, n in reversed(counts) if n)
    names = [p.key.name for p in placed]
    top = sorted(set(names), key=lambda n: (-names.count(n), n))[:4]
    who = ", ".join(f"{n} {names.count(n)}" for n in top)
    worst = max(placed, key=lambda p: gravity(p.mark, p.rung)).mark
    parts = [
        f"Escalation ladder with {count_text(len(placed), 'event')}, {span_text(first, last)}.",
        f"By rung: {rungs}. By initiator: {who}.",
        f"Gravest: {worst.label} ({span_text(worst.start, worst.end)}, {worst.status}).",
    ]
    if arcs:
        parts.append(f"{count_text(len(arcs), 'response')} drawn to what they answer.")
    if undated:
        parts.append(f"{count_text(undated, 'event')} without a date, not drawn.")
    return " ".join(parts)
