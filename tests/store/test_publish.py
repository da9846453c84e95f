"""Publishing a build: whole or not at all, and never under a reader's feet."""

from __future__ import annotations

import multiprocessing
import os
import signal

import pytest

from tests.builders import make_article, make_event, make_mention
from timeline.errors import BuildError
from timeline.store import BuildContents, current_build_id, list_builds, make_build_id, open_build, table, write_build


def contents(n=1, **changes):
    events = tuple(make_event(f"e{number}") for number in range(n))
    return BuildContents(**({"events": events, "articles": (make_article(),)} | changes))


def n_events(build):
    return build.fetch(table("events").aggregate(n=table("events").count())).to_pylist()[0]["n"]


def test_a_written_build_is_the_current_one(tmp_path):
    """What was written can be opened without naming it."""
    path = write_build(tmp_path, contents(info={"title": "A case"}), build_id="b1")
    assert current_build_id(tmp_path) == "b1"
    with open_build(tmp_path) as build:
        assert (build.id, build.path, build.info["title"]) == ("b1", path, "A case")
        assert n_events(build) == 1


def test_a_case_without_a_build_has_none(tmp_path):
    """Before the first build there is no id, and opening says what to do."""
    assert current_build_id(tmp_path) is None
    assert list_builds(tmp_path) == ()
    with pytest.raises(BuildError, match="no build yet"):
        open_build(tmp_path)


def test_a_reader_keeps_its_build_while_another_is_published(tmp_path):
    """Publishing does not disturb what is open; the old build can still be named."""
    write_build(tmp_path, contents(1), build_id="b1")
    with open_build(tmp_path) as old:
        write_build(tmp_path, contents(2), build_id="b2")
        assert n_events(old) == 1
        with open_build(tmp_path) as new:
            assert n_events(new) == 2
    assert list_builds(tmp_path) == ("b1", "b2")
    with open_build(tmp_path, "b1") as named:
        assert n_events(named) == 1


def test_a_published_build_is_never_written_again(tmp_path):
    """The same id is the same file; publishing it anew only moves the pointer."""
    path = write_build(tmp_path, contents(), build_id="b1")
    inode = path.stat().st_ino
    with open_build(tmp_path):
        write_build(tmp_path, contents(), build_id="b2")
        write_build(tmp_path, contents(), build_id="b1")
    assert path.stat().st_ino == inode
    assert current_build_id(tmp_path) == "b1"


def test_a_damaged_file_is_made_again(tmp_path):
    """A file that is no build does not stand in the way of one."""
    path = write_build(tmp_path, contents(), build_id="b1")
    path.write_bytes(b"not a database")
    with pytest.raises(BuildError, match="cannot be opened"):
        open_build(tmp_path)
    write_build(tmp_path, contents(), build_id="b1")
    with open_build(tmp_path) as build:
        assert n_events(build) == 1


def test_a_pointer_to_a_deleted_build_counts_as_no_build(tmp_path):
    """Deleting builds is a way to have them made again."""
    write_build(tmp_path, contents(), build_id="b1").unlink()
    assert current_build_id(tmp_path) is None
    with pytest.raises(BuildError, match="is no build of"):
        open_build(tmp_path, "b1")


@pytest.mark.parametrize("junk", [b"../../etc/passwd\n", b"\xff\xfe", b""])
def test_a_pointer_that_names_no_build_is_an_error(tmp_path, junk):
    """Nothing but an id is ever taken for a file name."""
    write_build(tmp_path, contents(), build_id="b1")
    (tmp_path / "builds" / "current").write_bytes(junk)
    with pytest.raises(BuildError):
        current_build_id(tmp_path)


