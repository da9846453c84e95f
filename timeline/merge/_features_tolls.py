"""Features of size: killed, injured, munitions."""

from __future__ import annotations

import datetime
import math

from timeline.merge._facts import Facts
from timeline.merge._features import Feature, Told
from timeline.model import Count, DateInterval

# A toll that rises from report to report says almost nothing against their being one event.
UPDATED = -0.1
_UPDATE_TIMES = 4
# The first count, of the day itself or the day after, is often of a few only.
_FIRST_COUNT_DAYS, _FIRST_COUNT_TIMES = 1, 10
# No single act's toll grows fifty times from report to report; a war's does from its first day.
_SUM_TIMES, _SUM_FROM = 50, 500
_NEVER = DateInterval(datetime.date.min, datetime.date.min)


def killed(a: Facts, b: Facts) -> Feature | None:
    """The same number of dead; a different number speaks against, and hardly where a later report counts more."""
    feature = _same_count("killed", a.mention.killed, b.mention.killed)
    if feature is not None and _is_sum(a, b):
        return Feature("killed", -1.0, lambda: _retold("One counts the dead of many acts", feature), veto=True)
    if feature is None or feature.score >= UPDATED or not _is_update(a, b):
        return feature
    return Feature("killed", UPDATED, lambda: _retold("The later report counts more killed", feature))


def _retold(why: str, feature: Feature) -> Told:
    return f"{why}, {feature.left} and {feature.right}", feature.left, feature.right


def _is_sum(a: Facts, b: Facts) -> bool:
    """One number is so much greater that it is no update: the toll of a war, a year, a campaign."""
    if a.mention.killed is None or b.mention.killed is None:
        return False
    low, high = sorted((a.mention.killed.low, b.mention.killed.low))
    return high >= _SUM_FROM and high >= _SUM_TIMES * max(1, low)


def _is_update(a: Facts, b: Facts) -> bool:
    """The report published later counts more, but not many times more; the first count of all may be far too low."""
    if a.mention.killed is None or b.mention.killed is None or a.published is None or b.published is None:
        return False
    first, then = sorted((a, b), key=lambda one: (one.published or _NEVER).start)
    counts = [one.mention.killed.low for one in (first, then) if one.mention.killed]
    later = first.published != then.published
    times = _FIRST_COUNT_TIMES if _is_first_count(first, then) else _UPDATE_TIMES
    return later and max(1, counts[0]) <= counts[1] <= times * max(1, counts[0])


def _is_first_count(first: Facts, then: Facts) -> bool:
    """Both give one day for the act, and the first was published on it or the day after."""
    if first.interval is None or first.interval != then.interval or first.published is None:
        return False
    return (first.published.start - first.interval.end).days <= _FIRST_COUNT_DAYS


def injured(a: Facts, b: Facts) -> Feature | None:
    """The same number of injured."""
    return _same_count("injured", a.mention.injured, b.mention.injured)


def captured(a: Facts, b: Facts) -> Feature | None:
    """The same number of captured, abducted or arrested."""
    return _same_count("captured", a.mention.captured, b.mention.captured)


def munitions(a: Facts, b: Facts) -> Feature | None:
    """The same number of munitions."""
    return _same_count("munitions", a.mention.munitions, b.mention.munitions)


def _same_count(name: str, left: Count | None, right: Count | None) -> Feature | None:
    if left is None or right is None:
        return None
    return Feature(name, _likeness(left, right), lambda: _counts_told(name, left, right))


def _likeness(left: Count, right: Count) -> float:
    if left.bounds == right.bounds:
        # One dead is said of a thousand acts, seven of few.
        return 0.3 if left.low <= 1 else 1.0
    if _counts_meet(left, right):
        return 0.4
    low, high = sorted((max(1, left.low), max(1, right.low)))
    return -min(1.0, 0.15 + 0.2 * math.log2(high / low))


def _counts_told(name: str, left: Count, right: Count) -> Told:
    texts = count_text(left), count_text(right)
    if left.bounds == right.bounds:
        return f"Both say {texts[0]} {name}", *texts
    if _counts_meet(left, right):
        return f"{texts[0]} and {texts[1]} {name} can both be right", *texts
    return f"They differ on the number {name}, {texts[0]} and {texts[1]}", *texts


def _counts_meet(left: Count, right: Count) -> bool:
    left_reaches = left.high is None or left.high >= right.low
    return left_reaches and (right.high is None or right.high >= left.low)


def count_text(count: Count) -> str:
    """A count as a reader writes it: 7, 5 to 7, at least 300."""
    if count.high is None:
        return f"at least {count.low}"
    return str(count.low) if count.low == count.high else f"{count.low} to {count.high}"
