"""The table of event types and modes: quad class, intensity, hostility level, CAMEO root, label."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from timeline.errors import LexiconError
from timeline.lexicon._tables import Row, read_csv_table
from timeline.model import QuadClass

_INTEGER = BeforeValidator(lambda cell: int(cell) if isinstance(cell, str) and cell.isdigit() else cell)


class TypeRow(Row):
    """One type, or one mode of it; `level` is the MID hostility level (1 to 5)."""

    type: Annotated[str, Field(pattern=r"^[A-Z]+$")]
    mode: Annotated[str, Field(pattern=r"^[a-z-]*$")]
    quad: Annotated[QuadClass, _INTEGER]
    intensity: Annotated[float, Field(ge=-10, le=10)]
    level: Annotated[Literal[1, 2, 3, 4, 5], _INTEGER]
    cameo: Annotated[str, Field(pattern=r"^(0[1-9]|1[0-9]|20)$")]
    label: Annotated[str, Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class TypeTable:
    """Every type and mode; a mode without a row of its own has its type's."""

    rows: dict[tuple[str, str], TypeRow]

    def row(self, type: str, mode: str = "") -> TypeRow:
        """The row of a type and mode.

        Raises:
            LexiconError: if the type is not in the table.
        """
        found = self.rows.get((type, mode)) or self.rows.get((type, ""))
        if found is None:
            raise LexiconError("types.csv", f"has no type {type!r}")
        return found

    def __contains__(self, key: object) -> bool:
        return key in self.rows

    @property
    def types(self) -> tuple[str, ...]:
        """The names of the types, in the table's order."""
        return tuple(type_ for type_, mode in self.rows if not mode)


def load_types(lexicon_dir: Path) -> TypeTable:
    """Read `types.csv` of a lexicon folder.

    Raises:
        LexiconError: naming the bad cell, or a mode whose type has no row.
    """
    rows = {(row.type, row.mode): row for row in read_csv_table(lexicon_dir / "types.csv", TypeRow)}
    for type_, mode in rows:
        if mode and (type_, "") not in rows:
            raise LexiconError("types.csv", f"has mode {mode!r} of {type_!r} but no row for the type itself")
    return TypeTable(rows)
