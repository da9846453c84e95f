"""The one place that composes the rooms: articles become mentions, mentions events, events a published build."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import count
from pathlib import Path

from timeline.case import NOT_ARTICLES, Case
from timeline.coding import Coder, PlaceFinder
from timeline.engine import in_batches, map_batches
from timeline.escalation import find_chains, find_phases
from timeline.fingerprint import article_files, fingerprints
from timeline.ingest import read_folder, split_sentences, store_original
from timeline.lexicon import Lexicon, load_lexicon
from timeline.merge import Merged, add_inferred_responses, mark_copies, merge_mentions, redirects_since
from timeline.model import Article, Event, Mention, Publication, Reject, Span
from timeline.settings import BATCH_ARTICLES, LEXICON_DIR, MAX_ARTICLE_BYTES
from timeline.store import (
    BuildContents,
    current_build_id,
    make_build_id,
    read_decisions,
    read_lineage,
    write_build,
)
from timeline.times import CaseEvents, Tagger, case_events, counts_time, sure_enough, with_conflicts

# Called with the stage's name, how much of it is done and how much there is (0: not known yet).
Progress = Callable[[str, int, int], None]
# Languages the lexicon knows; an article in another one is kept, said to be so, and not coded.
CODED_LANGUAGES = frozenset({"en", "und"})
# Articles handed over at a time when one process reads them all: small, so that progress moves.
_SMALL_BATCH = 10


def no_progress(stage: str, done: int, total: int) -> None:
    """Say nothing."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One article as read: its dating and every act it reports; `asks` if other articles may date more of it."""

    article: Article
    mentions: tuple[Mention, ...]
    asks: bool = False


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build holds; `fresh` is False where nothing had changed.

    `notices` name decisions that were not followed; `chains` are walks of act and answer, longest first.
    """

    build_id: str
    articles: int = 0
    rejects: tuple[Reject, ...] = ()
    mentions: int = 0
    events: int = 0
    notices: tuple[str, ...] = ()
    chains: tuple[tuple[str, ...], ...] = ()
    fresh: bool = True


class Reader:
    """Everything that reads text, made once from the lexicon and used for any number of articles."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.tagger = Tagger(lexicon.time_words, lexicon.anchors, lexicon.actors.persons.values())
        places = PlaceFinder(lexicon.places)
        self.coder = Coder(lexicon.actors, lexicon.actions, lexicon.types, lexicon.status, places)

    def read(self, article: Article, case: CaseEvents | None = None) -> Reading:
        """Date the article where nothing else did, tag its times and code its sentences.

        With the events of its case it is read again: what it counts from them is dated, and itself if it was not.
        """
        tagger = self.tagger if case is None else self.tagger.with_case(case.seen_from(article.id))
        sentences = split_sentences(article)
        if _is_undated(article):
            article = replace(article, published=_narrower(tagger.date_article(sentences), article.published))
        if article.language not in CODED_LANGUAGES:
            return Reading(article, ())
        spans = [Span(s.start, s.end) for s in sentences]
        known = replace(article, published=sure_enough(article.published))
        expressions = tagger.tag(article.text, document_date=known.published.interval, spans=spans)
        anchors = [hit for s in sentences for hit in tagger.find_anchors(s.text, offset=s.start)]
        mentions = self.coder.code_article(known, sentences, expressions, anchors)
        article = replace(article, published=with_conflicts(article.published, mentions, anchors))
        return Reading(article, mentions, asks=_is_undated(article) or counts_time(article.text))


def _narrower(found: Publication, known: Publication) -> Publication:
    """The publication found now, unless the one known before says more."""
    if known.interval is None or (found.interval is not None and found.interval.days <= known.interval.days):
        return found
    return known


def _is_undated(article: Article) -> bool:
    return article.published.basis in ("inferred", "unknown")


@lru_cache(maxsize=2)
def reader_for(lexicon_dirs: tuple[Path, ...]) -> Reader:
    """The reader of the shipped lexicon with additions; one a process, because making it takes a second.

    Raises:
        LexiconError: naming the bad cell of a table.
    """
    return Reader(load_lexicon(LEXICON_DIR, lexicon_dirs))


def _read_batch(
    articles: tuple[Article, ...], lexicon_dirs: tuple[Path, ...], case: CaseEvents | None
) -> tuple[Reading, ...]:
    reader = reader_for(lexicon_dirs)
    return tuple(reader.read(article, case) for article in articles)


def read_articles(
    articles: Iterable[Article],
    *,
    lexicon_dirs: tuple[Path, ...] = (),
    processes: int = 1,
    case: CaseEvents | None = None,
) -> Iterator[Reading]:
    """Readings in the order of `articles`, whatever the number of processes."""
    size = BATCH_ARTICLES if processes > 1 else _SMALL_BATCH
    read_batch = partial(_read_batch, lexicon_dirs=lexicon_dirs, case=case)
    for readings in map_batches(read_batch, in_batches(articles, size), processes=processes):
        yield from readings


