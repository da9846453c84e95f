"""What the build before knew: which reports each event id stood for, so that no published link dies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from timeline.errors import BuildError
from timeline.store._build import open_build
from timeline.store._schema import table


@dataclass(frozen=True, slots=True)
class Lineage:
    """Mention ids by event id, and the redirects that were in force."""

    mentions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    redirects: tuple[tuple[str, str], ...] = ()


def read_lineage(case_dir: Path) -> Lineage:
    """The lineage of the current build; empty where there is none that this version can open."""
    try:
        build = open_build(case_dir)
    except BuildError:
        return Lineage()
    with build:
        reports = build.fetch(table("mention").select("event_id", "mention_id")).to_pylist()
        redirects = build.fetch(table("redirect").select("old_id", "event_id")).to_pylist()
    mentions: dict[str, list[str]] = {}
    for row in reports:
        mentions.setdefault(row["event_id"], []).append(row["mention_id"])
    return Lineage(
        {event_id: tuple(sorted(ids)) for event_id, ids in sorted(mentions.items())},
        tuple(sorted((row["old_id"], row["event_id"]) for row in redirects)),
    )
