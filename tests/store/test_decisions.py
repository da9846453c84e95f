"""The decision log keeps what it acknowledged and notices every kind of damage."""

from __future__ import annotations

import json
import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.errors import AccessError, ConflictError, DecisionError
from timeline.model import Access, Decision, version_of
from timeline.store import (
    append_decision,
    read_decisions,
    relink_decisions,
    repair_decisions,
)

ADA = Access(name="Ada", may_edit=True, ground="local")


def append(path, decision):
    return append_decision(path, decision, ADA)


def decision(id="d1", **changes):
    fields = {"verdict": "accept", "subjects": ("m1",), "who": "Ada", "when": "2026-11-22T10:00:00+00:00"}
    return Decision(id=id, **(fields | changes))


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "decisions.jsonl"
    for number in range(4):
        append(path, decision(f"d{number}", subjects=(f"m{number}",)))
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
    written = append(path, decision(why=why, change=((field, why),)))
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
        (lambda lines: [lines[0].replace(b'["m0"]', b'"m0"'), *lines[1:]], 1),
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


def test_a_torn_tail_is_no_decision_and_is_cut(log):
    """A write cut off by a crash, which nobody was told was saved, is passed over; repairing keeps every whole line."""
    whole = log.read_bytes()
    log.write_bytes(whole + whole.splitlines()[0][:20])
    assert len(read_decisions(log)) == 4
    assert "20 bytes" in repair_decisions(log)
    assert log.read_bytes() == whole
    assert repair_decisions(log) == ""


def test_a_torn_tail_does_not_stop_the_next_decision(log):
    """It is cut before the line is written."""
    whole = log.read_bytes()
    log.write_bytes(whole + b'{"when"')
    append(log, decision("d9", subjects=("m9",)))
    assert log.read_bytes().startswith(whole)
    assert [one.id for one in read_decisions(log)] == ["d0", "d1", "d2", "d3", "d9"]


def test_a_last_line_without_its_end_is_kept(log):
    """A text editor may drop the last line end; the decision on that line is not lost."""
    log.write_bytes(log.read_bytes().rstrip(b"\n"))
    assert len(read_decisions(log)) == 4
    assert "line end" in repair_decisions(log)
    append(log, decision("d9", subjects=("m9",)))
    assert len(read_decisions(log)) == 5


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


def test_the_second_of_two_editors_is_told(log):
    """Both looked at the same event; the one who saves last gets a conflict, and nothing is written."""
    append(log, decision("ann", subjects=("m1",), version="d1"))
    before = log.read_bytes()
    with pytest.raises(ConflictError, match="decided on by Ada"):
        append(log, decision("ben", subjects=("m1", "m7"), version="d1"))
    assert log.read_bytes() == before
    append(log, decision("ben", subjects=("m1", "m7"), version="ann"))


def test_editors_of_different_events_do_not_disturb_each_other(log):
    """The version is the event's, not the log's."""
    append(log, decision("ann", subjects=("m1",), version="d1"))
    append(log, decision("ben", subjects=("m2",), version="d2"))
    assert version_of(read_decisions(log), ["m1"]) == "ann"


def test_an_undo_counts_as_a_decision_on_what_it_undoes(log):
    """Whoever has not seen the undo gets a conflict; an undo of something else's state does too."""
    append(log, decision("u", verdict="undo", subjects=("d1",), version="d1"))
    assert version_of(read_decisions(log), ["m1"]) == "u"
    with pytest.raises(ConflictError):
        append(log, decision("late", subjects=("m1",), version="d1"))
    with pytest.raises(ConflictError):
        append(log, decision("again", verdict="undo", subjects=("d1",), version="d1"))
    append(log, decision("back", verdict="undo", subjects=("u",), version="u"))


def test_what_was_never_decided_cannot_be_undone(log):
    """An undo names a decision of the log."""
    with pytest.raises(DecisionError, match="cannot be undone"):
        append(log, decision("u", verdict="undo", subjects=("d77",)))


def test_an_id_is_used_once(log):
    """A repeated click does not decide twice."""
    with pytest.raises(DecisionError, match="already"):
        append(log, decision("d2", subjects=("m9",)))


def test_a_decision_without_an_id_gets_one(log):
    """Made of the line itself, so that two of them never meet."""
    first, second = (append(log, decision("", subjects=(name,))) for name in ("m8", "m9"))
    assert first.id.startswith("d-")
    assert first.id != second.id


@pytest.mark.parametrize(
    "access",
    [Access(), Access(name="Ada"), Access(name="Eve", may_edit=True, ground="listed")],
    ids=["a reader", "somebody signed in who is no editor", "an editor in another's name"],
)
def test_the_log_itself_refuses_who_may_not_write(log, access):
    """Not the page but the write asks who may; the log stays as it was."""
    before = log.read_bytes()
    with pytest.raises(AccessError):
        append_decision(log, decision("d9", subjects=("m9",)), access)
    assert log.read_bytes() == before


def test_a_log_mended_by_hand_is_joined_anew(log):
    """A person takes a line out; afterwards the chain is whole, and the log as it was is kept."""
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join([lines[0], *lines[2:]]))
    assert relink_decisions(log) == 3
    assert [one.id for one in read_decisions(log)] == ["d0", "d2", "d3"]
    (kept,) = log.parent.glob(".decisions.jsonl.before-*")
    assert kept.read_bytes() == b"".join([lines[0], *lines[2:]])


def test_a_log_from_before_labels_goes_on(log):
    """Lines without what the event was called stay as they are, and the next decision follows them."""
    first = json.loads(log.read_bytes().splitlines()[0])
    del first["label"]
    log.write_text(json.dumps(first) + "\n", encoding="ascii")
    written = append(log, decision("d9", subjects=("m9",), label="Ruritania against Sylvania: air strike"))
    assert log.read_bytes().startswith(json.dumps(first).encode() + b"\n")
    assert [(one.id, one.label) for one in read_decisions(log)] == [("d0", ""), ("d9", written.label)]


def test_what_is_no_decision_is_not_joined(log):
    """Joining anew never makes a decision of something else."""
    before = log.read_bytes() + b"scribble\n"
    log.write_bytes(before)
    with pytest.raises(DecisionError, match="jsonl:5"):
        relink_decisions(log)
    assert log.read_bytes() == before


def test_a_thousand_interleaved_decisions_are_a_thousand_lines(tmp_path):
    """Four writers at once, half of them on the same event, leave every decision in one unbroken chain."""
    path = tmp_path / "decisions.jsonl"

    def write(name):
        for number in range(250):
            subject = "shared" if number % 2 else f"{name}{number}"
            while True:
                version = version_of(read_decisions(path), [subject])
                try:
                    append(path, decision("", subjects=(subject,), why=f"{name} {number}", version=version))
                except ConflictError:
                    continue
                break

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = read_decisions(path)
    assert len(found) == len({one.why for one in found}) == 1000
