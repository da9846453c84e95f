import pytest

from timeline.lexicon.furniture import load_furniture


@pytest.fixture(scope="session")
def furniture():
    return load_furniture()
