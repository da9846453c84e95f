"""Rules for times of day: clocks, parts of a day, "nightfall that day", "0600 hours"."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from timeline.model import DateInterval
from timeline.times import _calendar as cal
from timeline.times._calendar import Reading
from timeline.times._forms_day import ordinal_day
from timeline.times._numbers import format_number, read_number
from timeline.times._pattern import Context, Hit, Rule
from timeline.times._tense import looks_ahead
from timeline.times._years import nearest_year


def _clock(hit: Hit) -> str:
    if "noon" in hit:
        return "T" + hit.value("noon", "NOON")
    written = hit.word("c")
    hour, _, minute = written.rstrip("apm").replace(".", ":").partition(":")
    if len(hour) == _HHMM and hour.isdecimal():
        hour, minute = hour[:2], hour[2:]
    number = int(hour) if hour.isdecimal() else int(hit.value("c", "NUMW") or 0)
    half = written[-2:] if written.endswith("m") else (hit.value("ap", "AMPM") or hit.word("ap"))
    half = half.replace(".", "").lower()
    part = hit.value("todc", "TOD") or hit.value("part", "TOD") or (hit.value("adjtod", "TOD") if not half else "")
    if half == "pm" or part in ("AF", "EV") or (part == "NI" and number >= _NIGHT_FALLS):
        number = number + 12 if number < 12 else number
    elif half == "am" and number == 12:
        number = 0
    if "past" in hit:
        on, minute = _PAST_HOUR[hit.words("past")[-2], hit.words("past")[-1]]
        number += on
    minutes = int(minute[:2]) if minute[:2].isdecimal() else 0
    if number > 24 or minutes > 59 or (number == 24 and minutes):
        return ""
    return f"T{number:02d}:{minute[:2] or '00'}"


# "Half past four", "quarter to five": hours on from the one named, and the minute.
_PAST_HOUR = {
    ("half", "past"): (0, "30"),
    ("quarter", "past"): (0, "15"),
    ("quarter", "to"): (-1, "45"),
}
# "Six o'clock that night" is the evening's, "two o'clock" is not.
_NIGHT_FALLS = 6
# Figures of a military time, 0600.
_HHMM = 4


def _time(hit: Hit, context: Context) -> Reading | None:
    """A time of day, on the day written with it, else on the day the text is at."""
    suffix = _clock(hit) if "c" in hit or "noon" in hit else "T" + _part_of_day(hit)
    if not suffix:
        return None
    day = _time_day(hit, context)
    return cal.day_reading(day, suffix) if day is not None else Reading("XXXX-XX-XX" + suffix, type="TIME")


def _part_of_day(hit: Hit) -> str:
    """The TIMEX3 code of "evening", "nightfall"; of "the early hours" the morning."""
    if "light" in hit:
        return "MO" if hit.word("light") == "first" else "EV"
    return hit.value("tod", "TOD", "DAWN", "OVERNIGHT", "TONIGHT") or ("MO" if "hours" in hit else "NI")


def _adjacent(hit: Hit, context: Context) -> date | None:
    """ "nightfall that day", "10 a.m. the next morning": the day told last, the one behind or before it."""
    day = context.last_day.end if context.last_day is not None else context.ref
    if day is None:
        return None
    return day + timedelta(int(hit.value("adj", "NEXT", "PAST") or 0))


def _day_behind(hit: Hit, context: Context) -> date | None:
    """The weekday behind an aside: "at 2:30 a.m. local time (2330 GMT) on Wednesday"."""
    words = hit.tokens.words[hit.end : hit.end + _ASIDE]
    position, depth = 0, 0
    while position < len(words) and (depth or words[position] in _ASIDE_WORDS or _is_clock(hit, words[position])):
        depth += (words[position] == "(") - (words[position] == ")")
        position += 1
    if not position or position >= len(words) or context.ref is None:
        return None
    weekday = hit.values.get(words[position], {}).get("WEEKDAY")
    days = cal.weekday_reading(context.ref, int(weekday), 0).interval if weekday else None
    return days.start if days else None


def _is_clock(hit: Hit, word: str) -> bool:
    return word[:1].isdecimal() or word[:4] in ("a.m.", "p.m.") or "AMPM" in hit.values.get(word, {})


# Words of an aside between a time and its day, and the most tokens looked at.
_ASIDE_WORDS = ("local", "time", "(", ")", "on", ",", "and", "to", "-")
_ASIDE = 12


def _time_day(hit: Hit, context: Context) -> date | None:
    if "m" in hit or "m2" in hit:
        return _written_day(hit, context)
    if "dn" in hit:
        reading = ordinal_day(hit, context, "dn")
        return reading.interval.start if reading is not None and reading.interval is not None else None
    if "adj" in hit:
        return _adjacent(hit, context)
    if not any(group in hit for group in ("wd", "t", "lastnight", "thistod")) and (day := _day_behind(hit, context)):
        return day
    if context.narrative and not any(group in hit for group in ("wd", "t", "lastnight")):
        return _told_day(hit, context)
    if context.ref is None:
        return None
    if "wd" in hit:
        weekday = int(hit.value("wd", "WEEKDAY"))
        direction = int(hit.value("dir", "LAST", "NEXT") or looks_ahead(hit) or _is_deadline(hit))
        ref = context.ref
        if context.narrative and context.last_day is not None and not direction:
            ref = context.last_day.start + timedelta(7)
        days = cal.weekday_reading(ref, weekday, direction).interval
        return days.start if days else None
    if "t" in hit:
        return context.ref + timedelta(int(hit.value("t", "TODAY")))
    if "lastnight" in hit:
        return context.ref - timedelta(2 if "before" in hit else 1)
    if "thistod" in hit or context.last is None or context.last.days > 1:
        return context.ref
    return context.last.start if "tod" not in hit or "told" in hit else context.ref


def _told_day(hit: Hit, context: Context) -> date | None:
    """The last day told; "at daybreak" and "at 03:30" behind a night are of the day after it."""
    if context.last_day is None or context.last_day != context.last:
        return None
    early = hit.value("tod", "TOD", "DAWN") == "MO" or ("c" in hit and "T00" <= _clock(hit) < "T06")
    return context.last_day.start + timedelta(early and _AT_NIGHT.search(context.told) is not None)


# Values of evenings and nights; 24:00 is none, for many write it for the midnight that a day begins with.
_AT_NIGHT = re.compile(r"T(?:NI|EV|1[89]|2[0-3])")


def _hours_later(hit: Hit, context: Context) -> Reading | None:
    """ "two hours later": from the time told last; from a day told in a history, so many days on as the hours reach.

    News that tells no time may count from anything, so there it stays a duration.
    """
    sign = 1 if hit.value("way", "LATER") else -1
    number, unit = read_number(hit.words("n"), hit.values), hit.value("u", "TUNIT", "TUNITS")
    if number is None:
        return Reading("PAST_REF")
    step = timedelta(hours=number) if unit == "H" else timedelta(minutes=number)
    if context.clock:
        then = datetime.fromisoformat(context.clock[: len("2024-01-01T10:00")]) + sign * step
        return cal.day_reading(then.date(), f"T{then:%H:%M}")
    if not context.narrative or context.last_day is None:
        amount = format_number(number) if number % 1 == 0 else "X"
        return Reading(f"PT{amount}{unit}", type="DURATION")
    day = context.last_day.start
    whole, rest = step.days, bool(step.seconds)
    first, last = sorted((day + sign * timedelta(whole), day + sign * timedelta(whole + rest)))
    if first == last:
        return cal.day_reading(first)
    return Reading(f"{first}/{last}", DateInterval(first, last), "range")


def _is_deadline(hit: Hit) -> bool:
    """ "until 9 a.m. Tuesday", "by 9 a.m. Tuesday"; not "by Tuesday morning it had"."""
    word = hit.tokens.words[hit.start - 1] if hit.start else ""
    return word in ("until", "till") or (word == "by" and hit.future is not False)


def _written_day(hit: Hit, context: Context) -> date | None:
    month = int(hit.value("m", "MONTH") or hit.value("m2", "MONTH"))
    day = int("".join(c for c in hit.word("d") or " ".join(hit.words("d2")) if c.isdecimal()))
    year = int(hit.word("y")) if "y" in hit else nearest_year(month, day, context)
    return cal.month_days(year, month).start.replace(day=day) if year else None


_WEEKDAY = "(?P<dir>LAST|NEXT)? (?P<wd>WEEKDAY) (?!','? (MONTH|DAYNUM|the? DAYORD))"
_ADJACENT = "(?P<adj>that|the SAME|the NEXT|the PAST) (DAYU|(?P<adjtod>TOD))"
_WRITTEN = (
    "@weekday? ((?P<m>MONTH) '.'? (?P<d>DAYNUM|DAYORD)"
    "|the? (?P<d2>DAYNUM|DAYORD) (('-'|'/') DAYNUM)? of? (?P<m2>MONTH) '.'?) (','? (?P<y>YEAR))?"
)
_ORDINAL = "the (?P<dn>DAYORD) (?!MONTH|of|'-'|UNIT|DAYU|floor|parallel)"
_OF = "((on|in) the (EARLY|LATE)? (?P<part>TOD) of|','? on?)"
_DAY = f"({_OF} ({_ADJACENT}|{_WEEKDAY}|(?P<t>TODAY)|{_WRITTEN}|{_ORDINAL}))"
_ZONE = "(local time|ZONE|'(' ZONE ')')?"
_HOURS = "the? (EARLY|small|predawn) '-'? (TOD? (?P<hours>hours))"
_PART = f"({_HOURS}|the? (EARLY|LATE)? (?P<tod>TOD))"

CLOCK_RULES = (
    Rule("time.clock", f"@approx? (?P<c>CLOCK|HOURNUM) (?P<ap>AMPM) {_ZONE} {_DAY}?", _time),
    Rule("time.clock", f"@approx? (?P<c>CLOCK) (?!'-') {_ZONE} {_DAY}?", _time),
    Rule("time.clock", f"@approx? (?P<c>HOURNUM|NUMW) (?P<clock>oclock|o APOS clock) {_DAY}?", _time),
    Rule("time.clock", f"@approx? (?P<past>half past|a? quarter (past|to)) (?P<c>HOURNUM|NUMW) oclock? {_DAY}?", _time),
    Rule("relative.offset_hours", "@ago? (?P<n>@count) (?P<u>TUNIT|TUNITS) (?P<way>earlier|later)", _hours_later),
    Rule("time.clock_half", f"@approx? (?P<c>CLOCKHALF) {_ZONE} {_DAY}?", _time),
    Rule("time.clock", "(?P<c>CLOCK|HOURNUM|NUMW) (?P<clock>oclock|o APOS clock)? in the (?P<todc>TOD)", _time),
    Rule("time.military", f"@approx? (?P<c>HHMM) (hours|hrs) {_ZONE} {_DAY}?", _time),
    Rule("time.military", f"@approx? (?P<c>HHMM) ZONE {_DAY}?", _time),
    Rule("time.military", f"(?<=@at) @approx? (?P<c>ZEROHOUR) {_DAY}?", _time),
    Rule("time.noon", f"@approx? (?P<noon>NOON) ZONE? {_DAY}?", _time),
    Rule("time.part", "(EARLY|LATE|MID)? '-'? (?P<wd>WEEKDAY) (?P<tod>TOD)", _time),
    Rule("time.part", "(EARLY|LATE)? (?P<dir>LAST|NEXT) (?P<wd>WEEKDAY) (?P<tod>TOD)", _time),
    Rule("time.part", "(EARLY|LATE|MID)? '-'? (?P<t>TODAY) (?P<tod>TOD)", _time),
    Rule("time.part", "(EARLY|LATE|MID)? '-'? (?P<tod>TOD) (?P<t>TODAY)", _time),
    Rule("time.part", "(EARLY|LATE)? (?P<thistod>this) (?P<tod>TOD)", _time),
    Rule("time.part", "MID '-'? (?P<tod>TOD)", _time),
    Rule("time.part", "(EARLY|LATE)? (?P<lastnight>LAST) (?P<tod>TOD)", _time),
    Rule("time.part", "(?P<lastnight>the) (?P<tod>TOD) (?P<before>before) last", _time),
    Rule("time.part", "(?P<tod>TONIGHT)", _time),
    Rule(
        "time.part_told", "(?<=@inpart) (?P<told>the) (EARLY|small|predawn) '-'? TOD? (?P<hours>hours) (?!of|on)", _time
    ),
    Rule("time.part_told", "(?<=@inpart) (?P<told>EARLY|LATE) '-'? (?P<tod>TOD) (?!of|on)", _time),
    Rule("time.part_told", "(?<=@inpart) (?P<told>the) (EARLY|LATE)? '-'? (?P<tod>TOD) (?!of)", _time),
    Rule(
        "time.part_told", "(?<=by) (?P<told>the|EARLY|LATE|MID) '-'? (EARLY|LATE|MID)? '-'? (?P<tod>TOD) (?!of)", _time
    ),
    Rule("time.part_told", "(?<=by) (?P<tod>(?P<told>morning|afternoon|evening))", _time),
    Rule("time.dawn", f"(?<=@at) (?P<light>first|last) light {_DAY}?", _time),
    Rule("time.dawn", "(?<=@at) (?P<tod>DAWN) (?!raid|attack|prayer|prayers|to)", _time),
    Rule("time.dawn", f"(?P<tod>DAWN) {_DAY}", _time),
    Rule("time.part", f"{_PART} (of|on) {_WEEKDAY} TOD?", _time),
    Rule("time.part", f"{_PART} of ((?P<t>TODAY)|{_ADJACENT})", _time),
    Rule("time.part", "(?P<tod>OVERNIGHT) (?P<wd>WEEKDAY)?", _time),
)
