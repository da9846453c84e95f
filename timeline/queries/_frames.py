"""Arrow rows to pandas frames with the kinds of columns that `_columns` promises."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ibis
import pandas as pd
import pyarrow as pa

from timeline.model import TOLLS
from timeline.store import Build

# The integer columns in which a value may be unknown.
_NULLABLE = frozenset(f"{what}_{end}" for what in TOLLS for end in ("min", "max")) | {
    "lag_days",
    "lag_days_max",
}


def fetch(build: Build, expression: ibis.Table, columns: Sequence[str]) -> pd.DataFrame:
    """The rows of an expression as a frame with exactly these columns."""
    table = build.fetch(expression.select(*columns))
    return pd.DataFrame({name: _series(name, table.column(name)) for name in columns}, columns=list(columns))


def _series(name: str, column: pa.ChunkedArray) -> pd.Series[Any]:
    kind = column.type
    if pa.types.is_list(kind):
        return pd.Series(column.to_pylist(), dtype=object)
    if pa.types.is_date(kind):
        # Microseconds hold every year from 1 to 9999; nanoseconds would not.
        return pd.Series(column.cast(pa.timestamp("us")).to_pandas())
    if name in _NULLABLE:
        return pd.Series(column.to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get))
    return pd.Series(column.to_pandas())
