"""One event from the reports of a group: every field reconciled, what differs kept beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.lexicon.merge_weights import MergeWeights
from timeline.lexicon.types import TypeTable
from timeline.merge._disagree import Reports, disagreements_of
from timeline.merge._features_tolls import count_text
from timeline.merge._labels import make_label
from timeline.merge._reconcile_actors import (
    describe_attribution,
    dissent_on_actors,
    dissent_on_status,
    reconcile_roles,
    reconcile_status,
)
from timeline.merge._reconcile_dates import reconcile_when
from timeline.model import TOLLS, Actor, Count, Disagreement, Event, Mention, MergeReason, Place

_PLACE_RANK = {"city": 0, "region": 1, "country": 2, "unknown": 3}


@dataclass(frozen=True, slots=True)
class Bench:
    """What reconciling needs beside the reports themselves."""

    weights: MergeWeights
    types: TypeTable
    reports: Reports


def reconcile(event_id: str, mentions: Sequence[Mention], because: tuple[MergeReason, ...], bench: Bench) -> Event:
    """The event that these mentions, in canonical order, together report."""
    type_, mode = reconcile_type(mentions)
    row = bench.types.row(type_, mode)
    initiators, targets, symmetric = reconcile_roles(mentions)
    when, dissent = reconcile_when(mentions, bench.reports)
    place = reconcile_place(m.place for m in mentions)
    deciding = reconcile_status(mentions)
    sizes = {toll: reconcile_count(_counts(mentions, toll)) for toll in TOLLS}
    return Event(
        id=event_id,
        label=make_label(row, initiators, targets, place, symmetric=symmetric, status=deciding.status),
        type=type_,
        mode=mode,
        quad=row.quad,
        intensity=row.intensity,
        level=row.level,
        initiators=initiators,
        targets=targets,
        symmetric=symmetric,
        status=deciding.status,
        status_words=deciding.status_words,
        claimed_by=_main_claimant(mentions, deciding),
        attribution=describe_attribution(mentions, initiators, bench.weights.lexis),
        when=when,
        place=place,
        **sizes,  # type: ignore[arg-type]
        mentions=tuple(mentions),
        n_reports=bench.reports.count(mentions),
        n_sources=bench.reports.count_sources(mentions),
        confidence=_confidence(mentions, because),
        reasons=_reasons(mentions),
        disagreements=dissent + _dissent(mentions, bench.reports),
        merged_because=because,
    )


def reconcile_type(mentions: Sequence[Mention]) -> tuple[str, str]:
    """The most reported type, and of its modes the most reported one that says how."""
    types = Counter(m.type for m in mentions)
    type_ = min(types, key=lambda name: (-types[name], name))
    modes = Counter(m.mode for m in mentions if m.type == type_ and m.mode)
    return type_, min(modes, key=lambda name: (-modes[name], name)) if modes else ""


def reconcile_place(places: Iterable[Place | None]) -> Place | None:
    """The most precise place, of several the most reported."""
    named = [place for place in places if place is not None]
    reports = Counter(place.name for place in named)
    ranked = sorted(named, key=lambda p: (_PLACE_RANK[p.precision], -reports[p.name], p.name, p.lat is None))
    return ranked[0] if ranked else None


def reconcile_count(counts: Sequence[Count]) -> Count | None:
    """What all counts allow, or, where they exclude each other, the range from the lowest to the highest."""
    if not counts:
        return None
    highs = [count.high for count in counts if count.high is not None]
    low, high = max(count.low for count in counts), min(highs, default=None)
    text = "; ".join(dict.fromkeys(count.text for count in counts if count.text))
    if high is None or low <= high:
        return Count(low, high, text)
    is_open = len(highs) < len(counts)
    return Count(min(count.low for count in counts), None if is_open else max(highs), text)


def _counts(mentions: Sequence[Mention], toll: str) -> list[Count]:
    return [count for m in mentions if (count := _toll(m, toll)) is not None]


def _toll(mention: Mention, toll: str) -> Count | None:
    found: Count | None = getattr(mention, toll)
    return found


def _dissent(mentions: Sequence[Mention], reports: Reports) -> tuple[Disagreement, ...]:
    found = dissent_on_actors(mentions, "initiators", reports) + dissent_on_actors(mentions, "targets", reports)
    found += dissent_on_status(mentions, reports) + _dissent_on_place(mentions, reports)
    for toll in TOLLS:
        told = [(m, count_text(count)) for m in mentions if (count := _toll(m, toll)) is not None]
        found += disagreements_of(toll, told, reports)
    return found


def _dissent_on_place(mentions: Sequence[Mention], reports: Reports) -> tuple[Disagreement, ...]:
    """Places of the finest precision any report gives; a country is no rival to a town in it."""
    placed = [(m, m.place) for m in mentions if m.place is not None]
    finest = min((_PLACE_RANK[place.precision] for _, place in placed), default=0)
    rivals = [(m, place.name) for m, place in placed if _PLACE_RANK[place.precision] == finest]
    return disagreements_of("place", rivals, reports)


def _main_claimant(mentions: Sequence[Mention], deciding: Mention) -> Actor | None:
    if deciding.claimed_by is not None:
        return deciding.claimed_by
    same = [m.claimed_by for m in mentions if m.status == deciding.status and m.claimed_by is not None]
    return min(same, key=lambda actor: actor.id) if same else None


def _confidence(mentions: Sequence[Mention], because: Sequence[MergeReason]) -> float:
    """The surest report's confidence, averaged with the weakest link that joins the reports, if any does."""
    surest = max(m.confidence for m in mentions)
    return round((surest + min(reason.score for reason in because)) / 2 if because else surest, 4)


def _reasons(mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reason for m in mentions for reason in m.reasons))
