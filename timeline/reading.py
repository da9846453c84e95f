"""One reader for every command: an article is dated, its times are tagged, its sentences coded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path

from timeline.coding import Coder, Parser, PlaceFinder, installed_parser, load_parser
from timeline.engine import Engine, LocalEngine, in_batches
from timeline.ingest import split_sentences
from timeline.lexicon import Lexicon, load_lexicon, load_parser_model
from timeline.model import AnchorHit, Article, Mention, Publication, Span, UnknownName
from timeline.settings import BATCH_ARTICLES, LEXICON_DIR
from timeline.times import CaseEvents, Tagger, counts_time, sure_enough, with_conflicts

# Languages the lexicon knows; an article in another one is kept, said to be so, and not coded.
CODED_LANGUAGES = frozenset({"en", "und"})
# Articles handed over at a time when one process reads them all: small, so that progress moves.
_SMALL_BATCH = 10


@dataclass(frozen=True, slots=True)
class Reading:
    """One article as read: its dating and every act it reports; `asks` if other articles may date more of it.

    `names` are those who act in it and whom the lexicon does not know.
    """

    article: Article
    mentions: tuple[Mention, ...]
    names: tuple[UnknownName, ...] = ()
    asks: bool = False


class Reader:
    """Everything that reads text, made once from the lexicon and used for any number of articles."""

    def __init__(self, lexicon: Lexicon, parser: Parser | None = None) -> None:
        self.lexicon = lexicon
        self.tagger = Tagger(lexicon.time_words, lexicon.anchors, lexicon.actors.persons.values())
        tables = (lexicon.actors, lexicon.actions, lexicon.types, lexicon.status)
        places = PlaceFinder(lexicon.places)
        self.coder = Coder(*tables, places, confidence=lexicon.confidence, parser=parser)

    def read(self, article: Article, case: CaseEvents | None = None) -> Reading:
        """Date the article where nothing else did, tag its times and code its sentences.

        With the events of its case it is read again: what it counts from them is dated, and itself if it was not.
        """
        tagger = self.tagger if case is None else self.tagger.with_case(case.seen_from(article.id))
        sentences = split_sentences(article)
        if is_undated(article):
            # Its known events tell when it was published, and then date its acts.
            tagger = tagger.remembering()
            article = replace(article, published=_narrower(tagger.date_article(sentences), article.published))
        if article.language not in CODED_LANGUAGES:
            return Reading(article, ())
        spans = [Span(s.start, s.end) for s in sentences]
        known = replace(article, published=sure_enough(article.published))
        expressions = tagger.tag(article.text, document_date=known.published.interval, spans=spans)
        anchors = [hit for s in sentences for hit in tagger.find_anchors(s.text, offset=s.start)]
        told = [hit for hit in anchors if not _is_ahead(hit, known.published)]
        mentions, names = self.coder.read_article(known, sentences, expressions, told)
        article = replace(article, published=with_conflicts(article.published, mentions, anchors))
        return Reading(article, mentions, names, asks=is_undated(article) or counts_time(article.text))


def _is_ahead(hit: AnchorHit, published: Publication) -> bool:
    """Whether a known event comes after the article: its words must mean another, earlier one."""
    days, until = hit.when.interval, published.interval
    return days is not None and until is not None and days.start > until.end


def _narrower(found: Publication, known: Publication) -> Publication:
    """The publication found now, unless the one known before says more."""
    if known.interval is None or (found.interval is not None and found.interval.days <= known.interval.days):
        return found
    return known


def is_undated(article: Article) -> bool:
    """Whether neither the article nor who sent it gave a publication date."""
    return article.published.basis in ("inferred", "unknown")


@lru_cache(maxsize=2)
def reader_for(lexicon_dirs: tuple[Path, ...], *, parse: bool = False) -> Reader:
    """The reader of the shipped lexicon with additions; one a process, because making it takes a second.

    With `parse`, an installed parser gives a second opinion; where none is installed the rules read alone.

    Raises:
        LexiconError, ParserError: naming the bad cell of a table, or the parser's model that is not the pinned one.
    """
    lexicon = load_lexicon(LEXICON_DIR, lexicon_dirs)
    return Reader(lexicon, load_parser(lexicon.parser_model) if parse else None)


def parser_in_use(*, parse: bool = True) -> str:
    """Which parser `reader_for` would load, with its version, or "" where the rules read alone."""
    return installed_parser(load_parser_model(LEXICON_DIR)) if parse else ""


def _read_batch(
    articles: tuple[Article, ...], lexicon_dirs: tuple[Path, ...], case: CaseEvents | None, parse: bool
) -> tuple[Reading, ...]:
    reader = reader_for(lexicon_dirs, parse=parse)
    return tuple(reader.read(article, case) for article in articles)


def read_articles(
    articles: Iterable[Article],
    *,
    lexicon_dirs: tuple[Path, ...] = (),
    engine: Engine | None = None,
    case: CaseEvents | None = None,
    parse: bool = False,
) -> Iterator[Reading]:
    """Readings in the order of `articles`, whatever reads them; by default this process."""
    engine = engine or LocalEngine()
    size = BATCH_ARTICLES if engine.spreads else _SMALL_BATCH
    read_batch = partial(_read_batch, lexicon_dirs=lexicon_dirs, case=case, parse=parse)
    for readings in engine.map_batches(read_batch, in_batches(articles, size)):
        yield from readings
