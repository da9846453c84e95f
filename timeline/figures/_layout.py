"""The sheet every chart is drawn on: title, reading line, legend, footer, and the empty chart with words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import plotly.graph_objects as go

from timeline.figures._text import LEGEND_CHARS, cut, lines_html, text_px, wrap
from timeline.figures.theme import FONT, SMALL_PX, TEXT_PX, TITLE_PX, Theme, theme_for
from timeline.speech import Speech
from timeline.words import ENGLISH

# Widths charts are planned for, in pixels: each is the least a chart may be shown at, and it may be shown wider.
WIDE_PX, MEDIUM_PX, NARROW_PX = 1000, 640, 390
_ROW_PX = 21


class Sheet(NamedTuple):
    """What a chart is asked to look like; `footer` travels in every exported image (build, filters, sources).

    `width` is what it is planned for, in pixels, `speech` the language its words are in.
    """

    title: str
    subtitle: str
    footer: str
    narrow: bool
    theme: Theme
    left: int
    right: int
    width: int
    speech: Speech = Speech()

    @property
    def plot_width(self) -> int:
        """What is left of it between the margins."""
        return self.width - self.left - self.right


def make_sheet(
    title: str,
    subtitle: str,
    footer: str,
    *,
    dark: bool,
    narrow: bool,
    width: int | None = None,
    left: int = 56,
    language: str = ENGLISH,
) -> Sheet:
    """A sheet with the margins of a wide or a narrow screen; `width` in pixels, by default the usual one of either."""
    margins = (10, 10) if narrow else (left, 16)
    planned = width or (NARROW_PX if narrow else WIDE_PX)
    return Sheet(title, subtitle, footer, narrow, theme_for(dark), *margins, planned, Speech(language))


def draw_sheet(
    fig: go.Figure,
    sheet: Sheet,
    *,
    plot_height: float,
    summary: str,
    legend: Sequence[str] = (),
    keys: Sequence[str] = (),
    above: int = 0,
    below: int = 26,
    meta: Mapping[str, object] | None = None,
) -> go.Figure:
    """Put a finished drawing on its sheet: `above` and `below` are pixels for headings and ticks, `legend` names
    who is who and `keys` (on `legend2`) what a look means."""
    theme = sheet.theme
    heading = _heading(sheet)
    top = heading.height
    foot = wrap(sheet.footer, sheet.width - 24, SMALL_PX - 1, 4 if sheet.narrow else 2)
    foot_px = 14 * len(foot) + 10
    # Plotly wraps a legend at the width of the plot, not of the sheet; a telephone's page takes its edges off.
    room = sheet.plot_width - (34 if sheet.narrow else 4)
    rows = [_columns(entries, room) for entries in (legend, keys)]
    legend_px = sum(r.rows for r in rows) * _ROW_PX + (8 if legend or keys else 0)
    bottom = below + legend_px + foot_px
    height = round(top + above + plot_height + bottom)
    fig.update_layout(
        height=height,
        autosize=True,
        margin={"l": sheet.left, "r": sheet.right, "t": top + above, "b": bottom, "pad": 0, "autoexpand": False},
        paper_bgcolor=theme.paper,
        plot_bgcolor=theme.paper,
        font={"family": FONT, "size": TEXT_PX, "color": theme.text},
        hoverlabel={"bgcolor": theme.paper, "bordercolor": theme.line, "align": "left",
                    "font": {"family": FONT, "size": TEXT_PX, "color": theme.text}},
        showlegend=bool(legend or keys),
        legend=_legend(theme, (bottom - below) / height, rows[0].width),
        legend2=_legend(theme, (bottom - below - rows[0].rows * _ROW_PX) / height, rows[1].width),
        hovermode="closest",
        dragmode=False if sheet.narrow else "zoom",
        separators=sheet.speech.say("DECIMAL_POINT") + sheet.speech.say("THOUSANDS"),
        modebar={"bgcolor": "rgba(0,0,0,0)", "color": theme.muted, "activecolor": theme.text, "orientation": "h"},
        meta={"title": sheet.title, "summary": summary, "language": sheet.speech.language, **(meta or {})},
    )  # fmt: skip
    _words_around(fig, sheet, heading, foot, top + above, bottom)
    return fig


def _words_around(
    fig: go.Figure, sheet: Sheet, heading: _Heading, foot: Sequence[str], top: float, bottom: float
) -> None:
    """Title, reading line and footer as notes on the sheet: Plotly's own title moves with its number of lines."""
    text, muted = sheet.theme.text, sheet.theme.muted
    above = ((heading.title, 12, heading.size, text), (heading.reading, heading.below, heading.reading_size, muted))
    for words, down, size, colour in above:
        if words:
            fig.add_annotation(text=words, x=0, y=1, xref="paper", yref="paper", xanchor="left", yanchor="top",
                               xshift=10 - sheet.left, yshift=top - down, align="left", showarrow=False,
                               font={"size": size, "color": colour})  # fmt: skip
    if foot:
        fig.add_annotation(text=lines_html(foot), x=0, y=0, xref="paper", yref="paper", xanchor="left",
                           yanchor="bottom", xshift=10 - sheet.left, yshift=-(bottom - 6), showarrow=False,
                           align="left", font={"size": SMALL_PX - 1, "color": muted})  # fmt: skip


