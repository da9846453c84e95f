"""Acts stand on the rung that the type table gives them."""

from __future__ import annotations

import pytest

from timeline.errors import LexiconError
from timeline.escalation import hostility_level
from timeline.lexicon.types import load_types
from timeline.settings import LEXICON_DIR

TYPES = load_types(LEXICON_DIR)


@pytest.mark.parametrize(
    ("type_", "mode", "level"),
    [("CONSULT", "", 1), ("THREATEN", "", 2), ("MOBILIZE", "troops", 3), ("ASSAULT", "drone", 4)],
)
def test_level(type_, mode, level):
    """Words, threats, displays and uses of force stand on their rungs."""
    assert hostility_level(type_, mode, TYPES) == level


def test_unknown_type_is_an_error():
    """A type outside the table has no rung."""
    with pytest.raises(LexiconError):
        hostility_level("DANCE", "", TYPES)
