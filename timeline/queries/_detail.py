"""Everything about one event or one article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from weakref import WeakKeyDictionary

import ibis
import pandas as pd

from timeline.queries._columns import (
    ARTICLE_COLUMNS,
    DISAGREEMENT_COLUMNS,
    EVENT_COLUMNS,
    EVENT_RESPONSE_COLUMNS,
    MENTION_COLUMNS,
    MERGE_REASON_COLUMNS,
)
from timeline.queries._events import in_time, links
from timeline.queries._filters import Filters
from timeline.queries._frames import fetch
from timeline.queries._select import filtered_events
from timeline.store import Build, table

_REDIRECTS: WeakKeyDictionary[Build, Mapping[str, str]] = WeakKeyDictionary()


def get_event(build: Build, event_id: str) -> pd.Series[Any] | None:
    """The event of that id, or the one it has since been merged into; None where there is neither."""
    events = table("events")
    return _only(fetch(build, events.filter(events.event_id == resolve_event(build, event_id)), EVENT_COLUMNS))


def resolve_event(build: Build, event_id: str) -> str:
    """The id an old link's event goes by now; the id itself where nothing redirects it."""
    redirects = _redirects(build)
    seen = {event_id}
    while (event_id := redirects.get(event_id, event_id)) not in seen:
        seen.add(event_id)
    return event_id


def _redirects(build: Build) -> Mapping[str, str]:
    """Old ids with the present ones; a build never changes, so it is asked once."""
    known = _REDIRECTS.get(build)
    if known is None:
        rows = build.fetch(table("redirect")).to_pylist()
        known = _REDIRECTS[build] = {row["old_id"]: row["event_id"] for row in rows}
    return known


def event_mentions(build: Build, event_id: str) -> pd.DataFrame:
    """Every report of an event, by publication and place in the article. Columns: MENTION_COLUMNS."""
    return _fetch_mentions(build, _mentions(_of_event(build, "mention", event_id)))


def article_mentions(build: Build, article_id: str) -> pd.DataFrame:
    """Everything an article reports, in reading order. Columns: MENTION_COLUMNS."""
    mentions = _mentions(table("mention"))
    return _fetch_mentions(build, mentions.filter(mentions.article_id == article_id))


def list_chosen(build: Build, event_ids: Sequence[str]) -> pd.DataFrame:
    """The events of those ids, or what they have been merged into, in time order. Columns: EVENT_COLUMNS."""
    events = table("events")
    wanted = sorted({resolve_event(build, event_id) for event_id in event_ids})
    return fetch(build, in_time(events.filter(events.event_id.isin(wanted))), EVENT_COLUMNS)


def chosen_mentions(build: Build, event_ids: Sequence[str]) -> pd.DataFrame:
    """Every report of the events of those ids. Columns: MENTION_COLUMNS."""
    rows = table("mention")
    return _fetch_mentions(build, _mentions(rows.filter(rows.event_id.isin(tuple(event_ids)))))


def list_mentions(build: Build, filters: Filters | None = None) -> pd.DataFrame:
    """Every report of the events that pass, or of all. Columns: MENTION_COLUMNS."""
    return _fetch_mentions(build, _mentions(_in_view("mention", filters)))


def event_responses(build: Build, event_id: str, *, inferred: bool = False) -> pd.DataFrame:
    """What an event answers and what answers it, with the other event; `inferred` adds what no sentence states.

    Columns: EVENT_RESPONSE_COLUMNS.
    """
    wanted = resolve_event(build, event_id)
    responses = links(inferred=inferred)
    answers = responses.filter(responses.event_id == wanted).mutate(direction=ibis.literal("answers"))
    answered = responses.filter(responses.responds_to == wanted).mutate(direction=ibis.literal("answered_by"))
    both_ways = answers.mutate(other_id=answers.responds_to).union(answered.mutate(other_id=answered.event_id))
    events = table("events")
    other = events.select(
        other_id="event_id", other_label="label", other_date_start="date_start", other_date_end="date_end"
    )
    joined = both_ways.left_join(other, "other_id")
    named = joined.mutate(other_label=joined.other_label.fill_null(""))
    order = ["direction", named.other_date_start.asc(nulls_first=False), "other_id", "mention_id", "sentence", "rule"]
    return fetch(build, named.order_by(order), EVENT_RESPONSE_COLUMNS)


