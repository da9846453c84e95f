"""What is added is in the case whole, under a safe name, once; what is not says why; a reader adds nothing."""

import io
import json
import zipfile
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from timeline.case import read_case
from timeline.cli import app
from timeline.errors import AccessError
from timeline.ingest import read_bytes
from timeline.intake import add_articles, pasted_article
from timeline.lexicon.furniture import load_furniture
from timeline.model import Access, Article
from timeline.pipeline import build_case
from timeline.settings import LEXICON_DIR

ADA = Access(name="Ada", may_edit=True, ground="local")
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
TEXT = b"Peru expelled the ambassador of Mexico on 20 December 2022."
FURNITURE = load_furniture(LEXICON_DIR / "furniture.csv")


@pytest.fixture
def case(tmp_path):
    """A case with one article."""
    folder = tmp_path / "case"
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "first.txt").write_bytes(b"Norland met Sudria on 3 May 2024.")
    return folder


def add(case, *items, access=ADA):
    return list(add_articles(case, access, items, now=NOW))


def files(case):
    return sorted(path.name for path in (case / "articles").iterdir())


def records(case):
    return [json.loads(line) for line in (case / "added.jsonl").read_text("utf-8").splitlines()]


def test_an_article_stands_in_the_case_as_it_came(case):
    """The same bytes under a name of our own; who brought it, when, and what it was called, stand in the record."""
    (one,) = add(case, ("Évil name/../x.TXT", TEXT))
    assert one.outcome == "added"
    assert (case / "articles" / one.file).read_bytes() == TEXT
    assert one.file.endswith(".txt")
    assert "/" not in one.file
    (record,) = records(case)
    assert (record["name"], record["file"], record["who"]) == ("Évil name/../x.TXT", one.file, "Ada")
    assert build_case(read_case(case)).articles == 2


@pytest.mark.parametrize(
    "name",
    ["../../up.txt", "/abs.txt", "..\\up.txt", "a\x00b.txt", "\u202etxt.txt", "n" * 5_000 + ".txt", ".hidden.txt",
     "=cmd().txt", "<b>.txt", "CON.txt"],
)  # fmt: skip
def test_no_name_is_ever_a_path(case, name):
    """Only letters, digits, hyphens and a known ending; nothing appears outside the articles."""
    (one,) = add(case, (name, TEXT))
    assert one.outcome == "added"
    assert set(one.file) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert not one.file.startswith(".")
    assert files(case) == sorted(["first.txt", one.file])
    assert {path.name for path in case.parent.iterdir()} == {"case"}
    assert read_case(case).folder.joinpath("articles", one.file).read_bytes() == TEXT


def test_the_same_bytes_are_added_once(case):
    """In one batch, in the next, and where they came by hand before."""
    first, second = add(case, ("a.txt", TEXT), ("b.txt", TEXT))
    (third,) = add(case, ("c.md", TEXT))
    (by_hand,) = add(case, ("d.txt", b"Norland met Sudria on 3 May 2024."))
    assert [one.outcome for one in (first, second, third, by_hand)] == ["added", "known", "known", "known"]
    assert (third.file, by_hand.file) == (first.file, "first.txt")
    assert len(files(case)) == 2


@pytest.mark.parametrize(
    ("name", "payload", "told"),
    [
        ("a.pdf", b"%PDF", "not a format"),
        ("a.txt", b"", "empty"),
        ("a.txt", b"%PDF-1.7 words", "binary"),
        ("a.txt", bytes(5_000_001), "larger"),
        ("a.jsonl", b"nonsense\n", "line of JSON"),
        ("a.zip", b"nonsense", "no ZIP"),
        ("a", TEXT, "not a format"),
    ],
)
def test_what_cannot_be_read_is_refused_and_the_rest_goes_on(case, name, payload, told):
    """One plain reason; nothing of it is left in the case."""
    bad, good = add(case, (name, payload), ("good.txt", TEXT))
    assert bad.outcome == "refused"
    assert told in bad.reason
    assert good.outcome == "added"
    assert files(case) == sorted(["first.txt", good.file])


