"""How written languages work: abbreviations that end in a stop, and the small words that tell languages apart."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field

from timeline.lexicon._tables import Row, Words, read_csv_table
from timeline.settings import LEXICON_DIR

AbbreviationClass = Literal["name", "number", "plain"]

# Enough text to tell a language; more costs time and says nothing new.
_SAMPLE_CHARS = 20_000
# Another language than English needs this many of its small words, and half as many again as English has.
_MIN_HITS = 3


class AbbreviationRow(Row):
    """Abbreviations that behave alike before a capital or a number."""

    class_: AbbreviationClass = Field(alias="class")
    words: Words


class LanguageRow(Row):
    """One language: its script, and its commonest small words."""

    language: str = Field(min_length=2, max_length=3)
    script: str
    words: Words


@dataclass(frozen=True)
class Writing:
    """Abbreviations and languages, ready to be asked."""

    abbreviation_rows: tuple[AbbreviationRow, ...]
    language_rows: tuple[LanguageRow, ...]

    @cached_property
    def abbreviations(self) -> dict[str, frozenset[AbbreviationClass]]:
        """Lower-case abbreviation without its final stop -> its classes."""
        found: dict[str, set[AbbreviationClass]] = {}
        for row in self.abbreviation_rows:
            for word in row.words:
                found.setdefault(word, set()).add(row.class_)
        return {word: frozenset(classes) for word, classes in found.items()}

    @cached_property
    def openers(self) -> frozenset[str]:
        """Small English words, capitalised: after a stop they open a sentence rather than continue a name."""
        return frozenset(word.capitalize() for row in self.language_rows if row.language == "en" for word in row.words)

    def language_of(self, text: str) -> str:
        """ISO 639-1 code of the language most of the text is in; "en" where Latin letters give no other sign."""
        sample = text[:_SAMPLE_CHARS].casefold()
        scripts = Counter(unicodedata.name(c, "?").partition(" ")[0] for c in sample if c.isalpha())
        # Japanese mixes kana with Han signs; a little kana is enough to tell.
        script = max(scripts, key=scripts.__getitem__, default="")
        script = "HIRAGANA" if script == "CJK" and 10 * scripts["HIRAGANA"] > scripts["CJK"] else script
        rows = [row for row in self.language_rows if row.script == script]
        if not rows:
            return "en" if script in {"", "LATIN"} else "und"
        words = Counter(sample.split())
        hits = {row.language: sum(words[word] for word in row.words) for row in rows}
        best = max(hits, key=hits.__getitem__)
        if "en" in hits and (hits[best] < _MIN_HITS or hits[best] < 1.5 * hits["en"]):
            return "en"
        return best


@cache
def load_writing(folder: Path = LEXICON_DIR) -> Writing:
    """Read and validate `abbreviations.csv` and `languages.csv`, once.

    Raises:
        LexiconError: naming file, line and column of a bad cell.
    """
    return Writing(
        read_csv_table(folder / "abbreviations.csv", AbbreviationRow),
        read_csv_table(folder / "languages.csv", LanguageRow),
    )
