"""The accounts page: one event, or everything between two actors, as each source and each side tells it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from timeline import figures
from timeline.queries import accounts
from timeline.ui import evidence, frames, pages, tables, text
from timeline.ui.chart import Sheet, chart
from timeline.ui.event import ADDRESS
from timeline.ui.filters import note_unknown
from timeline.ui.plain import plain, visible
from timeline.ui.present import numeral, option, when, words
from timeline.ui.view import Figure, View

# Events offered in the list, and reports read for a pair of actors; both are said where they cut something off.
_OPTIONS = 60
MAX_REPORTS = 2_000
_PICK, _PAIR = "account_event", "acts"
_LISTS = ("dates", "initiators", "statuses", "act_words", "initiator_words", "target_words")
_SHOWN = 4


def subject(view: View) -> pd.DataFrame:
    """The reports that are compared, after the reader's choice of an event or of two actors."""
    kinds = text.ACCOUNT_KINDS
    note_unknown("of", text.ACCOUNT_OF, kinds.values())
    picked = st.segmented_control(
        text.ACCOUNT_OF, list(kinds.values()), key="of", default=kinds["event"], required=True, bind="query-params"
    )
    return _of_event(view) if picked == kinds["event"] else _of_pair(view)


def _of_event(view: View) -> pd.DataFrame:
    """The reports of the event that the address names, else of the most disputed one."""
    labels = {str(row["event_id"]): visible(option(row)) for row in _disputed(view)}
    wanted = str(st.query_params.get(ADDRESS, "")).strip()
    named = frames.event(view.build, wanted) if wanted else None
    if named is not None:
        labels.setdefault(str(named["event_id"]), visible(option(named)))
    elif wanted:
        st.info(text.EVENT_UNKNOWN.format(value=plain(wanted, limit=80)))
    if not labels:
        return pd.DataFrame()
    st.session_state[_PICK] = event_id = str(named["event_id"]) if named is not None else next(iter(labels))
    st.selectbox(
        text.ACCOUNT_EVENT, list(labels), key=_PICK, format_func=lambda e: labels.get(e, e), on_change=_follow_list
    )
    pages.link_event(event_id)
    return frames.mentions(view.build, event_id)


def _disputed(view: View) -> list[dict[Hashable, Any]]:
    return frames.most_disputed(view, limit=_OPTIONS).to_dict("records")


def _follow_list() -> None:
    st.query_params[ADDRESS] = st.session_state[_PICK]


def _of_pair(view: View) -> pd.DataFrame:
    names = {name: actor_id for actor_id, name in view.actor_names.items()}
    pairs = frames.matrix(view)
    pairs = pairs[
        (pairs["initiator_id"] != "") & (pairs["target_id"] != "") & (pairs["initiator_id"] != pairs["target_id"])
    ]
    labels = [f"{row['initiator']} → {row['target']}" for row in pairs.head(_OPTIONS).to_dict("records")]
    if not labels:
        return pd.DataFrame()
    note_unknown(_PAIR, text.ACCOUNT_PAIR, labels)
    picked = str(st.selectbox(text.ACCOUNT_PAIR, labels, key=_PAIR, bind="query-params"))
    one, _, two = picked.partition(" → ")
    chosen = replace(view.filters, actors=(names[one],), role="initiator", against=(names[two],))
    return frames.view_mentions(view.build, chosen).head(MAX_REPORTS)


def compare(view: View, mentions: pd.DataFrame) -> None:
    """The same reports by source and by the side whose word it is."""
    if mentions.empty:
        st.info(text.ACCOUNT_NONE)
        return
    by_source, by_side = st.tabs([text.ACCOUNT_BY_SOURCE, text.ACCOUNT_BY_SIDE])
    days = {str(row["edtf"]): when(row) for row in mentions.to_dict("records")}
    with by_source:
        _voices(view, accounts(mentions, by="source"), "source", text.NOT_NAMED, days)
    with by_side:
        st.caption(text.ACCOUNT_SIDE_HELP)
        _voices(view, accounts(mentions, by="claimant"), "claimant", text.ACCOUNT_OWN_VOICE, days)
    if len(mentions) == MAX_REPORTS:
        st.caption(text.ACCOUNT_CUT.format(n=numeral(MAX_REPORTS)))


def _voices(view: View, voices: pd.DataFrame, key: str, unnamed: str, days: Mapping[str, str]) -> None:
    def draw(sheet: Sheet) -> Figure:
        return figures.accounts_figure(voices, unnamed=unnamed, **sheet.options)

    table, title = _table(voices, unnamed), text.ACCOUNT_TITLES[key]
    columns = [str(name) for name in table.columns]
    chart(
        view, draw, key=f"accounts_{key}", title=title, table=table, columns=columns, opens_evidence=False, twin=False
    )
    # A file keeps dates in their standard form, a reader reads them.
    read = table.assign(dates=[_listed(list(dict.fromkeys(days.get(d, d) for d in one))) for one in voices["dates"]])
    tables.rows(read, columns, alt=title, key=f"voices_{key}")


def _table(voices: pd.DataFrame, unnamed: str) -> pd.DataFrame:
    """The voices in words: each list cut to its most frequent values, with how many more there are."""
    shown = voices.assign(who=[words(who) or unnamed for who in voices["who"]])
    for name in _LISTS:
        shown[name] = [_listed([_said(name, value) for value in values]) for values in voices[name]]
    return shown.rename(columns={"initiators": "done_by", "statuses": "said_to_be"})


def _said(name: str, value: str) -> str:
    return text.STATUSES.get(value, value).lower() if name == "statuses" else value


def _listed(values: list[str]) -> str:
    told = "; ".join(visible(value) for value in values[:_SHOWN])
    return told + (f" (+{len(values) - _SHOWN})" if len(values) > _SHOWN else "")


def sentences(mentions: pd.DataFrame) -> None:
    """The sentences themselves, each with its source."""
    if mentions.empty:
        return
    reports = evidence.reports_of(mentions)
    st.subheader(text.ACCOUNT_SENTENCES, anchor=False)
    offset = tables.page_of(len(reports), key="page_accounts", rows=_SENTENCES)
    for number, row in enumerate(reports.iloc[offset : offset + _SENTENCES].to_dict("records"), offset + 1):
        evidence.report(row, number, len(reports), key=f"account_{number}")


# Sentences a page.
_SENTENCES = 8
