"""Dates that follow from another act's date in the sentence: "a day after", a span since a day, a later reaction."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from timeline.coding._drafts import Draft
from timeline.coding._reading import Reading
from timeline.model import UNDATED, DateInterval, Expression, Publication, When

_COUNT = re.compile(r"P(T?)(\d{1,3}|X)([HDWM])")
# Days that one of the unit is, and days by which such a count is rounded.
_UNITS = {"D": (1, 0), "W": (7, 3), "M": (30, 15)}
_PERFECT = frozenset(("has", "have", "'ve"))
# Tokens between "has" and its participle.
_PERFECT_REACH = 7
_WEEK = timedelta(7)
# A reaction without a date is put between the act and publication where these are at most so far apart.
_REACTION_DAYS = 31
_WORDS = frozenset(
    ("ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "CONSULT", "AGREE", "CONCEDE", "COOPERATE", "STATEMENT")
)
# Rules of expressions that count on from what was told before ("a week later", "the next day").
_COUNTED_ON = frozenset(("relative.offset", "relative.adjacent_day"))
_TOLD_BASES = frozenset(("explicit", "relative", "heading"))


def reaching_back(days: DateInterval, more: int) -> DateInterval:
    """The interval with so many days more before it, as far as the calendar goes."""
    return DateInterval(days.start - min(timedelta(more), days.start - date.min), days.end)


def looked_back(reading: Reading, draft: Draft, when: When, published: Publication) -> When:
    """ "… in late July": a month without a year lies behind where its own verb tells what was done, not ahead."""
    days, until = when.interval, published.interval
    head = draft.trigger.head
    past = not draft.trigger.noun and draft.status == "happened" and "past" in reading.line.form[head]
    alone = past and reading.group(head) == head and when.rule.startswith("explicit.") and draft.type not in _WORDS
    if not alone or days is None or until is None or days.start <= until.end or when.basis != "relative":
        return when
    before = DateInterval(*(_a_year_before(day) for day in (days.start, days.end)))
    reason = f"{when.reason} The text tells it as done, so it is that of the year before."
    edtf = when.edtf.replace(str(days.start.year), str(before.start.year))
    return replace(when, interval=before, edtf=edtf, reason=reason)


def not_ahead(reading: Reading, draft: Draft, when: When, published: Publication) -> When | None:
    """ "A week later, X struck": what was done by publication is not counted on from it, so its day stays open.

    None where the day ahead is that of something else ("threatened to strike next week"). "X and Y meet next week" is
    not done yet.
    """
    days, until = when.interval, published.interval
    ahead = days is not None and until is not None and days.start > until.end and when.basis == "relative"
    if not ahead or draft.trigger.noun or draft.status not in {"happened", "alleged"}:
        return when
    if when.rule in _COUNTED_ON or "following" in when.phrase.lower().split():
        reason = f"“{when.phrase}” is counted from an event that the text does not date."
        return replace(UNDATED, phrase=when.phrase, reason=reason)
    forms = reading.line.form[draft.trigger.head]
    if draft.type not in _WORDS - {"CONSULT"} and forms & {"base", "s"} and "past" not in forms:
        draft.status = "planned"
        return when
    return None


def _a_year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)


def span_since(when: When, published: Publication) -> When:
    """ "has blocked the road since 28 April": it lasted from that day until publication."""
    days, until = when.interval, published.interval
    if days is None or until is None or until.end < days.start:
        return replace(UNDATED, reason=f"It goes on since “{when.phrase}”, and nothing says until when.")
    return replace(
        when,
        edtf=f"{days.start}/{until.end}",
        interval=DateInterval(days.start, until.end),
        precision="range",
        rule=f"{when.rule} since",
        reason=f"Since “{when.phrase}” ({when.edtf}), and as far as the text tells until it was published.",
        lasting=True,
    )


def date_pairs(
    reading: Reading, drafts: Sequence[Draft], found: list[When | None], expressions: Sequence[Expression]
) -> None:
    """ "X struck on Saturday, a day after Y had raided": either act dates the other."""
    for expression in expressions:
        count = _COUNT.fullmatch(expression.value)
        pair = _pair(reading, drafts, expression) if count is not None and expression.type == "DURATION" else None
        if pair is None or count is None:
            continue
        earlier, later = pair
        if found[earlier] is None and _is_told(found[later]):
            found[earlier] = _moved(found[later], count, expression, -1)
        elif found[later] is None and _is_told(found[earlier]):
            found[later] = _moved(found[earlier], count, expression, 1)


def _is_told(when: When | None) -> bool:
    return when is not None and when.interval is not None and when.basis in _TOLD_BASES


def _pair(reading: Reading, drafts: Sequence[Draft], expression: Expression) -> tuple[int, int] | None:
    """The earlier and the later act that a count before "after" or "before" ties together."""
    line, base = reading.line, reading.sentence.start
    link = next((i for i in range(len(line)) if line.start[i] + base >= expression.end), -1)
    if link < 0 or line.low[link] not in ("after", "before"):
        return None
    behind = [n for n, draft in enumerate(drafts) if draft.trigger.first > link]
    if not behind:
        return None
    first = behind[0]
    opening = all(line.tag[i] not in "vN" for i in range(link) if line.end[i] + base <= expression.start)
    if opening:
        stop = next((i for i in range(drafts[first].trigger.last, len(line)) if line.tag[i] == ","), len(line))
        main = next((n for n in behind if drafts[n].trigger.first > stop), None)
    else:
        main = next((n for n in reversed(range(first)) if drafts[n].trigger.last < link), None)
    if main is None:
        return None
    return (first, main) if line.low[link] == "after" else (main, first)


def _moved(when: When | None, count: re.Match[str], expression: Expression, sign: int) -> When | None:
    if when is None or when.interval is None:
        return None
    first = when.interval.start
    known = DateInterval(first, first) if when.lasting else when.interval
    clock, number, unit = count.groups()
    if clock:
        hours = 24 if number == "X" else int(number)
        low, high = 0, max(1, math.ceil(hours / 24)) if unit == "H" else 1
    elif number == "X":
        return None
    else:
        size, slack = _UNITS[unit]
        low, high = int(number) * size - slack, int(number) * size + slack
    shifts = sorted((sign * low, sign * high))
    days = DateInterval(known.start + timedelta(shifts[0]), known.end + timedelta(shifts[1]))
    link = "after" if sign > 0 else "before"
    reason = f"“{expression.text}” {link} the act that the sentence dates “{when.phrase}” ({when.edtf})."
    return counted_days(days, expression.text, "relative.act", reason)


def before_the_speech(reading: Reading, draft: Draft, when: When, usable: Sequence[Expression]) -> When:
    """ "said on Monday that troops attacked on Friday": told as done, it was the Friday before that Monday."""
    days = when.interval
    if days is None or days.days != 1 or when.rule != "relative.weekday" or draft.status == "planned" or not draft.told:
        return when
    start = reading.line.start[draft.trigger.first] + reading.sentence.start
    for expression in usable:
        told = expression.when
        if told is None or told.interval is None or expression.end > start or expression.rule != "relative.weekday":
            continue
        if _begins_anew(reading, expression.end - reading.sentence.start, draft.trigger.first):
            continue
        if told.interval.days == 1 and days.start - _WEEK <= told.interval.start < days.start:
            day = days.start - _WEEK
            reason = f"“{when.phrase}” before the “{told.phrase}” on which it was told, {told.edtf}."
            return replace(when, edtf=day.isoformat(), interval=DateInterval(day, day), reason=reason)
    return when


def _begins_anew(reading: Reading, end: int, first: int) -> bool:
    """ "X raided Y, Z said on Tuesday, and W condemned it on Wednesday": behind a comma and "and" nobody is told."""
    line = reading.line
    gap = [i for i in range(first) if line.start[i] >= end]
    return any(line.tag[i] == "," and line.tag[i + 1] == "c" for i in gap[:-1])


def before_what_follows(reading: Reading, drafts: Sequence[Draft], found: list[When | None]) -> None:
    """ "bombed on Monday after rebels attacked on Friday": what stands behind "after" came first, that Friday too."""
    for n, draft in enumerate(drafts):
        when = found[n]
        if when is None or when.interval is None or when.rule != "relative.weekday" or when.interval.days != 1:
            continue
        for m, other in enumerate(drafts[:n]):
            later = found[m]
            gap = reading.line.low[other.trigger.last + 1 : draft.trigger.first]
            linked = ";" not in gap and not reading.status["earlier"].isdisjoint(gap)
            if later is None or later.interval is None or later.interval.days != 1 or not linked:
                continue
            if later.interval.start < when.interval.start <= later.interval.start + _WEEK:
                day = when.interval.start - _WEEK
                reason = f"“{when.phrase}” before the act dated “{later.phrase}” ({later.edtf}), which came after it."
                found[n] = replace(when, edtf=day.isoformat(), interval=DateInterval(day, day), reason=reason)


def follow_up(
    reading: Reading,
    drafts: Sequence[Draft],
    found: Sequence[When | None],
    n: int,
    published: Publication,
    usable: Sequence[Expression],
) -> When | None:
    """An act without a date told after a dated one: the same day behind a semicolon, else from then to publication."""
    draft, until = drafts[n], published.interval
    if draft.status == "planned" or until is None or (draft.background and not is_perfect(reading, draft)):
        return None
    known = [m for m in range(n) if _is_told(found[m]) and (draft.type in _WORDS or not drafts[m].background)]
    after_which = _date_before_after_which(reading, draft, usable)
    when = after_which or (found[known[-1]] if known else _date_beside(reading, draft, usable))
    if when is None or when.interval is None or when.interval.start > until.end:
        return None
    gap = range(drafts[known[-1]].trigger.last + 1, draft.trigger.first) if known else range(0)
    behind_stop = any(reading.line.words[i] == ";" for i in gap)
    reacts = (
        after_which is not None
        or draft.type in _WORDS
        or is_perfect(reading, draft)
        or has_words(reading, "reply", draft)
    )
    if behind_stop and not reacts:
        return replace(when, reason=f"It follows what the sentence dates “{when.phrase}”.")
    days = DateInterval(when.interval.start, until.end)
    if not reacts or days.days > _REACTION_DAYS:
        return None
    return answering(when, days)


def answering(when: When, days: DateInterval) -> When:
    """The When of an act that answers a dated one and has no date of its own."""
    reason = f"No date of its own: not before what is dated “{when.phrase}” ({when.edtf}), nor after publication."
    return counted_days(days, when.phrase, "between act and publication", reason)


def has_words(reading: Reading, kind: str, draft: Draft, first: int = 0) -> bool:
    """Whether words of this kind stand in the sentence from token `first` on, on the act's side of any semicolon."""
    for i, said in reading.phrases.items():
        for _, found in said:
            if found == kind and i >= first:
                gap = range(min(i, draft.trigger.first), max(i, draft.trigger.last))
                return ";" not in (reading.line.words[n] for n in gap)
    return False


