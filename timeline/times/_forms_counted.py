"""Rules for dates counted in units: "three days ago", "two weeks from now", "a year earlier", "two days later"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from timeline.model import DateInterval
from timeline.times import _calendar as cal
from timeline.times._calendar import Reading
from timeline.times._forms_relative import UNIT_CLASSES, vague
from timeline.times._numbers import read_number
from timeline.times._pattern import Context, Hit, Rule

_RECENT_DAYS = 730


def _ago(hit: Hit, context: Context) -> Reading | None:
    """So many units before the reference: the day, week, month or year reached, not a day of it."""
    unit = hit.value("u", *UNIT_CLASSES)
    number = read_number(hit.words("n"), hit.values)
    if number is None or context.ref is None:
        return Reading("PAST_REF")
    if unit == "Y" and number == 1 and (quarter := same_quarter(context, -1)) is not None:
        return quarter
    return _counted(context.ref, unit, -number)


def _years_and_months_ago(hit: Hit, context: Context) -> Reading | None:
    """ "two years and three months ago": the month reached."""
    years, months = (read_number(hit.words(group), hit.values) for group in ("n", "more"))
    if context.ref is None or years is None or months is None:
        return Reading("PAST_REF")
    return cal.unit_reading(cal.add_months(context.ref, -int(12 * years + months)), "M")


def _ago_and_a_half(hit: Hit, context: Context) -> Reading | None:
    """ "a year and a half ago": the month reached, of decades the year."""
    number = read_number(hit.words("n"), hit.values) or 1
    months = {"Y": 12, "E": 120, "C": 1200}.get(hit.value("u", *UNIT_CLASSES))
    if context.ref is None or months is None:
        return Reading("PAST_REF")
    day = cal.add_months(context.ref, -int(number * months + months / 2))
    return cal.unit_reading(day, "M" if months == 12 else "Y")


def _hence(hit: Hit, context: Context) -> Reading | None:
    """ "three weeks from now", "in two weeks' time"."""
    number = read_number(hit.words("n"), hit.values)
    if number is None or context.ref is None:
        return Reading("FUTURE_REF")
    return _counted(context.ref, hit.value("u", *UNIT_CLASSES), number)


def _day_hence(hit: Hit, context: Context) -> Reading | None:
    """ "a week from Friday", "ten days from today"."""
    number = read_number(hit.words("n"), hit.values)
    if number is None or context.ref is None:
        return Reading("FUTURE_REF")
    first = context.ref + timedelta(int(hit.value("t", "TODAY") or 0))
    if "wd" in hit:
        coming = cal.weekday_reading(context.ref, int(hit.value("wd", "WEEKDAY")), 1).interval
        first = coming.start if coming is not None else first
    return cal.day_reading(cal.shift(first, hit.value("u", *UNIT_CLASSES), int(number)))


def _weekdays_ago(hit: Hit, context: Context) -> Reading | None:
    """ "two Sundays ago": the last but one."""
    number = read_number(hit.words("n"), hit.values)
    if number is None or context.ref is None:
        return Reading("PAST_REF")
    last = cal.weekday_reading(context.ref, int(hit.value("wd", "WEEKDAYS")), -1).interval
    return cal.day_reading(last.start - timedelta(7 * (int(number) - 1))) if last is not None else None


def _years_on(hit: Hit, context: Context) -> Reading | None:
    """ "Three years on, the government fell" in a history; in news the years are those up to today."""
    number, unit = read_number(hit.words("n"), hit.values), hit.value("u", *UNIT_CLASSES)
    if number is None or not context.narrative:
        return None
    base = _offset_base(unit, 1, context)
    return _counted(base, unit, number) if base is not None else Reading("PAST_REF")


def same_quarter(context: Context, years: int) -> Reading | None:
    """ "a year ago" where a quarter was the last thing dated: that quarter of the other year."""
    last = context.last
    if last is None or context.ref is None or not 89 <= last.days <= 92 or last.start.month % 3 != 1:
        return None
    if last.start.year != context.ref.year and not context.narrative:
        return None
    return cal.quarter_reading(last.start.year + years, (last.start.month + 2) // 3)


def _counted(base: date, unit: str, number: float) -> Reading:
    """The unit reached so many units away; of decades the year, told as approximate."""
    if number % 1:
        smaller, size = _SMALLER.get(unit, (unit, 1))
        return _counted(base, smaller, int(number * size))
    day = cal.shift(base, unit, int(number))
    if unit in ("E", "C"):
        return replace(cal.year_reading(day.year), approximate=True)
    return cal.week_reading(day) if unit in ("W", "F") else cal.unit_reading(day, unit)


# What half a unit is counted in ("half a century ago").
_SMALLER = {"C": ("Y", 100), "E": ("Y", 10), "Y": ("M", 12), "M": ("D", 30), "W": ("D", 7)}


def _offset(hit: Hit, context: Context) -> Reading | None:
    """ "a year earlier", "two days later": counted from the last date mentioned, else from publication."""
    unit = hit.value("u", *UNIT_CLASSES)
    number = read_number(hit.words("n"), hit.values)
    if (
        unit == "Y"
        and number == 1
        and (quarter := same_quarter(context, -1)) is not None
        and "LATER" not in hit.values.get(hit.word("way"), {})
    ):
        return quarter
    sign = 1 if hit.value("way", "LATER") or hit.word("way") == "after" else -1
    base = _offset_base(unit, sign, context)
    if number is None or base is None:
        return Reading("PAST_REF")
    reading = _counted(base, unit, sign * number)
    last = context.last
    if unit == "D" and last is not None and base == last.start and reading.interval is not None and last.days > 1:
        # "Two days later" after some day of a month is as uncertain as that day.
        end = reading.interval.end + timedelta(last.days - 1)
        return replace(reading, interval=DateInterval(reading.interval.start, end), precision="range")
    return reading


def _offset_base(unit: str, sign: int, context: Context) -> date | None:
    """The last date mentioned; for years back in news about the present, the reference ("up from a year earlier")."""
    if unit == "D" and context.narrative:
        return context.last_day.start if context.last_day is not None else None
    if context.last is None:
        return context.ref
    recent = context.ref is not None and (context.ref - context.last.start).days < _RECENT_DAYS
    return context.ref if unit == "Y" and sign < 0 and recent and not context.narrative else context.last.start


def _hours_ago(hit: Hit, context: Context) -> Reading | None:
    """So many hours ago: the day itself or the one before, unless more than a day is counted."""
    number = read_number(hit.words("n"), hit.values)
    unit = hit.value("u", "TUNIT", "TUNITS")
    if number is None or context.ref is None:
        return Reading("PAST_REF")
    back = int(number // 24) + 1 if unit == "H" else 1
    days = DateInterval(context.ref - timedelta(back), context.ref - timedelta(max(back - 1, 0)))
    return Reading(f"{context.ref - timedelta(back - 1)}", days, "range")


COUNTED_RULES = (
    Rule(
        "relative.ago",
        "@ago? (?P<n>@count) (year|years) and (?P<more>@count) (month|months) ago",
        _years_and_months_ago,
    ),
    Rule("relative.ago", "@ago? (?P<n>@count) (?P<u>DAYU|DAYUS|UNIT|UNITS) or? so? ago", _ago),
    Rule("relative.ago", "@ago? (?P<n>@count) (?P<u>DAYU|DAYUS|UNIT|UNITS) or (two|more|so) ago", _ago),
    Rule("relative.ago", "@ago? (?P<n>a|an|NUM|NUMW) (?P<u>UNIT|UNITS) and a HALF ago", _ago_and_a_half),
    Rule("relative.ago", "@ago? (?P<n>NUM|NUMW) and a HALF (?P<u>UNIT|UNITS) ago", _ago_and_a_half),
    Rule("relative.ago", "@ago? (?P<n>(VAGUE|many)?) (?P<u>DAYUS|UNITS) ago", vague("PAST_REF")),
    Rule(
        "relative.hence",
        "@ago? (?P<n>@count) (?P<u>DAYU|DAYUS|UNIT|UNITS) (from now|hence)",
        _hence,
    ),
    Rule(
        "relative.hence_day",
        "(?P<n>@count) (?P<u>DAYU|DAYUS|week|weeks) from ((?P<t>TODAY)|(?P<dir>LAST|NEXT|this)? (?P<wd>WEEKDAY))",
        _day_hence,
    ),
    Rule("relative.ago_weekday", "(?P<n>@count) (?P<wd>WEEKDAYS) ago", _weekdays_ago),
    Rule("relative.hence", "(?<=in) (?P<n>@count) (?P<u>DAYUS|UNITS|DAYU|UNIT) (POSS|APOS)? time", _hence),
    Rule("relative.ago_hours", "@ago? (?P<n>@count) (?P<u>TUNIT|TUNITS) ago", _hours_ago),
    Rule(
        "relative.offset",
        "@ago? (?P<n>@count) (?P<u>DAYU|DAYUS|UNIT|UNITS) (?P<way>earlier|later|before|previously)",
        _offset,
    ),
    Rule(
        "relative.offset",
        "@ago? (?P<n>@count) (?P<u>DAYU|DAYUS|UNIT|UNITS) (?P<way>after|before) that (?=','|'.'|';'|':'|')'|BREAK)",
        _offset,
    ),
    Rule("relative.offset_on", "@ago? (?P<n>@count) (?P<u>DAYU|DAYUS|UNIT|UNITS) on (?=',')", _years_on),
    Rule("relative.offset_vague", "(DAYUS|UNITS|TUNITS) (later|earlier)", vague("PAST_REF")),
    Rule("relative.offset", "(?P<n>the) (?P<u>UNIT) (?P<way>earlier|later|before|after)", _offset),
)
