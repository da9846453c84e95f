import pytest

from timeline.coding import Coder, PlaceFinder, load_parser
from timeline.lexicon import load_lexicon, load_parser_model
from timeline.settings import LEXICON_DIR


@pytest.fixture(scope="session")
def coder_with():
    """Makes a coder with the shipped lexicon and any parser, or None."""
    lexicon = load_lexicon(LEXICON_DIR)
    tables = lexicon.actors, lexicon.actions, lexicon.types, lexicon.status, PlaceFinder(lexicon.places)
    return lambda parser, **changes: Coder(*tables, confidence=lexicon.confidence, parser=parser, **changes)


@pytest.fixture(scope="session")
def coder(coder_with):
    """The coder with the shipped lexicon."""
    return coder_with(None)


@pytest.fixture(scope="session")
def parser():
    """The installed dependency parser."""
    loaded = load_parser(load_parser_model(LEXICON_DIR))
    return loaded or pytest.skip("the optional parser is not installed (`make parse` installs it)")


@pytest.fixture(scope="session")
def parsing_coder(coder_with, parser):
    """The coder with the shipped lexicon and the installed parser."""
    return coder_with(parser)
