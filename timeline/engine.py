"""The one seam for work that spreads: batches are read here, in a pool of processes, or on a cluster.

An engine takes a pure function and batches and gives results back in batch order, so where and by how many the work
was done never shows in a build.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Row = TypeVar("Row")


def in_batches(items: Iterable[Item], size: int) -> Iterator[tuple[Item, ...]]:
    """`items` in tuples of `size`, the last one shorter."""
    rest = iter(items)
    while batch := tuple(islice(rest, size)):
        yield batch


class Engine(Protocol):
    """Where batches are worked on."""

    @property
    def spreads(self) -> bool:
        """Whether batches leave this process, so that each had better be worth the way."""

    def map_batches(
        self, read_batch: Callable[[tuple[Item, ...]], tuple[Row, ...]], batches: Iterable[tuple[Item, ...]]
    ) -> Iterator[tuple[Row, ...]]:
        """`read_batch` of every batch, in order; `read_batch` must be picklable where the engine spreads."""


@dataclass(frozen=True, slots=True)
class LocalEngine:
    """This process, or as many on this machine as it is told."""

    processes: int = 1

    @property
    def spreads(self) -> bool:
        """Whether there is more than this process."""
        return self.processes > 1

    def map_batches(
        self, read_batch: Callable[[tuple[Item, ...]], tuple[Row, ...]], batches: Iterable[tuple[Item, ...]]
    ) -> Iterator[tuple[Row, ...]]:
        """`read_batch` of every batch, in order."""
        if not self.spreads:
            yield from map(read_batch, batches)
            return
        # spawn: the parent may hold threads (a progress bar, a server), and a fork would copy their locks.
        spawn = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(max_workers=self.processes, mp_context=spawn) as pool:
            yield from pool.map(read_batch, batches)
