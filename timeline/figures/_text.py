"""Words on charts: escaped, cut to a width in pixels, dates and lags in plain English."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Sequence
from datetime import date

EPOCH = date(1970, 1, 1).toordinal()
LEGEND_CHARS = 40
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;"}
# Mean advances in em, a tenth above Arial's and Liberation Sans's; Source Sans, which the page uses, is narrower still.
_EM, _NARROW_EM, _WIDE_EM = 0.56, 0.34, 0.88
_NARROW, _WIDE = frozenset("iIljt.,:;'’|!()[] "), frozenset("mwMW—@%")


def escape(text: object) -> str:
    """Text that Plotly shows letter by letter: no tag, link, entity or TeX runs; control and bidi signs are gone."""
    plain = "".join(c if not unicodedata.category(c).startswith("C") else " " for c in str(text))
    return "".join(_ENTITIES.get(c, c) for c in plain)


def cut(text: str, limit: int) -> str:
    """At most `limit` characters, ending in an ellipsis where something was lost."""
    plain = " ".join(text.split())
    if len(plain) <= limit:
        return plain
    return plain[: max(limit - 1, 0)].rstrip(" ,;:–-") + "…"


def wrap(text: str, px: float, size: float, lines: int) -> list[str]:
    """At most `lines` lines of `px` pixels in a font of `size`; the last ends in an ellipsis if text is lost."""
    chars = max(int(px / (size * _EM * 0.92)), 4)
    return textwrap.wrap(cut(text, 4 * chars * lines), chars, max_lines=lines, placeholder="…", break_long_words=True)


def label_html(text: str, px: float, size: float, lines: int = 2) -> str:
    """A name beside a lane, escaped and broken into at most `lines` lines of `px` pixels."""
    return lines_html(wrap(text, px, size, lines))


def text_px(text: str, size: float) -> float:
    """Roughly how wide a line is drawn, never too little."""
    return sum(_NARROW_EM if c in _NARROW else _WIDE_EM if c in _WIDE else _EM for c in text) * size


def lines_html(lines: Sequence[str]) -> str:
    """Escaped lines joined for Plotly."""
    return "<br>".join(escape(line) for line in lines)


def day_of(number: float) -> date:
    """The calendar day `number` days after 1970-01-01."""
    return date.fromordinal(int(number // 1) + EPOCH)


def day_text(number: float) -> str:
    """`1 Apr 2024`."""
    day = day_of(number)
    return f"{day.day} {day:%b} {day.year}"


def span_text(start: float, end: float) -> str:
    """`1 Apr 2024`, `13–14 Apr 2024`, `28 Jul – 2 Aug 2024`."""
    one, two = day_of(start), day_of(end)
    if one == two:
        return day_text(start)
    if (one.year, one.month) == (two.year, two.month):
        return f"{one.day}–{two.day} {two:%b} {two.year}"
    left = f"{one.day} {one:%b}" if one.year == two.year else day_text(start)
    return f"{left} – {day_text(end)}"


def gap_text(days: float) -> str:
    """A fold's length: days up to two years, then years with one decimal."""
    return f"{days:.0f} d" if days < 731 else f"{days / 365.25:.1f} y"


def quiet_text(days: float) -> str:
    """A stretch without an event in words: `1 day without an event`, `96 days …`, `3.1 years …`."""
    span = f"{days / 365.25:.1f} years" if days >= 731 else f"{days:.0f} day" + ("s" if days != 1 else "")
    return f"{span} without an event"


def days_text(days: int) -> str:
    """`the same day`, `1 day`, `12 days`."""
    return "the same day" if days == 0 else f"{days} day" + ("s" if days != 1 else "")


def count_text(number: int, noun: str) -> str:
    """`1 event`, `40 events`."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
