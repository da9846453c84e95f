"""Rows of what people decided, and of what a reviewer is offered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from timeline.model import NearMiss, Outcome, Review

Row = tuple[Any, ...]


def decision_rows(outcomes: Iterable[Outcome]) -> list[Row]:
    """One row a decision, in the order of the log."""
    return [_decision(number, outcome) for number, outcome in enumerate(outcomes, 1)]


def near_miss_rows(near_misses: Iterable[NearMiss]) -> list[Row]:
    """One row a pair of events that nearly became one."""
    return sorted((n.event_a, n.event_b, n.mention_a, n.mention_b, n.score, n.sentence) for n in near_misses)


def review_cells(review: Review | None) -> Row:
    """The last decision on an event, four empty cells for none."""
    return (review.verdict, review.by, review.when, review.why) if review else ("", "", "", "")


def _decision(number: int, outcome: Outcome) -> Row:
    decision = outcome.decision
    return (
        number,
        decision.id,
        decision.verdict,
        outcome.state,
        decision.event,
        outcome.event_id,
        decision.who,
        decision.when,
        decision.why,
        [f"{field}: {value}" for field, value in decision.change],
        list(decision.subjects),
        decision.version,
        outcome.problem,
    )
