"""Frame values in plain words: dates, counts, lags and tables, with nothing missing shown as NaN."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import pandas as pd
import pycountry
from babel import Locale

from timeline.model import TOLLS
from timeline.speech import Speech
from timeline.ui import text
from timeline.ui.event_names import event_name
from timeline.ui.reason_slots import tally_words
from timeline.ui.reasons import Kind, said
from timeline.words import ENGLISH

Row = Mapping[Hashable, Any]
# Fields of an event that hold sentences of ours.
_REASONS: Mapping[str, Kind] = {"attribution": "attribution", "date_reason": "date", "status_words": "status"}
_OF_DAYS: frozenset[Kind] = frozenset({"date", "publication"})
# One day among several, as ISO 8601-2 writes it.
_ONE_OF = re.compile(r"\[(\d{4}(?:-\d\d){0,2})\.\.(\d{4}(?:-\d\d){0,2})\]")
_CODE = re.compile(rf"\b({'|'.join(text.TYPES)})\b(?:/([a-z_-]{{1,40}}))?")


def words(value: object) -> str:
    """Text, or "" for whatever pandas calls missing."""
    return "" if _missing(value) else str(value)


def country(code: object) -> str:
    """A country's usual name for its ISO 3166 alpha-3 code; the code itself where ISO knows none."""
    known = pycountry.countries.get(alpha_3=words(code))
    if known is not None and text.language() != ENGLISH:
        return str(Locale.parse(text.language()).territories.get(known.alpha_2, known.name))
    return str(getattr(known, "common_name", known.name)) if known is not None else words(code)


def where(row: Row) -> str:
    """Place and country, the country once."""
    return ", ".join(dict.fromkeys(part for part in (words(row["place"]), country(row["country"])) if part))


def day(value: object) -> date | None:
    """A calendar day, or None."""
    if _missing(value):
        return None
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else date.fromisoformat(str(value)[:10])


def when(row: Row) -> str:
    """The event's time as a reader writes it: `1 Apr 2024`, `July 2024`, `13–14 Apr 2024`, `2020`, `undated`."""
    start, end = day(row["date_start"]), day(row["date_end"])
    if start is None or end is None:
        return text.UNDATED_SHORT
    return span(start, end)


def span(start: date, end: date) -> str:
    """Two days as one phrase, whole months and years by name."""
    return Speech(text.language()).span(start, end)


def uncertainty(row: Row) -> str:
    """How far the date can be trusted, in days."""
    start, end = day(row["date_start"]), day(row["date_end"])
    if start is None or end is None:
        return text.BASES["none"]
    days = (end - start).days + 1
    if days == 1:
        return text.UNCERTAIN_NONE
    return (text.UNCERTAIN_LASTING if row["lasting"] else text.UNCERTAIN_ONE_OF).format(n=numeral(days))


def toll(row: Row, what: str) -> str:
    """`7`, `7–11`, `at least 300`, or "" where no number is given."""
    low, high = row[f"{what}_min"], row[f"{what}_max"]
    if _missing(low):
        return "" if _missing(high) else f"≤ {numeral(high)}"
    if _missing(high):
        return f"≥ {numeral(low)}"
    return numeral(low) if int(low) == int(high) else f"{numeral(low)}–{numeral(high)}"


def numeral(value: object, sign: str = "") -> str:
    """A whole number with its thousands set apart; a `sign` of "+" shows that of a gain too."""
    return Speech(text.language()).numeral(int(str(value)), sign)


def decimal(value: object, digits: int = 1) -> str:
    """A number with its fraction."""
    return Speech(text.language()).decimal(float(str(value)), digits)


def count(how_many: object, noun: Sequence[str]) -> str:
    """`1 report`, `40 reports`; a noun is said for none, for one and for more."""
    return f"{numeral(how_many)} {noun[min(int(str(how_many)), 2)]}"


