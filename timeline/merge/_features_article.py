"""Features of two reports in one article: its writer returns to an act in known words, or goes on to the next in new.

Source of the rule: given before new (Halliday and Hasan 1976, Cohesion in English): what a text has told it takes up
again by a headline, a definite noun or the same words; what it tells in other words is another thing.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.merge._facts import Facts
from timeline.merge._features import Compare, Feature, in_one_sentence, recency
from timeline.merge._features_detail import same_toll, share_of_detail

# Share of the telling words (by rarity) with which a text comes back to an act.
_RETURNS = 0.1
# What each sign that an article has gone on to another act takes, on a scale to 1.
_OTHER_TOLL, _OTHER_WAY, _OTHER_DAY = 1.0, 0.5, 0.5


Linked = Callable[[Facts, Facts], bool]


def make_same_article(linked: Linked) -> Compare:
    """The feature of two reports in one article, given which reports one chain of references links.

    They speak for one act where the second takes up the first, else a little against.
    """

    def same_article(a: Facts, b: Facts) -> Feature | None:
        if a.mention.article_id != b.mention.article_id:
            return None
        article = a.mention.article_id
        if in_one_sentence(a, b) or _points_back(a, b, linked) or _in_known_words(a, b):
            return Feature("same_article", 1.0, lambda: ("Both stand in one article", article, article))
        # A noun takes its act for known, though the text need not have told it ("Norland's recent attack on Sudria").
        if a.by_noun or b.by_noun:
            return None
        new = "One article tells both, and in its second sentence nothing takes up the first"
        return Feature("same_article", -0.5, lambda: (new, article, article))

    return same_article


def make_gone_on(linked: Linked) -> Compare:
    """The feature of one article that gives two tolls, two ways of acting or two days: it tells of two acts."""

    def gone_on(a: Facts, b: Facts) -> Feature | None:
        apart = a.mention.article_id != b.mention.article_id
        if apart or in_one_sentence(a, b) or _points_back(a, b, linked):
            return None
        signs = [sign for sign in (_tolls(a, b), _ways(a, b), _days(a, b)) if sign is not None]
        if not signs:
            return None
        _, told, left, right = signs[0]
        score = -min(1.0, sum(size for size, *_ in signs))
        return Feature("gone_on", score, lambda: (f"One article tells of {told}, {left} and {right}", left, right))

    return gone_on


def _points_back(a: Facts, b: Facts, linked: Linked) -> bool:
    """One is the headline of the other, or refers to it ("the raid")."""
    return "title" in (a.mention.kind, b.mention.kind) or linked(a, b)


def _in_known_words(a: Facts, b: Facts) -> bool:
    """The same toll, telling words in common, or the same noun for the act."""
    noun = a.by_noun and b.by_noun and a.trigger_stem == b.trigger_stem
    return noun or same_toll(a, b) or share_of_detail(a, b) >= _RETURNS


Sign = tuple[float, str, str, str]


def _tolls(a: Facts, b: Facts) -> Sign | None:
    left, right = a.mention.killed, b.mention.killed
    if left is None or right is None or left.bounds == right.bounds:
        return None
    return _OTHER_TOLL, "two tolls", str(left.low), str(right.low)


def _ways(a: Facts, b: Facts) -> Sign | None:
    left, right = a.mention.mode, b.mention.mode
    return (_OTHER_WAY, "two ways of acting", left, right) if left and right and left != right else None


def _days(a: Facts, b: Facts) -> Sign | None:
    """News of the day beside an act of another; what is only "recent" may be of either."""
    undated = a if a.interval is None else b
    days = recency(a, b) if not undated.mention.when.phrase else None
    return (_OTHER_DAY, "two days", a.days, b.days) if days is not None and days >= 1 else None
