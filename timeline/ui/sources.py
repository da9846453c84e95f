"""The sources page: the articles with their dates, one article's stored text, and what was left out."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from timeline.ui import evidence, frames, pages, tables, text
from timeline.ui.plain import plain, safe_link, visible
from timeline.ui.present import count, day, numeral, option, reason, span, words
from timeline.ui.view import View

ADDRESS = "article"
_PICK = "article_pick"
# Characters of stored text sent at a time.
_PART = 6_000
_MENTIONS = 30
# Unknown names shown, the most frequent first.
_CANDIDATES = 30
# Articles offered in the list; others are opened from the table or by number.
_OPTIONS = 100
# The sign of a list's item, which belongs to the sentence after it.
_LIST_MARK = re.compile(r"(?:(?<=\n)|\A)[-*•–] ?\Z")

Row = Mapping[Hashable, Any]


def sentence(view: View) -> str:
    """How much was read and how much was left out; the filters choose events, not articles."""
    read, left = len(frames.articles(view.build)), len(frames.rejects(view.build))
    told = text.SOURCES_READ.format(articles=count(read, text.ARTICLE_NOUN))
    return told + (text.SOURCES_LEFT.format(inputs=count(left, text.INPUT_NOUN)) if left else ".")


def article_list(view: View) -> None:
    """Every article, when it was published and how that is known; a row opens it."""
    articles = frames.articles(view.build)
    if articles.empty:
        st.info(text.ARTICLES_NONE)
        return
    offset = tables.page_of(len(articles), key="page_articles")
    part = articles.iloc[offset : offset + tables.PAGE_ROWS]
    ids = tuple(str(value) for value in part["article_id"])
    st.dataframe(
        _article_table(part),
        key="articles",
        hide_index=True,
        on_select=lambda: _open_row(ids),
        selection_mode="single-row",
        column_config=tables.columns(_article_table(part)),
        placeholder="",
        alt=text.SOURCES_TITLE,
    )


def _article_table(articles: pd.DataFrame) -> pd.DataFrame:
    rows = articles.to_dict("records")
    return pd.DataFrame(
        {
            "title": [words(row["title"]) or text.UNTITLED for row in rows],
            "publisher": [words(row["publisher"]) for row in rows],
            "published": [published(row) for row in rows],
            "basis": [text.PUBLISHED_BASES.get(row["published_basis"], "") for row in rows],
            "n_events": [int(row["n_events"]) for row in rows],
            "n_mentions": [int(row["n_mentions"]) for row in rows],
            "reason": [
                " ".join((reason("publication", row["published_reason"]), *conflicts(row))).strip() for row in rows
            ],
        }
    )


def published(row: Row) -> str:
    """The article's date interval in words."""
    start, end = day(row["published_start"]), day(row["published_end"])
    return span(start, end) if start and end else text.PUBLISHED_BASES["unknown"]


def conflicts(row: Row) -> list[str]:
    """What speaks against the article's date, a sentence each."""
    told = (reason("publication", conflict) for conflict in row["published_conflicts"])
    return [text.PUBLISHED_CONFLICT.format(conflict=conflict) for conflict in told]


def _open_row(ids: Sequence[str]) -> None:
    rows = st.session_state["articles"].selection.rows
    if rows and rows[0] < len(ids):
        st.session_state[ADDRESS] = ids[rows[0]]


def article_choice(view: View) -> Row | None:
    """The article that the address names; the list changes it."""
    articles = frames.articles(view.build).head(_OPTIONS)
    if articles.empty:
        return None
    labels = {str(row["article_id"]): visible(evidence.source_line(row)) for row in articles.to_dict("records")}
    wanted = str(st.session_state.get(ADDRESS) or st.query_params.get(ADDRESS, "")).strip()
    wide, narrow = st.columns([3, 1])
    st.session_state[_PICK] = wanted if wanted in labels else None
    wide.selectbox(
        text.ARTICLE_CHOOSE,
        list(labels),
        index=None,
        format_func=lambda article_id: labels.get(article_id, article_id),
        key=_PICK,
        placeholder=text.ARTICLE_HINT,
        on_change=_follow_list,
    )
    narrow.text_input(
        text.ARTICLE_ID, key=ADDRESS, bind="query-params", max_chars=200, help=text.ARTICLE_ID_HELP
    )  # fmt: skip
    found = frames.article(view.build, wanted) if wanted else None
    if wanted and found is None:
        st.info(text.ARTICLE_UNKNOWN.format(value=plain(wanted, limit=80)))
    return found