def lag(low: object, high: object) -> str:
    """How long a response took."""
    if _missing(low):
        return text.LAG_UNKNOWN
    least = int(str(low).split(".")[0])
    most = least if _missing(high) else int(str(high).split(".")[0])
    if most != least:
        return text.LAG_RANGE.format(low=least, high=most)
    return {0: text.LAG_SAME, 1: text.LAG_ONE}.get(least, text.LAG.format(low=least))


def type_words(code: object) -> str:
    """A PLOVER type without its group."""
    return text.SHORT_TYPES.get(str(code), str(code).capitalize())


def mode_words(mode: object) -> str:
    """A mode's code in words: `heavy-weapons` is `heavy weapons`."""
    code = words(mode)
    return str(text.MODES.get(code, code.replace("-", " ").replace("_", " ")))


def reason(kind: Kind, sentence: object) -> str:
    """A sentence that the build gives as a reason, in the reader's language, with no date in brackets of a standard."""
    told = said(kind, words(sentence), text.language())
    return _ONE_OF.sub(lambda m: text.SPAN.format(first=m[1], last=m[2]), told) if kind in _OF_DAYS else told


def quoted(phrase: object) -> str:
    """Words of an article between the reader's quotation marks."""
    return str(text.CURLED.format(words=words(phrase)))


def merged(sentence: object) -> str:
    """A sentence of the merger in the reader's language, with types and modes in words instead of codes."""
    return uncoded(reason("merging", sentence))


def field_words(field: object) -> str:
    """What a field of an event is called; a name nobody knows is read out."""
    return str(text.FIELDS.get(str(field), str(field).replace("_", " ").capitalize()))


def value_words(field: object, value: object) -> str:
    """A field's value as reports or people give it."""
    given = words(value)
    if field in _REASONS:
        return reason(_REASONS[str(field)], given)
    if field in TOLLS:
        return tally_words(given, text.language())
    if field == "label":
        return event_name(given, text.language())
    if field in ("mode", "date_rule"):
        return mode_words(given) if field == "mode" else _rule_words(given)
    named = {"status": text.STATUSES, "type": text.SHORT_TYPES, "date_basis": text.BASES, "precision": text.PRECISIONS}
    return str(named.get(str(field), {}).get(given, given))


def _rule_words(rule: str) -> str:
    """A rule's name: those of one dotted word are the same in every language (`docs/dating.md` lists them)."""
    name, _, tail = rule.rpartition(" ")
    if rule not in text.DATE_RULES and tail in text.DATE_RULE_TAILS:
        return f"{name} {text.DATE_RULE_TAILS[tail]}"
    return str(text.DATE_RULES.get(rule, rule))


def uncoded(sentence: str) -> str:
    """A sentence with types and modes in words instead of codes."""
    return _CODE.sub(lambda m: type_words(m[1]).lower() + (f" ({mode_words(m[2])})" if m[2] else ""), sentence)


def option(row: Row) -> str:
    """An event as one line of a list."""
    return f"{when(row)} · {words(row['label'])}"


def reviewed(row: Row) -> str:
    """The last decision on an event, by whom and when; "" where nobody has decided."""
    if not words(row["reviewed"]):
        return ""
    day_of = words(row["reviewed_when"])[:10]
    return text.REVIEWED_BY.format(verdict=text.VERDICTS[row["reviewed"]], by=row["reviewed_by"], when=day_of)


def events_table(events: pd.DataFrame) -> pd.DataFrame:
    """The columns a reader scans, in words; same rows, same order."""
    rows = events.to_dict("records")
    return pd.DataFrame(
        {
            "when": [when(row) for row in rows],
            "label": [words(row["label"]) for row in rows],
            "initiator": [words(row["initiator"]) for row in rows],
            "target": [words(row["target"]) for row in rows],
            "type_words": [type_words(row["type"]) for row in rows],
            "status": [text.STATUSES.get(row["status"], words(row["status"])) for row in rows],
            "killed": [toll(row, "killed") for row in rows],
            "n_reports": [int(row["n_reports"]) for row in rows],
        }
    )


def _missing(value: object) -> bool:
    return value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and value != value)
