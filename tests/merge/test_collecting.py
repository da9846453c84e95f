"""Merging leaves Python's own housekeeping as it found it."""

import gc

import pytest

from timeline.merge._collecting import seldom_collected


@seldom_collected()
def _fail(seen):
    seen.append(gc.get_threshold())
    raise ValueError("inside")


def test_searches_are_seldom_only_while_it_lasts():
    """Whatever happens inside, what held before holds again."""
    before, seen = gc.get_threshold(), []
    with pytest.raises(ValueError, match="inside"):
        _fail(seen)
    assert seen[0] > before
    assert gc.get_threshold() == before
