"""`Filters`: one frozen value that is a query, a plain English sentence and the parameters of a link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date

from timeline.errors import FilterError
from timeline.queries._describe import ViewWords, describe
from timeline.queries._fields import Reviewed, Role, check_field
from timeline.queries._params import decode, encode


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which events are meant; every field narrows, the values within one field widen.

    `actors` take part in the `role` given, `against` on the other side from it. A date window keeps events whose
    interval overlaps it, so undated ones only where no date is set. `text` is a literal, caseless search in labels,
    sentences and places. `known_by` keeps what some article had reported by the end of that day (its own date, where
    it is an interval, by the last day). `types` holds types or `TYPE/mode`, `places` names as stored, `precisions`
    those of dates. STATEMENTs ("said something") need `statements`, or to be named in `types`.
    `reviewed` keeps events with a standing verdict of a person, or those without.

    Raises:
        FilterError: naming the field that means nothing.
    """

    actors: tuple[str, ...] = ()
    role: Role = "either"
    against: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    known_by: date | None = None
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    precisions: tuple[str, ...] = ()
    min_reports: int = 1
    min_sources: int = 1
    text: str = ""
    statements: bool = False
    reviewed: Reviewed = "either"

    def __post_init__(self) -> None:
        for field in fields(self):
            object.__setattr__(self, field.name, check_field(field.name, getattr(self, field.name)))
        if self.start and self.end and self.end < self.start:
            raise FilterError("end", f"{self.end} is before the start, {self.start}")

    @property
    def is_default(self) -> bool:
        """Whether nothing is filtered that the plain view would show."""
        return self == Filters()

    def to_params(self) -> dict[str, str]:
        """Flat link parameters under the names of the fields, defaults left out; lists are joined by "~"."""
        default = Filters()
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: encode(value) for name, value in values.items() if value != getattr(default, name)}

    @classmethod
    def from_params(cls, params: Mapping[str, object]) -> tuple[Filters, tuple[str, ...]]:
        """Filters from link parameters, and a notice for each part that meant nothing and was left out.

        Parameters of other names are left alone; a list may also come as a repeated parameter.
        """
        values, notices = decode(params)
        return cls(**values), notices

    def describe(self, n_events: int, n_reports: int, actor_names: Mapping[str, str], words: ViewWords) -> str:
        """What is on screen in a sentence: "12 events in 15 reports by Iran, 1 to 30 April 2024".

        It may hold the reader's own words and actors' names: plain text, to be escaped where it is shown.
        """
        return describe(self, n_events, n_reports, actor_names, words)
