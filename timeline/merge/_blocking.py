"""Which pairs of reports are compared at all: those that share a key, so that work grows with the reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from timeline.lexicon.merge_weights import MergeWeights
from timeline.merge._facts import Facts
from timeline.model import DateInterval

Key = tuple[str, ...]

# Wider dates ("in 2020") are compared by year; a month key each would put them in every block.
_MONTHS_AT_MOST = 4
# Rare words that give a block of their own, and reports up to which a word counts as rare.
_RARE_WORDS = 4
_RARE_IN = 12
_BY_WORD = ("word", "day")
# Pairs turned into Python's numbers at once: few enough to stay in cache.
_AT_ONCE = 10_000


def candidate_pairs(facts: Sequence[Facts], weights: MergeWeights) -> Iterator[tuple[int, int]]:
    """Pairs of orders (lower first) that dates do not exclude, each once and in order; they grow with the reports."""
    if not facts:
        return
    # A pair is one number, so that the pairs of a large archive fit into memory and are sorted in one go.
    size = len(facts)
    first, last = _days_allowed(facts)
    coded = [_coded_pairs(block, size, weights) for block in _blocks(facts)]
    codes = np.concatenate([np.empty(0, np.int64), *coded])
    # Sorted in place: numpy's hash table for unique values walks all over memory, and work would outgrow the pairs.
    codes.sort()
    codes = codes[np.diff(codes, prepend=-1) > 0]
    for start in range(0, len(codes), _AT_ONCE):
        lower, higher = np.divmod(codes[start : start + _AT_ONCE], size)
        # Their dates exclude each other: most pairs of a block, and the score would only say so at a price.
        may = (first[lower] <= last[higher]) & (first[higher] <= last[lower])
        lower, higher = lower[may], higher[may]
        yield from zip(lower.tolist(), higher.tolist(), strict=True)


def _days_allowed(facts: Sequence[Facts]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The first and last day of each report's act, as ordinals: any day up to its news where it gives none."""
    known = (one.interval or one.published for one in facts)
    first = [one.interval.start.toordinal() if one.interval else 0 for one in facts]
    last = [days.end.toordinal() if days else date.max.toordinal() for days in known]
    return np.array(first, np.int64), np.array(last, np.int64)


def _coded_pairs(block: Sequence[int], size: int, weights: MergeWeights) -> npt.NDArray[np.int64]:
    """The pairs of a block, all of them or each report with the next ones in time, as lower times size plus higher."""
    orders = np.array(block, np.int64)
    reach = len(block) - 1 if len(block) <= weights.block_cap else int(weights.block_window)
    steps = range(1, min(reach, len(block) - 1) + 1)
    pairs = [(orders[:-step], orders[step:]) for step in steps]
    return np.concatenate([np.minimum(a, b) * size + np.maximum(a, b) for a, b in pairs])


def _blocks(facts: Sequence[Facts]) -> Iterator[list[int]]:
    blocks: dict[Key, list[Facts]] = defaultdict(list)
    told_twice = _words_told_twice(facts)
    for one in facts:
        if one.mergeable:
            for key in sorted(set(_keys(one, told_twice))):
                blocks[key].append(one)
    for key in sorted(blocks):
        is_rare = key[1] not in _BY_WORD or len(blocks[key]) <= _RARE_IN
        if len(blocks[key]) > 1 and is_rare:
            yield [one.order for one in sorted(blocks[key], key=_by_time)]


def _by_time(facts: Facts) -> tuple[date, date, int]:
    days = facts.interval or facts.published or DateInterval(date.min, date.min)
    return (days.start, days.end, facts.order)


def _words_told_twice(facts: Sequence[Facts]) -> frozenset[str]:
    """Stems that stand in the sentences of two articles or more: others bring no two reports together."""
    first: dict[str, str] = {}
    twice: set[str] = set()
    for one in facts:
        for word in one.stems:
            if first.setdefault(word, one.mention.article_id) != one.mention.article_id:
                twice.add(word)
    return frozenset(twice)


def _keys(facts: Facts, told_twice: frozenset[str]) -> Iterator[Key]:
    about = [*_keys_of_act(facts), *_word_keys(facts, told_twice)]
    for family in facts.families:
        for key in about:
            yield (family, *key)


def _keys_of_act(facts: Facts) -> Iterator[Key]:
    mention, times = facts.mention, _time_keys(facts)
    yield ("article", mention.article_id)
    if mention.when.anchor_id:
        yield ("anchor", mention.when.anchor_id)
    for name in facts.victims | facts.speakers:
        yield ("person", name)
    # By role: who acts in one report and suffers in the other are two acts.
    for role, codes in (("initiator", facts.initiators), ("target", facts.targets)):
        for code in codes:
            for time in times:
                yield (role, code, time)
    yield from _toll_keys(facts, times)
    if mention.place is not None and (not facts.parties or mention.place.precision == "city"):
        for time in times:
            yield ("place", mention.place.name.casefold(), time)


def _toll_keys(facts: Facts, times: Sequence[str]) -> Iterator[Key]:
    """By the number killed with an actor, whenever told, and with the time, whoever is named."""
    killed = facts.mention.killed
    if killed is None:
        return
    for code in facts.parties:
        yield ("killed", code, str(killed.low))
    if killed.low > 1:
        for time in times:
            yield ("killed", str(killed.low), time)


def _word_keys(facts: Facts, told_twice: frozenset[str]) -> Iterator[Key]:
    rarest = sorted(facts.stems & told_twice, key=lambda word: (-facts.idf.get(word, 0.0), word))
    for word in rarest[:_RARE_WORDS]:
        yield ("word", word)
    if facts.interval is not None and facts.interval.days == 1:
        # Reports that name no common actor or place meet by a word and the day of the act.
        for word in rarest:
            yield ("day", str(facts.interval.start), word)


def _time_keys(facts: Facts) -> tuple[str, ...]:
    days = facts.interval or facts.published
    if days is None:
        return ("undated",)
    first, last = days.start.year * 12 + days.start.month - 1, days.end.year * 12 + days.end.month - 1
    if facts.interval is None:
        # News of an undated act may stand a month after it.
        first -= 1
    years = tuple(f"y{year}" for year in {days.start.year, days.end.year})
    if last - first >= _MONTHS_AT_MOST:
        return years
    return years + tuple(f"m{month}" for month in range(first, last + 1))
