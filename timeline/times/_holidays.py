"""Holidays and observances that news dates things by, through the calendar libraries where the date moves."""

from __future__ import annotations

from datetime import date, timedelta

from hijridate import Hijri
from persiantools.jdatetime import JalaliDate

from timeline.model import DateInterval
from timeline.times import _calendar as cal
from timeline.times._calendar import Reading
from timeline.times._pattern import Context, Hit, Rule

# Years of the Hijri calendar that hijridate's Umm al-Qura table covers.
_HIJRI_FIRST, _HIJRI_LAST = 1343, 1500
_HIJRI_YEAR_DAYS = 354.367
_HIJRI_EPOCH_YEAR = 622
_SOLAR_OFFSET = 621


def easter(year: int) -> date:
    """Western Easter Sunday (anonymous Gregorian algorithm, Meeus, Astronomical Algorithms, chapter 8)."""
    golden, century = year % 19, year // 100
    rest = year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _in_year(code: str, year: int) -> DateInterval | None:
    """The holiday's days in a Gregorian year; None where no table covers it."""
    kind, rest = code[0], code[1:]
    if kind == "F":
        day = date(year, int(rest[:2]), int(rest[3:]))
    elif kind == "E":
        day = easter(year) + timedelta(int(rest))
    elif kind == "N":
        day = _nth_weekday(year, *(int(part) for part in rest.split("-")))
    elif kind == "S":
        day = JalaliDate(year - _SOLAR_OFFSET, 1, 1).to_gregorian()  # type: ignore[no-untyped-call]
    else:
        return _hijri_days(rest, year)
    return DateInterval(day, day)


def _nth_weekday(year: int, month: int, weekday: int, count: int) -> date:
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (count - 1))


def _hijri_days(code: str, year: int) -> DateInterval | None:
    """A Hijri month (`09`) or day (`10-01`) in the Gregorian year; by sighting it may be a day off."""
    month, _, day = code.partition("-")
    guess = int((year - _HIJRI_EPOCH_YEAR) * 365.2425 / _HIJRI_YEAR_DAYS)
    for hijri_year in range(max(guess - 1, _HIJRI_FIRST), min(guess + 2, _HIJRI_LAST) + 1):
        first = Hijri(hijri_year, int(month), int(day or 1))
        start = date(*first.to_gregorian().datetuple())
        if start.year == year:
            return DateInterval(start, start + timedelta(0 if day else first.month_length() - 1))
    return None


def _holiday(hit: Hit, context: Context) -> Reading | None:
    code = hit.value("h", "HOLIDAY")
    if context.ref is None and "y" not in hit:
        return Reading("XXXX-XX-XX")
    days = _in_year(code, int(hit.word("y"))) if "y" in hit else _nearest(code, hit, context)
    if days is None:
        return None
    if "eve" in hit:
        days = DateInterval(days.start - timedelta(1), days.start - timedelta(1))
    if "week" in hit:
        return cal.week_reading(days.start)
    if days.days > 1:
        return Reading(f"{days.start:%Y-%m}", days, "range", lasting=True, approximate=False)
    return cal.day_reading(days.start)


def _nearest(code: str, hit: Hit, context: Context) -> DateInterval | None:
    """The last such holiday, or the next after "next" or a future verb."""
    if context.ref is None:
        return None
    years = range(max(context.ref.year - 1, 1), min(context.ref.year + 1, 9999) + 1)
    found = [days for year in years if (days := _in_year(code, year)) is not None]
    direction = hit.value("dir", "LAST", "NEXT")
    if direction == "1" or (context.future and not direction):
        return next((days for days in found if days.end >= context.ref), None)
    past = [days for days in found if days.start <= context.ref]
    return past[-1] if past else None


HOLIDAY_RULES = (
    Rule(
        "holiday", "(?P<dir>LAST|NEXT|THIS)? (?P<h>HOLIDAY) DAYU? (?P<week>week|weekend)? (','? (?P<y>YEAR))?", _holiday
    ),
    Rule("holiday", "(?P<h>HOLIDAY) (?P<eve>eve) (','? (?P<y>YEAR))?", _holiday),
    Rule("holiday", "(?P<eve>the eve of) (?P<h>HOLIDAY) (','? (?P<y>YEAR))?", _holiday),
)
