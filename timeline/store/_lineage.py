"""Ids that were published once: which reports each stood for, so that no link dies even when the builds are deleted."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from timeline.errors import BuildError
from timeline.store._build import open_build
from timeline.store._lines import sync
from timeline.store._schema import table

Lineage = Mapping[str, tuple[str, ...]]


def read_lineage(case_dir: Path) -> Lineage:
    """Mention ids by event id of the current build; empty where there is none that this version can open."""
    try:
        build = open_build(case_dir)
    except BuildError:
        return {}
    with build:
        reports = build.fetch(table("mention").select("event_id", "mention_id")).to_pylist()
    mentions: dict[str, list[str]] = {}
    for row in reports:
        mentions.setdefault(row["event_id"], []).append(row["mention_id"])
    return {event_id: tuple(sorted(ids)) for event_id, ids in sorted(mentions.items())}


def read_retired(path: Path) -> Lineage:
    """Mention ids by retired event id; a file that does not exist yet holds none.

    Raises:
        BuildError: if the file is not what `retire` writes.
    """
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
        return {str(event_id): tuple(map(str, ids)) for event_id, ids in known.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise BuildError(path.name, f"cannot be read: {error}") from error


def retire(path: Path, earlier: Lineage, present: Iterable[str]) -> Lineage:
    """Add the ids of `earlier` that are not among those `present`, and return all retired ones.

    The file is replaced in one step, and before the build that needs it is published: what a crash leaves between the
    two names ids that still live, which changes nothing.
    """
    known = dict(read_retired(path))
    living = set(present)
    lost = {event_id: ids for event_id, ids in earlier.items() if event_id not in living}
    if any(known.get(event_id) != ids for event_id, ids in lost.items()):
        known |= lost
        _write(path, known)
    return known


def _write(path: Path, known: Mapping[str, Sequence[str]]) -> None:
    temporary = path.with_name(f".{path.name}.tmp")
    temporary.write_text(json.dumps(known, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    sync(temporary)
    os.replace(temporary, path)
    sync(path.parent)
