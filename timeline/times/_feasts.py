"""The days of feasts in a Gregorian year: fixed, counted from Easter, lunar and solar Hijri, Hebrew, Chinese."""

from __future__ import annotations

from datetime import date, timedelta

from hijridate import Hijri
from persiantools.jdatetime import JalaliDate

from timeline.model import DateInterval
from timeline.times._moon import CHINESE_YEARS, chinese_new_year

# Years of the Hijri calendar that hijridate's Umm al-Qura table covers.
HIJRI_FIRST, HIJRI_LAST = 1343, 1500
_HIJRI_YEAR_DAYS = 354.367
_HIJRI_EPOCH_YEAR = 622
_SOLAR_OFFSET = 621
_FRIDAY = 5
_HEBREW_OFFSET = 3760
# Ordinal of the day before 1 Tishri of year 1 (Reingold and Dershowitz, Calendrical Calculations, chapter 8).
_HEBREW_EPOCH = -1373427
# 1 Tishri falls so many days after 15 Nisan (as before).
_PASSOVER_TO_NEW_YEAR = 163


def easter(year: int) -> date:
    """Western Easter Sunday (anonymous Gregorian algorithm, Meeus, Astronomical Algorithms, chapter 8)."""
    golden, century = year % 19, year // 100
    rest = year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday in the Gregorian calendar (Meeus's Julian algorithm, as above)."""
    moon = (19 * (year % 19) + 15) % 30
    month, day = divmod(moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114, 31)
    return date(year, month, day + 1) + timedelta(year // 100 - year // 400 - 2)


def _elapsed_days(year: int) -> int:
    """Days from the Hebrew epoch to the mean new moon of the year, moved off Sunday, Wednesday and Friday."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def hebrew_new_year(year: int) -> date:
    """1 Tishri of a Hebrew year (Reingold and Dershowitz, Calendrical Calculations, chapter 8)."""
    before, here, after = (_elapsed_days(year + step) for step in (-1, 0, 1))
    delay = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return date.fromordinal(_HEBREW_EPOCH + here + delay)


def passover(year: int) -> date:
    """15 Nisan in a Gregorian year."""
    return hebrew_new_year(year + _HEBREW_OFFSET + 1) - timedelta(_PASSOVER_TO_NEW_YEAR)


def hanukkah(year: int) -> date:
    """25 Kislev in a Gregorian year: Marheshvan before it has 30 days only in years of 355 or 385."""
    first, following = (hebrew_new_year(year + _HEBREW_OFFSET + step) for step in (1, 2))
    long = (following - first).days % 10 == 5
    return first + timedelta(84 if long else 83)


def feast_days(code: str, year: int) -> DateInterval | None:
    """The feast's days in a Gregorian year, by its code in the time words table; None where no table covers it.

    Raises:
        ValueError, OverflowError: outside years 1 to 9999.
    """
    kind, rest = code[0], code[1:]
    if kind == "A":
        day = date.fromisoformat(rest)
        return DateInterval(day, day)
    if kind == "L" and year not in CHINESE_YEARS:
        return None
    if kind == "H":
        return _hijri_days(rest, year)
    if kind == "Q":
        month = _hijri_days(rest, year)
        last = month and month.end - timedelta((month.end.isoweekday() - _FRIDAY) % 7)
        return DateInterval(last, last) if last else None
    if kind == "F":
        day = date(year, int(rest[:2]), int(rest[3:]))
    elif kind == "N":
        day = _nth_weekday(year, *(int(part) for part in rest.split("-")))
    elif kind == "S":
        day = solar_day(year - _SOLAR_OFFSET, 1, 1)
    elif kind in _FIRST_DAYS:
        day = _FIRST_DAYS[kind](year)
    else:
        day = _COUNTED_FROM[kind](year) + timedelta(int(rest))
    return DateInterval(day, day)


_FIRST_DAYS = {"C": hanukkah, "L": chinese_new_year}
_COUNTED_FROM = {
    "E": easter,
    "O": orthodox_easter,
    "J": lambda year: hebrew_new_year(year + _HEBREW_OFFSET + 1),
    "K": passover,
}


def _nth_weekday(year: int, month: int, weekday: int, count: int) -> date:
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (count - 1))


def solar_day(year: int, month: int, day: int) -> date:
    """The Gregorian day of a solar Hijri date.

    Raises:
        ValueError: where that calendar has no such day.
    """
    found: date = JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
    return found


def solar_month(year: int, month: int) -> DateInterval:
    """The Gregorian days of a solar Hijri month."""
    following = (year + 1, 1) if month == 12 else (year, month + 1)
    return DateInterval(solar_day(year, month, 1), solar_day(*following, 1) - timedelta(1))


def hijri_day(year: int, month: int, day: int) -> date:
    """The Gregorian day of a lunar Hijri date (Umm al-Qura; by sighting it may be a day off).

    Raises:
        ValueError, OverflowError: where that calendar has no such day or the table does not cover it.
    """
    return date(*Hijri(year, month, day).to_gregorian().datetuple())


def hijri_month(year: int, month: int) -> DateInterval:
    """The Gregorian days of a lunar Hijri month."""
    first = hijri_day(year, month, 1)
    return DateInterval(first, first + timedelta(Hijri(year, month, 1).month_length() - 1))


def _hijri_days(code: str, year: int) -> DateInterval | None:
    """A Hijri month (`09`) or day (`10-01`) in the Gregorian year."""
    month, _, day = code.partition("-")
    guess = int((year - _HIJRI_EPOCH_YEAR) * 365.2425 / _HIJRI_YEAR_DAYS)
    for hijri_year in range(max(guess - 1, HIJRI_FIRST), min(guess + 2, HIJRI_LAST) + 1):
        start = hijri_day(hijri_year, int(month), int(day or 1))
        if start.year == year:
            return DateInterval(start, start) if day else hijri_month(hijri_year, int(month))
    return None
