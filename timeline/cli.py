"""The command line: `tag`, `code`, `extract`, `cluster`, `add`, `build`, `export`, `changes`, `check`, `serve`."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

from timeline import downloads, serving
from timeline.case import read_case
from timeline.checks import check_case
from timeline.engine import Engine, LocalEngine
from timeline.errors import ArticleError, ExportError, RecordError, TimelineError
from timeline.intake import add_articles
from timeline.jobs import run_job
from timeline.lexicon import load_lexicon
from timeline.merge import cluster_records
from timeline.model import Access
from timeline.pipeline import BuildReport, build_case
from timeline.progress import CONSOLE, bars, json_lines, say_json, say_report, track
from timeline.reading import reader_for
from timeline.rebuilding import build_on_request
from timeline.records import read_lines, write_line
from timeline.settings import DEFAULT_CASE, LEXICON_DIR, MAX_ZIP_BYTES
from timeline.spark import SparkEngine
from timeline.store import relink_decisions
from timeline.streams import code_line, extract_line, tag_line

app = typer.Typer(
    name="timeline",
    help=(
        "Turn news articles into a dated, directed, merged timeline of conflict events, with its evidence.\n\n"
        "To see your own articles: put them in a folder, then `build FOLDER` and `serve FOLDER`."
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

JsonLines = Annotated[
    typer.FileText, typer.Option("--jsonl", help="Lines to read; - for standard input.", encoding="utf-8")
]
Parse = Annotated[
    bool, typer.Option(help="Ask the dependency parser, where one is installed (`make parse`), for a second opinion.")
]
CaseFolder = Annotated[Path, typer.Argument(help="A case folder, or a plain folder of articles.")]


def _convert(
    source: TextIO, convert: Callable[[Mapping[str, Any], str], Mapping[str, Any] | list[Any]], stage: str
) -> None:
    """Write what `convert` makes of each line; a bad line is named on standard error and the rest goes on."""
    bad = 0
    for subject, record in track(read_lines(source, getattr(source, "name", "input")), stage):
        try:
            if isinstance(record, RecordError):
                raise record
            made = convert(record, subject)
        except TimelineError as error:
            bad += 1
            CONSOLE.print(f"error: {error}", markup=False, soft_wrap=True)
            continue
        for line in made if isinstance(made, list) else [made]:
            write_line(line, sys.stdout)
    if bad:
        CONSOLE.print(f"{bad} line{'s' if bad > 1 else ''} could not be read; the others were.", markup=False)
        raise typer.Exit(1)


@app.command()
def tag(
    jsonl: JsonLines,
    narrative: Annotated[
        bool | None,
        typer.Option(help="Read as a history (times count from the last one mentioned) or as news; else found out."),
    ] = None,
) -> None:
    """Find and resolve time expressions (TIMEX3).

    In: {"doc", "dct", "text"} a line. Out: one line an expression, with doc, start, end, text, type, value,
    date_start, date_end and rule.
    """
    reader = reader_for(())
    _convert(jsonl, lambda record, subject: tag_line(reader, record, subject, narrative=narrative), "tagging")


@app.command()
def code(jsonl: JsonLines, parse: Parse = False) -> None:
    """Code single sentences: who did what to whom, and did it happen.

    In: {"id", "date", "text"} a line. Out: {"id", "events": [...]} a line.
    """
    reader = reader_for((), parse=parse)
    _convert(jsonl, lambda record, subject: code_line(reader, record, subject), "coding")


@app.command()
def extract(jsonl: JsonLines, parse: Parse = False) -> None:
    """Read whole articles: their date, and every event with its evidence.

    In: {"id", "published": ISO date or null, "title", "url", "text"} a line. Out: one line an article.
    """
    reader = reader_for((), parse=parse)
    _convert(jsonl, lambda record, subject: extract_line(reader, record, subject), "reading articles")


@app.command()
def cluster(jsonl: JsonLines) -> None:
    """Group mentions from any coder into events, with the reason.

    In: {"id", "doc", "date", "text", "trigger"} and optionally type, actors, place. Out: {"id", "cluster", "because"}.
    """
    weights = load_lexicon(LEXICON_DIR).weights
    records = [record for _, record in read_lines(jsonl, jsonl.name) if not isinstance(record, RecordError)]
    for line in cluster_records(records, weights):
        write_line(line, sys.stdout)


@app.command()
def add(
    case: CaseFolder,
    files: Annotated[list[Path], typer.Argument(help="Articles, ZIPs of articles, folders of both.")],
) -> None:
    """Copy articles into a case, for the next `build`; says what became of each. Ends with 1 if one was refused."""
    refused = 0
    access = Access(name=getpass.getuser(), may_edit=True, ground="local")
    for one in add_articles(case, access, _payloads(files), now=datetime.now(UTC)):
        refused += one.outcome == "refused"
        told = {"added": f"as {one.file}", "known": f"in the case already, as {one.file}", "refused": one.reason}
        CONSOLE.print(f"{one.outcome}: {one.name}: {told[one.outcome]}", markup=False, soft_wrap=True)
    if refused:
        raise typer.Exit(1)


def _payloads(paths: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file, folders opened; hidden files and links are passed over."""
    for path in paths:
        inner = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in inner:
            relative = file.relative_to(path.parent)
            if any(part.startswith(".") for part in relative.parts) or file.is_symlink() or file.is_dir():
                continue
            try:
                with file.open("rb") as opened:
                    # One byte more than any file may have: it is then refused by its size.
                    yield relative.as_posix(), opened.read(MAX_ZIP_BYTES + 1)
            except OSError as error:
                raise ArticleError(str(file), f"cannot be opened: {error.strerror}") from error


