"""Rules for written days and months, ranges of them, and bare months."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from timeline.times import _calendar as cal
from timeline.times._calendar import Reading
from timeline.times._convert import convert_iso, convert_numeric
from timeline.times._pattern import Context, Hit, Rule


def written_year(hit: Hit, group: str = "y") -> int | None:
    word = hit.word(group)
    if not word:
        return None
    if word[0].isdecimal():
        return int(word)
    short = int(word[1:])
    return (1900 if short >= 30 else 2000) + short


def named_year(hit: Hit, context: Context) -> int | None:
    """The year named by figures, or by "last year", "this year", "next year" behind the month."""
    if "y" in hit:
        return written_year(hit)
    if (shared := _shared_year(hit)) is not None:
        return shared
    if hit.value("ry", "SAME"):
        told = context.last.start if context.last is not None else context.ref
        return told.year if told is not None else None
    direction = hit.value("ry", "LAST", "PAST", "THIS", "NEXT")
    return context.ref.year + int(direction) if direction and context.ref else None


def _shared_year(hit: Hit) -> int | None:
    """ "in May and July 2012", "on May 3 and June 5, 2012": the first shares the year of the second."""
    words, classes = hit.tokens.words, hit.values
    after = words[hit.end : hit.end + 5]
    if len(after) < 3 or after[0] not in ("and", "or", "to", "-", ",") or "MONTH" not in classes.get(after[1], {}):
        return None
    for word in after[2:]:
        if len(word) == 4 and word.isdecimal() and "1000" <= word <= "2199":
            return int(word)
        if not word.isdecimal() and word not in (",", "of"):
            return None
    return None


def nearest_year(month: int, day: int | None, context: Context) -> int | None:
    """The year a yearless month or day falls in: by tense, else the nearer with a bias to the past."""
    ref = context.ref
    if context.last is not None and (context.narrative or ref is None):
        last = context.last.start
        return last.year + (context.last.days <= _HALF_YEAR_DAYS and month - last.month < -_NARRATIVE_BACK)
    if ref is None:
        return None
    behind = (ref.month - month) % 12
    if day is not None:
        return _nearest_day_year(month, day, ref, context)
    if behind == 0:
        return ref.year
    back = ref.year - (month > ref.month)
    if context.future is None:
        return back + (behind > _UNTENSED_BACK)
    return back + context.future


# In a history a month this much earlier in the year than the last one mentioned is the next year's.
_NARRATIVE_BACK = 6
_HALF_YEAR_DAYS = 184
# Without a tense, a bare month more than this many months ago is the coming one (tuned on TempEval-3 corpora).
_UNTENSED_BACK = 7
# A yearless day is the nearest such day; only beyond this many days does the tense choose.
_TENSE_DAYS = 140
# "seized it on 8 August": told as past, it is not further ahead than this.
_TENSE_DAYS_PAST = 45


def _nearest_day_year(month: int, day: int, ref: date, context: Context) -> int:
    future = context.future
    years = [year for year in (ref.year - 1, ref.year, ref.year + 1) if 1 <= year <= 9999 and _exists(year, month, day)]
    distance = {year: (date(year, month, day) - ref).days for year in years}
    nearest = min(years, key=lambda year: abs(distance[year]), default=ref.year)
    near = _TENSE_DAYS_PAST if future is False and context.on and distance.get(nearest, 0) > 0 else _TENSE_DAYS
    if context.ended:
        future, near = False, 0
    if future is None or not years or abs(distance[nearest]) <= near or (distance[nearest] > 0) == future:
        return nearest
    fitting = [year for year in years if (distance[year] > 0) == future]
    return min(fitting, key=lambda year: abs(distance[year]), default=nearest)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= day <= cal.month_days(year, month).end.day


def _month(hit: Hit, group: str = "m") -> int:
    return int(hit.value(group, "MONTH", "MONTHAB"))


def _day(hit: Hit, group: str = "d") -> int:
    digits = "".join(c for c in " ".join(hit.words(group)) if c.isdecimal())
    return int(digits or hit.value(group, "ORD") or 0)


def _month_day(hit: Hit, context: Context) -> Reading | None:
    month, day = _month(hit), _day(hit)
    year = named_year(hit, context) or nearest_year(month, day, context)
    if year is None:
        return Reading(f"XXXX-{month:02d}-{day:02d}")
    return cal.day_reading(date(year, month, day))


def _day_pair(hit: Hit, context: Context) -> Reading | None:
    """ "April 24 and 25", "13-14 April": two days that share a month, two expressions as TIMEX3 has them."""
    month, first, last = _month(hit), _day(hit), _day(hit, "d2")
    year = named_year(hit, context) or nearest_year(month, first, context)
    if year is None:
        return Reading(f"XXXX-{month:02d}-{first:02d}")
    ends = cal.day_reading(date(year, month, first)), cal.day_reading(date(year, month, last))
    return replace(ends[0], ends=ends)


def _month_only(hit: Hit, context: Context) -> Reading | None:
    month = _month(hit)
    year = named_year(hit, context)
    if year is None and context.ref is not None and "dir" in hit:
        year = _directed_month_year(month, hit, context.ref)
    if year is None:
        year = nearest_year(month, None, context)
    if year is None:
        return Reading(f"XXXX-{month:02d}")
    reading = cal.month_reading(year, month)
    if "edge" in hit:
        return cal.edge_of(reading, hit.value("edge", "EDGE"))
    return cal.part_of(reading, hit.value("part", "EARLY", "MID", "LATE"))


def _directed_month_year(month: int, hit: Hit, ref: date) -> int:
    """ "last March" before the reference month, "next March" after it, "this March" in its year."""
    direction = int(hit.value("dir", "LAST", "PAST", "NEXT", "THIS"))
    if direction < 0:
        return ref.year - (month >= ref.month)
    return ref.year + (direction > 0 and month <= ref.month)


def _directed_month_day(hit: Hit, context: Context) -> Reading | None:
    """ "last October 23"."""
    if context.ref is None:
        return Reading(f"XXXX-{_month(hit):02d}-{_day(hit):02d}")
    return cal.day_reading(date(_directed_month_year(_month(hit), hit, context.ref), _month(hit), _day(hit)))


def _iso(hit: Hit, context: Context) -> Reading | None:
    return convert_iso(hit.tokens.slice(hit.start, hit.end))


def _numeric(hit: Hit, context: Context) -> Reading | None:
    return convert_numeric(hit.tokens.slice(hit.start, hit.end))


def _day_month(hit: Hit, context: Context) -> Reading | None:
    month = _month(hit)
    day = _day(hit) if "d" in hit else _day(hit, "d2")
    year = named_year(hit, context) or nearest_year(month, day, context)
    if year is None:
        return Reading(f"XXXX-{month:02d}-{day:02d}")
    return cal.day_reading(date(year, month, day))


_NOT_COUNT = "(?!MONEY|'%'|'/'|BIGNUM|SCALE)"
YEAR_TAIL = "(','? (?P<y>YEAR|SHORTYEAR) | ','? (of|in)? (?P<ry>the? (LAST|THIS|NEXT|SAME) year))"
_DAY = "(the? DAYORD|DAYNUM)"
_JOIN = "'-'|'--'|'/'|to|through|until|till|and|or"
_WD = "((WEEKDAY|WDAB) ','?)?"
_LEAD = "((on|the)? (THIS|LAST)? NEXT? (?P<wd>WEEKDAY|WDAB) '.'? ','? (the)?)"

EXPLICIT_RULES = (
    Rule("explicit.iso", "ISO", _iso),
    Rule("explicit.numeric", "NUMDATE", _numeric),
    Rule(
        "explicit.day_pair",
        f"(?P<a>(?P<m>MONTH|MONTHAB) '.'? (?P<d>DAYNUM|DAYORD)) ({_JOIN}) "
        f"(?P<b>the? (?P<d2>DAYNUM|DAYORD) {_NOT_COUNT} {YEAR_TAIL}?) (?!MONTH|YEAR)",
        _day_pair,
    ),
    Rule(
        "explicit.day_pair",
        f"(?P<a>{_WD} (?P<d>DAYNUM|the? DAYORD)) ({_JOIN}) "
        f"(?P<b>{_WD} (?P<d2>DAYNUM|the? DAYORD) of? (?P<m>MONTH|MONTHAB) '.'? {YEAR_TAIL}?)",
        _day_pair,
    ),
    Rule(
        "explicit.month_day",
        f"@approx? {_LEAD.replace('(on|the)? ', '')}? @part? (?P<m>MONTH|MONTHAB) '.'? "
        f"(?P<d>DAYNUM|DAYORD|ORD) {_NOT_COUNT} {YEAR_TAIL}?",
        _month_day,
    ),
    Rule(
        "explicit.day_month",
        f"@approx? {_LEAD.replace('(on|the)? ', '')}? (the? (?P<d>DAYORD|ORD) of?|(?P<d2>DAYNUM)) "
        f"(?P<m>MONTH|MONTHAB) '.'? {YEAR_TAIL}?",
        _day_month,
    ),
    Rule(
        "explicit.month",
        f"@approx? ((the? (?P<edge>EDGE) of)|the? (?P<part>EARLY|MID|LATE) '-'? (in|part of)?)? (?P<m>MONTH) "
        f"'.'? (of? {YEAR_TAIL})?",
        _month_only,
    ),
    Rule(
        "relative.month_day",
        "(?P<dir>LAST|NEXT|THIS) (?P<m>MONTH|MONTHAB) '.'? (?P<d>DAYNUM|DAYORD)",
        _directed_month_day,
    ),
    Rule("relative.month", "(this|the)? (?P<dir>LAST|PAST|NEXT|THIS) (?P<m>MONTH)", _month_only),
)
