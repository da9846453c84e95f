"""Delimited figures handed to dateparser (the only module that imports it), which never searches text."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from dateparser.date import DateDataParser

from timeline.model import DateInterval
from timeline.times._calendar import Reading, day_reading

_LONGEST = 40
_YEAR_FIGURES, _MONTHS, _MOST_DAYS = 4, 12, 31
_PARTS = re.compile(r"\d+")


@lru_cache(maxsize=4)
def _parser(order: str) -> DateDataParser:
    settings = {"DATE_ORDER": order, "STRICT_PARSING": True, "RELATIVE_BASE": datetime(2000, 1, 1)}  # noqa: DTZ001 - a calendar base, not an instant
    return DateDataParser(languages=["en"], settings=settings)


@lru_cache(maxsize=4096)
def _parse(phrase: str, order: str) -> date | None:
    """The day dateparser reads in the phrase under this order; None where it sees none or only part of one."""
    try:
        data = _parser(order).get_date_data(phrase[:_LONGEST])
    except (ValueError, OverflowError, TypeError):
        return None
    found = data.date_obj
    return found.date() if found is not None and data.period == "day" else None


def convert_iso(phrase: str) -> Reading | None:
    """`2024-04-13`, with a time where written (kept as TIMEX3 `T`); None where it names no day."""
    year, month, number = _PARTS.findall(phrase)[:3]
    try:
        day = date(int(year), int(month), int(number))
    except ValueError:
        return None
    clock = phrase[11:16]
    return day_reading(day, f"T{clock}" if clock else "")


def convert_numeric(phrase: str) -> Reading | None:
    """`13.4.2024`, `4/13/24`; where day and month could be swapped, both days are kept as an uncertain interval."""
    parts = _PARTS.findall(phrase)
    year = _full_year(parts[2])
    days = {_parse(f"{parts[0]}/{parts[1]}/{year}", order) for order in ("DMY", "MDY")} - {None}
    fitting = sorted(
        d for d in days if d is not None and d.year == year and {d.day, d.month} == {int(parts[0]), int(parts[1])}
    )
    if "." in phrase and len(fitting) == 2:  # stops are written day first wherever they are written
        fitting = [d for d in fitting if d.day == int(parts[0])]
    if not fitting:
        return None
    if len(fitting) == 1:
        return day_reading(fitting[0])
    return Reading(f"{year:04d}", DateInterval(fitting[0], fitting[-1]), "range")


def impossible_day(phrase: str) -> Reading | None:
    """`2024-02-30`, `31.04.2024`: a date without a day, where a year, a month and a day say it is one by form."""
    parts = _PARTS.findall(phrase)[:3]
    low, high = sorted(int(part) for part in parts if len(part) < _YEAR_FIGURES)[:2] or (0, 0)
    written = sum(len(part) == _YEAR_FIGURES for part in parts) == 1 and 1 <= low <= _MONTHS and high <= _MOST_DAYS
    return Reading("XXXX-XX-XX") if written else None


def _full_year(digits: str) -> int:
    """Two-digit years: 69-99 are 19xx, the rest 20xx (POSIX)."""
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year >= 69 else 2000)
