"""A sentence as tagged words: tokens, coarse word classes and which ambiguous words are verbs here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.lexicon.grammar import Grammar

# Bounded on purpose: hostile text may hold a megabyte of letters or hyphens.
_TOKEN = re.compile(
    r"[^\W_]{1,60}(?:(?:[-&/]|[.,](?=\d)|['’](?![sS](?![^\W_])))[^\W_]{1,60}){0,8}|['’][sS](?![^\W_])|[^\w\s]|_"
)
_ABBREVIATIONS = frozenset(
    (
        "mr", "mrs", "ms", "dr", "gen", "lt", "col", "sgt", "maj", "capt", "adm", "gov", "sen", "rep", "st", "jr", "sr",
        "no", "vs", "etc", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    )
)  # fmt: skip
_STRONG = frozenset(";:—–()[]…«»!?|•")
COLLECTIVE = frozenset(
    ("police", "people", "military", "troops", "media", "militia", "men", "women", "children", "gunmen", "youth")
)
_NUMBERS = frozenset(
    (
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen",
        "dozens", "hundred", "hundreds", "thousand", "thousands", "scores", "half", "twenty", "thirty", "forty",
        "fifty",
    )
)  # fmt: skip
_QUOTES = frozenset("\"“”„‘’'`")

# Tags of a token: those of grammar.csv, and t infinitive "to", v verb, N noun or adjective, P proper noun,
# A adjective of a state, # number,
# ' possessive, comma, ; strong punctuation, " quote, . end.
NOMINAL = frozenset("dxN P#'k".replace(" ", ""))


@dataclass(slots=True)
class Line:
    """Tokens of one sentence; the lists run in parallel and offsets count from the sentence's start."""

    text: str
    words: list[str] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    tag: list[str] = field(default_factory=list)
    form: list[frozenset[str]] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)


_NO_FORM: frozenset[str] = frozenset()


def read_line(text: str, grammar: Grammar, names: Sequence[tuple[int, int, bool]] = ()) -> Line:
    """Tokenise and tag; `names` are the spans of actors and places, with whether the span is an adjective."""
    line = Line(text)
    for match in _TOKEN.finditer(text):
        word = match.group()
        line.words.append(word)
        line.low.append(word.lower().replace("’", "'"))
        line.start.append(match.start())
        line.end.append(match.end())
    _tag(line, grammar)
    _mark_names(line, names)
    _join_numbers(line, grammar)
    _settle_that(line)
    _settle_verbs(line, grammar.nouns)
    return line


def _tag(line: Line, grammar: Grammar) -> None:
    tags, verbs = grammar.tags, grammar.verbs
    count = len(line.low)
    for i, low in enumerate(line.low):
        word = line.words[i]
        known = verbs.get(low)
        tag = tags.get(low)
        if low == "to":
            tag = "p"
        elif low in {"'s"}:
            tag = "'"
        elif tag is None or (tag == "k" and not word[0].isupper() and len(low) < 6):
            tag = _open_tag(word, low, known is not None, i, line, count)
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
            if line.tag[i] not in "';,d.\"p" or line.low[i] in {"of", "for"}:
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
        previous = line.low[-1] if line.low else ""
        ends = i == count - 1 or (len(previous) > 1 and previous not in _ABBREVIATIONS)
        return ";" if ends else "."
    if word in _STRONG:
        return ";"
    if word in _QUOTES:
        return '"'
    return "N" if word in "$€£%#" else '"'


def _join_numbers(line: Line, grammar: Grammar) -> None:
    """ "at least 20", "between 10 and 15", "three more": words that belong to a number are no prepositions."""
    low, tag, count = line.low, line.tag, len(line.low)
    for i in range(count):
        for words in grammar.quantifiers.get(low[i], ()):
            after = i + len(words)
            if tuple(low[i:after]) == words and after < count and _counts(line, after):
                tag[i:after] = ["d"] * len(words)
                break
        if low[i] == "more" and i and (tag[i - 1] == "#" or low[i - 1] in _NUMBERS):
            tag[i] = "N"
        if tag[i] == "#" and tag[i + 2 : i + 3] == ["#"]:
            ranged = low[i - 1] == "between" if i else False
            if low[i + 1] == "to" or (ranged and low[i + 1] == "and"):
                tag[i + 1] = "#"
                if ranged:
                    tag[i - 1] = "d"


def _counts(line: Line, i: int) -> bool:
    """Whether a number stands here, with at most one determiner before it ("at least a dozen")."""
    if line.low[i] in {"a", "another"} and i + 1 < len(line.low):
        i += 1
    dated = i + 1 < len(line.tag) and line.tag[i + 1] == "k"
    return (line.tag[i] == "#" and not dated) or line.low[i] in _NUMBERS


def _settle_that(line: Line) -> None:
    """ "that" opens a relative clause between noun and verb, a complement before a noun phrase; "(left)" is no verb."""
    count = len(line.tag)
    for i in range(count):
        if line.low[i] == "that" and i + 1 < count:
            j = _next_tag(line, i)
            after = line.tag[j] if j < count else ";"
            before = line.tag[i - 1] if i else ";"
            if after in {"?", "b", "h", "m", "D"} and before in "NPAk')":
                line.tag[i] = "r"
            elif after in "dxoPA#" or before in "?v," or (before in "NP" and after in "N"):
                line.tag[i] = "s"
        elif line.tag[i] == "?" and 0 < i < count - 1 and line.words[i - 1] == "(" and line.words[i + 1] == ")":
            line.tag[i] = "a"


def _next_tag(line: Line, i: int) -> int:
    """Index of the next word that is no adverb, quote or negation."""
    i += 1
    while i < len(line.tag) and line.tag[i] in 'a"n':
        i += 1
    return i


