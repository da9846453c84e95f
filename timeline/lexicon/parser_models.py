"""The model that the optional dependency parser may use, pinned by the hash of its files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from timeline.errors import LexiconError
from timeline.lexicon._tables import Row, read_csv_table

TABLE = "parser_models.csv"


class ParserModel(Row):
    """The installed package that holds the model, its version, and the SHA-256 over its files."""

    package: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    version: Annotated[str, Field(pattern=r"^[0-9][0-9.]*$")]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


def load_parser_model(lexicon_dir: Path) -> ParserModel:
    """The one pinned model.

    Raises:
        LexiconError: naming the bad cell, or that there is not exactly one row.
    """
    rows = read_csv_table(lexicon_dir / TABLE, ParserModel)
    if len(rows) != 1:
        raise LexiconError(TABLE, f"must have one row, has {len(rows)}")
    return rows[0]
