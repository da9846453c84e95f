"""Rules for dates counted from a reference day: weekdays, units, "ago", "later", deictics."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from timeline.model import DateInterval
from timeline.times import _calendar as cal
from timeline.times._calendar import Reading
from timeline.times._pattern import Context, Hit, Resolver, Rule
from timeline.times._tense import looks_ahead
from timeline.times._years import nearest_year

UNIT_CLASSES = ("DAYU", "DAYUS", "UNIT", "UNITS", "WEEKEND", "WEEKENDS")


def _weekday(hit: Hit, context: Context) -> Reading | None:
    """The last such day, the reference day included; ahead only where "next", "coming" say so."""
    weekday = int(hit.value("wd", "WEEKDAY", "WDAB"))
    if context.ref is None:
        return Reading(f"XXXX-WXX-{weekday}")
    ref = context.ref
    word = hit.word("dir")
    if context.joined == "relative.weekday" and context.last is not None and not word:
        return cal.weekday_reading(context.last.start, weekday, 1)
    if context.narrative and context.last is not None:
        if context.last_day is None:
            return Reading(f"XXXX-WXX-{weekday}")
        if not word:
            return cal.weekday_reading(context.last_day.start + timedelta(7), weekday, 0)
        ref = context.last_day.start
    direction = int(hit.value("dir", "LAST", "PAST", "NEXT", "THIS") or 0)
    if word == "this" and "past" not in hit.words("lead"):
        return cal.day_reading(cal.week_days(ref).start + timedelta(weekday - 1))
    if context.last is not None and word in ("following", "previous", "preceding"):
        ref = context.last.end if word == "following" else context.last.start
    if not direction and (looks_ahead(hit) or _as_early_as(hit)):
        direction = 1
    return cal.weekday_reading(ref, weekday, direction)


def _as_early_as(hit: Hit) -> bool:
    """ "as soon as Tuesday" always looks ahead."""
    before = hit.tokens.words[max(hit.start - 3, 0) : hit.start]
    return len(before) == 3 and before[0] == before[2] == "as" and before[1] in ("soon", "early")


def _day_from(hit: Hit, context: Context) -> Reading | None:
    """ "the day before last Tuesday"."""
    weekday = _weekday(hit, context)
    if weekday is None or weekday.interval is None:
        return weekday
    return cal.day_reading(weekday.interval.start + timedelta(-1 if hit.word("extra") == "before" else 1))


def _weekday_of_week(hit: Hit, context: Context) -> Reading | None:
    """ "Monday of last week", "next week Tuesday"."""
    weekday = int(hit.value("wd", "WEEKDAY"))
    if context.ref is None:
        return Reading(f"XXXX-WXX-{weekday}")
    direction = int(hit.value("dir", "LAST", "PAST", "NEXT", "THIS"))
    monday = cal.week_days(context.ref + timedelta(7 * direction)).start
    return cal.day_reading(monday + timedelta(weekday - 1))


def _weekend(hit: Hit, context: Context) -> Reading | None:
    """The weekend just past or under way; "last", "this", "next" move it by ISO weeks."""
    if context.ref is None:
        return Reading("XXXX-WXX-WE")
    ref = context.ref
    direction = hit.value("dir", "LAST", "PAST", "NEXT", "THIS")
    word = hit.word("dir")
    if direction == "1" or (context.future and not direction):
        return cal.weekend_reading(ref + timedelta(7 if ref.isoweekday() >= 6 else 0))
    if word == "this" and "past" not in hit.words("lead"):
        return cal.weekend_reading(ref if ref.isoweekday() >= 4 else ref - timedelta(7))
    if ref.isoweekday() >= 6 and direction != "-1":
        return cal.weekend_reading(ref)
    return cal.weekend_reading(ref - timedelta(7))


def _unit(hit: Hit, context: Context) -> Reading | None:
    """ "last week", "this year", "the previous month": a calendar unit by its distance from the reference."""
    unit = hit.value("u", *UNIT_CLASSES)
    word = hit.word("dir")
    direction = int(hit.value("dir", "LAST", "PAST", "NEXT", "THIS", "SAME") or 0)
    ref = context.here
    if word in _FROM_LAST and context.last is not None:
        ref = context.base_of(word, direction) or ref
    if ref is None:
        return Reading("XXXX-WXX" if unit == "W" else "XXXX")
    if unit == "F":
        days = sorted((ref, cal.shift(ref, unit, direction)))
        return Reading("P2W", DateInterval(days[0], days[1]), "range", lasting=True)
    reading = cal.unit_reading(cal.shift(ref, unit, direction), unit)
    if "edge" in hit:
        return cal.edge_of(reading, hit.value("edge", "EDGE"))
    if hit.word("part") in ("earlier", "later"):
        return cal.beside(reading, hit.word("part"), ref)
    return cal.part_of(reading, hit.value("part", "EARLY", "MID", "LATE"))


_FROM_LAST = ("following", "previous", "preceding", "same", "that", "prior")


def _beyond(hit: Hit, context: Context) -> Reading | None:
    """ "the year before last", "the week after next"."""
    unit, count = hit.value("u", "UNIT"), 2 if "ahead" in hit else -2
    return cal.unit_reading(cal.shift(context.ref, unit, count), unit) if context.ref is not None else None


def _this_time(hit: Hit, context: Context) -> Reading | None:
    """ "this time last year": about the same day of it; its TIMEX3 value is the month, of a week or month the day."""
    if context.ref is None:
        return Reading("PAST_REF")
    unit = hit.value("u", "UNIT")
    day = cal.shift(context.ref, unit, int(hit.value("dir", "LAST", "NEXT")))
    value = f"{day:%Y-%m}" if unit in ("Y", "E", "C") else day.isoformat()
    return Reading(value, DateInterval(day, day), "day", approximate=True)


def _trailing_unit(hit: Hit, context: Context) -> Reading | None:
    """ "the past year": the unit that ends at the reference; its TIMEX3 value is the unit before."""
    if context.ref is None:
        return Reading("PAST_REF")
    start = cal.shift(context.ref, hit.value("u", "UNIT"), -1)
    value = cal.unit_reading(start, hit.value("u", "UNIT")).value
    return Reading(value, DateInterval(start, context.ref), "range", lasting=True)


def _unit_end(hit: Hit, context: Context) -> Reading | None:
    """ "the end of the month", "year-end"."""
    ref = context.last.start if context.last is not None and hit.word("that") else context.here
    if ref is None:
        return None
    unit = hit.value("u", "UNIT") or "Y"
    return cal.edge_of(cal.unit_reading(ref, unit), hit.value("edge", "EDGE") or "END")


def _adjacent_day(hit: Hit, context: Context) -> Reading | None:
    """ "the following day", "the day before": counted from the last date mentioned, else from publication."""
    last = context.last_day
    days = last.end if last is not None else context.ref
    if days is None or (context.narrative and last is None):
        return Reading("XXXX-XX-XX")
    if hit.word("dir") in ("same", "that", "very"):
        return _as_uncertain(cal.day_reading(days, _tod(hit)), last, 0)
    start = last.start if last is not None else days
    back = hit.word("dir") in ("before", "previous", "preceding", "earlier", "prior")
    step = -1 if back else 1
    return _as_uncertain(cal.day_reading(start - timedelta(1) if back else days + timedelta(1), _tod(hit)), last, step)


def _as_uncertain(reading: Reading, last: DateInterval | None, step: int) -> Reading:
    """ "The same day" after some day of a month or week is some day of it, "the next day" of it moved by one."""
    if last is None or last.days == 1:
        return reading
    moved = DateInterval(last.start + timedelta(step), last.end + timedelta(step))
    return replace(reading, interval=moved, precision="range")


def _deictic(hit: Hit, context: Context) -> Reading | None:
    """ "yesterday", "today"; the "today" of a history is no day but the present."""
    if context.ref is None:
        return Reading("XXXX-XX-XX")
    shift = int(hit.value("t", "TODAY") or 0)
    if context.narrative and not shift:
        return Reading("PRESENT_REF")
    if "extra" in hit:
        shift *= 2
    return cal.day_reading(context.ref + timedelta(shift))


def _week_of(hit: Hit, context: Context) -> Reading | None:
    month, day = int(hit.value("m", "MONTH")), int("".join(c for c in hit.word("d") if c.isdecimal()))
    year = nearest_year(month, day, context)
    if year is None:
        return None
    return cal.week_reading(cal.month_days(year, month).start + timedelta(day - 1))


def vague(value: str) -> Resolver:
    """A resolver that gives this value, which names no day."""

    def resolve(hit: Hit, context: Context) -> Reading | None:
        return Reading(value)

    return resolve


def _tod(hit: Hit) -> str:
    code = hit.value("tod", "TOD", "DAWN")
    return f"T{code}" if code else ""


def _same_day(hit: Hit, context: Context) -> Reading | None:
    if context.narrative and context.last_day is None:
        return Reading("XXXX-XX-XX")
    days = context.last_day.end if context.last_day is not None else context.ref
    if days is None:
        return Reading("XXXX-XX-XX")
    return _as_uncertain(cal.day_reading(days, _tod(hit)), context.last_day, 0)


_PART = "(?P<part>EARLY|MID|LATE) '-'? (in|on)?"

RELATIVE_RULES = (
    Rule("relative.weekday", "((?P<part>early|late|mid) '-'? (in|on)?)? (?P<wd>WEEKDAY)", _weekday),
    Rule(
        "relative.weekday",
        f"({_PART})? ((?P<lead>this|the)? (?P<dir>LAST|PAST|NEXT|THIS|following)) (?P<wd>WEEKDAY|WDAB)",
        _weekday,
    ),
    Rule("relative.weekday", "this (past|coming) (?P<dir>PAST|NEXT)? (?P<wd>WEEKDAY)", _weekday),
    Rule("relative.weekday_abbreviated", "(?<=@on) (?P<wd>WDAB) '.'?", _weekday),
    Rule("relative.weekday_of_week", "(?P<wd>WEEKDAY) (of|in)? (?P<dir>LAST|NEXT|THIS) week", _weekday_of_week),
    Rule("relative.weekday_of_week", "(?P<dir>LAST|NEXT|THIS) week (on)? (?P<wd>WEEKDAY)", _weekday_of_week),
    Rule("relative.weekend", f"({_PART})? (?P<lead>this|the)? (?P<dir>LAST|PAST|NEXT|THIS) (?P<u>WEEKEND)", _weekend),
    Rule("relative.weekend", "the (?P<u>WEEKEND)", _weekend),
    Rule(
        "relative.unit",
        f"((the? (?P<edge>EDGE) of)|({_PART}))? the? "
        f"(?P<dir>LAST|THIS|NEXT|previous|preceding|prior|same|that) same? (FISCAL|calendar)? (?P<u>UNIT) (or so)?",
        _unit,
    ),
    Rule("relative.unit", f"{_PART} the (?P<u>UNIT)", _unit),
    Rule("relative.unit", "the (?P<dir>current|latest) FISCAL? (?P<u>UNIT)", _unit),
    Rule("relative.trailing_unit", "the past (?P<u>year|month|week)", _trailing_unit),
    Rule("relative.unit_end", "the? (?P<edge>EDGE) of (the|(?P<that>that|same)) (?P<u>UNIT)", _unit_end),
    Rule("relative.unit_end", "(the|(?P<that>that)) (?P<u>UNIT) POSS (?P<edge>EDGE)", _unit_end),
    Rule("relative.unit_end", "@approx? the? (year|calendar year) (POSS|'-')? end", _unit_end),
    Rule(
        "relative.adjacent_day",
        "(EARLY|LATE)? the (very (?=next|same))? (?P<dir>following|next|previous|preceding|same|very) DAYU",
        _adjacent_day,
    ),
    Rule("relative.adjacent_day", "(EARLY|LATE)? the (?P<dir>following|next|previous) (?P<tod>TOD)", _adjacent_day),
    Rule("relative.adjacent_day", "(EARLY|LATE)? that (?P<dir>same|very)? DAYU", _same_day),
    Rule("relative.adjacent_day", "((EARLY|LATE)? that (?P<dir>same|very)?|the very? same) (?P<tod>TOD)", _same_day),
    Rule(
        "relative.adjacent_day",
        "the (DAYU|(?P<tod>TOD)) (?P<dir>before|after|earlier) (?!WEEKDAY|yesterday|tomorrow)",
        _adjacent_day,
    ),
    Rule("relative.adjacent_day", "(?<=@laterin) the DAYU (?!of|after|before)", _same_day),
    Rule("relative.adjacent_day", "(?<=by) the end of (the|that) DAYU", _same_day),
    Rule("relative.unit_told", "(?<=@inunit) the (?P<u>week|month|year) @unitend", _unit),
    Rule("relative.unit", "the (?P<u>UNIT) (before last|(?P<ahead>after next))", _beyond),
    Rule("relative.time_last", "(about|around)? this time (?P<dir>LAST|NEXT) (?P<u>UNIT)", _this_time),
    Rule("relative.day", "(EARLY|LATE)? (?P<t>TODAY)", _deictic),
    Rule("relative.day", "the DAYU (?P<extra>before|after) (?P<t>yesterday|tomorrow)", _deictic),
    Rule("relative.day_from", "the DAYU (?P<extra>before|after) (?P<dir>LAST|NEXT)? (?P<wd>WEEKDAY)", _day_from),
    Rule("relative.week_of", "the week of (?P<m>MONTH) '.'? (?P<d>DAYNUM|DAYORD)", _week_of),
    Rule("relative.week_of", "the week of the? (?P<d>DAYNUM|DAYORD) of? (?P<m>MONTH)", _week_of),
    Rule(
        "vague.future",
        "the future|the? (near|immediate|foreseeable) (future|term)|a later date|the short term|coming "
        "(DAYUS|UNITS)|future (UNITS)|as soon as possible",
        vague("FUTURE_REF"),
    ),
    Rule("relative.recent_times", "RECENT (months|years|decades|centuries) (and UNITS)?", vague("PAST_REF")),
    Rule("relative.recent_times", "RECENT UNITS and (months|years|decades)", vague("PAST_REF")),
    Rule(
        "vague.past",
        "the past (?!DAYUS|UNITS|UNIT|NUM|NUMW|VAGUE|'-')|RECENT (DAYUS|UNITS) (and UNITS)?|RECENTLY|more? recently",
        vague("PAST_REF"),
    ),
    Rule(
        "vague.present",
        "(?<=YEAR ('-'|'--')) present|(?<=to) the present (DAYU)?|the present DAYU|(?<=to) this DAYU",
        vague("PRESENT_REF"),
    ),
    Rule("vague.present", "(?<!from) NOW|CURRENT|these DAYUS|at present", vague("PRESENT_REF")),
)
