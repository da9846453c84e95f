"""Rules for seasons, years, decades and centuries, written or counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from timeline.model import DateInterval
from timeline.times import _calendar as cal
from timeline.times._calendar import Reading
from timeline.times._forms_explicit import YEAR_TAIL
from timeline.times._pattern import Context, Hit, Rule
from timeline.times._years import named_year, told_year, written_year


def _year_only(hit: Hit, context: Context) -> Reading | None:
    year = written_year(hit)
    if year is None:
        return None
    reading = cal.year_reading(year)
    if "edge" in hit:
        return cal.edge_of(reading, hit.value("edge", "EDGE"))
    if "half" in hit:
        return cal.half_reading(year, 2 if hit.word("half") in ("second", "last", "latter") else 1)
    return cal.part_of(reading, _part(hit))


def _spoken_year(hit: Hit, context: Context) -> Reading | None:
    values = hit.values
    number = [int(values[w]["NUMW"]) for w in hit.words("sy") if "NUMW" in values.get(w, {})]
    if hit.word("sy") == "two":
        return cal.year_reading(2000 + sum(number[1:]))
    if number[1] < 10 or (number[0] == 20 and len(number) == 2 and number[1] > 50):
        return None
    year = number[0] * 100 + sum(number[1:])
    reading = cal.year_reading(year)
    if "m" in hit:
        return cal.month_reading(year, int(hit.value("m", "MONTH")))
    return cal.season_reading(year, hit.value("s", "SEASON")) if "s" in hit else reading


def _year_range(hit: Hit, context: Context) -> Reading | None:
    first = int(hit.word("y"))
    word = hit.word("y2")
    last = int(word) if len(word) == 4 else first // 100 * 100 + int(word)
    if not first < last <= first + 200:
        return None
    ends = cal.year_reading(first), cal.year_reading(last)
    return replace(ends[0], ends=ends)


# "The 1800s" are a century; "the 1900s" and "the 2000s" mostly the first ten years of one.
_LAST_CENTURY = 1800


def _decade(hit: Hit, context: Context) -> Reading | None:
    digits = "".join(c for c in hit.word("dec") if c.isdecimal())
    if not digits:
        digits = hit.value("dec", "TENS")
    year = int(digits) if len(digits) == 4 else (1900 if int(digits) > 20 else 2000) + int(digits)
    if year % 100 == 0 and year <= _LAST_CENTURY:
        return cal.part_of(cal.century_reading(year), hit.value("part", "EARLY", "MID", "LATE"))
    return cal.part_of(cal.decade_reading(year), hit.value("part", "EARLY", "MID", "LATE"))


def _century(hit: Hit, context: Context) -> Reading | None:
    number = "".join(c for c in hit.word("o") if c.isdecimal()) or hit.value("o", "ORD")
    if not 1 <= int(number) <= 30:
        return None
    first = (int(number) - 1) * 100
    if "nth" in hit:
        return _decade_of(hit, first)
    reading = cal.century_reading(first)
    if "half" in hit:
        middle = date(first + 50, 1, 1)
        late = hit.value("section", "SECTION") == "END"
        days = (
            DateInterval(middle, date(first + 99, 12, 31))
            if late
            else DateInterval(date(max(first, 1), 1, 1), date(first + 49, 12, 31))
        )
        return replace(reading, interval=days)
    if "edge" in hit:
        return cal.edge_of(reading, hit.value("edge", "EDGE"))
    return cal.part_of(reading, _part(hit))


def _decade_of(hit: Hit, century: int) -> Reading | None:
    """ "the first decade of the 20th century": the years from 1900."""
    word = hit.word("nth")
    nth = 10 if word in ("last", "final", "closing") else int(hit.value("nth", "ORD") or 1)
    return cal.decade_reading(century + 10 * (nth - 1)) if nth <= 10 else None


def _season(hit: Hit, context: Context) -> Reading | None:
    season = hit.value("s", "SEASON")
    year = named_year(hit, context)
    if year is None and context.here is not None:
        direction = int(hit.value("dir", "LAST", "PAST", "NEXT", "THIS", "SAME") or 0)
        year = _season_year(season, direction, hit.word("dir"), context)
    if year is None:
        return Reading(f"XXXX-{season}")
    return cal.part_of(cal.season_reading(year, season), _part(hit))


def _part(hit: Hit) -> str:
    return hit.value("part", "EARLY", "MID", "LATE") or hit.value("section", "SECTION")


# In a history a winter told after June is the coming one.
_WINTER_AHEAD = 6
# "In 1805 … that winter" is the winter that the year ends in.
_WHOLE_YEAR = 365


def _season_year(season: str, direction: int, word: str, context: Context) -> int:
    told = word == "that" and context.last is not None
    ref = context.base_of(word, direction) or context.here
    if ref is None:
        return 0
    if season == "WI" and direction == 0 and context.last is not None and context.last.days >= _WHOLE_YEAR:
        return context.last.start.year
    start = _WINTER_AHEAD if context.narrative or told else cal.SEASON_MONTHS["WI"]
    year = ref.year if ref.month >= start or season != "WI" else ref.year - 1
    current = cal.season_reading(year, season).interval
    if current is None:
        return year
    if direction > 0 or (direction == 0 and context.future):
        return year + (current.end < ref) if direction == 0 else year + (current.start <= ref)
    if direction < 0:
        return year - (current.end >= ref)
    if context.narrative and season != "WI" and context.last is not None:
        return told_year(cal.SEASON_MONTHS[season], context.last, context)
    return year - (current.start > ref and context.future is False and not (context.narrative or told))


PERIOD_RULES = (
    Rule(
        "explicit.season",
        f"(@partof|the? ((?P<part>EARLY|MID|LATE) '-'? (in|part of)?)?) (?P<s>SEASON) of? {YEAR_TAIL} "
        "(('-'|'--'|'/') (YEAR|NUM))?",
        _season,
    ),
    Rule(
        "relative.season",
        "(?P<part>EARLY|MID|LATE)? (this|the)? (?P<dir>LAST|PAST|NEXT|THIS|SAME) same? (?P<s>SEASON)",
        _season,
    ),
    Rule("relative.season", "the (?P<part>EARLY|MID|LATE)? (?P<s>SEASON)", _season),
    Rule("relative.season", "(?P<part>EARLY|MID|LATE) '-'? (?P<s>SEASON)", _season),
    Rule("relative.season_bare", "(?<=@seasonal) (?P<s>SEASON)", _season),
    Rule("relative.season_bare", "(?<=SEASON (and|or)) (?P<s>SEASON)", _season),
    Rule(
        "explicit.year",
        "(the? (?P<edge>EDGE) of|@partofyear|the? year|@ofpart (?P<part>EARLY|MID|LATE) '-'? (in|part of)?"
        "|(the? FISCAL year|FISCAL)|(post|pre) '-')? "
        "(?P<y>YEAR)",
        _year_only,
    ),
    Rule("explicit.year", "(?<=@inyear) (?P<y>SHORTYEAR)", _year_only),
    Rule("explicit.year", "the year (?P<y>YEARHUNDREDS)", _year_only),
    Rule("explicit.year", "the? (?P<half>ORD|LAST|latter) HALF of (?P<y>YEAR)", _year_only),
    Rule(
        "explicit.spoken_year",
        "((?P<m>MONTH)|the? (?P<s>SEASON) of?|the year)? (?P<sy>nineteen NUMW ('-'? NUMW)?|twenty NUMW ('-'? NUMW)?)",
        _spoken_year,
    ),
    Rule("explicit.spoken_year", "the year (?P<sy>two thousand (and? NUMW)?)", _spoken_year),
    Rule(
        "explicit.year_range", "(?P<a>(?P<y>YEAR)) ('-'|'--'|'/') (?P<b>(?P<y2>YEAR|NUM)) (?!'-'|'%'|'/')", _year_range
    ),
    Rule(
        "explicit.decade", "the? (?P<part>EARLY|MID|LATE)? '-'? (the|LAST HALF of the)? (?P<dec>DECADE|TENS)", _decade
    ),
    Rule("explicit.century", "the? (?P<part>EARLY|MID|LATE)? '-'? (?P<o>ORD) '-'? century AD?", _century),
    Rule(
        "explicit.century",
        "the? ((?P<edge>EDGE)|(?P<section>SECTION) ((?P<half>HALF)|part|years|decades|quarter)) of the (?P<o>ORD) '-'? "
        "century AD?",
        _century,
    ),
    Rule(
        "explicit.decade", "the (?P<nth>ORD|last|final|opening|closing) decade of the (?P<o>ORD) '-'? century", _century
    ),
)
