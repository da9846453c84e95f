"""The words of the sentence about a view, for the screens in any language and for files in English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from timeline.queries import ViewWords
from timeline.words import ENGLISH, say

_NOTHING: Mapping[str, str] = MappingProxyType({})


def view_words(language: str = ENGLISH, named: Mapping[str, str] = _NOTHING) -> ViewWords:
    """What `Filters.describe` says a view in; `named` has the names of types, statuses and precisions by code."""
    return ViewWords(
        parts=say("VIEW_PARTS", language),
        months=say("VIEW_MONTHS", language),
        numbers=say("VIEW_NUMBERS", language),
        event=say("EVENT_NOUN", language),
        report=say("REPORT_NOUN", language),
        first_day=say("FIRST_DAY", language),
        thousands=say("THOUSANDS", language),
        named=named,
    )
