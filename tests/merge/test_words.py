"""Words meet under one stem, and rare ones weigh more."""

from __future__ import annotations

import pytest

from timeline.merge._words import content_stems, rarity, shared_weight, stem


@pytest.mark.parametrize(
    "words",
    [
        ("strike", "strikes", "striking", "struck", "airstrikes"),
        ("bomb", "bombed", "bombs", "bombing"),
        ("kill", "killed", "killing", "killings"),
        ("hit", "hitting", "hits"),
        ("carry", "carries", "carried", "carrying"),
        ("clash", "clashes", "clashed"),
        ("attack", "attacks", "attacked"),
    ],
)
def test_inflections_meet(weights, words):
    """Every form of a word has one stem."""
    assert len({stem(word, weights.lexis.forms) for word in words}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("crisis", "cris"), ("pass", "pas"), ("king", "k"), ("bus", "bu"), ("red", "r")]
)
def test_no_stem_is_cut_to_nothing(weights, one, other):
    """Short words and words that only look inflected keep their letters."""
    assert stem(one, weights.lexis.forms) != other


def test_function_words_tell_nothing(weights):
    """Articles, days of the week and verbs of saying do not count; numbers do."""
    assert content_stems("They said on Monday that 12 of the depots burned.", weights.lexis) == {"12", "depot", "burn"}


def test_rare_shared_words_weigh_more():
    """Sharing a word that few sentences use says more than sharing a common one."""
    sentences = [frozenset({"attack", "depot"}), frozenset({"attack", "depot"}), frozenset({"attack", "port"})]
    idf = rarity(sentences)
    assert shared_weight(sentences[0], sentences[1], idf) == pytest.approx(1.0)
    assert 0 < shared_weight(sentences[0], sentences[2], idf) < 0.5
    assert shared_weight(sentences[0], frozenset({"talks"}), idf) == 0.0
