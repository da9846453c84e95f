"""Joins the two ends of a written range, which TIMEX3 keeps apart, into one lasting When."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.model import DateInterval, Expression
from timeline.times._edtf import format_days, parse_value

# Between the ends of a range; "and" only behind "between".
_DASH = re.compile(r"\s?(?:[-–—−‐‑]|--|/)\s?")
_TO = re.compile(r"\s(?:to|until|till|through)\s", re.IGNORECASE)
_AND = re.compile(r"\sand\s", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?\Z", re.IGNORECASE)
_GAP = 9
_LEAD = 14


def own_days(expression: Expression) -> DateInterval | None:
    """The days of the expression's own words, also where its When is the range that it ends."""
    if expression.when is None or expression.when.interval is None:
        return None
    return parse_value(expression.value) if expression.when.lasting else expression.when.interval


def join_range(text: str, found: list[Expression]) -> None:
    """Gives the last two expressions one When from the first's start to the second's end where they are a range."""
    if len(found) < 2 or not _are_ends(text, found[-2], found[-1]):
        return
    first, last = found[-2], found[-1]
    start, end = own_days(first), own_days(last)
    if start is None or end is None or start.start > end.start or start == end:
        return
    days = DateInterval(start.start, end.end)
    phrase = text[first.start : last.end]
    for position, expression in ((-2, first), (-1, last)):
        when = expression.when
        if when is not None:
            reason = f"“{phrase}” runs from {days.start} to {days.end}: {when.reason}"
            edtf = format_days(days, lasting=True)
            told = replace(
                when, edtf=edtf, interval=days, precision="range", phrase=phrase, reason=reason, lasting=True
            )
            found[position] = replace(expression, when=told, relation="on")


def _are_ends(text: str, first: Expression, last: Expression) -> bool:
    gap = text[first.end : last.start]
    if len(gap) > _GAP or first.type not in ("DATE", "TIME") or last.type not in ("DATE", "TIME"):
        return False
    if _DASH.fullmatch(gap):
        return first.type == last.type == "DATE"
    if _AND.fullmatch(gap):
        return bool(_BETWEEN.search(text[max(first.start - _LEAD, 0) : first.start]))
    return bool(_TO.fullmatch(gap))