def new_figure() -> go.Figure:
    """An empty figure without Plotly's own template (7 kB a chart, and colours that are not ours)."""
    return go.Figure(layout={"template": "none"})


def empty_figure(sheet: Sheet, words: str, *, undated: int = 0) -> go.Figure:
    """A valid chart that says why nothing is drawn."""
    fig = new_figure()
    lines = wrap(words, sheet.plot_width - 40, TEXT_PX + 2, 6)
    fig.add_annotation(text=lines_html(lines), x=0.5, y=0.5, xref="paper", yref="paper", showarrow=False,
                       font={"size": TEXT_PX + 2, "color": sheet.theme.muted})  # fmt: skip
    hidden = {"visible": False, "fixedrange": True}
    fig.update_layout(xaxis=hidden, yaxis=hidden)
    return draw_sheet(fig, sheet, plot_height=160, summary=f"{sheet.title}. {words}",
                      meta={"undated": undated, "empty": words})  # fmt: skip


def axis(theme: Theme, **changes: object) -> dict[str, Any]:
    """An axis in the theme's colours, without grid and zero line."""
    quiet: dict[str, Any] = {
        "showgrid": False, "zeroline": False, "showline": False, "gridcolor": theme.grid, "linecolor": theme.grid,
        "tickfont": {"size": SMALL_PX, "color": theme.muted}, "ticks": "", "automargin": False,
        "separatethousands": True,
    }  # fmt: skip
    return quiet | changes


def heights(sheet: Sheet) -> dict[str, Any]:
    """Where the numbers of a vertical axis stand: beside the plot, on a narrow screen within it, above their lines."""
    return {"ticklabelposition": "inside top"} if sheet.narrow else {}


def words_at(
    fig: go.Figure,
    text: str,
    x: float,
    y: float,
    theme: Theme,
    font: Mapping[str, object] | None = None,
    **changes: object,
) -> None:
    """Write already escaped text at a point of the axes."""
    look = {"size": SMALL_PX, "color": theme.text, **(font or {})}
    fig.add_annotation(text=text, x=x, y=y, showarrow=False, font=look, **changes)


def summary_text(fig: go.Figure) -> str:
    """What the chart shows, in plain words computed from its facts: for `alt=` and for readers without the picture."""
    meta: Mapping[str, object] = fig.layout.meta or {}
    return str(meta.get("summary", ""))


def empty_text(fig: go.Figure) -> str:
    """Why nothing is drawn; "" where something is."""
    meta: Mapping[str, object] = fig.layout.meta or {}
    return str(meta.get("empty", ""))


class _Heading(NamedTuple):
    title: str
    size: int
    reading: str
    reading_size: int
    below: int
    height: int


class _Columns(NamedTuple):
    width: int
    rows: int


def _heading(sheet: Sheet) -> _Heading:
    """The title and the reading line, wrapped, with the pixels they take."""
    size, small = (TITLE_PX - 3, TEXT_PX) if sheet.narrow else (TITLE_PX, TEXT_PX + 1)
    # On a telephone the page takes its edges off and the camera stands beside the title.
    title = wrap(sheet.title, sheet.width - (84 if sheet.narrow else 24), size * 1.06, 3)
    reading = wrap(sheet.subtitle, sheet.width - 24, small, 8 if sheet.narrow else 4)
    below = round(size * 1.3 * len(title)) + 14
    text = f"<b>{lines_html(title)}</b>" if title else ""
    return _Heading(text, size, lines_html(reading), small, below, below + round(small * 1.3 * len(reading)) + 12)


def _legend(theme: Theme, y: float, width: int) -> dict[str, Any]:
    """A legend that hangs from `y`: on a chart wider than planned it has fewer rows, and ends sooner."""
    return {
        "orientation": "h", "xref": "container", "x": 0.004, "xanchor": "left", "yref": "container", "y": y,
        "yanchor": "top", "font": {"size": TEXT_PX, "color": theme.text}, "bgcolor": "rgba(0,0,0,0)",
        "traceorder": "normal", "itemsizing": "trace", "tracegroupgap": 0, "groupclick": "togglegroup",
        **({"entrywidth": width, "entrywidthmode": "pixels"} if width else {}),
    }  # fmt: skip


def _columns(entries: Sequence[str], width: float) -> _Columns:
    """A legend's column width (0: each its own) and its rows on the planned width; symbol and air take 46 pixels."""
    if not entries:
        return _Columns(0, 0)
    sizes = [round(text_px(cut(entry, LEGEND_CHARS), TEXT_PX)) + 4 for entry in entries]
    if sum(sizes) + 46 * len(sizes) <= width:
        return _Columns(0, 1)
    return _Columns(max(sizes), -(-len(sizes) // max(int(width // (max(sizes) + 46)), 1)))
