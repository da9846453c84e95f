"""A chart on a page: the picture, its words for those who cannot see it, its table and its downloads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from timeline import figures
from timeline.queries import Filters
from timeline.speech import Speech
from timeline.ui import evidence, tables, text, windows
from timeline.ui.chart_menu import chart_menu, footer
from timeline.ui.heading import nothing_drawn
from timeline.ui.present import events_table
from timeline.ui.view import Figure, View
from timeline.ui.viewport import PLANNED, Band, band

# Names of the box a chart stands in; `style` gives each the least width its plan allows.
_FRAMES: dict[Band, str] = {"wide": "chart", "medium": "medium", "narrow": "phone"}


# Drawings kept for all sessions together: about 100 kB each.
_FIGURES = 32


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a chart is asked for: on the reader's screen, or on paper for a download."""

    title: str
    dark: bool
    band: Band
    language: str
    footer: str = ""

    @property
    def options(self) -> dict[str, Any]:
        """What every function that draws a chart takes."""
        narrow, width = self.band == "narrow", PLANNED[self.band]
        return {
            **{"title": self.title, "footer": self.footer, "language": self.language},
            **{"dark": self.dark, "narrow": narrow, "width": width},
        }


def chart(
    view: View,
    draw: Callable[[Sheet], Figure],
    *,
    key: str,
    title: str,
    table: pd.DataFrame,
    columns: Sequence[str] = (),
    opens_evidence: bool = True,
    zooms: bool = False,
    twin: bool = True,
    choices: tuple[object, ...] | None = None,
) -> None:
    """Show what `draw` draws, or say why nothing can be drawn.

    `columns` of `table` are its twin for readers; none means a table of events. With `zooms` a box drawn on it chooses
    a window of time. `twin` is False where the page shows that table anyway. With `choices`, all that decides the
    drawing besides the view and the sheet, it is drawn once: a click on it need not draw it again.
    """
    sheet = Sheet(title, view.dark, band(), text.language())
    kept = (view.build.id, view.filters, key, sheet)
    figure = draw(sheet) if choices is None else _drawn(draw, *kept, choices)
    missing = figures.empty_text(figure)
    if missing:
        nothing_drawn(view, title, missing, key=key)
        return
    if zooms and band() != "narrow":
        figure.update_layout(dragmode="select", selectdirection="h")
    words = figures.summary_text(figure)
    ids = _number_marks(figure, table) if opens_evidence else ()
    with st.container(key=f"{_FRAMES[band()]}_{key}"):
        st.plotly_chart(
            figure,
            key=key,
            theme=None,
            on_select=_on_select(key, ids, figure, zooms=zooms) if opens_evidence or zooms else "ignore",
            selection_mode=("points", "box") if zooms else "points",
            config=_tools(f"{key}-{view.build.id}"),
            alt=words or title,
        )
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"tools_{key}"):
        drawn = table[list(columns)] if columns else table
        # Bytes are made on click, when there is no session any more to say its language.
        language = text.language()
        chart_menu(view, lambda: draw(_paper(view, title, language)), drawn, key=key, title=title)
        wanted = twin and st.toggle(text.SHOW_TABLE, key=f"twin_{key}")
    if wanted:
        _twin(table, columns, key=key, alt=f"{title}. {text.SHOW_TABLE}")


@st.cache_data(max_entries=_FIGURES, show_spinner=False)
def _drawn(
    _draw: Callable[[Sheet], Figure], build_id: str, filters: Filters, key: str, sheet: Sheet, choices: tuple[Any, ...]
) -> Figure:
    # What comes out of the cache is a copy, told in other bytes than the original: sent again on the first click.
    return deepcopy(_draw(sheet))


def _on_select(key: str, ids: tuple[str, ...], figure: Figure, *, zooms: bool) -> Callable[[], None]:
    """A box chooses a window of time, a click the event of a mark."""
    take = evidence.on_chart(key, ids)

    def selected() -> None:
        boxes = st.session_state[key].selection.box if zooms else ()
        if boxes:
            windows.zoom(*figures.box_days(figure, boxes[0]["x"]))
        else:
            take()

    return selected


def _number_marks(figure: Figure, table: pd.DataFrame) -> tuple[str, ...]:
    """Replace event ids on marks by their places in the returned tuple: two bytes a mark instead of twenty."""
    ids = tuple(dict.fromkeys(str(value) for value in table["event_id"]))
    places = {event_id: place for place, event_id in enumerate(ids)}
    for trace in figure.data:
        if trace.customdata is not None:
            marks = [places.get(str(data[0]), len(ids)) for data in trace.customdata]
            trace.customdata = np.array(marks, dtype=np.uint16)
    return ids


def _tools(name: str) -> dict[str, Any]:
    """The drawing tools; on a telephone only the camera, because fingers zoom by themselves."""
    config = figures.chart_config(name, language=text.language())
    return config | {"modeBarButtons": [["toImage"]]} if band() == "narrow" else config


def _paper(view: View, title: str, language: str) -> Sheet:
    return Sheet(title, dark=False, band="wide", language=language, footer=footer(view, Speech(language)))


def _twin(table: pd.DataFrame, columns: Sequence[str], *, key: str, alt: str) -> None:
    offset = tables.page_of(len(table), key=f"page_{key}")
    part = table.iloc[offset : offset + tables.PAGE_ROWS]
    shown = part if columns else events_table(part)
    tables.rows(shown, columns or list(shown.columns), alt=alt, key=f"rows_{key}")
