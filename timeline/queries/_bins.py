"""Time cut into stretches of whole days, so that a picture's size does not grow with the archive."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import ibis
import pandas as pd

from timeline.errors import FilterError
from timeline.queries._filters import Filters
from timeline.queries._frames import fetch
from timeline.queries._select import ordinal
from timeline.store import Build

MAX_BINS = 2_000


def within(rows: ibis.Table, filters: Filters) -> ibis.Table:
    """The rows with their middle day as `day`, moved to the edge of the window where it lies beyond."""
    day = rows.mid_day
    if filters.start or filters.end:
        low, high = (ordinal(edge) if edge else None for edge in (filters.start, filters.end))
        day = day.clip(lower=low, upper=high)
    return rows.mutate(day=day)


def bin_edges(build: Build, days: ibis.Table, bins: int) -> tuple[int, int, int]:
    """The first and last `day` of the rows and the width of at most `bins` stretches; 1, 1, 1 without a row.

    Raises:
        FilterError: if the number of bins is out of range.
    """
    if not 1 <= bins <= MAX_BINS:
        raise FilterError("bins", f"must be from 1 to {MAX_BINS}")
    edges = build.fetch(days.aggregate(low=days.day.min(), high=days.day.max())).to_pylist()[0]
    if edges["low"] is None:
        return 1, 1, 1
    return edges["low"], edges["high"], -(-(edges["high"] - edges["low"] + 1) // bins)


def sums_in_stretches(build: Build, days: ibis.Table, *, by: str, order: tuple[str, str], bins: int) -> pd.DataFrame:
    """How many acts, and how hostile in sum, for each value of a column in each of at most `bins` stretches of time.

    `days` holds that column, the `day` of each act (`within`) and its `hostility`. Columns: `by`, bin, n, hostility,
    bin_start, bin_end; rows by `order`, of `by` and bin.

    Raises:
        FilterError: if the number of bins is out of range.
    """
    low, high, width = bin_edges(build, days, bins)
    binned = days.mutate(bin=(days.day - low) // width)
    sums = binned.group_by(by, "bin").aggregate(n=binned.count(), hostility=binned.hostility.sum())
    frame = fetch(build, sums.order_by(list(order)), (by, "bin", "n", "hostility"))
    return with_days(frame, low, width, last=high)


def with_days(frame: pd.DataFrame, low: int, width: int, *, last: int | None = None) -> pd.DataFrame:
    """A frame of stretches (`bin`, `n`) with the first and last day of each, none of them behind the day `last`."""
    first = [low + int(number) * width for number in frame["bin"]]
    ends = (day + width - 1 for day in first)
    frame["bin_start"] = dates_of(first)
    frame["bin_end"] = dates_of(ends if last is None else (min(day, last) for day in ends))
    return frame.astype({"n": "int64"})


def dates_of(ordinals: Iterable[int | None]) -> pd.Series[pd.Timestamp]:
    """Days counted from the year 1 as dates; NaT for none."""
    days = [None if day is None or day != day else date.fromordinal(int(day)) for day in ordinals]
    return pd.Series(days, dtype="datetime64[us]")
