"""What became of each decision: in force, undone, without its evidence, overruled or unusable; and on which event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from timeline.merge._decisions import standing_decisions
from timeline.merge._edits import main_event
from timeline.model import Decision, DecisionState, Event, Outcome, Review, read_ruling

# A note says something about an event and phases are no event; neither is a verdict on one.
_NO_REVIEW = frozenset({"note", "phase", "undo"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """What merging could not do: pairs it may not join, fields it cannot set, sentences that are gone."""

    overruled: Mapping[str, str]
    unusable: Mapping[str, str]
    gone: AbstractSet[str]


def judge_outcomes(
    decisions: Sequence[Decision], known: AbstractSet[str], events: Sequence[Event], trouble: Trouble
) -> tuple[Outcome, ...]:
    """One outcome a decision, in the order of the log; `known` are ids of every report there is, rejected ones too."""
    standing = {decision.id for decision in standing_decisions(decisions)}
    undoing = _undoing(decisions)
    event_of = {mention.id: event.id for event in events for mention in event.mentions}
    found = []
    for decision in decisions:
        named = sorted(decision.named)
        event_id = main_event([*decision.subjects, *named], event_of) or ""
        in_force = decision.id in (undoing if decision.verdict == "undo" else standing)
        state, problem = _state(decision, known, trouble) if in_force else ("undone", "")
        found.append(Outcome(decision=decision, state=state, event_id=event_id, problem=problem))
    return tuple(found)


def _undoing(decisions: Sequence[Decision]) -> set[str]:
    """Undos that are themselves not undone."""
    undone: set[str] = set()
    live: set[str] = set()
    for decision in reversed(decisions):
        if decision.verdict == "undo" and decision.id not in undone:
            live.add(decision.id)
            undone.update(decision.subjects)
    return live


def _state(decision: Decision, known: AbstractSet[str], trouble: Trouble) -> tuple[DecisionState, str]:
    if decision.verdict == "phase":
        unread = f"Decision {decision.id} on phases cannot be read."
        return ("stands", "") if read_ruling(decision) else ("unusable", unread)
    missing = sorted(decision.named - known)
    if decision.id in trouble.unusable:
        return (
            "unusable",
            f"Decision {decision.id} sets {trouble.unusable[decision.id]} to a value that cannot be used.",
        )
    if missing:
        state: DecisionState = "gone" if len(missing) == len(decision.named) else "partly gone"
        return state, f"Decision {decision.id} names reports that no longer exist: {', '.join(missing)}."
    if decision.verdict == "add" and decision.hand_id in trouble.gone:
        return "gone", f"The sentence that decision {decision.id} gave as evidence is no longer in the case."
    if decision.id in trouble.overruled:
        pair = trouble.overruled[decision.id]
        return "overruled", f"Decision {decision.id} to join {pair} contradicts a later one and is not followed."
    return "stands", ""


def mark_reviewed(events: Sequence[Event], outcomes: Sequence[Outcome]) -> list[Event]:
    """The events, each with the last standing verdict that speaks of it."""
    event_of = {mention.id: event.id for event in events for mention in event.mentions}
    last: dict[str, Review] = {}
    for outcome in outcomes:
        decision = outcome.decision
        if decision.verdict in _NO_REVIEW or outcome.state in ("undone", "unusable"):
            continue
        split = decision.verdict == "split"
        ids = {event_of[name] for name in decision.named if name in event_of} if split else {outcome.event_id}
        review = Review(
            decision=decision.id, verdict=decision.verdict, by=decision.who, when=decision.when, why=decision.why
        )
        last.update(dict.fromkeys(ids, review))
    versions = _versions([outcome.decision for outcome in outcomes])
    return [
        replace(event, reviewed=last.get(event.id), version=_latest(versions, (m.id for m in event.mentions)))
        for event in events
    ]


def _versions(decisions: Sequence[Decision]) -> dict[str, tuple[int, str]]:
    """For each report the place in the log and the id of the last decision that speaks of it (`version_of` of one)."""
    spoken: dict[str, frozenset[str]] = {}
    last: dict[str, tuple[int, str]] = {}
    for number, decision in enumerate(decisions):
        through = [spoken.get(undone, frozenset()) for undone in decision.subjects if decision.verdict == "undo"]
        spoken[decision.id] = decision.named.union(*through)
        last.update(dict.fromkeys(spoken[decision.id], (number, decision.id)))
    return last


def _latest(versions: Mapping[str, tuple[int, str]], reports: Iterable[str]) -> str:
    return max((versions[report] for report in reports if report in versions), default=(0, ""))[1]


def mark_evidence(events: Sequence[Event], gone: AbstractSet[str]) -> list[Event]:
    """The events, each saying what its evidence is: no event stands without a sentence and without that mark."""
    return [_with_basis(event, gone) for event in events]


def _with_basis(event: Event, gone: AbstractSet[str]) -> Event:
    if any(mention.kind != "hand" for mention in event.mentions):
        return event
    if any(mention.article_id for mention in event.mentions):
        return replace(event, evidence="hand")
    lost = any(mention.id in gone for mention in event.mentions)
    return replace(event, evidence="gone" if lost else "none")
