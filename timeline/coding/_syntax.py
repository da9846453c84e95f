"""A dependency parse as plain values, and what the coder asks of whatever makes one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed text: parallel tuples over its tokens, offsets from its start; a root is its own head.

    Labels are those of the ClearNLP conversion of OntoNotes ("nsubj", "dobj", "agent"), tags the Penn Treebank's.
    """

    start: tuple[int, ...]
    head: tuple[int, ...]
    label: tuple[str, ...]
    tag: tuple[str, ...]
    low: tuple[str, ...]
    children: tuple[tuple[int, ...], ...]

    def at(self, offset: int) -> int:
        """The token that holds a character, or the last before it; -1 before the first."""
        return bisect_right(self.start, offset) - 1

    def child(self, of: int, *labels: str) -> int:
        """The first dependent with one of these labels, or -1."""
        return next((i for i in self.children[of] if self.label[i] in labels), -1)

    def under(self, token: int, head: int) -> bool:
        """Whether a token belongs to the phrase of a head; no more steps than tokens, whatever an engine drew."""
        for _ in self.start:
            if token == head:
                return True
            token = self.head[token]
        return False


class Parser(Protocol):
    """An engine that parses texts in batches; `name` says which, for the build and the screens."""

    @property
    def name(self) -> str:
        """Name and version of the engine's model."""
        ...

    def parse(self, texts: Sequence[str]) -> Sequence[Tree]:
        """One tree for each text, in order."""
        ...


def make_tree(rows: Sequence[tuple[int, int, str, str, str]]) -> Tree:
    """A tree from rows of (start, head, label, tag, word), one for each token."""
    children: list[list[int]] = [[] for _ in rows]
    for i, (_, head, *_) in enumerate(rows):
        if head != i:
            children[head].append(i)
    start, head_, label, tag, word = zip(*rows, strict=True) if rows else ((), (), (), (), ())
    low = tuple(one.lower() for one in word)
    return Tree(start, head_, label, tag, low, tuple(map(tuple, children)))
