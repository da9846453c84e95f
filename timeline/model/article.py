"""Articles, their blocks and sentences: the text that everything else points into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timeline.model.when import UNPUBLISHED, Publication

BlockKind = Literal["title", "heading", "dateline", "paragraph", "bullet", "quote", "caption", "furniture"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of Python character offsets into an article's stored text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters this span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines of one kind; furniture (menus, share bars, credits) yields no sentences."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as stored. `text` is never edited: blocks and evidence are offsets into it.

    `id` is unique in a case; `sha256` is of `text` in UTF-8, `source_sha256` of the bytes received. `copy_of` is the
    id of the earliest published article of which this one is a copy, empty for most.
    """

    id: str
    text: str
    sha256: str
    source_sha256: str = ""
    name: str = ""
    title: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""
    language: str = "en"
    encoding: str = "utf-8"
    published: Publication = UNPUBLISHED
    blocks: tuple[Block, ...] = ()
    copy_of: str = ""


@dataclass(frozen=True, slots=True)
class Reject:
    """An input that could not become an article, with one plain reason."""

    name: str
    reason: str
    source_sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: `text == article.text[start:end]`; `kind` is its block's, `block` its block's index."""

    article_id: str
    index: int
    start: int
    end: int
    text: str
    kind: BlockKind = "paragraph"
    block: int = 0
