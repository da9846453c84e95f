"""Filters as a plain English sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.queries._filters import Filters

# Not from `calendar` or `strftime`: those follow the locale of the machine.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def describe(filters: Filters, n_events: int, n_reports: int, actor_names: Mapping[str, str]) -> str:
    """Counts, who, what, when, how certain, in that order; parts that filter nothing are not said."""
    events, reports = _count(n_events, "event"), _count(n_reports, "report")
    head = f"{events} in {reports}{_who(filters, actor_names)}"
    parts = [head, _what(filters), _when(filters.start, filters.end), _either(filters.statuses), _where(filters)]
    if filters.min_reports > 1:
        parts.append(f"each in at least {_number(filters.min_reports)} reports")
    if filters.min_sources > 1:
        parts.append(f"each in at least {_number(filters.min_sources)} sources")
    if filters.known_by:
        parts.append(f"as known on {_day(filters.known_by)}")
    if filters.text:
        parts.append(f"with the words “{filters.text}”")
    if filters.reviewed != "either":
        parts.append("reviewed by a person" if filters.reviewed == "yes" else "not yet reviewed")
    if filters.statements:
        parts.append("statements included")
    return ", ".join(part for part in parts if part)


def _who(filters: Filters, names: Mapping[str, str]) -> str:
    actors, against = (_either([names.get(i, i) for i in ids]) for ids in (filters.actors, filters.against))
    if filters.role == "either":
        if actors and against:
            return f" between {actors} and {against}"
        return f" involving {actors or against}" if actors or against else ""
    acting, acted_on = (actors, against) if filters.role == "initiator" else (against, actors)
    return (f" by {acting}" if acting else "") + (f" against {acted_on}" if acted_on else "")


def _what(filters: Filters) -> str:
    return f"of type {_either(filters.types)}" if filters.types else ""


def _where(filters: Filters) -> str:
    places = f"in {_either(filters.places)}" if filters.places else ""
    dated = f"dated by {_either(filters.precisions)}" if filters.precisions else ""
    return ", ".join(part for part in (places, dated) if part)


def _when(start: date | None, end: date | None) -> str:
    if start and end:
        return _window(start, end)
    return f"from {_day(start)}" if start else f"up to {_day(end)}" if end else ""


def _window(start: date, end: date) -> str:
    if start == end:
        return _day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {_day(end)}"
    if start.year == end.year:
        return f"{start.day} {_MONTHS[start.month - 1]} to {_day(end)}"
    return f"{_day(start)} to {_day(end)}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _either(words: Sequence[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
