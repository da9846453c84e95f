"""The one way to what a case keeps: names and times come from the server, and a reader writes nothing."""

from datetime import UTC, datetime

import pytest

from timeline.access import Visitor
from timeline.case import read_case
from timeline.checks import check_case
from timeline.errors import AccessError, ConflictError
from timeline.inputs import article_files
from timeline.model import SavedView, Story
from timeline.saving import delete, keep, read_shelf

ADA = Visitor(local="Ada", near=True)
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
VIEW = SavedView(page="timeline", params=(("from", "2024"),))


@pytest.fixture
def case(tmp_path):
    """A plain folder with one article, and a list of editors."""
    (tmp_path / "case.toml").write_text('editors = ["ben@example.org"]\n', encoding="utf-8")
    (tmp_path / "one.txt").write_text("Norland met Sudria on 3 May 2024.", encoding="utf-8")
    return tmp_path


def test_it_says_who_and_when(case):
    """A name loses the spaces around it; the writer's own comes from the server."""
    made = keep(case, ADA, "  Norland \n in 2024 ", VIEW, now=NOW)
    assert (made.name, made.who, made.when) == ("Norland in 2024", "Ada", "2026-11-22T10:00:00+00:00")
    assert read_shelf(case).items == (made,)


@pytest.mark.parametrize(
    "visitor",
    [Visitor(), Visitor(local="Ada"), Visitor(signed_in="eve@example.org"), Visitor(near=True)],
    ids=["a reader", "from elsewhere", "not on the list", "on this machine"],
)
def test_a_reader_cannot_write(case, visitor):
    """Neither keep nor delete, whatever page or forged click asks for it."""
    with pytest.raises(AccessError):
        keep(case, visitor, "Mine", VIEW, now=NOW)
    kept = keep(case, ADA, "Ada's", VIEW, now=NOW)
    with pytest.raises(AccessError):
        delete(case, visitor, kept, now=NOW)
    assert read_shelf(case).items == (kept,)


def test_a_listed_editor_renames_and_deletes_what_another_saved(case):
    """It belongs to the case; what has changed since they saw it is a conflict."""
    ben = Visitor(signed_in="ben@example.org")
    first = keep(case, ADA, "First", VIEW, now=NOW)
    second = keep(case, ben, "Second", VIEW, now=NOW, seen=first)
    assert (second.id, second.who) == (first.id, "ben@example.org")
    with pytest.raises(ConflictError):
        delete(case, ADA, first, now=NOW)
    delete(case, ADA, second, now=NOW)
    assert read_shelf(case).items == ()


def test_what_is_saved_is_no_article_and_no_input_of_a_build(case):
    """A plain folder of articles holds the file beside them."""
    before = list(article_files(read_case(case)))
    keep(case, ADA, "A story", Story(title="A story"), now=NOW)
    assert list(article_files(read_case(case))) == before


def test_check_names_a_damaged_line(case):
    """The rest of what is saved is counted."""
    keep(case, ADA, "First", VIEW, now=NOW)
    with (case / "saved.jsonl").open("a", encoding="utf-8") as file:
        file.write("torn\n")
    found = {finding.subject: finding for finding in check_case(case)}
    assert not found["saved.jsonl:2"].fine
    assert found["saved"].text == "1 views and stories"
