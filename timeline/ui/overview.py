"""The parts of the overview: headline numbers, the ladder, the events that stand out."""

from __future__ import annotations

import streamlit as st

from timeline import figures
from timeline.settings import MAX_RAW_MARKS
from timeline.ui import frames, heat, lanes, text
from timeline.ui.chart import Sheet, chart
from timeline.ui.present import numeral, span
from timeline.ui.view import Figure, View
from timeline.ui.viewport import beside

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
    with st.container(horizontal=True, gap="medium", key="headline"):
        st.metric(text.HEAD_EVENTS, numeral(view.counts.events), help=text.HEAD_EVENTS_HELP, width="content")
        st.metric(text.HEAD_REPORTS, numeral(view.counts.reports), help=text.HEAD_REPORTS_HELP, width="content")
        st.metric(text.HEAD_ARTICLES, numeral(view.counts.articles), help=text.HEAD_ARTICLES_HELP, width="content")
        st.metric(text.HEAD_SPAN, _days(view), help=text.HEAD_SPAN_HELP, width="content")


def _days(view: View) -> str:
    reach = frames.view_span(view)
    return span(reach.first, reach.last) if reach else text.UNDATED_SHORT


def fold_choice(view: View) -> bool:
    """Whether the ladder folds quiet stretches of time; not asked where it shows density."""
    return view.counts.events <= MAX_RAW_MARKS and lanes.fold_choice()


def ladder(view: View, *, folded: bool) -> None:
    """The escalation ladder, or its density where marks would cover one another."""
    if view.counts.events > MAX_RAW_MARKS:
        lanes.density_chart(view, "type", key="ladder")
        return
    events, responses, phases = frames.events(view), frames.responses(view), frames.phases(view)

    def draw(sheet: Sheet) -> Figure:
        return figures.ladder_figure(
            events,
            responses,
            folded=folded,
            names=view.actor_names,
            phases=phases,
            **sheet.options,
        )

    chart(view, draw, key="ladder", title=text.LADDER, table=events, choices=(folded,))


def panel_and_lists(view: View) -> None:
    """What was chosen, beside the newest, the gravest and the most disputed."""
    side, lists = beside()
    with side:
        heat.evidence_beside(view)
    with lists:
        heat.ranking(view)
