"""What an export says about itself, whatever its format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One article that the exported events rest on; `published` is an ISO date or interval, "" if unknown.

    `conflicts` holds the sentences that speak against it.
    """

    article_id: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: str = ""
    sha256: str = ""
    conflicts: str = ""

    def line(self) -> str:
        """The source on one line, as a reader would cite it."""
        return ", ".join(part for part in (self.publisher, self.title, self.published, self.url) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportContext:
    """Title of the case, the filters in a sentence, the build, its sources, and `scope`: this view or everything.

    `cameo` gives the CAMEO root of a type and mode, `actor_codes` the code of an actor id; both only where a format
    of other people's asks for them.
    """

    title: str
    filters: str
    build_id: str
    sources: tuple[Source, ...] = ()
    scope: str = "this view"
    licence: str = ""
    cameo: Mapping[tuple[str, str], str] = field(default_factory=dict)
    actor_codes: Mapping[str, str] = field(default_factory=dict)

    def facts(self) -> tuple[tuple[str, str], ...]:
        """Name and value of each fact but the sources, in the order a reader meets them."""
        return (("title", self.title), ("filters", self.filters), ("scope", self.scope), ("build", self.build_id))

    def as_dict(self, article_ids: frozenset[str] | None = None) -> dict[str, Any]:
        """The context as JSON values, with only the given articles as sources, or all."""
        chosen = [source for source in self.sources if article_ids is None or source.article_id in article_ids]
        facts = {"title": self.title, "filters": self.filters, "scope": self.scope, "build_id": self.build_id}
        return facts | {"sources": [asdict(source) for source in chosen]}


def list_sources(articles: pd.DataFrame, mentions: pd.DataFrame | None = None) -> tuple[Source, ...]:
    """The articles of a frame with ARTICLE_COLUMNS (its texts are not needed), or those that `mentions` are from."""
    kept = articles if mentions is None else articles[articles["article_id"].isin(set(mentions["article_id"]))]
    return tuple(
        Source(
            **{name: str(row[name]) for name in ("article_id", "title", "publisher", "url", "sha256")},
            published=_interval(row["published_start"], row["published_end"]),
            conflicts=" ".join(row["published_conflicts"]),
        )
        for row in kept.sort_values("article_id").to_dict("records")
    )


def _interval(start: pd.Timestamp, end: pd.Timestamp) -> str:
    """ISO 8601: a day, or two with a slash."""
    if pd.isna(start):
        return ""
    first, last = start.date().isoformat(), end.date().isoformat()
    return first if first == last else f"{first}/{last}"
