"""Tells histories, whose dates follow one another, from news, whose dates hang on publication."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model import Expression

# A history writes at least so many dates out with their year, and hardly ever says "yesterday" or "on Monday".
_LEAST_WRITTEN = 6
_MOST_DEICTIC_SHARE = 0.1
# News begins with today: where one of the first so many dates says "on Monday", no number of years makes a history.
_HEAD = 2
_DEICTIC = ("relative.weekday", "relative.day", "relative.weekend", "time.part", "relative.ago", "relative.ago_hours")
# Units that count from publication only with these words ("last month", not "the next month").
_DEICTIC_UNIT = ("last", "this", "earlier", "later")


def is_narrative(expressions: Sequence[Expression]) -> bool:
    """Whether a text's expressions read like a history rather than news."""
    dated = [found for found in expressions if found.when is not None and not found.rule.startswith("vague")]
    written = sum(found.when is not None and found.when.basis == "explicit" for found in dated)
    deictic = [_is_deictic(found) for found in dated]
    if written < _LEAST_WRITTEN or written <= len(dated) / 4 or any(deictic[:_HEAD]):
        return False
    return sum(deictic) <= _MOST_DEICTIC_SHARE * len(dated)


def _is_deictic(found: Expression) -> bool:
    words = found.text.lower().split()
    if found.rule == "relative.unit":
        return words[0] in _DEICTIC_UNIT and "that" not in words
    return found.rule in _DEICTIC
