"""Words meet under one stem, and rare ones weigh more."""

from __future__ import annotations

import pytest

from timeline.merge._words import content_stems, length_of, rarity, stem


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
        ("slay", "slaying", "slayings"),
        ("apologise", "apologize", "apologised", "apologizing", "apology"),
        ("defence", "defense"),
        ("decide", "decided", "decision", "decisions"),
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
    """A word that few sentences use weighs more than a common one, and an unknown one nothing."""
    sentences = [frozenset({"attack", "depot"}), frozenset({"attack", "depot"}), frozenset({"attack", "port"})]
    idf = rarity(sentences)
    assert length_of({"port"}, idf) > length_of({"attack"}, idf) > 0
    assert length_of(sentences[0], idf) > length_of({"depot"}, idf)
    assert length_of({"talks"}, idf) == 0.0


def test_imagined_sentences_make_shared_words_rare():
    """In an archive of two reports a word of both still counts for much of what they say."""
    sentences = [frozenset({"depot", "port"}), frozenset({"depot", "tanks"})]

    def shared(unseen):
        idf = rarity(sentences, unseen=unseen)
        return length_of({"depot"}, idf) / length_of(sentences[0], idf)

    assert shared(50) > shared(0)
