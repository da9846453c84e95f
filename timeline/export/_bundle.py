"""One ZIP with the data, its evidence, hashes, a README, the licence and the citation."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Sequence
from dataclasses import asdict

from timeline.export._citation import cite, cite_bibtex, cite_csl
from timeline.export._context import ExportContext, Source
from timeline.export._json import write_jsonl
from timeline.export._records import REPORT_FIELDS, Record
from timeline.export._tables import csv_table, write_csv

# The earliest moment a ZIP can hold: bytes must not depend on the clock.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_README = """{title}
{filters}
Scope: {scope}. Build: {build}.

events.csv      one row an event; lines that begin with # say what the file is
events.jsonl    the same with evidence, disagreements, merge reasons and response links, one event a line
evidence.csv    one row a report: the sentence, its place in the article and the SHA-256 of the article's text
sources.csv     the articles the events rest on
citation.txt, citation.bib, citation.json   how to cite this view (text, BibTeX, CSL-JSON)
SHA256SUMS      hashes of the files above: sha256sum --check SHA256SUMS

Dates are intervals: date_start and date_end are the earliest and latest day, both inclusive; edtf is ISO 8601-2.
An empty cell means that the reports do not say. Intensity is PLOVER's score from -10 (most hostile) to +10.
A cell that a spreadsheet would calculate begins with an apostrophe.

Rights: {licence}
The quoted sentences belong to their publishers and are quoted as evidence.
"""
_NO_LICENCE = "this case states no licence for its events; ask whoever gave it to you."


def write_bundle(records: Sequence[Record], reports: Sequence[Record], context: ExportContext) -> bytes:
    """The same rows give the same bytes, in one folder named after the build."""
    sources = [_source(source) for source in context.sources]
    licence = context.licence or _NO_LICENCE
    readme = _README.format(
        title=context.title, filters=context.filters, scope=context.scope, build=context.build_id, licence=licence
    )
    files = {
        "events.csv": write_csv(records, context),
        "events.jsonl": write_jsonl(records, context),
        "evidence.csv": csv_table(list(REPORT_FIELDS), reports),
        "sources.csv": csv_table(list(_source(Source(article_id=""))), sources),
        "citation.txt": (cite(context) + "\n").encode("utf-8", "replace"),
        "citation.bib": cite_bibtex(context).encode("utf-8", "replace"),
        "citation.json": cite_csl(context),
        "README.txt": readme.encode("utf-8", "replace"),
    }
    sums = "".join(f"{hashlib.sha256(payload).hexdigest()}  {name}\n" for name, payload in files.items())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, payload in {**files, "SHA256SUMS": sums.encode()}.items():
            entry = zipfile.ZipInfo(f"timeline-{context.build_id}/{name}", _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, payload)
    return out.getvalue()


def _source(source: Source) -> Record:
    return asdict(source)
