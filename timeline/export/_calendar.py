"""iCalendar (RFC 5545): dated events as whole days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from timeline.export._context import ExportContext
from timeline.export._dates import display_date
from timeline.export._records import Record
from timeline.export._text import clean

# Required by the standard; fixed, because bytes must not depend on the clock.
_STAMP = "20000101T000000Z"
_LINE_OCTETS = 75


def write_ics(records: Sequence[Record], context: ExportContext) -> bytes:
    """A calendar with the dated events; an uncertain day fills the days it may be, and its description says so."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//escalation-timeline//EN",
        f"X-WR-CALNAME:{_text(context.title)}",
    ]
    sources = "\n".join(source.line() for source in context.sources)
    about = f"{context.filters}\nBuild {context.build_id}\n{sources}"
    lines.append(f"X-WR-CALDESC:{_text(about)}")
    for record in records:
        if record["date_start"]:
            lines += _event(record)
    lines.append("END:VCALENDAR")
    return "".join(_fold(line) for line in lines).encode("utf-8")


def _event(record: Record) -> list[str]:
    start, end = date.fromisoformat(record["date_start"]), date.fromisoformat(record["date_end"])
    lines = [
        "BEGIN:VEVENT",
        f"UID:{_text(record['event_id'])}@escalation-timeline",
        f"DTSTAMP:{_STAMP}",
        f"DTSTART;VALUE=DATE:{_digits(start)}",
        f"SUMMARY:{_text(record['label'])}",
        f"DESCRIPTION:{_text(_description(record))}",
    ]
    if end < date.max:
        # DTEND is the first day after; the last day there is has none.
        lines.append(f"DTEND;VALUE=DATE:{_digits(end + timedelta(days=1))}")
    if record["place"]:
        lines.append(f"LOCATION:{_text(record['place'])}")
    return [*lines, "TRANSP:TRANSPARENT", "END:VEVENT"]


def _description(record: Record) -> str:
    quotes = [report["text"] for report in record.get("evidence", [])]
    return "\n".join([display_date(record), record["date_reason"], record["status"], *quotes])


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    """TEXT of RFC 5545 section 3.3.11: nothing in it can end the line or the property."""
    escaped = clean(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n").replace("\u2028", "\\n").replace("\u2029", "\\n")


def _fold(line: str) -> str:
    """Lines of at most 75 octets (section 3.1), never cut inside a character."""
    folded, size = [], 0
    for char in line:
        octets = len(char.encode("utf-8"))
        if size + octets > _LINE_OCTETS:
            folded.append("\r\n ")
            size = 1
        folded.append(char)
        size += octets
    return "".join(folded) + "\r\n"
