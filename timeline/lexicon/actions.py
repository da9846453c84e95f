"""The action lexicon: verbs and event nouns, what they name and where their actors stand, from `actions.csv`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from timeline.errors import LexiconError
from timeline.lexicon._inflect import VerbForm, plural, verb_forms
from timeline.lexicon._tables import Row, Words, read_csv_table
from timeline.lexicon.grammar import Grammar, load_grammar

NAMES = "@names"
# Words whose keys are kept: more than one article uses.
_KNOWN_WORDS = 20_000


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

    A phrase is kept as it stands between spaces, without the last space where it goes on ("oil tank*"); `openers` are
    the first words of the phrases: without one of them no phrase is looked for. Of `keys` (its words, its beginnings
    with their *, the openers) a text that it accepts has one: see `ActionLexicon.keys_of`.
    """

    exact: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    names: bool = False
    openers: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()

    def found_in(self, words: Sequence[str]) -> bool:
        """Whether the set accepts one of these lower-case words, or a phrase that they hold."""
        if not self.exact.isdisjoint(words):
            return True
        prefixes = self.prefixes
        if prefixes:
            for word in words:
                if word.startswith(prefixes):
                    return True
        if self.openers.isdisjoint(words):
            return False
        text = f" {' '.join(words)} "
        return any(phrase in text for phrase in self.phrases)


@dataclass(frozen=True, slots=True)
class Action:
    """What a trigger names; `target` and `doer` say where its actors stand, in order of preference.

    What it needs behind it, before it and may not have near it are None where it sets no condition.
    """

    lemma: str
    noun: bool
    type: str
    mode: str
    target: tuple[str, ...]
    doer: tuple[str, ...]
    needs: WordSet | None
    before: WordSet | None
    unless: WordSet | None
    scope: str
    strength: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that may be a trigger: the words after the first, and the form the inflected word stands in."""

    rest: tuple[str, ...]
    form: VerbForm | Literal["singular", "plural"]
    action: Action


@dataclass(frozen=True, slots=True)
class Opening:
    """The patterns that begin with one word: those of several words by their second, and the word alone."""

    longer: Mapping[str, tuple[Pattern, ...]]
    verbs: tuple[Pattern, ...]
    nouns: tuple[Pattern, ...]


@dataclass(frozen=True)
class ActionLexicon:
    """Patterns by first word, in the table's order within a length; `grammar` knows all its verbs."""

    patterns: Mapping[str, tuple[Pattern, ...]]
    grammar: Grammar
    classes: Mapping[str, WordSet]

    @cached_property
    def openings(self) -> Mapping[str, Opening]:
        """The same patterns, sorted for looking them up: of the many of a word ("fire"), few go on as the text does."""
        return {first: _opening(all_) for first, all_ in self.patterns.items()}

    @cached_property
    def keys_of(self) -> Callable[[str], tuple[str, ...]]:
        """The keys by which the conditions of patterns know a word: itself and the beginnings of it they accept."""
        actions = {id(one.action): one.action for all_ in self.patterns.values() for one in all_}.values()
        sets = (words for one in actions for words in (one.needs, one.before, one.unless) if words is not None)
        known = frozenset(key for words in sets for key in words.keys if key.endswith("*"))
        longest = max(map(len, known), default=0)

        @lru_cache(maxsize=_KNOWN_WORDS)
        def keys(word: str) -> tuple[str, ...]:
            starts = (f"{word[:size]}*" for size in range(1, min(len(word), longest) + 1))
            return (word, *(start for start in starts if start in known))

        return keys


def _opening(patterns: Sequence[Pattern]) -> Opening:
    longer: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        if pattern.rest:
            longer.setdefault(pattern.rest[0], []).append(pattern)
    alone = [pattern for pattern in patterns if not pattern.rest]
    return Opening(
        {second: tuple(all_) for second, all_ in longer.items()},
        tuple(pattern for pattern in alone if not pattern.action.noun),
        tuple(pattern for pattern in alone if pattern.action.noun),
    )


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
    needs, before, unless = (_word_set(cell, classes) if cell else None for cell in (row.needs, row.before, row.unless))
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


def _word_set(cell: tuple[str, ...], classes: Mapping[str, tuple[str, ...]]) -> WordSet:
    words: list[str] = []
    for word in cell:
        if word.startswith("@") and word != NAMES:
            if word[1:] not in classes:
                raise LexiconError("actions.csv", f"names the word class {word!r}, which action_words.csv has not")
            words.extend(classes[word[1:]])
        else:
            words.append(word)
    plain = [word for word in words if word != NAMES]
    single = frozenset(word for word in plain if " " not in word)
    phrases = tuple(word for word in plain if " " in word)
    openers = frozenset(phrase.split()[0] for phrase in phrases)
    return WordSet(
        frozenset(word for word in single if not word.endswith("*")),
        tuple(word[:-1] for word in plain if word.endswith("*") and " " not in word),
        tuple(f" {phrase[:-1]}" if phrase.endswith("*") else f" {phrase} " for phrase in phrases),
        NAMES in words,
        openers,
        single | openers,
    )
