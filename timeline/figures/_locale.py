"""What Plotly itself writes on a chart, in the reader's language: months on date axes and in hover words, its tools."""

from __future__ import annotations

from typing import Any

from babel import Locale

from timeline.speech import Speech
from timeline.words import ENGLISH


def locale(language: str) -> dict[str, Any]:
    """The part of Plotly's settings that names a language and says what it needs of it; nothing for English.

    Sent with the chart, because Plotly would fetch it from another host.
    """
    if language == ENGLISH:
        return {}
    months, days = (getattr(Locale.parse(language), name)["format"] for name in ("months", "days"))
    order = [6, *range(6)]  # Plotly's week begins on Sunday.
    words = {
        "months": list(months["wide"].values()),
        "shortMonths": list(months["abbreviated"].values()),
        "days": [days["wide"][day] for day in order],
        "shortDays": [days["abbreviated"][day] for day in order],
        "decimal": Speech(language).say("DECIMAL_POINT"),
        "thousands": Speech(language).say("THOUSANDS"),
        **{"year": "%Y", "month": "%b %Y", "dayMonth": "%-d %b", "dayMonthYear": "%-d %b %Y"},
    }
    # In English the words of the tools are Plotly's own: by them it asks for others.
    plotly, said = Speech().table("CHART_TOOLS"), Speech(language).table("CHART_TOOLS")
    dictionary = {own: said[code] for code, own in plotly.items()}
    return {"locale": language, "locales": {language: {"dictionary": dictionary, "format": words}}}
