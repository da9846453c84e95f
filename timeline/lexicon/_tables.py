"""Reading and validating the knowledge tables; a bad cell is named by file, line and column."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from timeline.errors import LexiconError


class Row(BaseModel):
    """One row of a knowledge table; unknown columns are refused, blanks around a cell are dropped."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def _split_cell(cell: object) -> object:
    return tuple(part.strip() for part in cell.split("|") if part.strip()) if isinstance(cell, str) else cell


def _blank_to_none(cell: object) -> object:
    return None if cell == "" else cell


# A cell that holds several values, separated by `|`.
Words = Annotated[tuple[str, ...], BeforeValidator(_split_cell)]
# Put before an optional field's type so that an empty cell reads as None.
BLANK_IS_NONE = BeforeValidator(_blank_to_none)

RowT = TypeVar("RowT", bound=Row)


def read_csv_table(path: Path, row_type: type[RowT]) -> tuple[RowT, ...]:
    """Rows of a UTF-8 CSV table with a header line; lines starting with `#` are comments.

    Raises:
        LexiconError: naming `file:line:column` of the first bad cell, or the file if it cannot be read.
    """
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and line[0] != "#"]
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(path.name, f"cannot be read ({error.__class__.__name__})") from error
    if not numbered:
        return ()
    header = next(csv.reader([numbered[0][1]]))
    return tuple(_read_row(path, number, header, line, row_type) for number, line in numbered[1:])


def _read_row(path: Path, number: int, header: list[str], line: str, row_type: type[RowT]) -> RowT:
    cells = next(csv.reader([line]))
    if len(cells) != len(header):
        raise LexiconError(f"{path.name}:{number}", f"has {len(cells)} cells where the header has {len(header)}")
    return _validate(dict(zip(header, cells, strict=True)), f"{path.name}:{number}", row_type)


def read_yaml_table(path: Path, row_type: type[RowT]) -> tuple[RowT, ...]:
    """Rows of a UTF-8 YAML file that holds one list of mappings.

    Raises:
        LexiconError: naming file, entry number and key of the first bad value.
    """
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise LexiconError(path.name, f"cannot be read ({error.__class__.__name__})") from error
    if not isinstance(entries, list):
        raise LexiconError(path.name, "must hold one list of entries")
    return tuple(_validate(entry, f"{path.name}:entry {n}", row_type) for n, entry in enumerate(entries, 1))


def _validate(values: dict[str, Any], subject: str, row_type: type[RowT]) -> RowT:
    try:
        return row_type.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        column = ".".join(str(part) for part in first["loc"])
        raise LexiconError(f"{subject}:{column}", first["msg"]) from error