def test_an_archive_is_opened_and_its_files_answer_for_themselves(case):
    """Each file of it is added, known or refused, named behind the archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, payload in (("one.txt", TEXT), ("again.txt", TEXT), ("../up.txt", b"x"), ("scan.pdf", b"%PDF")):
            archive.writestr(name, payload)
    found = add(case, ("many.zip", buffer.getvalue()))
    assert [one.outcome for one in found] == ["added", "known", "refused", "refused"]
    assert found[2].name == "many.zip: ../up.txt"


def test_a_page_is_looked_at_here_and_parsed_by_the_build(case):
    """What is no text is refused at once; a page without an article is added, and left out by the build with why."""
    page = b"<html><body><article><h1>Talks</h1><p>" + TEXT * 3 + b"</p></article></body></html>"
    found = add(case, ("page.html", page), ("none.html", b"<html><body></body></html>"), ("scan.htm", b"%PDF"))
    assert [one.outcome for one in found] == ["added", "added", "refused"]
    report = build_case(read_case(case))
    assert (report.articles, [reject.name for reject in report.rejects]) == (2, [found[1].file])


def test_a_reader_adds_nothing(case):
    """The refusal comes at once and not with the first file; the case is as it was."""
    with pytest.raises(AccessError):
        add_articles(case, Access(name="Eve", ground="unlisted"), iter([("a.txt", TEXT)]), now=NOW)
    assert files(case) == ["first.txt"]
    assert not (case / "added.jsonl").exists()


def test_a_crash_before_the_rename_leaves_no_article(case, monkeypatch):
    """A build never reads half an article, and the same file can be added again."""

    def stop(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("timeline.ingest._originals.os.replace", stop)
        with pytest.raises(KeyboardInterrupt):
            add(case, ("a.txt", TEXT))
    assert files(case) == ["first.txt"]
    assert add(case, ("a.txt", TEXT))[0].outcome == "added"


def test_what_a_killed_process_left_is_no_article(case):
    """A temporary file that nobody could delete is not read, and a torn record line spoils no other."""
    (case / "articles" / ".tmp-left").write_bytes(TEXT[:20])
    (case / "added.jsonl").write_bytes(b'{"file": "torn')
    add(case, ("a.txt", TEXT))
    assert build_case(read_case(case)).articles == 2
    assert json.loads((case / "added.jsonl").read_text("utf-8").splitlines()[-1])["name"] == "a.txt"


def test_a_disk_that_refuses_is_one_reason(case, monkeypatch):
    """A full disk refuses the file and tells so."""

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("timeline.ingest._originals.os.fsync", full)
    (one,) = add(case, ("a.txt", TEXT))
    assert (one.outcome, one.reason) == ("refused", "cannot be written: No space left on device")
    assert files(case) == ["first.txt"]


def test_a_plain_folder_takes_articles_too(tmp_path):
    """Without a folder `articles` they stand in the case folder, and the record is no article."""
    add(tmp_path, ("a.txt", TEXT))
    report = build_case(read_case(tmp_path))
    assert (report.articles, report.rejects) == (1, ())


def test_pasted_text_keeps_what_is_known_of_it(case):
    """Title, publisher, address and day come back from the file as they were given."""
    pasted = pasted_article(
        TEXT.decode(), title='A "hard": title #1', publisher="- Gazette", url="https://example.org/a?b=1",
        published=date(2022, 12, 21),
    )  # fmt: skip
    (article,) = read_bytes(*pasted, furniture=FURNITURE)
    assert (article.title, article.publisher) == ('A "hard": title #1', "- Gazette")
    assert (article.url, article.published.interval.start) == ("https://example.org/a?b=1", date(2022, 12, 21))
    assert article.text.strip() == TEXT.decode()


def test_pasted_nothing_is_refused(case):
    """A head without a text is no article."""
    (one,) = add(case, pasted_article("  \n ", title="Title"))
    assert (one.outcome, one.reason) == ("refused", "is empty")


@settings(max_examples=60, deadline=None)
@given(title=st.text(max_size=80), publisher=st.text(max_size=80))
def test_no_pasted_value_escapes_its_field(title, publisher):
    """Whatever is typed into a field, the text stays the text and the publisher the publisher."""
    (article,) = read_bytes(*_readable(title, publisher), furniture=FURNITURE)
    assert isinstance(article, Article)
    assert article.text.strip() == TEXT.decode()


def _readable(title, publisher):
    name, payload = pasted_article(TEXT.decode(), title=title, publisher=publisher)
    assert name.endswith(".md")
    return "pasted.md", payload


def test_add_from_the_shell(case, tmp_path):
    """Files, folders and archives; the exit code says whether something was refused."""
    source = tmp_path / "new"
    source.mkdir()
    (source / "a.txt").write_bytes(TEXT)
    (source / ".hidden").write_bytes(b"x")
    added = CliRunner().invoke(app, ["add", str(case), str(source)])
    assert (added.exit_code, len(files(case))) == (0, 2)
    (source / "b.pdf").write_bytes(b"%PDF")
    again = CliRunner().invoke(app, ["add", str(case), str(source / "a.txt"), str(source / "b.pdf")])
    assert again.exit_code == 1
    assert "known: a.txt" in again.stderr
    assert "refused: b.pdf: not a format we read" in again.stderr
