"""The one place that composes the rooms: articles become mentions, mentions events, events a published build."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.case import Case
from timeline.coding import gather_candidates
from timeline.engine import Engine, LocalEngine
from timeline.errors import BuildError
from timeline.escalation import find_chains, find_phases
from timeline.inputs import build_id as make_id
from timeline.inputs import collect_articles
from timeline.merge import (
    Merged,
    add_inferred_responses,
    mark_copies,
    merge_mentions,
    redirects_of,
    standing_decisions,
)
from timeline.model import PHASES, Article, Candidate, Event, Reject, version_of
from timeline.reading import Reader, Reading, is_undated, parser_in_use, read_articles, reader_for
from timeline.settings import BATCH_ARTICLES
from timeline.steps import Progress, no_progress
from timeline.store import (
    BuildContents,
    Log,
    count_articles,
    current_build_id,
    read_lineage,
    read_log,
    read_retired,
    repair_decisions,
    retire,
    write_build,
)
from timeline.times import CaseEvents, case_events

# Readings by the article as it was received.
Kept = dict[Article, Reading]
# Text of a case whose readings are kept in memory between two builds; a larger one is read anew.
MOST_KEPT_CHARS = 30_000_000


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
    case: Case, *, progress: Progress = no_progress, engine: Engine | None = None, force: bool = False,
    kept: Kept | None = None,
) -> BuildReport:  # fmt: skip
    """Read, code, merge and publish a case; nothing is done when the inputs have not changed.

    `engine` reads the articles; by default this machine does, with as many processes as their number asks.
    `kept` are readings of a build before, by the article as it was received; articles in it are not read again, and
    it is brought up to date. Only whoever knows that lexicon and code are the same may hand it over.

    Raises:
        LexiconError, ParserError, DecisionError, BuildError: naming what stopped it; the build before stays current.
            One of them: a case whose articles are all gone is not published without `force`.
    """
    mended = repair_decisions(case.decisions)
    log = read_log(case.decisions)  # once: what somebody decides from here on is for the next build
    build_id = make_id(case, log, read_retired(case.retired))
    if not force and current_build_id(case.folder) == build_id:
        return BuildReport(build_id, fresh=False)
    lexicon = _reader_of(case).lexicon
    received, rejects = collect_articles(case, lexicon.furniture, progress)
    if not received and not force:
        _check_never_filled(case)
    articles = tuple(mark_copies(received, lexicon.weights))
    read_once = _read_all(articles, case, engine, progress, {} if kept is None else kept)
    readings, merged = _merge_twice(read_once, case, log, engine, progress)
    retired = retire(case.retired, read_lineage(case.folder), (event.id for event in merged.events))
    contents = BuildContents(
        events=add_inferred_responses(merged.events, lexicon.weights),
        articles=tuple(reading.article for reading in readings),
        rejects=tuple(rejects),
        candidates=gather_candidates(name for reading in readings for name in reading.names),
        redirects=tuple(sorted((dict(merged.redirects) | dict(redirects_of(retired, merged.events))).items())),
        outcomes=merged.outcomes,
        near_misses=merged.near_misses,
        phases=find_phases(merged.events, standing_decisions(log.decisions)),
        info=case.info()
        | {"parser": parser_in_use(parse=case.parse), "phases_version": version_of(log.decisions, (PHASES,))},
    )
    build_id = make_id(case, log, retired)  # with the ids that this build retires
    progress("writing the build", 0, 1)
    write_build(case.folder, contents, build_id=build_id)
    progress("writing the build", 1, 1)
    mentions = sum(len(reading.mentions) for reading in readings)
    return _report(build_id, contents, mentions, tuple(filter(None, (mended, *merged.notices))))


def _check_never_filled(case: Case) -> None:
    """Raise where the case has lost all its articles: a folder not mounted or moved is no wish for an empty build."""
    published = count_articles(case.folder)
    if published:
        raise BuildError(
            case.articles.name,
            f"holds no readable article any more; the build before, of {published}, stays."
            " Put them back, or publish an empty build with `build --force`",
        )


def _report(build_id: str, contents: BuildContents, mentions: int, notices: tuple[str, ...]) -> BuildReport:
    return BuildReport(
        build_id=build_id,
        articles=len(contents.articles),
        rejects=contents.rejects,
        mentions=mentions,
        events=len(contents.events),
        notices=notices,
        candidates=contents.candidates,
        chains=_told_chains(contents.events),
    )


def _merge_twice(
    readings: list[Reading], case: Case, log: Log, engine: Engine | None, progress: Progress
) -> tuple[list[Reading], Merged]:
    """The events, and the readings they are made of: those that other articles help to date are read once more."""
    mentions = sum(len(reading.mentions) for reading in readings)
    progress("merging reports", 0, mentions)
    merged = _merge(readings, case, log)
    again = _read_again(readings, merged.events, case, engine)
    if again != readings:
        readings, merged = again, _merge(again, case, log)
    mentions = sum(len(reading.mentions) for reading in readings)
    progress("merging reports", mentions, mentions)
    return readings, merged


def _merge(readings: Sequence[Reading], case: Case, log: Log) -> Merged:
    lexicon = _reader_of(case).lexicon
    return merge_mentions(
        [mention for reading in readings for mention in reading.mentions],
        tuple(reading.article for reading in readings),
        weights=lexicon.weights,
        types=lexicon.types,
        decisions=log.decisions,
    )


def _read_again(readings: list[Reading], events: Sequence[Event], case: Case, engine: Engine | None) -> list[Reading]:
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
    read = _read_case(articles, case, engine, known)
    anew = dict(zip(asking, read, strict=True))
    return [anew.get(n, reading) for n, reading in enumerate(readings)]


def _told_chains(events: Sequence[Event]) -> tuple[tuple[str, ...], ...]:
    """The walks of act and answer, each event by its date and label, the longest walk first."""
    told = {event.id: f"{event.when.edtf or 'undated'} {event.label}" for event in events}
    walks = (tuple(told[event_id] for event_id in walk) for walk in find_chains(events))
    return tuple(sorted(walks, key=lambda walk: (-len(walk), walk)))


def is_current(case: Case) -> bool:
    """Whether the published build was made of the case as it is now, by the code as it is now."""
    made_of = make_id(case, read_log(case.decisions), read_retired(case.retired))
    return current_build_id(case.folder) == made_of


def _reader_of(case: Case) -> Reader:
    return reader_for(case.lexicons, parse=case.parse)


def _read_case(
    articles: Sequence[Article], case: Case, engine: Engine | None, known: CaseEvents | None = None
) -> Iterator[Reading]:
    engine = engine or LocalEngine(min(os.cpu_count() or 1, 1 + len(articles) // (2 * BATCH_ARTICLES)))
    return read_articles(articles, lexicon_dirs=case.lexicons, engine=engine, case=known, parse=case.parse)


def _read_all(
    articles: Sequence[Article], case: Case, engine: Engine | None, progress: Progress, kept: Kept
) -> list[Reading]:
    unread = [article for article in articles if article not in kept]
    progress("finding events", 0, len(unread))
    found = dict(kept)
    fresh = _read_case(unread, case, engine)
    for number, (article, reading) in enumerate(zip(unread, fresh, strict=True), 1):
        found[article] = reading
        progress("finding events", number, len(unread))
    kept.clear()
    if sum(len(article.text) for article in articles) <= MOST_KEPT_CHARS:
        kept.update((article, found[article]) for article in articles)
    return [found[article] for article in articles]
