"""Rules for written days and months, ranges of them, and bare months."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from timeline.times import _calendar as cal
from timeline.times._calendar import Reading
from timeline.times._convert import convert_iso, convert_numeric, impossible_day
from timeline.times._pattern import Context, Hit, Rule
from timeline.times._years import named_year, nearest_year


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
    return _days_of_month(hit, context, (_day(hit), _day(hit, "d2")))


def _day_list(hit: Hit, context: Context) -> Reading | None:
    """ "2, 3 and 4 March": three days, three expressions."""
    return _days_of_month(hit, context, (_day(hit), _day(hit, "d2"), _day(hit, "d3")))


def _days_of_month(hit: Hit, context: Context, days: tuple[int, ...]) -> Reading | None:
    month = _month(hit)
    year = named_year(hit, context) or nearest_year(month, days[0], context)
    if year is None:
        return Reading(f"XXXX-{month:02d}-{days[0]:02d}")
    ends = tuple(cal.day_reading(date(year, month, day)) for day in days)
    return replace(ends[0], ends=ends)


def _month_only(hit: Hit, context: Context) -> Reading | None:
    month = _month(hit)
    year = named_year(hit, context)
    if year is None and context.ref is not None and "dir" in hit:
        year = _directed_month_year(month, hit, context)
    if year is None:
        year = nearest_year(month, None, context)
    if year is None:
        return Reading(f"XXXX-{month:02d}")
    reading = cal.month_reading(year, month)
    if "edge" in hit:
        return cal.edge_of(reading, hit.value("edge", "EDGE"))
    return cal.part_of(reading, hit.value("part", "EARLY", "MID", "LATE") or hit.value("section", "SECTION"))


def _directed_month_year(month: int, hit: Hit, context: Context) -> int:
    """ "last March" before the reference month, "next March" after it, "this March" in its year."""
    direction = int(hit.value("dir", "LAST", "PAST", "NEXT", "THIS", "SAME"))
    ref = context.base_of(hit.word("dir"), direction)
    if ref is None:
        raise ValueError(month)
    if direction < 0:
        return ref.year - (month >= ref.month)
    return ref.year + (direction > 0 and month <= ref.month)


def _directed_month_day(hit: Hit, context: Context) -> Reading | None:
    """ "last October 23"."""
    if context.ref is None:
        return Reading(f"XXXX-{_month(hit):02d}-{_day(hit):02d}")
    return cal.day_reading(date(_directed_month_year(_month(hit), hit, context), _month(hit), _day(hit)))


def _iso(hit: Hit, context: Context) -> Reading | None:
    text = hit.tokens.slice(hit.start, hit.end)
    return convert_iso(text) or impossible_day(text)


def _numeric(hit: Hit, context: Context) -> Reading | None:
    text = hit.tokens.slice(hit.start, hit.end)
    return convert_numeric(text) or impossible_day(text)


def _day_month(hit: Hit, context: Context) -> Reading | None:
    month = _month(hit)
    day = _day(hit) if "d" in hit else _day(hit, "d2")
    year = named_year(hit, context) or nearest_year(month, day, context)
    if year is None:
        return Reading(f"XXXX-{month:02d}-{day:02d}")
    return cal.day_reading(date(year, month, day))


_NOT_COUNT = "(?!MONEY|'%'|'/'|BIGNUM|SCALE)"
# A year of three figures, "9 August 378 the army", is one only before words that no number counts.
_UNCOUNTED = "(?=the|a|an|he|she|they|it|his|was|when|where|'.'|','|';'|')'|BREAK)"
YEAR_TAIL = (
    f"(','? (?P<y>YEAR|SHORTYEAR|YEARHUNDREDS {_UNCOUNTED}) "
    "| ','? (of|in)? (?P<ry>the? (LAST|PAST|THIS|NEXT|SAME) year))"
)
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
        "explicit.day_list",
        f"(?P<m>MONTH|MONTHAB) '.'? (?P<a>(?P<d>DAYNUM|DAYORD)) ',' (?P<b>(?P<d2>DAYNUM|DAYORD)) ','? (and|or) "
        f"(?P<c>(?P<d3>DAYNUM|DAYORD) {_NOT_COUNT} {YEAR_TAIL}?) (?!MONTH|YEAR)",
        _day_list,
    ),
    Rule(
        "explicit.day_list",
        f"(?P<a>(?P<d>DAYNUM|the? DAYORD)) ',' (?P<b>(?P<d2>DAYNUM|the? DAYORD)) ','? (and|or) "
        f"(?P<c>(?P<d3>DAYNUM|the? DAYORD) of? (?P<m>MONTH|MONTHAB) '.'? {YEAR_TAIL}?)",
        _day_list,
    ),
    Rule(
        "explicit.month_day",
        f"@approx? {_LEAD.replace('(on|the)? ', '')}? @part? (?P<m>MONTH|MONTHAB) '.'? "
        f"(?P<d>DAYNUM|DAYORD|ORD) {_NOT_COUNT} {YEAR_TAIL}?",
        _month_day,
    ),
    Rule(
        "explicit.day_month",
        f"@approx? {_LEAD.replace('(on|the)? ', '')}? @part? (the? (?P<d>DAYORD|ORD) of?|(?P<d2>DAYNUM)) "
        f"(?P<m>MONTH|MONTHAB) '.'? {YEAR_TAIL}?",
        _day_month,
    ),
    Rule(
        "explicit.month",
        f"@approx? ((the? (?P<edge>EDGE) of)|@partof|@ofpart (?P<part>EARLY|MID|LATE) '-'? (in|part of)?)? "
        f"(?P<m>MONTH) '.'? (of? {YEAR_TAIL})?",
        _month_only,
    ),
    Rule(
        "relative.month_day",
        "(?P<dir>LAST|NEXT|THIS) (?P<m>MONTH|MONTHAB) '.'? (?P<d>DAYNUM|DAYORD)",
        _directed_month_day,
    ),
    Rule(
        "relative.month",
        "((?P<part>EARLY|MID|LATE) '-'?)? (this|the)? (?P<dir>LAST|PAST|NEXT|THIS) (?P<m>MONTH)",
        _month_only,
    ),
    Rule(
        "relative.month",
        "((?P<part>EARLY|MID|LATE) '-'?)? (that|the) (?P<dir>SAME) (?P<m>MONTH)",
        _month_only,
    ),
    Rule("relative.that_month", "((?P<part>EARLY|MID|LATE) '-'?)? (?P<dir>that) (?P<m>MONTH)", _month_only),
)
