"""Entries of a chronology: the day before the dash or colon is the day of what the entry tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.model import Expression, Sentence, When

# What stands between an entry's date and its words: "Nov. 28, 2020 - ", "3 May 2021: ", "(2021-05-03) – ".
_RULE = re.compile(r"[.)\]]{0,2}\s{0,2}(?::|--|[–—-])\s")
_OPENING = "([*_"


@dataclass(frozen=True, slots=True)
class Entry:
    """The day that heads an entry, the block the entry is, and where its own words begin in the article."""

    when: When
    block: int
    start: int


def entry_of(sentence: Sentence, expressions: Sequence[Expression]) -> Entry | None:
    """The entry that a sentence opens: "28 May 2021 - Troops took the town"; None for any other sentence.

    A report's own dateline names a place before its day, so it is none.
    """
    here = [e for e in expressions if sentence.start <= e.start < sentence.end]
    first = here[0] if here else None
    if first is None or first.type != "DATE" or first.when is None or first.when.interval is None:
        return None
    # The two ends of "Nov. 9-10, 2020" are two expressions that both have its days.
    ends = [e.end for e in here[1:2] if e.when is not None and e.when.interval == first.when.interval]
    opening = sentence.text[: first.start - sentence.start]
    mark = _RULE.match(sentence.text, (ends or [first.end])[0] - sentence.start)
    if opening.strip(_OPENING) or mark is None:
        return None
    reason = f"The entry of a chronology that begins with “{first.text}”: {first.when.reason}"
    when = replace(first.when, basis="heading", reason=reason)
    return Entry(when, sentence.block, sentence.start + mark.end())
