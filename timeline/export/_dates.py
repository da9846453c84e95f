"""Dates of a record in words and in parts."""

from __future__ import annotations

from datetime import date

from timeline.export._records import Record

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def display_date(record: Record) -> str:
    """A dated event's time as a reader would say it, never finer than it is known."""
    start, end = date.fromisoformat(record["date_start"]), date.fromisoformat(record["date_end"])
    about = "about " if "~" in record["edtf"] else ""
    if record["precision"] == "year" and start.year == end.year:
        return f"{about}{start.year}"
    if record["precision"] == "month" and (start.year, start.month) == (end.year, end.month):
        return f"{about}{_MONTHS[start.month - 1]} {start.year}"
    if start == end:
        return about + _day(end)
    if record["lasting"]:
        return f"{about}{_day(start)} to {_day(end)}"
    return f"{about}between {_day(start)} and {_day(end)}"


def partial_date(day: str, precision: str) -> dict[str, int]:
    """Year, month and day as far as the precision goes: a year known as a year has no month."""
    parts = dict(zip(("year", "month", "day"), map(int, day.split("-")), strict=True))
    kept = {"decade": 1, "year": 1, "month": 2}.get(precision, 3)
    return dict(list(parts.items())[:kept])


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
