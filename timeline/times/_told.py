"""Events that the article itself dates: "the ambush of 3 May 2024 ... two days after the ambush"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from timeline.model import Expression

# A sentence is looked at so many characters to both sides of its date.
_REACH = 240
_WORD = re.compile(r"[^\W\d_]{3,24}")
_END = re.compile(r"[.!?;]\s|\n\s{0,20}\n")
# Words between "after" and the noun of the act ("after the deadly dawn ambush").
_HEAD_WORDS = 5


# "On 8 April they searched the site of the shooting": named in passing, not dated.
_IN_PASSING = re.compile(r"\b(?:of|after|before|since|about|over|for|from)\s(?:the|that|this)\s\Z", re.IGNORECASE)
_PASSING = 14
_DAY_OF_MONTH = re.compile(r"\d")


def _is_written(expression: Expression) -> bool:
    """A day with its number, also as "the night of 3 May"."""
    part = expression.rule == "time.part_of_day" and _DAY_OF_MONTH.search(expression.text) is not None
    return part or expression.rule.startswith(("explicit.", "calendar."))


class ToldEvents:
    """Acts of one text by their stem, each with the last date written out in its own sentence."""

    def __init__(self, text: str, acts: Mapping[str, str]) -> None:
        self._text = text
        self._acts = acts
        self._dated: dict[str, tuple[str, Expression]] = {}
        self._read = 0

    def find(self, start: int, found: list[Expression]) -> tuple[str, Expression] | None:
        """The act named right behind `start`, as told, with the expression that dated it in an earlier sentence."""
        words = list(_WORD.finditer(self._text, start, start + 80))[:_HEAD_WORDS]
        named = next((match for match in words if match.group().lower() in self._acts), None)
        if named is None or _END.search(self._text, start, named.start()):
            return None
        self._collect(found, self._sentence(start)[0])
        return self._dated.get(self._acts[named.group().lower()])

    def _collect(self, found: list[Expression], before: int) -> None:
        """Reads the sentences of the dates found since the last call, each once."""
        while self._read < len(found) and found[self._read].start < before:
            expression = found[self._read]
            self._read += 1
            when = expression.when
            if when is None or when.precision != "day" or not _is_written(expression):
                continue
            first, last = self._sentence(expression.start)
            for match in _WORD.finditer(self._text, first, last):
                stem = self._acts.get(match.group().lower())
                if (
                    stem is not None
                    and _IN_PASSING.search(self._text, max(match.start() - _PASSING, 0), match.start()) is None
                ):
                    self._dated[stem] = match.group(), expression

    def _sentence(self, position: int) -> tuple[int, int]:
        low = max(position - _REACH, 0)
        ends = [match.end() for match in _END.finditer(self._text, low, position)]
        stop = _END.search(self._text, position, position + _REACH)
        return ends[-1] if ends else low, stop.start() if stop else min(position + _REACH, len(self._text))
