"""Whether an article returns to an act or goes on to the next: headlines, reference, words, tolls, ways and days."""

from __future__ import annotations

import pytest

from tests.builders import make_article, make_count, make_mention, make_when
from timeline.merge import _features_article as within
from timeline.merge._facts import gather_facts
from timeline.model import Span

SAME_ARTICLE = within.make_same_article(lambda a, b: bool(b.refers_to))
GONE_ON = within.make_gone_on(lambda a, b: bool(b.refers_to))
NEWS = {"when": make_when("2024-05-07", basis="publication", phrase="")}
RECENT = {"when": make_when("2024-04-07", "2024-05-07", basis="publication", phrase="recent")}
STRIKES, MORE = {"trigger": Span(0, 17)}, {"trigger": Span(100, 114)}
BEFORE = {"when": make_when("2024-05-05")}
FIRST, SECOND = "Jets burnt a market.", "Planes flattened two barns."


@pytest.fixture
def facts_of(weights):
    def facts_of(first=FIRST, second=SECOND, a=NEWS, b=NEWS, article="a1"):
        mentions = [
            make_mention(text, article_id=where, start=start, **changes)
            for text, where, start, changes in ((first, "a1", 0, a), (second, article, 100, b))
        ]
        articles = {name: make_article(name, id=name, published="2024-05-07") for name in ("a1", "a2")}
        return gather_facts(mentions, articles, weights)

    return facts_of


def test_two_articles_are_not_compared(facts_of):
    """What one writer would say twice tells nothing of two writers."""
    pair = facts_of(article="a2")
    assert SAME_ARTICLE(*pair) is None
    assert GONE_ON(*pair) is None


@pytest.mark.parametrize(
    ("first", "second", "a", "b"),
    [
        (FIRST, SECOND, NEWS | {"kind": "title"}, NEWS),
        (FIRST, "Seven people died in the raid.", NEWS, NEWS),
        ("Jets burnt the covered market.", "The covered market was bombed.", NEWS, NEWS),
        ("Norish airstrikes burnt a market.", "New airstrikes flattened two barns.", NEWS | STRIKES, NEWS | MORE),
        (FIRST, SECOND, NEWS | {"killed": make_count(7)}, NEWS | {"killed": make_count(7)}),
    ],
)
def test_a_text_returns_to_an_act_in_known_words(facts_of, first, second, a, b):
    """A headline, "the raid", telling words in common or the same toll take up the act told before."""
    assert SAME_ARTICLE(*facts_of(first, second, a, b)).score == 1.0


def test_new_words_go_on_to_another_act(facts_of):
    """A second sentence that takes up nothing of the first speaks a little against one act."""
    feature = SAME_ARTICLE(*facts_of())
    assert feature.score == -0.5
    assert "nothing takes up the first" in feature.sentence


def test_a_noun_takes_its_act_for_known(facts_of):
    """ "New airstrikes" may be what was told before or not: nothing speaks against it."""
    assert SAME_ARTICLE(*facts_of(second="New airstrikes flattened two barns.", b=NEWS | MORE)) is None


@pytest.mark.parametrize(
    ("a", "b", "score", "told"),
    [
        ({"killed": make_count(7)}, {"killed": make_count(12)}, -1.0, "two tolls, 7 and 12"),
        ({"mode": "aerial"}, {"mode": "drone"}, -0.5, "two ways of acting, aerial and drone"),
        ({}, BEFORE, -0.5, "two days"),
        ({"mode": "aerial"}, BEFORE | {"mode": "drone"}, -1.0, "two ways of acting"),
    ],
)
def test_two_tolls_ways_or_days_are_two_acts(facts_of, a, b, score, told):
    """One writer gives one act one toll, one way of acting and one day."""
    feature = GONE_ON(*facts_of(a=NEWS | a, b=NEWS | b))
    assert feature.score == score
    assert told in feature.sentence


def test_what_is_only_recent_is_no_other_day(facts_of):
    """ "Recent" says nothing of the day that another sentence gives."""
    assert GONE_ON(*facts_of(a=RECENT, b=BEFORE)) is None


def test_who_refers_back_may_add_a_toll(facts_of):
    """ "The raid killed 12" is about the raid told before, whatever number stood there."""
    pair = facts_of(FIRST, "The raid killed 12.", NEWS | {"killed": make_count(7)}, NEWS | {"killed": make_count(12)})
    assert GONE_ON(*pair) is None


def test_a_possessive_is_a_reference(facts_of):
    """ "Norland's raid" is one that the reader knows, unless it is described there."""
    assert facts_of(second="Norland's raid was condemned.")[1].refers_to
    assert not facts_of(second="Norland's raid on two barns was condemned.")[1].refers_to
