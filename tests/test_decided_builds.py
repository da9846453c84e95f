"""What people decided outlives every build: rebuilt, replayed from nothing, built again and again, killed."""

import json
import subprocess
import sys
from datetime import UTC, date, datetime

import pytest
from typer.testing import CliRunner

from timeline.access import Visitor
from timeline.case import read_case
from timeline.cli import app, main
from timeline.downloads import export_build
from timeline.errors import ConflictError, DecisionError
from timeline.model import (
    PHASES,
    Access,
    DateInterval,
    Decision,
    PhaseDays,
    add_phase,
    rename_phase,
    ruling_change,
)
from timeline.pipeline import build_case
from timeline.rebuilding import build_on_request
from timeline.reviewing import record, undo
from timeline.settings import ROOT
from timeline.store import append_decision, current_build_id, list_builds, open_build, recent_builds, table

ADA = Visitor(local="Ada", near=True)
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
REPORTS = {
    "a.txt": "Iran launched missiles at Israel on 1 May 2024. Seven people were killed.\n",
    "b.txt": "Israel struck Iran on 3 May 2024. Russia condemned the attack on 4 May 2024.\n",
}
TABLES = ("events", "mention", "evidence", "redirect", "decision", "near_miss")


@pytest.fixture
def case(tmp_path):
    """A built case of a few events."""
    for name, words in REPORTS.items():
        (tmp_path / name).write_text(words, encoding="utf-8")
    build_case(read_case(tmp_path))
    return read_case(tmp_path)


def events_of(folder, *names):
    with open_build(folder) as build:
        return build.fetch(table("events").select("event_id", *names)).to_pylist()


def reports_of(folder, *event_ids):
    with open_build(folder) as build:
        rows = build.fetch(table("mention").select("event_id", "mention_id")).to_pylist()
    return [row["mention_id"] for row in rows if row["event_id"] in event_ids]


def decide(case, verdict, *event_ids, version="", **change):
    return record(
        case.folder, ADA, verdict=verdict, subjects=reports_of(case.folder, *event_ids), version=version, now=NOW,
        change=change, why="Both say so.", event=event_ids[0] if event_ids else "",
    )  # fmt: skip


def everything(folder):
    with open_build(folder) as build:
        return {name: build.fetch(table(name)).to_pylist() for name in TABLES}


def test_a_decision_is_in_the_next_build_and_its_downloads(case):
    """The event is as the person said, and every file says who said it."""
    first = events_of(case.folder)[0]["event_id"]
    made = decide(case, "edit", first, place="Harbour")
    build_case(case)
    (row,) = [row for row in events_of(case.folder, "place", "reviewed", "version") if row["event_id"] == first]
    assert (row["place"], row["reviewed"], row["version"]) == ("Harbour", "edit", made.id)
    lines = [json.loads(line) for line in export_build(case.folder, "jsonl").splitlines()]
    reviewed = {line["event_id"]: line["reviewed"] for line in lines}
    assert reviewed[first] == {"decision": "edit", "by": "Ada", "when": made.when, "why": "Both say so."}
    assert all(review is None for event_id, review in reviewed.items() if event_id != first)


def phases_of(folder):
    with open_build(folder) as build:
        rows = build.fetch(table("phase")).to_pylist()
        return rows, build.info["phases_version"]


def decide_phases(case, ruling, version):
    return record(
        case.folder, ADA, verdict="phase", subjects=(PHASES,), version=version, now=NOW, change=ruling_change(ruling),
        why="So it is called.",
    )  # fmt: skip


def test_a_phase_that_a_person_set_outlives_every_build_and_can_be_taken_back(case):
    """It stands in the next build and in one made from nothing, with who set it; after an undo the proposal is back."""
    proposed, version = phases_of(case.folder)
    (row,) = proposed
    assert (row["decision_id"], version) == ("", "")
    named = rename_phase(PhaseDays(days=DateInterval(row["date_start"], row["date_end"])), "May")
    made = decide_phases(case, named, version)
    build_case(case)
    (row,), version = phases_of(case.folder)
    assert (row["name"], row["decided_by"], row["decision_id"], version) == ("May", "Ada", made.id, made.id)
    (case.folder / "c.txt").write_text("Iran struck Israel on 30 May 2024.\n", encoding="utf-8")
    build_case(case)
    rows, _ = phases_of(case.folder)
    assert "May" in {row["name"] for row in rows}
    undo(case.folder, ADA, made, now=NOW)
    build_case(case)
    rows, version = phases_of(case.folder)
    assert {row["decision_id"] for row in rows} == {""}
    assert version not in ("", made.id)
    with open_build(case.folder) as build:
        states = build.fetch(table("decision").order_by("number")).to_pylist()
    assert [(one["verdict"], one["state"]) for one in states] == [("phase", "undone"), ("undo", "stands")]


def test_the_second_of_two_who_change_the_phases_gets_a_conflict(case):
    """They are one picture: whoever changes it has seen all of it; events are none of its business."""
    decide(case, "accept", events_of(case.folder)[0]["event_id"])
    first, second = (add_phase(date(year, 1, 1), date(year, 12, 31), "") for year in (2023, 2024))
    decide_phases(case, first, "")
    with pytest.raises(ConflictError):
        decide_phases(case, second, "")


def test_a_line_on_phases_that_means_nothing_is_refused_and_flagged(case):
    """By whoever writes, and by the build where a hand wrote it."""
    with pytest.raises(DecisionError, match="means no phases"):
        record(case.folder, ADA, verdict="phase", subjects=(PHASES,), version="", now=NOW, change={"act": "add"})
    draft = Decision(id="", verdict="phase", subjects=(PHASES,), who="Ada", when=NOW.isoformat(), change=(("a", "b"),))
    append_decision(case.decisions, draft, Access(name="Ada", may_edit=True, ground="local"))
    report = build_case(case)
    assert "on phases cannot be read" in " ".join(report.notices)


