"""Finds references to known events: one pass over the words, a counter for each phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.lexicon.anchors import Anchor
from timeline.model import AnchorHit, When
from timeline.times._edtf import parse_edtf

# Words of one phrase stand at most this far apart.
WINDOW = 24
_PREFIX = 4
_WORD = re.compile(r"(?:\b[A-Za-z]\.){2,4}|[^\W_]+(?:['’-][^\W_]+){0,3}|[.!?](?=\s|$)|\n[ \t\r]{0,20}\n|;")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
# Words after a reference in which an explicit year still belongs to it.
_YEAR_REACH_CHARS = 25


@dataclass(frozen=True, slots=True)
class _Entry:
    """A word (or sequence) that fills one group of one phrase; group -1 forbids the phrase."""

    phrase: int
    group: int
    rest: tuple[str, ...]
    prefix: str = ""


class AnchorIndex:
    """All phrases of all anchors, looked up by their first word."""

    def __init__(self, anchors: tuple[Anchor, ...]) -> None:
        self.anchors = anchors
        self._owners: list[int] = []
        self._sizes: list[int] = []
        self._words: dict[str, list[_Entry]] = {}
        self._prefixes: dict[str, list[_Entry]] = {}
        self.whens = [anchor_when(anchor) for anchor in anchors]
        days = [when.interval.start for when in self.whens if when.interval is not None and when.precision == "day"]
        self.month_days = frozenset((day.month, day.day) for day in days)
        for number, anchor in enumerate(anchors):
            for phrase in anchor.phrases:
                self._add_phrase(number, phrase.all, phrase.none)

    def _add_phrase(self, owner: int, groups: tuple[tuple[str, ...], ...], none: tuple[str, ...]) -> None:
        phrase = len(self._owners)
        self._owners.append(owner)
        self._sizes.append(len(groups))
        for group, words in enumerate((*groups, none)):
            for word in words:
                self._add_word(word, phrase, group if group < len(groups) else -1)

    def _add_word(self, text: str, phrase: int, group: int) -> None:
        first, *rest = text.split()
        if first.endswith("*"):
            stem = first[:-1]
            self._prefixes.setdefault(stem[:_PREFIX], []).append(_Entry(phrase, group, tuple(rest), stem))
        else:
            self._words.setdefault(first, []).append(_Entry(phrase, group, tuple(rest)))

    def find(self, text: str, offset: int) -> tuple[AnchorHit, ...]:
        """References in text order; of one anchor's overlapping references in a sentence the tightest."""
        hits: list[AnchorHit] = []
        for words in _sentences(text):
            hits.extend(self._find_in(text, words, offset))
        return tuple(sorted(hits, key=lambda hit: (hit.start, hit.end, hit.anchor_id)))

    def _find_in(self, text: str, words: list[tuple[str, int, int]], offset: int) -> Iterator[AnchorHit]:
        seen: dict[int, dict[int, int]] = {}
        forbidden: set[int] = set()
        best: dict[int, tuple[int, int]] = {}
        owner_of_best: dict[int, int] = {}
        for position in range(len(words)):
            for entry in self._entries(words, position):
                if entry.group < 0:
                    forbidden.add(entry.phrase)
                    continue
                groups = seen.setdefault(entry.phrase, {})
                groups[entry.group] = position
                last = position + len(entry.rest)
                first = min(groups.values())
                if len(groups) == self._sizes[entry.phrase] and last - first <= WINDOW:
                    held = best.get(entry.phrase)
                    if held is None or last - first < held[1] - held[0]:
                        best[entry.phrase] = (first, last)
                        owner_of_best[entry.phrase] = self._owners[entry.phrase]
        tightest: dict[int, tuple[int, int]] = {}
        for phrase, (first, last) in best.items():
            owner = owner_of_best[phrase]
            held = tightest.get(owner)
            if phrase not in forbidden and (held is None or last - first < held[1] - held[0]):
                tightest[owner] = (first, last)
        for owner, (first, last) in tightest.items():
            start, end = words[first][1], words[last][2]
            if not _YEAR.search(text, start, min(end + _YEAR_REACH_CHARS, words[-1][2])):
                yield self._hit(owner, text, start, end, offset)

    def _entries(self, words: list[tuple[str, int, int]], position: int) -> Iterator[_Entry]:
        word = words[position][0]
        bare = word[:-2] if word.endswith("'s") else word
        for form in {word, bare}:
            for entry in self._words.get(form, ()):
                if _follows(words, position, entry.rest):
                    yield entry
        for length in range(1, _PREFIX + 1):
            for entry in self._prefixes.get(word[:length], ()) if len(word) >= length else ():
                fits = len(entry.prefix[:_PREFIX]) == length and word.startswith(entry.prefix)
                if fits and _follows(words, position, entry.rest):
                    yield entry

    def _hit(self, owner: int, text: str, start: int, end: int, offset: int) -> AnchorHit:
        anchor = self.anchors[owner]
        return AnchorHit(
            start=start + offset,
            end=end + offset,
            text=text[start:end],
            anchor_id=anchor.id,
            label=anchor.label,
            when=self.whens[owner],
            types=anchor.kind,
        )


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


def _follows(words: list[tuple[str, int, int]], position: int, rest: tuple[str, ...]) -> bool:
    if position + len(rest) >= len(words):
        return not rest
    return all(_same(words[position + 1 + n][0], word) for n, word in enumerate(rest))


def _same(word: str, wanted: str) -> bool:
    if wanted.endswith("*"):
        return word.startswith(wanted[:-1])
    return word == wanted or word == wanted + "'s"


def _sentences(text: str) -> Iterator[list[tuple[str, int, int]]]:
    """Words with offsets, sentence by sentence; an abbreviation's stop may cut one short."""
    words: list[tuple[str, int, int]] = []
    for match in _WORD.finditer(text):
        word = match.group().lower().replace("’", "'").rstrip(".") or match.group()
        if word[0].isalnum():
            words.append((word, match.start(), match.end()))
            continue
        if words and not (word == "." and len(words[-1][0]) <= 3):
            yield words
            words = []
    if words:
        yield words
