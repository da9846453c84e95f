"""The commands a person types: lines in, lines out, clear errors, no traceback."""

import json
import subprocess
import sys

import pandas as pd
import pytest
from typer.testing import CliRunner

from timeline.cli import app, main
from timeline.settings import ROOT

RUNNER = CliRunner()


def run(*arguments, lines=()):
    return RUNNER.invoke(app, [str(a) for a in arguments], input="\n".join(lines))


def records(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_tag_writes_one_line_an_expression():
    """Offsets are slices of the text, values are TIMEX3."""
    text = "Fighting broke out on 15 April 2023 in Khartoum."
    (found,) = records(run("tag", "--jsonl", "-", lines=[json.dumps({"doc": "d", "dct": "2023-04-20", "text": text})]))
    assert found["doc"] == "d"
    assert text[found["start"] : found["end"]] == found["text"] == "15 April 2023"
    assert (found["type"], found["value"]) == ("DATE", "2023-04-15")
    assert (found["date_start"], found["date_end"]) == ("2023-04-15", "2023-04-15")


def test_code_says_who_did_what_to_whom():
    """One sentence, one directed event."""
    line = {"id": "s1", "date": "2023-04-20", "text": "Ethiopia condemned Egypt."}
    (found,) = records(run("code", "--jsonl", "-", lines=[json.dumps(line)]))
    (event,) = found["events"]
    assert (found["id"], event["plover"], event["source"], event["target"]) == ("s1", "ACCUSE", "ETH", "EGY")


def test_extract_reads_an_article_and_keeps_its_sentences():
    """The article's date, and events whose text is a slice of it."""
    text = "Turkish jets bombed Kurdish positions in northern Syria on Monday, Ankara said."
    line = {"id": "a", "published": "2024-01-17", "title": "", "url": "", "text": text}
    (found,) = records(run("extract", "--jsonl", "-", lines=[json.dumps(line)]))
    assert (found["id"], found["published"], found["published_basis"]) == ("a", "2024-01-17", "given")
    assert found["events"]
    for event in found["events"]:
        assert text[event["start"] : event["end"]] == event["text"]


def test_a_bad_line_is_named_and_the_others_are_read():
    """One clear error with file and line; the exit code says that something was left out."""
    good = json.dumps({"doc": "d", "dct": None, "text": "It began on 3 May 2024."})
    bad_date = json.dumps({"doc": "e", "dct": "2024-02-30", "text": "x"})
    result = run("tag", "--jsonl", "-", lines=["nonsense", good, bad_date])
    assert result.exit_code == 1
    assert len(records(result)) == 1
    assert ":1: is not a line of JSON" in result.stderr
    assert ":3: dct is no calendar date" in result.stderr


def test_cluster_gives_every_mention_a_cluster_and_a_reason():
    """Mentions from any coder can be grouped."""
    lines = [
        {"id": "1", "doc": "a", "date": "2024-05-03", "text": "Rebels attacked the dam at Osk.", "trigger": "attacked"},
        {"id": "2", "doc": "b", "date": "2024-05-03", "text": "The dam at Osk was attacked.", "trigger": "attacked"},
    ]
    found = records(run("cluster", "--jsonl", "-", lines=[json.dumps(line) for line in lines]))
    assert {line["id"] for line in found} == {"1", "2"}
    assert all(set(line) == {"id", "cluster", "because"} for line in found)


def test_build_check_and_export_a_folder_of_articles(tmp_path):
    """A plain folder of texts becomes a file of events."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "one.txt").write_text("Peru expelled the ambassador of Mexico on 20 December 2022.", encoding="utf-8")
    assert run("build", folder).exit_code == 0
    assert "Nothing has changed" in run("build", folder).stderr
    assert run("check", folder).exit_code == 0
    assert run("export", folder, "--format", "csv", "--output", tmp_path / "out.csv").exit_code == 0
    frame = pd.read_csv(tmp_path / "out.csv", comment="#")
    assert list(frame["type"]) == ["SANCTION"]


def test_build_can_tell_its_progress_to_another_program(tmp_path):
    """Every line is JSON; the last one names the build."""
    (tmp_path / "one.txt").write_text("Peru met Mexico on 20 December 2022.", encoding="utf-8")
    steps = records(run("build", tmp_path, "--progress-json"))
    assert {"stage", "done", "total"} == set(steps[0])
    assert steps[-1]["build_id"]


def test_a_view_narrows_an_export(bundled_case, tmp_path):
    """A link copied from the page gives just what the page shows."""
    everything, view = tmp_path / "all.csv", tmp_path / "view.csv"
    run("export", bundled_case.folder, "--output", everything)
    run("export", bundled_case.folder, "--view", "http://127.0.0.1/?types=THREATEN", "--output", view)
    kept = pd.read_csv(view, comment="#")
    assert set(kept["type"]) == {"THREATEN"}
    assert len(kept) < len(pd.read_csv(everything, comment="#"))


def test_an_export_refuses_a_view_it_does_not_understand(bundled_case, capsys):
    """A file never silently holds more than was asked for."""
    assert main(["export", str(bundled_case.folder), "--view", "?start=soon"]) == 1
    assert "soon" in capsys.readouterr().err


def test_check_names_what_is_wrong(tmp_path):
    """A broken decision log and an unreadable article are named, and the exit code says so."""
    (tmp_path / "decisions.jsonl").write_text("nonsense\n", encoding="utf-8")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF")
    result = run("check", tmp_path)
    assert result.exit_code == 1
    assert "decisions.jsonl:1" in result.stderr
    assert "scan.pdf" in result.stderr


@pytest.mark.parametrize("command", ["check", "build", "export"])
def test_a_folder_that_is_not_there_is_one_line(command, tmp_path, capsys):
    """No traceback for a slip of the fingers."""
    try:
        code = main([command, str(tmp_path / "nowhere")])
    except SystemExit as stop:
        code = stop.code
    assert code == 1
    assert "nowhere: is not a folder" in capsys.readouterr().err


def test_help_lists_every_command():
    """`python -m timeline --help` teaches."""
    shown = subprocess.run(
        [sys.executable, "-m", "timeline", "--help"], capture_output=True, text=True, cwd=ROOT, check=True
    ).stdout
    for command in ("tag", "code", "extract", "cluster", "build", "export", "check", "serve"):
        assert command in shown
