"""Articles that are copies of another: agency copy printed by several papers, and reposts, count as one source.

MinHash over runs of words (Broder 1997) with banding (Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4):
work grows with the articles, not with their pairs. What the bands propose is checked on the runs themselves.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from timeline.lexicon.merge_weights import MergeWeights
from timeline.merge._words import tokens
from timeline.model import Article

Hashes = npt.NDArray[np.uint64]

_RUN = 5
_BANDS, _ROWS = 32, 4
# Multiply-shift hashing with odd multipliers (Dietzfelbinger 1997); any odd numbers do, these are fixed.
_MULTIPLIERS = np.random.default_rng(1997).integers(0, 2**63, _BANDS * _ROWS, dtype=np.uint64) * 2 + 1
_RUN_FACTORS = np.array([0x9E3779B97F4A7C15 ** (n + 1) % 2**64 for n in range(_RUN)], dtype=np.uint64)
# Members of a bucket each article is checked against; a bucket of one text's copies has one family.
_CHECKED = 8
# Blocks that every page of a site repeats, or that are not the report.
_NOT_TEXT = ("furniture", "caption")


def mark_copies(articles: Sequence[Article], weights: MergeWeights) -> tuple[Article, ...]:
    """The articles, in their order, each copy with the id of the earliest published article it copies."""
    first_of = find_copies(articles, weights)
    return tuple(replace(article, copy_of=first_of.get(article.id, "")) for article in articles)


def find_copies(articles: Iterable[Article], weights: MergeWeights) -> dict[str, str]:
    """Of each article that copies another, the id of the earliest published one of its family."""
    ordered = sorted(articles, key=_published_first)
    runs = {article.id: found for article in ordered if (found := _runs(article)).size >= weights.copy_runs}
    buckets = _buckets(runs)
    original: dict[str, str] = {}
    for article_id in runs:
        for other in buckets[article_id]:
            if _are_copies(runs[other], runs[article_id], weights.copy_at):
                original[article_id] = original.get(other, other)
                break
    return original


def _published_first(article: Article) -> tuple[str, str]:
    days = article.published.interval
    return (days.start.isoformat() if days else "~", article.id)


def _runs(article: Article) -> Hashes:
    """Hashes of the runs of words of an article's own text, each once and in order of size."""
    parts = [block.span.of(article.text) for block in article.blocks if block.kind not in _NOT_TEXT]
    words = tokens("\n".join(parts) if article.blocks else article.text)
    if len(words) < _RUN:
        return np.empty(0, np.uint64)
    # CRC-32 is the same on every machine, which Python's own hash is not.
    codes = np.array([zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in words], np.uint64)
    windows = np.lib.stride_tricks.sliding_window_view(codes, _RUN)
    return np.unique((windows * _RUN_FACTORS).sum(axis=1, dtype=np.uint64))


def _buckets(runs: Mapping[str, Hashes]) -> dict[str, list[str]]:
    """Of each article, the earlier ones that share a band of its signature, oldest first."""
    members: dict[tuple[int, bytes], list[str]] = defaultdict(list)
    found: dict[str, list[str]] = {}
    for article_id, hashes in runs.items():
        earlier: dict[str, None] = {}
        for band, rows in enumerate(_signature(hashes)):
            bucket = members[band, rows.tobytes()]
            earlier.update(dict.fromkeys(bucket))
            if len(bucket) < _CHECKED:
                bucket.append(article_id)
        found[article_id] = list(earlier)
    return found


def _signature(hashes: Hashes) -> Hashes:
    """The least hash of the runs under each of many hash functions, one row a band."""
    least = np.array([(hashes * factor).min() for factor in _MULTIPLIERS], dtype=np.uint64)
    return least.reshape(_BANDS, _ROWS)


def _are_copies(a: Hashes, b: Hashes, copy_at: float) -> bool:
    """The shorter text stands nearly whole in the longer: papers cut agency copy from its end."""
    shared = np.intersect1d(a, b, assume_unique=True).size
    return bool(shared >= copy_at * min(a.size, b.size))