@app.command()
def build(
    case: CaseFolder,
    processes: Annotated[int | None, typer.Option(min=1, help="Worker processes; by default as the size asks.")] = None,
    spark: Annotated[
        str, typer.Option(metavar="MASTER", help="Read the articles on this Spark cluster (`make spark`), or local[2].")
    ] = "",
    force: Annotated[bool, typer.Option(help="Build even if nothing has changed.")] = False,
    progress_json: Annotated[bool, typer.Option("--progress-json", help="Progress as JSON lines.")] = False,
    on_request: Annotated[bool, typer.Option(help="A build for each line of standard input, as JSON lines.")] = False,
    beside: Annotated[bool, typer.Option(help="Say nothing; keep the state in the case, for the dashboard.")] = False,
) -> None:
    """Read a case's articles and publish a new build; the one before stays until the new one is whole."""
    if beside:
        run_job(case.resolve(), lambda progress: build_case(read_case(case), progress=progress).build_id)
        return
    if on_request:
        for made in build_on_request(case, iter(sys.stdin.readline, ""), say_json, force=force):
            say_report(made)
        return
    opened = read_case(case)
    engine = _engine(processes, spark)
    if progress_json:
        say_report(build_case(opened, progress=say_json, engine=engine, force=force))
        return
    with bars() as progress:
        report = build_case(opened, progress=progress, engine=engine, force=force)
    _tell(report)


def _engine(processes: int | None, spark: str) -> Engine | None:
    """Where articles are to be read; None leaves it to the build."""
    if spark:
        return SparkEngine(spark)
    return LocalEngine(processes) if processes else None


# Walks of act and answer that a build lists; the Event page has them all.
_CHAINS_TOLD = 5
# Unknown names that a build lists; the Sources page has more.
_NAMES_TOLD = 5


