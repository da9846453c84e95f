"""The lines of a text, hard-wrapped ones joined again, with what can be said of each alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

# Beyond this many lines the rest is one unit: no article has as many, and memory stays bounded.
MAX_LINES = 20_000
# Characters of a unit that rules look at.
_LOOK_CHARS = 2_000
# A line shorter than this was not broken by a wrapping editor.
_WRAPPED_CHARS = 40
# Share of line breaks followed by a small letter from which on the whole text counts as hard-wrapped.
_WRAPPED_SHARE = 0.4
# Words from which on a line without a stop is prose all the same.
_LONG_WORDS = 30
_SENTENCE_WORDS = 8

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_BULLET = re.compile(r"[-*•‣▪●◦·○■–—➤►✓✔][ \t\u00a0]+|[0-9]{1,2}[.)][ \t\u00a0]+")
_HEADING = re.compile(r"#{1,6}[ \t]+")
_CLOSERS = "\"'”’»)]*_ \t\u00a0"
_INNER_STOP = re.compile(r"[a-z0-9”\"’')][.!?][”\"’')]{0,2} [“\"‘'(]?[A-Z]")


@dataclass(frozen=True, slots=True)
class Unit:
    """One line, or several joined: trimmed offsets, the look of it, and whether a blank line stands before."""

    start: int
    end: int
    look: str
    gap: bool

    @property
    def marker(self) -> int:
        """Length of a leading list, heading or quotation mark."""
        found = _BULLET.match(self.look) or _HEADING.match(self.look)
        if found:
            return found.end()
        return len(self.look) - len(self.look.lstrip("> \t")) if self.look.startswith(">") else 0

    @property
    def is_bullet(self) -> bool:
        """Whether it starts as a list item does."""
        return bool(_BULLET.match(self.look))

    @property
    def is_heading(self) -> bool:
        """Whether it is marked as a Markdown heading."""
        return bool(_HEADING.match(self.look))

    @property
    def words(self) -> int:
        """Words with a letter or digit in them."""
        return sum(any(c.isalnum() for c in word) for word in self.look.split())

    @property
    def is_stopped(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.look.rstrip(_CLOSERS)[-1:] in {".", "!", "?", "…", "。", "؟"}

    @property
    def is_prose(self) -> bool:
        """Whether it holds a full sentence: a stop at its end or inside, or too many words for a headline."""
        words = self.words
        if words >= _LONG_WORDS:
            return True
        last = self.look.rstrip(_CLOSERS)[-1:]
        if last in {"!", "?"}:
            return words >= _SENTENCE_WORDS and bool(_INNER_STOP.search(self.look))
        if last in {".", "…", "。", "؟"}:
            return words >= 3
        if last in {":", ";", ","}:
            return words >= _SENTENCE_WORDS
        return words >= _SENTENCE_WORDS and bool(_INNER_STOP.search(self.look))


def read_units(text: str) -> tuple[Unit, ...]:
    """The non-blank lines of a text in order, hard-wrapped paragraphs joined."""
    lines = _split(text)
    wrapped = _is_wrapped(lines)
    width = max((unit.end - unit.start for unit in lines), default=0) if wrapped else 0
    units: list[Unit] = []
    last: Unit | None = None
    for line in lines:
        if last is not None and _continues(last, line, width):
            joined = units.pop()
            units.append(
                Unit(joined.start, line.end, text[joined.start : min(line.end, joined.start + _LOOK_CHARS)], joined.gap)
            )
        else:
            units.append(line)
        last = line
    return tuple(units)


def _split(text: str) -> list[Unit]:
    units: list[Unit] = []
    end = 0
    for found in _LINE.finditer(text):
        if len(units) >= MAX_LINES:
            start, stop = _trim(text, found.start(), len(text))
            return [*units, _unit(text, start, stop, gap=True)] if start < stop else units
        start, stop = _trim(text, found.start(), found.end())
        if start < stop:
            breaks = text[end:start].replace("\r\n", "\n") if start - end < 20 else "\n\n"
            units.append(_unit(text, start, stop, gap=sum(c in "\n\r\u2028\u2029" for c in breaks) > 1))
            end = stop
    return units


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _unit(text: str, start: int, end: int, *, gap: bool) -> Unit:
    return Unit(start, end, text[start : min(end, start + _LOOK_CHARS)], gap)


def _is_wrapped(lines: list[Unit]) -> bool:
    pairs = [
        (line, after) for line, after in pairwise(lines) if not after.gap and line.end - line.start >= _WRAPPED_CHARS
    ]
    small = sum(after.look[0].islower() for _, after in pairs)
    return bool(pairs) and small >= _WRAPPED_SHARE * len(pairs)


def _continues(before: Unit, line: Unit, width: int) -> bool:
    """Whether a line goes on with the paragraph of the line before; `width` 0 says the text is not hard-wrapped."""
    if line.gap or line.is_bullet or line.is_heading or before.is_heading or before.end - before.start < _WRAPPED_CHARS:
        return False
    if line.look[0].islower() and not before.is_stopped:
        return True
    return 0 < 0.6 * width <= before.end - before.start
