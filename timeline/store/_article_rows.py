"""Articles as rows: where each comes from, how it is dated, what rests on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from timeline.model import Article, DateInterval, Event

Row = tuple[Any, ...]


def article_rows(articles: Iterable[Article], events: Iterable[Event]) -> Iterator[Row]:
    """A row an article, by id, with how many reports and events rest on it."""
    mentions: defaultdict[str, set[str]] = defaultdict(set)
    named: defaultdict[str, set[str]] = defaultdict(set)
    for event in events:
        for mention in event.mentions:
            mentions[mention.article_id].add(mention.id)
            named[mention.article_id].add(event.id)
    given = {article.id: article for article in articles}
    for _, article in sorted(given.items()):
        yield (
            article.id,
            article.name,
            article.title,
            article.publisher,
            article.author,
            article.url,
            article.language,
            article.encoding,
            *days_of(article.published.interval),
            article.published.basis,
            article.published.reason,
            article.published.confidence,
            list(article.published.conflicts),
            article.sha256,
            article.source_sha256,
            len(article.text),
            len(mentions[article.id]),
            len(named[article.id]),
            article.copy_of,
            _source_name(given.get(article.copy_of)),
            article.text,
        )


def _source_name(article: Article | None) -> str:
    """What a copy's original is called: publisher and title, or the name of its file."""
    if article is None:
        return ""
    return ", ".join(filter(None, (article.publisher, article.title))) or article.name


def days_of(interval: DateInterval | None) -> Row:
    """First and last day, or two empty cells."""
    return (interval.start, interval.end) if interval else (None, None)
