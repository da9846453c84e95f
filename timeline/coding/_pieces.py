"""Sentences and what lies in them, cut so that the cost of reading stays linear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.model import AnchorHit, Expression, Sentence
from timeline.settings import MAX_SENTENCE_CHARS


def pieces(sentence: Sentence) -> Iterator[Sentence]:
    """A sentence too long for the clause rules in pieces that end at a space, so that its cost stays linear."""
    text, at = sentence.text, 0
    if 0 < len(text) <= MAX_SENTENCE_CHARS:
        yield sentence
        return
    while at < len(text):
        end = min(len(text), at + MAX_SENTENCE_CHARS)
        if end < len(text):
            space = text.rfind(" ", at, end)
            end = space + 1 if space > at else end
        yield replace(sentence, text=text[at:end], start=sentence.start + at, end=sentence.start + end)
        at = end


def items_in(
    items: Sequence[Expression] | Sequence[AnchorHit], at: int, sentence: Sentence
) -> tuple[int, list[object]]:
    """The items that begin in a sentence, from index `at` on, and the index behind them."""
    while at < len(items) and items[at].start < sentence.start:
        at += 1
    first = at
    while at < len(items) and items[at].start < sentence.end:
        at += 1
    return at, list(items[first:at])
