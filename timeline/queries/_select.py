"""Filters as Ibis expressions over the tables of a build."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import reduce
from operator import and_

import ibis

from timeline.queries._filters import Filters
from timeline.store import search_text, table

STATEMENT = "STATEMENT"
# From this level of hostility on force is used (Militarized Interstate Disputes).
FORCE_LEVEL = 4
DONE = ("happened", "alleged")


def filtered_events(filters: Filters) -> ibis.Table:
    """The events that pass every filter."""
    events = table("events")
    tests = [*_key_tests(events, filters), *_actor_tests(events, filters)]
    if filters.min_reports > 1:
        tests.append(events.n_reports >= filters.min_reports)
    if filters.min_sources > 1:
        tests.append(events.n_sources >= filters.min_sources)
    if filters.places:
        tests.append(events.place.isin(filters.places))
    if filters.precisions:
        tests.append(events.precision.isin(filters.precisions))
    if filters.known_by:
        tests.append(events.event_id.isin(_reported_by(filters.known_by).event_id))
    if filters.reviewed != "either":
        seen = events.reviewed != ""
        tests.append(seen if filters.reviewed == "yes" else ~seen)
    if filters.text:
        # A literal, never a pattern; both sides are folded alike.
        tests.append(events.search.contains(search_text((filters.text,))))
    return keep(events, tests)


def is_plain(filters: Filters) -> bool:
    """Whether only dates, types and status are filtered: then the rollups and the bridge answer alone."""
    rest = (filters.actors, filters.against, filters.places, filters.precisions, filters.known_by, filters.text)
    seen = _moded(filters) or filters.reviewed != "either"
    return not any(rest) and not seen and filters.min_reports == filters.min_sources == 1


def plain_rows(name: str, filters: Filters) -> ibis.Table:
    """The rows of a rollup or of the bridge that pass the date, type and status filters."""
    rows = table(name)
    return keep(rows, _key_tests(rows, filters))


def keep(rows: ibis.Table, tests: Sequence[ibis.Value]) -> ibis.Table:
    """The rows that pass every test; all of them where there is none."""
    return rows.filter(reduce(and_, tests)) if tests else rows


def ordinal(day: date) -> int:
    """The day as the tables count it."""
    return day.toordinal()


def _key_tests(rows: ibis.Table, filters: Filters) -> list[ibis.Value]:
    tests: list[ibis.Value] = []
    if filters.start:
        tests.append(rows.end_day >= ordinal(filters.start))
    if filters.end:
        tests.append(rows.start_day <= ordinal(filters.end))
    if filters.types:
        tests.append(_type_test(rows, filters))
    elif not filters.statements:
        tests.append(rows.type != STATEMENT)
    if filters.statuses:
        tests.append(rows.status.isin(filters.statuses))
    return tests


def _moded(filters: Filters) -> tuple[str, ...]:
    """The types that are asked for in one mode only."""
    return tuple(kind for kind in filters.types if "/" in kind)


def _type_test(rows: ibis.Table, filters: Filters) -> ibis.Value:
    """Whole types by name; a type in one mode by both, which only the events themselves carry."""
    moded = _moded(filters)
    whole = tuple(kind for kind in filters.types if kind not in moded)
    found = rows.type.isin(whole) if whole else None
    if moded:
        mode = (rows.type + "/" + rows.mode).isin(moded)
        found = mode if found is None else found | mode
    return found


def _actor_tests(events: ibis.Table, filters: Filters) -> list[ibis.Value]:
    actors, against = filters.actors, filters.against
    if filters.role == "either" and actors and against:
        forth = takes_part(events, actors, "initiator") & takes_part(events, against, "target")
        back = takes_part(events, actors, "target") & takes_part(events, against, "initiator")
        return [forth | back]
    roles = {"either": (None, None), "initiator": ("initiator", "target"), "target": ("target", "initiator")}
    chosen = zip((actors, against), roles[filters.role], strict=True)
    return [takes_part(events, ids, role) for ids, role in chosen if ids]


def _reported_by(day: date) -> ibis.Table:
    """Evidence in articles that were certainly out by the end of a day."""
    articles = table("article")
    out = articles.filter(articles.published_end <= ibis.literal(day))
    evidence = table("evidence")
    return evidence.filter(evidence.article_id.isin(out.article_id))


def takes_part(rows: ibis.Table, actors: Sequence[str], role: str | None) -> ibis.Value:
    """Whether one of the actors is in the row's event, in that role or in any."""
    bridge = table("event_actor")
    chosen = bridge.filter(bridge.actor_id.isin(actors))
    if role:
        chosen = chosen.filter(chosen.role == role)
    return rows.event_id.isin(chosen.event_id)


def named(rows: ibis.Table, id_column: str, name_column: str) -> ibis.Table:
    """The rows with the actor's name beside its id."""
    actors = table("actor").select(**{id_column: "actor_id", name_column: "name"})
    joined = rows.left_join(actors, id_column).drop(f"{id_column}_right")
    return joined.mutate(**{name_column: joined[name_column].fill_null("")})


def took_place(events: ibis.Table) -> ibis.Value:
    """Whether an act counts as done; a threat itself happened, whatever became of what it threatens."""
    return events.status.isin(DONE) | ((events.status == "threatened") & (events.type == "THREATEN"))


def hostility_of(events: ibis.Table) -> ibis.Value:
    """How hostile an act is: its intensity below zero, turned positive; a cooperative act has none."""
    return (-events.intensity).clip(lower=0.0)


def is_threat(events: ibis.Table) -> ibis.Value:
    """Whether force or reprisal is promised, and not only denied."""
    return ((events.type == "THREATEN") | (events.status == "threatened")) & (events.status != "denied")


def source_names() -> ibis.Table:
    """Articles with who published each: the publisher, else the host of its address, else its title or file."""
    articles = table("article")
    host = articles.url.re_extract(r"^https?://(?:www\.)?([^/:?#]+)", 1)
    known = (articles.publisher.nullif(""), host.nullif(""), articles.title.nullif(""), articles.name)
    return articles.select("article_id", publisher=ibis.coalesce(*known))
