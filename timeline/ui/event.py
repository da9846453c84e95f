"""The event page: what happened, every report of it, and the reasons for everything said about it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from timeline import figures
from timeline.settings import MAX_RAW_MARKS
from timeline.ui import evidence, frames, pages, review_frames, text
from timeline.ui.chart import Sheet, chart
from timeline.ui.heading import heading, is_empty
from timeline.ui.plain import plain, visible
from timeline.ui.present import (
    count,
    day,
    decimal,
    field_words,
    lag,
    merged,
    mode_words,
    option,
    quoted,
    reason,
    reviewed,
    span,
    toll,
    type_words,
    uncertainty,
    value_words,
    when,
    where,
    words,
)
from timeline.ui.view import Figure, View

ADDRESS = "event"
_PICK = "event_pick"
# Events offered in the list; others are opened by number, or from a chart or table.
_OPTIONS = 100
# Events offered in each ranking where none is chosen.
_OFFERED = 5
# Reports shown at a time.
_REPORTS = 10
# Values of one field in a row.
_SIDE_BY_SIDE = 3
# Reasons shown, the strongest first.
_REASONS = 20

Row = Mapping[Hashable, Any]


def wanted_event(view: View) -> Row | None:
    """The event that the address names."""
    wanted = _wanted()
    return frames.event(view.build, wanted) if wanted else None


def _wanted() -> str:
    return str(st.session_state.get(ADDRESS) or st.query_params.get(ADDRESS, "")).strip()


def title(view: View, row: Row | None) -> None:
    """What happened and who says so, or the name of the page."""
    if row is None:
        heading(view, text.EVENT)
        return
    heading(view, plain(words(row["label"])), evidence.facts_line(row))
    if words(row["attribution"]):
        st.markdown(plain(reason("attribution", row["attribution"]), limit=600))


def event_choice(view: View, found: Row | None) -> None:
    """A list of the view's events, and the id of the one shown; either changes the address."""
    events = frames.events(view, limit=_OPTIONS)
    labels = {str(row["event_id"]): visible(option(row)) for row in events.to_dict("records")}
    wide, narrow = st.columns([3, 1])
    wanted = _wanted()
    st.session_state[_PICK] = str(found["event_id"]) if found and str(found["event_id"]) in labels else None
    wide.selectbox(
        text.EVENT_CHOOSE,
        list(labels),
        index=None,
        format_func=lambda event_id: labels.get(event_id, event_id),
        key=_PICK,
        placeholder=text.EVENT_CHOOSE,
        on_change=_follow_list,
    )
    narrow.text_input(text.EVENT_ID, key=ADDRESS, bind="query-params", max_chars=80, help=text.EVENT_ID_HELP)
    if found is None:
        if wanted or view.counts.events:
            st.info(text.EVENT_UNKNOWN.format(value=plain(wanted, limit=80)) if wanted else text.EVENT_NONE)
        if not is_empty(view):
            _offer(view)


def _offer(view: View) -> None:
    """The newest, the gravest and the most disputed events, each a link: a page without a choice is no dead end."""
    for ranking, tab in zip(text.RANKINGS, st.tabs(list(text.RANKINGS.values())), strict=True):
        with tab:
            offered = frames.top_events(view, ranking).head(_OFFERED).to_dict("records")
            for row in offered:
                pages.link_event(str(row["event_id"]), plain(option(row)))
            if not offered:
                st.caption(text.EMPTY_TABLE)


def _follow_list() -> None:
    picked = st.session_state[_PICK]
    if picked:
        st.session_state[ADDRESS] = picked


