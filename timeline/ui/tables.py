"""Tables: the columns a reader scans, a page at a time, a row opening its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from timeline.ui import evidence, text
from timeline.ui.present import events_table, numeral
from timeline.ui.view import View
from timeline.ui.viewport import band

if TYPE_CHECKING:
    from streamlit.elements.lib.column_types import ColumnConfig

# Rows sent at a time: about 8 kB.
PAGE_ROWS = 50
_WHEN_PX = 158
# Pixels at least; a column not named here takes what is left.
_WIDTHS = {
    "when": _WHEN_PX,
    "initiator": 112,
    "target": 112,
    "type_words": 140,
    "status": 84,
    "killed": 62,
    "n_reports": 70,
    "n_events": 70,
    "n_mentions": 76,
    "n": 70,
    "score": 70,
    "published": 118,
    "publisher": 130,
    "title": 320,
    "basis": 140,
    "lag": 128,
    "link": 130,
    "answered_label": 300,
    "followed": 150,
    "phase": 62,
    "per_week": 120,
    "change": 150,
    "per_week_change": 150,
    "decided": 136,
    "who": 160,
    "verdict": 90,
    "state": 100,
}
_LEAST_LABEL_PX = 200
# Left out of a short table: the label names both sides, and a status other than happened.
_ONLY_LONG = ("initiator", "target", "type_words", "status")
_LABEL_PX, _SHORT_LABEL_PX = 300, 310
# A letter of a heading, one of a cell, and the air on both sides.
_LETTER_PX, _CELL_LETTER_PX, _AIR_PX = 7, 5.8, 20
_DAYS = {"bin_start", "bin_end"}
_NUMBERS = {
    *("n_reports", "n_events", "n_mentions", "n", "score", "intensity_mean", "hostility", "level"),
    *("killed_min", "killed_max", "force", "phase", "per_week", "n_acts", "n_suffered"),
}


def events(
    view: View, frame: pd.DataFrame, *, key: str, alt: str, short: bool = False, without: Sequence[str] = ()
) -> None:
    """Event rows; choosing one opens its evidence. A short table stands beside something else, or where a long one
    would be cut."""
    if frame.empty:
        st.caption(text.EMPTY_TABLE)
        return
    ids = tuple(str(value) for value in frame["event_id"])
    table = events_table(frame)
    short = short or band() != "wide"
    if short:
        table = table.drop(columns=[*_ONLY_LONG, *without])
    st.dataframe(
        table,
        key=key,
        hide_index=True,
        on_select=evidence.on_rows(key, ids),
        selection_mode="single-row",
        column_config=columns(table, label_px=_SHORT_LABEL_PX if short else _LABEL_PX),
        placeholder="",
        alt=alt,
    )


def rows(
    frame: pd.DataFrame, names: Sequence[str], *, alt: str, key: str | None = None, ids: Sequence[str] = ()
) -> None:
    """Any other frame, only the columns asked for; with event `ids`, one a row, a row opens its evidence."""
    if frame.empty:
        st.caption(text.EMPTY_TABLE)
        return
    shown = frame[list(names)].head(PAGE_ROWS)
    st.dataframe(
        shown,
        key=key,
        hide_index=True,
        on_select=evidence.on_rows(key, tuple(ids)) if ids and key else "ignore",
        selection_mode="single-row",
        column_config=columns(shown),
        placeholder="",
        alt=alt,
    )


def page_of(total: int, *, key: str, rows: int = PAGE_ROWS) -> int:
    """The offset of the page of rows the reader is on."""
    pages = max(1, -(-total // rows))
    number = st.pagination(pages, key=key) if pages > 1 else 1
    offset = (number - 1) * rows
    if pages > 1:
        last = min(offset + rows, total)
        st.caption(text.ROWS_SHOWN.format(first=numeral(offset + 1), last=numeral(last), total=numeral(total)))
    return offset


def columns(frame: pd.DataFrame, *, label_px: int | None = None) -> dict[str, ColumnConfig]:
    """Heading, kind and width of every column.

    A heading that is longer in a language than its column takes its pixels from the label: a table is as wide in all.
    """
    names = [str(name) for name in frame.columns]
    widths = {name: _width(name) for name in names}
    if "when" in names and band() == "narrow":
        # On a telephone days take what they need and no more: the room is for what happened.
        longest = max((len(str(value)) for value in frame["when"]), default=0)
        widths["when"] = min(_WHEN_PX, round(longest * _CELL_LETTER_PX) + _AIR_PX)
    if label_px:
        more = sum((widths[name] or 0) - _WIDTHS.get(name, 0) for name in names if name in _WIDTHS)
        widths["label"] = max(label_px - max(more, 0), _LEAST_LABEL_PX)
    return {name: _column(name, widths[name]) for name in names}


def _width(name: str) -> int | None:
    """Pixels of a column, wide enough for its heading in any language."""
    least = _WIDTHS.get(name)
    return least and max(least, round(len(text.COLUMNS[name]) * _LETTER_PX) + _AIR_PX)


def _column(name: str, width: int | None) -> ColumnConfig:
    words = text.COLUMNS[name]
    if name in _NUMBERS:
        return st.column_config.NumberColumn(words, width=width, format="localized")
    if name in _DAYS:
        return st.column_config.DateColumn(words, format="YYYY-MM-DD", width=110)
    # A toll may be a range, so it is text; it stands under its like all the same.
    return st.column_config.TextColumn(words, width=width, alignment="right" if name == "killed" else None)
