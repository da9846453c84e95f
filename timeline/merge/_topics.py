"""Documents that tell of one matter: by the words they share, then by the words that part them among their like."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from timeline.lexicon.merge_weights import MergeWeights, MergeWords
from timeline.merge._linkage import average_linkage
from timeline.merge._words import content_words, stem

Vector = dict[str, float]

_WORD = re.compile(r"[^\W_]+")
# A word of more documents than this brings none of them together by itself.
_COMMON = 40
# Topics of fewer documents say too little of which words part them; of more, every pair would cost too much.
_PARTED_FROM, _PARTED_TO = 6, 300


@dataclass(frozen=True)
class Documents:
    """The texts of documents by id, and what their words say of what each is about."""

    texts: Mapping[str, str]
    weights: MergeWeights

    @cached_property
    def rarity(self) -> dict[str, float]:
        """Inverse document frequency of each stem."""
        frequency: Counter[str] = Counter()
        for text in self.texts.values():
            frequency.update(content_words(text, self.weights.lexis).keys())
        return {word: math.log((len(self.texts) + 1) / count) for word, count in frequency.items()}

    @cached_property
    def topics(self) -> dict[str, int]:
        """The number of each document's topic."""
        found = self._topics(self._vectors, self.weights.cluster_topic)
        parted = [part for group in found for part in self._parts(group)]
        return {doc: number for number, group in enumerate(parted) for doc in group}

    def alike(self, a: str, b: str) -> float:
        """Cosine of two documents' words by rarity; one document is wholly like itself."""
        return 1.0 if a == b else cosine(self._vectors[a], self._vectors[b])

    @cached_property
    def _counts(self) -> dict[str, dict[str, float]]:
        return {doc: _weigh(text, self.weights) for doc, text in self.texts.items()}

    @cached_property
    def _vectors(self) -> dict[str, Vector]:
        return {doc: vector_of(counts, self.rarity) for doc, counts in self._counts.items()}

    def _topics(self, vectors: Mapping[str, Vector], link_at: float) -> list[list[str]]:
        by_word: dict[str, list[str]] = defaultdict(list)
        for doc, vector in vectors.items():
            for word in vector:
                by_word[word].append(doc)
        pairs = {pair for docs in by_word.values() if len(docs) <= _COMMON for pair in combinations(docs, 2)}
        similar = {(a, b): cosine(vectors[a], vectors[b]) for a, b in pairs}
        return average_linkage(list(vectors), similar, link_at)

    def _parts(self, group: Sequence[str]) -> list[list[str]]:
        """The topic parted where its own rare words say so.

        Two earthquakes in one country share most words; what only some of their documents share is the day, the
        town and the toll, so a word counts by its rarity inside the topic.
        """
        if not _PARTED_FROM <= len(group) <= _PARTED_TO:
            return [list(group)]
        frequency = Counter(word for doc in group for word in self._counts[doc])
        local = {word: math.log((len(group) + 1) / count) for word, count in frequency.items() if count > 1}
        vectors = {doc: vector_of(self._counts[doc], local) for doc in group}
        similar = {(a, b): cosine(vectors[a], vectors[b]) for a, b in combinations(group, 2)}
        return self._with_strays(average_linkage(group, similar, self.weights.cluster_part))

    def _with_strays(self, parts: Sequence[Sequence[str]]) -> list[list[str]]:
        """Parts of several documents, each with the single ones most like it: one document is no matter of its own."""
        several = [list(part) for part in parts if len(part) > 1]
        if not several:
            return [[doc for part in parts for doc in part]]
        joined = [list(part) for part in several]
        for doc in (part[0] for part in parts if len(part) == 1):
            likeness = [sum(self.alike(doc, other) for other in part) / len(part) for part in several]
            joined[likeness.index(max(likeness))].append(doc)
        return joined


def _weigh(text: str, weights: MergeWeights) -> dict[str, float]:
    """The stems of a text, each by how often it stands there; names and numbers weigh more."""
    counts: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for written in _WORD.findall(text):
        key = _key(written.casefold(), weights.lexis)
        if key:
            counts[key] += 1
            named[key] += written[0].isupper() or written[0].isdigit()
    return {
        word: (1 + math.log(n)) * (weights.cluster_names if 2 * named[word] > n else 1.0) for word, n in counts.items()
    }


def _key(word: str, lexis: MergeWords) -> str:
    told = word not in lexis.stop and (len(word) > 2 or word.isdigit())
    return stem(word, lexis.forms) if told else ""


def vector_of(counts: Mapping[str, float], rarity: Mapping[str, float]) -> Vector:
    """Counts times rarity, of length one; words of no rarity are left out."""
    weighted = {word: counts[word] * rarity[word] for word in sorted(counts) if word in rarity}
    norm = math.sqrt(sum(value * value for value in weighted.values()))
    return {word: value / norm for word, value in weighted.items()} if norm else {}


def even_vector(words: Iterable[str], rarity: Mapping[str, float]) -> Vector:
    """Words that each count once."""
    return vector_of(dict.fromkeys(words, 1.0), rarity)


def cosine(a: Vector, b: Vector) -> float:
    """Cosine of two vectors of length one."""
    # Sorted, because the last digits of a float sum depend on its order.
    return sum(a[word] * b[word] for word in sorted(a.keys() & b.keys()))
