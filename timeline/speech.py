"""Words, dates and numbers in one language: what the screens and the charts speak with."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from babel import Locale

from timeline.words import ENGLISH, say

_Form = Literal["abbreviated", "wide"]


@dataclass(frozen=True, slots=True)
class Speech:
    """One language, by its code; words come from `data/words`, names of months from Unicode CLDR."""

    language: str = ENGLISH

    def say(self, name: str, /, **parts: object) -> str:
        """The words of a name, its braces filled with `parts`."""
        words = str(say(name, self.language))
        return words.format(**parts) if parts else words

    def table(self, name: str) -> Mapping[str, str]:
        """A mapping of codes to words."""
        return {str(code): str(words) for code, words in say(name, self.language).items()}

    def listed(self, name: str) -> tuple[str, ...]:
        """A list of words."""
        return tuple(map(str, say(name, self.language)))

    def of(self, name: str, told: str) -> str:
        """What is told of something: `Norland: 3 events`."""
        return f"{name}{self.say('COLON')}{told}"

    def count(self, noun: str, number: int) -> str:
        """`1 event`, `40 events`: `noun` names the words for none, for one and for more."""
        return f"{self.numeral(number)} {say(noun, self.language)[min(number, 2)]}"

    def numeral(self, number: int, sign: str = "") -> str:
        """A whole number with its thousands set apart; a `sign` of "+" shows that of a gain too."""
        return format(number, f"{sign},d").replace(",", self.say("THOUSANDS"))

    def decimal(self, value: float, digits: int = 1) -> str:
        """A number with its fraction."""
        whole, _, fraction = f"{value:,.{digits}f}".partition(".")
        point = self.say("DECIMAL_POINT") if fraction else ""
        return whole.replace(",", self.say("THOUSANDS")) + point + fraction

    def month(self, day: date, form: _Form = "abbreviated") -> str:
        """`Apr` or `April`."""
        return _months(self.language, form)[day.month]

    def day_month(self, day: date) -> str:
        """`1 Apr`."""
        return f"{self._number(day)} {self.month(day)}"

    def day(self, day: date) -> str:
        """`1 Apr 2024`."""
        return f"{self.day_month(day)} {day.year}"

    def written(self, day: date) -> str:
        """`1 April 2024`."""
        return f"{self._number(day)} {self.month(day, 'wide')} {day.year}"

    def span(self, start: date, end: date) -> str:
        """Two days as one phrase, whole months and years by name: `13–14 Apr 2024`, `July 2024`, `2020`."""
        if start == end:
            return self.day(start)
        if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
            return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
        same_month = (start.year, start.month) == (end.year, end.month)
        if same_month and start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
            return f"{self.month(start, 'wide')} {start.year}"
        if same_month:
            return f"{self._number(start)}–{self.day(end)}"
        left = self.day_month(start) if start.year == end.year else self.day(start)
        return f"{left} – {self.day(end)}"

    def _number(self, day: date) -> str:
        return self.say("FIRST_DAY") if day.day == 1 else str(day.day)


@cache
def _months(language: str, form: _Form) -> Mapping[int, str]:
    return dict(Locale.parse(language).months["format"][form])
