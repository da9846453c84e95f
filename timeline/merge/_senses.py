"""What the word for an act means: words of one family count as one word, an ambiguous one by the company it keeps."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from timeline.lexicon.merge_weights import MergeWords
from timeline.merge._words import stem, tokens


@dataclass(frozen=True)
class Vocabulary:
    """The lexicon's words for acts, by stem; of a phrase ("stepped down") the stem of its verb and the other word."""

    lexis: MergeWords

    @cached_property
    def families(self) -> dict[str, tuple[str, ...]]:
        """The families a stem or phrase belongs to; the word that names a family belongs to it."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for word, bases in self.lexis.same.items():
            for base in map(self.stem, bases):
                found[self.stem(word)][base] = None
                found[base][base] = None
        return {word: tuple(bases) for word, bases in found.items()}

    @cached_property
    def light(self) -> frozenset[str]:
        """Stems that say little of which act it is."""
        return frozenset(map(self.stem, self.lexis.light))

    def stem(self, word: str) -> str:
        """The stem of a word, or of a phrase of two words."""
        first, _, second = word.partition(" ")
        return f"{stem(first, self.lexis.forms)} {second}".rstrip()

    def head(self, trigger: str, before: Sequence[str], after: Sequence[str]) -> tuple[str, str]:
        """What an act is called, and its stem.

        That is the last word of the trigger that means something, the head of an English noun group, or the phrase it
        makes with the word before or after ("stepped" before "down").
        """
        words = tokens(trigger)
        if not words:
            return "", ""
        head = next((word for word in reversed(words) if word not in self.lexis.stop), words[0])
        near = [*tokens(" ".join(before[-1:]))[-1:], *words, *tokens(" ".join(after[:1]))[:1]]
        for first, second in (*pairwise(near), (words[0], words[-1])):
            phrase = self.stem(f"{first} {second}")
            # A verb and its particle may stand around what it acts on ("checked herself into").
            around = first == words[0] and second == words[-1] and second in self.lexis.stop
            if phrase in self.families and (around or head in (first, second)):
                return f"{first} {second}", phrase
        return head, self.stem(head)


@dataclass(frozen=True)
class Senses:
    """How often each stem is an act in each topic, which tells the family of an ambiguous one."""

    vocabulary: Vocabulary
    acts: Mapping[int, Counter[str]]
    _members: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list), init=False)

    def __post_init__(self) -> None:
        for word, bases in self.vocabulary.families.items():
            # Only words of one family say which one a topic tells of.
            if len(bases) == 1:
                self._members[bases[0]].append(word)

    def meaning(self, head: str, topic: int) -> str:
        """The family of a stem: of several ("fire"), the one whose other words the topic uses most."""
        families = self.vocabulary.families.get(head, ())
        if not families:
            return head
        return max(families, key=lambda base: (self._company(base, head, topic), base == head, base))

    def _company(self, base: str, head: str, topic: int) -> int:
        acts = self.acts.get(topic, Counter())
        return sum(acts[word] for word in self._members[base] if word != head)


def read_senses(vocabulary: Vocabulary, acts: Iterable[tuple[int, str]]) -> Senses:
    """Senses of the acts of a collection, given as (topic, stem of the trigger)."""
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for topic, head in acts:
        counts[topic][head] += 1
    return Senses(vocabulary, dict(counts))
