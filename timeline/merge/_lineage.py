"""Ids that a build before published and this one no longer has, each led to where its reports now stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from timeline.model import Event


def redirects_since(
    earlier: Mapping[str, Sequence[str]],
    redirects: Iterable[tuple[str, str]],
    events: Sequence[Event],
) -> tuple[tuple[str, str], ...]:
    """Pairs (old id, present id): an old event leads to the one that holds most of its reports.

    `earlier` is mention ids by event id of the build before, `redirects` those it published. An id whose reports are
    all gone leads nowhere; no redirect starts at a present id, so none can loop.
    """
    present = {event.id for event in events}
    home = {mention.id: event.id for event in events for mention in event.mentions}
    moved = {
        old: target
        for old, mentions in earlier.items()
        if old not in present and (target := _home_of(mentions, home)) is not None
    }
    for old, then in redirects:
        target = then if then in present else moved.get(then)
        if old not in present and target is not None:
            moved[old] = target
    return tuple(sorted(moved.items()))


def _home_of(mentions: Sequence[str], home: Mapping[str, str]) -> str | None:
    votes = Counter(home[mention] for mention in mentions if mention in home)
    return min(votes, key=lambda event_id: (-votes[event_id], event_id)) if votes else None
