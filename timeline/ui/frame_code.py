"""The code that shows one chart in somebody else's page."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode, urlsplit

import streamlit as st

CHART = "chart"
# Keys of the charts that can stand alone, each with the page it is from.
STANDING = {"ladder": "overview", "lanes": "timeline", "pair": "exchanges", "actor_chart": "actors", "map": "map"}
# Parameters that say how a page is shown, not what; the code to paste sets them itself.
_OWN = frozenset({CHART, "embed", "embed_options"})


def frame_code(key: str) -> str:
    """The frame to paste for the chart of that key as it is now, or "" where it cannot stand alone."""
    address = urlsplit(st.context.url or "")
    if key not in STANDING or not address.netloc:
        return ""
    kept = [(name, value) for name in st.query_params for value in st.query_params.get_all(name) if name not in _OWN]
    query = urlencode([("embed", "true"), (CHART, key), *kept])
    source = escape(f"{address.scheme}://{address.netloc}/embed?{query}", quote=True)
    return f'<iframe src="{source}" width="100%" height="720" loading="lazy"></iframe>'
