"""Grammar patterns say what is wrong with them."""

import pytest

from timeline.lexicon.time_words import load_time_words
from timeline.times._pattern import compile_pattern, literals_of
from timeline.times._tokens import Alphabet


def test_bad_pattern_is_named():
    """A pattern with a stray character is refused with the place."""
    alphabet = Alphabet(load_time_words(), frozenset())
    with pytest.raises(ValueError, match="bad grammar pattern"):
        compile_pattern("MONTH = 3", alphabet, {})


def test_unknown_class_matches_nothing():
    """A class without words can never match."""
    assert compile_pattern("NOSUCHCLASS", Alphabet(load_time_words(), frozenset()), {}) == "(?!)"


def test_literals_are_collected():
    """Literal words and marks are those outside class names."""
    assert literals_of(["the MONTH of '.'"]) == {"the", "of", "."}
