"""Full calendar dates in datelines, mark-up and addresses; strict, so that nothing is ever filled in."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from timeline.model import DateInterval

_NAMES = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")"
_GAP = r"[ \u00a0\u202f]{1,3}"
_YEAR = r"(?P<year>1[5-9][0-9]{2}|2[0-9]{3})(?![0-9])"
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<![0-9.,]){_DAY}(?:{_GAP}of)?(?:{_GAP}|[-/.]){_MONTH}\b\.?,?(?:{_GAP}|[-/.]){_YEAR}",
        rf"\b{_MONTH}\b\.?{_GAP}{_DAY},?{_GAP}{_YEAR}",
        rf"(?<![0-9]){_YEAR}(?P<mark>[-/.])(?P<month>[01]?[0-9])(?P=mark)(?P<day>[0-3]?[0-9])(?![0-9])",
        rf"(?<![0-9])(?P<day>[0-3]?[0-9])(?P<mark>[./-])(?P<month>[0-3]?[0-9])(?P=mark){_YEAR}",
    )
)
_URL_DAY = re.compile(
    r"[/\-_](?P<year>19[0-9]{2}|20[0-9]{2})(?P<mark>[/\-_]?)(?P<month>[01][0-9])(?P=mark)(?P<day>[0-3][0-9])(?![0-9])"
)
_URL_MONTH = re.compile(r"/(?P<year>19[0-9]{2}|20[0-9]{2})/(?P<month>[01]?[0-9])/")
_GIVEN = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})(?:[T ].{1,40})?)?)?")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date where it stands; `sure` is False if day and month could be read either way."""

    start: int
    end: int
    interval: DateInterval
    sure: bool = True


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Full dates (day, month and year) in a short line, in order and without overlap."""
    found: dict[int, FoundDate] = {}
    for form in _FORMS:
        for match in form.finditer(text):
            read = _read(match)
            if read and not any(read.start < each.end and each.start < read.end for each in found.values()):
                found[read.start] = read
    return tuple(found[start] for start in sorted(found))


def _read(match: re.Match[str]) -> FoundDate | None:
    year, month, day = match["year"], match["month"].lower(), match["day"]
    number = _MONTHS.get(month) or int(month)
    first = _day(int(year), number, int(day))
    if month in _MONTHS or match.start("year") == match.start():
        return FoundDate(*match.span(), DateInterval(first, first)) if first else None
    # 28/10/2024 reads one way, 3/4/2024 either way; with stops the day comes first (most of Europe).
    second = _day(int(year), int(day), number) if match["mark"] != "." else None
    days = sorted({each for each in (first, second) if each})
    return FoundDate(*match.span(), DateInterval(days[0], days[-1]), sure=len(days) == 1) if days else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def date_in_url(url: str) -> DateInterval | None:
    """The day or month that the path of a web address names, as publishing systems write it."""
    path = url[:2_000].partition("?")[0]
    match = _URL_DAY.search(path)
    day = _day(int(match["year"]), int(match["month"]), int(match["day"])) if match else None
    if day:
        return DateInterval(day, day)
    match = _URL_MONTH.search(path)
    return _month(int(match["year"]), int(match["month"])) if match else None


def read_given(value: object) -> DateInterval | None:
    """A date as a person or program gives it: a date, ISO 8601 (day, month, year, day/day) or a written full date.

    A time of day and its zone are dropped: a calendar date never passes through a time zone (ontology section 3).
    """
    text = value.isoformat() if isinstance(value, date) else str(value).strip()[:100]
    first, slash, last = text.partition("/")
    if slash and len(first) >= len("2024-04") and "-" in first:
        ends = _iso(first), _iso(last)
        return (
            DateInterval(ends[0].start, ends[1].end) if ends[0] and ends[1] and ends[0].start <= ends[1].end else None
        )
    found = find_dates(text)
    written = found[0].interval if len(found) == 1 and found[0].sure and found[0].start <= len("Wednesday, ") else None
    return _iso(text) or written


def _iso(text: str) -> DateInterval | None:
    match = _GIVEN.fullmatch(text)
    if not match or not int(match["year"]) >= 1:
        return None
    year = int(match["year"])
    if match["day"]:
        day = _day(year, int(match["month"]), int(match["day"]))
        return DateInterval(day, day) if day else None
    if match["month"]:
        return _month(year, int(match["month"]))
    return DateInterval(date(year, 1, 1), date(year, 12, 31))


def _month(year: int, month: int) -> DateInterval | None:
    if not 1 <= month <= 12:
        return None
    return DateInterval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
