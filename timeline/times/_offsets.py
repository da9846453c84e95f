"""Time counted from a known event: "three weeks after the strike", "hours before the inauguration"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from timeline.model import AnchorHit, DateInterval, Expression, When
from timeline.times._anchors import AnchorIndex
from timeline.times._calendar import shift
from timeline.times._edtf import format_days

# Characters after the expression in which the event is named.
_REACH = 160
# The event's first word stands at most this far behind "after".
_CLOSE = 60
_LINK = re.compile(r"\s{1,3}(after|before|following|since|into)\s", re.IGNORECASE)
_VALUE = re.compile(r"P(T?)(\d{1,4}|X)([HMDWYS])")
# Days on both sides that a count of this unit leaves open.
_SLACK = {"D": 0, "W": 3, "M": 15, "Y": 183}
# What "days after", "weeks after" leave open, in days (judgement).
_VAGUE = {"D": (1, 14), "W": (7, 42), "M": (28, 330), "Y": (365, 3650)}
ONLY_ANCHORED = "anchor.day"


def count_from_event(text: str, expression: Expression, anchors: AnchorIndex) -> Expression:
    """The duration as a date where it is counted from a known event named right behind it, else unchanged."""
    link = _LINK.match(text, expression.end)
    value = _VALUE.fullmatch(expression.value)
    if link is None or value is None:
        return expression
    for hit in anchors.find(text[link.end() : link.end() + _REACH], link.end()):
        if hit.start - link.end() <= _CLOSE:
            return _counted(expression, hit, link.group(1).lower(), value)
    return expression


def _counted(expression: Expression, hit: AnchorHit, link: str, value: re.Match[str]) -> Expression:
    days = hit.when.interval
    if days is None:
        return expression
    try:
        interval = _interval(days, value, -1 if link == "before" else 1)
    except (ValueError, OverflowError):
        return expression
    edtf = format_days(interval)
    reason = f"“{expression.text} {link}” counts from a known event: {hit.label}, {hit.when.edtf} (anchors lexicon)."
    when = When(
        edtf=edtf,
        interval=interval,
        precision="day" if interval.days == 1 else "range",
        basis="anchored",
        phrase=f"{expression.text} {link}",
        rule="anchor.offset",
        reason=reason,
        anchor_id=hit.anchor_id,
    )
    told = edtf if interval.days == 1 else f"{interval.start}/{interval.end}"
    return replace(expression, type="DATE", value=told, rule="anchor.offset", when=when)


def _interval(days: DateInterval, value: re.Match[str], sign: int) -> DateInterval:
    clock, count, unit = value.groups()
    if clock:
        hours = {"H": 1, "M": 0, "S": 0}.get(unit, 0) * (24 if count == "X" else int(count))
        low, high = 0, max(1, -(-hours // 24))
    elif count == "X":
        low, high = _VAGUE[unit]
    else:
        slack = timedelta(_SLACK[unit])
        return DateInterval(
            shift(days.start, unit, sign * int(count)) - slack, shift(days.end, unit, sign * int(count)) + slack
        )
    if sign > 0:
        return DateInterval(days.end + timedelta(low), days.end + timedelta(high))
    return DateInterval(days.start - timedelta(high), days.start - timedelta(low))
