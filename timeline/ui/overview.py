"""The parts of the overview: headline numbers, the ladder, the newest and the gravest events."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from timeline import figures
from timeline.settings import MAX_RAW_MARKS
from timeline.ui import evidence, frames, lanes, tables, text
from timeline.ui.chart import Sheet, chart
from timeline.ui.present import day, span
from timeline.ui.view import Figure, View
from timeline.ui.viewport import beside

_LISTED = 8
_INTRO_SEEN = "_intro_seen"


def intro() -> None:
    """Three steps for a first visit, until dismissed."""
    if st.session_state.get(_INTRO_SEEN):
        return
    with st.container(border=True, key="intro"):
        for column, step in zip(st.columns(len(text.INTRO)), text.INTRO, strict=True):
            column.markdown(step)
        st.button(text.INTRO_DISMISS, key="intro_dismiss", on_click=_dismiss)


def _dismiss() -> None:
    st.session_state[_INTRO_SEEN] = True


def headline(view: View) -> None:
    """Events and reports as two numbers, never one."""
    with st.container(horizontal=True, gap="small", key="headline"):
        st.metric(text.HEAD_EVENTS, f"{view.counts.events:,}", help=text.HEAD_EVENTS_HELP, width=96)
        st.metric(text.HEAD_REPORTS, f"{view.counts.reports:,}", help=text.HEAD_REPORTS_HELP, width=96)
        st.metric(text.HEAD_ARTICLES, f"{view.counts.articles:,}", help=text.HEAD_ARTICLES_HELP, width=96)
        st.metric(text.HEAD_SPAN, _days(view), help=text.HEAD_SPAN_HELP, width=264)


def _events(view: View) -> pd.DataFrame:
    """The view's events; of very many only the latest, which the lists then say."""
    return frames.events(view, limit=MAX_RAW_MARKS, offset=max(0, view.counts.events - MAX_RAW_MARKS))


def _days(view: View) -> str:
    events = _events(view)
    if view.counts.events > MAX_RAW_MARKS:
        bins = frames.density(view, "type")
        start, end = day(bins["bin_start"].min()), day(bins["bin_end"].max())
        return span(start, end) if start and end else text.UNDATED_SHORT
    start, end = day(events["date_start"].min()), day(events["date_end"].max())
    return span(start, end) if start and end else text.UNDATED_SHORT


def ladder(view: View) -> None:
    """The escalation ladder, or its density where marks would cover one another."""
    if view.counts.events > MAX_RAW_MARKS:
        lanes.density_chart(view, "type", key="ladder")
        return
    folded = lanes.fold_choice()
    events, responses = _events(view), frames.responses(view)

    def draw(sheet: Sheet) -> Figure:
        return figures.ladder_figure(
            events,
            responses,
            folded=folded,
            names=view.actor_names,
            **sheet.options,
        )

    chart(view, draw, key="ladder", title=text.LADDER, table=events)


def panel_and_lists(view: View) -> None:
    """What was chosen, beside the newest and the gravest."""
    side, lists = beside()
    events = _events(view)
    with side:
        evidence.panel(view, events)
    with lists:
        newest, gravest = st.tabs([text.NEWEST, text.GRAVEST])
        with newest:
            tables.events(view, _newest(events), key="newest", alt=text.NEWEST, short=True, without=("killed",))
        with gravest:
            tables.events(view, _gravest(events), key="gravest", alt=text.GRAVEST, short=True)
            st.caption(text.GRAVEST_HOW)
        if view.counts.events > MAX_RAW_MARKS:
            st.caption(text.LISTS_OF_LATEST.format(n=f"{MAX_RAW_MARKS:,}"))


def _newest(events: pd.DataFrame) -> pd.DataFrame:
    dated = events[events["date_start"].notna()]
    return dated.sort_values(["date_end", "date_start", "event_id"], ascending=[False, False, True]).head(_LISTED)


def _gravest(events: pd.DataFrame) -> pd.DataFrame:
    order = events.assign(dead=events[["killed_min", "killed_max"]].max(axis=1).fillna(0))
    done = order[order["status"].isin(("happened", "alleged"))]
    keys = ["level", "dead", "n_reports", "event_id"]
    return done.sort_values(keys, ascending=[False, False, False, True]).head(_LISTED).drop(columns="dead")
