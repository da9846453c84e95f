"""Finds references to known events: each phrase is looked for around the words of its rarest group."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass, field, replace

from timeline.lexicon.anchors import Anchor
from timeline.model import AnchorHit, When
from timeline.times._edtf import parse_edtf

# Words of one phrase stand at most this far apart.
WINDOW = 24
# A run of words without a sentence end is cut here, which bounds the work on one stretch.
_LONGEST_SENTENCE = 200
_PREFIX = 4
_WORD = re.compile(r"(?:\b[A-Za-z]\.){2,4}|[^\W_]+(?:['’-][^\W_]+){0,3}|[.!?](?=\s|$)|\n[ \t\r]{0,20}\n|;")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
# Words after a reference in which an explicit year still belongs to it.
_YEAR_REACH_CHARS = 25


@dataclass(frozen=True, slots=True)
class _Term:
    """A word or sequence of a phrase's group; words that end in `*` stand for any ending."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Phrase:
    owner: int
    key: tuple[_Term, ...]
    others: tuple[tuple[_Term, ...], ...]
    none: tuple[_Term, ...]
    open: bool


@dataclass(slots=True)
class _Words:
    """The words of one sentence with their offsets and, made once when needed, their positions."""

    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    by_word: dict[str, list[int]] = field(default_factory=dict)
    by_prefix: dict[str, list[int]] = field(default_factory=dict)

    def index(self) -> None:
        """Positions by word, by word without its possessive, and by first letters."""
        for position, word in enumerate(self.words):
            for form in {word, word.removesuffix("'s")}:
                self.by_word.setdefault(form, []).append(position)
            self.by_prefix.setdefault(word[:_PREFIX], []).append(position)

    def find(self, term: _Term) -> Iterator[tuple[int, int]]:
        """First and last positions of the term, in order."""
        first, *rest = term.words
        for position in self._starts(first):
            last = position + len(rest)
            if last < len(self.words) and all(map(_same, self.words[position + 1 : last + 1], rest)):
                yield position, last

    def _starts(self, word: str) -> Iterable[int]:
        if not word.endswith("*"):
            return self.by_word.get(word, ())
        stem = word[:-1]
        if len(stem) >= _PREFIX:
            return [n for n in self.by_prefix.get(stem[:_PREFIX], ()) if self.words[n].startswith(stem)]
        return [n for n, told in enumerate(self.words) if told.startswith(stem)]


