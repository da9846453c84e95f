"""One menu a chart: the picture in four formats, what it draws as rows, its link, its citation, its frame."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal, get_args

import pandas as pd
import streamlit as st

from timeline import figures
from timeline.speech import Speech
from timeline.ui import downloads, frames, text
from timeline.ui.addresses import frame_code
from timeline.ui.present import numeral
from timeline.ui.view import Figure, View

Picture = Literal["png", "svg", "pdf", "html"]
_PICTURES: tuple[Picture, ...] = get_args(Picture)
_MIME = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf", "html": "text/html"}
# Sources named under a picture; the others are counted.
_SOURCES_NAMED = 4


def chart_menu(view: View, draw: Callable[[], Figure], drawn: pd.DataFrame, *, key: str, title: str) -> None:
    """One button that opens everything a chart can be taken as; bytes are made on click only.

    `draw` draws it for paper, `drawn` are the rows it shows.
    """
    name = f"{key}-{view.build.id}"
    with st.popover(text.EXPORT_CHART, icon=":material/download:", key=f"download_{key}"):
        st.markdown(f"**{text.DOWNLOAD_PICTURE}**")
        _pictures(name, key, draw)
        st.markdown(f"**{text.DOWNLOAD_DRAWN.format(n=numeral(len(drawn)))}**")
        downloads.rows(drawn, name=name, key=f"drawn_{key}")
        downloads.references(view, title, link_title=text.LINK_CHART, citation_title=text.CITATION_CHART, chart=key)
        frame = frame_code(key)
        if frame:
            st.markdown(f"**{text.EMBED_CODE}**", help=text.EMBED_HELP)
            st.code(frame, language=None, wrap_lines=True)


def footer(view: View, speech: Speech) -> str:
    """What travels inside a picture: case, filters, build, day and sources."""
    shown = speech.of(view.title, f"{view.sentence}.")
    return speech.say("CHART_FOOTER", view=shown, build=view.build.id, day=downloads.today().isoformat(),
                      sources=_sources(view, speech))  # fmt: skip


def _sources(view: View, speech: Speech) -> str:
    names = [str(name) for name in frames.view_sources(view)["publisher"]]
    told = "; ".join(names[:_SOURCES_NAMED])
    more = len(names) - _SOURCES_NAMED
    return speech.say("CHART_SOURCES_MORE", names=told, n=speech.numeral(more)) if more > 0 else told


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
