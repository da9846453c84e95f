"""Reports as quotes: the sentence marked in its context, its source, and the panel that a click opens."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

from timeline.ui import frames, pages, sight, text
from timeline.ui.plain import literal, plain, safe_link, visible
from timeline.ui.present import day, option, reason, span, toll, type_words, when, words
from timeline.ui.view import View

_CHOSEN = "_chosen_event"
_CHOICE = "evidence_choice"
# Ids of the events behind the marks of each chart.
_MARKS = "_marks"
# Events offered in the list; more would only be scrolled past, and each costs bytes.
MAX_OPTIONS = 60
# Reports shown in the panel; the event's page shows all.
PANEL_REPORTS = 2
_CONTEXT = 180
# The reason of a date that is a known event's names the public source of that date where a sentence of it ends.
_DATE_SOURCE = re.compile(r" \((https?://[^\s<>]+)\)(?=\. |\.?$)")

Row = Mapping[Hashable, Any]


def choose(event_id: str | None) -> None:
    """Open an event's evidence in the panel of the page."""
    st.session_state[_CHOSEN] = event_id
    st.session_state.pop(_CHOICE, None)


def chosen() -> str | None:
    """The event whose evidence is open."""
    found: str | None = st.session_state.get(_CHOSEN)
    return found


def on_chart(key: str, event_ids: tuple[str, ...]) -> Callable[[], None]:
    """What a click into the chart of that key does: the event of the mark opens."""

    st.session_state[_MARKS] = {**st.session_state.get(_MARKS, {}), key: event_ids}

    def take() -> None:
        places = [_place(point) for point in st.session_state[key].selection.points]
        ids = [event_ids[place] for place in places if 0 <= place < len(event_ids)]
        if ids:
            choose(ids[0])
            sight.show_evidence()

    return take


def tapped(key: str, place: int) -> None:
    """What a finger on a mark of the chart of that key does."""
    event_ids = st.session_state.get(_MARKS, {}).get(key, ())
    if 0 <= place < len(event_ids):
        choose(event_ids[place])
        sight.show_evidence()


def on_rows(key: str, event_ids: tuple[str, ...]) -> Callable[[], None]:
    """What a click into the table of that key does."""

    def take() -> None:
        rows = st.session_state[key].selection.rows
        found = event_ids[rows[0]] if rows and rows[0] < len(event_ids) else None
        choose(found)
        if found:
            sight.show_evidence()

    return take


def _place(point: Mapping[str, Any]) -> int:
    data = point.get("customdata")
    if isinstance(data, (list, tuple)):
        data = data[0] if data else None
    return int(data) if isinstance(data, (int, float)) else -1


def panel(view: View, events: pd.DataFrame) -> None:
    """The evidence of the chosen event, and a list to choose from with the keyboard."""
    with st.container(key="evidence_place"):
        st.subheader(text.EVIDENCE, anchor="evidence")
    sight.bring()
    row = _choice(view, events)
    if row is None:
        with st.container(key="evidence_none"):
            st.caption(text.EVIDENCE_NONE)
        return
    mentions = reports_of(frames.mentions(view.build, row["event_id"]))
    with st.container(border=True, key="evidence_panel"):
        summary(row, heading=3)
        for number, mention in enumerate(mentions.head(PANEL_REPORTS).to_dict("records"), 1):
            report(mention, number, len(mentions), key=f"panel_{number}")
        if len(mentions) > PANEL_REPORTS:
            st.caption(text.MORE_REPORTS.format(n=len(mentions) - PANEL_REPORTS))
        pages.link_event(row["event_id"])


def _choice(view: View, events: pd.DataFrame) -> Row | None:
    """The chosen event's row; the list follows a click elsewhere, and a click follows the list."""
    rows = events.head(MAX_OPTIONS).to_dict("records")
    labels = {str(row["event_id"]): option(row) for row in rows}
    wanted = chosen()
    if wanted and wanted not in labels:
        other = frames.event(view.build, wanted)
        if other is not None:
            labels[wanted] = option(other)
    if wanted in labels:
        st.session_state.setdefault(_CHOICE, wanted)
    picked = st.selectbox(
        text.EVIDENCE_HINT,
        list(labels),
        index=None,
        format_func=lambda event_id: visible(labels.get(event_id, "")),
        key=_CHOICE,
        placeholder=text.EVIDENCE_HINT_SHORT,
    )
    st.session_state[_CHOSEN] = picked
    return frames.event(view.build, picked) if picked else None