def _settle_verbs(line: Line, nouns: frozenset[str]) -> None:
    tag = line.tag
    count = len(tag)
    for i in range(count):
        if tag[i] == "p" and line.low[i] == "to":
            j = _next_tag(line, i)
            if j < count and "base" in line.form[j] and tag[j] in "?hbD":
                following = tag[j + 1] if j + 1 < count else ";"
                noun_reading = (
                    line.low[j] in nouns and following in ";,c" and j == i + 1 and "N" in tag[max(0, i - 1) : i]
                )
                tag[i] = "p" if noun_reading else "t"
    for i in range(count):
        if tag[i] in {"?", "P?"}:
            tag[i] = _settle(line, i, nouns, proper=tag[i] == "P?")


def _before(line: Line, i: int) -> tuple[str, int]:
    j = i - 1
    while j >= 0 and line.tag[j] in 'an"':
        j -= 1
    return (line.tag[j], j) if j >= 0 else (";", -1)


def _settle(line: Line, i: int, nouns: frozenset[str], *, proper: bool) -> str:
    tag, form = line.tag, line.form[i]
    before, at = _before(line, i)
    after = tag[i + 1] if i + 1 < len(tag) else ";"
    if (
        before in "tmD"
        or (before == "h" and "participle" in form)
        or (before == "b" and ("participle" in form or "ing" in form))
    ):
        return "v"
    if proper and before != "o" and line.words[i][1:].islower() and not _headline(line):
        return "P"
    if "ing" in form:
        return _settle_ing(before, line, i, nouns)
    if "past" in form or "participle" in form:
        return _settle_past(before, after, at, line, i, nouns)
    return _settle_present(before, after, at, line, i, nouns)


def _headline(line: Line) -> bool:
    """Most words capitalised: capitals then say nothing about names."""
    letters = [word for word in line.words if word[0].isalpha()]
    return sum(word[0].isupper() for word in letters) * 10 > len(letters) * 6


def _settle_ing(before: str, line: Line, i: int, nouns: frozenset[str]) -> str:
    if line.low[i] in nouns and before in "NA" and any(t in "dx'A" for t in line.tag[max(0, i - 3) : i]):
        return "N"
    following = line.low[i + 1] if i + 1 < len(line.low) else ""
    if line.low[i] in nouns and before in ";,scp" and _heads_clause(line, i, following):
        return "N"
    if before == "N" and i > 1 and line.low[i - 1] in COLLECTIVE and line.tag[i - 2] in "pd":
        return "N" if following in {"in", "on", "at", "that", ".", ","} or i + 1 >= len(line) else "v"
    if before in "dx'A" or (following == "of" and before not in "b,"):
        return "N"
    if before in "#" or (before in "NP" and following in {"in", "on", "against", "by", "at"} and before == "N"):
        return "N" if line.low[i - 1].endswith(("al", "ic", "ive", "ous", "ish", "an", "i", "ful", "ble")) else "v"
    return "v"


def _heads_clause(line: Line, i: int, following: str) -> bool:
    """ "Shelling in the town killed", "when fighting broke out": the -ing word is the subject of a verb behind it."""
    if i + 1 >= len(line.tag):
        return False
    tag, form = line.tag[i + 1], line.form[i + 1]
    if tag in "bhm" or (tag in {"?", "v"} and ("past" in form or "s" in form)):
        return True
    if following not in {"in", "on", "at", "near", "between", "around", "by", "across", "along", "over", "inside"}:
        return False
    behind = range(i + 2, min(len(line.tag), i + 16))
    verb = next((j for j in behind if line.tag[j] in {"?", "v", "b", "h", "m"} or line.tag[j] == ";"), -1)
    return verb > 0 and line.tag[verb] != ";" and "base" not in line.form[verb] and "ing" not in line.form[verb]


def _settle_past(before: str, after: str, at: int, line: Line, i: int, nouns: frozenset[str]) -> str:
    if before in "dx'#A" and at == i - 1 and line.low[at] not in {"neither", "both"}:
        dated = before == "#" and at > 0 and line.tag[at - 1] == "k"
        return "v" if dated else "N"
    if "base" in line.form[i] and line.low[i] in nouns and before in "pNP" and after in "p;,c":
        return "v" if before in "NP" and after != "p" else "N"
    if before == "p" and after in "NP" and line.low[at] not in {"after", "before", "as", "than", "when", "since"}:
        return "N"
    if before in "pN" and at < i - 1 and after in "N" and line.low[i - 1].endswith("ly"):
        return "N"
    return "v"


def _settle_present(before: str, after: str, at: int, line: Line, i: int, nouns: frozenset[str]) -> str:
    low = line.low[i]
    if before in "dx'#pkA" or (before == "c" and low in nouns and after not in "dxoP"):
        return "N"
    collective = at >= 0 and line.low[at] in COLLECTIVE
    if before == "N" and line.form[i] == {"base"} and not collective and not line.low[at].endswith("s") and at == i - 1:
        return "N"
    if before in "or" or low not in nouns:
        return "v" if before not in "bh" else "N"
    plural_before = at >= 0 and line.low[at].endswith("s") and not line.low[at].endswith(("ss", "us", "is"))
    if before in "NP" and "base" in line.form[i]:
        return "v" if plural_before and after in "dxPoNpa#t" else "N"
    if before in "NP)":
        return "v" if after in "dxo#t" or (after == "P" and line.words[at][0].isupper()) or _only_verb(line, i) else "N"
    return "v" if before in ";,c" and after in "dxo" else "N"


def _only_verb(line: Line, i: int) -> bool:
    """Whether no other word of the sentence can be its verb."""
    return all(t not in "vbhmD?" or j == i for j, t in enumerate(line.tag))
