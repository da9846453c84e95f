"""The shipped weights and types, and merging in one call."""

from __future__ import annotations

import pytest

from timeline.lexicon.merge_weights import load_merge_weights
from timeline.lexicon.types import load_types
from timeline.merge import merge_mentions
from timeline.settings import LEXICON_DIR


@pytest.fixture(scope="session")
def weights():
    return load_merge_weights(LEXICON_DIR)


@pytest.fixture(scope="session")
def types():
    return load_types(LEXICON_DIR)


@pytest.fixture(scope="session")
def merge(weights, types):
    def merge(mentions, articles=(), decisions=()):
        return merge_mentions(mentions, articles, weights=weights, types=types, decisions=decisions)

    return merge
