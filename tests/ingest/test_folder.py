import json
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.errors import ArticleError
from timeline.ingest import read_bytes, read_folder, split_sentences
from timeline.ingest._folder import _bounded_lines
from timeline.model import Article, Reject
from timeline.settings import MAX_ARTICLE_BYTES

STORY = "Ship sinks off the cape\n\n3 May 2024\n\nThe ship sank on Friday with all hands."


def read(folder, furniture):
    return {item.name: item for item in read_folder(folder, furniture=furniture)}


def test_a_folder_is_read_in_the_order_of_names(tmp_path, furniture):
    """Files of subfolders too, sorted by name; hidden files are passed over; each is announced."""
    (tmp_path / "sub").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.md", ".hidden.txt", ".git/x.txt"):
        (tmp_path / name).write_text(f"{STORY} {name}", encoding="utf-8")
    told = []
    names = [item.name for item in read_folder(tmp_path, furniture=furniture, on_file=told.append)]
    assert names == told == ["a.txt", "b.txt", "sub/c.md"]


def test_an_article_has_its_identity_and_facts(tmp_path, furniture):
    """Id from name and text, hashes of text and bytes, title and day from the text."""
    (tmp_path / "Ship news.txt").write_bytes(STORY.encode("utf-16"))
    (article,) = read(tmp_path, furniture).values()
    assert article.id.startswith("ship-news-")
    assert (article.encoding, article.title, article.text) == ("utf-16", "Ship sinks off the cape", STORY)
    assert article.published.basis == "text"
    assert article.sha256 != article.source_sha256


@pytest.mark.parametrize(
    ("name", "payload", "words"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n ", "empty"),
        ("a.md", b"---\ntitle: x\n---\n", "empty"),
        ("a.txt", b"\x01\x02\x03a" * 99, "not text"),
        ("a.txt", b"%PDF-1.7", "binary"),
        ("a.txt", b"7" * 10_000_000, "larger"),
        ("a.txt", b"7" * 1_000, "no words"),
        ("a.docx", b"x", "not a format"),
        ("noext", b"x", "not a format"),
        ("a.md", b"---\na: [\n---\nx", "front matter"),
        ("a.jsonl", b"", "empty"),
        ("a.html", b"<html><body></body></html>", "no article"),
    ],
)
def test_what_cannot_be_read_is_a_reject(tmp_path, furniture, name, payload, words):
    """Each bad file is one reject with one plain reason, from a folder and from bytes alike."""
    (tmp_path / name).write_bytes(payload)
    (tmp_path / "z.txt").write_text(STORY, encoding="utf-8")
    items = read(tmp_path, furniture)
    (alone,) = read_bytes(name, payload, furniture=furniture)
    assert isinstance(items[name], Reject)
    assert words in items[name].reason
    assert words in alone.reason
    assert isinstance(items["z.txt"], Article)


def test_the_same_text_twice_counts_once(tmp_path, furniture):
    """The later copy is a reject that names the first, so that one report is not two."""
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    items = read(tmp_path, furniture)
    assert isinstance(items["a.txt"], Article)
    assert items["b.txt"].reason == "the same text as a.txt"


def test_links_and_odd_files_are_refused(tmp_path, furniture):
    """A link out of the folder, a link to a folder and a pipe are not opened; a link inside is a copy."""
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (outside / "s.txt").write_text(STORY, encoding="utf-8")
    (inside / "a.txt").write_text(STORY, encoding="utf-8")
    (inside / "b.txt").symlink_to(outside / "s.txt")
    (inside / "c").symlink_to(outside, target_is_directory=True)
    (inside / "d.txt").symlink_to(inside / "a.txt")
    (inside / "e").symlink_to(inside, target_is_directory=True)
    os.mkfifo(inside / "f.txt")
    items = read(inside, furniture)
    assert "leaves the folder" in items["b.txt"].reason
    assert "leaves the folder" in items["c"].reason
    assert "same text" in items["d.txt"].reason
    assert "link to a folder" in items["e"].reason
    assert "regular file" in items["f.txt"].reason


def test_a_name_that_is_no_text_is_shown_with_marks(tmp_path, furniture):
    """A file name of any bytes can be stored and shown."""
    (tmp_path / os.fsdecode(b"a\xff.txt")).write_text(STORY, encoding="utf-8")
    (item,) = read_folder(tmp_path, furniture=furniture)
    assert item.name == "a?.txt"


def test_a_missing_folder_is_an_error(tmp_path, furniture):
    """A folder that is not there is told at once."""
    with pytest.raises(ArticleError):
        list(read_folder(tmp_path / "none", furniture=furniture))


def test_a_file_that_vanishes_is_a_reject(tmp_path, furniture):
    """A file deleted between listing and reading is a reject, and the batch goes on."""
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{STORY} b", encoding="utf-8")
    items = read_folder(
        tmp_path, furniture=furniture, on_file=lambda name: (tmp_path / name).unlink() if name == "a.txt" else None
    )
    assert [type(item) for item in items] == [Reject, Article]


def test_json_lines_give_one_article_a_line(tmp_path, furniture):
    """Each line is an article or a reject under the file's name and its line number."""
    lines = [
        json.dumps({"id": "x 1", "published": "2024-05-03", "text": STORY}),
        "",
        "{",
        "[1]",
        json.dumps({"id": "x", "text": STORY}),
        json.dumps({"id": "y"}),
        "[" * 100_000,
        json.dumps({"id": "big", "text": "x" * MAX_ARTICLE_BYTES}),
        json.dumps({"id": "z", "text": f"{STORY} z"}),
    ]
    payload = b"\xef\xbb\xbf" + "\n".join(lines).encode()
    (tmp_path / "n.jsonl").write_bytes(payload)
    items = list(read_folder(tmp_path, furniture=furniture))
    assert [item.name for item in items] == [f"n.jsonl:{n}" for n in (1, 3, 4, 5, 6, 7, 8, 9)]
    assert [isinstance(item, Article) for item in items] == [True, False, False, False, False, False, False, True]
    assert items[0].id.startswith("x-1-")
    assert items[3].reason == "the same text as n.jsonl:1"
    assert tuple(items) == read_bytes("n.jsonl", payload, furniture=furniture)


def test_lines_of_any_length_take_bounded_memory():
    """Of a line beyond the limit only the beginning is kept, and the next line keeps its number."""
    pieces = iter([b"a" * 9, b"a" * 9 + b"\n", b"b\n", b""])
    assert list(_bounded_lines(lambda size: next(pieces))) == [(1, b"a" * 9), (2, b"b\n")]


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=300) | st.text(max_size=150).map(str.encode), st.sampled_from([".txt", ".md", ".jsonl", ".pdf"])
)
def test_no_bytes_raise(furniture, payload, suffix):
    """Any bytes are articles whose sentences are slices, or rejects with a reason."""
    for item in read_bytes("a" + suffix, payload, furniture=furniture):
        if isinstance(item, Article):
            assert all(s.text == item.text[s.start : s.end] for s in split_sentences(item))
        else:
            assert item.reason
