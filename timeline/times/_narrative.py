"""Tells histories, whose dates follow one another, from news, whose dates hang on publication."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model import Expression

# A history writes at least so many dates out with their year, and hardly ever says "yesterday" or "on Monday".
_LEAST_WRITTEN = 6
_MOST_DEICTIC_SHARE = 0.1
_DEICTIC = ("relative.weekday", "relative.day", "relative.weekend", "time.part", "relative.ago", "relative.ago_hours")


def is_narrative(expressions: Sequence[Expression]) -> bool:
    """Whether a text's expressions read like a history rather than news."""
    dated = [found for found in expressions if found.when is not None and not found.rule.startswith("vague")]
    written = sum(found.when is not None and found.when.basis == "explicit" for found in dated)
    deictic = sum(found.rule in _DEICTIC for found in dated)
    return written >= _LEAST_WRITTEN and written > len(dated) / 4 and deictic <= _MOST_DEICTIC_SHARE * len(dated)
