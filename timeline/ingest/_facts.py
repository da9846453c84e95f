"""What a page says about itself in its own text: headline, author, publisher, address, day of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.ingest import _signs
from timeline.ingest._blocks import Page
from timeline.ingest._dates import FoundDate, date_in_url, find_dates
from timeline.lexicon.furniture import FurnitureLexicon
from timeline.model import UNPUBLISHED, Publication

# How sure a day of publication is, by where it was found (judgement, shown to the reader with the reason).
_LABELLED, _DATELINE, _UPDATED, _ADDRESS, _EITHER_WAY = 0.95, 0.9, 0.8, 0.8, 0.4

# "NORTHPORT, April 3, 2024 (Agency) - ": a place in capitals or a name, a date, then a dash, before the first sentence.
_LEAD = re.compile(r"[A-Z][^\n]{1,90}?(?:\)|[0-9])\s{0,2}[–—-]{1,2}\s")
_MAX_SHOWN = 80


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


def _published(page: Page, furniture: FurnitureLexicon) -> Publication:
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
    return _from_lead(page)


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
        interval=found.interval, basis="text", reason=reason, confidence=confidence if found.sure else _EITHER_WAY
    )


def _from_lead(page: Page) -> Publication:
    unit = page.units[page.first] if page.first >= 0 else None
    lead = _LEAD.match(unit.look[:140]) if unit else None
    dates = find_dates(lead.group()) if lead else ()
    if not lead or len(dates) != 1 or len(lead.group().split()) > 12:
        return UNPUBLISHED
    return _from_line(dates[0], lead.group().strip(), None, _DATELINE)


def published_in_url(url: str) -> Publication:
    """The day or month that the address of an article names."""
    interval = date_in_url(url)
    if interval is None:
        return UNPUBLISHED
    return Publication(
        interval=interval, basis="url", reason=f"The address names the date: {url[:200]}", confidence=_ADDRESS
    )
