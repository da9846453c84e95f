"""Download menus: the picture in four formats, the data in four, for this view and for everything."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Literal, get_args
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from timeline import figures
from timeline.downloads import EVERYTHING, FORMATS, export_view, view_filename
from timeline.export import ROW_FORMATS, ExportContext, cite, export_rows
from timeline.queries import Filters
from timeline.ui import text
from timeline.ui.present import numeral
from timeline.ui.view import Figure, View

Picture = Literal["png", "svg", "pdf", "html"]
_PICTURES: tuple[Picture, ...] = get_args(Picture)
_MIME = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf", "html": "text/html"}


def menu(view: View, *, key: str, draw: Callable[[], Figure] | None = None, frame: str = "") -> None:
    """One button that opens everything that can be taken away; bytes are made on click only.

    `frame` is the code that shows the chart in another page, "" where it cannot stand alone.
    """
    with st.popover(text.DOWNLOAD, icon=":material/download:", key=f"download_{key}"):
        if draw is not None:
            st.markdown(f"**{text.DOWNLOAD_PICTURE}**")
            _pictures(f"{key}-{view.build.id}", key, draw)
        st.markdown(f"**{text.DOWNLOAD_VIEW.format(n=numeral(view.counts.events))}**")
        _data(view, view.filters, "view", key)
        st.link_button(text.STABLE_LINK, _address(view), type="tertiary")
        st.markdown(f"**{text.DOWNLOAD_ALL}**", help=text.DOWNLOAD_ALL_HELP)
        _data(view, EVERYTHING, "all", key)
        st.markdown(f"**{text.CITATION}**")
        st.code(_citation(view), language=None, wrap_lines=True)
        if frame:
            st.markdown(f"**{text.EMBED_CODE}**", help=text.EMBED_HELP)
            st.code(frame, language=None, wrap_lines=True)


def _citation(view: View) -> str:
    """The view as a footnote has it; the day is the reader's, so it stands here and never in a file."""
    context = ExportContext(title=view.title, filters=view.sentence, build_id=view.build.id)
    return cite(context, accessed=datetime.now(UTC).date(), address=st.context.url or "")


def _address(view: View) -> str:
    """Where the server answers with the view's rows for as long as the build exists."""
    # Without any parameter the address means everything, plain statements too.
    params = view.filters.to_params() or {"statements": "no"}
    return f"/export/{view.build.id}/events.csv?{urlencode(params)}"


def _pictures(name: str, key: str, draw: Callable[[], Figure]) -> None:
    has_browser = figures.find_browser() is not None
    with st.container(horizontal=True, gap="small"):
        for kind in _PICTURES:
            st.download_button(
                text.PICTURES[kind],
                data=partial(_picture, draw, kind),
                file_name=f"{name}.{kind}",
                mime=_MIME[kind],
                on_click="ignore",
                key=f"picture_{kind}_{key}",
                disabled=kind != "html" and not has_browser,
            )
    if not has_browser:
        st.caption(text.NO_CHROMIUM)


def _picture(draw: Callable[[], Figure], kind: Picture) -> bytes:
    figure = draw()
    return figures.to_html(figure) if kind == "html" else figures.to_image(figure, kind)


def _data(view: View, filters: Filters, scope: str, key: str) -> None:
    with st.container(horizontal=True, gap="small"):
        for kind, known in FORMATS.items():
            st.download_button(
                known.name,
                data=partial(export_view, view.build, filters, kind),
                file_name=f"{scope}-{view_filename(view.build, kind)}",
                mime=known.media_type,
                on_click="ignore",
                key=f"data_{scope}_{kind}_{key}",
            )


def rows(frame: pd.DataFrame, *, name: str, key: str) -> None:
    """A button for each format of a plain table; bytes are made on click only."""
    with st.container(horizontal=True, gap="small"):
        for kind, media_type in ROW_FORMATS.items():
            st.download_button(
                kind.upper(),
                data=partial(export_rows, frame, format=kind),
                file_name=f"{name}.{kind}",
                mime=media_type,
                on_click="ignore",
                key=f"{key}_{kind}",
                icon=":material/download:",
            )
