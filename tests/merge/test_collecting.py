"""Merging leaves Python's own housekeeping as it found it."""

import gc

import pytest

from timeline.merge._collecting import uncollected


@uncollected()
def _fail(seen):
    seen.append(gc.isenabled())
    raise ValueError("inside")


@pytest.mark.parametrize("before", [True, False])
def test_nothing_is_searched_only_while_it_lasts(before):
    """Whatever happens inside, what held before holds again."""
    seen, held = [], gc.isenabled()
    try:
        gc.enable() if before else gc.disable()
        with pytest.raises(ValueError, match="inside"):
            _fail(seen)
        assert seen == [False]
        assert gc.isenabled() is before
    finally:
        gc.enable() if held else gc.disable()
