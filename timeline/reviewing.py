"""The one way from a screen to the decision log: who may, what was seen, whether the values mean anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from timeline.access import Visitor, authorise
from timeline.case import read_case
from timeline.errors import DecisionError
from timeline.lexicon.types import TypeTable, load_types
from timeline.merge import EDITABLE, check_added, check_edit, standing_decisions
from timeline.model import Access, Decision, Verdict, read_ruling, reports_spoken_of, version_of
from timeline.settings import LEXICON_DIR
from timeline.store import Log, append_decision, read_log

__all__ = [
    "EDITABLE",
    "Visitor",
    "access_to",
    "last_standing",
    "modes_of",
    "read_case_log",
    "record",
    "undo",
]

# A line of the log is read by people; no reason and no value needs more.
MOST_CHARS = 2_000


def access_to(folder: Path, visitor: Visitor) -> Access:
    """What the visitor may do in the case.

    Raises:
        CaseError: if the case cannot be read.
    """
    return authorise(read_case(folder).editors, visitor)


def read_case_log(folder: Path) -> Log:
    """The case's decision log as it is now, decisions that no build knows yet among them.

    Raises:
        DecisionError: naming the line that is broken.
    """
    return read_log(read_case(folder).decisions)


def record(
    folder: Path,
    visitor: Visitor,
    *,
    verdict: Verdict,
    subjects: Sequence[str],
    version: str,
    now: datetime,
    why: str = "",
    change: Mapping[str, str] | Sequence[tuple[str, str]] = (),
    event: str = "",
    label: str = "",
) -> Decision:
    """Write a decision down and return it as it stands in the log.

    Raises:
        AccessError: if the visitor may not decide.
        ConflictError: if somebody decided on the same event since `version`.
        DecisionError: if a value cannot be used; names the field.
    """
    case = read_case(folder)
    access = authorise(case.editors, visitor)
    draft = Decision(
        id="",
        verdict=verdict,
        subjects=tuple(subjects),
        who=access.name,
        when=now.isoformat(timespec="seconds"),
        why=why.strip(),
        change=tuple(change.items() if isinstance(change, Mapping) else change),
        event=event,
        label=label[:MOST_CHARS],
        version=version,
    )
    _check(draft)
    return append_decision(case.decisions, draft, access)


def undo(folder: Path, visitor: Visitor, decision: Decision, *, now: datetime, why: str = "") -> Decision:
    """Take a decision back, or, where it is itself an undo, bring back what it took.

    Raises:
        AccessError, ConflictError, DecisionError: as `record`.
    """
    decisions = read_case_log(folder).decisions
    reports = reports_spoken_of(decisions, decision.id)
    return record(
        folder,
        visitor,
        verdict="undo",
        subjects=(decision.id,),
        version=version_of(decisions, reports),
        now=now,
        why=why,
        event=decision.event,
        label=decision.label,
    )


def last_standing(decisions: Sequence[Decision], who: str) -> Decision | None:
    """The newest decision of theirs that still counts: what one press of undo takes back."""
    return next((decision for decision in reversed(standing_decisions(decisions)) if decision.who == who), None)


def modes_of(type: str) -> tuple[str, ...]:
    """The modes that refine event types: those of this one first, then all others, each once."""
    rows = _types().rows
    own = [mode for known, mode in rows if known == type and mode]
    return tuple(dict.fromkeys([*own, *sorted(mode for _, mode in rows if mode)]))


def _check(draft: Decision) -> None:
    for name, value in (("why", draft.why), *draft.change):
        if len(value) > MOST_CHARS:
            raise DecisionError(name, f"is longer than {MOST_CHARS:,} characters")
    if draft.verdict not in ("add", "undo") and not draft.subjects:
        raise DecisionError(draft.verdict, "names no report")
    if draft.verdict == "note" and not draft.why:
        raise DecisionError("why", "is empty: a note says something")
    if draft.verdict == "phase" and read_ruling(draft) is None:
        raise DecisionError("phase", "means no phases")
    bad = check_edit(draft, _types()) if draft.verdict == "edit" else ""
    bad = check_added(draft, _types()) if draft.verdict == "add" else bad
    if bad:
        raise DecisionError(bad, f"cannot be “{dict(draft.change).get(bad, '')}”")
    if draft.verdict == "edit" and not draft.change:
        raise DecisionError("edit", "changes nothing")


@lru_cache(maxsize=1)
def _types() -> TypeTable:
    return load_types(LEXICON_DIR)
