"""A person's verdict on machine output: one line of the append-only decision log, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["accept", "edit", "merge", "split", "reject", "add", "note", "phase", "undo"]
# stands: in force. undone: a later undo names it. gone: no report it names exists any more. partly gone: some do not.
# overruled: a later verdict bars it. unusable: it sets a value that means nothing.
DecisionState = Literal["stands", "undone", "gone", "partly gone", "overruled", "unusable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who decided what, when (ISO 8601 with offset) and why.

    `subjects` are mention ids (of an undo, ids of decisions; of a decision on phases, `PHASES`): an event is named
    by its mentions, which outlive every rebuild; `event` is its id and `label` what it was called as the author saw it,
    for whoever reads the log: of a rejected event nothing else tells any more what it was.
    `change` holds the new value of each edited field. `version` is the id of the last decision on these reports
    that the author had seen, "" for none; `previous` is the hash of the line before.
    """

    id: str
    verdict: Verdict
    subjects: tuple[str, ...]
    who: str
    when: str
    why: str = ""
    change: tuple[tuple[str, str], ...] = ()
    event: str = ""
    label: str = ""
    version: str = ""
    previous: str = ""

    @property
    def hand_id(self) -> str:
        """The mention id of the report that this decision, an `add`, brings in."""
        return f"hand-{self.id}"

    @property
    def named(self) -> frozenset[str]:
        """Ids of every report it speaks of; none for an undo, which names decisions."""
        if self.verdict == "undo":
            return frozenset()
        rest = {word for field, value in self.change if field == "from" for word in value.split()}
        own = {self.hand_id} if self.verdict == "add" else set()
        return frozenset({*self.subjects, *rest, *own})


def reports_spoken_of(decisions: Sequence[Decision], decision_id: str) -> frozenset[str]:
    """Ids of the reports that a decision of the log speaks of, an undo's through what it undoes."""
    by_id = {decision.id: decision for decision in decisions}
    reports: set[str] = set()
    waiting, seen = [decision_id], set()
    while waiting:
        found = by_id.get(waiting.pop())
        if found is not None and found.id not in seen:
            seen.add(found.id)
            reports |= found.named
            waiting += found.subjects if found.verdict == "undo" else ()
    return frozenset(reports)


def decisions_on(decisions: Iterable[Decision], reports: Iterable[str]) -> tuple[Decision, ...]:
    """The decisions of a log, in its order, that speak of one of these reports, an undo's through what it undoes."""
    wanted = frozenset(reports)
    spoken: dict[str, frozenset[str]] = {}
    found = []
    for decision in decisions:
        through = [spoken.get(undone, frozenset()) for undone in decision.subjects if decision.verdict == "undo"]
        spoken[decision.id] = decision.named.union(*through)
        if spoken[decision.id] & wanted:
            found.append(decision)
    return tuple(found)


def version_of(decisions: Iterable[Decision], reports: Iterable[str]) -> str:
    """Id of the last decision of a log that speaks of one of these reports, "" where none does."""
    found = decisions_on(decisions, reports)
    return found[-1].id if found else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Whether somebody may write decisions, under which name, and the ground for it or against it.

    `ground` is "local" (a server started for editing on its own machine), "listed" (signed in and on the case's list
    of editors), or why not: "reading" (not started for editing), "unlisted" (signed in, not on the list), "remote"
    (started for editing, but asked from elsewhere).
    """

    name: str = ""
    may_edit: bool = False
    ground: Literal["local", "listed", "reading", "unlisted", "remote"] = "reading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The last standing decision on an event."""

    decision: str
    verdict: Verdict
    by: str
    when: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a decision in a build: its state, the event it speaks of now, and what is wrong, if anything."""

    decision: Decision
    state: DecisionState = "stands"
    event_id: str = ""
    problem: str = ""