def _date_beside(reading: Reading, draft: Draft, usable: Sequence[Expression]) -> When | None:
    """ "X, who took power on Friday, accused …": the date of a relative clause before the act."""
    line, base = reading.line, reading.sentence.start
    start = line.start[draft.trigger.first] + base
    for expression in usable:
        before = [i for i in range(draft.trigger.first) if line.end[i] + base <= expression.start]
        if expression.end < start and any(line.tag[i] == "r" and line.low[i].startswith("wh") for i in before):
            return expression.when
    return None


def _date_before_after_which(reading: Reading, draft: Draft, usable: Sequence[Expression]) -> When | None:
    """ "On Friday a mine exploded, after which X recalled its envoy": the date of the clause before."""
    line, base = reading.line, reading.sentence.start
    for i in range(draft.trigger.first - 1, 0, -1):
        if line.low[i - 1 : i + 1] == ["after", "which"]:
            before = [e for e in usable if e.end <= line.start[i] + base]
            return before[-1].when if before else None
    return None


def is_perfect(reading: Reading, draft: Draft) -> bool:
    """Whether an act is told in the present perfect, also with words between ("has for decades fought")."""
    line, head = reading.line, draft.trigger.head
    if draft.trigger.noun:
        return False
    for i in range(head - 1, max(-1, head - _PERFECT_REACH), -1):
        if line.low[i] in _PERFECT:
            return True
        if line.tag[i] in "v;,sro":
            return False
    return False


def counted_days(days: DateInterval, phrase: str, rule: str, reason: str) -> When:
    """The When of an act whose days are counted from what else the text dates."""
    return When(
        edtf=range_edtf(days),
        interval=days,
        precision="day" if days.days == 1 else "range",
        basis="relative",
        phrase=phrase,
        rule=rule,
        reason=reason,
    )


def range_edtf(days: DateInterval) -> str:
    """A day, or a range whose ends are days, as EDTF writes one of them."""
    return days.start.isoformat() if days.days == 1 else f"[{days.start}..{days.end}]"
