"""Calendar arithmetic: the days of a unit, shifted by so many units, with its TIMEX3 value."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.model import DateInterval, ExpressionType, Precision

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means for one reference day: a TIMEX3 value and, where it names days, those days.

    `ends` holds two readings where the words are two expressions that share a month ("April 24 and 25").
    """

    value: str
    interval: DateInterval | None = None
    precision: Precision = "unknown"
    type: ExpressionType = "DATE"
    lasting: bool = False
    approximate: bool = False
    ends: tuple[Reading, ...] = ()


def year_days(year: int) -> DateInterval:
    """All days of a year."""
    return DateInterval(date(year, 1, 1), date(year, 12, 31))


def month_days(year: int, month: int) -> DateInterval:
    """All days of a month."""
    return DateInterval(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def months_days(year: int, month: int, length: int) -> DateInterval:
    """All days of so many months from this one on."""
    last = add_months(date(year, month, 1), length - 1)
    return DateInterval(date(year, month, 1), month_days(last.year, last.month).end)


def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day.

    Raises:
        ValueError: outside years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, month_days(year, month + 1).end.day))


def week_days(day: date) -> DateInterval:
    """The ISO week (Monday to Sunday) of a day."""
    monday = day - timedelta(day.isoweekday() - 1)
    return DateInterval(monday, monday + timedelta(6))


def day_reading(day: date, suffix: str = "") -> Reading:
    """A day, or a part of it where `suffix` is a TIMEX3 time such as `T10:30` or `TNI`."""
    kind: ExpressionType = "TIME" if suffix else "DATE"
    return Reading(day.isoformat() + suffix, DateInterval(day, day), "day", kind)


def week_reading(day: date) -> Reading:
    """The ISO week of a day."""
    year, week, _ = day.isocalendar()
    return Reading(f"{year:04d}-W{week:02d}", week_days(day), "week")


def weekend_reading(day: date) -> Reading:
    """Saturday and Sunday of the day's ISO week."""
    year, week, _ = day.isocalendar()
    saturday = week_days(day).start + timedelta(5)
    return Reading(f"{year:04d}-W{week:02d}-WE", DateInterval(saturday, saturday + timedelta(1)), "range")


def month_reading(year: int, month: int) -> Reading:
    """A calendar month."""
    return Reading(f"{year:04d}-{month:02d}", month_days(year, month), "month")


def season_reading(year: int, season: str) -> Reading:
    """A meteorological season (northern); winter belongs to the year of its December."""
    return Reading(f"{year:04d}-{season}", months_days(year, SEASON_MONTHS[season], 3), "season")


def quarter_reading(year: int, quarter: int) -> Reading:
    """A calendar quarter."""
    return Reading(f"{year:04d}-Q{quarter}", months_days(year, 3 * quarter - 2, 3), "range")


def half_reading(year: int, half: int) -> Reading:
    """A calendar half-year."""
    return Reading(f"{year:04d}-H{half}", months_days(year, 6 * half - 5, 6), "range")


def year_reading(year: int) -> Reading:
    """A calendar year."""
    return Reading(f"{year:04d}", year_days(year), "year")


def decade_reading(year: int) -> Reading:
    """The decade of a year."""
    first = year // 10 * 10
    days = DateInterval(date(max(first, 1), 1, 1), date(first + 9, 12, 31))
    return Reading(f"{first // 10:03d}", days, "decade")


def century_reading(year: int) -> Reading:
    """The hundred years that share their first two digits with a year."""
    first = year // 100 * 100
    days = DateInterval(date(max(first, 1), 1, 1), date(first + 99, 12, 31))
    return Reading(f"{first // 100:02d}", days, "range")


def shift(day: date, unit: str, count: int) -> date:
    """The day so many units away (TIMEX3 units D W M Y E C Q F).

    Raises:
        ValueError, OverflowError: outside years 1 to 9999.
    """
    if unit in _DAYS_IN:
        return day + timedelta(_DAYS_IN[unit] * count)
    return add_months(day, _MONTHS_IN[unit] * count)


_DAYS_IN = {"D": 1, "W": 7, "F": 14, "WE": 7}
_MONTHS_IN = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}


def unit_reading(day: date, unit: str) -> Reading:
    """The calendar unit that holds a day."""
    if unit == "D":
        return day_reading(day)
    if unit in ("W", "F"):
        return week_reading(day)
    if unit == "WE":
        return weekend_reading(day)
    if unit == "M":
        return month_reading(day.year, day.month)
    if unit == "Q":
        return quarter_reading(day.year, (day.month + 2) // 3)
    if unit == "Y":
        return year_reading(day.year)
    return decade_reading(day.year) if unit == "E" else century_reading(day.year)


def part_of(reading: Reading, part: str) -> Reading:
    """The early, middle or late third of a reading of a month or longer; its TIMEX3 value stays."""
    days = reading.interval
    if days is None or days.days < 28 or not part:
        return reading
    if (told := _natural_part(days, part)) is not None:
        return Reading(reading.value, told, "range", reading.type)
    third = days.days // 3
    cuts = {
        "START": (0, third - 1),
        "MID": (third, days.days - third - 1),
        "END": (days.days - third, days.days - 1),
    }
    first, last = cuts[part]
    narrow = DateInterval(days.start + timedelta(first), days.start + timedelta(last))
    return Reading(reading.value, narrow, "range", reading.type)


def beside(reading: Reading, word: str, day: date) -> Reading:
    """ "Earlier this year", "later that month": the part of a unit before or behind a day inside it.

    "Early" and "late" name a part of the unit itself; a day outside it, or at its edge, leaves the unit whole.
    """
    days = reading.interval
    if days is None or not days.start < day < days.end:
        return reading
    side = DateInterval(days.start, day) if word == "earlier" else DateInterval(day, days.end)
    return Reading(reading.value, side, "range", reading.type)


def _natural_part(days: DateInterval, part: str) -> DateInterval | None:
    """Years are cut after April and August, decades after their years 3 and 6; None for other units."""
    year = days.start.year
    if days == year_days(year):
        return months_days(year, {"START": 1, "MID": 5, "END": 9}[part], 4)
    if year % 10 == 0 and days.end == date(year + 9, 12, 31):
        first, last = {"START": (0, 3), "MID": (4, 6), "END": (7, 9)}[part]
        return DateInterval(date(year + first, 1, 1), date(year + last, 12, 31))
    return None


def edge_of(reading: Reading, part: str) -> Reading:
    """The first or last days ("the end of July": its last week; of a year: its last two months)."""
    days = reading.interval
    if days is None or days.days < 28 or part == "MID":
        return part_of(reading, part)
    length = max(7, days.days // 6)
    first = days.start if part == "START" else days.end - timedelta(length - 1)
    return Reading(reading.value, DateInterval(first, first + timedelta(length - 1)), "range", reading.type)


def weekday_reading(day: date, weekday: int, direction: int) -> Reading:
    """The last such weekday (0: the day itself included; -1: before it), or the next one after it (1)."""
    back = (day.isoweekday() - weekday) % 7
    if direction > 0:
        return day_reading(day + timedelta(7 - back))
    if direction < 0 and back == 0:
        back = 7
    return day_reading(day - timedelta(back))
