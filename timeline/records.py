"""The JSON Lines that the command line reads and writes, exactly as the output contract names the fields."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from timeline.errors import RecordError
from timeline.model import Actor, Article, Count, DateInterval, Expression, Mention

# One line of input; a longer one is no article (settings.MAX_ARTICLE_BYTES, with room for JSON escapes).
MAX_LINE_CHARS = 30_000_000


def read_lines(source: TextIO, name: str) -> Iterator[tuple[str, Mapping[str, Any] | RecordError]]:
    """Each non-blank line as (`name:number`, its object), or the error that names it; the rest goes on."""
    for number, line in enumerate(source, 1):
        subject = f"{Path(name).name}:{number}"
        if line.strip():
            yield subject, _read_line(line, subject)


def _read_line(line: str, subject: str) -> Mapping[str, Any] | RecordError:
    if len(line) > MAX_LINE_CHARS:
        return RecordError(subject, "the line is too long to be an article")
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return RecordError(subject, "is not a line of JSON")
    return record if isinstance(record, dict) else RecordError(subject, "is not a JSON object")


def text_field(record: Mapping[str, Any], field: str, subject: str) -> str:
    """A required text field.

    Raises:
        RecordError: if it is absent or not text.
    """
    value = record.get(field)
    if not isinstance(value, str):
        raise RecordError(subject, f"needs a text field {field!r}")
    return value


def date_field(record: Mapping[str, Any], field: str, subject: str) -> DateInterval | None:
    """An optional ISO date, as a one-day interval; absent, null and empty mean unknown.

    Raises:
        RecordError: if it is there and is no calendar date.
    """
    value = record.get(field)
    if value in (None, ""):
        return None
    try:
        day = date.fromisoformat(str(value)[:10])
    except ValueError as error:
        raise RecordError(subject, f"{field} is no calendar date: {str(value)[:40]!r}") from error
    return DateInterval(day, day)


def write_line(record: Mapping[str, Any], target: TextIO) -> None:
    """One object a line, UTF-8, keys in the order given."""
    target.write(json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n")


def expression_record(doc: str, expression: Expression) -> dict[str, Any]:
    """One line of `tag`."""
    interval = expression.when.interval if expression.when else None
    return {
        "doc": doc,
        "start": expression.start,
        "end": expression.end,
        "text": expression.text,
        "type": expression.type,
        "value": expression.value,
        "date_start": _iso(interval.start if interval else None),
        "date_end": _iso(interval.end if interval else None),
        "rule": expression.rule,
    }


def article_record(article: Article, mentions: Iterable[Mention]) -> dict[str, Any]:
    """One line of `extract`; bare statements are no events and are left out."""
    interval = article.published.interval
    return {
        "id": article.id,
        "published": _iso(interval.start if interval else None),
        "published_end": _iso(interval.end if interval else None),
        "published_basis": article.published.basis,
        "events": [mention_record(mention) for mention in mentions if mention.type != "STATEMENT"],
    }


def mention_record(mention: Mention) -> dict[str, Any]:
    """One event of a line of `extract`; `text` is `article_text[start:end]`."""
    when, place = mention.when, mention.place
    return {
        "date_start": _iso(when.interval.start if when.interval else None),
        "date_end": _iso(when.interval.end if when.interval else None),
        "edtf": when.edtf,
        "precision": when.precision,
        "date_basis": when.basis,
        "date_phrase": when.phrase,
        "date_rule": when.rule,
        "type": mention.type,
        "mode": mention.mode,
        "quad": mention.quad,
        "intensity": mention.intensity,
        "source_actor": _names(mention.initiators),
        "target_actor": _names(mention.targets),
        "claimed_by": mention.claimed_by.name if mention.claimed_by else None,
        "place": place.name if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "status": mention.status,
        **_bounds("killed", mention.killed),
        **_bounds("injured", mention.injured),
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "confidence": round(mention.confidence, 3),
        "reasons": list(mention.reasons),
    }


def _bounds(name: str, count: Count | None) -> dict[str, int | None]:
    return {f"{name}_min": count.low if count else None, f"{name}_max": count.high if count else None}


def _names(actors: tuple[Actor, ...]) -> str | None:
    return ";".join(actor.name for actor in actors) or None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
