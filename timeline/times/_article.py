"""Infers when an undated article was published: collects constraints, intersects them, says why."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from timeline.model import AnchorHit, DateInterval, Expression, Publication, Sentence
from timeline.settings import MAX_SENTENCE_CHARS
from timeline.times._constraints import (
    Constraint,
    Cues,
    Resolve,
    SignReader,
)
from timeline.times._offices import Offices, days_in_office
from timeline.times._yearless import (
    YearlessDay,
    account_years,
    find_dateline,
    find_pairs,
    fitting_days,
    nearest_days,
)

# Wider than one four-year term of office an inferred interval helps nobody: the answer is "unknown".
_WIDEST_DAYS = 1500
# Nothing is counted from, or put at, a publication less certain than this.
_COUNTING_DAYS = 400
# Days without a year are tried against every day of an interval up to this width.
_SEARCHED_DAYS = 4000
_MAX_SENTENCES = 400
# Title, standfirst and dateline stand in the first sentences.
_HEAD_SENTENCES = 4
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_DATED_KINDS = frozenset(("title", "heading", "paragraph", "bullet", "quote"))


class TagsAndAnchors(Protocol):
    """What inference needs of a tagger."""

    def on_days(self, text: str) -> Callable[[DateInterval | None], tuple[Expression, ...]]:
        """The time expressions of a text by the day it is thought to be of."""

    def find_events(self, text: str, *, offset: int = 0) -> tuple[AnchorHit, ...]:
        """References to known events in a text."""


def infer_publication(
    tagger: TagsAndAnchors,
    cues: Cues,
    offices: Offices,
    sentences: Sequence[Sentence],
    around: DateInterval | None = None,
) -> Publication:
    """The days on which the article can have been published, `unknown` where no side is bounded.

    `around` are the days from the first to the last dated article of its case: they tell the year of a dateline.
    """
    resolve = _resolver(tagger)
    reader = SignReader(resolve, cues)
    considered = [s for s in sentences[:_MAX_SENTENCES] if s.kind != "furniture" and len(s.text) <= MAX_SENTENCE_CHARS]
    anchors = [tagger.find_events(s.text, offset=s.start) for s in considered]
    untied = [resolve(s.text, None) for s in considered]
    constraints = _collect(considered, anchors, untied, reader)
    newest = _newest(anchors)
    if newest is not None:
        for sentence, expressions in zip(considered, untied, strict=True):
            if (found := reader.duration_since(sentence.text, newest, expressions)) is not None:
                constraints.append(found)
        whole = " ".join(sentence.text for sentence in considered)
        if (found := reader.told_as_ongoing(whole, newest)) is not None:
            constraints.append(found)
    interval, used, refused = _intersect(_not_both(constraints))
    for narrow in (_by_offices, _by_yearless_days):
        found_days = narrow(considered, interval, offices)
        if found_days is not None and (both := interval.overlap(found_days.interval)) is not None and both != interval:
            interval, used = both, [*used, found_days]
    by_case = _by_dateline(considered, interval, around) if around is not None else None
    if by_case is not None:
        interval, used = by_case.interval, [*used, by_case]
    if newest is not None and _is_bounded(interval):
        for sentence in considered:
            late = reader.statement_after(sentence.text, newest, interval) if _is_bounded(interval) else None
            if late is not None and (both := interval.overlap(late.interval)) is not None:
                interval, used = both, [*used, late]
    return _publication(interval, used, refused)


def _resolver(tagger: TagsAndAnchors) -> Resolve:
    """Tags a text as if it were of a day. A sentence is tried on many days: what stands in it is found once."""
    known: dict[str, Callable[[DateInterval | None], tuple[Expression, ...]]] = {}

    def resolve(text: str, day: DateInterval | None) -> tuple[Expression, ...]:
        if text not in known:
            known[text] = tagger.on_days(text)
        return known[text](day)

    return resolve


def _collect(
    sentences: Sequence[Sentence],
    anchors: Sequence[tuple[AnchorHit, ...]],
    untied: Sequence[tuple[Expression, ...]],
    reader: SignReader,
) -> list[Constraint]:
    constraints: list[Constraint] = []
    for sentence, hits, expressions in zip(sentences, anchors, untied, strict=True):
        for found in expressions:
            if (
                bound := reader.explicit_constraint(sentence.text, found, caption=sentence.kind == "caption")
            ) is not None:
                constraints.append(bound)
            if (now := reader.counted_to_now(sentence.text, found)) is not None:
                constraints.append(now)
        for told, days in account_years(sentence.text):
            constraints.append(Constraint(days, f"the text gives the accounts of “{told}”", 0.6))
        if hits and sentence.kind in _DATED_KINDS:
            constraints.extend(reader.sentence_constraints(sentence, hits))
    return constraints


def _by_offices(sentences: Sequence[Sentence], interval: DateInterval, offices: Offices) -> Constraint | None:
    """The days in which everyone whom the text calls by an office held it; told beside a year it is of that year."""
    holders = dict.fromkeys(holder for s in sentences if not _YEAR.search(s.text) for holder in offices.find(s.text))
    found = days_in_office(holders, interval)
    if found is None:
        return None
    days, used = found
    told = ", ".join(f"{holder.name} {holder.role}" for holder in used[:3])
    return Constraint(days, f"the text calls {told}", 0.7)


def _by_yearless_days(sentences: Sequence[Sentence], interval: DateInterval, _: Offices) -> Constraint | None:
    """The days that fit the weekdays and the dateline written without a year."""
    if not _is_bounded(interval) or interval.days > _SEARCHED_DAYS or not sentences:
        return None
    written = [day for s in sentences for day in find_pairs(s.text)]
    dateline = _dateline(sentences)
    written += [dateline] if dateline is not None else []
    days = fitting_days(written, interval) if written else None
    if days is None:
        return None
    return Constraint(days, "the text writes " + ", ".join(f"“{day.text}”" for day in written[:3]), 0.7)


def _by_dateline(sentences: Sequence[Sentence], interval: DateInterval, around: DateInterval) -> Constraint | None:
    """The days of a dateline without a year in the year that the dated articles of the case are nearest to."""
    dateline = _dateline(sentences)
    days = nearest_days(dateline, interval, around) if dateline is not None else None
    if dateline is None or days is None or days == interval:
        return None
    told = f"the dated articles of this case are of {around.start} to {around.end}"
    return Constraint(days, f"the text is headed “{dateline.text}” and {told}", 0.6)


def _dateline(sentences: Sequence[Sentence]) -> YearlessDay | None:
    """The dateline without a year at the head of the text, behind its title."""
    head = (find_dateline(s.text) for s in sentences[:_HEAD_SENTENCES])
    return next((day for day in head if day is not None), None)


def _not_both(constraints: list[Constraint]) -> list[Constraint]:
    """Without the lower end that a time gives which the text looks ahead to elsewhere."""
    ahead = {c.interval.end for c in constraints if c.interval.start == date.min}
    return [c for c in constraints if c.interval.end != date.max or not _is_one_year(c.interval.start, ahead)]


def _is_one_year(start: date, ends: set[date]) -> bool:
    return (start.month, start.day) == (1, 1) and date(start.year, 12, 31) in ends


def _newest(anchors: Sequence[tuple[AnchorHit, ...]]) -> AnchorHit | None:
    hits = [hit for group in anchors for hit in group if hit.when.interval is not None and hit.when.precision == "day"]
    lasting = [hit for group in anchors for hit in group if hit.when.lasting]
    return max(hits + lasting, key=lambda hit: hit.when.interval.end if hit.when.interval else date.min, default=None)


def _intersect(constraints: list[Constraint]) -> tuple[DateInterval, list[Constraint], list[Constraint]]:
    """Most reliable first; a constraint that contradicts what already stands is refused, and told."""
    interval = DateInterval(date.min, date.max)
    used: list[Constraint] = []
    refused: list[Constraint] = []
    for constraint in sorted(constraints, key=lambda c: (-c.weight, c.interval.days, c.reason)):
        both = interval.overlap(constraint.interval)
        if both is None:
            refused.append(constraint)
        elif both != interval:
            interval, used = both, [*used, constraint]
    return interval, used, refused


def _is_bounded(interval: DateInterval) -> bool:
    return interval.start != date.min and interval.end != date.max


def _publication(interval: DateInterval, used: list[Constraint], refused: list[Constraint]) -> Publication:
    if not used:
        return Publication(reason="Nothing in the article says when it was published.")
    because = "; ".join(dict.fromkeys(c.reason for c in used if _bites(c, interval)))
    conflicts = tuple(f"{c.reason[:1].upper()}{c.reason[1:]}." for c in {c.reason: c for c in refused}.values())
    if not _is_bounded(interval) or interval.days > _WIDEST_DAYS:
        return Publication(reason=_open_reason(interval, because), conflicts=conflicts)
    confidence = min(c.weight for c in used if _bites(c, interval)) * (0.6 if refused else 1.0)
    span = f"on {interval.start}" if interval.days == 1 else f"between {interval.start} and {interval.end}"
    return Publication(
        interval=interval,
        basis="inferred",
        reason=f"Published {span}, inferred: {because}.",
        confidence=round(confidence * (1.0 if interval.days <= 60 else 0.6), 2),
        conflicts=conflicts,
    )


def _open_reason(interval: DateInterval, because: str) -> str:
    if _is_bounded(interval):
        return f"Between {interval.start} and {interval.end}, because {because}; that is too wide to date it."
    if interval.start != date.min:
        return f"Not before {interval.start}, because {because}; nothing says how much later."
    return f"Not after {interval.end}, because {because}; nothing says how much earlier."


def sure_enough(published: Publication) -> Publication:
    """The publication if days may be counted from it, else one without days."""
    wide = published.interval is not None and published.interval.days > _COUNTING_DAYS
    return replace(published, interval=None) if wide else published


def _bites(constraint: Constraint, interval: DateInterval) -> bool:
    """Whether the constraint gives one of the final ends."""
    return constraint.interval.start == interval.start or constraint.interval.end == interval.end
