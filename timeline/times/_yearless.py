"""Days without a year that fix one: a dateline "March 12", "Monday, Nov. 13", against the days that are left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.model import DateInterval

_MONTHS_SHORT = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_MONTH = rf"(?P<month>{_MONTHS_SHORT})[a-z]{{0,6}}\.?"
_WEEKDAY = r"(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,5}day"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?!,?\s{1,2}(?:1[5-9]|20)\d\d)"
_PAIRS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_WEEKDAY},?\s{{1,2}}(?:the\s{{1,2}})?{_MONTH}\s{{1,2}}{_DAY}",
        rf"\b{_WEEKDAY},?\s{{1,2}}(?:the\s{{1,2}})?{_DAY}\s{{1,2}}(?:of\s{{1,2}})?{_MONTH}(?![a-z.])(?!,?\s{{1,2}}(?:1[5-9]|20)\d\d)",
        rf"\b{_MONTH}\s{{1,2}}{_DAY},\s{{1,2}}a\s{{1,2}}{_WEEKDAY}",
    )
)
# "PORT TAVE, March 12 (Agency)": a place, a day, then a bracket or a dash.
_DATELINE = re.compile(
    rf"\s{{0,4}}(?-i:[A-Z][A-Z.'’ -]{{2,40}}|[A-Z][A-Za-z.,'’ -]{{1,50}}?,)\s"
    rf"(?:{_MONTH}\s{{1,2}}{_DAY}|(?P<day_first>[0-3]?\d)\s{{1,2}}(?P<month_last>{_MONTHS_SHORT})[a-z]{{0,6}})"
    rf"\s{{0,2}}(?:\(|--|[–—_-]|\.\s|\.$)",
    re.IGNORECASE,
)
_ACCOUNTS = re.compile(
    r"\bthe\s{1,2}(?P<year>(?:19|20)\d\d)\s{1,2}(?:\w{4,7}[ -])?(?:quarter|period|half|nine months|six months)\b"
    r"|\bfiscal\s{1,2}(?P<fiscal>(?:19|20)\d\d)\b"
)
_MONTHS = tuple(_MONTHS_SHORT.split("|"))
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_HALF_YEAR = timedelta(183)
_MAX_PAIRS = 8
_DATELINE_CHARS = 140


@dataclass(frozen=True, slots=True)
class YearlessDay:
    """A day and month as written; with a weekday it fits one year in five to eleven. A dateline is the day itself."""

    text: str
    month: int
    day: int
    weekday: int | None = None

    def fits(self, published: date) -> bool:
        """Whether an article of this day would write it so: the nearest such day to it, or for a dateline that day."""
        if self.weekday is None:
            return any((day.month, day.day) == (self.month, self.day) for day in (published, published - timedelta(1)))
        near = (_near(published.year + step, self.month, self.day) for step in (-1, 0, 1))
        return any(
            day is not None and abs(day - published) <= _HALF_YEAR and day.weekday() == self.weekday for day in near
        )


def _near(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def account_years(text: str) -> tuple[tuple[str, DateInterval], ...]:
    """ "the 1988 third quarter", "fiscal 1988": business news gives the accounts of its year or the year before."""
    found = []
    for match in _ACCOUNTS.finditer(text):
        year = int(match["fiscal"] or match["year"])
        found.append((" ".join(match.group().split()), DateInterval(date(year, 1, 1), date(year + 1, 12, 31))))
    return tuple(found)


def find_pairs(text: str) -> tuple[YearlessDay, ...]:
    """Weekdays with a day and month but no year."""
    found = [_read(match) for form in _PAIRS for match in form.finditer(text)]
    return tuple(day for day in found if day is not None)[:_MAX_PAIRS]


def find_dateline(text: str) -> YearlessDay | None:
    """The day and month of a dateline without a year at the start of a text."""
    match = _DATELINE.match(text[:_DATELINE_CHARS])
    return _read(match) if match is not None else None


def nearest_days(day: YearlessDay, within: DateInterval, around: DateInterval) -> DateInterval | None:
    """The days that a dateline means in an article of the time `around`, no days outside `within` being possible.

    None where two years fit about as well: the nearest must be twice as near as the next.
    """
    years = range(max(around.start.year - 1, date.min.year), min(around.end.year + 1, date.max.year) + 1)
    told = [found for year in years if (found := _near(year, day.month, day.day)) is not None]
    possible = [both for each in told if (both := within.overlap(DateInterval(each, each + timedelta(1)))) is not None]
    ranked = sorted((_gap(found.start, around), found) for found in possible)
    if not ranked or ranked[0][0] > _HALF_YEAR or (len(ranked) > 1 and ranked[1][0] <= 2 * ranked[0][0]):
        return None
    return ranked[0][1]


def _gap(day: date, around: DateInterval) -> timedelta:
    return max(around.start - day, day - around.end, timedelta(0))


def _read(match: re.Match[str]) -> YearlessDay | None:
    groups = match.groupdict()
    weekday = groups.get("weekday")
    day = int(groups["day"] or groups["day_first"])
    if not 1 <= day <= 31:
        return None
    month = _MONTHS.index((groups["month"] or groups["month_last"]).lower()) + 1
    text = " ".join(match.group().split())
    return YearlessDay(text, month, day, _WEEKDAYS.index(weekday.lower()) if weekday else None)


def fitting_days(days: Sequence[YearlessDay], within: DateInterval) -> DateInterval | None:
    """Hull of the days that all of them fit; None where no day does."""
    each = (within.start + timedelta(step) for step in range(within.days))
    fitting = [day for day in each if all(told.fits(day) for told in days)]
    return DateInterval(fitting[0], fitting[-1]) if fitting else None
