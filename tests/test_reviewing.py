"""The one way into the decision log refuses who may not, what was not seen and what means nothing."""

from datetime import UTC, datetime

import pytest

from timeline.access import Visitor
from timeline.errors import AccessError, ConflictError, DecisionError
from timeline.reviewing import access_to, last_standing, modes_of, read_case_log, record, undo

ADA = Visitor(local="Ada", near=True)
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.fixture
def case(tmp_path):
    """A case that names one editor."""
    (tmp_path / "case.toml").write_text('editors = ["ben@example.org"]\n', encoding="utf-8")
    return tmp_path


def accept(case, visitor=ADA, **changes):
    given = {"verdict": "accept", "subjects": ("m1",), "version": "", "now": NOW}
    return record(case, visitor, **(given | changes))


def test_a_decision_says_who_when_and_on_what(case):
    """Name and time come from the server, never from the form."""
    made = accept(case, why="  Both say so. ", event="ev-1")
    assert (made.who, made.when, made.why, made.event) == ("Ada", "2026-11-22T10:00:00+00:00", "Both say so.", "ev-1")
    assert read_case_log(case).decisions == (made,)


@pytest.mark.parametrize(
    "visitor",
    [Visitor(), Visitor(local="Ada"), Visitor(signed_in="eve@example.org"), Visitor(near=True)],
    ids=["a reader", "from elsewhere", "not on the list", "on this machine"],
)
def test_a_reader_cannot_write(case, visitor):
    """Whatever page or forged click asks for it, the write itself refuses."""
    with pytest.raises(AccessError):
        accept(case, visitor)
    assert not (case / "decisions.jsonl").exists()


def test_a_listed_editor_writes_under_their_own_name(case):
    """A signed-in user on the case's list."""
    assert accept(case, Visitor(signed_in="ben@example.org")).who == "ben@example.org"


def test_who_is_taken_off_the_list_writes_no_more(case):
    """The list is read again by every write."""
    ben = Visitor(signed_in="ben@example.org")
    first = accept(case, ben)
    (case / "case.toml").write_text("editors = []\n", encoding="utf-8")
    assert not access_to(case, ben).may_edit
    with pytest.raises(AccessError):
        accept(case, ben, version=first.id)


def test_the_second_of_two_editors_gets_a_conflict(case):
    """Both saw the event without a decision; the log keeps the first."""
    accept(case)
    with pytest.raises(ConflictError):
        accept(case, Visitor(signed_in="ben@example.org"), verdict="reject")
    assert len(read_case_log(case).decisions) == 1


def test_undo_and_its_undo(case):
    """What is taken back can be brought back; the newest standing decision is what one press takes back."""
    made = accept(case)
    assert last_standing(read_case_log(case).decisions, "Ada") == made
    taken = undo(case, ADA, made, now=NOW)
    assert last_standing(read_case_log(case).decisions, "Ada") is None
    undo(case, ADA, taken, now=NOW)
    assert last_standing(read_case_log(case).decisions, "Ada") == made
    assert last_standing(read_case_log(case).decisions, "Ben") is None


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("type", {"type": "WAR"}),
        ("mode", {"mode": "telepathy"}),
        ("mode", {"type": "AGREE", "mode": "drone"}),
        ("status", {"status": "perhaps"}),
        ("date_start", {"date_start": "yesterday"}),
        ("killed", {"killed": "many"}),
        ("colour", {"colour": "red"}),
        ("label", {"label": ""}),
        ("edit", {}),
        ("place", {"place": "x" * 3000}),
    ],
)
def test_an_edit_that_means_nothing_is_not_written(case, field, change):
    """The log holds no value that a build would have to pass over; the field is named."""
    with pytest.raises(DecisionError) as caught:
        accept(case, verdict="edit", change=change)
    assert caught.value.subject == field
    assert not (case / "decisions.jsonl").exists()


@pytest.mark.parametrize(
    "change",
    [
        {"mode": "drone"},
        {"type": "ASSAULT", "mode": "drone"},
        {"killed": "300+"},
        {"place": ""},
        {"date_end": "2024-04-02"},
    ],
)
def test_an_edit_that_means_something_is_written(case, change):
    """Whether it fits the event's other fields, the build says."""
    assert dict(accept(case, verdict="edit", change=change).change) == change


@pytest.mark.parametrize(
    ("verdict", "more"),
    [("add", {"subjects": (), "change": {"type": "WAR"}}), ("note", {}), ("accept", {"subjects": ()})],
)
def test_what_says_nothing_is_not_written(case, verdict, more):
    """An addition without a type, a note without words, a verdict on nothing."""
    with pytest.raises(DecisionError):
        accept(case, verdict=verdict, **more)


def test_modes_of_the_type_come_first():
    """Every manner is offered, those of the event's own type before others."""
    modes = modes_of("RETREAT")
    assert modes.index("ceasefire") < modes.index("drone")
    assert len(modes) == len(set(modes))
