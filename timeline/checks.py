"""What `check` says of a case: settings, lexicon, articles, decisions and build, each fine or named as wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.case import CASE_FILE, DECISIONS_FILE, NOT_ARTICLES, Case, read_case
from timeline.errors import TimelineError
from timeline.ingest import read_folder
from timeline.model import Reject
from timeline.pipeline import is_current
from timeline.queries import list_candidates, list_decisions
from timeline.reading import parser_in_use, reader_for
from timeline.store import current_build_id, open_build, read_decisions, read_saved, repair_decisions

# Unknown names that are listed.
_NAMES = 10


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; `fine` is False where a person has to mend something."""

    subject: str
    text: str
    fine: bool = True


def check_case(folder: Path) -> Iterator[Finding]:
    """Look at every part of a case; a part that is broken never hides the next one."""
    try:
        case = read_case(folder)
    except TimelineError as error:
        yield Finding(error.subject, error.problem, fine=False)
        return
    yield Finding(CASE_FILE, f"“{case.title}”, time zone {case.timezone}")
    for look in (_check_lexicon, _check_articles, _check_decisions, _check_saved, _check_build):
        try:
            yield from look(case)
        except TimelineError as error:
            yield Finding(error.subject, error.problem, fine=False)


def _check_lexicon(case: Case) -> Iterator[Finding]:
    lexicon = reader_for(case.lexicons, parse=case.parse).lexicon
    added = ", ".join(path.name for path in case.lexicons) or "nothing"
    yield Finding("lexicon", f"every table is valid; {len(lexicon.anchors)} anchors; this case adds: {added}")
    parser = parser_in_use(parse=case.parse)
    yield Finding("parser", f"{parser} gives a second opinion" if parser else "none: the rules read alone")


def _check_articles(case: Case) -> Iterator[Finding]:
    furniture = reader_for(case.lexicons, parse=case.parse).lexicon.furniture
    articles = 0
    for item in read_folder(case.articles, furniture=furniture, skip=NOT_ARTICLES):
        if isinstance(item, Reject):
            yield Finding(item.name, item.reason, fine=False)
        else:
            articles += 1
    yield Finding("articles", f"{articles} can be read", fine=articles > 0)


def _check_decisions(case: Case) -> Iterator[Finding]:
    mended = repair_decisions(case.decisions)
    if mended:
        yield Finding(DECISIONS_FILE, mended)
    decisions = read_decisions(case.decisions)
    yield Finding("decisions", f"{len(decisions)} decisions, the chain is whole")


def _check_saved(case: Case) -> Iterator[Finding]:
    shelf = read_saved(case.saved)
    for problem in shelf.problems:
        where, _, what = problem.partition(" ")
        yield Finding(where, f"{what}; the other lines are read", fine=False)
    yield Finding("saved", f"{len(shelf.items)} views and stories")


def _check_build(case: Case) -> Iterator[Finding]:
    build_id = current_build_id(case.folder)
    if build_id is None:
        yield Finding("build", "there is none yet; `build` makes it")
        return
    with open_build(case.folder, build_id) as build:
        state = "current" if is_current(case) else "older than its inputs; `build` renews it"
        yield Finding("build", f"{build_id} opens and is {state}")
        decided = list_decisions(build)
    for problem in decided["problem"][decided["problem"] != ""]:
        # The decision is kept and shown; whether to undo it is for a person to say.
        yield Finding("decisions", str(problem))
    yield from _check_names(case, build_id)


def _check_names(case: Case, build_id: str) -> Iterator[Finding]:
    """Names that act and that the lexicon does not know: worth a look, nothing wrong."""
    with open_build(case.folder, build_id) as build:
        names = list_candidates(build)
    if names.empty:
        yield Finding("names", "the lexicon knows everyone who acts")
        return
    yield Finding("names", f"{len(names)} that act are not in the lexicon; lines to add, the most frequent first:")
    for row in names.head(_NAMES).to_dict("records"):
        yield Finding(f"lexicon/{row['file']}", str(row["line"]))
