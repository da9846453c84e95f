"""Infers when an undated article was published: collects constraints, intersects them, says why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from timeline.model import AnchorHit, DateInterval, Expression, Publication, Sentence, Span
from timeline.settings import MAX_SENTENCE_CHARS
from timeline.times._constraints import (
    Constraint,
    Cues,
    SignReader,
)

# Wider than this an inferred interval helps nobody: the answer is "unknown".
_WIDEST_DAYS = 400
_MAX_SENTENCES = 400
_DATED_KINDS = frozenset(("title", "heading", "paragraph", "bullet", "quote"))


class TagsAndAnchors(Protocol):
    """What inference needs of a tagger."""

    def tag(
        self,
        text: str,
        *,
        document_date: DateInterval | None,
        narrative: bool | None = None,
        spans: Sequence[Span] | None = None,
    ) -> tuple[Expression, ...]:
        """Time expressions of a text."""

    def find_events(self, text: str, *, offset: int = 0) -> tuple[AnchorHit, ...]:
        """References to known events in a text."""


def infer_publication(tagger: TagsAndAnchors, cues: Cues, sentences: Sequence[Sentence]) -> Publication:
    """The days on which the article can have been published, `unknown` where no side is bounded."""

    def resolve(text: str, day: DateInterval | None) -> tuple[Expression, ...]:
        return tagger.tag(text, document_date=day, narrative=False)

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
    interval, used, refused = _intersect(constraints)
    if newest is not None and _is_bounded(interval):
        for sentence in considered:
            late = reader.statement_after(sentence.text, newest, interval) if _is_bounded(interval) else None
            if late is not None and (both := interval.overlap(late.interval)) is not None:
                interval, used = both, [*used, late]
    return _publication(interval, used, refused)


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
        if hits and sentence.kind in _DATED_KINDS:
            constraints.extend(reader.sentence_constraints(sentence, hits))
    return constraints


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
        side = f"Not before {interval.start}" if interval.start != date.min else f"Not after {interval.end}"
        return Publication(reason=f"{side}, because {because}; nothing says how much later.", conflicts=conflicts)
    confidence = min(c.weight for c in used if _bites(c, interval)) * (0.6 if refused else 1.0)
    span = f"on {interval.start}" if interval.days == 1 else f"between {interval.start} and {interval.end}"
    return Publication(
        interval=interval,
        basis="inferred",
        reason=f"Published {span}, inferred: {because}.",
        confidence=round(confidence * (1.0 if interval.days <= 60 else 0.6), 2),
        conflicts=conflicts,
    )


def _bites(constraint: Constraint, interval: DateInterval) -> bool:
    """Whether the constraint gives one of the final ends."""
    return constraint.interval.start == interval.start or constraint.interval.end == interval.end
