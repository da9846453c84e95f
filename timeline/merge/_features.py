"""What speaks for and against two reports telling of one event: one feature, one function.

Each function returns a score from -1 to 1 with a sentence a reader can argue with and the two values compared, or
None where it has nothing to say. A feature that vetoes keeps two reports apart whatever else speaks for them.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from timeline.merge._facts import Facts, days_text
from timeline.merge._words import length_of
from timeline.model import DateInterval, Mention

# An interval this wide says nearly nothing about whether two reports mean one day.
_WIDEST_DAYS = 400


@dataclass(frozen=True, slots=True)
class Feature:
    """One comparison; `veto` keeps the two apart."""

    name: str
    score: float
    sentence: str
    left: str
    right: str
    veto: bool = False


Compare = Callable[[Facts, Facts], Feature | None]


def date(a: Facts, b: Facts) -> Feature | None:
    """Both dates allow a common day; dates that share none are a veto."""
    left, right = a.interval, b.interval
    if left is None or right is None:
        return None
    texts = a.days, b.days
    shared = left.overlap(right)
    if shared is None:
        return Feature("date", -1.0, f"They are dated apart, {texts[0]} and {texts[1]}", *texts, veto=True)
    score = tightness(max(left.days, right.days))
    if texts[0] == texts[1]:
        return Feature("date", score, f"Both are dated {texts[0]}", *texts)
    return Feature("date", score, f"Their dates, {texts[0]} and {texts[1]}, both allow {days_text(shared)}", *texts)


def tightness(days: int) -> float:
    """1 for a single day, falling with the logarithm of the width."""
    return max(0.02, 1 - math.log(days) / math.log(_WIDEST_DAYS))


def anchor(a: Facts, b: Facts) -> Feature | None:
    """Both are dated by the same known event."""
    left, right = a.mention.when.anchor_id, b.mention.when.anchor_id
    if not left or left != right:
        return None
    return Feature("anchor", 1.0, "Both are dated by the same known event", left, right)


def recency(a: Facts, b: Facts) -> float | None:
    """Days between the news of an undated report and the other report; negative if it was published before."""
    if a.interval and b.interval:
        return None
    if a.interval is None and b.interval is None:
        return None if a.mention.article_id == b.mention.article_id else _apart(a.published, b.published)
    undated, dated = (a, b) if a.interval is None else (b, a)
    if undated.published is None or dated.interval is None:
        return None
    if undated.published.end < dated.interval.start:
        return -float((dated.interval.start - undated.published.end).days)
    return float(max(0, (undated.published.start - dated.interval.end).days))


def _apart(left: DateInterval | None, right: DateInterval | None) -> float | None:
    if left is None or right is None:
        return None
    return float(max(0, (left.start - right.end).days, (right.start - left.end).days))


def make_recency(recent_days: float, stale_days: float) -> Compare:
    """The feature of news age for the given spans of days."""

    def compare(a: Facts, b: Facts) -> Feature | None:
        days = recency(a, b)
        if days is None:
            return None
        texts = a.days, b.days
        if days < 0:
            sentence = "The undated report was published before the other's date"
            return Feature("recency", -1.0, sentence, *texts, veto=True)
        score = _freshness(days, recent_days, stale_days)
        sentence = f"Where one is undated, its article appeared {int(days)} days from the other"
        return Feature("recency", score, sentence, *texts)

    return compare


def _freshness(days: float, recent_days: float, stale_days: float) -> float:
    """One for news of the same day, half for fresh news, then from nothing falling to minus one for stale."""
    if days < 1:
        return 1.0
    if days <= recent_days:
        return 0.5
    return max(-1.0, (recent_days - days) / max(1.0, stale_days - recent_days))


def mode(a: Facts, b: Facts) -> Feature | None:
    """The same way of acting, where both say how."""
    left, right = _way(a.mention), _way(b.mention)
    if a.mention.type != b.mention.type:
        return Feature("mode", -1.0, f"One is coded {left}, the other {right}", left, right)
    if not a.mention.mode or not b.mention.mode:
        return None
    if a.mention.mode == b.mention.mode:
        return Feature("mode", 0.5, f"Both are coded {left}", left, right)
    return Feature("mode", -0.5, f"One is coded {left}, the other {right}", left, right)


def _way(mention: Mention) -> str:
    return f"{mention.type}/{mention.mode}" if mention.mode else mention.type


def status(a: Facts, b: Facts) -> Feature | None:
    """What is done and what is only announced or promised are different events, unless the same day is meant."""
    left, right = a.mention.status, b.mention.status
    if left == right or not {left, right} & {"planned", "threatened"} or a.family == "threat":
        return None
    planned_day = "threatened" not in (left, right) and _one_day(a.interval) and _one_day(b.interval)
    sentence = f"One is reported as {left}, the other as {right}"
    return Feature("status", 0.0 if planned_day else -1.0, sentence, left, right, veto=not planned_day)


def _one_day(interval: DateInterval | None) -> bool:
    return interval is not None and interval.days == 1


def words(a: Facts, b: Facts) -> Feature | None:
    """Rare words that two sentences use."""
    if in_one_sentence(a, b):
        return None
    both = a.stems & b.stems
    shared_length = length_of(both, a.idf)
    if not shared_length:
        return None
    score = shared_length**2 / (a.length * b.length)
    rarest = sorted(both, key=lambda word: (-a.idf.get(word, 0.0), word))[:3]
    shared = ", ".join(f"'{a.words[word]}'" for word in rarest)
    return Feature("words", score, f"Both sentences speak of {shared}", str(len(a.stems)), str(len(b.stems)))


def two_kinds(a: Facts, b: Facts) -> Feature | None:
    """One sentence that tells of two kinds of act tells of two acts."""
    left, right = a.mention.type, b.mention.type
    if left == right or not in_one_sentence(a, b):
        return None
    sentence = f"One sentence tells of both, as {left} and as {right}"
    return Feature("two_kinds", -1.0, sentence, left, right, veto=True)


def one_sentence(a: Facts, b: Facts) -> Feature | None:
    """Two words of one sentence for one kind of act ("fired a missile that killed")."""
    if not in_one_sentence(a, b) or a.mention.type != b.mention.type:
        return None
    where = a.mention.article_id
    return Feature("one_sentence", 1.0, f"One sentence tells of both, as {a.mention.type}", where, where)


def in_one_sentence(a: Facts, b: Facts) -> bool:
    """Both are words of one sentence."""
    return (a.mention.article_id, a.mention.start) == (b.mention.article_id, b.mention.start)


def answers(a: Facts, b: Facts) -> Feature | None:
    """One report says that its act answers the other: so they are two acts."""
    if a.mention.article_id != b.mention.article_id:
        return None
    for answer, answered in ((a.mention, b.mention), (b.mention, a.mention)):
        for cue in answer.responds:
            if cue.antecedent.start <= answered.trigger.start and answered.trigger.end <= cue.antecedent.end:
                return Feature(
                    "answers", -1.0, f"One answers the other ('{cue.cue}')", answer.id, answered.id, veto=True
                )
    return None
