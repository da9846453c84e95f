"""Words that sites print around an article, from `data/lexicon/furniture.csv`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field

from timeline.lexicon._tables import Row, Words, read_csv_table
from timeline.settings import LEXICON_DIR

# Furniture by themselves: navigation, social, share, follow, see_also, subscribe, cookie, copyright, advertising,
# comments, counter, credit. opener: heads a part that is no longer the article. byline, published, updated,
# dateline_word: parts of a line that dates or signs the article. caption: makes a short line a photo caption; two of
# caption_hint do; agency: who takes photos.
FurnitureClass = Literal[
    "advertising",
    "agency",
    "byline",
    "caption",
    "caption_hint",
    "comments",
    "cookie",
    "copyright",
    "counter",
    "credit",
    "dateline_word",
    "follow",
    "navigation",
    "opener",
    "published",
    "see_also",
    "share",
    "social",
    "subscribe",
    "updated",
]

# A line longer than this is prose, whatever phrase stands inside it; one that starts with a phrase may be longer.
MAX_INSIDE_CHARS = 450
MAX_START_CHARS = 600

_Pairs = tuple[tuple[str, FurnitureClass], ...]
_OUTER = " \t.,:;!?|•·*#>_\"'«»<›→▶…-–—\\"
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " "})


def fold_line(text: str) -> str:
    """A line in the form phrases are compared in: NFKC, case folded, single spaces, straight quotes."""
    return " ".join(unicodedata.normalize("NFKC", text.translate(_QUOTES)).casefold().split())


def bare_line(text: str) -> str:
    """A folded line without outer punctuation, for comparing whole lines."""
    return fold_line(text).strip(_OUTER)


class FurnitureRow(Row):
    """Phrases of one class that are matched one way."""

    class_: FurnitureClass = Field(alias="class")
    match: Literal["line", "start", "opening", "inside"]
    phrases: Words


@dataclass(frozen=True)
class FurnitureLexicon:
    """The furniture phrases; asks of one line at a time, in time proportional to the table."""

    rows: tuple[FurnitureRow, ...]

    @cached_property
    def _lines(self) -> dict[str, frozenset[FurnitureClass]]:
        found: dict[str, set[FurnitureClass]] = {}
        for row in self.rows:
            for phrase in row.phrases if row.match == "line" else ():
                found.setdefault(bare_line(phrase) or fold_line(phrase), set()).add(row.class_)
        return {phrase: frozenset(classes) for phrase, classes in found.items()}

    @cached_property
    def _starts(self) -> _Pairs:
        return tuple(sorted({*self._pairs("start"), *self._openings}))

    @cached_property
    def _openings(self) -> _Pairs:
        return self._pairs("opening")

    @cached_property
    def _insides(self) -> _Pairs:
        return self._pairs("inside")

    def _pairs(self, match: str) -> _Pairs:
        rows = [row for row in self.rows if row.match == match]
        return tuple(sorted({(fold_line(phrase), row.class_) for row in rows for phrase in row.phrases}))

    def line_classes(self, text: str) -> frozenset[FurnitureClass]:
        """Classes for which the whole line is a phrase."""
        if len(text) > MAX_START_CHARS:
            return frozenset()
        return self._lines.get(bare_line(text)) or self._lines.get(fold_line(text)) or frozenset()

    def start_of(self, text: str, of: FurnitureClass) -> int:
        """Length of the longest phrase of a class that the line starts with (in its own characters); 0 if none."""
        folded = fold_line(text[:MAX_START_CHARS])
        lengths = [len(phrase) for phrase, class_ in self._starts if class_ == of and _starts_with(folded, phrase)]
        return min(max(lengths, default=0), len(text))

    def classes(self, text: str, *, sentence: bool = False) -> frozenset[FurnitureClass]:
        """Every class with a phrase that fits this line as its row says; `sentence`: the line is a full one."""
        if len(text) > MAX_START_CHARS:
            return frozenset()
        folded = fold_line(text).lstrip("*_#>•· ")
        found = set(self.line_classes(text))
        starts = self._openings if sentence else self._starts
        found.update(class_ for phrase, class_ in starts if _starts_with(folded, phrase))
        if len(text) <= MAX_INSIDE_CHARS:
            found.update(class_ for phrase, class_ in self._insides if _stands_in(folded, phrase))
        return frozenset(found)

    def count_inside(self, text: str, of: FurnitureClass) -> int:
        """How many different phrases of a class stand inside a line that is not long."""
        folded = fold_line(text) if len(text) <= MAX_INSIDE_CHARS else ""
        return sum(_stands_in(folded, phrase) for phrase, class_ in self._insides if class_ == of)

    def has_word(self, text: str, of: FurnitureClass) -> bool:
        """Whether a whole-line phrase of a class stands in the text as whole words."""
        folded = fold_line(text[:MAX_INSIDE_CHARS])
        pattern = self._word_patterns.get(of)
        return bool(pattern and pattern.search(folded))

    @cached_property
    def _word_patterns(self) -> dict[FurnitureClass, re.Pattern[str]]:
        words: dict[FurnitureClass, list[str]] = {}
        for phrase, classes in self._lines.items():
            for class_ in classes:
                words.setdefault(class_, []).append(re.escape(phrase))
        return {class_: re.compile(rf"(?<!\w)(?:{'|'.join(sorted(each))})(?!\w)") for class_, each in words.items()}


def _stands_in(folded: str, phrase: str) -> bool:
    at = folded.find(phrase)
    while at >= 0:
        before, after = folded[max(0, at - 1) : at], folded[at + len(phrase) :][:1]
        if not (phrase[0].isalnum() and before.isalnum()) and not (phrase[-1].isalnum() and after.isalnum()):
            return True
        at = folded.find(phrase, at + 1)
    return False


def _starts_with(folded: str, phrase: str) -> bool:
    if not folded.startswith(phrase):
        return False
    return not (phrase[-1].isalnum() and folded[len(phrase) : len(phrase) + 1].isalnum())


def load_furniture(path: Path = LEXICON_DIR / "furniture.csv") -> FurnitureLexicon:
    """Read and validate the table.

    Raises:
        LexiconError: naming file, line and column of a bad cell.
    """
    return make_furniture(read_csv_table(path, FurnitureRow))


def make_furniture(rows: Iterable[FurnitureRow]) -> FurnitureLexicon:
    """Furniture from rows, the project's own and a case's additions together."""
    return FurnitureLexicon(tuple(rows))
