"""Rules for days told by part: "on the 15th", "the night of 2 May", "the third week of March", "the month of May"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from timeline.model import DateInterval
from timeline.times import _calendar as cal
from timeline.times._calendar import Reading
from timeline.times._pattern import Context, Hit, Rule
from timeline.times._years import named_year, nearest_year

_LAST_WEEK = 5


def _number(hit: Hit, *groups: str) -> int:
    digits = "".join(c for group in groups for c in hit.word(group) if c.isdecimal())
    return int(digits or next((found for group in groups if (found := hit.value(group, "ORD"))), 0))


def ordinal_day(hit: Hit, context: Context, group: str = "d") -> Reading | None:
    """ "on the 15th": of the month last mentioned; in news of this month, or the one before if it lies ahead."""
    number = _number(hit, group)
    base = context.last.start if context.last is not None and context.last.days <= _MONTH else context.here
    if base is None:
        return Reading(f"XXXX-XX-{number:02d}")
    if context.span is not None and (inside := _day_inside(context.span, number)) is not None:
        return cal.day_reading(inside, _suffix(hit))
    if context.last is None and number > base.day and not context.future:
        base = cal.add_months(base.replace(day=1), -1)
    elif context.narrative and context.last is not None and context.last.days == 1 and number < base.day - _LOOK_BACK:
        base = cal.add_months(base.replace(day=1), 1)
    return cal.day_reading(date(base.year, base.month, number), _suffix(hit))


_MONTH = 31
# A history goes on to "the 3rd" of the next month, but behind the 5th it looks back to the 3rd that is so near.
_LOOK_BACK = 14


def _day_inside(span: DateInterval, number: int) -> date | None:
    """The first day of this number within a range of a month or less."""
    if span.days > _MONTH:
        return None
    each = (span.start + timedelta(step) for step in range(span.days))
    return next((day for day in each if day.day == number), None)


def _ordinal_pair(hit: Hit, context: Context) -> Reading | None:
    """ "from the 6th to the 9th": the second day is of the next month where its number is lower."""
    first = ordinal_day(hit, context)
    if first is None or first.interval is None:
        return first
    day, number = first.interval.start, _number(hit, "d2")
    month = cal.add_months(day.replace(day=1), 1) if number < day.day else day
    return replace(first, ends=(first, cal.day_reading(month.replace(day=number))))


def _suffix(hit: Hit) -> str:
    code = hit.value("tod", "TOD", "DAWN")
    if hit.word("early") and "HOUR" in hit.word("hours").upper():
        code = "MO"
    return f"T{code}" if code else ""


def _part_of_day(hit: Hit, context: Context) -> Reading | None:
    """ "the night of 2 May", "the early hours of May 7, 1936", "the evening of the 8th"."""
    if "m" not in hit:
        return ordinal_day(hit, context)
    month, number = int(hit.value("m", "MONTH", "MONTHAB")), _number(hit, "d", "d2")
    year = named_year(hit, context) or nearest_year(month, number, context)
    if year is None:
        return Reading(f"XXXX-{month:02d}-{number:02d}{_suffix(hit)}", type="TIME")
    return cal.day_reading(date(year, month, number), _suffix(hit))


def _week_of_month(hit: Hit, context: Context) -> Reading | None:
    """ "the third week of March": days 15 to 21; its TIMEX3 value is the ISO week of the middle day."""
    month = _month_of(hit, context)
    if month is None or month.interval is None:
        return None
    first, last = month.interval.start, month.interval.end
    if hit.word("o") in ("last", "final"):
        days = DateInterval(last - timedelta(6), last)
    else:
        number = _number(hit, "o")
        if not 1 <= number <= _LAST_WEEK:
            return None
        start = first + timedelta(7 * (number - 1))
        days = DateInterval(start, min(start + timedelta(6), last))
    value = cal.week_reading(days.start + (days.end - days.start) // 2).value
    return Reading(value, days, "range")


def _day_of_month(hit: Hit, context: Context) -> Reading | None:
    """ "the first day of March", "the last day of the month"."""
    month = _month_of(hit, context)
    if month is None or month.interval is None:
        return Reading("XXXX-XX-XX")
    last = hit.word("o") in ("last", "final")
    return cal.day_reading(month.interval.end if last else month.interval.start.replace(day=_number(hit, "o")))


def _part_of_month(hit: Hit, context: Context) -> Reading | None:
    """ "the first half of May", "the last days of May"."""
    month = _month_of(hit, context)
    if month is None or month.interval is None:
        return None
    first, last = month.interval.start, month.interval.end
    late = hit.word("o") in ("second", "last", "latter", "final", "closing")
    if "half" in hit:
        days = DateInterval(first + timedelta(15), last) if late else DateInterval(first, first + timedelta(14))
    else:
        days = DateInterval(last - timedelta(6), last) if late else DateInterval(first, first + timedelta(6))
    return Reading(month.value, days, "range")


def _month_of(hit: Hit, context: Context) -> Reading | None:
    if "m" not in hit:
        ref = context.last.start if hit.word("that") and context.last is not None else context.here
        return cal.month_reading(ref.year, ref.month) if ref is not None else None
    month = int(hit.value("m", "MONTH"))
    year = named_year(hit, context) or nearest_year(month, None, context)
    return cal.month_reading(year, month) if year is not None else None


def _whole_month(hit: Hit, context: Context) -> Reading | None:
    return _month_of(hit, context) or Reading(f"XXXX-{int(hit.value('m', 'MONTH')):02d}")


_YEAR = "(','? of? (?P<y>YEAR))?"
_PART = "the? (EARLY|LATE|MID)? '-'? (?P<tod>TOD|DAWN) (of|on)"
_HOURS = "the? (?P<early>EARLY|small|predawn) '-'? TOD? (?P<hours>TUNITS|hours) (of|on)"
_AFTER = (
    "(?='.'|','|';'|':'|')'|BREAK|and|but|to|when|where|after|before|with|as|they|he|she|it|the|a|his|their"
    "|was|were|is|had|will|at|in|for|PASTV|NUMW|VAGUE|an|another|both|all|did|would|could|then|there|its|her|our"
    "|from|while|until)"
)
# At the head of a sentence or a clause any noun may follow but these, which ordinals count.
_OPENING = "(?<=('.'|'!'|'?'|';'|','|BREAK|and|but) (on|by))"
_NOT_COUNTED = (
    "(?!floor|parallel|anniversary|century|day|hour|minute|attempt|try|ballot|round|hole|street|avenue|page|lap|count"
    "|occasion|amendment|congress|session|meeting|summit|member|man|person|time|term|edition|in|of|MONTH|'-'|UNIT|DAYU"
    "|TUNIT|LABEL|army|armies|corps|infantry|cavalry|fleet|guards|panzer|armored|armoured|airborne|mountain|marine"
    "|marines|air|group|company|platoon|district|province|ward)"
)

DAY_RULES = (
    Rule("relative.ordinal_day", f"(?<=@on) the (?P<d>DAYORD) {_AFTER}", ordinal_day),
    Rule("relative.ordinal_day", f"{_OPENING} the (?P<d>DAYORD) {_NOT_COUNTED}", ordinal_day),
    Rule(
        "relative.ordinal_day",
        "(?<=(on|from|between)) (?P<a>the (?P<d>DAYORD)) (and|to|or|until|'-') (?P<b>the? (?P<d2>DAYORD)) "
        f"{_NOT_COUNTED}",
        _ordinal_pair,
    ),
    Rule("time.part_of_day", f"({_PART}|{_HOURS}) the (?P<d>DAYORD) {_AFTER}", _part_of_day),
    Rule(
        "time.part_of_day",
        f"({_PART}|{_HOURS}) @weekday? (?P<m>MONTH|MONTHAB) '.'? (?P<d>DAYNUM|DAYORD) (('-'|'/'|to) DAYNUM)? {_YEAR}",
        _part_of_day,
    ),
    Rule(
        "time.part_of_day",
        f"({_PART}|{_HOURS}) @weekday? (the? (?P<d>DAYORD)|(?P<d2>DAYNUM)) (('-'|'/'|to) the? (DAYNUM|DAYORD))? of? "
        f"(?P<m>MONTH|MONTHAB) '.'? {_YEAR}",
        _part_of_day,
    ),
    Rule("relative.week_of_month", f"the? (?P<o>ORD|last|final) week (of|in) (?P<m>MONTH) {_YEAR}", _week_of_month),
    Rule("relative.week_of_month", "the (?P<o>ORD|last|final) week of (the|(?P<that>that)) month", _week_of_month),
    Rule(
        "relative.part_of_month",
        f"the? (?P<o>first|second|last|latter|final|closing|opening) ((?P<half>HALF)|DAYUS) of (?P<m>MONTH) {_YEAR}",
        _part_of_month,
    ),
    Rule("relative.day_of_month", f"the (?P<o>ORD|last|final) DAYU of (?P<m>MONTH) {_YEAR}", _day_of_month),
    Rule("relative.day_of_month", "the (?P<o>ORD|last|final) DAYU of (the|(?P<that>that)) month", _day_of_month),
    Rule("relative.day_of_month", "the (?P<o>DAYORD) of (the|(?P<that>that|the same)) month", _day_of_month),
    Rule("explicit.month", f"the month of (?P<m>MONTH) {_YEAR}", _whole_month),
)
