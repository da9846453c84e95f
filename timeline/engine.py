"""The one seam for work that spreads: `map_batches` over this process or a pool of processes.

A cluster engine takes the same two arguments, a pure function and batches; results come back in batch order, so the
number of workers never shows in a build.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Row = TypeVar("Row")


def in_batches(items: Iterable[Item], size: int) -> Iterator[tuple[Item, ...]]:
    """`items` in tuples of `size`, the last one shorter."""
    rest = iter(items)
    while batch := tuple(islice(rest, size)):
        yield batch


def map_batches(
    read_batch: Callable[[tuple[Item, ...]], tuple[Row, ...]],
    batches: Iterable[tuple[Item, ...]],
    *,
    processes: int = 1,
) -> Iterator[tuple[Row, ...]]:
    """`read_batch` of every batch, in order; `read_batch` must be picklable when `processes` is above 1."""
    if processes <= 1:
        yield from map(read_batch, batches)
        return
    # spawn: the parent may hold threads (a progress bar, a server), and a fork would copy their locks.
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=processes, mp_context=spawn) as pool:
        yield from pool.map(read_batch, batches)
