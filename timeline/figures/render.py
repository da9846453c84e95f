"""Charts as files: the drawing tools' settings, a page that works offline, and images through a local Chromium."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape as escape_html
from typing import Any, Literal

import kaleido
import plotly.graph_objects as go

from timeline.errors import ExportError
from timeline.figures._layout import WIDE_PX
from timeline.figures._locale import locale
from timeline.words import ENGLISH

ImageFormat = Literal["png", "svg", "pdf"]
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_SECONDS = 60
_MISSING = "needs Chromium or Chrome on this machine; download PNG or SVG from the chart itself instead"
# kaleido's browser is one a process and not made for threads; a chart at a time.
_TURN = threading.Lock()
_kept = threading.Event()
# "Share chart" uploads the chart to Plotly's cloud and is on by default in Plotly 7: never here.
_TOOLS: dict[str, Any] = {
    "displaylogo": False,
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": "reset",
    "typesetMath": False,
    "plotlyServerURL": "",
    "modeBarButtonsToRemove": ["sendChartToCloud", "sendDataToCloud", "autoScale2d", "lasso2d"],
}
_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; \
style-src 'unsafe-inline'; img-src data: blob:">
<title>{title}</title>
<style>body{{margin:0;background:{paper}}}
p{{font:14px/1.5 system-ui,sans-serif;color:{ink};margin:12px;max-width:80ch}}</style>
</head>
<body>
{chart}
<p>{summary}</p>
</body>
</html>
"""


def chart_config(
    filename: str, *, file_format: Literal["png", "svg"] = "png", language: str = ENGLISH
) -> dict[str, Any]:
    """Settings for `st.plotly_chart(config=)`: few tools, an image button, no logo, no link to anyone's server."""
    image = {"format": file_format, "filename": safe_name(filename), "scale": 2}
    return {**_TOOLS, "displayModeBar": True, "toImageButtonOptions": image, **locale(language)}


def safe_name(name: str) -> str:
    """A file name of letters, digits, dash and underscore, never empty."""
    kept = "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "-" for c in name)
    return "-".join(part for part in kept.split("-") if part)[:80] or "chart"


def to_html(fig: go.Figure) -> bytes:
    """A page that holds everything it needs and may fetch nothing (its own content security policy says so)."""
    meta = fig.layout.meta or {}
    language = str(meta.get("language", ENGLISH))
    config = chart_config(str(meta.get("title", "")), language=language)
    chart = fig.to_html(full_html=False, include_plotlyjs=True, include_mathjax=False, config=config, div_id="chart")
    page = _PAGE.format(
        language=language,
        title=escape_html(str(meta.get("title", "Chart"))),
        summary=escape_html(str(meta.get("summary", ""))),
        paper=fig.layout.paper_bgcolor or "#ffffff",
        ink=(fig.layout.font.color if fig.layout.font else None) or "#1c2430",
        chart=chart,
    )
    return page.encode("utf-8", "replace")


def to_image(fig: go.Figure, image_format: ImageFormat = "png", *, width: int = WIDE_PX, scale: float = 2) -> bytes:
    """A still picture, drawn by a Chromium of this machine with the network out of reach.

    `width` is in pixels before `scale`; the height is the figure's own.

    Raises:
        ExportError: no Chromium is installed, or it does not answer in time.
    """
    path = find_browser()
    if path is None:
        raise ExportError(f"{image_format} image", _MISSING)
    height = int(fig.layout.height or 500)
    language = str((fig.layout.meta or {}).get("language", ENGLISH))
    opts = {"format": image_format, "width": width, "height": height, "scale": scale}
    options = None if _kept.is_set() else _options(path)
    try:
        with _TURN:
            image = kaleido.calc_fig_sync(fig.to_dict() | {"config": locale(language)}, opts=opts, kopts=options)
    except (TimeoutError, RuntimeError, OSError, ValueError) as error:
        raise ExportError(f"{image_format} image", f"the browser could not draw it ({type(error).__name__})") from error
    return bytes(image)


@contextmanager
def image_session() -> Iterator[None]:
    """Keep one browser for all images made inside: about five times faster than one for each (performance 5)."""
    path = find_browser()
    if path is None:
        raise ExportError("image", _MISSING)
    kaleido.start_sync_server(**_options(path), silence_warnings=True)
    _kept.set()
    try:
        yield
    finally:
        _kept.clear()
        kaleido.stop_sync_server(silence_warnings=True)


def _options(path: str) -> dict[str, Any]:
    # Without MathJax kaleido's page loads nothing but the installed plotly.js.
    return {"path": path, "mathjax": False, "timeout": _SECONDS}


def find_browser() -> str | None:
    """The first Chromium or Chrome on the path."""
    return next((found for name in _BROWSERS if (found := shutil.which(name))), None)
