"""Words that tell an act of the past without a date: "has previously struck", "earlier attacks", "over the years"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from timeline.coding._derived import is_perfect
from timeline.coding._drafts import Draft
from timeline.coding._inherited import tokens_of
from timeline.coding._reading import Reading
from timeline.model import DateInterval, Expression, Publication, When

# Tokens before a verb group and behind it in which such a word belongs to it.
_BEFORE, _BEHIND = 3, 2
# Tokens of an opening such as "In earlier attacks,".
_OPENING = 7
_AGAIN = frozenset(("again", "more"))
_SPAN = re.compile(r"P(\d{1,3})([DWMY])")
_DAYS = {"D": 1, "W": 7, "M": 30}
_LEAP_DAY = (2, 29)
# Tokens from the "of" behind a span to the event noun that lasted so long.
_SPAN_REACH = 4
_SPANNING = frozenset(("over", "in", "for", "during", "within", "throughout"))
_NEWS_OF = frozenset(("in", "after", "during", "over", "following", "amid", "despite"))
_UP_TO_NOW = frozenset(("past", "last"))


def recap_words(reading: Reading, draft: Draft, expressions: Sequence[Expression]) -> str:
    """The words that put an act into a past without a date, as the text has them; empty where there are none."""
    timed = {i for e in expressions if e.when is not None and e.when.interval is not None for i in _tokens(reading, e)}
    return (
        _adjective(reading, draft, timed)
        or _adverb(reading, draft, timed)
        or _war_time(reading, draft)
        or _repeated(reading, draft, expressions)
        or _pluperfect(reading, draft)
    )


def past_span(reading: Reading, draft: Draft, expressions: Sequence[Expression], published: Publication) -> When | None:
    """ "over the past ten years", "has for three weeks", "in two days of fighting": so long until publication."""
    until = published.interval
    for expression in expressions:
        amount = _SPAN.fullmatch(expression.value) if expression.type == "DURATION" else None
        if amount is None or until is None:
            continue
        if not _runs_to_now(reading, draft, expression) and not _so_long_of(reading, draft, expression, expressions):
            continue
        start = _back(until.start, int(amount[1]), amount[2])
        if start is None:
            continue
        return When(
            edtf=f"{start}/{until.end}",
            interval=DateInterval(start, until.end),
            precision="range",
            basis="relative",
            phrase=expression.text,
            rule="relative.past_span",
            reason=f"“{expression.text}”, counted back from publication.",
            lasting=True,
        )
    return None


def _back(day: date, number: int, unit: str) -> date | None:
    """So many units before a day; of 29 February the 28th. None before year 1."""
    try:
        if unit == "Y":
            leap = (day.month, day.day) == _LEAP_DAY
            return day.replace(year=day.year - number, day=day.day - leap)
        return day - timedelta(number * _DAYS[unit])
    except (ValueError, OverflowError):
        return None


def _runs_to_now(reading: Reading, draft: Draft, expression: Expression) -> bool:
    first = next(iter(_tokens(reading, expression)), 0)
    if not first or reading.line.low[first - 1] not in _SPANNING or not _same_clause(reading, draft, first):
        return False
    words = set(expression.text.lower().split())
    return bool(words & _UP_TO_NOW) or (reading.line.low[first - 1] == "for" and is_perfect(reading, draft))


def _so_long_of(reading: Reading, draft: Draft, span: Expression, expressions: Sequence[Expression]) -> bool:
    """ "raised its toll in two days of fighting": news of what has lasted so long, where nothing else is dated."""
    behind = max(_tokens(reading, span), default=-2) + 1
    event = draft.trigger.noun or reading.line.form[draft.trigger.first] == {"ing"}
    near = event and 0 < draft.trigger.first - behind <= _SPAN_REACH
    recent = span.value.endswith(("D", "W")) and "ago" not in span.text
    dated = any(e.when is not None and e.when.interval is not None and e.relation == "on" for e in expressions)
    first = next(iter(_tokens(reading, span)), 0)
    news = first > 0 and reading.line.low[first - 1] in _NEWS_OF
    return near and recent and news and reading.line.low[behind] == "of" and not dated


def _is_present(reading: Reading, draft: Draft) -> bool:
    """ "bandits routinely abduct travellers": the simple present."""
    line, head = reading.line, draft.trigger.head
    alone = not any(line.tag[i] in "bhm" for i in range(reading.group(head), head))
    return not draft.trigger.noun and alone and not {"past", "participle", "ing"} & set(line.form[head])


def _pluperfect(reading: Reading, draft: Draft) -> str:
    """ "The army had shelled the village before.": told by nobody, it lies before what the text is about."""
    line, head = reading.line, draft.trigger.head
    start = reading.group(head)
    if draft.trigger.noun or draft.told or line.low[start] != "had" or start == head:
        return ""
    return line.text[line.start[start] : line.end[head]]


def _adjective(reading: Reading, draft: Draft, timed: set[int]) -> str:
    """ "earlier attacks by X", "in earlier attacks, X …"."""
    line, former = reading.line, reading.status["former"]
    if draft.trigger.noun:
        chunk = reading.clauses.chunks[reading.clauses.at[draft.trigger.first]]
        first = chunk.first - 1 if chunk.first and line.low[chunk.first - 1] in former else chunk.first
        span = range(first, draft.trigger.first + 1)
    else:
        stop = next((i for i in range(min(_OPENING, len(line))) if line.tag[i] == ","), 0)
        opens = stop and line.low[0] in ("in", "during") and stop < draft.trigger.first
        span = range(1, stop) if opens else range(0)
    return next((line.words[i] for i in span if line.low[i] in former and i not in timed), "")


def _adverb(reading: Reading, draft: Draft, timed: set[int]) -> str:
    """ "previously struck", "has often fired", "in the past, X …", "… over the years"."""
    line, at = reading.line, draft.trigger
    start = reading.group(at.head) if not at.noun else at.first
    near = range(max(0, start - _BEFORE), min(len(line), at.last + 1 + _BEHIND))
    perfect = is_perfect(reading, draft) or _is_present(reading, draft)
    for i, said in reading.phrases.items():
        for words, kind in said:
            end = i + len(words)
            if kind not in ("recap", "habit") or i in timed or line.tag[i] == "s":
                continue
            alone = len(words) == 1
            placed = i in near or (i == 0 and line.tag[end : end + 1] == [","]) or not alone
            again = (line.low[end : end + 1] and line.low[end] in _AGAIN) or (i and line.low[i - 1] == "at")
            if placed and not again and (perfect or kind == "recap") and _same_clause(reading, draft, i):
                return line.text[line.start[i] : line.end[end - 1]]
    return ""


def _war_time(reading: Reading, draft: Draft) -> str:
    """ "during the civil war": some time of it."""
    line, chunks = reading.line, reading.clauses.chunks
    for chunk in chunks:
        during = chunk.prep >= 0 and line.low[chunk.prep] == "during"
        if during and line.low[chunk.last] in reading.status["war"] and _same_clause(reading, draft, chunk.prep):
            return line.text[line.start[chunk.prep] : line.end[chunk.last]]
    return ""


def _repeated(reading: Reading, draft: Draft, expressions: Sequence[Expression]) -> str:
    """ "has shelled the town daily", "has for decades fought", "in recent years"."""
    for expression in expressions:
        first = next(iter(_tokens(reading, expression)), 0)
        if not _same_clause(reading, draft, first):
            continue
        perfect = is_perfect(reading, draft)
        vague = expression.type == "DURATION" and reading.line.low[first - 1 : first] == ["for"]
        if expression.rule == "relative.recent_times" or (perfect and (vague or expression.type == "SET")):
            return expression.text
    return ""


def _same_clause(reading: Reading, draft: Draft, i: int) -> bool:
    """Whether no strong stop and no finite verb of another act lies between a token and an act."""
    line, at = reading.line, draft.trigger
    gap = range(at.last + 1, i) if i > at.last else range(i + 1, reading.group(at.head) if not at.noun else at.first)
    return not any(
        line.tag[k] == "r" or (line.tag[k] == ";" and line.words[k] not in "()[]") or _is_other_verb(reading, k)
        for k in gap
    )


def _is_other_verb(reading: Reading, k: int) -> bool:
    return reading.line.tag[k] == "v" and "past" in reading.line.form[k] and reading.line.form[k] != {"ing"}


def _tokens(reading: Reading, expression: Expression) -> range:
    first, last = tokens_of(reading, expression)
    return range(first, last + 1) if first >= 0 else range(0)
