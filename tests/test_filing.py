"""A file made beside the server: the same bytes, a step that can be seen, and an end to it when nobody wants it."""

import gc
import os

import pytest

from tests.ui.cases import populated, write_case
from timeline.downloads import EVERYTHING, export_view
from timeline.errors import ExportError
from timeline.filing import MOST, Filing
from timeline.store import current_build_id, open_build


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_case(tmp_path_factory.mktemp("filing") / "case", populated(12))


def begin(folder, format="csv", view=""):
    return Filing(folder, current_build_id(folder), format, view)


def test_a_file_made_beside_is_the_file_made_at_once(folder):
    """Byte for byte; it was told how many steps there are, and the last one was reached."""
    filing = begin(folder, "jsonl")
    assert filing.wait()
    with open_build(folder) as build:
        assert filing.read() == export_view(build, EVERYTHING, "jsonl")
    assert filing.step.number == filing.step.of > 1
    assert filing.problem == ""


def test_a_view_is_narrower_than_everything(folder):
    """The query of a view's address decides what is in the file."""
    filing = begin(folder, view="types=ASSAULT")
    assert filing.wait()
    rows = [line for line in filing.read().decode().splitlines() if not line.startswith("#")]
    assert 1 < len(rows) < 13


def test_what_cannot_be_made_says_why(folder):
    """A build that is gone is named."""
    filing = Filing(folder, "nosuchbuild", "csv", "")
    assert not filing.wait()
    assert "nosuchbuild" in filing.problem


def test_stopping_ends_the_process_and_leaves_no_file(folder):
    """At once, and twice is no harm."""
    filing = begin(folder, "xlsx")
    filing.cancel()
    filing.cancel()
    assert filing.is_over
    assert not filing.is_made
    assert not filing.path.parent.exists()


def test_letting_go_ends_the_process(folder):
    """A visitor who closes the page holds nothing; neither does the machine."""
    filing = begin(folder, "zip")
    pid, path = filing.pid, filing.path
    del filing
    gc.collect()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert not path.parent.exists()


def test_many_at_once_have_to_wait(folder):
    """No visitor can take the whole machine by asking often; when one is over, the next may begin."""
    running = [begin(folder, "zip") for _ in range(MOST)]
    with pytest.raises(ExportError, match="wait"):
        begin(folder)
    running.pop().cancel()
    assert begin(folder).wait()
    running.pop().cancel()
