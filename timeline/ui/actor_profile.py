"""One actor's profile beside its time: words against deeds, counterparts, who is named for it, who reports it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from timeline import figures
from timeline.ui import frames, tables, text
from timeline.ui.chart import Sheet, chart
from timeline.ui.view import Figure, View

_ROWS = 15
# Actors on one axis: more lanes would leave none its height.
_MOST = 4


def profile(view: View, actor_id: str) -> None:
    """Words against deeds, and three lists."""
    name = view.actor_names.get(actor_id, actor_id)
    quads = frames.actor_quads(view, actor_id)

    def draw(sheet: Sheet) -> Figure:
        return figures.deeds_figure(quads, actor=name, **sheet.options)

    told = quads.assign(side=quads["role"].map(text.SIDES), kind=quads["quad"].map(text.QUADS))
    columns = ("side", "kind", "n_events")
    title = text.DEEDS_CHART.format(name=name)
    chart(view, draw, key="deeds", title=title, table=told, columns=columns, opens_evidence=False)
    _lists(view, actor_id)


def _lists(view: View, actor_id: str) -> None:
    others, people, sources = st.tabs([text.TAB_COUNTERPARTS, text.TAB_PERSONS, text.TAB_SOURCES])
    with others:
        met = counterparts(frames.matrix(view), actor_id)
        columns = ("name", "n_acts", "n_suffered")
        tables.rows(met.head(_ROWS), columns, alt=text.TAB_COUNTERPARTS, key="counterparts")
    with people:
        found = frames.actor_persons(view, actor_id).head(_ROWS)
        tables.rows(found, ("name", "n_reports", "n_events"), alt=text.TAB_PERSONS, key="persons")
        st.caption(text.PERSONS_NOTE)
    with sources:
        found = frames.actor_sources(view, actor_id).head(_ROWS)
        tables.rows(found, ("publisher", "n_reports", "n_events"), alt=text.TAB_SOURCES, key="actor_sources")


def counterparts(matrix: pd.DataFrame, actor_id: str) -> pd.DataFrame:
    """Whom an actor acts on and who acts on it, the busiest first."""
    counts: dict[str, list[int]] = {}
    names: dict[str, str] = {}
    for row in matrix.to_dict("records"):
        ends = (str(row["initiator_id"]), str(row["target_id"]))
        for place, (own, other) in enumerate((ends, ends[::-1])):
            if own == actor_id and other and other != actor_id:
                counts.setdefault(other, [0, 0])[place] += int(row["n_events"])
                names[other] = str(row["target" if place == 0 else "initiator"])
    ranked = sorted(counts, key=lambda key: (-sum(counts[key]), names[key], key))
    rows = [(names[key], *counts[key]) for key in ranked]
    return pd.DataFrame(rows, columns=["name", "n_acts", "n_suffered"])


def compare(view: View, actor_id: str) -> None:
    """Up to four actors on one axis of time."""
    st.subheader(text.COMPARE, anchor=False)
    names = frames.choices(view.build).actors
    chosen = st.multiselect(
        text.COMPARE_WITH,
        list(names),
        key="compare",
        bind="query-params",
        max_selections=_MOST,
        placeholder=text.COMPARE_HINT,
        select_all=False,
    )
    ids = tuple(names[name] for name in chosen) or _first_two(view, actor_id)
    series = frames.actor_series(view, ids)
    shown = {key: view.actor_names.get(key, key) for key in ids}

    def draw(sheet: Sheet) -> Figure:
        return figures.compare_figure(series, names=shown, **sheet.options)

    told = series.assign(name=series["actor_id"].map(shown))
    columns = ("name", "bin_start", "bin_end", "n", "hostility")
    title = text.COMPARE_CHART.format(names=", ".join(shown.values()))
    chart(view, draw, key="comparison", title=title, table=told, columns=columns, opens_evidence=False)


def _first_two(view: View, actor_id: str) -> tuple[str, ...]:
    """The actor and the one that most passes between it and."""
    met = counterparts(frames.matrix(view), actor_id)
    ids = {name: key for key, name in view.actor_names.items()}
    other = ids.get(str(met["name"].iloc[0])) if len(met) else None
    return (actor_id, other) if other else (actor_id,)
