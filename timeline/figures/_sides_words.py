"""Words on a two-sided chart: how long answers took and what the gravest acts were, none covering another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline.figures._marks import Mark, gravity, rung_of
from timeline.figures._place import Box, Point, centred, first_clear, line_boxes
from timeline.figures._scale import Scale
from timeline.figures._text import text_px, wrap
from timeline.figures.theme import SMALL_PX, TEXT_PX

UNIT_PX = 17.0  # one point of intensity


class Stem(NamedTuple):
    """A mark `height` pixels above (up) or below the axis at `x`; `x0` and `x1` are the ends of its date."""

    mark: Mark
    up: bool
    x: float
    x0: float
    x1: float
    size: int
    beyond: bool = False

    @property
    def y(self) -> float:
        """Signed pixels from the axis."""
        return (1 if self.up else -1) * max(abs(self.mark.intensity), 0.6) * UNIT_PX


class Link(NamedTuple):
    """A response joined to what it answers by a line through `points`; `forms` say its lag, the longest first."""

    points: tuple[Point, ...]
    forms: tuple[str, ...]
    stated: bool = True


class Lag(NamedTuple):
    """How long an answer took, written on its line."""

    x: float
    y: float
    text: str


class Words(NamedTuple):
    """What an act was, `dx` and `dy` pixels from its mark."""

    x: float
    y: float
    dx: int
    dy: int
    lines: tuple[str, ...]


class SidesWords(NamedTuple):
    """Every word that found room."""

    lags: tuple[Lag, ...]
    labels: tuple[Words, ...]


def place_words(
    stems: Sequence[Stem], links: Sequence[Link], scale: Scale, names: tuple[str, str], half: float, *, narrow: bool
) -> SidesWords:
    """Lags first, then the gravest acts; the sides' own names keep their corners. `half` is a side's pixels."""
    widths = [text_px(name, TEXT_PX) * 1.1 + 8 for name in names]
    taken = [Box(0, half - 20, widths[0], half), Box(0, -half, widths[1], 20 - half)]
    taken += [centred(s.x, s.y, s.size + 2, s.size + 2) for s in stems]
    taken += [Box(s.x - 2, min(0, s.y), s.x + 2, max(0, s.y)) for s in stems]
    taken += [Box(fold.x0, 6, fold.x1, 24) for fold in scale.folds]
    lags = _lags(links, taken, Box(2, -half, scale.width - 2, half), narrow=narrow)
    taken += [_lag_box(lag) for lag in lags]
    taken += [box for k in links for box in line_boxes(k.points, 2)]
    inside = Box(2, -half, scale.width - 2, half)
    labels = []
    ranked = sorted(stems, key=lambda s: (-gravity(s.mark, rung_of(s.mark)), s.mark.event_id))
    for stem in ranked[: 6 if narrow else 16]:
        lines = wrap(stem.mark.label, 110 if narrow else 170, SMALL_PX, 2 if narrow else 3)
        box = first_clear(_spots(stem, lines), taken, inside)
        if box:
            taken.append(box)
            dx, dy = round((box.x0 + box.x1) / 2 - stem.x), round((box.y0 + box.y1) / 2 - stem.y)
            labels.append(Words(stem.x, stem.y, dx, dy, tuple(lines)))
    return SidesWords(tuple(lags), tuple(labels))


def _lags(links: Sequence[Link], blocked: Sequence[Box], inside: Box, *, narrow: bool) -> list[Lag]:
    """On each line its lag, as near its middle as there is room; in the short form where the long one has none."""
    taken, found = list(blocked), []
    for link in links:
        middle = len(link.points) // 2
        order = sorted(range(1, len(link.points) - 1), key=lambda i: abs(i - middle))
        for text in link.forms[-2:] if narrow else link.forms:
            spots = (_lag_box(Lag(*link.points[i], text)) for i in order)
            box = first_clear(spots, taken, inside)
            if box:
                taken.append(box)
                found.append(Lag((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, text))
                break
    return found


def _lag_box(lag: Lag) -> Box:
    return centred(lag.x, lag.y, text_px(lag.text, SMALL_PX) + 8, 16)


def _spots(stem: Stem, lines: Sequence[str]) -> list[Box]:
    """Places for a stem's words: beyond its mark, then beside it."""
    width, height = max(text_px(t, SMALL_PX) for t in lines) + 4, 14 * len(lines)
    away = stem.y + (1 if stem.up else -1) * (stem.size / 2 + 4 + height / 2)
    aside = stem.size / 2 + 4 + width / 2
    shifts = (0.0, 0.35, -0.35, 0.47, -0.47)
    return [centred(stem.x + shift * width, away, width, height) for shift in shifts] + [
        centred(stem.x + way * aside, stem.y, width, height) for way in (1, -1)
    ]
