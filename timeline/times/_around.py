"""Looks at the words around a match."""

from __future__ import annotations

from timeline.times._pattern import Hit

PREPOSITIONS = frozenset(
    ("in", "for", "after", "within", "of", "over", "to", "by", "and", "or", "than", "from", "with", "on")
)


def holds(hit: Hit, word: str, name: str) -> bool:
    """Whether a lower-case word is of this class of the time words."""
    return name in hit.values.get(word, {})


def neighbour(hit: Hit, step: int) -> str:
    """The word right before (-1) or right behind (1) a match; empty at the ends of the text."""
    index = hit.start - 1 if step < 0 else hit.end
    words = hit.tokens.words
    return words[index] if 0 <= index < len(words) else ""


def touches(hit: Hit, step: int) -> bool:
    """Whether the neighbouring token stands without a blank between."""
    tokens = hit.tokens
    if step < 0:
        return hit.start > 0 and tokens.ends[hit.start - 1] == tokens.starts[hit.start]
    return hit.end < len(tokens.words) and tokens.ends[hit.end - 1] == tokens.starts[hit.end]


def word_at(hit: Hit, index: int) -> str:
    """The word at a token of the text; empty outside it."""
    words = hit.tokens.words
    return words[index] if 0 <= index < len(words) else ""
