"""Which lines of a page are the article, and as what: each line alone first, then by where it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from timeline.ingest import _signs
from timeline.ingest._lines import Unit, read_units
from timeline.lexicon.furniture import FurnitureLexicon, bare_line
from timeline.model import Block, BlockKind, Span

# "short" and "opener" stand until the neighbours of a line are known.
_Kind = Literal[BlockKind, "short", "opener"]

# A headline has at least this many words, unless it is the first line, and at most this many characters.
_TITLE_WORDS = 4
_TITLE_CHARS = 250
# So many short lines in a row between paragraphs are a list of links, not headings.
_RUN = 3
# A part headed "About the author" or the like ends the article if at most this share of the prose comes after it.
_AFTER_SHARE = 0.25
# An item of a list that says something has as many words.
_ITEM_WORDS = 5

_QUOTE = re.compile(r"[“\"«„‘'].{10,600}[”\"»“’'][ \u00a0]?[–—-]{1,2}[ \u00a0]?\S.{1,120}$")


@dataclass(slots=True)
class Page:
    """Units with the kind each has so far; `first` and `last` are the outermost prose units (-1 if none)."""

    units: tuple[Unit, ...]
    kinds: list[_Kind]
    first: int
    last: int

    @property
    def title(self) -> Unit | None:
        """The unit that is the headline."""
        return next((unit for unit, kind in zip(self.units, self.kinds, strict=True) if kind == "title"), None)

    def blocks(self) -> tuple[Block, ...]:
        """The units as blocks, neighbouring furniture joined."""
        found: list[Block] = []
        for unit, kind in zip(self.units, self.kinds, strict=True):
            if kind == "furniture" and found and found[-1].kind == "furniture":
                found[-1] = Block(Span(found[-1].span.start, unit.end), "furniture")
            else:
                found.append(Block(Span(unit.start, unit.end), _final(kind)))
        return tuple(found)


def _final(kind: _Kind) -> BlockKind:
    if kind == "short":
        return "paragraph"
    return "furniture" if kind == "opener" else kind


def mark_blocks(
    text: str, furniture: FurnitureLexicon, *, title: str = "", captions: Collection[str] = ()
) -> tuple[Block, ...]:
    """The blocks of a text: in order, apart, and together holding every character that is no white space.

    `title` and `captions` are what mark-up says of them.
    """
    return read_page(text, furniture, title=title, captions=captions).blocks()


def read_page(text: str, furniture: FurnitureLexicon, *, title: str = "", captions: Collection[str] = ()) -> Page:
    """Every line of a text with its kind."""
    units = read_units(text)
    known = frozenset(bare_line(caption) for caption in captions)
    kinds = [_kind_alone(unit, furniture, known) for unit in units]
    prose = [n for n, unit in enumerate(units) if _is_body(unit, kinds[n])]
    page = Page(units, kinds, prose[0] if prose else -1, prose[-1] if prose else -1)
    _close_at_openers(page)
    _drop_repeated(page)
    _find_title(page, bare_line(title))
    if page.first < 0:
        _settle_without_prose(page)
    else:
        _settle_head(page, furniture)
        _settle_middle(page)
        _settle_tail(page, furniture)
    return page


def _kind_alone(unit: Unit, furniture: FurnitureLexicon, captions: frozenset[str]) -> _Kind:
    text = unit.look
    prose = unit.is_prose
    if captions and bare_line(text) in captions:
        return "caption"
    if _signs.is_dateline(text, furniture):
        return "dateline"
    if "opener" in furniture.classes(text, sentence=prose):
        return "opener"
    if _signs.is_furniture(text, furniture, sentence=prose):
        return "furniture"
    if _signs.is_caption(text, furniture):
        return "caption"
    if unit.is_heading:
        return "heading"
    if unit.is_bullet:
        return "bullet"
    if text.startswith(">") or (len(text) < 800 and _QUOTE.match(text)):
        return "quote"
    return "paragraph" if prose else "short"


def _is_body(unit: Unit, kind: _Kind) -> bool:
    return kind == "paragraph" or (kind == "bullet" and unit.is_prose and unit.words >= 2 * _ITEM_WORDS)


def _close_at_openers(page: Page) -> None:
    """After a heading such as "Related articles" the rest is no article, if little prose follows; else its list."""
    sizes = [
        unit.end - unit.start if _is_body(unit, kind) else 0 for unit, kind in zip(page.units, page.kinds, strict=True)
    ]
    total, seen = sum(sizes), 0
    for n, kind in enumerate(page.kinds):
        seen += sizes[n]
        if kind != "opener":
            continue
        if total - seen <= _AFTER_SHARE * total and seen:
            page.kinds[n:] = ["furniture"] * (len(page.kinds) - n)
            page.last = max((m for m in range(n) if sizes[m]), default=-1)
            return
        if n > page.first:
            _drop_list(page, n + 1)


def _drop_list(page: Page, start: int) -> None:
    for n in range(start, len(page.kinds)):
        if page.kinds[n] not in {"short", "furniture", "dateline"}:
            return
        page.kinds[n] = "furniture"


def _drop_repeated(page: Page) -> None:
    """Short lines that stand more than once are site furniture, except the first copy of a longer one: a headline."""
    bare = [
        bare_line(unit.look) if kind in {"short", "heading"} else ""
        for unit, kind in zip(page.units, page.kinds, strict=True)
    ]
    counts = Counter(bare)
    seen: set[str] = set()
    for n, line in enumerate(bare):
        if line and counts[line] > 1:
            headline = n <= page.first and page.units[n].words >= _TITLE_WORDS and line not in seen
            seen.add(line)
            if not headline:
                page.kinds[n] = "furniture"


def _find_title(page: Page, given: str) -> None:
    end = page.first if page.first >= 0 else len(page.units)
    for n in range(end + 1 if given else 0):
        if (
            n < len(page.units)
            and page.kinds[n] in {"short", "heading", "paragraph", "furniture"}
            and bare_line(page.units[n].look) == given
        ):
            page.kinds[n] = "title"
            return
    marked = next((n for n in range(end) if page.kinds[n] == "heading" and page.units[n].look.startswith("# ")), None)
    found = marked if marked is not None else _headline_above(page, end)
    if found is not None:
        page.kinds[found] = "title"


def _headline_above(page: Page, end: int) -> int | None:
    """The top line of the lowest group of headline-like lines above the body."""
    likely = [n for n in range(end) if _is_headline(page, n)]
    if likely:
        top = likely[-1]
        while top - 1 in likely:
            top -= 1
        return top
    first = next((n for n in range(end) if page.kinds[n] == "short"), None)
    return first if first is not None and first + 1 < len(page.units) and page.units[first].words > 1 else None


def _is_headline(page: Page, n: int) -> bool:
    unit = page.units[n]
    return (
        page.kinds[n] in {"short", "heading"}
        and unit.words >= _TITLE_WORDS
        and unit.end - unit.start <= _TITLE_CHARS
        and unit.look[-1:] not in {":", ";", ","}
    )


def _settle_without_prose(page: Page) -> None:
    """A few lines are a headline or a note; many short ones are a menu."""
    few = len(page.units) <= _RUN
    for n, kind in enumerate(page.kinds):
        if kind == "short" and not few and page.units[n].words < _ITEM_WORDS:
            page.kinds[n] = "furniture"


def _settle_head(page: Page, furniture: FurnitureLexicon) -> None:
    below = False
    for n in range(page.first):
        if page.kinds[n] == "title":
            below = True
        elif page.kinds[n] == "bullet" and page.units[n].words < _ITEM_WORDS and not below:
            page.kinds[n] = "furniture"
        elif page.kinds[n] == "short":
            page.kinds[n] = _kind_in_head(page, n, furniture, below=below)


def _kind_in_head(page: Page, n: int, furniture: FurnitureLexicon, *, below: bool) -> _Kind:
    unit = page.units[n]
    if _signs.author_of(unit.look, furniture) or not below:
        return "furniture"
    heads = n + 1 < len(page.kinds) and page.kinds[n + 1] in {"bullet", "paragraph"}
    return "heading" if unit.words >= _TITLE_WORDS or (heads and unit.words > 1) else "furniture"


def _settle_middle(page: Page) -> None:
    n = page.first
    while n < page.last:
        run = n
        while run < page.last and page.kinds[run] == "short":
            run += 1
        if run > n:
            after_colon = n > 0 and page.units[n - 1].look.endswith(":") and page.kinds[n - 1] == "paragraph"
            kind: _Kind = "heading" if run - n < _RUN else "bullet" if after_colon else "furniture"
            page.kinds[n:run] = [kind] * (run - n)
        n = max(run, n + 1)


def _settle_tail(page: Page, furniture: FurnitureLexicon) -> None:
    """Below the last paragraph only list items that belong to it, quotations and captions are the article."""
    listed = page.units[page.last].look.endswith(":") or page.kinds[page.last] == "bullet"
    for n in range(page.last + 1, len(page.units)):
        kind = page.kinds[n]
        listed = listed and kind == "bullet"
        if kind in {"short", "heading", "title"} or (kind == "bullet" and not listed):
            page.kinds[n] = "furniture"
