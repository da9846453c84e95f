"""Names that hold an office in the text and that the lexicon does not know: for a person to look at, never to code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.coding._actor_scan import Scan

_NAME = re.compile(r" ([A-Z][\w'’-]{0,40}(?: (?:al-|el-)?[A-Z][\w'’-]{0,40}){1,3})")
_OFFICES = frozenset({"title", "voice", "rank"})


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """An unknown name (`text == source[start:end]`) and the office the text gives it."""

    start: int
    end: int
    text: str
    office: str


def read_candidates(found: Scan, taken: Sequence[tuple[int, int]]) -> tuple[OfficeHolder, ...]:
    """Unknown names directly after an office, outside the spans already `taken` by actors."""
    if found.case != "mixed":
        return ()
    candidates: list[OfficeHolder] = []
    for token in found.tokens:
        match = _NAME.match(found.text, token.end) if token.lexeme.title in _OFFICES else None
        if match is None or any(start < match.end(1) and match.start(1) < end for start, end in taken):
            continue
        if not (candidates and match.start(1) < candidates[-1].end):
            name = re.sub(r"['’]s$", "", match[1])
            candidates.append(OfficeHolder(match.start(1), match.start(1) + len(name), name, token.lexeme.phrase))
    return tuple(candidates)
