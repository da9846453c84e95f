"""When something happened: an interval of calendar days with the reason it is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["day", "range", "week", "month", "season", "year", "decade", "unknown"]
DateBasis = Literal["explicit", "relative", "anchored", "heading", "publication", "none"]
PublishedBasis = Literal["given", "text", "url", "metadata", "inferred", "unknown"]
ExpressionType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True, order=True)
class DateInterval:
    """Earliest and latest calendar day, both inclusive."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            msg = f"interval ends {self.end} before it starts {self.start}"
            raise ValueError(msg)

    @property
    def days(self) -> int:
        """Width in days; a single day is 1."""
        return (self.end - self.start).days + 1

    def overlap(self, other: DateInterval) -> DateInterval | None:
        """The days both intervals share, or None."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return DateInterval(start, end) if start <= end else None


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """An event's time and how it is known (ontology section 3; EDTF is ISO 8601-2:2019).

    `interval` is None exactly when nothing is known (`edtf` is then empty and `precision` "unknown").
    `lasting` says that the event filled the interval rather than falling on one unknown day of it.
    `reason` is one sentence for a reader; it names the phrase, the rule and what was counted from.
    """

    edtf: str = ""
    interval: DateInterval | None = None
    precision: Precision = "unknown"
    basis: DateBasis = "none"
    phrase: str = ""
    rule: str = ""
    reason: str = ""
    anchor_id: str = ""
    lasting: bool = False


UNDATED = When(reason="The text gives no date for this.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """When an article was published: an interval, its basis and, where inferred, the reason.

    `conflicts` are sentences, one for each piece of evidence that says otherwise.
    """

    interval: DateInterval | None = None
    basis: PublishedBasis = "unknown"
    reason: str = ""
    confidence: float = 0.0
    conflicts: tuple[str, ...] = ()


UNPUBLISHED = Publication(reason="Nothing in the article says when it was published.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A TIMEX3 time expression: `text == article_text[start:end]`, `value` as in TimeML.

    `when` is None for durations, sets and ages, which lie on no day.
    `relation` is how an event it modifies sits to the interval: on it, or open towards one side.
    """

    start: int
    end: int
    text: str
    type: ExpressionType
    value: str
    rule: str
    when: When | None = None
    relation: Literal["on", "before", "after", "since", "until"] = "on"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchorHit:
    """Words of a sentence that refer to a dated known event of the anchors lexicon.

    With `open` they may as well tell of another event like it.
    """

    start: int
    end: int
    text: str
    anchor_id: str
    label: str
    when: When
    types: tuple[str, ...] = ()
    open: bool = False
