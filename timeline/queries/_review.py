"""What a reviewer is asked first, and what they are offered: the queue, near misses, a weakest link, the decisions."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import pandas as pd

from timeline.queries._columns import DECISION_COLUMNS, MERGE_REASON_COLUMNS, NEAR_MISS_COLUMNS, QUEUE_COLUMNS
from timeline.queries._detail import event_merge_reasons, resolve_event
from timeline.queries._filters import Filters
from timeline.queries._frames import fetch
from timeline.queries._select import filtered_events
from timeline.store import Build, table

# An event the rules are sure of is still asked about, last.
_LEAST_DOUBT = 0.02


def review_queue(build: Build, filters: Filters, *, limit: int | None = None) -> pd.DataFrame:
    """The events that pass, what most needs a person first. Columns: QUEUE_COLUMNS.

    `priority` is doubt times gravity times disagreement. Doubt is 1 less the confidence. Gravity is the level of
    hostility (1 to 5), raised by the dead: times 1 + log10(1 + killed). Disagreement is 1 + the number of fields on
    which reports differ, and twice that where nothing but a person's word stands for the event.
    """
    rows = table("disagreement")
    counted = rows.group_by("event_id").aggregate(n_disputed=rows.field.nunique())
    events = filtered_events(filters).left_join(counted, "event_id")
    dead = ibis.greatest(events.killed_min.fill_null(0), events.killed_max.fill_null(0))
    bare = events.evidence_basis.isin(("none", "gone")).ifelse(2, 1)
    judged = events.mutate(
        n_disputed=events.n_disputed.fill_null(0).cast("int64"),
        doubt=ibis.greatest(1.0 - events.confidence, _LEAST_DOUBT),
        gravity=events.level * (1.0 + (dead + 1.0).log10()),
    )
    asked = judged.mutate(priority=(judged.doubt * judged.gravity * (1 + judged.n_disputed) * bare).round(4))
    return fetch(build, asked.order_by([ibis.desc("priority"), "event_id"]).limit(limit), QUEUE_COLUMNS)


def event_near_misses(build: Build, event_id: str) -> pd.DataFrame:
    """Events that this one nearly became one with, the nearest first. Columns: NEAR_MISS_COLUMNS."""
    wanted = resolve_event(build, event_id)
    rows = table("near_miss")
    ours = rows.filter(rows.event_a == wanted).select("score", "sentence", event_id="event_a", other_id="event_b")
    theirs = rows.filter(rows.event_b == wanted).select("score", "sentence", event_id="event_b", other_id="event_a")
    return fetch(build, ours.union(theirs).order_by([ibis.desc("score"), "other_id"]), NEAR_MISS_COLUMNS)


def list_decisions(build: Build) -> pd.DataFrame:
    """Every decision the build was made with, in the order of the log. Columns: DECISION_COLUMNS."""
    return fetch(build, table("decision").order_by("number"), DECISION_COLUMNS)


def event_reports(build: Build, event_id: str) -> tuple[str, ...]:
    """Ids of every report of an event, those added without a sentence too: what a decision names the event by."""
    rows = table("mention")
    own = rows.filter(rows.event_id == resolve_event(build, event_id)).select("mention_id").order_by("mention_id")
    return tuple(row["mention_id"] for row in build.fetch(own).to_pylist())


def events_version(build: Build, event_ids: Sequence[str]) -> str:
    """The version of several events at once: the last of theirs in the log, "" where nobody decided on any."""
    events = table("events")
    versions = build.fetch(events.filter(events.event_id.isin(event_ids)).select("version").distinct()).to_pylist()
    log = table("decision")
    seen = log.filter(log.decision_id.isin([row["version"] for row in versions])).order_by(ibis.desc("number"))
    return next((str(row["decision_id"]) for row in build.fetch(seen.limit(1)).to_pylist()), "")


def split_suggestion(build: Build, event_id: str) -> tuple[str, ...]:
    """The reports that part from the rest where the event's weakest link is cut, the fewer of the two; () for none."""
    return weakest_part(event_reports(build, event_id), event_merge_reasons(build, event_id))


def weakest_part(reports: Sequence[str], reasons: pd.DataFrame) -> tuple[str, ...]:
    """The smaller side of the weakest of the links that hold `reports` together (MERGE_REASON_COLUMNS).

    Links are those along which groups joined, one fewer than reports: to cut one parts the event in two.
    """
    links = [tuple(row) for row in reasons[list(MERGE_REASON_COLUMNS[1:4])].itertuples(index=False, name=None)]
    if len(reports) < 2 or not links:
        return ()
    weakest = min(links, key=lambda link: (link[2], link[0], link[1]))
    side = {weakest[0]}
    rest = [link[:2] for link in links if link is not weakest]
    grown = True
    while grown:
        new = {end for pair in rest if side & set(pair) for end in pair} - side
        side |= new
        grown = bool(new)
    inside = tuple(sorted(set(reports) & side))
    outside = tuple(sorted(set(reports) - side))
    smaller = inside if (len(inside), inside) < (len(outside), outside) else outside
    return smaller if inside and outside else ()
