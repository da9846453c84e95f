"""Dated events of the case itself as points to count from: "two days after the strike on the depot at Merova"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.lexicon.actions import ActionLexicon
from timeline.model import Actor, AnchorHit, Article, DateInterval, Event, When
from timeline.times._chain import spell_days
from timeline.times._edtf import format_days

# An event is a point to count from if its own date is this sure; several that fit must lie this close together.
_POINT_DAYS = 3
_UNION_DAYS = 7
# Words of one reference, and words before its noun ("the deadly drone attack").
_WORDS = 14
_HEAD_WORDS = 6
_LONGEST_NAME = 4
_REACH = 140
# Letters that a people's name shares with its country's (Israeli, Iranian).
_STEM = 4
# Rules that date an event by another one: what they date is never a point to count from.
_SECOND_HAND = ("anchor.offset", "anchor.told", "anchor.case", "anchor.eve", "anchor.anniversary", "anchor.day")
_OWN_BASES = frozenset(("explicit", "relative", "heading", "anchored"))
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W_]+){0,3}|\d+|[.,;:!?()—–]")
_POINTING = re.compile(r"\b(?:the|that|this|its|their|his|her|last (?:week|month|year)['’]s)\s", re.IGNORECASE)
_LINKED = re.compile(
    r"\b(?:hours?|days?|weeks?|months?|years?|eve|anniversary)\s{1,3}(?:after|before|following|since|of)\s",
    re.IGNORECASE,
)
_STOPS = frozenset(".;:!?()—–")


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One merged event: its type, days and names; `sure` says that it may be counted from.

    `articles` are those that report it; `told` names the one whose date is used.
    """

    id: str
    type: str
    days: DateInterval
    sure: bool
    label: str
    told: str
    articles: frozenset[str]
    places: frozenset[str]
    people: frozenset[str]
    sides: tuple[frozenset[str], frozenset[str]]


class CaseEvents:
    """The dated events of a case, looked up by the noun and the names of a reference to one of them.

    `published` are the days from the first to the last article whose date is given, None where none is.
    """

    def __init__(
        self,
        events: Sequence[CaseEvent],
        nouns: Mapping[str, frozenset[str]],
        *,
        skip: str = "",
        published: DateInterval | None = None,
    ) -> None:
        self.published = published
        self._nouns = nouns
        self._skip = skip
        self._named: dict[str, list[CaseEvent]] = {}
        for event in events:
            for name in event.places | event.people | event.sides[0] | event.sides[1]:
                self._named.setdefault(name, []).append(event)

    def seen_from(self, article_id: str) -> CaseEvents:
        """The same events without those that only this article reports: they are no second witness."""
        other = CaseEvents((), self._nouns, skip=article_id, published=self.published)
        other._named = self._named
        return other

    def answers(self, text: str) -> bool:
        """Whether the text counts time from one of the events."""
        return any(self.find(text, match.end(), None) for match in _LINKED.finditer(text))

    def find(self, text: str, start: int, by: DateInterval | None) -> CaseEvent | None:
        """The event that the words from `start` name, told by `by`; None where none or several days apart fit."""
        found = self._reference(text, start)
        return self._only(*found[:2], by) if found is not None else None

    def hits(self, text: str, offset: int) -> Iterator[AnchorHit]:
        """Definite references ("the strike on Merova") anywhere in a text."""
        for match in _POINTING.finditer(text):
            found = self._reference(text, match.start())
            event = self._only(*found[:2], None) if found is not None else None
            if found is not None and event is not None:
                yield AnchorHit(
                    start=match.end() + offset,
                    end=found[2] + offset,
                    text=text[match.end() : found[2]],
                    anchor_id=event.id,
                    label=event.label,
                    when=_when(event),
                    types=(event.type,),
                )

    def _reference(self, text: str, start: int) -> tuple[frozenset[str], frozenset[str], int] | None:
        """Types its noun can name, the known names beside it and where it ends; None where it writes a date itself."""
        words = _clause(text, start)
        lower = [match.group().lower().replace("’", "'").removesuffix("'s") for match in words]
        at = next((n for n, word in enumerate(lower[:_HEAD_WORDS]) if word in self._nouns), -1)
        if at < 0 or any(word.isdigit() for word in lower):
            return None
        spans = [(n, n + size) for n in range(len(lower)) for size in range(1, _LONGEST_NAME + 1)]
        names = {span: name for span in spans if (name := " ".join(lower[slice(*span)])) in self._named}
        if not names or _names_another(words, at, names):
            return None
        end = words[min(max(at + 1, *(last for _, last in names)), len(words)) - 1].end()
        return self._nouns[lower[at]], frozenset(names.values()), end

    def _only(self, types: frozenset[str], names: frozenset[str], by: DateInterval | None) -> CaseEvent | None:
        fitting = [event for event in self._fitting(types, names) if by is None or event.days.start <= by.end]
        fitting = [event for event in fitting if event.articles != {self._skip}]
        sure = sorted((event for event in fitting if event.sure), key=lambda event: (event.days, event.id))
        if not sure:
            return None
        union = DateInterval(min(e.days.start for e in fitting), max(e.days.end for e in fitting))
        if union.days > _UNION_DAYS:
            return None
        return sure[0] if union == sure[0].days else replace(sure[0], days=union)

    def _fitting(self, types: frozenset[str], names: frozenset[str]) -> list[CaseEvent]:
        """Events that every known name fits; a place, a person or both sides must be named."""
        near = {id(event): event for name in names for event in self._named[name] if event.type in types}
        kept = []
        for event in near.values():
            first, second = (bool(names & side) for side in event.sides)
            told = event.places | event.people | event.sides[0] | event.sides[1]
            if (names & (event.places | event.people) or (first and second)) and names <= told:
                kept.append(event)
        return kept


