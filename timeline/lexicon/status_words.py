"""Words that decide status, tie acts together and point back, from `status_words.csv` and `numbers.csv`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from timeline.lexicon._inflect import load_irregular_verbs, verb_forms
from timeline.lexicon._tables import BLANK_IS_NONE, Row, Words, read_csv_table

StatusKind = Literal[
    "hedge", "future", "maybe", "wish", "stop", "through", "attempt", "assert", "confirm", "deny", "disclaim",
    "condition", "notact", "definite", "group", "state", "generic", "weapon", "light", "by", "cue", "aftercue", "soft",
    "statement", "most", "least", "about", "order", "apposed", "office", "suffer",
    "respond", "kill", "harm", "munition", "people", "armed", "bloc", "rulers", "organ", "civil",
    "violent", "single", "deadly", "driven", "opine", "sure", "seem", "dub", "aside", "nobody", "hearsay",
    "ownup", "await", "capture", "captive", "displace", "band", "control", "utterance", "reply",
    "sincethen", "soonafter", "pair", "toll", "climb", "measure", "sent", "war", "part", "owned", "foretell",
    "servant", "recap", "habit", "former", "opens", "scene", "telling", "document", "issue", "address", "thing",
]  # fmt: skip
_INFLECTED = (
    "wish",
    "stop",
    "through",
    "attempt",
    "assert",
    "confirm",
    "deny",
    "light",
    "statement",
    "order",
    "suffer",
    "opine",
    "seem",
    "dub",
    "aside",
    "await",
    "foretell",
    "address",
)


# The words of a phrase and its kind.
Said = tuple[tuple[str, ...], str]


class StatusRow(Row):
    """Words of one kind; the kinds are explained in the table's header."""

    kind: StatusKind
    words: Words


class NumberRow(Row):
    """A number word with its bounds; `high` is None where the word is only a floor."""

    word: str
    low: int
    high: Annotated[int | None, BLANK_IS_NONE]


@dataclass(frozen=True)
class StatusLexicon:
    """Words by kind; verbs of the governing kinds stand in all their forms; `numbers` are words that count."""

    kinds: Mapping[str, frozenset[str]]
    numbers: Mapping[str, tuple[int, int | None]] = field(default_factory=dict)

    def __getitem__(self, kind: StatusKind) -> frozenset[str]:
        return self.kinds.get(kind, frozenset())

    @cached_property
    def phrases(self) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
        """First word -> (whole phrase, kind), longest first, for the kinds that are looked up in running text."""
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for kind in (
            "hedge",
            "condition",
            "disclaim",
            "cue",
            "aftercue",
            "reply",
            "sincethen",
            "soonafter",
            "soft",
            "recap",
            "habit",
            "group",
            "armed",
            "bloc",
            "state",
            "office",
            "pair",
            "least",
            "most",
        ):
            for phrase in self.kinds.get(kind, ()):
                words = tuple(phrase.split())
                found.setdefault(words[0], []).append((words, kind))
        return {first: tuple(sorted(all_, key=lambda pair: -len(pair[0]))) for first, all_ in found.items()}

    def said_in(self, low: Sequence[str]) -> dict[int, tuple[Said, ...]]:
        """The phrases that stand in a line of lower-case words, by the index they begin at, longest first."""
        known, found, last = self.phrases, {}, len(low) - 1
        for i, word in enumerate(low):
            candidates = known.get(word)
            if candidates:
                after = low[i + 1] if i < last else ""
                said = [
                    one
                    for one in candidates
                    if len(one[0]) == 1 or (one[0][1] == after and tuple(low[i : i + len(one[0])]) == one[0])
                ]
                if said:
                    found[i] = tuple(said)
        return found


def load_status_words(lexicon_dir: Path) -> StatusLexicon:
    """Read `status_words.csv` of a lexicon folder.

    Raises:
        LexiconError: naming file, line and column of a bad cell.
    """
    irregular = load_irregular_verbs(lexicon_dir)
    kinds: dict[str, frozenset[str]] = {}
    for row in read_csv_table(lexicon_dir / "status_words.csv", StatusRow):
        words = {word.lower() for word in row.words}
        if row.kind in _INFLECTED:
            words |= {form for word in row.words for form, _ in verb_forms(word, irregular)}
        kinds[row.kind] = kinds.get(row.kind, frozenset()) | words
    numbers = read_csv_table(lexicon_dir / "numbers.csv", NumberRow)
    return StatusLexicon(kinds, {row.word: (row.low, row.high) for row in numbers})
