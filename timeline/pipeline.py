"""The one place that composes the rooms: articles become mentions, mentions events, events a published build."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from timeline.case import NOT_ARTICLES, Case
from timeline.coding import gather_candidates
from timeline.escalation import find_chains, find_phases
from timeline.fingerprint import article_files, fingerprints
from timeline.ingest import read_folder, store_original
from timeline.merge import Merged, add_inferred_responses, mark_copies, merge_mentions, redirects_since
from timeline.model import Article, Candidate, Event, Reject
from timeline.reading import Reader, Reading, is_undated, parser_in_use, read_articles, reader_for
from timeline.settings import BATCH_ARTICLES, MAX_ARTICLE_BYTES
from timeline.store import (
    BuildContents,
    current_build_id,
    make_build_id,
    read_decisions,
    read_lineage,
    write_build,
)
from timeline.times import CaseEvents, case_events

# Called with the stage's name, how much of it is done and how much there is (0: not known yet).
Progress = Callable[[str, int, int], None]


def no_progress(stage: str, done: int, total: int) -> None:
    """Say nothing."""


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
    candidates: tuple[Candidate, ...] = ()
    chains: tuple[tuple[str, ...], ...] = ()
    fresh: bool = True


def build_case(
    case: Case, *, progress: Progress = no_progress, processes: int | None = None, force: bool = False
) -> BuildReport:
    """Read, code, merge and publish a case; nothing is done when the inputs have not changed.

    Raises:
        LexiconError, ParserError, DecisionError, BuildError: naming what stopped it; the build before stays current.
    """
    build_id = _build_id(case)
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
    candidates = gather_candidates(name for reading in readings for name in reading.names)
    contents = BuildContents(
        events=add_inferred_responses(merged.events, _reader_of(case).lexicon.weights),
        articles=dated,
        rejects=tuple(rejects),
        candidates=candidates,
        redirects=tuple(sorted((dict(moved) | dict(merged.redirects)).items())),
        phases=find_phases(merged.events),
        info=case.info() | {"parser": parser_in_use(parse=case.parse)},
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
        candidates=candidates,
        chains=_told_chains(merged.events),
    )


def _merge(readings: Sequence[Reading], case: Case) -> Merged:
    lexicon = _reader_of(case).lexicon
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
    reader = _reader_of(case)
    known = case_events(events, (reading.article for reading in readings), reader.lexicon.actions)
    asking = [
        n
        for n, reading in enumerate(readings)
        if reading.asks
        and reader.tagger.needs(
            known.seen_from(reading.article.id), reading.article.text, undated=is_undated(reading.article)
        )
    ]
    articles = [readings[n].article for n in asking]
    read = _read_case(articles, case, processes, known)
    anew = dict(zip(asking, read, strict=True))
    return [anew.get(n, reading) for n, reading in enumerate(readings)]


def _told_chains(events: Sequence[Event]) -> tuple[tuple[str, ...], ...]:
    """The walks of act and answer, each event by its date and label, the longest walk first."""
    told = {event.id: f"{event.when.edtf or 'undated'} {event.label}" for event in events}
    walks = (tuple(told[event_id] for event_id in walk) for walk in find_chains(events))
    return tuple(sorted(walks, key=lambda walk: (-len(walk), walk)))


def is_current(case: Case) -> bool:
    """Whether the published build was made of the case as it is now, by the code as it is now."""
    return current_build_id(case.folder) == _build_id(case)


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
        furniture=_reader_of(case).lexicon.furniture,
        on_file=lambda _name: progress("reading files", next(numbers), len(paths)),
        skip=NOT_ARTICLES,
    ):
        if isinstance(item, Article):
            articles.append(item)
        else:
            rejects.append(item)
    return list(mark_copies(articles, _reader_of(case).lexicon.weights)), rejects


def _reader_of(case: Case) -> Reader:
    return reader_for(case.lexicons, parse=case.parse)


def _read_case(
    articles: Sequence[Article], case: Case, processes: int | None, known: CaseEvents | None = None
) -> Iterator[Reading]:
    workers = processes or min(os.cpu_count() or 1, 1 + len(articles) // (2 * BATCH_ARTICLES))
    return read_articles(articles, lexicon_dirs=case.lexicons, processes=workers, case=known, parse=case.parse)


def _read_all(articles: Sequence[Article], case: Case, processes: int | None, progress: Progress) -> list[Reading]:
    readings: list[Reading] = []
    progress("finding events", 0, len(articles))
    for reading in _read_case(articles, case, processes):
        readings.append(reading)
        progress("finding events", len(readings), len(articles))
    return readings


def _build_id(case: Case) -> str:
    """Names everything a build is made of, and which parser had a say."""
    return make_build_id([*fingerprints(case), f"parser {parser_in_use(parse=case.parse)}"])
