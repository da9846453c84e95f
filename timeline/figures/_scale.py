"""Time on paper: true to scale, or folded where nothing was reported."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from math import sqrt
from typing import NamedTuple

from timeline.figures._text import EPOCH, day_of, text_px
from timeline.figures.theme import SMALL_PX, TEXT_PX
from timeline.speech import Speech

DAY_MS = 86_400_000
# A date less precise than this many days holds no stretch open: only its middle counts as reported time.
_WIDE_DAYS = 60
_MIN_FOLD_DAYS = 10
_MOST_GAPS = 12
_AIR = 0.03  # of the whole, on either side of true time
_YEAR_DAYS = 366
_STEPS = (1, 2, 3, 5, 7, 10, 14)


class Piece(NamedTuple):
    """A stretch of days [start, end) drawn linearly from x0 to x1 pixels; `vague` holds no date as exact as a month."""

    start: float
    end: float
    x0: float
    x1: float
    vague: bool = False


class Fold(NamedTuple):
    """A stretch without a report, drawn as a strip of fixed width; `days` in it are free of every event's dates."""

    x0: float
    x1: float
    days: int


class Tick(NamedTuple):
    """A date written under the axis, or a month above it."""

    x: float
    text: str


class Scale(NamedTuple):
    """Days to pixels at the width the chart is planned for; the drawn chart may be wider, never tighter."""

    pieces: tuple[Piece, ...]
    folds: tuple[Fold, ...]
    width: float
    folded: bool

    def x(self, day: float) -> float:
        """Pixels from the left edge; days outside end at the edge, days in a fold lie inside its strip."""
        first, last = self.pieces[0], self.pieces[-1]
        day = min(max(day, first.start), last.end)
        index = max(bisect_right([p.start for p in self.pieces], day) - 1, 0)
        piece = self.pieces[index]
        if day <= piece.end or index + 1 == len(self.pieces):
            return _between(day, piece.start, piece.end, piece.x0, piece.x1)
        after = self.pieces[index + 1]
        return _between(day, piece.end, after.start, piece.x1, after.x0)

    def axis(self, x: float) -> float:
        """The axis value of a pixel: itself when folded, else days since 1970 (Plotly draws no date lines on dates)."""
        piece = self.pieces[0]
        return round(x, 1) if self.folded else round(_between(x, 0, self.width, piece.start, piece.end), 3)

    def day(self, value: float) -> float:
        """The day of an axis value: the inverse of `axis(x(day))`, for turning a box on the chart into dates."""
        if not self.folded:
            return value
        index = max(bisect_right([p.x0 for p in self.pieces], value) - 1, 0)
        piece = self.pieces[index]
        if value <= piece.x1 or index + 1 == len(self.pieces):
            return _between(min(max(value, 0.0), piece.x1), piece.x0, piece.x1, piece.start, piece.end)
        after = self.pieces[index + 1]
        return _between(value, piece.x1, after.x0, piece.end, after.start)


def true_scale(spans: Sequence[tuple[int, int]], width: float) -> Scale:
    """One stretch from the first day to the last, with a little air."""
    start, end = min(s for s, _ in spans), max(e for _, e in spans) + 1
    air = max((end - start) * _AIR, 1.5)
    return Scale((Piece(start - air, end + air, 0, width),), (), width, folded=False)


def folded_scale(spans: Sequence[tuple[int, int]], width: float, *, most: int = 8, strip: float = 40) -> Scale:
    """Stretches with reports side by side; a stretch's width grows with the root of its days and of its reports."""
    busy = _busy(spans)
    cuts = _cuts(busy, most)
    groups: list[list[_Run]] = [[]]
    for index, block in enumerate(busy):
        if index in cuts:
            groups.append([])
        groups[-1].append(block)
    bounds = [_aired(group) for group in groups]
    weights = [
        sqrt(end - start) + 1.6 * sqrt(sum(r.reports for r in g))
        for g, (start, end) in zip(groups, bounds, strict=True)
    ]
    room = width - strip * (len(groups) - 1)
    pieces, folds, x = [], [], 0.0
    for index, ((start, end), weight) in enumerate(zip(bounds, weights, strict=True)):
        if index:
            quiet = _quiet(groups[index - 1][-1].last + 1, groups[index][0].first, spans)
            folds.append(Fold(x, x + strip, quiet[1] - quiet[0]))
            x += strip
        share = room * weight / sum(weights)
        pieces.append(Piece(start, end, x, x + share, all(run.vague for run in groups[index])))
        x += share
    return Scale(tuple(pieces), tuple(folds), width, folded=True)


def gaps(spans: Sequence[tuple[int, int]], scale: Scale) -> tuple[Fold, ...]:
    """On true time, the stretches without a report that are worth marking; folded time shows its own."""
    if scale.folded:
        return ()
    busy = _busy(spans)
    ends = [_quiet(busy[i - 1].last + 1, busy[i].first, spans) for i in sorted(_cuts(busy, _MOST_GAPS))]
    return tuple(Fold(scale.x(start), scale.x(end), end - start) for start, end in ends if end > start)


def ticks(scale: Scale, speech: Speech, days: Sequence[int] = ()) -> list[Tick]:
    """Dates under the axis, none touching another: first `days` in order, then regular ones."""
    found: list[Tick] = []
    wanted = [(day, _written(day, scale, speech)) for day in dict.fromkeys(days)]
    regular = [date for piece in scale.pieces if not piece.vague for date in _dates(piece, speech)]
    for day, text in wanted + regular:
        x, half = scale.x(day + 0.5), text_px(text, SMALL_PX) / 2
        inside = half - 8 <= x <= scale.width - half + 8
        if inside and all(abs(x - t.x) > half + text_px(t.text, SMALL_PX) / 2 + 7 for t in found):
            found.append(Tick(x, text))
    return sorted(found)


