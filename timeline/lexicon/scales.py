"""The rungs of the escalation ladder: hostility levels and their neutral names."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from timeline.errors import LexiconError
from timeline.lexicon._tables import Row, read_csv_table

Level = Annotated[
    Literal[1, 2, 3, 4, 5],
    BeforeValidator(lambda cell: int(cell) if isinstance(cell, str) and cell.isdigit() else cell),
]


class ScaleRow(Row):
    """One hostility level (1 to 5) of Militarized Interstate Disputes coding."""

    level: Level
    name: Annotated[str, Field(min_length=1)]
    meaning: Annotated[str, Field(min_length=1)]


def load_scales(lexicon_dir: Path) -> tuple[ScaleRow, ...]:
    """The five levels from lowest to highest.

    Raises:
        LexiconError: naming the bad cell, or the level that is missing or given twice.
    """
    rows = sorted(read_csv_table(lexicon_dir / "scales.csv", ScaleRow), key=lambda row: row.level)
    if [row.level for row in rows] != [1, 2, 3, 4, 5]:
        raise LexiconError("scales.csv", "must give each of the levels 1 to 5 once")
    return tuple(rows)
