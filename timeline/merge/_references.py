"""What "the strike" refers back to within its article."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from timeline.merge._facts import Facts
from timeline.merge._score import Scorer

# Earlier reports looked at; a noun rarely refers further back than this.
_LOOK_BACK = 30


def resolve_references(facts: Sequence[Facts], scorer: Scorer) -> dict[int, int]:
    """For each report of a chain of references, the order of the chain's first report."""
    by_article: dict[str, list[Facts]] = defaultdict(list)
    for one in facts:
        if one.mergeable:
            by_article[one.mention.article_id].append(one)
    first_of: dict[int, int] = {}
    for told in by_article.values():
        chains: dict[int, list[Facts]] = {}
        for i, one in enumerate(told):
            antecedent = _antecedent(one, told[max(0, i - _LOOK_BACK) : i], scorer) if one.refers_to else None
            first = antecedent.order if antecedent else one.order
            first = first_of.get(first, first)
            if antecedent is not None and _excluded(one, chains.get(first, []), scorer):
                first = one.order
            first_of[one.order] = first
            chains.setdefault(first, []).append(one)
    return {order: first for order, first in first_of.items() if order != first} | {
        first: first for order, first in first_of.items() if order != first
    }


def _excluded(one: Facts, chain: Sequence[Facts], scorer: Scorer) -> bool:
    return any(scorer.score(told, one).points == -math.inf for told in chain)


def _antecedent(one: Facts, earlier: Sequence[Facts], scorer: Scorer) -> Facts | None:
    """The nearest earlier report of the same family that nothing rules out, one told with the same noun first."""
    possible = [
        told
        for told in earlier
        if not told.families.isdisjoint(one.families) and scorer.score(told, one).points > -math.inf
    ]
    same_noun = [told for told in possible if told.trigger_stem == one.refers_to]
    best = same_noun or [told for told in possible if told.trigger_stem != one.trigger_stem] or possible
    return best[-1] if best else None
