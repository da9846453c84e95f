"""What was told last: the date that a text goes on from, its last time of day, and what only looks back."""

from __future__ import annotations

import re

from timeline.model import DateInterval, Expression
from timeline.times._forms_era import shifted_days
from timeline.times._ranges import own_days

# Expressions back in which the last time of day is looked for.
_REACH_CLOCK = 3
_CLOCK = re.compile(r"[12]\d{3}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d")


def last_clock(before: list[Expression]) -> str:
    """ "at 10:35 on Tuesday and landed 45 minutes later": the last time of day, if no other day was told since."""
    days: set[DateInterval] = set()
    for expression in before[: -_REACH_CLOCK - 1 : -1]:
        if (told := own_days(expression)) is not None:
            days.add(told)
        if _CLOCK.match(expression.value):
            return expression.value if len(days) == 1 else ""
    return ""


def told_before_christ(before: list[Expression]) -> bool:
    """Whether the date told last lies before Christ, so that a history goes on from there."""
    dated = (found for found in reversed(before) if own_days(found) is not None or found.value.startswith("BC"))
    return next((found.value.startswith("BC") for found in dated), False)


def _is_range(expression: Expression) -> bool:
    return expression.when is not None and expression.when.lasting and expression.relation == "on"


# Expressions back in which the last mentioned date is looked for, in news and in histories.
REACH_NEWS, REACH_NARRATIVE = 6, 40
_YEAR_DAYS = 366


def last_dated(
    before: list[Expression], *, narrative: bool
) -> tuple[DateInterval | None, DateInterval | None, DateInterval | None]:
    """The last mentioned interval of a year or less, the last single day, and the range that the first of them ends."""
    last = span = None
    for expression in reversed(before):
        days = own_days(expression) or (shifted_days(expression.value) if narrative else None)
        if days is None or days.days > _YEAR_DAYS:
            continue
        if last is None and narrative and _is_range(expression):
            span = expression.when.interval if expression.when is not None else None
        last = last or days
        if days.days == 1:
            return last, days, span
    return last, None, span


# What counts back from the date told before it.
_BACKWARD = re.compile(r"\b(?:previous|before|earlier|preceding|prior)\b", re.IGNORECASE)
_HAD = re.compile(r"\bhad\b")
_STOP = re.compile(r"[.!?;]\s")
# Characters of its sentence to both sides of an expression that are looked at.
_AROUND = 100


def looks_back(text: str, expression: Expression) -> bool:
    """ "Rain had fallen the previous night": told in passing, so that a history goes on from the date before it.

    A month or year that is looked back to ("the previous year a law had been passed") is mostly gone on from.
    """
    days = own_days(expression)
    counted = expression.rule.startswith("relative.") and days is not None and days.days == 1
    if not counted or _BACKWARD.search(expression.text) is None:
        return False
    before = _STOP.split(text[max(0, expression.start - _AROUND) : expression.start])[-1]
    behind = _STOP.split(text[expression.end : expression.end + _AROUND], maxsplit=1)[0]
    return _HAD.search(before + " " + behind) is not None