def summary(row: Row, *, heading: int) -> None:
    """What the event is, in one heading and one line of facts."""
    (st.header if heading == 2 else st.subheader)(plain(words(row["label"])), anchor=False)
    st.text(visible(facts_line(row)))
    if words(row["attribution"]):
        st.caption(plain(reason("attribution", row["attribution"])))


def facts_line(row: Row) -> str:
    """When, what kind, how certain, who on whom, the dead and the place; what is not given is left out."""
    killed = toll(row, "killed")
    facts = (
        when(row),
        type_words(row["type"]),
        text.STATUSES.get(row["status"], ""),
        _parties(row),
        f"{text.FACT_KILLED.lower()} {killed}" if killed else "",
        words(row["place"]),
    )
    return " · ".join(fact for fact in facts if fact)


def _parties(row: Row) -> str:
    initiator = words(row["initiator"]) or text.NOT_NAMED
    target = words(row["target"]) or text.NOT_NAMED
    if row["symmetric"]:
        return initiator if initiator == target else f"{initiator} – {target}"
    return f"{initiator} → {target}"


def report(mention: Row, number: int, total: int, *, key: str, show_date: bool = True) -> None:
    """One sentence in its context, with its source; every word of it plain text."""
    with st.container(key=f"report_{key}"):
        with st.container(key=f"source_{key}"):
            st.text(visible(f"{text.REPORT_N.format(n=number, total=total)}{text.COLON}{source_line(mention)}"))
        before, after = _around(mention)
        if before:
            with st.container(key=f"context_before_{key}"):
                st.text(literal(f"…{before}"))
        with st.container(key=f"quote_{key}"):
            st.text(literal(words(mention["text"])))
        if after:
            with st.container(key=f"context_after_{key}"):
                st.text(literal(f"{after}…"))
        why, known_from = date_source(reason("date", mention["date_reason"]))
        if show_date and why:
            st.caption(plain(why, limit=600))
        with st.container(horizontal=True, gap="medium", vertical_alignment="center", key=f"links_{key}"):
            pages.link_article(mention["article_id"])
            address = safe_link(words(mention["url"]))
            if address:
                st.link_button(text.OPEN_SOURCE, address, type="tertiary")
            if show_date:
                link_date_source(known_from)


def date_source(why: str) -> tuple[str, str]:
    """A date's reason without the address in it, and that address: where a known event's date is from."""
    found = _DATE_SOURCE.search(why)
    return (f"{why[: found.start()]}.{why[found.end() :].removeprefix('.')}", found[1]) if found else (why, "")


def link_date_source(address: str) -> None:
    """A link to where a known event's date is from, named by its host; an unusual address is no link."""
    safe = safe_link(address)
    if safe:
        st.link_button(plain(text.DATE_SOURCE.format(host=urlsplit(safe).hostname)), safe, type="tertiary")


def _around(mention: Row) -> tuple[str, str]:
    """The words around a quote on one line each, cut between words."""
    before, after = (" ".join(words(mention[side]).split()) for side in ("before", "after"))
    if len(before) > _CONTEXT:
        before = before[-_CONTEXT:].partition(" ")[2]
    if len(after) > _CONTEXT:
        after = after[:_CONTEXT].rpartition(" ")[0]
    return before, after


def reports_of(mentions: pd.DataFrame) -> pd.DataFrame:
    """One row a reporting sentence: two readings of one sentence are one report, shown with the better date."""
    dated = mentions.assign(bare=mentions["date_basis"] == "none").sort_values("bare", kind="stable")
    kept = dated.drop_duplicates(["article_id", "start", "end"])
    return mentions.loc[sorted(kept.index)]


def source_line(row: Row, *, titled: bool = True) -> str:
    """Publisher, title and date of the article, and what it is a copy of."""
    start, end = day(row["published_start"]), day(row["published_end"])
    dated = span(start, end) if start and end else ""
    basis = words(row["published_basis"])
    if dated and basis == "inferred":
        dated = f"{dated} ({text.PUBLISHED_BASES[basis]})"
    title = words(row["title"]) or text.UNTITLED
    original = words(row.get("copy_of_name", ""))
    copied = text.COPY_OF.format(original=original) if original else ""
    parts = [words(row["publisher"]), title if titled else "", dated, copied]
    return ", ".join(part for part in parts if part)
