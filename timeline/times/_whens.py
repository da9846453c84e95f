"""From readings to Expressions: value, When with EDTF, basis and the reason in a sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from timeline.model import DateBasis, DateInterval, Expression, ExpressionType, When
from timeline.times._calendar import Reading
from timeline.times._edtf import format_days, format_edtf
from timeline.times._pattern import Hit, Rule
from timeline.times._tense import is_ongoing

Relation = Literal["on", "before", "after", "since", "until"]


def make_expressions(
    rule: Rule, hit: Hit, readings: list[Reading], document_date: DateInterval | None, *, narrative: bool = False
) -> tuple[Expression, ...]:
    """The Expressions of the readings at both ends of the document date: one, or two that share a month."""
    parts = [group for group in ("a", "b", "c") if group in hit]
    if not readings[0].ends or len(parts) < len(readings[0].ends):
        return (_make_expression(rule, hit, readings, document_date, (hit.start, hit.end), narrative=narrative),)
    return tuple(
        _make_expression(
            rule, hit, [reading.ends[n] for reading in readings], document_date, hit.groups[group], narrative=narrative
        )
        for n, group in enumerate(parts)
    )


def _make_expression(
    rule: Rule,
    hit: Hit,
    readings: list[Reading],
    document_date: DateInterval | None,
    tokens: tuple[int, int],
    *,
    narrative: bool,
) -> Expression:
    reading = _union(readings)
    if reading.type == "DURATION" and "way" in hit:
        # "two hours later" that counts from nothing told: TimeML takes "later" for a signal beside the duration.
        tokens = (tokens[0], hit.groups["way"][0])
    last = tokens[1] - 1 if hit.tokens.words[tokens[1] - 1] == "." else tokens[1]
    start, end = hit.tokens.starts[tokens[0]], hit.tokens.ends[last - 1]
    text = hit.tokens.text[start:end]
    when = None
    if reading.type in ("DATE", "TIME"):
        when = _make_when(rule, hit, text, reading, document_date, certain=len(set(readings)) == 1)
        if narrative and when.basis == "relative" and when.interval is not None and rule.name not in _FROM_PUBLICATION:
            when = replace(when, reason=f"“{text}”, counted from the date told before it, as histories do.")
    if when is not None and document_date is not None and is_ongoing(hit):
        when = _until_publication(when, document_date)
    return Expression(
        start=start,
        end=end,
        text=text,
        type=reading.type,
        value=reading.value,
        rule=rule.name,
        when=when,
        relation=_relation(hit, reading.type),
    )


def _until_publication(when: When, document_date: DateInterval) -> When:
    """ "has been shelled since 3 May": from that day to publication."""
    if when.interval is None or when.interval.start >= document_date.end:
        return when
    days = DateInterval(when.interval.start, document_date.end)
    reason = f"“since {when.phrase}” runs on to publication: {when.reason}"
    edtf = format_days(days, lasting=True)
    return replace(when, edtf=edtf, interval=days, precision="range", reason=reason, lasting=True)


def _union(readings: list[Reading]) -> Reading:
    first, last = readings[0], readings[-1]
    if first == last or first.interval is None or last.interval is None:
        return first
    low = min(first.interval.start, last.interval.start)
    high = max(first.interval.end, last.interval.end)
    return Reading(f"{low}/{high}", DateInterval(low, high), "range", first.type)


def _make_when(
    rule: Rule, hit: Hit, text: str, reading: Reading, document_date: DateInterval | None, *, certain: bool
) -> When:
    basis: DateBasis = "explicit" if _is_written_out(rule, hit) else "relative"
    if reading.interval is None:
        reason = f"“{text}” names no calendar day."
        return When(basis=basis, phrase=text, rule=rule.name, reason=reason)
    return When(
        edtf=format_edtf(reading.interval, reading.precision, lasting=reading.lasting, approximate=reading.approximate),
        interval=reading.interval,
        precision=reading.precision,
        basis=basis,
        phrase=text,
        rule=rule.name,
        reason=_reason(text, basis, document_date, certain=certain),
        lasting=reading.lasting,
    )


_FROM_PUBLICATION = ("relative.day", "relative.ago", "relative.ago_hours", "relative.hence")


def _is_written_out(rule: Rule, hit: Hit) -> bool:
    """Whether the words alone fix the year."""
    if rule.name in (
        "explicit.iso",
        "explicit.numeric",
        "explicit.decade",
        "explicit.century",
        "explicit.spoken_year",
        "explicit.era",
    ):
        return True
    return any(group in hit for group in ("y", "y2"))


def _reason(text: str, basis: DateBasis, document_date: DateInterval | None, *, certain: bool) -> str:
    if basis == "explicit":
        return f"The text writes the date: “{text}”."
    if document_date is None:
        return f"“{text}”, counted from dates the text mentions."
    if document_date.days == 1:
        return f"“{text}”, counted from publication on {document_date.start}."
    span = f"publication between {document_date.start} and {document_date.end}"
    if certain:
        return f"“{text}”, the same for any {span}."
    return f"“{text}”, counted from {span}, which leaves a range."


_RELATIONS: dict[str, Relation] = {
    "since": "since",
    "until": "until",
    "till": "until",
    "before": "before",
    "after": "after",
    "following": "after",
    "by": "until",
    "from": "since",
}


def _relation(hit: Hit, kind: ExpressionType) -> Relation:
    """How an event sits to the days; "before dawn on Monday" is on Monday."""
    before = hit.tokens.words[hit.start - 1] if hit.start else ""
    relation = _RELATIONS.get(before, "on")
    return "on" if kind == "TIME" and relation in ("before", "after") else relation