def facts(row: Row) -> None:
    """The event's fields, each under its name; what is not given is left out."""
    if words(row["evidence_basis"]) in text.EVIDENCE_MARKS:
        st.warning(text.EVIDENCE_MARKS[row["evidence_basis"]])
    shown = {
        text.FACT_WHEN: when(row),
        text.FACT_INITIATOR: words(row["initiator"]) or text.NOT_NAMED,
        text.FACT_TARGET: words(row["target"]) or text.NOT_NAMED,
        text.FACT_PLACE: where(row),
        text.FACT_TYPE: type_words(row["type"]) + (f" ({mode_words(row['mode'])})" if words(row["mode"]) else ""),
        text.FACT_LEVEL: f"{row['level']} · {text.LEVELS.get(int(row['level']), '')}",
        text.FACT_KILLED: toll(row, "killed"),
        text.FACT_INJURED: toll(row, "injured"),
        text.FACT_CAPTURED: toll(row, "captured"),
        text.FACT_DISPLACED: toll(row, "displaced"),
        text.FACT_MUNITIONS: toll(row, "munitions"),
        text.FACT_REPORTS: text.REPORTS_OF_SOURCES.format(
            n=row["n_reports"], sources=count(row["n_sources"], text.SOURCE_NOUN)
        ),
        text.FACT_CONFIDENCE: decimal(row["confidence"], 2),
        text.FACT_REVIEWED: reviewed(row),
    }
    _grid({name: value for name, value in shown.items() if value}, key="facts_event")


def _grid(shown: Mapping[str, str], *, key: str) -> None:
    helps = {text.FACT_CONFIDENCE: text.FACT_CONFIDENCE_HELP, text.FACT_LEVEL: text.FACT_LEVEL_HELP}
    with st.container(horizontal=True, key=key):
        for name, value in shown.items():
            with st.container(width=170, gap="xxsmall"):
                st.caption(name, help=helps.get(name))
                st.text(visible(value))


def how_known(row: Row) -> None:
    """The date, the status and the attribution, each with its reason."""
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader(text.EVENT_DATE, anchor=False)
        why, known_from = evidence.date_source(reason("date", row["date_reason"]))
        st.text(visible(why or text.BASES["none"]))
        known = {
            text.DATE_PHRASE: words(row["date_phrase"]) and quoted(row["date_phrase"]),
            text.DATE_BASIS: text.BASES.get(row["date_basis"], words(row["date_basis"])),
            text.DATE_UNCERTAINTY: uncertainty(row) if words(row["edtf"]) else "",
            text.DATE_EDTF: words(row["edtf"]),
            text.DATE_RULE: value_words("date_rule", row["date_rule"]),
        }
        _grid({name: value for name, value in known.items() if value}, key="facts_date")
        evidence.link_date_source(known_from)
    with right:
        st.subheader(text.EVENT_STATUS, anchor=False)
        st.text(f"{text.STATUSES.get(row['status'], '')}. {text.STATUS_MEANING.get(row['status'], '')}")
        shown = {
            text.STATUS_WORDS: reason("status", row["status_words"]) or text.NO_STATUS_WORDS,
            text.FACT_CLAIMED_BY: words(row["claimed_by"]) or text.CLAIMED_BY_NOBODY,
        }
        _grid(shown, key="facts_status")


