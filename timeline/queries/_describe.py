"""Filters as a plain sentence, in the words it is handed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.queries._filters import Filters


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewWords:
    """The words of the sentence in one language.

    `parts` are templates by what they say; `months` and `numbers` are in order, numbers from none on; a noun is said
    for none, for one and for more. `named` says what a type, status or precision is called; one not in it keeps its
    code.
    """

    parts: Mapping[str, str]
    months: Sequence[str]
    numbers: Sequence[str]
    event: Sequence[str]
    report: Sequence[str]
    first_day: str
    thousands: str
    named: Mapping[str, str]


def describe(filters: Filters, n_events: int, n_reports: int, actor_names: Mapping[str, str], words: ViewWords) -> str:
    """Counts, who, what, when, how certain, in that order; parts that filter nothing are not said."""
    said = words.parts
    events, reports = _count(n_events, words.event, words), _count(n_reports, words.report, words)
    head = said["head"].format(events=events, reports=reports, who=_who(filters, actor_names, words))
    parts = [head, _what(filters, words), _when(filters.start, filters.end, words)]
    parts += [_either(_named(filters.statuses, words), words), _where(filters, words)]
    for least, part in ((filters.min_reports, "least_reports"), (filters.min_sources, "least_sources")):
        parts.append(said[part].format(n=_number(least, words)) if least > 1 else "")
    parts.append(said["known"].format(day=_day(filters.known_by, words)) if filters.known_by else "")
    parts.append(said["text"].format(words=filters.text) if filters.text else "")
    if filters.reviewed != "either":
        parts.append(said["reviewed" if filters.reviewed == "yes" else "unreviewed"])
    parts.append(said["statements"] if filters.statements else "")
    return said["comma"].join(part for part in parts if part)


def _who(filters: Filters, names: Mapping[str, str], words: ViewWords) -> str:
    actors, against = (_either([names.get(i, i) for i in ids], words) for ids in (filters.actors, filters.against))
    if filters.role == "target":
        actors, against = against, actors
    if filters.role == "either":
        part = "between" if actors and against else "involving"
        actors = actors or against
    else:
        part = "by_against" if actors and against else "by" if actors else "against"
    return words.parts[part].format(actors=actors, against=against) if actors or against else ""


def _what(filters: Filters, words: ViewWords) -> str:
    return words.parts["types"].format(types=_either(_named(filters.types, words), words)) if filters.types else ""


def _where(filters: Filters, words: ViewWords) -> str:
    said, precisions = words.parts, _named(filters.precisions, words)
    places = said["places"].format(places=_either(filters.places, words)) if filters.places else ""
    dated = said["precisions"].format(precisions=_either(precisions, words)) if precisions else ""
    return said["comma"].join(part for part in (places, dated) if part)


def _when(start: date | None, end: date | None, words: ViewWords) -> str:
    said = words.parts
    if start and end:
        if start == end:
            return said["on"].format(day=_day(start, words))
        return said["window"].format(first=_first_of(start, end, words), last=_day(end, words))
    if start:
        return said["from"].format(day=_day(start, words))
    return said["until"].format(day=_day(end, words)) if end else ""


def _first_of(start: date, end: date, words: ViewWords) -> str:
    """The first day of a window, without what the last one says too."""
    whole = _day(start, words)
    if start.year != end.year:
        return whole
    number, month, _ = whole.split(" ")
    return number if start.month == end.month else f"{number} {month}"


def _day(day: date, words: ViewWords) -> str:
    # Months are not from `calendar` or `strftime`: those follow the locale of the machine.
    return f"{words.first_day if day.day == 1 else day.day} {words.months[day.month - 1]} {day.year}"


def _named(codes: Sequence[str], words: ViewWords) -> list[str]:
    return [words.named.get(code, code) for code in codes]


def _either(told: Sequence[str], words: ViewWords) -> str:
    if len(told) < 2:
        return "".join(told)
    return words.parts["or"].join([words.parts["comma"].join(told[:-1]), told[-1]])


def _count(number: int, noun: Sequence[str], words: ViewWords) -> str:
    return f"{_figures(number, words)} {noun[min(number, 2)]}"


def _number(number: int, words: ViewWords) -> str:
    return words.numbers[number] if number < len(words.numbers) else _figures(number, words)


def _figures(number: int, words: ViewWords) -> str:
    return f"{number:,}".replace(",", words.thousands)
