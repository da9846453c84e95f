"""Rules for years with their era written: "490 BC", "the summer of 52 BC", "AD 378", "9 August 378 CE"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from timeline.model import DateInterval
from timeline.times import _calendar as cal
from timeline.times._calendar import Reading
from timeline.times._edtf import parse_value
from timeline.times._pattern import Context, Hit, Rule

# Years before Christ are counted as the years of our calendar that lie so many years on, where they run forward too.
_SHIFT = 4000
_FIRST = 2500


def shifted_days(value: str) -> DateInterval | None:
    """The days that a value "BC0216-08" would have if its year were counted forward; None for other values."""
    year = value[2:6]
    if not value.startswith("BC") or len(year) != len("0216") or int(year) > _SHIFT - _FIRST:
        return None
    return parse_value(f"{_SHIFT - int(year)}{value[6:]}")


def shift_back(reading: Reading) -> Reading:
    """The reading as told before Christ, on no day, where it was counted from shifted days."""
    year = reading.value[:4]
    if not year.isdecimal() or len(year) < len("0216") or not _FIRST <= int(year) < _SHIFT:
        return reading
    ends = tuple(shift_back(end) for end in reading.ends)
    return Reading(f"BC{_SHIFT - int(year):04d}{reading.value[4:]}", type=reading.type, ends=ends)


def _era(hit: Hit, context: Context) -> Reading | None:
    """A year, season, month or day with its era; before Christ none has days, for our calendar does not go there."""
    if "o" in hit:
        number = "".join(c for c in hit.word("o") if c.isdecimal()) or hit.value("o", "ORD")
        return Reading(f"BC{int(number) - 1:02d}")
    year = int(hit.word("era") or hit.word("era2"))
    reading = _within(hit, _SHIFT - year if "bc" in hit else year)
    if "era1" in hit:
        first = int(hit.word("era1"))
        ends = cal.year_reading(_SHIFT - first if "bc" in hit else first), reading
        reading = replace(ends[0], ends=ends)
    return shift_back(reading) if "bc" in hit else reading


def _within(hit: Hit, year: int) -> Reading:
    if "s" in hit:
        return cal.season_reading(year, hit.value("s", "SEASON"))
    if "m" not in hit and "m2" not in hit:
        return cal.year_reading(year)
    month = int(hit.value("m", "MONTH") or hit.value("m2", "MONTH"))
    number = "".join(c for c in hit.word("d") or " ".join(hit.words("d2")) if c.isdecimal())
    return cal.day_reading(date(year, month, int(number))) if number else cal.month_reading(year, month)


_NUMBER = "(?P<era>NUM|YEAR)"
_ERA = f"({_NUMBER} ((?P<bc>BC)|AD)|AD (?P<era2>NUM|YEAR))"
_LEAD = (
    "(the? (EARLY|MID|LATE)? (?P<s>SEASON) of?|the? EDGE of|(EARLY|MID|LATE) '-'? (in|part of)?"
    "|(EARLY|MID|LATE)? (?P<m>MONTH) of?|(?P<m2>MONTH) (?P<d>DAYNUM|DAYORD) ','?)"
)

ERA_RULES = (
    Rule("explicit.era", f"(@approx|circa)? {_LEAD}? {_ERA}", _era),
    Rule("explicit.era", f"(?P<d2>the? DAYORD|DAYNUM) of? (?P<m2>MONTH) of? {_ERA}", _era),
    Rule(
        "explicit.era",
        f"(?P<a>(?P<era1>NUM|YEAR)) ('-'|'--'|'/'|to|and|or|until|through) (?P<b>{_NUMBER} ((?P<bc>BC)|AD))",
        _era,
    ),
    Rule(
        "explicit.era",
        "(?P<a>AD (?P<era1>NUM|YEAR)) ('-'|'--'|'/'|to|or|until|through) (?P<b>(?P<era2>NUM|YEAR) (?!NUM|MONEY|'%'))",
        _era,
    ),
    Rule("explicit.era", "the? (EARLY|MID|LATE)? '-'? (?P<o>ORD) '-'? century BC", _era),
)
