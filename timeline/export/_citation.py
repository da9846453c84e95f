"""How to cite a view: as text, BibTeX and CSL-JSON; none of it knows the clock."""

from __future__ import annotations

from datetime import date
from typing import Any

from timeline.export._context import ExportContext
from timeline.export._json import dump
from timeline.export._text import one_line

_TOOL = "Escalation Timeline"
_BIBTEX = str.maketrans(
    {"\\": r"\textbackslash{}", **{sign: rf"\{sign}" for sign in "{}$&#%_"}, "~": r"\~{}", "^": r"\^{}"}
)


def cite(context: ExportContext, *, accessed: date | None = None, address: str = "") -> str:
    """The view in one sentence, as a footnote has it; `address` is where it can be seen."""
    parts = [
        f"{one_line(context.title)}: {one_line(context.filters).rstrip('.')}",
        f"{_TOOL}, build {context.build_id}",
        address,
        f"accessed {accessed.isoformat()}" if accessed else "",
    ]
    return ". ".join(part for part in parts if part) + "."


def cite_bibtex(context: ExportContext, *, accessed: date | None = None, address: str = "") -> str:
    """A BibTeX entry of type misc."""
    fields = {
        "title": one_line(f"{context.title}: {context.filters}"),
        "howpublished": _TOOL,
        "note": f"Build {context.build_id}" + (f", accessed {accessed.isoformat()}" if accessed else ""),
        "url": address,
    }
    lines = [f"  {name} = {{{value.translate(_BIBTEX)}}}" for name, value in fields.items() if value]
    return f"@misc{{escalation-timeline-{context.build_id},\n" + ",\n".join(lines) + "\n}\n"


def cite_csl(context: ExportContext, *, accessed: date | None = None, address: str = "") -> bytes:
    """CSL-JSON of type dataset, with the articles the view rests on as a note."""
    item: dict[str, Any] = {
        "id": f"escalation-timeline-{context.build_id}",
        "type": "dataset",
        "title": one_line(f"{context.title}: {context.filters}"),
        "publisher": _TOOL,
        "version": context.build_id,
        "note": "; ".join(source.line() for source in context.sources),
    }
    if address:
        item["URL"] = address
    if accessed:
        item["accessed"] = {"date-parts": [[accessed.year, accessed.month, accessed.day]]}
    return dump([item])
