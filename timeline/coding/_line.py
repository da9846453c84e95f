"""A sentence as tagged words: tokens, coarse word classes and which ambiguous words are verbs here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.coding._marks import join_numbers, mark_modifiers, mark_possessives, mark_times, settle_that
from timeline.coding._verb_tags import settle_verbs
from timeline.lexicon._inflect import VerbForm
from timeline.lexicon.grammar import Grammar, WordClass

# Bounded on purpose: hostile text may hold a megabyte of letters or hyphens.
_TOKEN = re.compile(
    r"[^\W_]{1,60}(?:(?:[-&/]|[.,](?=\d)|['’](?![sS](?![^\W_])))[^\W_]{1,60}){0,8}|['’][sS](?![^\W_])|[^\w\s]|_"
)
_STRONG = frozenset(";:—–()[]…«»!?|•")
# Every mark that opens or closes a quotation; an apostrophe is one of them, and a possessive one has its own tag.
QUOTES = frozenset("\"“”„‘’'`«»")

# Tags of a token: those of grammar.csv, and t infinitive "to", v verb, N noun or adjective, P proper noun,
# A adjective of a state, # number,
# ' possessive, comma, ; strong punctuation, " a quotation mark or another sign, . end.
NOMINAL = frozenset("dxN P#'k".replace(" ", ""))


@dataclass(slots=True)
class Line:
    """Tokens of one sentence and the grammar that tagged them.

    The lists run in parallel and offsets count from the sentence's start.
    """

    text: str
    grammar: Grammar = field(repr=False)
    words: list[str] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    tag: list[str] = field(default_factory=list)
    form: list[frozenset[str]] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def is_a(self, i: int, name: WordClass) -> bool:
        """Whether a token is a word of a class of the grammar."""
        return self.low[i] in self.grammar.classes[name]


def joins_on(line: Line, i: int) -> bool:
    """Whether a token is a hyphen that joins an abbreviation to what follows ("N.L.-led")."""
    joined = line.words[i] == "-" and line.start[i] == line.end[i - 1]
    return joined and line.start[i + 1 : i + 2] == [line.end[i]]


_NO_FORM: frozenset[str] = frozenset()
_PAST: frozenset[VerbForm] = frozenset(("past", "participle"))
# A verb the lexicon does not know, told by its ending ("spearheaded"); "-eed" and "-red" are as often nouns.
_UNKNOWN_PAST = re.compile(r"[a-z]{2,20}[^er\W\d_]ed")


def read_line(text: str, grammar: Grammar, names: Sequence[tuple[int, int, bool]] = ()) -> Line:
    """Tokenise and tag; `names` are the spans of actors and places, with whether the span is an adjective."""
    words = _TOKEN.findall(text)
    low = [word.lower().replace("’", "'") for word in words]
    line = Line(text, grammar, words, low, *_offsets(text, words))
    _tag(line, grammar)
    _mark_names(line, names)
    join_numbers(line)
    mark_possessives(line)
    mark_times(line)
    mark_modifiers(line)
    settle_that(line)
    settle_verbs(line)
    return line


def _offsets(text: str, words: Sequence[str]) -> tuple[list[int], list[int]]:
    """Where each token starts and ends; between tokens stands only white space, so that none is found too early."""
    starts, ends, at = [], [], 0
    for word in words:
        start = text.index(word, at)
        at = start + len(word)
        starts.append(start)
        ends.append(at)
    return starts, ends


def _tag(line: Line, grammar: Grammar) -> None:
    tags, verbs = grammar.tags, grammar.verbs
    count = len(line.low)
    for i, (low, word) in enumerate(zip(line.low, line.words, strict=True)):
        known = verbs.get(low)
        tag = tags.get(low)
        if low == "to":
            tag = "p"
        elif low in {"'s"}:
            tag = "'"
        elif tag is None or (tag == "k" and not word[0].isupper() and len(low) < 6):
            tag = _open_tag(word, low, known is not None, i, line, count)
            if tag == "N" and _UNKNOWN_PAST.fullmatch(word):
                tag, known = "!", (low.removesuffix("ed"), _PAST)
            if tag in "?!" and i and line.words[i - 1] == "-" and line.start[i] == line.end[i - 1]:
                tag, known = "N", None
        elif tag in "bhD":
            known = known or (low, frozenset())
        elif tag == "k" or (known and tag not in "ap"):
            known = None
        line.tag.append(tag)
        line.form.append(known[1] if known else _NO_FORM)
        line.lemma.append(known[0] if known else low)


def _mark_names(line: Line, names: Sequence[tuple[int, int, bool]]) -> None:
    """Words of a known name are no verbs and no pronouns ("US forces"); an adjective makes what follows a noun."""
    i, count = 0, len(line.start)
    for start, end, adjective in names:
        while i < count and line.end[i] <= start:
            i += 1
        while i < count and line.start[i] < end:
            joins = line.low[i] in {"of", "for"} and line.tag[i + 1 : i + 2] != ["d"]
            if line.tag[i] not in "';,d.\"p" or joins:
                line.tag[i] = "A" if adjective else "P"
                line.form[i] = _NO_FORM
            i += 1


def _open_tag(word: str, low: str, verb: bool, i: int, line: Line, count: int) -> str:
    first = word[0]
    if first.isalpha():
        if verb:
            return "?" if not (first.isupper() and i and line.tag[-1] not in ';".') else "P?"
        if low.endswith("ly") and len(low) > 4 and first.islower():
            return "a"
        return "P" if first.isupper() else "N"
    if first.isdigit():
        return "#"
    if word == ",":
        return ","
    if word == ".":
        previous = line.low[i - 1] if i else ""
        ends = i == count - 1 or (len(previous) > 1 and previous not in line.grammar.classes["abbreviation"])
        return ";" if ends else "."
    if word in _STRONG:
        return ";"
    return "N" if word in "$€£%#" else '"'