def _tell(report: BuildReport) -> None:
    if not report.fresh:
        CONSOLE.print(f"Nothing has changed: build {report.build_id} is current.", markup=False)
        return
    CONSOLE.print(
        f"Build {report.build_id}: {report.articles} articles, {report.mentions} reports, {report.events} events.",
        markup=False,
    )
    for chain in report.chains[:_CHAINS_TOLD]:
        CONSOLE.print(f"answered: {' → '.join(chain)}", markup=False, soft_wrap=True)
    for name in report.candidates[:_NAMES_TOLD]:
        told = f"unknown name: {name.name} ({name.n} times in {name.n_articles} articles)"
        CONSOLE.print(f"{told}; to add it to lexicon/{name.file}: {name.line}", markup=False, soft_wrap=True)
    for reject in report.rejects:
        CONSOLE.print(f"not read: {reject.name}: {reject.reason}", markup=False, soft_wrap=True)
    for notice in report.notices:
        CONSOLE.print(f"notice: {notice}", markup=False, soft_wrap=True)


@app.command()
def export(
    case: CaseFolder,
    format: Annotated[str, typer.Option(help=f"One of {', '.join(downloads.FORMATS)}.")] = "csv",
    output: Annotated[Path | None, typer.Option(help="File to write; standard output by default.")] = None,
    view: Annotated[str, typer.Option(help="A view's stable address (Download menu), or its part after '?'.")] = "",
    build_id: Annotated[str, typer.Option("--build", help="Id of the build; by default the current one.")] = "",
    beside: Annotated[bool, typer.Option(help="With --output: say each step in JSON, for the dashboard.")] = False,
) -> None:
    """Write the merged events of a case's build."""
    with json_lines() if beside else bars() as progress:
        payload = downloads.export_build(read_case(case).folder, format, view, build_id=build_id, progress=progress)
        if output is None:
            sys.stdout.buffer.write(payload)
            return
        try:
            output.write_bytes(payload)
        except OSError as error:
            raise ExportError(str(output), f"cannot be written: {error.strerror}") from error
    CONSOLE.print(f"Wrote {output} ({len(payload):,} bytes).", markup=False)


@app.command()
def changes(
    case: CaseFolder,
    old: Annotated[str, typer.Argument(help="Id of the earlier build; by default the one before the later.")] = "",
    new: Annotated[str, typer.Argument(help="Id of the later build; by default the current one.")] = "",
    format: Annotated[str, typer.Option(help=f"One of {', '.join(downloads.ROW_FORMATS)}.")] = "csv",
) -> None:
    """Write what differs between two builds: events added, changed, merged, split and removed, with the fields."""
    sys.stdout.buffer.write(downloads.export_changes(read_case(case).folder, format, old, new))


@app.command()
def check(
    case: CaseFolder = DEFAULT_CASE,
    relink: Annotated[bool, typer.Option(help="First join the lines of a decision log mended by hand.")] = False,
) -> None:
    """Validate a case: settings, lexicons, articles, decision log and build. Ends with 1 if something is wrong."""
    problems = 0
    if relink:
        lines = relink_decisions(read_case(case).decisions)
        CONSOLE.print(f"Joined {lines} decisions anew; the log as it was is kept beside it.", markup=False)
    for finding in check_case(case):
        problems += not finding.fine
        mark = "ok   " if finding.fine else "WRONG"
        CONSOLE.print(f"{mark} {finding.subject}: {finding.text}", markup=False, soft_wrap=True)
    if problems:
        raise typer.Exit(1)


@app.command()
def serve(
    case: CaseFolder = DEFAULT_CASE,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port on this machine.")] = 8501,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
    edit: Annotated[bool, typer.Option(help="Let whoever sits at this machine review events.")] = False,
    editor: Annotated[str, typer.Option(help="Name to decide under; by default that of your account.")] = "",
) -> None:
    """Build the case if it has changed and show it in a browser on this machine."""
    opened = read_case(case)
    with bars() as progress:
        report = build_case(opened, progress=progress)
    _tell(report)
    raise typer.Exit(
        serving.serve(opened.folder, port=port, browser=browser, editor=(editor or getpass.getuser()) if edit else "")
    )


def main(arguments: list[str] | None = None) -> int:
    """Run one command; an error of ours is one line on standard error, never a traceback."""
    try:
        app(args=arguments, standalone_mode=True)
    except TimelineError as error:
        CONSOLE.print(f"error: {error}", markup=False, soft_wrap=True)
        return 1
    return 0