class AnchorIndex:
    """All phrases of all anchors, looked up by the words of their rarest group."""

    def __init__(self, anchors: tuple[Anchor, ...]) -> None:
        self._anchors = anchors
        self._whens = [anchor_when(anchor) for anchor in anchors]
        days = [when.interval.start for when in self._whens if when.interval is not None and when.precision == "day"]
        self.month_days: frozenset[tuple[int, int]] = frozenset((day.month, day.day) for day in days)
        self._words: dict[str, list[_Phrase]] = {}
        self._prefixes: dict[str, list[_Phrase]] = {}
        self._known: dict[tuple[str, int], tuple[AnchorHit, ...]] | None = None
        self._add_phrases()

    def _add_phrases(self) -> None:
        made = [
            (owner, [_terms(group) for group in phrase.all], _terms(phrase.none), phrase.open)
            for owner, anchor in enumerate(self._anchors)
            for phrase in anchor.phrases
        ]
        common = Counter(term.words[0] for _, groups, _, _ in made for group in groups for term in group)
        for owner, groups, none, is_open in made:
            key = min(groups, key=lambda group: (max(common[term.words[0]] for term in group), len(group)))
            others = tuple(group for group in groups if group is not key)
            phrase = _Phrase(owner, key, others, none, is_open)
            for first in {term.words[0] for term in key}:
                if first.endswith("*"):
                    self._prefixes.setdefault(first[:-1][:_PREFIX], []).append(phrase)
                else:
                    self._words.setdefault(first, []).append(phrase)

    def find(self, text: str, offset: int) -> tuple[AnchorHit, ...]:
        """References in text order; of one anchor's in a sentence the surest, then the tightest."""
        if self._known is not None and (text, offset) in self._known:
            return self._known[text, offset]
        hits = [hit for words in _sentences(text) for hit in self._find_in(text, words, offset)]
        found = tuple(sorted(hits, key=lambda hit: (hit.start, hit.end, hit.anchor_id)))
        if self._known is not None:
            self._known[text, offset] = found
        return found

    def remembering(self) -> AnchorIndex:
        """This index for one text that is read many times: it keeps what it has found."""
        other = copy(self)
        other._known = {}
        return other

    def _find_in(self, text: str, words: _Words, offset: int) -> Iterator[AnchorHit]:
        phrases = self._candidates(words)
        if phrases and not words.by_word:
            words.index()
        best: dict[int, tuple[bool, int, int, int]] = {}
        for phrase in phrases:
            span = _tightest(words, phrase)
            if span is not None:
                found = (phrase.open, span[1] - span[0], *span)
                best[phrase.owner] = min(found, best.get(phrase.owner, found))
        for owner, (is_open, _, first, last) in best.items():
            start, end = words.starts[first], words.ends[last]
            if not _YEAR.search(text, start, min(end + _YEAR_REACH_CHARS, words.ends[-1])):
                yield replace(self._hit(owner, text, start, end, offset), open=is_open)

    def _candidates(self, words: _Words) -> list[_Phrase]:
        found: dict[int, _Phrase] = {}
        for word in set(words.words):
            for phrase in self._words.get(word, ()):
                found[id(phrase)] = phrase
            if word.endswith("'s"):
                for phrase in self._words.get(word[:-2], ()):
                    found[id(phrase)] = phrase
            for length in range(1, _PREFIX + 1) if self._prefixes else ():
                for phrase in self._prefixes.get(word[:length], ()):
                    found[id(phrase)] = phrase
        return list(found.values())

    def _hit(self, owner: int, text: str, start: int, end: int, offset: int) -> AnchorHit:
        anchor = self._anchors[owner]
        return AnchorHit(
            start=start + offset,
            end=end + offset,
            text=text[start:end],
            anchor_id=anchor.id,
            label=anchor.label,
            when=self._whens[owner],
            types=anchor.kind,
        )


def _terms(group: tuple[str, ...]) -> tuple[_Term, ...]:
    return tuple(_Term(tuple(text.split())) for text in group)


def _tightest(words: _Words, phrase: _Phrase) -> tuple[int, int] | None:
    """The shortest stretch around a word of the key group that holds a word of every other group."""
    keys = [span for term in phrase.key for span in words.find(term)]
    if not keys:
        return None
    others = [[span for term in group for span in words.find(term)] for group in phrase.others]
    if not all(others) or any(True for term in phrase.none for _ in words.find(term)):
        return None
    best: tuple[int, int] | None = None
    for first, last in keys:
        for spans in others:
            near = min(spans, key=lambda span: (abs(span[0] - first), span))
            first, last = min(first, near[0]), max(last, near[1])
        if last - first <= WINDOW and (best is None or last - first < best[1] - best[0]):
            best = first, last
    return best


def anchor_when(anchor: Anchor) -> When:
    """The anchor's date as a When that says where it comes from."""
    interval, precision = parse_edtf(anchor.edtf)
    return When(
        edtf=anchor.edtf,
        interval=interval,
        precision=precision,
        basis="anchored",
        phrase=anchor.label,
        rule="anchor.lexicon",
        reason=f"A known event, {anchor.label}, dated {anchor.edtf} in the anchors lexicon ({anchor.source}).",
        anchor_id=anchor.id,
        lasting="/" in anchor.edtf,
    )


def _same(word: str, wanted: str) -> bool:
    if wanted.endswith("*"):
        return word.startswith(wanted[:-1])
    return word in (wanted, wanted + "'s")


def _sentences(text: str) -> Iterator[_Words]:
    """Words with offsets, sentence by sentence; an abbreviation's stop may cut one short."""
    found = _Words()
    for match in _WORD.finditer(text):
        word = match.group().lower().replace("’", "'").rstrip(".") or match.group()
        if word[0].isalnum():
            found.words.append(word)
            found.starts.append(match.start())
            found.ends.append(match.end())
            if len(found.words) < _LONGEST_SENTENCE:
                continue
        elif not found.words or (word == "." and len(found.words[-1]) <= 3):
            continue
        yield found
        found = _Words()
    if found.words:
        yield found
