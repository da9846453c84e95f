"""What is saved under a name stays, for whoever may write; a damaged line costs itself and nothing else."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.errors import AccessError, ConflictError, SavedError
from timeline.model import Access, Saved, SavedView, Story, StoryStep
from timeline.store import MAX_NAME, MAX_STEPS, append_saved, read_saved

ADA = Access(name="Ada", may_edit=True, ground="local")
VIEW = SavedView(page="timeline", params=(("actors", "Norland"), ("actors", "Sudria"), ("from", "2024")))
STORY = Story(title="A spring", opening="It began.", steps=(StoryStep(event_id="E1", words="So.", label="A met B"),))
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def draft(name="Norland in 2024", content=VIEW, *, who="Ada"):
    return Saved(id="", revision=0, name=name, who=who, when="2026-11-22T10:00:00+00:00", content=content)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "saved.jsonl"


def test_a_case_that_keeps_nothing_is_no_error(path):
    """Nothing saved yet is an empty shelf."""
    assert read_saved(path).items == ()


def test_views_and_stories_come_back_as_they_were(path):
    """Page, parameters, order, words: equal, by name."""
    kept = [append_saved(path, one, ADA) for one in (draft(), draft("A spring", STORY))]
    assert read_saved(path).items == (kept[1], kept[0])
    assert [one.content for one in kept] == [VIEW, STORY]
    assert {one.revision for one in kept} == {1}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=TEXT, words=TEXT, pairs=st.lists(st.tuples(TEXT, TEXT), max_size=4))
def test_any_words_survive(tmp_path_factory, name, words, pairs):
    """Line breaks, NULs and quotes neither break a line nor change; a name without a letter is refused."""
    path = tmp_path_factory.mktemp("saved") / "saved.jsonl"
    story = Story(title=name, opening=words, steps=(StoryStep(event_id="E1", words=words, label=name),))
    if not name.strip():
        with pytest.raises(SavedError):
            append_saved(path, draft(name, story), ADA)
        return
    made = [append_saved(path, draft(name, c), ADA) for c in (story, SavedView(page="map", params=tuple(pairs)))]
    assert set(read_saved(path).items) == set(made)
    assert path.read_bytes().count(b"\n") == 2


def test_a_later_revision_takes_the_place_of_the_earlier(path):
    """A new name or new words; the file keeps both lines."""
    first = append_saved(path, draft(), ADA)
    second = append_saved(path, replace(first, name="Another"), ADA)
    assert (second.id, second.revision) == (first.id, 2)
    assert read_saved(path).items == (second,)


def test_what_is_deleted_is_gone_and_its_name_free(path):
    """The line stays in the file, the thing leaves the shelf."""
    first = append_saved(path, draft(), ADA)
    append_saved(path, first, ADA, deleted=True)
    assert read_saved(path).items == ()
    with pytest.raises(ConflictError):
        append_saved(path, first, ADA)
    assert append_saved(path, draft(), ADA).id != first.id


def test_the_second_of_two_editors_gets_a_conflict(path):
    """Both opened the first revision; the one who saves last is told, and nothing is overwritten."""
    opened = append_saved(path, draft("A spring", STORY), ADA)
    theirs = append_saved(path, replace(opened, content=replace(STORY, opening="Theirs.")), ADA)
    for deleted in (False, True):
        with pytest.raises(ConflictError):
            append_saved(path, replace(opened, content=replace(STORY, opening="Mine.")), ADA, deleted=deleted)
    assert read_saved(path).items == (theirs,)


@pytest.mark.parametrize(
    ("access", "who"),
    [(Access(), ""), (Access(name="Ada"), "Ada"), (ADA, "Ben")],
    ids=["a reader", "one who may not", "another's name"],
)
def test_a_reader_cannot_write(path, access, who):
    """The file itself refuses, whatever page asks."""
    with pytest.raises(AccessError):
        append_saved(path, draft(who=who), access)
    assert not path.exists()


def test_two_views_never_share_a_name_but_a_view_and_a_story_may(path):
    """Capitals make no difference to a reader, nor here."""
    append_saved(path, draft(), ADA)
    with pytest.raises(SavedError, match="name of another"):
        append_saved(path, draft("NORLAND in 2024"), ADA)
    append_saved(path, draft("Norland in 2024", STORY), ADA)
    assert len(read_saved(path).items) == 2


@pytest.mark.parametrize(
    "bad",
    [
        draft("x" * (MAX_NAME + 1)),
        draft("  "),
        draft(content=SavedView(page="../etc")),
        draft(content=SavedView(page="map", params=(("text", "x" * 2001),))),
        draft(content=replace(STORY, steps=tuple(StoryStep(event_id=f"E{n}") for n in range(MAX_STEPS + 1)))),
        draft("\ud800"),
    ],
    ids=["a long name", "no name", "no page", "a long value", "too many steps", "half a letter"],
)
def test_what_no_reader_needs_is_refused(path, bad):
    """Refused as a whole; the file stays as it was."""
    with pytest.raises(SavedError):
        append_saved(path, bad, ADA)
    assert read_saved(path).items == ()


@pytest.mark.parametrize(
    "damage",
    [b"no JSON", b"\xff\xfe", b"[]", b"[" * 9_000, b'{"id": "s-1"}', b'{"id": "s-1", "id": 7}', b"x" * 300_000],
    ids=["no JSON", "no UTF-8", "another record", "depth", "fields missing", "a wrong kind", "too long"],
)
def test_a_damaged_line_is_named_and_the_rest_goes_on(path, damage):
    """Whatever stands in one line, the others are read."""
    first = append_saved(path, draft(), ADA)
    with path.open("ab") as file:
        file.write(damage + b"\n")
    last = append_saved(path, draft("A spring", STORY), ADA)
    shelf = read_saved(path)
    assert shelf.items == (last, first)
    assert [problem.split(" ")[0] for problem in shelf.problems] == ["saved.jsonl:2"]
    assert len(shelf.problems[0]) < 120


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(1, 400))
def test_a_line_that_a_crash_left_unfinished_is_cut_by_the_next(tmp_path_factory, cut):
    """Nobody was told that it was saved; what was saved before and after stands."""
    path = tmp_path_factory.mktemp("saved") / "saved.jsonl"
    first = append_saved(path, draft(), ADA)
    lost = append_saved(path, draft("Lost", STORY), ADA)
    content = path.read_bytes()
    path.write_bytes(content[: -min(cut, len(content.splitlines(keepends=True)[1]))])
    assert read_saved(path).problems == ()
    last = append_saved(path, draft("Last"), ADA)
    shelf = read_saved(path)
    assert shelf.problems == ()
    # A line that lacks nothing but its end is whole.
    assert set(shelf.items) == ({first, lost, last} if cut == 1 else {first, last})


def test_many_at_once_lose_nothing(path):
    """Each of many editors who save at the same time finds their own."""
    threads = [threading.Thread(target=append_saved, args=(path, draft(f"View {n}"), ADA)) for n in range(24)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {one.name for one in read_saved(path).items} == {f"View {n}" for n in range(24)}
