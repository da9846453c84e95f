"""Word classes of the time tagger, from `data/lexicon/time_words.csv`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field

from timeline.lexicon._tables import Row, Words, read_csv_table
from timeline.settings import LEXICON_DIR


class TimeWordRow(Row):
    """Words of one class that share one value; `case` "cap" counts only capitalised words."""

    class_: str = Field(alias="class")
    value: str
    case: Literal["any", "cap"] = "any"
    words: Words


@dataclass(frozen=True)
class TimeWords:
    """The time word classes; a word may belong to several (`second` is an ordinal and a unit)."""

    rows: tuple[TimeWordRow, ...]

    @cached_property
    def classes(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """Lower-case word -> (class, value) pairs."""
        found: dict[str, dict[str, str]] = {}
        for row in self.rows:
            for word in row.words:
                found.setdefault(word, {})[row.class_] = row.value
        return {word: tuple(sorted(pairs.items())) for word, pairs in found.items()}

    def of(self, name: str) -> tuple[str, ...]:
        """All words and phrases of a class, in the table's order."""
        return tuple(word for row in self.rows if row.class_ == name for word in row.words)

    @cached_property
    def capitalised(self) -> frozenset[str]:
        """Words that count only when written with a capital."""
        return frozenset(word for row in self.rows if row.case == "cap" for word in row.words)


def load_time_words(path: Path = LEXICON_DIR / "time_words.csv") -> TimeWords:
    """Read and validate the table.

    Raises:
        LexiconError: naming file, line and column of a bad cell.
    """
    return make_time_words(read_csv_table(path, TimeWordRow))


def make_time_words(rows: Iterable[TimeWordRow]) -> TimeWords:
    """Time words from rows, the project's own and a case's additions together."""
    return TimeWords(tuple(rows))
