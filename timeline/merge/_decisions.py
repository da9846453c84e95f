"""What people decided, made ready for merging: later verdicts outrank earlier ones, and an undo can be undone.

accept  keeps its subjects in one event.
merge   joins the events of its subjects.
split   its subjects are all different events; with `change` ("from", ids) they stay together, apart from those.
reject  its subjects are reports of nothing: they are dropped.
edit    sets fields of the event that holds most of its subjects.
add     brings in a report of its own (`_added`), with or without a sentence.
phase   sets phases (`timeline.escalation` follows it).
note    says something and changes nothing.
undo    its subjects are ids of decisions, which no longer count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from timeline.model import Decision

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Rulings:
    """Decisions sorted by what they do; pairs are of mention ids, the lower first."""

    joined: tuple[tuple[Pair, Decision], ...] = ()
    barred: frozenset[Pair] = frozenset()
    rejected: frozenset[str] = frozenset()
    edits: tuple[Decision, ...] = ()
    accepted: tuple[Decision, ...] = ()


def standing_decisions(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions that count, oldest first: an undo removes its subjects unless it was itself undone."""
    undone: set[str] = set()
    standing: list[Decision] = []
    for decision in reversed(decisions):
        if decision.id in undone:
            continue
        if decision.verdict == "undo":
            undone.update(decision.subjects)
        else:
            standing.append(decision)
    return tuple(reversed(standing))


def read_rulings(decisions: Sequence[Decision]) -> Rulings:
    """What the standing decisions ask of merging; of two verdicts on one pair the later counts."""
    joined: dict[Pair, Decision] = {}
    barred: set[Pair] = set()
    rejected: set[str] = set()
    standing = standing_decisions(decisions)
    for decision in standing:
        if decision.verdict in ("merge", "accept"):
            for pair in _pairs(decision.subjects):
                barred.discard(pair)
                joined.pop(pair, None)
                joined[pair] = decision
            rejected.difference_update(decision.subjects)
        elif decision.verdict == "split":
            for pair in _parted(decision):
                joined.pop(pair, None)
                barred.add(pair)
        elif decision.verdict == "reject":
            rejected.update(decision.subjects)
    return Rulings(
        # Latest first: where two cannot both hold, the later one does.
        joined=tuple(reversed(joined.items())),
        barred=frozenset(barred),
        rejected=frozenset(rejected),
        edits=tuple(d for d in standing if d.verdict == "edit"),
        accepted=tuple(d for d in standing if d.verdict == "accept"),
    )


def _pairs(subjects: Sequence[str]) -> Iterator[Pair]:
    yield from combinations(sorted(set(subjects)), 2)


def _parted(decision: Decision) -> Iterator[Pair]:
    rest = [mention_id for name, value in decision.change if name == "from" for mention_id in value.split()]
    if not rest:
        yield from _pairs(decision.subjects)
        return
    for a, b in product(set(decision.subjects), set(rest) - set(decision.subjects)):
        yield (min(a, b), max(a, b))
