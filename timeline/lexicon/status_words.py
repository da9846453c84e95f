"""Words that decide status, tie acts together and point back, from `status_words.csv` and `numbers.csv`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    "counterpart", "charge", "partake", "jailer", "backing", "blast",
    "deaths", "costs", "bear", "perish", "mutual", "facing", "statehood", "partlight", "describe", "mission", "appeal",
    "taking", "outcome", "earlier", "outlaw", "nation", "service", "assail",
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
    "charge",
    "partake",
    "assail",
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


class StatusLexicon(dict[StatusKind, frozenset[str]]):
    """Words by kind, none for a kind without a row; verbs of the governing kinds stand in all their forms.

    `numbers` are words that count, with their bounds. Nothing changes it once it is loaded.
    """

    def __init__(
        self, kinds: Mapping[StatusKind, frozenset[str]], numbers: Mapping[str, tuple[int, int | None]] | None = None
    ) -> None:
        super().__init__(kinds)
        self.numbers: Mapping[str, tuple[int, int | None]] = numbers or {}
        self._united: dict[tuple[StatusKind, ...], frozenset[str]] = {}

    def __missing__(self, kind: StatusKind) -> frozenset[str]:
        return frozenset()

    def any_of(self, *kinds: StatusKind) -> frozenset[str]:
        """The words of any of these kinds, united once."""
        if kinds not in self._united:
            self._united[kinds] = frozenset().union(*(self[kind] for kind in kinds))
        return self._united[kinds]

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
            for phrase in self[kind]:
                words = tuple(phrase.split())
                found.setdefault(words[0], []).append((words, kind))
        return {first: tuple(sorted(all_, key=lambda pair: -len(pair[0]))) for first, all_ in found.items()}

    @cached_property
    def _by_opening(self) -> Mapping[str, tuple[Mapping[str, tuple[Said, ...]], tuple[Said, ...]]]:
        """First word -> (second word -> phrases of several words, longest first) and the word's own kinds."""
        found = {}
        for first, all_ in self.phrases.items():
            longer: dict[str, tuple[Said, ...]] = {}
            for one in all_:
                if len(one[0]) > 1:
                    longer[one[0][1]] = (*longer.get(one[0][1], ()), one)
            found[first] = longer, tuple(one for one in all_ if len(one[0]) == 1)
        return found

    def said_in(self, low: Sequence[str]) -> dict[int, tuple[Said, ...]]:
        """The phrases that stand in a line of lower-case words, by the index they begin at, longest first."""
        known, found, last = self._by_opening, {}, len(low) - 1
        for i, word in enumerate(low):
            if word not in known:
                continue
            longer, alone = known[word]
            candidates = longer.get(low[i + 1], ()) if i < last else ()
            said = [one for one in candidates if tuple(low[i : i + len(one[0])]) == one[0]]
            if said or alone:
                found[i] = (*said, *alone)
        return found


def load_status_words(lexicon_dir: Path) -> StatusLexicon:
    """Read `status_words.csv` of a lexicon folder.

    Raises:
        LexiconError: naming file, line and column of a bad cell.
    """
    irregular = load_irregular_verbs(lexicon_dir)
    kinds: dict[StatusKind, frozenset[str]] = {}
    for row in read_csv_table(lexicon_dir / "status_words.csv", StatusRow):
        words = {word.lower() for word in row.words}
        if row.kind in _INFLECTED:
            words |= {form for word in row.words for form, _ in verb_forms(word, irregular)}
        kinds[row.kind] = kinds.get(row.kind, frozenset()) | words
    numbers = read_csv_table(lexicon_dir / "numbers.csv", NumberRow)
    return StatusLexicon(kinds, {row.word: (row.low, row.high) for row in numbers})
