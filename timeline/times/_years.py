"""Which year a month, day or season falls in: written, shared with what follows, or the nearest that fits."""

from __future__ import annotations

from datetime import date

from timeline.model import DateInterval
from timeline.times import _calendar as cal
from timeline.times._pattern import Context, Hit


def written_year(hit: Hit, group: str = "y") -> int | None:
    word = hit.word(group)
    if not word:
        return None
    if word[0].isdecimal():
        return int(word)
    short = int(word[1:])
    return (1900 if short >= 30 else 2000) + short


def named_year(hit: Hit, context: Context) -> int | None:
    """The year named by figures, or by "last year", "this year", "next year" behind the month."""
    if "y" in hit:
        return written_year(hit)
    if "dir" not in hit and (shared := _shared_year(hit)) is not None:
        return shared
    direction = hit.value("ry", "LAST", "PAST", "THIS", "NEXT", "SAME")
    word = next((word for word in hit.words("ry") if word not in ("the", "year")), "")
    told = context.base_of(word, int(direction)) if direction else None
    return told.year + int(direction) if told is not None else None


_JOINS = frozenset(("and", "or", "to", "-", "--", ",", "/", "through", "until", "till"))
_SPANS = frozenset(("to", "-", "--", "through", "until", "till"))
_BETWEEN = frozenset((*_JOINS, "of", "the", "in", "part", "."))
# Words behind the first in which the second, with its year, is looked for.
_SHARED_REACH = 12


def _shared_year(hit: Hit) -> int | None:
    """ "in May and July 2012", "28 June to 3 July 1914", "the spring and summer of 1942": the year stands once."""
    words = hit.tokens.words
    if hit.end >= len(words) or words[hit.end] not in _JOINS:
        return None
    second = ""
    for word in words[hit.end + 1 : hit.end + _SHARED_REACH]:
        names = hit.values.get(word, {})
        if second and len(word) == _YEAR_DIGITS and word.isdecimal() and "1000" <= word <= "2199":
            turned = words[hit.end] in _SPANS and int(hit.value("m", "MONTH") or 0) > int(second)
            return int(word) - turned
        if "MONTH" in names or "SEASON" in names:
            second = names.get("MONTH", "12")
        elif not (word in _BETWEEN or word[0].isdecimal() or names.keys() & {"EARLY", "MID", "LATE"}):
            return None
    return None


_YEAR_DIGITS = 4


# Days of a date that may begin a range of days.
_LONGEST_END = 31


def nearest_year(month: int, day: int | None, context: Context) -> int | None:
    """The year a yearless month or day falls in: by tense, else the nearer with a bias to the past."""
    ref = context.ref
    if context.joined.startswith("explicit.") and context.last is not None and context.last.days <= _LONGEST_END:
        first = context.last.start
        return first.year + ((month, day or 31) < (first.month, first.day))
    if context.last is not None and (context.narrative or ref is None):
        return told_year(month, context.last, context)
    if ref is None:
        return None
    behind = (ref.month - month) % 12
    if day is not None:
        return _nearest_day_year(month, day, ref, context)
    if behind == 0:
        return ref.year
    back = ref.year - (month > ref.month)
    if context.future is None:
        return back + (behind > _UNTENSED_BACK)
    return back + context.future


def told_year(month: int, last: DateInterval, context: Context) -> int:
    """The year in a history: inside the range told last, else that of the last date or the one next to it."""
    if context.span is not None:
        for year in range(context.span.start.year, context.span.end.year + 1):
            days = cal.month_days(year, month)
            if days.start <= context.span.end and days.end >= context.span.start:
                return year
    if last.days > _HALF_YEAR_DAYS:
        return last.start.year
    ahead = month - last.start.month
    onward = context.by or context.future
    return last.start.year + (ahead < -(0 if onward else _NARRATIVE_BACK)) - (ahead >= _NARRATIVE_AHEAD and not onward)


# In a history a month so much later in the year than the last one mentioned is the year's before ("January ... in
# December he had").
_NARRATIVE_AHEAD = 10
# In a history a month this much earlier in the year than the last one mentioned is the next year's; any earlier one
# after "by" and "would".
_NARRATIVE_BACK = 6
_HALF_YEAR_DAYS = 184
# Without a tense, a bare month more than this many months ago is the coming one (tuned on TempEval-3 corpora).
_UNTENSED_BACK = 7
# A yearless day is the nearest such day; only beyond this many days does the tense choose.
_TENSE_DAYS = 140
# "seized it on 8 August": told as past, it is not further ahead than this.
_TENSE_DAYS_PAST = 45


def _nearest_day_year(month: int, day: int, ref: date, context: Context) -> int:
    future = context.future
    years = [year for year in (ref.year - 1, ref.year, ref.year + 1) if 1 <= year <= 9999 and _exists(year, month, day)]
    distance = {year: (date(year, month, day) - ref).days for year in years}
    nearest = min(years, key=lambda year: abs(distance[year]), default=ref.year)
    near = _TENSE_DAYS_PAST if future is False and context.on and distance.get(nearest, 0) > 0 else _TENSE_DAYS
    if context.ended:
        future, near = False, 0
    if future is None or not years or abs(distance[nearest]) <= near or (distance[nearest] > 0) == future:
        return nearest
    fitting = [year for year in years if (distance[year] > 0) == future]
    return min(fitting, key=lambda year: abs(distance[year]), default=nearest)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= day <= cal.month_days(year, month).end.day
