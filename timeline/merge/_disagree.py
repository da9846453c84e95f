"""What reports differ on: each value, who gives it, and in how many reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.model import Article, Disagreement, Mention


@dataclass(frozen=True, slots=True)
class Reports:
    """Counts reports and sources: a report is one sentence of one article, a source one publisher.

    `originals` names, for a copy, the article it copies: copies are one source, whoever printed them.
    """

    publishers: Mapping[str, str]
    originals: Mapping[str, str]

    def count(self, mentions: Iterable[Mention]) -> int:
        """Distinct sentences; what was added without one is none."""
        return len({(m.article_id, m.start) for m in mentions if m.article_id})

    def who(self, mentions: Iterable[Mention]) -> tuple[str, ...]:
        """Publishers, or the article where the publisher is unknown."""
        return tuple(sorted({self._publisher(m.article_id) for m in mentions if m.article_id}))

    def count_sources(self, mentions: Iterable[Mention]) -> int:
        """Publishers, each family of copies once."""
        known = [m.article_id for m in mentions if m.article_id]
        return len({self._publisher(self.originals.get(article_id) or article_id) for article_id in known})

    def _publisher(self, article_id: str) -> str:
        return self.publishers.get(article_id) or article_id


def reports_of(articles: Iterable[Article]) -> Reports:
    """Reports counted by the publishers of these articles."""
    given = list(articles)
    return Reports({a.id: a.publisher for a in given}, {a.id: a.copy_of for a in given})


def disagreements_of(field: str, values: Iterable[tuple[Mention, str]], reports: Reports) -> tuple[Disagreement, ...]:
    """One disagreement a value, the most reported first; none where all give the same."""
    givers: dict[str, list[Mention]] = defaultdict(list)
    for mention, value in values:
        givers[value].append(mention)
    if len(givers) <= 1:
        return ()
    found = [
        Disagreement(field=field, value=value, who=reports.who(told), n_reports=reports.count(told))
        for value, told in givers.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.n_reports, one.value)))
