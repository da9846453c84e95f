"""Tells histories, whose dates follow one another, from news, whose dates hang on publication."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model import DateInterval, Expression

# A history writes at least so many dates out with their year, and hardly ever says "yesterday" or "on Monday".
_LEAST_WRITTEN = 6
_MOST_DEICTIC_SHARE = 0.1
# News begins with today: where one of the first so many dates says "on Monday", no number of years makes a history.
_HEAD = 2
# Years back from which a text that opens there, with so many dates in all, is a history even if it is short; a
# single written date must be a day or a month, for news too says when a bridge was built.
_LONG_PAST, _LEAST_DATED, _MONTH = 10, 3, 31
# A single bare year so many years further back is enough too.
_AGES = 90
_DEICTIC = ("relative.weekday", "relative.day", "relative.weekend", "time.part", "relative.ago", "relative.ago_hours")
# Units that count from publication only with these words ("last month", not "the next month").
_TOLD = frozenset(("that", "same", "next", "following", "previous"))
_DEICTIC_UNIT = ("last", "this", "earlier", "later")


def is_narrative(
    expressions: Sequence[Expression], published: DateInterval | None = None, *, quotes: bool = False
) -> bool:
    """Whether a text's expressions read like a history rather than news; `quotes` says that somebody says something."""
    dated = [found for found in expressions if found.when is not None and not found.rule.startswith("vague")]
    if published is not None and not quotes and _is_long_past(expressions, published.start.year - _LONG_PAST):
        return True
    written = sum(_is_written(found) for found in dated)
    deictic = [_is_deictic(found) for found in dated]
    if written < _LEAST_WRITTEN or written <= len(dated) / 4 or any(deictic[:_HEAD]):
        return False
    return sum(deictic) <= _MOST_DEICTIC_SHARE * len(dated)


def _is_long_past(expressions: Sequence[Expression], year: int) -> bool:
    """A short history: it opens with a year or day long past, names no later one and hangs nothing on publication.

    "Today the field is a park" may close it.
    """
    dated = [found for found in expressions if found.when is not None]
    written = [found for found in dated if _is_written(found)]
    if not written or written[0] is not dated[0] or len(dated) < _LEAST_DATED:
        return False
    if any(_is_deictic(found) and not (found is dated[-1] and found.text == "Today") for found in dated):
        return False
    if any(found.rule == "vague.present" for found in dated):
        return False
    ends = [found.when.interval for found in written if found.when is not None]
    if any(days is not None and days.end.year >= year for days in ends):
        return False
    first = ends[0]
    return len(written) > 1 or (first is not None and (first.days <= _MONTH or first.end.year < year - _AGES))


def _is_written(found: Expression) -> bool:
    return found.value.startswith("BC") or (found.when is not None and found.when.basis == "explicit")


def _is_deictic(found: Expression) -> bool:
    words = found.text.lower().split()
    if found.rule == "relative.unit":
        return words[0] in _DEICTIC_UNIT and "that" not in words
    return found.rule in _DEICTIC and not _TOLD.intersection(words)
