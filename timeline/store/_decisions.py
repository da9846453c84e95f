"""The decision log: append-only JSON Lines, each line holding the hash of the one before it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

from timeline.errors import AccessError, ConflictError, DecisionError
from timeline.model import Access, Decision, Verdict, reports_spoken_of, version_of
from timeline.store._lines import append_line, lock_of, mend_tail, sync, write_synced

_VERDICTS = frozenset(get_args(Verdict))
# The order in which a line says them: for whoever reads the log with their own eyes.
_FIELDS = ("when", "who", "verdict", "event", "label", "why", "change", "subjects", "version", "id", "previous")
# A log from before there was such a field stays a log: no line of it is rewritten.
_LATER = frozenset({"label"})
_LISTS = ("change", "subjects")
_ID_DIGITS = 10


def append_decision(path: Path, decision: Decision, access: Access) -> Decision:
    """Add a decision at the end, synced to the disk, and return it as it stands there.

    This is the one place that writes the log, so here it is asked who may. An id of "" is replaced by one made of
    the line itself. A last line that a crash left unfinished, which nobody was told was saved, is cut first.

    Raises:
        AccessError: if `access` does not allow it, or is somebody else's than the decision's.
        ConflictError: if somebody decided on one of the same reports since `decision.version`.
        DecisionError: if the log is broken or the id is taken.
    """
    if not access.may_edit or access.name != decision.who:
        raise AccessError(access.name or "a reader", f"may not write decisions ({access.ground})")
    path.parent.mkdir(parents=True, exist_ok=True)
    with lock_of(path):
        _repair(path)
        decisions, last = _read(path)
        _check_version(decisions, decision)
        linked = _identified(replace(decision, previous=last))
        if any(linked.id == earlier.id for earlier in decisions):
            raise DecisionError(f"decision {linked.id}", "is in the log already")
        append_line(path, _line(linked))
    return linked


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Every decision, oldest first; a log that does not exist yet is empty, an unfinished last line is no decision.

    Raises:
        DecisionError: naming the first line that is broken, changed, moved or missing its predecessor.
    """
    return _read(path)[0]


@dataclass(frozen=True, slots=True)
class Log:
    """The decisions of a log, oldest first, and the hash of its last line, which through the chain names them all."""

    decisions: tuple[Decision, ...] = ()
    head: str = ""


def read_log(path: Path) -> Log:
    """What `read_decisions` reads, with what names it.

    Raises:
        DecisionError: as there.
    """
    return Log(*_read(path))


def repair_decisions(path: Path) -> str:
    """Cut an unfinished last line, which nobody was told was saved; says what was done, "" if nothing was.

    A last line that lacks nothing but its line end is kept: an editor may have left it out.

    Raises:
        DecisionError: if any other line is broken: that loses a decision, so it is left to a person.
    """
    if not path.exists():
        return ""
    with lock_of(path):
        return _repair(path)


def relink_decisions(path: Path) -> int:
    """Join the lines anew after a person mended the log by hand; the log as it was is kept beside. Returns the lines.

    Raises:
        DecisionError: naming the first line that is no decision.
    """
    with lock_of(path):
        content = path.read_bytes()
        lines: list[bytes] = []
        previous = ""
        for number, line in enumerate(filter(None, content.split(b"\n")), 1):
            linked = replace(_decision(f"{path.name}:{number}", line), previous=previous)
            lines.append(_line(linked))
            previous = _hash(lines[-1].rstrip(b"\n"))
        kept = path.with_name(f".{path.name}.before-{_hash(content)[:_ID_DIGITS]}")
        write_synced(kept, content)
        temporary = path.with_name(f".{path.name}.tmp")
        write_synced(temporary, b"".join(lines))
        os.replace(temporary, path)
        sync(path.parent)
    return len(lines)


def _repair(path: Path) -> str:
    content = path.read_bytes() if path.exists() else b""
    decisions, _ = _parse(path, content)
    return mend_tail(path, lambda _tail: content.count(b"\n") < len(decisions))