def reports(view: View, row: Row) -> None:
    """Every report's sentence in its context."""
    readings = frames.mentions(view.build, row["event_id"])
    mentions = evidence.reports_of(readings)
    st.subheader(f"{text.EVENT_REPORTS} ({len(mentions)})", anchor=False)
    number_of_pages = max(1, -(-len(mentions) // _REPORTS))
    page = st.pagination(number_of_pages, key="page_reports") if number_of_pages > 1 else 1
    first = (page - 1) * _REPORTS
    for number, mention in enumerate(mentions.iloc[first : first + _REPORTS].to_dict("records"), first + 1):
        with st.container(border=True):
            evidence.report(mention, number, len(mentions), key=f"event_{number}")
            why = _reasons(readings, mention)
            if why:
                with st.expander(text.EVENT_WHY_CODED):
                    st.text("\n".join(map(visible, why)))


def _reasons(readings: pd.DataFrame, mention: Row) -> list[str]:
    """Why the sentence of a report is read as it is: of every reading of that sentence, each reason once."""
    same = readings[(readings["article_id"] == mention["article_id"]) & (readings["start"] == mention["start"])]
    return list(dict.fromkeys(reason("coding", one) for reasons in same["reasons"] for one in reasons))


def disagreements(view: View, row: Row) -> None:
    """The values on which reports differ, side by side, each with who gives it."""
    st.subheader(text.EVENT_DISAGREE, anchor=False)
    found = frames.disagreements(view.build, row["event_id"])
    if found.empty:
        st.caption(text.EVENT_DISAGREE_NONE)
        return
    reports = frames.mentions(view.build, row["event_id"])
    titles = {str(a): words(t) for a, t in zip(reports["article_id"], reports["title"], strict=True)}
    for field, group in found.groupby("field", sort=True):
        st.caption(field_words(field))
        values = group.to_dict("records")
        for first in range(0, len(values), _SIDE_BY_SIDE):
            for column, value in zip(st.columns(_SIDE_BY_SIDE), values[first:], strict=False):
                with column.container(border=True):
                    _one_side(value, titles)


def _one_side(value: Row, titles: Mapping[str, str]) -> None:
    """A value and its sources: publishers, or the titles of articles whose publisher is unknown."""
    st.text(visible(value_words(value["field"], value["value"]) or text.NOT_GIVEN))
    reports = count(value["n_reports"], text.REPORT_NOUN)
    who = "; ".join(titles.get(str(one)) or str(one) for one in value["who"])
    st.caption(plain(text.SAYS.format(reports=reports, who=who)))


def chain(view: View, row: Row) -> None:
    """What led to the event and what answered it, through others too, each with its date."""
    steps = review_frames.chain(view.build, row["event_id"]).to_dict("records")
    if len(steps) < 2:
        return
    st.subheader(text.EVENT_CHAIN, anchor=False)
    for step in steps:
        told = plain(option(step))
        if step["step"] == 0:
            st.markdown(f"**{told}**")
        else:
            side = text.CHAIN_BEFORE if step["step"] < 0 else text.CHAIN_AFTER
            pages.link_event(str(step["event_id"]), f"{side}{text.COLON}{told}")


def merged_because(view: View, row: Row) -> None:
    """Why the reports are taken for one event: score and sentence of each pair."""
    st.subheader(text.EVENT_MERGED, anchor=False)
    found = frames.merge_reasons(view.build, row["event_id"])
    if found.empty:
        st.caption(text.EVENT_MERGED_ONE if row["n_reports"] == 1 else text.EVENT_MERGED_NONE)
        return
    st.caption(text.EVENT_MERGED_SCORE)
    for link in found.head(_REASONS).to_dict("records"):
        st.text(visible(f"{decimal(link['score'], 2)}   {merged(link['sentence'])}"))
    if len(found) > _REASONS:
        st.caption(text.EVENT_MERGED_MORE.format(n=len(found) - _REASONS))


def answers(view: View, row: Row) -> None:
    """What the event answers and what answers it, with the words that say so."""
    st.subheader(text.EVENT_ANSWERS, anchor=False)
    links = frames.event_responses(view.build, row["event_id"])
    if links.empty:
        st.caption(text.EVENT_ANSWERS_NONE)
        return
    for number, link in enumerate(links.to_dict("records")):
        with st.container(border=True, key=f"answer_{number}"):
            side = text.ANSWERS_TO if link["direction"] == "answers" else text.ANSWERED_BY
            start, end = day(link["other_date_start"]), day(link["other_date_end"])
            dated = span(start, end) if start and end else text.UNDATED_SHORT
            basis = text.STATED if link["basis"] == "stated" else text.INFERRED
            st.caption(plain(f"{side} · {lag(link['lag_days'], link['lag_days_max'])} · {basis}"))
            pages.link_event(link["other_id"], plain(f"{dated} · {words(link['other_label'])}"))
            if words(link["sentence"]):
                with st.container(key=f"context_answer_{number}"):
                    st.text(visible(words(link["sentence"])))


def picture(view: View, row: Row) -> None:
    """When each report dates the event, and when it was published."""
    mentions = evidence.reports_of(frames.mentions(view.build, row["event_id"]))

    def draw(sheet: Sheet) -> Figure:
        return figures.event_reports_figure(
            mentions,
            event_start=day(row["date_start"]),
            event_end=day(row["date_end"]),
            **sheet.options,
        )

    if 0 < len(mentions) <= MAX_RAW_MARKS:
        columns = ("title", "publisher", "edtf", "status")
        chart(
            view,
            draw,
            key="reports_chart",
            title=text.EVENT_REPORTS,
            table=mentions,
            columns=columns,
            opens_evidence=False,
        )
