"""EDTF strings (ISO 8601-2:2019, levels 0 to 2 as far as ontology section 3 uses them), read and written."""

from __future__ import annotations

import re
from datetime import date, timedelta

from timeline.errors import DateError
from timeline.model import DateInterval, Precision
from timeline.times._calendar import month_days, months_days, year_days

# First month and length of the sub-year groupings of EDTF: 21-24 seasons, 33-36 quarters, 40-41 halves.
_GROUPINGS = {
    **{20 + n: (3 * n, 3) for n in range(1, 5)},
    **{32 + n: (3 * n - 2, 3) for n in range(1, 5)},
    40: (1, 6),
    41: (7, 6),
}
_SINGLE = re.compile(r"(\d{2})(XX|\dX|\d{2})(?:-(\d{2})(?:-(\d{2}))?)?(~?)")


def parse_edtf(text: str) -> tuple[DateInterval, Precision]:
    """The days an EDTF string names and how precisely it names them.

    Raises:
        DateError: where it is no EDTF of the supported levels or names no calendar days.
    """
    try:
        return _parse(text)
    except (ValueError, OverflowError) as error:
        raise DateError(text[:40], "is no EDTF date of years 0001 to 9999") from error


def _parse(text: str) -> tuple[DateInterval, Precision]:
    if text.startswith("[") and text.endswith("]"):
        first, dots, last = text[1:-1].partition("..")
        if not dots:
            raise ValueError(text)
        interval = DateInterval(_single(first)[0].start, _single(last)[0].end)
        return interval, "week" if _is_week(interval) else "range"
    first, slash, last = text.partition("/")
    if slash:
        return DateInterval(_single(first)[0].start, _single(last)[0].end), "range"
    return _single(text)


def _single(text: str) -> tuple[DateInterval, Precision]:
    match = _SINGLE.fullmatch(text)
    if match is None:
        raise ValueError(text)
    century, rest, month, day, _ = match.groups()
    if "X" in rest:
        if month:
            raise ValueError(text)
        return _unspecified(century, rest)
    year = int(century + rest)
    if month is None:
        return year_days(year), "year"
    if day is not None:
        exact = date(year, int(month), int(day))
        return DateInterval(exact, exact), "day"
    if int(month) in _GROUPINGS:
        first, length = _GROUPINGS[int(month)]
        return months_days(year, first, length), "season" if int(month) < 30 else "range"
    return month_days(year, int(month)), "month"


def _unspecified(century: str, rest: str) -> tuple[DateInterval, Precision]:
    low, high = rest.replace("X", "0"), rest.replace("X", "9")
    first = max(int(century + low), 1)
    days = DateInterval(year_days(first).start, year_days(int(century + high)).end)
    return days, "decade" if rest != "XX" else "range"


def _is_week(interval: DateInterval) -> bool:
    return interval.days == 7 and interval.start.isoweekday() == 1


def parse_value(value: str) -> DateInterval | None:
    """The days a TIMEX3 value of a day, week, month, season, quarter, half, year or decade names, else None."""
    try:
        if (week := _WEEK.match(value)) is not None:
            monday = date.fromisocalendar(int(week.group(1)), int(week.group(2)), 1)
            first, last = (5, 6) if value.endswith("WE") else (0, 6)
            return DateInterval(monday + timedelta(first), monday + timedelta(last))
        text = value.partition("T")[0]
        for code, number in _CODES.items():
            text = text.replace(code, number)
        return _parse(text + "X" if len(text) == 3 else text)[0]
    except (ValueError, OverflowError):
        return None


_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_CODES = {
    "SP": "21",
    "SU": "22",
    "FA": "23",
    "WI": "24",
    "Q1": "33",
    "Q2": "34",
    "Q3": "35",
    "Q4": "36",
    "H1": "40",
    "H2": "41",
}


def format_days(interval: DateInterval, *, lasting: bool = False) -> str:
    """EDTF of exact ends: the day, `a/b` if it lasted, else `[a..b]` (one day within)."""
    first, last = interval.start.isoformat(), interval.end.isoformat()
    if first == last:
        return first
    return f"{first}/{last}" if lasting else f"[{first}..{last}]"


def format_edtf(
    interval: DateInterval, precision: Precision, *, lasting: bool = False, approximate: bool = False
) -> str:
    """The shortest EDTF string that `parse_edtf` reads back as this interval and precision."""
    return (_compact(interval, precision) or format_days(interval, lasting=lasting)) + ("~" if approximate else "")


def _compact(interval: DateInterval, precision: Precision) -> str:
    start = interval.start
    if precision == "month" and interval == month_days(start.year, start.month):
        return f"{start.year:04d}-{start.month:02d}"
    if precision == "year" and interval == year_days(start.year):
        return f"{start.year:04d}"
    if precision == "decade" and start.year % 10 == 0 and interval.end == year_days(start.year + 9).end:
        return f"{start.year // 10:03d}X"
    if precision == "season" and start.month % 3 == 0 and interval == months_days(start.year, start.month, 3):
        return f"{start.year:04d}-{20 + start.month // 3}"
    return ""


def widen(interval: DateInterval, days: int) -> DateInterval:
    """The interval with so many days more at each end, inside years 1 to 9999."""
    low = max((interval.start - date.min).days - days, 0)
    high = min((interval.end - date.min).days + days, (date.max - date.min).days)
    return DateInterval(date.min + timedelta(low), date.min + timedelta(high))
