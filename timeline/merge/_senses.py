"""What the word for an act means: words of one family count as one word, an ambiguous one by the company it keeps."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from timeline.lexicon.merge_weights import MergeWords
from timeline.merge._words import stem


@dataclass(frozen=True)
class Senses:
    """Families of act words by stem, stems that say little, and how often each stem is an act in each topic."""

    families: Mapping[str, tuple[str, ...]]
    light: frozenset[str]
    acts: Mapping[int, Counter[str]]
    _members: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list), init=False)

    def __post_init__(self) -> None:
        for word, bases in self.families.items():
            # Only words of one family say which one a topic tells of.
            if len(bases) == 1:
                self._members[bases[0]].append(word)

    def meaning(self, head: str, topic: int) -> str:
        """The family of a stem: of several ("fire"), the one whose other words the topic uses most."""
        families = self.families.get(head, ())
        if not families:
            return head
        return max(families, key=lambda base: (self._company(base, head, topic), base == head, base))

    def _company(self, base: str, head: str, topic: int) -> int:
        acts = self.acts.get(topic, Counter())
        return sum(acts[word] for word in self._members[base] if word != head)


def read_senses(lexis: MergeWords, acts: Iterable[tuple[int, str]]) -> Senses:
    """Senses from the lexicon's families and the acts of a collection, given as (topic, stem of the trigger)."""
    families: dict[str, dict[str, None]] = defaultdict(dict)
    for word, bases in lexis.same.items():
        for base in bases:
            families[stem(word, lexis.forms)][stem(base, lexis.forms)] = None
            families[stem(base, lexis.forms)][stem(base, lexis.forms)] = None
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for topic, head in acts:
        counts[topic][head] += 1
    light = frozenset(stem(word, lexis.forms) for word in lexis.light)
    return Senses({word: tuple(bases) for word, bases in families.items()}, light, dict(counts))
