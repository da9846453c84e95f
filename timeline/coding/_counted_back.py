""" "Three days after gunmen seized the bus, families are waiting": the act behind "after" counts back from the telling.

What is counted from is the time of the main clause, where the sentence gives it; else publication, where the main
clause tells what is so now or opens the report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.coding._derived import counted_days
from timeline.coding._drafts import Draft
from timeline.coding._inherited import tokens_of
from timeline.coding._reading import Reading
from timeline.model import DateInterval, Expression, Publication, When

_COUNT = re.compile(r"P(\d{1,3}|X)([DWMY])")
_LINKS = frozenset(("after", "since"))
# Days that one of the unit is, days by which such a count is rounded, and the most units that "days after" means.
_UNITS = {"D": (1, 0, 7), "W": (7, 3, 5), "M": (30, 15, 11), "Y": (365, 30, 20)}
_WEEK_DAYS, _YEAR_DAYS = 7, (365, 366)
# Tokens between "after" and its verb: a subject with what describes it.
_REACH = 14
# What the main clause of a sentence that tells of the day of publication begins its predicate with.
_NOW = frozenset(("is", "are", "has", "have", "'re", "'ve", "remain", "remains", "will"))
# News of a report's first sentence is of the day it was published or of the day before.
_LEAD_DAYS = 1


@dataclass(frozen=True, slots=True)
class _Telling:
    """When the main clause is, and the words that say so."""

    days: DateInterval
    words: str


def count_back(
    reading: Reading,
    drafts: Sequence[Draft],
    found: list[When | None],
    expressions: Sequence[Expression],
    published: Publication,
) -> None:
    """Dates acts behind a count and "after" or "since" that nothing else has dated."""
    for expression in expressions:
        count = _COUNT.fullmatch(expression.value) if expression.type == "DURATION" else None
        clause = _clause_behind(reading, expression) if count is not None else range(0)
        act = next((n for n, draft in enumerate(drafts) if draft.trigger.first in clause), None)
        if count is None or act is None or found[act] is not None:
            continue
        telling = _telling(reading, clause, expression, expressions, published)
        if telling is not None:
            found[act] = _before(telling, count, expression)


def very_days(text: str, start: int, expressions: Sequence[Expression]) -> list[Expression]:
    """The expressions of a sentence, "a year ago" and the "today" behind it as the one day that they name together."""
    joined: list[Expression] = []
    for expression in expressions:
        before = joined[-1] if joined else None
        if before is not None and text[before.end - start : expression.start - start] == " ":
            day = _same_day(before, expression)
            if day is not None:
                joined[-1] = day
                continue
        joined.append(expression)
    return joined


def _same_day(ago: Expression, today: Expression) -> Expression | None:
    if not ago.text.endswith("ago") or ago.when is None or today.when is None:
        return None
    wide, day = ago.when.interval, today.when.interval
    if wide is None or day is None or day.days != 1 or wide.days not in (_WEEK_DAYS, *_YEAR_DAYS):
        return None
    days = (wide.start + timedelta(n) for n in range(wide.days))
    alike = (lambda d: d.weekday() == day.start.weekday()) if wide.days == _WEEK_DAYS else _on_date(day)
    found = next((d for d in days if alike(d)), None)
    if found is None:
        return None
    phrase = f"{ago.text} {today.text}"
    when = replace(
        ago.when,
        interval=DateInterval(found, found),
        edtf=str(found),
        precision="day",
        phrase=phrase,
        reason=f"“{phrase}”, counted back from publication.",
    )
    return replace(ago, end=today.end, text=phrase, value=str(found), when=when)


def _on_date(day: DateInterval) -> Callable[[date], bool]:
    return lambda d: (d.month, d.day) == (day.start.month, day.start.day)


def _clause_behind(reading: Reading, expression: Expression) -> range:
    """Tokens of the clause that "after" opens, as far as its first comma."""
    line = reading.line
    link = tokens_of(reading, expression)[1] + 1
    if link <= 0 or link >= len(line) or line.low[link] not in _LINKS:
        return range(0)
    stop = next((i for i in range(link, len(line)) if line.tag[i] == ","), len(line))
    return range(link + 1, min(stop, link + 1 + _REACH))


def _telling(
    reading: Reading,
    clause: range,
    count: Expression,
    expressions: Sequence[Expression],
    published: Publication,
) -> _Telling | None:
    for e in expressions:
        first = tokens_of(reading, e)[0]
        dated = e.when is not None and e.when.interval is not None and e.relation == "on"
        if dated and e is not count and first not in clause and first >= 0 and e.when and e.when.interval:
            return _Telling(e.when.interval, f"“{e.when.phrase}” ({e.when.edtf})")
    if published.interval is None:
        return None
    main = [low for i, low in enumerate(reading.line.low) if i not in clause]
    if not _NOW.isdisjoint(main):
        return _Telling(published.interval, "publication")
    if reading.sentence.index == 0:
        days = published.interval
        return _Telling(DateInterval(days.start - timedelta(_LEAD_DAYS), days.end), "publication, as news")
    return None


def _before(telling: _Telling, count: re.Match[str], expression: Expression) -> When | None:
    number, unit = count.groups()
    size, slack, most = _UNITS[unit]
    least, longest = (1 if unit == "D" else 2, most) if number == "X" else (int(number), int(number))
    try:
        days = DateInterval(
            telling.days.start - timedelta(longest * size + slack), telling.days.end - timedelta(least * size - slack)
        )
    except OverflowError:
        return None
    reason = f"“{expression.text}”, counted back from {telling.words}."
    return counted_days(days, expression.text, "relative.count_back", reason)
