"""The chain of a counted date, in words: the phrase, what it counts from, and where that is dated."""

from __future__ import annotations

from datetime import date

from timeline.model import DateInterval

# Not strftime: it follows the locale of the machine.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def spell_days(days: DateInterval) -> str:
    """ "30 July 2024", or both ends with a dash."""
    return _day(days.start) if days.days == 1 else f"{_day(days.start)} – {_day(days.end)}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def chain(result: DateInterval, phrase: str, event: str, days: DateInterval, source: str) -> str:
    """The reason of a date counted from an event: result, phrase, event, its own date and who gives that."""
    return f"{spell_days(result)} because: “{phrase}” + {event}, {spell_days(days)}, {source}."