def test_deleting_the_builds_and_replaying_gives_the_same_build(case):
    """Same id, same rows, redirects of ids that only a deleted build had published too."""
    ids = [row["event_id"] for row in events_of(case.folder)]
    decide(case, "merge", *ids[:2])
    report = build_case(case)
    before = everything(case.folder)
    assert before["redirect"]
    for path in (case.folder / "builds").glob("*.duckdb"):
        path.unlink()
    assert build_case(case).build_id == report.build_id
    assert everything(case.folder) == before


def test_a_link_to_an_id_that_was_merged_still_arrives(case):
    """The old id leads to the event that holds its reports, and to itself again once the merge is taken back."""
    ids = [row["event_id"] for row in events_of(case.folder)][:2]
    made = decide(case, "merge", *ids)
    build_case(case)
    living = {row["event_id"] for row in events_of(case.folder)}
    (gone,) = set(ids) - living
    with open_build(case.folder) as build:
        redirects = {row["old_id"]: row["event_id"] for row in build.fetch(table("redirect")).to_pylist()}
    assert redirects[gone] in living
    record(case.folder, ADA, verdict="undo", subjects=(made.id,), version=made.id, now=NOW)
    build_case(case)
    with open_build(case.folder) as build:
        assert build.fetch(table("redirect")).to_pylist() == []


def test_what_was_read_is_not_read_again_and_that_does_not_show(case):
    """A builder that keeps its readings gives the build that a new process gives."""
    kept = {}
    build_case(case, kept=kept, force=True)
    assert {article.name for article in kept} == set(REPORTS)
    decide(case, "accept", events_of(case.folder)[0]["event_id"])
    build_case(case, kept=kept)
    found = everything(case.folder)
    (case.folder / "builds" / f"{current_build_id(case.folder)}.duckdb").unlink()
    build_case(case)
    assert everything(case.folder) == found


def test_a_builder_answers_each_request(case):
    """A build a line; what stops one does not stop the next."""
    answers = build_on_request(case.folder, iter(["build\n"] * 3), lambda *_: None)
    assert next(answers).fresh is False
    (case.folder / "decisions.jsonl").write_text("broken\n", encoding="utf-8")
    assert "decisions.jsonl:1" in str(next(answers))
    (case.folder / "decisions.jsonl").unlink()
    assert next(answers).build_id == current_build_id(case.folder)


def test_the_command_answers_requests_with_lines(case):
    """As the screens ask it."""
    answer = CliRunner().invoke(app, ["build", str(case.folder), "--on-request"], input="build\nbuild\n")
    lines = [json.loads(line) for line in answer.stdout.splitlines()]
    assert [line["build_id"] for line in lines if "build_id" in line] == [current_build_id(case.folder)] * 2


def test_the_last_builds_are_kept(case, monkeypatch):
    """So many, the newest first; the current one always."""
    monkeypatch.setattr("timeline.store._publish.KEPT", 3)
    event_id = events_of(case.folder)[0]["event_id"]
    version = ""
    for number in range(4):
        version = decide(case, "edit", event_id, version=version, killed=str(number)).id
        build_case(case)
    assert len(list_builds(case.folder)) == 3
    assert recent_builds(case.folder)[0] == current_build_id(case.folder)


def test_changes_tells_what_a_decision_did(case, capsysbinary):
    """As CSV and as JSON, against the build before or a named one."""
    first = current_build_id(case.folder)
    event_id = events_of(case.folder)[0]["event_id"]
    decide(case, "edit", event_id, place="Harbour")
    build_case(case)
    assert main_of("changes", case.folder, "--format", "json") == 0
    (change,) = json.loads(capsysbinary.readouterr().out)
    assert (change["kind"], change["event_id"]) == ("changed", event_id)
    assert dict(zip(change["fields"], change["after"], strict=True))["place"] == "Harbour"
    assert main_of("changes", case.folder, first, current_build_id(case.folder)) == 0
    assert b'"changed"' in capsysbinary.readouterr().out


def test_changes_without_a_build_before_says_so(case, capsys):
    """One build has nothing to be compared with."""
    assert main_of("changes", case.folder) == 1
    assert "no build before" in capsys.readouterr().err


def main_of(*arguments):
    try:
        return main([str(argument) for argument in arguments])
    except SystemExit as ended:
        return ended.code or 0


def test_check_cuts_a_torn_line_and_names_a_broken_one(case, capsys):
    """The first was never acknowledged; the second is a person's to mend, and is joined anew on request."""
    event_ids = [row["event_id"] for row in events_of(case.folder)]
    for event_id in event_ids:
        decide(case, "accept", event_id)
    log = case.folder / "decisions.jsonl"
    whole = log.read_bytes()
    log.write_bytes(whole + b'{"when": ')
    assert main_of("check", case.folder) == 0
    assert "unfinished" in capsys.readouterr().err
    assert log.read_bytes() == whole
    lines = whole.splitlines(keepends=True)
    log.write_bytes(b"".join(lines[1:]))
    assert main_of("check", case.folder) == 1
    assert "decisions.jsonl:1" in capsys.readouterr().err
    assert main_of("check", case.folder, "--relink") == 0
    assert len(log.read_bytes().splitlines()) == len(event_ids) - 1


def test_a_process_that_decides_and_builds_can_be_killed_any_time(tmp_path):
    """Twenty-five kills at random moments: nothing acknowledged is lost, no build is half made."""
    command = [sys.executable, str(ROOT / "bench" / "crash.py"), "25", "3"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 lost; every build whole" in done.stdout