def _follow_list() -> None:
    picked = st.session_state[_PICK]
    if picked:
        st.session_state[ADDRESS] = picked


def article(view: View, row: Row) -> None:
    """One article: where it comes from, its stored text with the reports marked, and the events they tell of."""
    st.subheader(plain(words(row["title"]) or text.UNTITLED), anchor=False)
    if told := evidence.source_line(row, titled=False):
        st.caption(plain(told))
    if words(row["published_reason"]):
        st.caption(plain(reason("publication", row["published_reason"]), limit=600))
    for conflict in conflicts(row):
        st.caption(plain(conflict, limit=600))
    st.caption(
        plain(text.ARTICLE_FACTS.format(encoding=row["encoding"], chars=numeral(row["n_chars"]), sha256=row["sha256"]))
    )
    address = safe_link(words(row["url"]))
    if address:
        st.link_button(text.OPEN_SOURCE, address)
    mentions = frames.article_mentions(view.build, str(row["article_id"]))
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.markdown(f"**{text.ARTICLE_TEXT}**", help=text.ARTICLE_TEXT_HELP)
        _stored_text(words(row["text"]), mentions)
    with right:
        st.markdown(f"**{text.ARTICLE_MENTIONS} ({mentions['event_id'].nunique()})**")
        _mentions(view, mentions)


def _stored_text(stored: str, mentions: pd.DataFrame) -> None:
    parts = max(1, -(-len(stored) // _PART))
    part = st.pagination(parts, key="page_text") if parts > 1 else 1
    first, last = (part - 1) * _PART, min(part * _PART, len(stored))
    spans = zip(mentions["start"], mentions["end"], strict=True)
    mark: re.Match[str] | None = None
    for number, (start, end, marked) in enumerate(_pieces(first, last, [(int(a), int(b)) for a, b in spans])):
        raw = stored[start:end]
        carried, mark = mark, _LIST_MARK.search(raw) if not marked else None
        piece = visible(raw[: mark.start()] if mark else raw).strip("\n")
        if marked and carried:
            piece = f"{carried[0].strip()} {piece}"
        if piece.strip():
            with st.container(key=f"{'quote' if marked else 'body'}_text_{number}"):
                st.text(piece)


def _pieces(first: int, last: int, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int, bool]]:
    """The stretch cut at the edges of marked spans; overlapping spans are one."""
    pieces: list[tuple[int, int, bool]] = []
    at = first
    for start, end in sorted(spans):
        start, end = max(start, at), min(end, last)
        if end <= start:
            continue
        if start > at:
            pieces.append((at, start, False))
        pieces.append((start, end, True))
        at = end
    return [*pieces, (at, last, False)] if at < last else pieces


def _mentions(view: View, mentions: pd.DataFrame) -> None:
    if mentions.empty:
        st.caption(text.ARTICLE_MENTIONS_NONE)
        return
    often = mentions["event_id"].astype(str).value_counts(sort=False)
    for event_id, times in list(often.items())[:_MENTIONS]:
        event = frames.event(view.build, str(event_id))
        if event is not None:
            told = f"{option(event)}" + (f" ({count(times, text.REPORT_NOUN)})" if times > 1 else "")
            pages.link_event(str(event["event_id"]), plain(told))


def candidates(view: View) -> None:
    """Names that act and that the lexicon does not know, with the lines that would make it know them."""
    if frames.articles(view.build).empty:
        return
    found = frames.candidates(view.build).head(_CANDIDATES)
    st.subheader(text.CANDIDATES, anchor=False)
    if found.empty:
        st.caption(text.CANDIDATES_NONE)
        return
    st.caption(text.CANDIDATES_HELP)
    tables.rows(found, ("name", "office", "n", "n_articles", "sentence"), alt=text.CANDIDATES)
    for file, rows in found.groupby("file"):
        st.caption(text.CANDIDATES_FILE.format(file=file))
        st.code("\n".join([rows["header"].iloc[0], *map(visible, rows["line"])]), language=None)


def rejects(view: View) -> None:
    """What could not become an article, with the one plain reason."""
    found = frames.rejects(view.build)
    if found.empty and frames.articles(view.build).empty:
        return
    st.subheader(text.REJECTS, anchor=False)
    if found.empty:
        st.caption(text.REJECTS_NONE)
        return
    told = found.assign(reason=[reason("file", problem) for problem in found["reason"]])
    tables.rows(told, ("name", "reason"), alt=text.REJECTS)
