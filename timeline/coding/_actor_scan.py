"""Words of a text that the actor lexicon knows: whole words, right capitals, longest first, never overlapping."""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal, NamedTuple

from timeline.lexicon.actors import ActorLexicon, Lexeme, fold

TextCase = Literal["mixed", "upper", "lower"]

# Letters needed before a text without any small (or capital) letter counts as set in one case.
_MIN_LETTERS_OF_ONE_CASE = 12


class Token(NamedTuple):
    """A lexicon phrase in the text; `named` says that its capitals allow it to be the actor."""

    start: int
    end: int
    lexeme: Lexeme
    named: bool


@dataclass(frozen=True, slots=True)
class Scan:
    """A text, its folded twin of the same length, and the lexicon phrases in it in order."""

    text: str
    folded: str
    case: TextCase
    tokens: tuple[Token, ...]


def text_case(text: str) -> TextCase:
    """Whether capitals tell anything here: headlines may have only capitals, old corpora none."""
    if len(text) >= _MIN_LETTERS_OF_ONE_CASE:
        if text.islower():
            return "lower"
        if text.isupper():
            return "upper"
    return "mixed"


def scan(text: str, lexicon: ActorLexicon) -> Scan:
    """Find every lexicon phrase; of overlapping ones the leftmost, then the longest."""
    folded = fold(text)
    case = text_case(text)
    size = len(folded)
    found: list[tuple[int, int, Lexeme, bool]] = []
    for last, (length, lexeme) in lexicon.automaton.iter(folded):
        start, end = last + 1 - length, last + 1
        if (start and folded[start - 1].isalnum()) or (end < size and folded[end].isalnum()):
            continue
        named = lexeme.name is not None and _capitals_fit(text, start, end, lexeme, case, lexicon.everyday)
        if lexeme.blocked:
            named = False
            if case == "mixed" and lexeme.capital >= 0 and not text[start + lexeme.capital].isupper():
                continue
        if named or lexeme.organ or lexeme.title or lexeme.blocked:
            found.append((start, -end, lexeme, named))
    return Scan(text, folded, case, _leftmost_longest(found))


def _capitals_fit(text: str, start: int, end: int, lexeme: Lexeme, case: TextCase, everyday: frozenset[str]) -> bool:
    if case == "upper":
        return True
    caution = lexeme.name.caution if lexeme.name is not None else None
    if case == "lower":
        return not lexeme.exact and caution is None and lexeme.phrase not in everyday
    if lexeme.exact:
        return text[start:end] in lexeme.exact
    return lexeme.capital < 0 or text[start + lexeme.capital].isupper()


_ARTICLE = "the "
# Of a hit: where it starts, and its end as a negative number.
_START_AND_LENGTH = itemgetter(0, 1)


def _leftmost_longest(found: list[tuple[int, int, Lexeme, bool]]) -> tuple[Token, ...]:
    found.sort(key=_START_AND_LENGTH)
    tokens: list[Token] = []
    reached = -1
    for start, negative_end, lexeme, named in found:
        if start >= reached:
            tokens.append(Token(start, -negative_end, lexeme, named))
            reached = -negative_end
        elif -negative_end > reached and start == tokens[-1].start + len(_ARTICLE) and _has_article(tokens[-1]):
            # "the West" is no part of "the West Norland Liberation Army".
            tokens[-1] = Token(start, -negative_end, lexeme, named)
            reached = -negative_end
    return tuple(tokens)


def _has_article(token: Token) -> bool:
    return token.lexeme.phrase.startswith(_ARTICLE)


# Latin twins of Cyrillic and Greek letters that look the same in print (Unicode TR 39 confusables).
_TWINS = str.maketrans(
    "аеорсухѕіјԁһԛԝɡνοαρτικАВЕКМНОРСТХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxsijdhqwgvoaptikABEKMHOPCTXIJSABEZHIKMNOPTYX",
)
_MIXED_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
_LATIN = re.compile(r"[A-Za-z]")


def undisguise(text: str) -> str:
    """The text with look-alike letters turned Latin, in words that mix scripts; of the same length."""
    if _FOREIGN.search(text) is None:
        return text
    return _MIXED_WORD.sub(_latin_twin, text)


def _latin_twin(word: re.Match[str]) -> str:
    letters = word[0]
    mixed = _FOREIGN.search(letters) is not None and _LATIN.search(letters) is not None
    return letters.translate(_TWINS) if mixed else letters
