"""What speaks for and against two reports telling of one event: one feature, one function.

Each function returns a score from -1 to 1 with a sentence a reader can argue with and the two values compared, or
None where it has nothing to say. A feature that vetoes keeps two reports apart whatever else speaks for them.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from timeline.merge._facts import Facts, days_text
from timeline.merge._words import length_of
from timeline.model import DateInterval, Mention

# An interval this wide says nearly nothing about whether two reports mean one day.
_WIDEST_DAYS = 400


# A sentence and the two values it compared.
Told = tuple[str, str, str]


class Feature(NamedTuple):
    """One comparison; `veto` keeps the two apart.

    `tell` makes the sentence and the values: most pairs are no event, and nobody reads why.
    """

    name: str
    score: float
    tell: Callable[[], Told]
    veto: bool = False

    @property
    def sentence(self) -> str:
        """What speaks for or against, for a reader."""
        return self.tell()[0]

    @property
    def left(self) -> str:
        """The first report's value."""
        return self.tell()[1]

    @property
    def right(self) -> str:
        """The second report's value."""
        return self.tell()[2]


Compare = Callable[[Facts, Facts], Feature | None]


def date(a: Facts, b: Facts) -> Feature | None:
    """Both dates allow a common day; dates that share none are a veto."""
    left, right = a.interval, b.interval
    if left is None or right is None:
        return None
    if left.end < right.start or right.end < left.start:
        return Feature(
            "date", -1.0, lambda: (f"They are dated apart, {a.days} and {b.days}", a.days, b.days), veto=True
        )
    return Feature("date", tightness(max(left.days, right.days)), lambda: _dates_told(a, b))


def _dates_told(a: Facts, b: Facts) -> Told:
    if a.days == b.days or a.interval is None or b.interval is None:
        return f"Both are dated {a.days}", a.days, b.days
    shared = days_text(a.interval.overlap(b.interval))
    return f"Their dates, {a.days} and {b.days}, both allow {shared}", a.days, b.days


def tightness(days: int) -> float:
    """1 for a single day, falling with the logarithm of the width."""
    return max(0.02, 1 - math.log(days) / math.log(_WIDEST_DAYS))


def anchor(a: Facts, b: Facts) -> Feature | None:
    """Both are dated by the same known event."""
    left, right = a.mention.when.anchor_id, b.mention.when.anchor_id
    if not left or left != right:
        return None
    return Feature("anchor", 1.0, lambda: ("Both are dated by the same known event", left, right))


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
        if days < 0:
            sentence = "The undated report was published before the other's date"
            return Feature("recency", -1.0, lambda: (sentence, a.days, b.days), veto=True)
        score = _freshness(days, recent_days, stale_days)
        return Feature("recency", score, lambda: (_age_told(days), a.days, b.days))

    return compare


def _age_told(days: float) -> str:
    return f"Where one is undated, its article appeared {int(days)} days from the other"


def _freshness(days: float, recent_days: float, stale_days: float) -> float:
    """One for news of the same day, half for fresh news, then from nothing falling to minus one for stale."""
    if days < 1:
        return 1.0
    if days <= recent_days:
        return 0.5
    return max(-1.0, (recent_days - days) / max(1.0, stale_days - recent_days))


def mode(a: Facts, b: Facts) -> Feature | None:
    """The same way of acting, where both say how."""
    if a.mention.type != b.mention.type:
        return Feature("mode", -1.0, lambda: _modes_told(a, b))
    if not a.mention.mode or not b.mention.mode:
        return None
    return Feature("mode", 0.5 if a.mention.mode == b.mention.mode else -0.5, lambda: _modes_told(a, b))


def _modes_told(a: Facts, b: Facts) -> Told:
    left, right = _way(a.mention), _way(b.mention)
    return f"Both are coded {left}" if left == right else f"One is coded {left}, the other {right}", left, right


def _way(mention: Mention) -> str:
    return f"{mention.type}/{mention.mode}" if mention.mode else mention.type


def status(a: Facts, b: Facts) -> Feature | None:
    """What is done and what is only announced or promised are different events, unless the same day is meant."""
    left, right = a.mention.status, b.mention.status
    if left == right or not {left, right} & {"planned", "threatened"} or a.family == "threat":
        return None
    planned_day = "threatened" not in (left, right) and _one_day(a.interval) and _one_day(b.interval)
    score = 0.0 if planned_day else -1.0
    return Feature(
        "status",
        score,
        lambda: (f"One is reported as {left}, the other as {right}", left, right),
        veto=not planned_day,
    )


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
    return Feature("words", score, lambda: _words_told(a, b))


def _words_told(a: Facts, b: Facts) -> Told:
    rarest = sorted(a.stems & b.stems, key=lambda word: (-a.idf.get(word, 0.0), word))[:3]
    shared = ", ".join(f"'{a.words[word]}'" for word in rarest)
    return f"Both sentences speak of {shared}", str(len(a.stems)), str(len(b.stems))


def two_kinds(a: Facts, b: Facts) -> Feature | None:
    """One sentence that tells of two kinds of act tells of two acts."""
    left, right = a.mention.type, b.mention.type
    if left == right or not in_one_sentence(a, b):
        return None
    return Feature(
        "two_kinds", -1.0, lambda: (f"One sentence tells of both, as {left} and as {right}", left, right), veto=True
    )


def one_sentence(a: Facts, b: Facts) -> Feature | None:
    """Two words of one sentence for one kind of act ("fired a missile that killed")."""
    if not in_one_sentence(a, b) or a.mention.type != b.mention.type:
        return None
    where = a.mention.article_id
    return Feature("one_sentence", 1.0, lambda: (f"One sentence tells of both, as {a.mention.type}", where, where))


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
                return _answer_feature(answer, answered, cue.cue)
    return None


def _answer_feature(answer: Mention, answered: Mention, cue: str) -> Feature:
    return Feature("answers", -1.0, lambda: (f"One answers the other ('{cue}')", answer.id, answered.id), veto=True)
