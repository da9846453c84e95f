"""How sure a report is: weights of signs, fitted so that confidence is the share of such reports that are right."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from timeline.errors import LexiconError
from timeline.lexicon._tables import Row, read_csv_table

_BASE = "base"
_LOWEST, _HIGHEST = 0.02, 0.98


class SignRow(Row):
    """A sign and its weight in log odds."""

    sign: str
    weight: Annotated[float, Field(ge=-5, le=5)]
    why: str


@dataclass(frozen=True, slots=True)
class ConfidenceTable:
    """Weights by sign; `base` is always added."""

    weights: Mapping[str, float]

    def probability(self, signs: Iterable[str]) -> float:
        """The share of reports with these signs whose type, sides and status are right."""
        odds = self.weights[_BASE] + sum(self.weights[sign] for sign in signs)
        return round(min(_HIGHEST, max(_LOWEST, 1 / (1 + math.exp(-odds)))), 2)


def load_confidence(path: Path) -> ConfidenceTable:
    """Read `confidence.csv`.

    Raises:
        LexiconError: naming the bad cell, or that the base is missing.
    """
    weights = {row.sign: row.weight for row in read_csv_table(path, SignRow)}
    if _BASE not in weights:
        raise LexiconError(path.name, f"needs a row {_BASE!r}")
    return ConfidenceTable(weights)
