"""The action lexicon: verbs and event nouns, what they name and where their actors stand, from `actions.csv`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from timeline.errors import LexiconError
from timeline.lexicon._inflect import VerbForm, plural, verb_forms
from timeline.lexicon._tables import Row, Words, read_csv_table
from timeline.lexicon.grammar import Grammar, load_grammar

NAMES = "@names"


class ActionRow(Row):
    """One line of the table; the columns are explained in its header."""

    words: Annotated[Words, Field(min_length=1)]
    pos: Literal["v", "n"]
    type: Annotated[str, Field(pattern=r"^[A-Z]*$")]
    mode: str
    target: Words
    doer: Words
    needs: Words
    before: Words
    unless: Words
    scope: Literal["", "blocks", "alleges", "denies", "keeps"]
    strength: Literal["", "strong", "weak"]


class WordClassRow(Row):
    """A class of words that conditions name with @."""

    name: str
    words: Words


@dataclass(frozen=True, slots=True)
class WordSet:
    """Words, beginnings of words and phrases that a condition accepts; `names` accepts any proper name.

    `openers` are the first words of the phrases: without one of them no phrase is looked for.
    """

    exact: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    names: bool = False
    openers: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.exact or self.prefixes or self.phrases or self.names)

    def found_in(self, words: list[str]) -> str:
        """The first of these lower-case words that the set accepts, or an empty string."""
        exact, prefixes = self.exact, self.prefixes
        if prefixes:
            for word in words:
                if word in exact or word.startswith(prefixes):
                    return word
        elif not exact.isdisjoint(words):
            return next(word for word in words if word in exact)
        if self.openers and not self.openers.isdisjoint(words):
            text = f" {' '.join(words)} "
            return next((phrase for phrase in self.phrases if f" {_sought(phrase)}" in text), "")
        return ""


def _sought(phrase: str) -> str:
    """A phrase as it stands between spaces; one that ends with * goes on."""
    return phrase[:-1] if phrase.endswith("*") else f"{phrase} "


@dataclass(frozen=True, slots=True)
class Action:
    """What a trigger names; `target` and `doer` say where its actors stand, in order of preference."""

    lemma: str
    noun: bool
    type: str
    mode: str
    target: tuple[str, ...]
    doer: tuple[str, ...]
    needs: WordSet
    before: WordSet
    unless: WordSet
    scope: str
    strength: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that may be a trigger: the words after the first, and the form the inflected word stands in."""

    rest: tuple[str, ...]
    form: VerbForm | Literal["singular", "plural"]
    action: Action


@dataclass(frozen=True)
class ActionLexicon:
    """Patterns by first word, in the table's order within a length; `grammar` knows all its verbs."""

    patterns: Mapping[str, tuple[Pattern, ...]]
    grammar: Grammar
    classes: Mapping[str, WordSet]


def load_actions(lexicon_dir: Path) -> ActionLexicon:
    """Read `actions.csv` and the tables it leans on.

    Raises:
        LexiconError: naming the bad cell, or a word class that does not exist.
    """
    classes = {row.name: row.words for row in read_csv_table(lexicon_dir / "action_words.csv", WordClassRow)}
    rows = read_csv_table(lexicon_dir / "actions.csv", ActionRow)
    verbs = (word.split()[0] for row in rows if row.pos == "v" for word in row.words)
    grammar = load_grammar(lexicon_dir).with_verbs(verbs)
    found: dict[str, list[Pattern]] = {}
    for row in rows:
        if row.type:
            for first, pattern in _patterns(row, classes, grammar):
                found.setdefault(first, []).append(pattern)
    ordered = {first: tuple(sorted(all_, key=lambda p: -len(p.rest))) for first, all_ in found.items()}
    return ActionLexicon(ordered, grammar, {name: _word_set(words, classes) for name, words in classes.items()})


def _patterns(row: ActionRow, classes: Mapping[str, tuple[str, ...]], grammar: Grammar) -> list[tuple[str, Pattern]]:
    needs, before, unless = (_word_set(cell, classes) for cell in (row.needs, row.before, row.unless))
    found: list[tuple[str, Pattern]] = []
    for phrase in row.words:
        action = Action(
            lemma=phrase,
            noun=row.pos == "n",
            type=row.type,
            mode=row.mode,
            target=row.target,
            doer=row.doer,
            needs=needs,
            before=before,
            unless=unless,
            scope=row.scope,
            strength=row.strength,
        )
        words = tuple(phrase.lower().split())
        if row.pos == "v":
            for form, name in _forms_of(words[0], grammar):
                found.append((form, Pattern(words[1:], name, action)))
        else:
            found.append((words[0], Pattern(words[1:], "singular", action)))
            several = (*words[:-1], plural(words[-1]))
            found.append((several[0], Pattern(several[1:], "plural", action)))
    return found


def _forms_of(base: str, grammar: Grammar) -> tuple[tuple[str, VerbForm], ...]:
    if base != "be":
        return verb_forms(base, grammar.irregular)
    return tuple((word, "base") for word, tag in grammar.tags.items() if tag == "b")


def _spelt_out(cell: tuple[str, ...], classes: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The words of a cell, those of the classes it names in their place; a class may name others."""
    words: list[str] = []
    for word in cell:
        if not word.startswith("@") or word == NAMES:
            words.append(word)
        elif word[1:] in classes:
            words.extend(_spelt_out(classes[word[1:]], classes))
        else:
            raise LexiconError("actions.csv", f"names the word class {word!r}, which action_words.csv has not")
    return words


def _word_set(cell: tuple[str, ...], classes: Mapping[str, tuple[str, ...]]) -> WordSet:
    words = _spelt_out(cell, classes)
    plain = [word for word in words if word != NAMES]
    phrases = tuple(word for word in plain if " " in word)
    return WordSet(
        frozenset(word for word in plain if not word.endswith("*") and " " not in word),
        tuple(word[:-1] for word in plain if word.endswith("*") and " " not in word),
        phrases,
        NAMES in words,
        frozenset(phrase.split()[0] for phrase in phrases),
    )
