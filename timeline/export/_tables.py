"""CSV, XLSX and Parquet: one row an event."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from timeline.errors import ExportError
from timeline.export._context import ExportContext
from timeline.export._records import (
    BOOLEAN_FIELDS,
    DATE_FIELDS,
    EVENT_FIELDS,
    FLOAT_FIELDS,
    INTEGER_FIELDS,
    LIST_FIELDS,
    REPORT_FIELDS,
    Record,
)
from timeline.export._text import cell, comment, cut_cell

# Any fixed moment: bytes must not depend on the clock.
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 (XlsxWriter takes naive times)
MAX_XLSX_ROWS = 1_048_576
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_csv(records: Sequence[Record], context: ExportContext) -> bytes:
    """Lines of context behind "#" (the comment prefix of the W3C's tabular data model), a header, a row an event.

    Every text is quoted, so "#" within it is no comment; `pandas.read_csv(..., comment="#")` reads it back.
    """
    out = io.StringIO()
    for name, value in (*context.facts(), *(("source", source.line()) for source in context.sources)):
        out.write(f"# {name}: {comment(value)}\n")
    return out.getvalue().encode("utf-8") + csv_table(_columns(records), records)


def csv_table(columns: Sequence[str], records: Sequence[Record]) -> bytes:
    """A header and a row a record; every text quoted, none a formula."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_flat(record[name]) for name in columns] for record in records)
    return out.getvalue().encode("utf-8", "replace")


def write_xlsx(records: Sequence[Record], reports: Sequence[Record] | None, context: ExportContext) -> bytes:
    """Sheets "Events" and "Reports" (where given) and "About" with the context; dates are ISO text.

    Raises:
        ExportError: if there are more rows than a sheet holds.
    """
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"title": cell(context.title), "comments": cell(context.build_id), "created": _CREATED})
        _sheet(book, "Events", list(EVENT_FIELDS), ([r[name] for name in EVENT_FIELDS] for r in records), len(records))
        if reports is not None:
            rows = ([report[name] for name in REPORT_FIELDS] for report in reports)
            _sheet(book, "Reports", list(REPORT_FIELDS), rows, len(reports))
        about = [*context.facts(), *(("source", source.line()) for source in context.sources)]
        _sheet(book, "About", ["fact", "value"], about, len(about))
    return out.getvalue()


def write_parquet(records: Sequence[Record], context: ExportContext) -> bytes:
    """Typed columns, text unchanged; the context is JSON under the key `about` of the file's metadata."""
    columns = _columns(records)
    arrays = [pa.array([_typed(name, record[name]) for record in records], _kind(name)) for name in columns]
    about = json.dumps(context.as_dict(), ensure_ascii=True, sort_keys=True)
    schema = pa.schema([(name, _kind(name)) for name in columns], metadata={"about": about})
    out = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), out, compression="zstd")
    return out.getvalue()


def _columns(records: Sequence[Record]) -> list[str]:
    """The fields of the contract, and the evidence where it is known."""
    return [*EVENT_FIELDS, *(["evidence"] if records and "evidence" in records[0] else [])]


def _flat(value: Any) -> Any:  # noqa: ANN401
    """A value as one cell: numbers stay numbers, lists of texts are joined, deeper ones are JSON."""
    if isinstance(value, list):
        plain = all(isinstance(item, str) for item in value)
        value = "; ".join(value) if plain else json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "true" if value else "false"
    # None becomes an empty cell without quotes: missing, not "".
    return cell(value) if isinstance(value, str) else value


def _sheet(book: Any, name: str, header: Sequence[str], rows: Iterable[Sequence[Any]], count: int) -> None:  # noqa: ANN401
    if count >= MAX_XLSX_ROWS:
        raise ExportError(
            "xlsx", f"a sheet holds {MAX_XLSX_ROWS:,} rows, this needs {count + 1:,}: take CSV or Parquet"
        )
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for column, words in enumerate(header):
        sheet.write_string(0, column, words)
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(map(_flat, row)):
            if isinstance(value, str):
                sheet.write_string(number, column, cut_cell(value))
            elif value is not None:
                sheet.write_number(number, column, value)


def _kind(name: str) -> pa.DataType:
    if name == "evidence":
        fields = {field: pa.int64() if field in ("start", "end") else pa.string() for field in _EVIDENCE}
        return pa.list_(pa.struct(list(fields.items())))
    for names, kind in _KINDS:
        if name in names:
            return kind
    return pa.string()


def _typed(name: str, value: Any) -> Any:  # noqa: ANN401
    if name in DATE_FIELDS and value is not None:
        return date.fromisoformat(value)
    if name == "evidence":
        return [{field: report[field] for field in _EVIDENCE} for report in value]
    return value


_EVIDENCE = ("mention_id", "article_id", "title", "publisher", "url", "published", "text", "start", "end", "sha256")
_KINDS = (
    (LIST_FIELDS, pa.list_(pa.string())),
    (DATE_FIELDS, pa.date32()),
    (INTEGER_FIELDS, pa.int64()),
    (FLOAT_FIELDS, pa.float64()),
    (BOOLEAN_FIELDS, pa.bool_()),
)