def event_disagreements(build: Build, event_id: str) -> pd.DataFrame:
    """Where the reports of an event differ, the value given most often first. Columns: DISAGREEMENT_COLUMNS."""
    return _fetch_disagreements(build, _of_event(build, "disagreement", event_id))


def list_disagreements(build: Build, filters: Filters | None = None) -> pd.DataFrame:
    """Where reports differ, for the events that pass or for all. Columns: DISAGREEMENT_COLUMNS."""
    return _fetch_disagreements(build, _in_view("disagreement", filters))


def event_merge_reasons(build: Build, event_id: str) -> pd.DataFrame:
    """Why the reports of an event were taken for one, the strongest first. Columns: MERGE_REASON_COLUMNS."""
    return _fetch_merge_reasons(build, _of_event(build, "merge_reason", event_id))


def most_disputed(build: Build, filters: Filters, *, limit: int) -> pd.DataFrame:
    """Events of more than one report, those with the most disagreements first. Columns: EVENT_COLUMNS."""
    events, values = filtered_events(filters), table("disagreement")
    disputes = values.group_by("event_id").aggregate(n_values=values.count())
    rows = events.filter(events.n_reports > 1).left_join(disputes, "event_id")
    order = [ibis.desc(rows.n_values.fill_null(0)), ibis.desc(rows.n_reports), rows.event_id]
    return fetch(build, rows.order_by(order).limit(limit), EVENT_COLUMNS)


def list_merge_reasons(build: Build, filters: Filters | None = None) -> pd.DataFrame:
    """Why reports were taken for one event, for the events that pass or for all. Columns: MERGE_REASON_COLUMNS."""
    return _fetch_merge_reasons(build, _in_view("merge_reason", filters))


def get_article(build: Build, article_id: str) -> pd.Series[Any] | None:
    """The article of that id with its whole text, or None."""
    articles = table("article")
    return _only(fetch(build, articles.filter(articles.article_id == article_id), ARTICLE_COLUMNS))


def _only(frame: pd.DataFrame) -> pd.Series[Any] | None:
    return frame.iloc[0] if len(frame) else None


def _in_view(name: str, filters: Filters | None) -> ibis.Table:
    rows = table(name)
    return rows if filters is None else rows.filter(rows.event_id.isin(filtered_events(filters).event_id))


def _of_event(build: Build, name: str, event_id: str) -> ibis.Table:
    rows = table(name)
    return rows.filter(rows.event_id == resolve_event(build, event_id))


def _mentions(mentions: ibis.Table) -> ibis.Table:
    """Mentions with their sentence, its context and its article."""
    articles = table("article").select(
        *("article_id", "title", "publisher", "url", "published_start", "published_end", "published_basis", "sha256"),
        *("copy_of", "copy_of_name"),
    )
    return mentions.inner_join(table("evidence"), ["event_id", "mention_id"]).inner_join(articles, "article_id")


def _fetch_mentions(build: Build, mentions: ibis.Table) -> pd.DataFrame:
    published = mentions.published_start.asc(nulls_first=False)
    order = [published, mentions.article_id, mentions.start, mentions.end, mentions.mention_id, mentions.event_id]
    return fetch(build, mentions.order_by(order), MENTION_COLUMNS)


def _fetch_disagreements(build: Build, rows: ibis.Table) -> pd.DataFrame:
    order = ["event_id", "field", ibis.desc("n_reports"), "value"]
    return fetch(build, rows.order_by(order), DISAGREEMENT_COLUMNS)


def _fetch_merge_reasons(build: Build, rows: ibis.Table) -> pd.DataFrame:
    order = ["event_id", ibis.desc("score"), "mention_a", "mention_b", "sentence"]
    return fetch(build, rows.order_by(order), MERGE_REASON_COLUMNS)
