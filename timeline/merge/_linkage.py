"""Average-linkage clustering of names by the similarity of pairs."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence


def average_linkage(names: Sequence[str], similar: Mapping[tuple[str, str], float], link_at: float) -> list[list[str]]:
    """Join the most similar two groups while their members are on average at least `link_at` alike.

    A pair that `similar` leaves out counts as 0. Pairs are given once, in either order.
    """
    members = {name: [name] for name in names}
    sums: dict[str, dict[str, float]] = defaultdict(dict)
    for (a, b), value in similar.items():
        sums[a][b] = sums[b][a] = value
    heap = [(-value, min(a, b), max(a, b)) for (a, b), value in similar.items() if value >= link_at]
    heapq.heapify(heap)
    while heap:
        score, a, b = heapq.heappop(heap)
        # A pair whose groups have since grown or gone is stale.
        if a not in members or b not in members or -score != _average(a, b, sums, members):
            continue
        _absorb(a, b, sums, members)
        for other in sums[a]:
            average = _average(a, other, sums, members)
            if average >= link_at:
                heapq.heappush(heap, (-average, min(a, other), max(a, other)))
    return sorted(sorted(group) for group in members.values())


def _average(a: str, b: str, sums: Mapping[str, Mapping[str, float]], members: Mapping[str, Sequence[str]]) -> float:
    return sums[a].get(b, 0.0) / (len(members[a]) * len(members[b]))


def _absorb(a: str, b: str, sums: dict[str, dict[str, float]], members: dict[str, list[str]]) -> None:
    members[a] += members.pop(b)
    for other, value in sums.pop(b).items():
        sums[other].pop(b)
        if other != a:
            sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + value