@pytest.mark.parametrize("bad", ["", "../x", "a/b", ".hidden", "x" * 65, "a\n", "é"])
def test_an_id_is_safe_as_a_file_name(tmp_path, bad):
    """An id from a link cannot leave the folder of builds."""
    with pytest.raises(BuildError, match="is no build id"):
        write_build(tmp_path, contents(), build_id=bad)


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        (contents(events=(make_event("e1"), make_event("e1"))), "given 2 times"),
        (contents(articles=(make_article(), make_article())), "given 2 times"),
        (contents(articles=()), "is not given"),
        (contents(events=(make_event(mentions=[make_mention(start=3)]),)), "at its offsets"),
    ],
    ids=["an event twice", "an article twice", "a report without its article", "a sentence that is not there"],
)
def test_contents_that_contradict_themselves_are_refused(tmp_path, broken, problem):
    """Evidence that cannot be opened never reaches a build, and nothing is written."""
    with pytest.raises(BuildError, match=problem):
        write_build(tmp_path, broken, build_id="b1")
    assert not (tmp_path / "builds").exists()


def test_a_disk_that_refuses_leaves_the_old_build(tmp_path):
    """When the new file cannot be written, the error names the build and the old one is served."""
    write_build(tmp_path, contents(), build_id="b1")
    (tmp_path / "builds" / "b2.duckdb").mkdir()
    with pytest.raises(BuildError, match="b2: cannot be written"):
        write_build(tmp_path, contents(2), build_id="b2")
    assert current_build_id(tmp_path) == "b1"


def test_a_folder_that_cannot_be_made_is_a_build_error(tmp_path):
    """A file where the folder should be is told in plain words."""
    (tmp_path / "builds").write_text("")
    with pytest.raises(BuildError, match="cannot be written"):
        write_build(tmp_path, contents(), build_id="b1")
    with pytest.raises(BuildError, match="cannot be read"):
        current_build_id(tmp_path)


def _die_at(case, number):
    """Publish b2, killed at the n-th step that touches the disk."""
    steps = 0

    def counted(function):
        def step(*arguments, **options):
            nonlocal steps
            steps += 1
            if steps == number:
                os.kill(os.getpid(), signal.SIGKILL)
            return function(*arguments, **options)

        return step

    os.fsync, os.replace = counted(os.fsync), counted(os.replace)
    write_build(case, contents(2), build_id="b2")


# Later versions of Python warn of any fork beside a thread; this child only publishes and dies.
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_writer_killed_at_any_step_leaves_one_whole_build(tmp_path):
    """Readers see the old build or the new one, never a mix, and the next writer cleans up."""
    context = multiprocessing.get_context("fork")
    write_build(tmp_path, contents(1), build_id="b1")
    exits = []
    for number in range(1, 8):
        child = context.Process(target=_die_at, args=(tmp_path, number))
        child.start()
        child.join()
        exits.append(child.exitcode)
        with open_build(tmp_path) as build:
            assert n_events(build) == {"b1": 1, "b2": 2}[build.id]
    assert exits[0] == -signal.SIGKILL
    assert exits[-1] == 0
    assert not list((tmp_path / "builds").glob("*.tmp*"))


def test_leftovers_of_a_killed_writer_are_removed(tmp_path):
    """A half-written file does not stay for ever."""
    write_build(tmp_path, contents(), build_id="b1")
    leftover = tmp_path / "builds" / "b7.duckdb.tmp"
    leftover.write_bytes(b"half")
    write_build(tmp_path, contents(), build_id="b2")
    assert not leftover.exists()


def test_a_build_id_depends_on_the_parts_and_not_on_their_order():
    """Inputs in any order are the same build; one byte more is another."""
    assert make_build_id(["a", b"b", "c"]) == make_build_id([b"c", "a", b"b"])
    assert len({make_build_id(parts) for parts in (["a"], ["a", "a"], ["b"], ["ab"], ["a", "b"], [])}) == 6


def test_builds_of_another_version_are_refused(tmp_path):
    """A build whose columns mean something else is not read as if they did not."""
    path = write_build(tmp_path, contents(), build_id="b1")
    path.rename(path.with_name("b2.duckdb"))
    with pytest.raises(BuildError, match="another version"):
        open_build(tmp_path, "b2")
