import pytest

from timeline.coding import Coder, PlaceFinder
from timeline.lexicon import load_lexicon
from timeline.settings import LEXICON_DIR


@pytest.fixture(scope="session")
def coder():
    """The coder with the shipped lexicon."""
    lexicon = load_lexicon(LEXICON_DIR)
    tables = (lexicon.actors, lexicon.actions, lexicon.types, lexicon.status, PlaceFinder(lexicon.places))
    return Coder(*tables, confidence=lexicon.confidence)
