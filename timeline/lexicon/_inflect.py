"""English inflection by spelling rule, with a table for what the rules do not give (Quirk et al. 1985, ch. 3 and 5)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from timeline.lexicon._tables import Row, Words, read_csv_table

VerbForm = Literal["base", "s", "past", "participle", "ing"]
_VOWELS = frozenset("aeiou")
_CLOSED_SYLLABLE = re.compile(r"(?:[b-df-hj-np-tv-z]{0,3}|[^aeiou]{0,2}qu)[aeiou][b-df-hj-np-tvz]")


class IrregularVerb(Row):
    """A verb whose past, participle or -ing form the rules do not give."""

    base: str
    past: Words
    participle: Words
    ing: str


def load_irregular_verbs(lexicon_dir: Path) -> dict[str, IrregularVerb]:
    """Irregular verbs by base form."""
    return {row.base: row for row in read_csv_table(lexicon_dir / "irregular_verbs.csv", IrregularVerb)}


def verb_forms(base: str, irregular: Mapping[str, IrregularVerb]) -> tuple[tuple[str, VerbForm], ...]:
    """Every form of a verb with its name; past and participle are two entries even where they are spelt alike."""
    row = irregular.get(base)
    past = row.past if row else (_past(base),)
    participle = row.participle if row else past
    return (
        (base, "base"),
        (plural(base), "s"),
        *((form, "past") for form in past),
        *((form, "participle") for form in participle),
        (row.ing if row and row.ing else _ing(base), "ing"),
    )


def plural(noun: str) -> str:
    """The plural of a regular noun; also the -s form of a verb."""
    if noun.endswith(("s", "x", "z", "ch", "sh")) or noun in {"go", "do", "undergo", "veto", "torpedo", "embargo"}:
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return _doubled(base) + "ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return _doubled(base) + "ing"


def _doubled(base: str) -> str:
    """A verb of one syllable that ends in one vowel and one consonant doubles its last letter (stab, shrug)."""
    return base + base[-1] if _CLOSED_SYLLABLE.fullmatch(base) else base
