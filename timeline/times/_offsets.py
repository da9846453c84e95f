"""Time counted from an event: "three weeks after the strike", "the eve of the vote", "the first anniversary of"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.model import DateInterval, Expression, When
from timeline.times._anchors import AnchorIndex
from timeline.times._calendar import shift
from timeline.times._case_events import CaseEvents
from timeline.times._chain import chain
from timeline.times._edtf import format_days
from timeline.times._told import ToldEvents

# Characters after the expression in which the event is named.
_REACH = 140
# The event's first word stands at most this far behind "after".
_CLOSE = 60
_LINK = re.compile(r"\s{1,3}(after|before|following|since|into)\s", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=\w\w\w)[.!?;]\s|\n\s{0,20}\n")
_VALUE = re.compile(r"P(T?)(\d{1,4}|X)([HMDWYS])")
# Days on both sides that a count of this unit leaves open.
_SLACK = {"D": 0, "W": 3, "M": 15, "Y": 183}
# What "days after", "weeks after" leave open, in days (judgement).
_VAGUE = {"D": (1, 14), "W": (7, 42), "M": (28, 330), "Y": (365, 3650)}
# Rules whose matches say something only together with an event.
ONLY_ANCHORED = frozenset(("anchor.day", "anchor.eve", "anchor.anniversary", "anchor.nth_day"))
_NTH_DAY = "anchor.nth_day"
# Rules that name the direction themselves.
_OWN_LINK = {"anchor.eve": "before", "anchor.anniversary": "after", "anchor.nth_day": "after"}
_HALF_YEAR = 183


@dataclass(frozen=True, slots=True)
class Sources:
    """Where an event that a text counts from may be dated, tried in this order."""

    anchors: AnchorIndex
    told: ToldEvents
    case: CaseEvents | None = None


@dataclass(frozen=True, slots=True)
class _Event:
    """What is counted from: its days, its name, who dates it, and the rule that says so."""

    days: DateInterval
    label: str
    source: str
    rule: str
    anchor_id: str = ""


def count_from_event(
    text: str,
    expression: Expression,
    sources: Sources,
    found: list[Expression],
    document_date: DateInterval | None,
) -> Expression:
    """The duration as a date where it is counted from an event named right behind it, else unchanged."""
    value = _VALUE.fullmatch(expression.value)
    link = _OWN_LINK.get(expression.rule)
    start = expression.end
    if link is None and (match := _LINK.match(text, start)) is not None:
        link, start = match.group(1).lower(), match.end()
    if link is None or value is None:
        return expression
    event = (
        _known(text, start, sources.anchors, document_date)
        or _earlier(start, sources.told, found)
        or _of_case(text, start, sources.case, document_date)
    )
    return expression if event is None else _counted(expression, event, link, value, document_date)


def without_event(expression: Expression) -> Expression:
    """ "the third day of" something undated: a day that cannot be named; others unchanged."""
    if expression.rule != _NTH_DAY:
        return expression
    reason = f"“{expression.text}” names no calendar day."
    when = When(basis="relative", phrase=expression.text, rule="relative.nth_day", reason=reason)
    return replace(expression, type="DATE", value="XXXX-XX-XX", rule="relative.nth_day", when=when)


def _known(text: str, start: int, anchors: AnchorIndex, document_date: DateInterval | None) -> _Event | None:
    stop = _SENTENCE_END.search(text, start, start + _REACH)
    for hit in anchors.find(text[start : stop.start() if stop else start + _REACH], start):
        days = hit.when.interval
        past = document_date is None or (days is not None and days.start <= document_date.end)
        if hit.start - start <= _CLOSE and days is not None and past:
            return _Event(days, hit.label, "anchors lexicon", "anchor.offset", hit.anchor_id)
    return None


def _earlier(start: int, told: ToldEvents, found: list[Expression]) -> _Event | None:
    named = told.find(start, found)
    if named is None or named[1].when is None or named[1].when.interval is None:
        return None
    word, dated = named
    source = f"told earlier in this article with “{dated.text}”"
    return _Event(named[1].when.interval, f"the {word.lower()}", source, "anchor.told")


def _of_case(text: str, start: int, case: CaseEvents | None, document_date: DateInterval | None) -> _Event | None:
    event = case.find(text, start, document_date) if case is not None else None
    return _Event(event.days, event.label, event.told, "anchor.case") if event is not None else None


def _counted(
    expression: Expression, event: _Event, link: str, value: re.Match[str], document_date: DateInterval | None
) -> Expression:
    try:
        if expression.rule in _OWN_LINK:
            interval = _neighbouring(expression, event.days, value, document_date)
        else:
            interval = _interval(event.days, value, -1 if link == "before" else 1)
    except (ValueError, OverflowError):
        return expression
    phrase = expression.text if expression.rule in _OWN_LINK else f"{expression.text} {link}"
    edtf = format_days(interval)
    rule = expression.rule if expression.rule in _OWN_LINK else event.rule
    when = When(
        edtf=edtf,
        interval=interval,
        precision="day" if interval.days == 1 else "range",
        basis="anchored",
        phrase=phrase,
        rule=rule,
        reason=chain(interval, phrase, event.label, event.days, event.source),
        anchor_id=event.anchor_id,
    )
    if rule in ONLY_ANCHORED:
        rule += ".told"
    shown = edtf if interval.days == 1 else f"{interval.start}/{interval.end}"
    return replace(expression, type="DATE", value=shown, rule=rule, when=replace(when, rule=rule))


def _neighbouring(
    expression: Expression, days: DateInterval, value: re.Match[str], document_date: DateInterval | None
) -> DateInterval:
    """The day before, or the same day so many years later; an uncounted anniversary is the one nearest publication."""
    if expression.rule == "anchor.eve":
        return DateInterval(days.start - timedelta(1), days.start - timedelta(1))
    if expression.rule == "anchor.nth_day":
        day = days.start + timedelta(int(value.group(2)) - 1)
        return DateInterval(day, day)
    if value.group(2) != "X":
        day = shift(days.start, "Y", int(value.group(2)))
        return DateInterval(day, day)
    if document_date is None:
        raise ValueError(expression.text)
    ref = document_date.end
    years = [ref.year + step for step in (-1, 0, 1) if ref.year + step > days.start.year]
    near: list[date] = [shift(days.start, "Y", year - days.start.year) for year in years]
    day = min(near, key=lambda day: abs((day - ref).days))
    if abs((day - ref).days) > _HALF_YEAR:
        raise ValueError(expression.text)
    return DateInterval(day, day)


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