def _check_version(decisions: Sequence[Decision], decision: Decision) -> None:
    known = {earlier.id for earlier in decisions}
    unknown = [undone for undone in decision.subjects if undone not in known] if decision.verdict == "undo" else []
    if unknown:
        raise DecisionError(f"decision {unknown[0]}", "is not in the log, so it cannot be undone")
    found = version_of(decisions, reports_spoken_of([*decisions, decision], decision.id))
    if found != decision.version:
        theirs = next((earlier for earlier in decisions if earlier.id == found), None)
        by = f" by {theirs.who} ({theirs.verdict})" if theirs else ""
        raise ConflictError(decision.event or "event", f"was decided on{by} since you opened it; nothing was saved")


def _identified(decision: Decision) -> Decision:
    return decision if decision.id else replace(decision, id=f"d-{_hash(_line(decision))[:_ID_DIGITS]}")


def _read(path: Path) -> tuple[tuple[Decision, ...], str]:
    return _parse(path, path.read_bytes()) if path.exists() else ((), "")


def _parse(path: Path, content: bytes) -> tuple[tuple[Decision, ...], str]:
    """The decisions and the hash of the last line; what follows the last line end counts only if it is whole."""
    whole, _, tail = content.rpartition(b"\n")
    lines = _lines(path.name, whole + b"\n" if whole else b"")
    if tail:
        try:
            last = _follow(f"{path.name}:{len(lines.decisions) + 1}", tail, lines.head)
        except DecisionError:
            return lines.decisions, lines.head
        return (*lines.decisions, last), _hash(tail)
    return lines.decisions, lines.head


@dataclass(frozen=True, slots=True)
class _Read:
    """Whole lines and what they say."""

    content: bytes = b""
    decisions: tuple[Decision, ...] = ()
    head: str = ""


# The longest log read so far: a log only grows, so what stands in front of new lines is not parsed again. Comparing
# the bytes costs next to nothing and leaves no room for a log that was changed.
_last_read = _Read()


def _lines(name: str, content: bytes) -> _Read:
    global _last_read
    known = _last_read if content.startswith(_last_read.content) else _Read()
    decisions, head = list(known.decisions), known.head
    for number, line in enumerate(content[len(known.content) :].split(b"\n")[:-1], len(decisions) + 1):
        decisions.append(_follow(f"{name}:{number}", line, head))
        head = _hash(line)
    _last_read = _Read(content, tuple(decisions), head)
    return _last_read


def _follow(where: str, line: bytes, previous: str) -> Decision:
    decision = _decision(where, line)
    if decision.previous != previous:
        raise DecisionError(where, "does not follow the line before it: a line was changed")
    return decision


def _decision(where: str, line: bytes) -> Decision:
    try:
        record: Any = json.loads(line)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise DecisionError(where, f"is not JSON: {error}") from error
    if not isinstance(record, dict) or not set(_FIELDS) - _LATER <= set(record) <= set(_FIELDS):
        raise DecisionError(where, "does not have exactly the fields of a decision")
    texts = [value for name, value in record.items() if name not in _LISTS]
    if not all(isinstance(value, str) for value in texts) or record["verdict"] not in _VERDICTS or not record["id"]:
        raise DecisionError(where, "has a field of the wrong kind")
    subjects, change = record.pop("subjects"), record.pop("change")
    if not _texts(subjects) or not isinstance(change, list) or not all(_texts(pair, 2) for pair in change):
        raise DecisionError(where, "has subjects or changes of the wrong kind")
    return Decision(**record, subjects=tuple(subjects), change=tuple((field, value) for field, value in change))


def _texts(value: object, length: int | None = None) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value) and length in (None, len(value))


def _line(decision: Decision) -> bytes:
    # ASCII escapes keep one decision one line whatever it quotes, lone surrogates included.
    return json.dumps({name: getattr(decision, name) for name in _FIELDS}).encode("ascii") + b"\n"


def _hash(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()
