"""The decision log keeps what it acknowledged and notices every kind of damage."""

from __future__ import annotations

import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.errors import DecisionError
from timeline.model import Decision
from timeline.store import append_decision, read_decisions, repair_decisions


def decision(id="d1", **changes):
    fields = {"verdict": "accept", "subjects": ("m1",), "who": "Ada", "when": "2026-11-22T10:00:00+00:00"}
    return Decision(id=id, **(fields | changes))


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "decisions.jsonl"
    for number in range(4):
        append_decision(path, decision(f"d{number}"))
    return path


def test_a_case_without_a_log_has_no_decisions(tmp_path):
    """Nothing decided yet is no error."""
    assert read_decisions(tmp_path / "decisions.jsonl") == ()
    assert repair_decisions(tmp_path / "decisions.jsonl") == ""


def test_decisions_come_back_in_order(log):
    """The log is read as it was written, each line naming the one before."""
    found = read_decisions(log)
    assert [one.id for one in found] == ["d0", "d1", "d2", "d3"]
    assert found[0].previous == ""
    assert len({one.previous for one in found}) == 4


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(why=st.text(st.characters(), max_size=60), field=st.text(max_size=10))
def test_any_words_survive(tmp_path_factory, why, field):
    """Line breaks, NULs and broken surrogates in a reason neither break the line nor change."""
    path = tmp_path_factory.mktemp("log") / "decisions.jsonl"
    written = append_decision(path, decision(why=why, change=((field, why),)))
    assert read_decisions(path) == (written,)


@pytest.mark.parametrize(
    ("damage", "line"),
    [
        (lambda lines: [lines[0], lines[1].replace(b"Ada", b"Eve"), *lines[2:]], 3),
        (lambda lines: [lines[0], *lines[2:]], 2),
        (lambda lines: [lines[0], lines[2], lines[1], lines[3]], 2),
        (lambda lines: [lines[0], lines[1], lines[1], *lines[2:]], 3),
        (lambda lines: [lines[0], lines[1].replace(b'"', b"", 1), *lines[2:]], 2),
        (lambda lines: [b"\xff\n", *lines[1:]], 1),
        (lambda lines: [b"[]\n", *lines[1:]], 1),
        (lambda lines: [lines[0].replace(b'"accept"', b'"approve"'), *lines[1:]], 1),
        (lambda lines: [lines[0].replace(b'["m1"]', b'"m1"'), *lines[1:]], 1),
        (lambda lines: [lines[0].replace(b'"change": []', b'"change": [["a"]]'), *lines[1:]], 1),
        (lambda lines: [lines[0].replace(b'"who": "Ada"', b'"who": 7'), *lines[1:]], 1),
    ],
    ids=[
        *("a changed byte", "a deleted line", "swapped lines", "a repeated line", "broken JSON", "no UTF-8"),
        *("another record", "an unknown verdict", "a wrong subject", "a wrong change", "a wrong name"),
    ],
)
def test_damage_is_refused_and_its_line_named(log, damage, line):
    """Whatever was done to a line, the log is not read as if nothing had happened."""
    log.write_bytes(b"".join(damage(log.read_bytes().splitlines(keepends=True))))
    with pytest.raises(DecisionError) as caught:
        read_decisions(log)
    assert caught.value.subject == f"decisions.jsonl:{line}"


def test_a_torn_tail_is_told_and_can_be_cut(log):
    """A write cut off by a crash is named as such; repairing keeps every whole line."""
    whole = log.read_bytes()
    log.write_bytes(whole + whole.splitlines()[0][:20])
    with pytest.raises(DecisionError, match=r"decisions\.jsonl:5: is unfinished"):
        append_decision(log, decision("d9"))
    assert "20 bytes" in repair_decisions(log)
    assert log.read_bytes() == whole
    assert repair_decisions(log) == ""


def test_repairing_does_not_hide_other_damage(log):
    """A log with a changed line is left as it is."""
    lines = log.read_bytes().splitlines(keepends=True)
    damaged = b"".join([lines[0], *lines[2:], b"{"])
    log.write_bytes(damaged)
    with pytest.raises(DecisionError):
        repair_decisions(log)
    assert log.read_bytes() == damaged


def test_a_log_with_nothing_but_a_torn_line_becomes_empty(tmp_path):
    """The very first write may be the one cut off."""
    path = tmp_path / "decisions.jsonl"
    path.write_bytes(b'{"id"')
    assert repair_decisions(path)
    assert read_decisions(path) == ()


def test_a_decision_made_on_an_older_log_is_a_conflict(log):
    """The second of two editors is told, not silently appended."""
    seen = read_decisions(log)[-1].previous
    with pytest.raises(DecisionError, match="earlier state"):
        append_decision(log, decision("d9", previous=seen))


def test_an_id_is_used_once(log):
    """A repeated click does not decide twice."""
    with pytest.raises(DecisionError, match="already"):
        append_decision(log, decision("d2"))


def test_interleaved_writers_lose_nothing(tmp_path):
    """Four writers at once leave every decision in one unbroken chain."""
    path = tmp_path / "decisions.jsonl"

    def write(name):
        for number in range(10):
            append_decision(path, decision(f"{name}-{number}"))

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(read_decisions(path)) == 40