def counts_time(text: str) -> bool:
    """Whether a text may count time from an event ("days after the …"): cheap, and true too often."""
    return _LINKED.search(text) is not None


def _clause(text: str, start: int) -> list[re.Match[str]]:
    words: list[re.Match[str]] = []
    for match in _WORD.finditer(text, start, start + _REACH):
        if match.group() in _STOPS or len(words) == _WORDS or (match.group() == "," and len(words) > 1):
            break
        if match.group() != ",":
            words.append(match)
    return words


def _names_another(words: Sequence[re.Match[str]], noun: int, names: Mapping[tuple[int, int], str]) -> bool:
    """Whether a proper name stands in the reference that no event of the case has: it is about something else."""
    covered = {n for first, last in names for n in range(first, last)} | {noun}
    stems = tuple(name[:_STEM] for name in names.values())
    others = (word.group() for n, word in enumerate(words) if n and n not in covered)
    return any(word[0].isupper() and not word.lower().startswith(stems) for word in others)


def _when(event: CaseEvent) -> When:
    return When(
        edtf=format_days(event.days),
        interval=event.days,
        precision="day" if event.days.days == 1 else "range",
        basis="anchored",
        phrase=event.label,
        rule="anchor.case",
        reason=f"{event.label}, {spell_days(event.days)}, {event.told}.",
    )


def case_events(events: Iterable[Event], articles: Iterable[Article], actions: ActionLexicon) -> CaseEvents:
    """What merged events say about when and where, with the nouns that may name them.

    An event dated by another event, by its article's publication or by an inferred one is never `sure`.
    """
    known = {article.id: article for article in articles}
    types: dict[str, set[str]] = {}
    for first, patterns in actions.patterns.items():
        for pattern in patterns:
            if pattern.action.noun:
                types.setdefault((first, *pattern.rest)[-1], set()).add(pattern.action.type)
    nouns = {noun: frozenset(found) for noun, found in types.items()}
    made = [_case_event(event, known) for event in events if event.status in ("happened", "alleged")]
    return CaseEvents([event for event in made if event is not None], nouns, published=_published(known.values()))


def _published(articles: Iterable[Article]) -> DateInterval | None:
    given = [a.published.interval for a in articles if a.published.basis not in ("inferred", "unknown")]
    days = [interval for interval in given if interval is not None]
    return DateInterval(min(d.start for d in days), max(d.end for d in days)) if days else None


def _case_event(event: Event, articles: Mapping[str, Article]) -> CaseEvent | None:
    days = event.when.interval
    if days is None:
        return None
    own = [m for m in event.mentions if m.when.interval == days and _is_own(m.when, articles.get(m.article_id))]
    names = sorted({articles[m.article_id].name or m.article_id for m in own if m.article_id in articles})
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    place = event.place
    city = place is not None and place.precision in ("city", "region")
    where = frozenset({place.name.lower()} if place is not None and city else ())
    return CaseEvent(
        id=event.id,
        type=event.type,
        days=days,
        sure=bool(own) and days.days <= _POINT_DAYS,
        label=event.label,
        told=f"reported in this case ({names[0]}{more})" if names else "",
        articles=frozenset(m.article_id for m in event.mentions),
        places=where,
        people=_people((*event.initiators, *event.targets)),
        sides=(_names(event.initiators), _names(event.targets)),
    )


def _is_own(when: When, article: Article | None) -> bool:
    if when.basis not in _OWN_BASES or when.rule.startswith(_SECOND_HAND):
        return False
    return when.basis != "relative" or (article is not None and article.published.basis != "inferred")


def _people(actors: Sequence[Actor]) -> frozenset[str]:
    return frozenset(
        name for actor in actors if actor.person for name in _forms(actor.person, actor.person.split()[-1])
    )


def _names(actors: Sequence[Actor]) -> frozenset[str]:
    return frozenset(name for actor in actors for name in _forms(actor.name, actor.text))


def _forms(*names: str) -> Iterator[str]:
    for name in names:
        if len(plain := name.lower().replace("’", "'").removesuffix("'s")) > 2:
            yield plain
