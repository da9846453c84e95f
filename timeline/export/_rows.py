"""Any other frame as CSV or JSON Lines: the decisions of people, the changes between two builds."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from timeline.errors import ExportError
from timeline.export._records import plain_records
from timeline.export._text import cell

ROW_FORMATS: Mapping[str, str] = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "jsonl": "application/x-ndjson",
}


def export_rows(frame: pd.DataFrame, *, format: str) -> bytes:
    """The rows of a frame, in its order: a header and quoted texts that no spreadsheet takes for formulas, or JSON.

    Raises:
        ExportError: if there is no such format.
    """
    records = plain_records(frame)
    if format == "csv":
        return _csv([str(name) for name in frame.columns], records)
    if format == "json":
        return json.dumps(records, indent=1).encode("ascii") + b"\n"
    if format == "jsonl":
        return b"".join(json.dumps(record).encode("ascii") + b"\n" for record in records)
    raise ExportError(format[:40], f"is none of {', '.join(ROW_FORMATS)}")


def _csv(names: Sequence[str], records: Sequence[Mapping[str, Any]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerow(names)
    for record in records:
        joined = ["; ".join(value) if isinstance(value, list) else value for value in record.values()]
        writer.writerow([cell(value) if isinstance(value, str) else value for value in joined])
    return out.getvalue().encode("utf-8")
