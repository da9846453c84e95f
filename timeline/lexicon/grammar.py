"""Function words and verb forms: what the clause rules need to know of English, from `grammar.csv`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, get_args

from timeline.errors import LexiconError
from timeline.lexicon._inflect import IrregularVerb, VerbForm, load_irregular_verbs, verb_forms
from timeline.lexicon._tables import Row, Words, read_csv_table

Tag = Literal["d", "p", "c", "s", "r", "o", "x", "b", "h", "D", "m", "n", "a", "v", "k", "q", "w", "z", "N"]
WordClass = Literal[
    "abbreviation", "number", "span", "said", "spoken", "answer", "cause", "befall", "shot", "person", "collective",
    "deed",
]  # fmt: skip


class GrammarRow(Row):
    """Words of one tag or class; both are listed in the table's header."""

    tag: Tag | WordClass
    words: Words


@dataclass(frozen=True, slots=True)
class Grammar:
    """Function words by tag, verb forms with their base form and names, and the words of every class."""

    tags: Mapping[str, str]
    verbs: Mapping[str, tuple[str, frozenset[VerbForm]]]
    subordinators: frozenset[str]
    questions: frozenset[str]
    nouns: frozenset[str]
    irregular: Mapping[str, IrregularVerb]
    quantifiers: Mapping[str, tuple[tuple[str, ...], ...]]
    classes: Mapping[WordClass, frozenset[str]]

    def with_verbs(self, bases: Iterable[str]) -> Grammar:
        """The same grammar knowing these verbs too."""
        return replace(self, verbs={**_forms(bases, self.irregular), **self.verbs})


def _forms(bases: Iterable[str], irregular: Mapping[str, IrregularVerb]) -> dict[str, tuple[str, frozenset[VerbForm]]]:
    found: dict[str, tuple[str, frozenset[VerbForm]]] = {}
    for base in dict.fromkeys(bases):
        for form, name in verb_forms(base, irregular):
            lemma, names = found.get(form, (base, frozenset()))
            if lemma == base:
                found[form] = (base, names | {name})
    return found


def _by_first_word(phrases: Iterable[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The longest phrase of a first word comes first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True):
        found.setdefault(words[0], []).append(words)
    return {first: tuple(all_) for first, all_ in found.items()}


def load_grammar(lexicon_dir: Path) -> Grammar:
    """Read `grammar.csv` and `irregular_verbs.csv` of a lexicon folder.

    Raises:
        LexiconError: naming file, line and column of a bad cell, or the tag that is given twice.
    """
    rows = read_csv_table(lexicon_dir / "grammar.csv", GrammarRow)
    for tag, times in Counter(row.tag for row in rows).items():
        if times > 1:
            raise LexiconError("grammar.csv", f"gives tag {tag!r} twice")
    irregular = load_irregular_verbs(lexicon_dir)
    by_tag = {row.tag: row.words for row in rows}
    classes: tuple[WordClass, ...] = get_args(WordClass)
    tags: dict[str, str] = {}
    for tag in ("d", "x", "p", "c", "r", "o", "b", "h", "D", "m", "n", "a", "k", "s", "N"):
        for word in by_tag.get(tag, ()):
            tags.setdefault(word, tag)
    return Grammar(
        tags,
        _forms((*by_tag.get("v", ()), *irregular), irregular),
        frozenset(by_tag.get("s", ())),
        frozenset(by_tag.get("q", ())),
        frozenset(by_tag.get("w", ())),
        irregular,
        _by_first_word(by_tag.get("z", ())),
        {name: frozenset(by_tag.get(name, ())) for name in classes},
    )
