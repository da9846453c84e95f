"""Permanent addresses: of a page as it is, of one chart on it, and the code that shows it in somebody else's page."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode, urlsplit

import streamlit as st

from timeline.downloads import EVERYTHING
from timeline.queries import Filters

CHART = "chart"
# Begins the fragment of an address that leads to one chart of a page.
ANCHOR = "chart-"
# Keys of the charts that can stand alone, each with the page it is from.
STANDING = {"ladder": "overview", "lanes": "timeline", "pair": "exchanges", "actor_chart": "actors", "map": "map"}
# Parameters that say how a page is shown, not what; the code to paste sets them itself.
_OWN = frozenset({CHART, "embed", "embed_options"})


def frame_code(key: str) -> str:
    """The frame to paste for the chart of that key as it is now, or "" where it cannot stand alone."""
    address = urlsplit(st.context.url or "")
    if key not in STANDING or not address.netloc:
        return ""
    query = urlencode([("embed", "true"), (CHART, key), *asked()])
    source = escape(f"{address.scheme}://{address.netloc}/embed?{query}", quote=True)
    return f'<iframe src="{source}" width="100%" height="720" loading="lazy"></iframe>'


def page_link(key: str = "") -> str:
    """The page with its filters, at the chart of that key; "" where the server does not know its own address.

    What comes after `#` is read in the browser (`viewport`), which brings the chart into sight.
    """
    address = urlsplit(st.context.url or "")
    if not address.netloc:
        return ""
    query = urlencode(asked())
    where = f"{address.scheme}://{address.netloc}{address.path or '/'}" + (f"?{query}" if query else "")
    return where + (f"#{ANCHOR}{key}" if key else "")


def rows_query(filters: Filters) -> str:
    """The query that asks for the rows of a view; "" for everything, which is what an address without any means."""
    return "" if filters == EVERYTHING else urlencode(filters.to_params() or {"statements": "no"})


def asked() -> list[tuple[str, str]]:
    """What the address asks for, save how the page is shown."""
    params = st.query_params
    return [(name, value) for name in params for value in params.get_all(name) if name not in _OWN]
