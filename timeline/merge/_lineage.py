"""Ids that a build before published and this one no longer has, each led to where its reports now stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from timeline.model import Event


def redirects_of(retired: Mapping[str, Sequence[str]], events: Sequence[Event]) -> tuple[tuple[str, str], ...]:
    """Pairs (old id, present id): a retired id leads to the event that holds most of the reports it stood for.

    An id whose reports are all gone leads nowhere; no redirect starts at a present id, so none can loop.
    """
    present = {event.id for event in events}
    home = {mention.id: event.id for event in events for mention in event.mentions}
    moved = {
        old: target
        for old, mentions in retired.items()
        if old not in present and (target := _home_of(mentions, home)) is not None
    }
    return tuple(sorted(moved.items()))


def _home_of(mentions: Sequence[str], home: Mapping[str, str]) -> str | None:
    votes = Counter(home[mention] for mention in mentions if mention in home)
    return min(votes, key=lambda event_id: (-votes[event_id], event_id)) if votes else None
