"""The decision log: append-only JSON Lines, each line holding the hash of the one before it."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, get_args

from filelock import FileLock

from timeline.errors import DecisionError
from timeline.model import Decision, Verdict

_VERDICTS = frozenset(get_args(Verdict))
_TEXTS = ("id", "verdict", "who", "when", "why", "previous")


def append_decision(path: Path, decision: Decision) -> Decision:
    """Add a decision at the end, synced to the disk, and return it with `previous` set.

    A `previous` that is already set is what its author saw last: another end of the log is then a conflict.

    Raises:
        DecisionError: if the log is broken, the id is taken, or somebody decided in between.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(path.with_name(path.name + ".lock")):
        decisions, last = _read(path)
        if any(decision.id == earlier.id for earlier in decisions):
            raise DecisionError(f"decision {decision.id}", "is in the log already")
        if decision.previous and decision.previous != last:
            raise DecisionError(f"decision {decision.id}", "was made on an earlier state of the log: look again")
        linked = replace(decision, previous=last)
        _append(path, _line(linked))
    return linked


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Every decision, oldest first; a log that does not exist yet is empty.

    Raises:
        DecisionError: naming the first line that is broken, changed, moved or missing its predecessor.
    """
    return _read(path)[0]


def repair_decisions(path: Path) -> str:
    """Cut an unfinished last line, which nobody was told was saved; says what was done, "" if nothing was.

    Raises:
        DecisionError: if any other line is broken: that loses a decision, so it is left to a person.
    """
    if not path.exists():
        return ""
    with FileLock(path.with_name(path.name + ".lock")):
        whole, _, torn = path.read_bytes().rpartition(b"\n")
        if not torn:
            return ""
        kept = whole + b"\n" if whole else b""
        _parse(path, kept)
        with path.open("r+b") as log:
            log.truncate(len(kept))
            os.fsync(log.fileno())
    return f"The last line of {path.name} was unfinished ({len(torn)} bytes) and has been cut."


def _read(path: Path) -> tuple[tuple[Decision, ...], str]:
    return _parse(path, path.read_bytes()) if path.exists() else ((), "")


def _parse(path: Path, content: bytes) -> tuple[tuple[Decision, ...], str]:
    """The decisions and the hash of the last line."""
    if not content:
        return (), ""
    lines = content.split(b"\n")
    torn = lines.pop()
    decisions: list[Decision] = []
    previous = ""
    for number, line in enumerate(lines, 1):
        decision = _decision(f"{path.name}:{number}", line)
        if decision.previous != previous:
            raise DecisionError(f"{path.name}:{number}", "does not follow the line before it: a line was changed")
        decisions.append(decision)
        previous = hashlib.sha256(line).hexdigest()
    if torn:
        raise DecisionError(f"{path.name}:{len(lines) + 1}", "is unfinished: the last write was cut off")
    return tuple(decisions), previous


def _decision(where: str, line: bytes) -> Decision:
    try:
        record: Any = json.loads(line)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise DecisionError(where, f"is not JSON: {error}") from error
    if not isinstance(record, dict) or set(record) != {*_TEXTS, "subjects", "change"}:
        raise DecisionError(where, "does not have exactly the fields of a decision")
    if not all(isinstance(record[name], str) for name in _TEXTS) or record["verdict"] not in _VERDICTS:
        raise DecisionError(where, "has a field of the wrong kind")
    subjects, change = record.pop("subjects"), record.pop("change")
    if not _texts(subjects) or not isinstance(change, list) or not all(_texts(pair, 2) for pair in change):
        raise DecisionError(where, "has subjects or changes of the wrong kind")
    return Decision(**record, subjects=tuple(subjects), change=tuple((field, value) for field, value in change))


def _texts(value: object, length: int | None = None) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value) and length in (None, len(value))


def _line(decision: Decision) -> bytes:
    # ASCII escapes keep one decision one line whatever it quotes, lone surrogates included.
    return json.dumps(asdict(decision), sort_keys=True).encode("ascii") + b"\n"


def _append(path: Path, line: bytes) -> None:
    created = not path.exists()
    with path.open("ab") as log:
        log.write(line)
        log.flush()
        os.fsync(log.fileno())
    if created:
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
