"""Holidays and observances that news dates things by, and dates written in the Hijri calendars."""

from __future__ import annotations

from datetime import timedelta

from timeline.lexicon.time_words import TimeWords
from timeline.model import DateInterval
from timeline.times import _calendar as cal
from timeline.times import _feasts as feasts
from timeline.times._calendar import Reading
from timeline.times._pattern import Context, Hit, Rule
from timeline.times._years import named_year, told_year

# "before Ramadan" means the coming one where it is at most so many days ahead.
_AHEAD_DAYS = 60
_AHEAD_WORDS = ("before", "until", "by", "upcoming", "coming", "approaching")
# Written years of the two Hijri calendars; a later year is Gregorian ("Ramadan 2024").
_HIJRI_YEARS = range(1200, 1501)
_MACROS = {"feast": "HOLIDAY", "hmonth": "HMONTH", "jmonth": "JMONTH"}


def holiday_macros(words: TimeWords) -> dict[str, str]:
    """Grammar macros of the feasts and months whose names have several words."""
    longest_first = {of: sorted(words.of(of), key=len, reverse=True) for of in _MACROS.values()}
    return {name: "|".join(map(_phrase_pattern, longest_first[of])) for name, of in _MACROS.items()}


def _phrase_pattern(phrase: str) -> str:
    """A phrase of the table (tokens apart: `eid al - fitr`, `new year 's eve`) as a grammar pattern."""
    special = {"'s": "POSS", "'": "APOS", "-": "'-'?", "/": "'/'"}
    pieces = (special.get(token, "DAYNUM" if token.isdecimal() else token) for token in phrase.split())
    return f"({' '.join(pieces)})"


def _code(hit: Hit, group: str, of: str) -> str:
    """The table value of the group's words; a hyphen of the table may be missing in the text."""
    words = " ".join(hit.words(group)).replace("’", "'")
    for phrase in (words, *(words.replace(f"{part} ", f"{part} - ", 1) for part in ("al", "ul", "d", "v", "e", "j"))):
        if of in (found := hit.values.get(phrase, {})):
            return found[of]
    return ""


def _holiday(hit: Hit, context: Context) -> Reading | None:
    code = _code(hit, "h", "HOLIDAY")
    if not code:
        return None
    if code == "?":
        return Reading("XXXX-XX-XX")
    year = named_year(hit, context)
    if context.here is None and year is None and code[0] != "A":
        return Reading("XXXX-XX-XX")
    days = _in_year(code, year) if year is not None else _nearest(code, hit, context)
    if days is None:
        return None
    if "wd" in hit:
        return _weekday_of(hit, days)
    if "edge" in hit:
        day = days.end if hit.value("edge", "EDGE") == "END" else days.start
        return Reading(day.isoformat(), DateInterval(day, day), "day", approximate=days.days > 1)
    if "eve" in hit:
        return cal.day_reading(days.start - timedelta(1))
    if "week" in hit:
        return cal.week_reading(days.start)
    if days.days > 1:
        return Reading(f"{days.start:%Y-%m}", days, "range", lasting=True)
    return cal.day_reading(days.start)


def _in_year(code: str, year: int) -> DateInterval | None:
    """The feast in a Gregorian year; of a lunar month also in a Hijri year ("Ramadan 1445")."""
    if year not in _HIJRI_YEARS:
        return feasts.feast_days(code, year)
    return feasts.hijri_month(year, int(code[1:])) if code[0] == "H" and len(code) == _MONTH_CODE else None


_MONTH_CODE = 3


def _weekday_of(hit: Hit, days: DateInterval) -> Reading | None:
    """ "the last Friday of Ramadan"."""
    weekday, word = int(hit.value("wd", "WEEKDAY")), hit.word("o")
    if word in ("last", "final"):
        return cal.weekday_reading(days.end, weekday, 0)
    number = int("".join(c for c in word if c.isdecimal()) or hit.value("o", "ORD"))
    first = days.start + timedelta((weekday - days.start.isoweekday()) % 7)
    return cal.day_reading(first + timedelta(7 * (number - 1)))


