"""Words of a sentence: a small stemmer and weights by rarity."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from timeline.lexicon.merge_weights import MergeWords

_WORD = re.compile(r"[^\W_]+")
_DOUBLED = frozenset("bdgkmnprt")
_VOWELS = frozenset("aeiouy")
# Shorter stems are ambiguous ("us", "ing"); suffixes are cut only down to this length.
_MIN_STEM = 3


def tokens(text: str) -> list[str]:
    """Lower-case words of a text, in order."""
    return _WORD.findall(text.casefold())


def stem(word: str, forms: Mapping[str, str]) -> str:
    """The form under which inflections of one word meet ("strikes", "struck" and "striking": strik)."""
    word = forms.get(word) or forms.get(word.removesuffix("s"), word)
    return _base(word)


# A language has some hundred thousand words; a hostile text that has more only loses speed.
@lru_cache(maxsize=200_000)
def _base(word: str) -> str:
    return _one_spelling(_drop_final_e(_drop_suffix(word)))


def _drop_suffix(word: str) -> str:
    if word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > _MIN_STEM + 2:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and len(word) > _MIN_STEM:
        # The plural of a noun of action ("slayings") has two suffixes.
        return _drop_suffix(word[:-1]) if word.endswith("ings") else word[:-1]
    for suffix in ("ied", "ing", "ed"):
        if word.endswith(suffix) and _has_vowel(rest := word[: -len(suffix)]) and len(rest) >= _MIN_STEM:
            return rest + "y" if suffix == "ied" else _undouble(rest)
    return word


def _has_vowel(rest: str) -> bool:
    return not _VOWELS.isdisjoint(rest)


def _undouble(rest: str) -> str:
    return rest[:-1] if len(rest) > _MIN_STEM and rest[-1] == rest[-2] and rest[-1] in _DOUBLED else rest


def _drop_final_e(word: str) -> str:
    return word[:-1] if word.endswith("e") and len(word) > _MIN_STEM else word


def _one_spelling(stemmed: str) -> str:
    """British "apologis" as American "apologiz"; any other word in -is meets only its own inflections there."""
    return stemmed[:-1] + "z" if stemmed.endswith("is") and len(stemmed) > _MIN_STEM + 1 else stemmed


def content_words(text: str, words: MergeWords) -> dict[str, str]:
    """Words that may tell one act from another, by their stems; numbers count, function words do not."""
    kept = (word for word in tokens(text) if word not in words.stop and (len(word) > 2 or word.isdigit()))
    return {stem(word, words.forms): word for word in kept}


def capitalised_stems(text: str, words: MergeWords) -> frozenset[str]:
    """Stems of words with a capital that the beginning of a sentence does not explain: mostly names."""
    written = (match.group() for match in _WORD.finditer(text) if match.start() > 0 and match.group()[0].isupper())
    return frozenset(stem(word.casefold(), words.forms) for word in written)


def lower_case_stems(text: str, words: MergeWords) -> frozenset[str]:
    """Stems of words without a capital: no names."""
    return frozenset(stem(word, words.forms) for word in _WORD.findall(text) if word.islower())


def content_stems(text: str, words: MergeWords) -> frozenset[str]:
    """Stems of the content words of a text."""
    return frozenset(content_words(text, words))


def rarity(documents: Iterable[frozenset[str]], *, unseen: int = 0) -> dict[str, float]:
    """Inverse document frequency: a word of every document weighs nearly nothing.

    `unseen` more documents are imagined to use none of the words: a word of both of two reports is still rare.
    """
    frequency: Counter[str] = Counter()
    n = unseen
    for document in documents:
        n += 1
        frequency.update(document)
    return {word: math.log((n + 1) / count) for word, count in frequency.items()}


def length_of(words: Iterable[str], idf: Mapping[str, float]) -> float:
    """Length of a set of words as a vector weighted by rarity."""
    # Sorted, because the last digits of a float sum depend on its order and a set has none.
    return math.sqrt(sum(idf.get(word, 0.0) ** 2 for word in sorted(words)))
