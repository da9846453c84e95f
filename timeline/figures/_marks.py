"""Event rows read into marks: what every chart of events draws, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date, datetime
from math import log2, log10
from typing import Any, NamedTuple

import pandas as pd

from timeline.figures._text import EPOCH, cut, escape, span_text
from timeline.figures.theme import OTHER_SYMBOL, SYMBOLS, UNNAMED_SYMBOL, Theme
from timeline.speech import Speech

RUNGS = TALKS, WORDS, THREAT, DISPLAY, FORCE = tuple(range(5))


class Mark(NamedTuple):
    """One dated event; `start` and `end` are days since 1970-01-01, both inclusive."""

    event_id: str
    label: str
    initiator: str
    target: str
    type: str
    status: str
    quad: int
    intensity: float
    level: int
    start: int
    end: int
    lasting: bool
    killed: float
    reports: int
    place: str
    initiators: tuple[str, ...]
    targets: tuple[str, ...]

    @property
    def middle(self) -> float:
        """The centre of its interval; a single day's is its noon."""
        return (self.start + self.end + 1) / 2


class Key(NamedTuple):
    """How one initiator is drawn."""

    name: str
    colour: str
    symbol: str


def rung_names(speech: Speech) -> tuple[str, ...]:
    """What the rungs are called, from the lowest."""
    return speech.listed("CHART_RUNGS")


def read_marks(events: pd.DataFrame, speech: Speech) -> tuple[list[Mark], int]:
    """The dated events in time order, and how many others have no date."""
    rows = events.to_dict("records")
    unnamed = speech.say("CHART_UNNAMED")
    marks = [mark for row in rows if (mark := _mark(row, unnamed)) is not None]
    return sorted(marks, key=lambda m: (m.start, m.end, m.event_id)), len(rows) - len(marks)


def rung_of(mark: Mark) -> int:
    """The rung of an event: hostility level first; level 1 splits by quad class and intensity.

    Material conflict without arms (sanctions, protest, arrest) stands with display and coercion. What is only
    threatened is never shown as used: it stands on the threat rung.
    """
    if mark.status == "threatened" and mark.level >= 2:
        return THREAT
    if mark.level >= 4:
        return FORCE
    if mark.level == 3 or (mark.level < 2 and mark.quad == 4):
        return DISPLAY
    if mark.level == 2:
        return THREAT
    return WORDS if mark.intensity <= -1.5 else TALKS


def day_number(value: object) -> int | None:
    """Days since 1970-01-01, or None for a missing date."""
    if value is pd.NaT:
        return None
    if isinstance(value, datetime):
        return value.date().toordinal() - EPOCH
    if isinstance(value, date):
        return value.toordinal() - EPOCH
    return date.fromisoformat(value).toordinal() - EPOCH if isinstance(value, str) and value else None


def number(value: object) -> float:
    """A number, or 0 for a missing one."""
    return 0.0 if value is None or value is pd.NA or value != value else float(value)  # type: ignore[arg-type]


def words(value: object) -> str:
    """Text, or "" for a missing value."""
    return "" if value is None or value is pd.NA or value != value else str(value)


def legend_keys(
    names: Iterable[str], theme: Theme, speech: Speech, *, most: int = 6, known: Iterable[str] = ()
) -> dict[str, Key]:
    """A colour and a shape for each name: the `most` frequent get their own, the others share grey.

    `known` names, in the order of a whole case, keep what they have there, so that no view changes who is which.
    """
    counts = Counter(names)
    unnamed, others = speech.say("CHART_UNNAMED"), speech.say("CHART_OTHERS")
    ranked = sorted((n for n in counts if n != unnamed), key=lambda n: (-counts[n], n))
    own = ranked[:most]
    kept = {n: i for i, n in enumerate(dict.fromkeys(known)) if i < len(theme.actors) and n in own}
    free = (i for i in range(len(theme.actors)) if i not in kept.values())
    places = {n: kept[n] if n in kept else next(free) for n in own}
    keys = {n: Key(n, theme.actors[i], SYMBOLS[i]) for n, i in places.items()}
    keys |= {n: Key(others, theme.other, OTHER_SYMBOL) for n in ranked[most:]}
    if unnamed in counts:
        keys[unnamed] = Key(unnamed, theme.other, UNNAMED_SYMBOL)
    return keys


def diameter(mark: Mark, scale: float = 1.0) -> int:
    """Pixels across: grows with the logarithm of the reports and of the killed, so that neither hides the rest."""
    return round(min(10 + 2.5 * log2(max(mark.reports, 1)) + 4 * log10(1 + max(mark.killed, 0)), 30) * scale)


def gravity(mark: Mark, rung: int) -> float:
    """What earns a label: the rung first, then the dead, then the reports."""
    return 3 * rung + 4 * log10(1 + max(mark.killed, 0)) + 1.5 * log2(max(mark.reports, 1)) - mark.intensity / 10


def hover_text(mark: Mark, limit: int, speech: Speech) -> str:
    """What a pointer reads on a mark, at most about `limit` characters: label, date, status, reports, killed."""
    if limit < 12:
        return ""
    if limit < 90:
        return escape(cut(mark.label, limit))
    facts = [span_text(mark.start, mark.end, speech), status_text(mark.status, speech)]
    facts.append(speech.count("REPORT_NOUN", mark.reports))
    if mark.killed:
        facts.append(speech.say("CHART_KILLED", n=speech.numeral(round(mark.killed))))
    return escape(cut(mark.label, 70)) + "<br>" + escape(" · ".join(facts))


def status_text(status: str, speech: Speech) -> str:
    """A status within a sentence; a code that has no words as it is."""
    return speech.table("STATUSES").get(status, status).lower()


def hover_limit(marks: Sequence[Mark], *, bars: int = 0) -> int:
    """Characters of hover text an event may have so that all marks and bars stay below 100 kB (performance 0)."""
    spent = sum(len(m.event_id) for m in marks) + 42 * len(marks) + 36 * bars
    return max(0, min(140, (80_000 - spent) // max(len(marks), 1)))


def _mark(row: Mapping[Hashable, Any], unnamed: str) -> Mark | None:
    start, end = day_number(row["date_start"]), day_number(row["date_end"])
    if start is None or end is None:
        return None
    low, high = number(row["killed_min"]), number(row["killed_max"])
    return Mark(
        event_id=str(row["event_id"]),
        label=words(row["label"]),
        initiator=words(row["initiator"]).split(";")[0].strip() or unnamed,
        target=words(row["target"]).split(";")[0].strip() or unnamed,
        type=words(row["type"]),
        status=words(row["status"]),
        quad=int(number(row["quad"])),
        intensity=number(row["intensity"]),
        level=int(number(row["level"])),
        start=start,
        end=max(start, end),
        lasting=bool(row["lasting"]),
        killed=(low + high) / 2 if high >= low else low,
        reports=int(number(row["n_reports"])),
        place=words(row["place"]),
        initiators=tuple(map(str, row["initiators"])),
        targets=tuple(map(str, row["targets"])),
    )
