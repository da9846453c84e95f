"""Who held which office when: "President Orlo" bounds publication by the days in which Orlo was president."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.lexicon.actors import PersonEntry
from timeline.model import DateInterval

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+){0,3}")
# Words before a title that say that the office is not, or no longer, held.
_NOT_NOW = frozenset(
    ("acting", "assistant", "deputy", "designate", "elect", "ex", "former", "late", "onetime", "then", "under", "vice")
)
# Words before a surname in which first names and a title stand.
_BEFORE = 8
_MAX_HOLDERS = 12
# News goes on calling a president so for some weeks after a fall or a death.
_GRACE = timedelta(30)


@dataclass(frozen=True, slots=True)
class Holder:
    """A person the text calls by an office, and the terms in which they held it."""

    name: str
    role: str
    terms: tuple[DateInterval, ...]


class Offices:
    """Dated offices by the surname of who held them."""

    def __init__(self, people: Iterable[PersonEntry] = ()) -> None:
        found: dict[tuple[str, str], dict[str, list[DateInterval]]] = {}
        for person in people:
            surname = person.name.split()[-1].lower()
            for role in person.roles:
                if role.role and (role.since or role.until):
                    until = role.until + _GRACE if role.until is not None else date.max
                    term = DateInterval(role.since or date.min, until)
                    found.setdefault((surname, role.role), {}).setdefault(person.name, []).append(term)
        self._held: dict[str, list[tuple[tuple[str, ...], dict[str, list[DateInterval]]]]] = {}
        for (surname, role_name), holders in found.items():
            self._held.setdefault(surname, []).append((tuple(role_name.split()), holders))

    def find(self, text: str) -> tuple[Holder, ...]:
        """Persons named with their office right before the name, each once, in text order."""
        words = [match.group().replace("’", "'").removesuffix("'s") for match in _WORD.finditer(text)]
        found: dict[Holder, None] = {}
        for at, word in enumerate(words):
            for role, holders in self._held.get(word.lower(), ()):
                if word[0].isupper() and (holder := _held(words[max(at - _BEFORE, 0) : at], word, role, holders)):
                    found[holder] = None
        return tuple(found)[:_MAX_HOLDERS]


def _held(
    before: list[str], surname: str, role: tuple[str, ...], holders: dict[str, list[DateInterval]]
) -> Holder | None:
    """The one holder that the words before a surname allow."""
    fitting = []
    for name, terms in holders.items():
        first = name.split()[:-1]
        given = 0
        while given < len(before) and given < len(first) + 1 and before[-1 - given] in first:
            given += 1
        title = [word.lower() for word in before[: len(before) - given]]
        told = tuple(title[-len(role) :]) == role
        if told and not (len(title) > len(role) and title[-len(role) - 1] in _NOT_NOW):
            fitting.append((given, Holder(name, " ".join(role), tuple(sorted(terms)))))
    best = max((given for given, _ in fitting), default=0)
    likely = [holder for given, holder in fitting if given == best]
    return likely[0] if len(likely) == 1 else None


def days_in_office(holders: Iterable[Holder], within: DateInterval) -> tuple[DateInterval, list[Holder]] | None:
    """The days within which the holders were all in office, newest first; one who fits no more is of the past."""
    spans, used = [within], []
    for holder in sorted(holders, key=lambda holder: (holder.terms[-1].start, holder.name), reverse=True):
        both = [shared for span in spans for term in holder.terms if (shared := span.overlap(term)) is not None]
        if both:
            used.append(holder)
            spans = both
    if not used:
        return None
    return DateInterval(min(span.start for span in spans), max(span.end for span in spans)), used
