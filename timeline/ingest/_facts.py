"""What a page says about itself in its own text: headline, author, publisher, address, day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.ingest import _signs
from timeline.ingest._blocks import Page
from timeline.ingest._dates import FoundDate, date_in_url, find_dates
from timeline.lexicon.furniture import FurnitureLexicon
from timeline.model import UNPUBLISHED, DateInterval, Publication

# How sure a day of publication is, by where it was found (judgement, shown to the reader with the reason).
_LABELLED, _DATELINE, _UPDATED, _ADDRESS, _EITHER_WAY = 0.95, 0.9, 0.8, 0.8, 0.4

# "NORTHPORT, April 3, 2024 (Agency) - ": a place in capitals or a name, a date, then a dash, before the first sentence.
_LEAD = re.compile(r"[A-Z][^\n]{1,90}?(?:\)|[0-9])\s{0,2}[–—-]{1,2}\s")
# "Nov. 28, 2020 - ", "3 May 2021: ": what an entry of a chronology begins with.
_ENTRY = re.compile(r"[^\n]{4,40}?[0-9]\s{0,2}(?::|--|[–—-])\s")
_MAX_SHOWN = 80
_A_DAY = timedelta(1)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:[a-z]{3,6})?[.,]{0,2}\s{1,2}\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the text itself tells; empty where it tells nothing."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    published: Publication = UNPUBLISHED


def read_facts(page: Page, furniture: FurnitureLexicon) -> Facts:
    """The facts of a page whose lines have their kinds."""
    outside = [
        unit.look
        for n, unit in enumerate(page.units)
        if page.kinds[n] in {"furniture", "dateline"} and len(unit.look) <= 400
    ]
    title = page.title
    signed = (_author_in(line, furniture) for line in outside)
    return Facts(
        title=title.look[title.marker :].strip() if title else "",
        author=next((author for author in signed if author), ""),
        publisher=next((name for name in map(_signs.publisher_of, outside) if name), ""),
        url=next((url for url in map(_signs.address_in, outside) if url), ""),
        published=_published(page, furniture),
    )


def _author_in(line: str, furniture: FurnitureLexicon) -> str:
    for part in [line, *re.split(r"[|•·–—\t]", line)[:6]]:
        author = _signs.author_of(part.strip(), furniture)
        if author:
            return author
    return ""


def contradicting(used: Publication, others: Iterable[Publication]) -> Publication:
    """The publication with a sentence for each other one whose days are two or more away."""
    days = used.interval
    if days is None:
        return used
    near = DateInterval(days.start - _A_DAY if days.start > date.min else days.start, days.end + _A_DAY)
    against = [
        f"{other.reason} The date used is {days.start}."
        for other in others
        if other.interval and not near.overlap(other.interval) and not _is_change(other, days)
    ]
    told = (conflict for other in others if other.interval for conflict in other.conflicts)
    return replace(used, conflicts=tuple(dict.fromkeys((*used.conflicts, *against, *told))))


def _is_change(other: Publication, days: DateInterval) -> bool:
    """Whether the other date is that of a later change to the page, which contradicts nothing."""
    changed = other.basis == "text" and other.confidence == _UPDATED
    return changed and other.interval is not None and other.interval.start > days.end


def _published(page: Page, furniture: FurnitureLexicon) -> Publication:
    found = _dateline(page, furniture)
    lead = _from_lead(page)
    return contradicting(found, [lead]) if found.interval is not None else lead


def _dateline(page: Page, furniture: FurnitureLexicon) -> Publication:
    datelines = [n for n, kind in enumerate(page.kinds) if kind == "dateline"]
    for label, confidence in (("published", _LABELLED), (None, _DATELINE), ("updated", _UPDATED)):
        for n in datelines:
            line = page.units[n].look
            if _signs.date_label(line, furniture) != label or (
                label is None and not _dates_the_page(page, n, datelines)
            ):
                continue
            # Of "Published 3 May 2024, updated 4 May 2024" the earlier is the day it came out.
            return _from_line(min(find_dates(line), key=lambda found: found.interval), line, label, confidence)
    return UNPUBLISHED


def _dates_the_page(page: Page, n: int, datelines: list[int]) -> bool:
    """An unlabelled date line dates the page if it stands above the body and no other heads a part of the body."""
    inside = [m for m in datelines if page.first <= m < page.last]
    return n < page.first and not inside


def _from_line(found: FoundDate, line: str, label: str | None, confidence: float) -> Publication:
    where = {"published": "The page says that it was published", "updated": "The page says that it was last updated"}
    told = where.get(label or "", "The line that dates the page reads")
    reason = f"{told}: “{line[:_MAX_SHOWN]}”."
    if not found.sure:
        reason += " Day and month can be read either way."
    return Publication(
        interval=found.interval,
        basis="text",
        reason=reason,
        confidence=confidence if found.sure else _EITHER_WAY,
        conflicts=_wrong_weekday(found, line),
    )


def _wrong_weekday(found: FoundDate, line: str) -> tuple[str, ...]:
    """ "Tuesday, 3 May 2024": that day was a Friday."""
    named = _WEEKDAY.search(line[max(found.start - 14, 0) : found.start])
    if named is None or not found.sure or found.interval.days > 1:
        return ()
    day, right = found.interval.start, _WEEKDAYS[found.interval.start.weekday()]
    if right.startswith(named[1].lower()):
        return ()
    told = named[0].strip(" \u00a0,.").capitalize()
    return (f"The line says {told}, but {day} was a {right.capitalize()}: “{line[:_MAX_SHOWN]}”.",)


def _from_lead(page: Page) -> Publication:
    unit = page.units[page.first] if page.first >= 0 else None
    lead = _LEAD.match(unit.look[:140]) if unit else None
    dates = find_dates(lead.group()) if lead else ()
    if not lead or len(dates) != 1 or len(lead.group().split()) > 12 or _is_chronology(page):
        return UNPUBLISHED
    return _from_line(dates[0], lead.group().strip(), None, _DATELINE)


def _is_chronology(page: Page) -> bool:
    """Whether several parts of the body open with a date of their own: entries, of which none dates the page."""
    dated = 0
    for unit in page.units[page.first :]:
        lead = _ENTRY.match(unit.look[unit.marker : unit.marker + 60])
        dated += lead is not None and any(found.start == 0 for found in find_dates(lead.group()))
    return dated > 1


def published_in_url(url: str) -> Publication:
    """The day or month that the address of an article names."""
    interval = date_in_url(url)
    if interval is None:
        return UNPUBLISHED
    return Publication(
        interval=interval, basis="url", reason=f"The address names the date: {url[:200]}", confidence=_ADDRESS
    )