def _nearest(code: str, hit: Hit, context: Context) -> DateInterval | None:
    """The last such feast; the next after "next", a future verb, or shortly before it after "before"."""
    ref = context.here
    if code[0] == "A":
        return feasts.feast_days(code, 1)
    if ref is None:
        return None
    if context.narrative and context.last is not None and not hit.word("dir"):
        return _told(code, context.last, context)
    years = range(max(ref.year - 1, 1), min(ref.year + 1, 9999) + 1)
    found = [days for year in years if (days := feasts.feast_days(code, year)) is not None]
    direction = hit.value("dir", "LAST", "NEXT")
    coming = next((days for days in found if days.end >= ref), None)
    word = hit.tokens.words[hit.start - 1] if hit.start else ""
    soon = coming is not None and (coming.start - ref).days <= _AHEAD_DAYS and word in _AHEAD_WORDS
    under_way = coming is not None and "week" in hit and cal.week_days(coming.start).start <= ref
    if direction == "1" or under_way or (not direction and (context.future or soon)):
        return coming
    past = [days for days in found if days.start <= ref]
    return past[-1] if past else None


def _told(code: str, last: DateInterval, context: Context) -> DateInterval | None:
    """In a history the feast of the year told last; of the one before or behind it as months are."""
    days = feasts.feast_days(code, last.start.year)
    return days and feasts.feast_days(code, told_year(days.start.month, last, context))


def _hijri_date(hit: Hit, context: Context) -> Reading | None:
    """ "10 Muharram 1445 AH", "Ramadan 1445", "15 Farvardin 1403", "22 Bahman"."""
    lunar = "hm" in hit
    month = int(_code(hit, "hm", "HMONTH") if lunar else _code(hit, "jm", "JMONTH"))
    number = int("".join(c for c in " ".join(hit.words("d")) if c.isdecimal()) or 0)
    if "y" in hit:
        year = int(hit.word("y"))
        return _hijri_reading(year, month, number, lunar=lunar) if year in _HIJRI_YEARS else None
    ref = context.here
    if ref is None:
        return Reading("XXXX-XX-XX")
    guess = int((ref.year - 622) * 1.0307) if lunar else ref.year - 621
    last = None
    for year in (guess - 1, guess, guess + 1):
        reading = _hijri_reading(year, month, number, lunar=lunar)
        if reading.interval is not None and reading.interval.start <= ref:
            last = reading
    return last


def _hijri_reading(year: int, month: int, number: int, *, lunar: bool) -> Reading:
    if not number:
        days = feasts.hijri_month(year, month) if lunar else feasts.solar_month(year, month)
        return Reading(f"{days.start}/{days.end}", days, "range")
    day = feasts.hijri_day(year, month, number) if lunar else feasts.solar_day(year, month, number)
    return Reading(day.isoformat(), DateInterval(day, day), "day", approximate=lunar)


_H = "(?P<h>@feast)"
_Y = "(','? (?P<y>YEAR)|','? (of|in)? (?P<ry>(LAST|THIS|NEXT|SAME) year))?"
_ERA = "(ah|hijri|anno hegirae|sh)"

HOLIDAY_RULES = (
    Rule("holiday", f"(?P<dir>LAST|NEXT|THIS)? {_H} DAYU? (?P<week>week|weekend)? {_Y}", _holiday),
    Rule("holiday", f"{_H} (?P<eve>eve) {_Y}", _holiday),
    Rule("holiday", f"(?P<eve>the? eve of) {_H} DAYU? {_Y}", _holiday),
    Rule("holiday", f"the? (?P<edge>EDGE) of {_H} {_Y}", _holiday),
    Rule("holiday", f"the (?P<o>ORD|last|final) (?P<wd>WEEKDAY) (of|in) {_H} {_Y}", _holiday),
    Rule("calendar.hijri", f"(?P<d>DAYNUM|the? DAYORD) of? (?P<hm>@hmonth) (','? (?P<y>YEAR) {_ERA}?)?", _hijri_date),
    Rule("calendar.hijri", f"(?P<hm>@hmonth) (?P<d>DAYNUM|DAYORD) ','? (?P<y>YEAR) {_ERA}?", _hijri_date),
    Rule("calendar.hijri", f"(?P<hm>@hmonth) (?P<y>YEAR) {_ERA}?", _hijri_date),
    Rule("calendar.solar", f"(?P<d>DAYNUM|the? DAYORD) of? (?P<jm>@jmonth) (','? (?P<y>YEAR) {_ERA}?)?", _hijri_date),
    Rule("calendar.solar", f"(?P<jm>@jmonth) ((?P<d>DAYNUM|DAYORD) ','?)? (?P<y>YEAR) {_ERA}?", _hijri_date),
)
