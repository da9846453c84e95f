"""Words on charts: escaped, cut to a width in pixels, dates and lags in plain words."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Sequence
from datetime import date

from timeline.speech import Speech

EPOCH = date(1970, 1, 1).toordinal()
LEGEND_CHARS = 40
# Where a line may break: not at a space that keeps two words together.
_BREAKS = re.compile(r"[ \t\r\n\f\v]+")
_YEAR, _TWO_YEARS = 365.25, 731
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
    plain = _BREAKS.sub(" ", text).strip()
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


def day_text(number: float, speech: Speech) -> str:
    """`1 Apr 2024`."""
    return speech.day(day_of(number))


def span_text(start: float, end: float, speech: Speech) -> str:
    """`1 Apr 2024`, `13–14 Apr 2024`, `28 Jul – 2 Aug 2024`."""
    return speech.span(day_of(start), day_of(end))


def quiet_forms(days: float, speech: Speech) -> tuple[str, str, str]:
    """A stretch without an event, the longest form first: `96 days without an event`, `96 days`, `96 d`."""
    if days < _TWO_YEARS:
        length, short = speech.count("DAY_NOUN", round(days)), speech.say("CHART_DAYS", n=speech.numeral(round(days)))
    else:
        years = speech.decimal(days / _YEAR)
        length, short = speech.say("CHART_YEARS_LONG", n=years), speech.say("CHART_YEARS", n=years)
    return speech.say("CHART_QUIET", length=length), length, short


def lag_forms(low: object, high: object, speech: Speech, *, stated: bool = True) -> tuple[str, ...]:
    """How long an answer took, the longest form first, none where either date is unknown.

    `answered after 12 days`, `after 12 days`, `12 d`; one that no text states says so.
    """
    least, most = _days(low), _days(high)
    if least is None:
        return ()
    if least == 0 and not most:
        long = short = speech.say("CHART_SAME_DAY")
    elif most is None or most <= least:
        long = speech.say("CHART_AFTER", days=speech.count("DAY_NOUN", least))
        short = speech.say("CHART_DAYS", n=speech.numeral(least))
    else:
        span = f"{speech.numeral(least)}–{speech.numeral(most)}"
        long = speech.say("CHART_AFTER", days=speech.say("CHART_DAYS_LONG", n=span))
        short = speech.say("CHART_DAYS", n=span)
    if stated:
        return speech.say("CHART_ANSWERED", lag=long), long, short
    return speech.say("CHART_INFERRED", lag=long), speech.say("CHART_INFERRED", lag=short)


def _days(value: object) -> int | None:
    return int(value) if isinstance(value, (int, float)) and value == value else None