def build_case(
    case: Case, *, progress: Progress = no_progress, processes: int | None = None, force: bool = False
) -> BuildReport:
    """Read, code, merge and publish a case; nothing is done when the inputs have not changed.

    Raises:
        LexiconError, DecisionError, BuildError: naming what stopped it; the build before stays the current one.
    """
    build_id = make_build_id(fingerprints(case))
    if not force and current_build_id(case.folder) == build_id:
        return BuildReport(build_id, fresh=False)
    articles, rejects = _collect(case, progress)
    readings = _read_all(articles, case, processes, progress)
    mentions = sum(len(reading.mentions) for reading in readings)
    progress("merging reports", 0, mentions)
    merged = _merge(readings, case)
    again = _read_again(readings, merged.events, case, processes)
    if again != readings:
        readings, merged = again, _merge(again, case)
    mentions = sum(len(reading.mentions) for reading in readings)
    progress("merging reports", mentions, mentions)
    dated = tuple(reading.article for reading in readings)
    lineage = read_lineage(case.folder)
    moved = redirects_since(lineage.mentions, lineage.redirects, merged.events)
    contents = BuildContents(
        events=add_inferred_responses(merged.events, reader_for(case.lexicons).lexicon.weights),
        articles=dated,
        rejects=tuple(rejects),
        redirects=tuple(sorted((dict(moved) | dict(merged.redirects)).items())),
        phases=find_phases(merged.events),
        info=_build_info(case),
    )
    progress("writing the build", 0, 1)
    write_build(case.folder, contents, build_id=build_id)
    progress("writing the build", 1, 1)
    return BuildReport(
        build_id=build_id,
        articles=len(dated),
        rejects=tuple(rejects),
        mentions=mentions,
        events=len(merged.events),
        notices=merged.notices,
        chains=_told_chains(merged.events),
    )


def _merge(readings: Sequence[Reading], case: Case) -> Merged:
    lexicon = reader_for(case.lexicons).lexicon
    return merge_mentions(
        [mention for reading in readings for mention in reading.mentions],
        tuple(reading.article for reading in readings),
        weights=lexicon.weights,
        types=lexicon.types,
        decisions=read_decisions(case.decisions),
    )


def _read_again(readings: list[Reading], events: Sequence[Event], case: Case, processes: int | None) -> list[Reading]:
    """The readings, those anew that count time from an event of another article or are undated and refer to one.

    The events are those of the first merge and never of this one, so that no date rests on itself.
    """
    if not any(reading.asks for reading in readings):
        return readings
    reader = reader_for(case.lexicons)
    known = case_events(events, (reading.article for reading in readings), reader.lexicon.actions)
    asking = [
        n
        for n, reading in enumerate(readings)
        if reading.asks
        and reader.tagger.needs(
            known.seen_from(reading.article.id), reading.article.text, undated=_is_undated(reading.article)
        )
    ]
    articles = [readings[n].article for n in asking]
    read = read_articles(articles, lexicon_dirs=case.lexicons, processes=_workers(articles, processes), case=known)
    anew = dict(zip(asking, read, strict=True))
    return [anew.get(n, reading) for n, reading in enumerate(readings)]


def _told_chains(events: Sequence[Event]) -> tuple[tuple[str, ...], ...]:
    """The walks of act and answer, each event by its date and label, the longest walk first."""
    told = {event.id: f"{event.when.edtf or 'undated'} {event.label}" for event in events}
    walks = (tuple(told[event_id] for event_id in walk) for walk in find_chains(events))
    return tuple(sorted(walks, key=lambda walk: (-len(walk), walk)))


def is_current(case: Case) -> bool:
    """Whether the published build was made of the case as it is now, by the code as it is now."""
    return current_build_id(case.folder) == make_build_id(fingerprints(case))


def _collect(case: Case, progress: Progress) -> tuple[list[Article], list[Reject]]:
    """Every file of the case as an article or a reject; original bytes are kept under their SHA-256."""
    paths = list(article_files(case))
    for number, path in enumerate(paths, 1):
        if path.stat().st_size <= MAX_ARTICLE_BYTES:
            store_original(path.read_bytes(), case.originals)
        progress("keeping originals", number, len(paths))
    articles: list[Article] = []
    rejects: list[Reject] = []
    numbers = count(1)
    for item in read_folder(
        case.articles,
        furniture=reader_for(case.lexicons).lexicon.furniture,
        on_file=lambda _name: progress("reading files", next(numbers), len(paths)),
        skip=NOT_ARTICLES,
    ):
        if isinstance(item, Article):
            articles.append(item)
        else:
            rejects.append(item)
    return list(mark_copies(articles, reader_for(case.lexicons).lexicon.weights)), rejects


def _workers(articles: Sequence[Article], processes: int | None) -> int:
    return processes or min(os.cpu_count() or 1, 1 + len(articles) // (2 * BATCH_ARTICLES))


def _read_all(articles: Sequence[Article], case: Case, processes: int | None, progress: Progress) -> list[Reading]:
    readings: list[Reading] = []
    progress("finding events", 0, len(articles))
    for reading in read_articles(articles, lexicon_dirs=case.lexicons, processes=_workers(articles, processes)):
        readings.append(reading)
        progress("finding events", len(readings), len(articles))
    return readings


def _build_info(case: Case) -> dict[str, str]:
    return {
        "title": case.title,
        "description": case.description,
        "timezone": case.timezone,
        "licence": case.licence,
        "default_view": case.default_view,
        "languages": ", ".join(case.languages),
    }
