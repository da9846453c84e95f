"""Batches go through any number of processes and come back in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.engine import LocalEngine, in_batches


def double(batch):
    return tuple(2 * number for number in batch)


@given(st.lists(st.integers(), max_size=40), st.integers(1, 7))
def test_batches_hold_every_item_once_in_order(items, size):
    """Cutting into batches loses nothing, and none is larger than asked."""
    batches = list(in_batches(items, size))
    assert [item for batch in batches for item in batch] == items
    assert all(0 < len(batch) <= size for batch in batches)


@pytest.mark.parametrize("processes", [1, 2])
def test_results_come_in_batch_order(processes):
    """The number of processes never shows in the result."""
    made = list(LocalEngine(processes).map_batches(double, in_batches(range(10), 3)))
    assert made == [(0, 2, 4), (6, 8, 10), (12, 14, 16), (18,)]
