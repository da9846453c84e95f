"""What an article tells that cannot have been known when it is said to have been published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from timeline.model import AnchorHit, Mention, Publication
from timeline.times._chain import spell_days

# A day's difference is one of time zones and press deadlines.
_TOLERANCE = timedelta(1)
_MAX_TOLD = 3
_EXACT = frozenset(("day", "month"))


def with_conflicts(published: Publication, mentions: Iterable[Mention], anchors: Iterable[AnchorHit]) -> Publication:
    """The publication with acts told as past and known events that lie after it, three at most."""
    days = published.interval
    if days is None:
        return published
    told: list[str] = []
    limit = days.end + _TOLERANCE
    for mention in mentions:
        when = mention.when
        if (
            mention.status == "happened"
            and when.basis == "explicit"
            and when.precision in _EXACT
            and when.interval is not None
            and when.interval.start > limit
        ):
            told.append(f"The text tells of “{when.phrase}” as past, which is later than {spell_days(days)}.")
    for hit in anchors:
        if hit.when.interval is not None and hit.when.interval.start > limit and "milestone" not in hit.types:
            event = f"{hit.label} ({hit.when.edtf})"
            told.append(f"The text knows of {event}, which is later than {spell_days(days)}.")
    conflicts = tuple(dict.fromkeys((*published.conflicts, *list(dict.fromkeys(told))[:_MAX_TOLD])))
    return replace(published, conflicts=conflicts)
