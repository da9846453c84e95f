"""What can be taken away: one menu for a view, and a row of files for a plain table."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial

import pandas as pd
import streamlit as st

from timeline.downloads import EVERYTHING, FORMATS, export_view, view_filename
from timeline.export import ROW_FORMATS, ExportContext, cite, export_rows
from timeline.queries import Filters
from timeline.ui import filing, text
from timeline.ui.addresses import page_link, rows_query
from timeline.ui.plain import plain
from timeline.ui.present import numeral
from timeline.ui.view import View


def view_menu(view: View) -> None:
    """One button that opens every format of the view and of everything; bytes are made on click only."""
    with st.popover(text.EXPORT_VIEW, icon=":material/download:", key="download_view"):
        st.markdown(f"**{text.DOWNLOAD_VIEW.format(n=numeral(view.counts.events))}**")
        _data(view, view.filters, "view")
        st.link_button(text.STABLE_LINK, _address(view), type="tertiary")
        st.markdown(f"**{text.DOWNLOAD_ALL}**", help=text.DOWNLOAD_ALL_HELP)
        _data(view, EVERYTHING, "all")
        references(view, "", link_title=text.LINK_VIEW, citation_title=text.CITATION)


def references(view: View, title: str, *, link_title: str, citation_title: str, chart: str = "") -> None:
    """A permanent link and a citation, each with a button that copies it; of one chart, or of the page."""
    link = page_link(chart)
    if link:
        st.markdown(f"**{link_title}**", help=text.LINK_HELP)
        st.code(link, language=None, wrap_lines=True)
    st.markdown(f"**{citation_title}**")
    st.code(_citation(view, title, link), language=None, wrap_lines=True)


def print_line(view: View) -> None:
    """On paper only: where the page is from."""
    with st.container(key="print_line"):
        st.caption(plain(_citation(view, "", page_link()), limit=2_000))


def today() -> date:
    """The reader's day, which a citation and a picture carry; it stands here and never in a file of data."""
    return datetime.now(UTC).date()


def _citation(view: View, title: str, address: str) -> str:
    """The view, or a chart of it by its `title`, as a footnote has it."""
    named = ". ".join(part for part in (title, view.title) if part)
    context = ExportContext(title=named, filters=view.sentence, build_id=view.build.id)
    return cite(context, accessed=today(), address=address)


def _address(view: View) -> str:
    """Where the server answers with the view's rows for as long as the build exists."""
    return f"/export/{view.build.id}/events.csv?{rows_query(view.filters)}"


def _data(view: View, filters: Filters, scope: str) -> None:
    """A button a format: the file is made on the click, or beside where that takes long."""
    large = filing.is_large(view, filters)
    with st.container(horizontal=True, gap="small"):
        for kind, known in FORMATS.items():
            key, name = f"data_{scope}_{kind}", f"{scope}-{view_filename(view.build, kind)}"
            if large:
                st.button(known.name, key=key, on_click=filing.start, args=(view, filters, kind, name))
                continue
            st.download_button(
                known.name,
                data=partial(export_view, view.build, filters, kind),
                file_name=name,
                mime=known.media_type,
                on_click="ignore",
                key=key,
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