def _written(day: int, scale: Scale, speech: Speech) -> str:
    """A day as it stands under the axis: with its year where its stretch holds the same day of another."""
    long = any(p.start <= day <= p.end and p.end - p.start > _YEAR_DAYS for p in scale.pieces)
    return speech.day(day_of(day)) if long else speech.day_month(day_of(day))


def headings(scale: Scale, speech: Speech) -> list[Tick]:
    """The month or months of each stretch, in the longest form that fits above it."""
    found = []
    for piece in scale.pieces:
        air = 1.0 if scale.folded else max((piece.end - piece.start) * _AIR / (1 + 2 * _AIR), 1.5)
        one, two = day_of(piece.start + air), day_of(piece.end - air - 0.01)
        room = piece.x1 - piece.x0 + (16 if scale.folds else 0)
        forms = _years(day_of((piece.start + piece.end) / 2)) if piece.vague else _months(one, two, speech)
        text = next((t for t in forms if text_px(t, TEXT_PX) * 1.06 <= room), "")
        if text:
            found.append(Tick((piece.x0 + piece.x1) / 2, text))
    return found


def _between(value: float, a0: float, a1: float, b0: float, b1: float) -> float:
    return b0 if a1 == a0 else b0 + (value - a0) / (a1 - a0) * (b1 - b0)


class _Run(NamedTuple):
    first: int
    last: int
    reports: int
    vague: bool


def _busy(spans: Sequence[tuple[int, int]]) -> list[_Run]:
    """Disjoint runs of reported days, both ends inclusive."""
    kept = sorted((s, e, False) if e - s < _WIDE_DAYS else (*((s + e) // 2,) * 2, True) for s, e in spans)
    runs: list[_Run] = []
    for start, end, vague in kept:
        if runs and start <= runs[-1].last + 1:
            before = runs[-1]
            runs[-1] = _Run(before.first, max(before.last, end), before.reports + 1, before.vague and vague)
        else:
            runs.append(_Run(start, end, 1, vague))
    return runs


def _cuts(busy: Sequence[_Run], most: int) -> frozenset[int]:
    """Before which runs time is folded: the `most` longest gaps, of ten days and a fiftieth of the whole at least."""
    whole = busy[-1].last - busy[0].first + 1
    gaps = [(busy[i].first - busy[i - 1].last - 1, i) for i in range(1, len(busy))]
    long = [(days, i) for days, i in gaps if days >= max(_MIN_FOLD_DAYS, whole / 50)]
    return frozenset(i for _, i in sorted(long, key=lambda gap: (-gap[0], gap[1]))[:most])


def _quiet(first: int, end: int, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The longest part of the days [first, end) on which no event may lie; a date of a year holds none open, yet fills.

    Both are `first` where every day may hold one.
    """
    best, free = (first, first), first
    for start, last in [*sorted(span for span in spans if span[1] >= first and span[0] < end), (end, end)]:
        if start - free > best[1] - best[0]:
            best = free, start
        free = max(free, last + 1)
    return best


def _aired(group: Sequence[_Run]) -> tuple[float, float]:
    start, end = group[0].first, group[-1].last + 1
    air = min(max((end - start) * 0.12, 1.0), 4.0)
    return start - air, end + air


def _dates(piece: Piece, speech: Speech) -> list[tuple[int, str]]:
    """Days to write under a stretch: every few days if they fit, else firsts of months, else years."""
    per_day = (piece.x1 - piece.x0) / (piece.end - piece.start)
    first, last = int(piece.start) + 1, int(piece.end)
    step = next((s for s in _STEPS if s * per_day >= 46), None)
    if step is not None:
        first = max(first, int(piece.start + 8 / per_day))
        return [(d, speech.day_month(day_of(d))) for d in range(first, last + 1, step)]
    months = [d for d in range(first, last + 1) if day_of(d).day == 1]
    every = next((m for m in (1, 2, 3, 6) if m * 30 * per_day >= 62), 0)
    if every:
        first_days = [(d, day_of(d)) for d in months if (day_of(d).month - 1) % every == 0]
        return [(d, f"{speech.month(day)} {day.year}") for d, day in first_days]
    years = range(day_of(first).year, day_of(last).year + 1)
    stride = next((s for s in (1, 2, 5, 10, 20, 50, 100) if s * 365 * per_day >= 44), 200)
    return [(date(y, 1, 1).toordinal() - EPOCH, str(y)) for y in years if y % stride == 0]


def _years(day: date) -> list[str]:
    """A year alone: the days below a stretch mean nothing without it."""
    return [str(day.year), f"’{day:%y}"]


def _months(one: date, two: date, speech: Speech) -> list[str]:
    first, last = speech.month(one), speech.month(two)
    if (one.year, one.month) == (two.year, two.month):
        return [f"{speech.month(one, 'wide')} {one.year}", f"{first} {one.year}", f"{first} ’{one:%y}", *_years(one)]
    if one.year == two.year:
        return [f"{first}–{last} {two.year}", f"{first}–{last} ’{two:%y}", *_years(two)]
    return [
        f"{first} {one.year} – {last} {two.year}",
        f"{first} ’{one:%y} – {last} ’{two:%y}",
        f"{one.year}–{two:%y}",
        f"’{one:%y}–’{two:%y}",
    ]
