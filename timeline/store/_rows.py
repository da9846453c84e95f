"""Frozen values to table rows: what a build holds, in an order that no order of inputs can change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from types import MappingProxyType
from typing import Any

import pyarrow as pa

from timeline.errors import BuildError
from timeline.model import (
    TOLLS,
    Actor,
    Article,
    Candidate,
    Count,
    Event,
    Mention,
    NearMiss,
    Outcome,
    Phase,
    Place,
    Reject,
    Response,
    When,
)
from timeline.store._article_rows import article_rows, days_of
from timeline.store._decision_rows import decision_rows, near_miss_rows, review_cells
from timeline.store._rollups import (
    actors_rows,
    bridge_rows,
    day_dyad_type_rows,
    day_type_rows,
    days,
    dyads,
    keys,
    time_key,
)
from timeline.store._schema import TABLES

Row = tuple[Any, ...]
CONTEXT_CHARS = 200


@dataclass(frozen=True, kw_only=True)
class BuildContents:
    """What a build is made of; `redirects` are (old event id, present one), `info` free facts about the run."""

    events: tuple[Event, ...] = ()
    articles: tuple[Article, ...] = ()
    rejects: tuple[Reject, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()
    phases: tuple[Phase, ...] = ()
    info: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def make_tables(contents: BuildContents) -> dict[str, pa.Table]:
    """Every table of a build but `build_info`, rows sorted by a total key.

    Raises:
        BuildError: if an id stands twice, or a sentence is not the slice of the stored text it claims to be.
    """
    articles = {article.id: article for article in contents.articles}
    _check(contents, articles)
    events = sorted(contents.events, key=lambda event: event.id)
    rows: dict[str, Iterable[Row]] = {
        "events": [_event(event) for event in sorted(events, key=lambda e: time_key(*days(e.when.interval)[:2]))],
        "actor": actors_rows(events),
        "event_actor": bridge_rows(events),
        "event_dyad": [(event.id, *pair) for event in events for pair in sorted(dyads(event))],
        "mention": sorted((_mention(e, m) for e in events for m in e.mentions), key=itemgetter(0, 1)),
        "evidence": sorted(
            (_evidence(e, m, articles) for e in events for m in e.mentions if m.article_id), key=itemgetter(0, 2, 3, 1)
        ),
        "article": article_rows(contents.articles, events),
        "reject": sorted((r.name, r.reason, r.source_sha256) for r in contents.rejects),
        "candidate": [tuple(getattr(c, column) for column in TABLES["candidate"].names) for c in contents.candidates],
        "response": sorted((_response(r) for e in events for r in e.responses), key=repr),
        "phase": [_phase(number, phase) for number, phase in enumerate(contents.phases, 1)],
        "redirect": sorted(set(contents.redirects)),
        "disagreement": sorted(
            ((e.id, d.field, d.value, list(d.who), d.n_reports) for e in events for d in e.disagreements), key=repr
        ),
        "merge_reason": sorted(
            (e.id, m.mention_a, m.mention_b, m.score, m.sentence) for e in events for m in e.merged_because
        ),
        "near_miss": near_miss_rows(contents.near_misses),
        "decision": decision_rows(contents.outcomes),
        "day_type": day_type_rows(events),
        "day_dyad_type": day_dyad_type_rows(events),
    }
    return {name: as_table(name, found) for name, found in rows.items()}


def as_table(name: str, rows: Iterable[Row]) -> pa.Table:
    """Rows as the named table, lone surrogates (which UTF-8 cannot hold) replaced one for one by U+FFFD."""
    schema = TABLES[name]
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(_clean(column, kind), kind) for column, kind in zip(columns, schema.types, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _clean(column: Sequence[Any], kind: pa.DataType) -> list[Any]:
    if pa.types.is_string(kind):
        return [_utf8(value) for value in column]
    if pa.types.is_list(kind):
        return [[_utf8(value) for value in values] for values in column]
    return list(column)


def _utf8(text: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        # One character for one: every offset into the text stays right.
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    return text


def _check(contents: BuildContents, articles: Mapping[str, Article]) -> None:
    for kind, ids in (("article", [a.id for a in contents.articles]), ("event", [e.id for e in contents.events])):
        for found, times in Counter(ids).items():
            if times > 1:
                raise BuildError(f"{kind} {found}", f"is given {times} times")
    for event in contents.events:
        if event.evidence in ("reports", "hand") and not any(mention.article_id for mention in event.mentions):
            raise BuildError(f"event {event.id}", "has no evidence and no mark that says so")
        for mention in event.mentions:
            if mention.kind == "hand" and not mention.article_id:
                continue
            article = articles.get(mention.article_id)
            if article is None:
                raise BuildError(f"mention {mention.id}", f"is of article {mention.article_id}, which is not given")
            if article.text[mention.start : mention.end] != mention.text:
                raise BuildError(f"mention {mention.id}", f"is not the text of {article.id} at its offsets")


def _event(event: Event) -> Row:
    return (
        event.id,
        event.label,
        event.type,
        event.mode,
        event.quad,
        event.intensity,
        event.level,
        event.status,
        event.status_words,
        [actor.id for actor in event.initiators],
        [actor.id for actor in event.targets],
        _names(event.initiators),
        _names(event.targets),
        event.symmetric,
        event.claimed_by.name if event.claimed_by else "",
        event.attribution,
        *_when(event.when),
        *_place(event.place),
        *_sizes(event),
        event.n_reports,
        event.n_sources,
        event.confidence,
        list(event.reasons),
        event.evidence,
        *review_cells(event.reviewed),
        event.version,
        *days(event.when.interval),
        search_text((event.label, event.place.name if event.place else "", *(m.text for m in event.mentions))),
    )


def search_text(fields: Iterable[str]) -> str:
    """Folded text for a literal search: a line a field, so that no query matches across two of them."""
    return "\n".join(sorted({" ".join(text.casefold().split()) for text in fields if text}))


def _mention(event: Event, mention: Mention) -> Row:
    people = (*mention.initiators, *mention.targets, *((mention.claimed_by,) if mention.claimed_by else ()))
    return (
        mention.id,
        event.id,
        mention.trigger.start,
        mention.trigger.end,
        mention.type,
        mention.mode,
        mention.status,
        mention.status_words,
        _names(mention.initiators),
        _names(mention.targets),
        _words(mention.initiators),
        _words(mention.targets),
        mention.claimed_by.name if mention.claimed_by else "",
        "; ".join(dict.fromkeys(actor.person for actor in people if actor.person)),
        mention.kind,
        *_when(mention.when),
        *_sizes(mention),
        mention.place.name if mention.place else "",
        mention.confidence,
        list(mention.reasons),
    )


def _words(actors: Sequence[Actor]) -> str:
    return "; ".join(dict.fromkeys(" ".join(actor.text.split()) for actor in actors if actor.text))


def _evidence(event: Event, mention: Mention, articles: Mapping[str, Article]) -> Row:
    text = articles[mention.article_id].text
    before = text[max(0, mention.start - CONTEXT_CHARS) : mention.start]
    after = text[mention.end : mention.end + CONTEXT_CHARS]
    place = (mention.article_id, mention.start, mention.end)
    return (event.id, mention.id, *place, mention.text, before, after, *keys(event))


def _response(response: Response) -> Row:
    return (
        response.event_id,
        response.responds_to,
        response.basis,
        response.cue,
        response.mention_id,
        response.sentence,
        response.lag_days,
        response.lag_days_max,
        response.rule,
    )


def _phase(number: int, phase: Phase) -> Row:
    sums = (phase.hostility, phase.per_week, phase.before_per_week)
    decided = (phase.name, phase.decision, phase.decided_by, phase.decided_when)
    return (number, phase.start, phase.end, phase.n_events, *sums, list(phase.event_ids), *decided)


def _names(actors: Iterable[Actor]) -> str:
    return "; ".join(dict.fromkeys(actor.name for actor in actors))


def _when(when: When) -> Row:
    shown = (when.edtf, when.precision, when.basis, when.phrase, when.rule, when.reason, when.lasting)
    return (*days_of(when.interval), *shown)


def _place(place: Place | None) -> Row:
    if place is None:
        return ("", "", None, None, "unknown")
    return (place.name, place.country, place.lat, place.lon, place.precision)


def _sizes(source: Event | Mention) -> Row:
    return tuple(end for what in TOLLS for end in _count(getattr(source, what)))


def _count(count: Count | None) -> tuple[int | None, int | None]:
    return (count.low, count.high) if count else (None, None)
