from datetime import date

import pytest

from timeline.errors import ArticleError, RecordError
from timeline.ingest import article_from_record
from timeline.ingest._make import make_id, make_markdown
from timeline.settings import MAX_ARTICLE_BYTES

BODY = "The ship sank on Friday with all hands.\n\nNobody knows why."
HOSTILE = (
    "<script>alert(1)</script> ![x](https://evil.example/a.png) [y](javascript:z) =HYPERLINK(1) $\\href$ \u202eabc"
)


def test_a_record_becomes_an_article(furniture):
    """Id, text and given facts are kept as they are; the hash is of the text."""
    record = {"id": 7, "published": "2024-05-03", "title": "Ship", "url": "https://a.example/b", "text": BODY}
    article = article_from_record(record, furniture=furniture)
    assert (article.id, article.title, article.url, article.text) == ("7", "Ship", "https://a.example/b", BODY)
    assert article.published.basis == "given"
    assert article.published.interval.start == date(2024, 5, 3)
    assert len(article.sha256) == 64


def test_a_record_without_a_date_is_dated_by_its_text_or_address(furniture):
    """Null and empty dates are unknown; then a dateline speaks, then the address."""
    record = {"id": "a", "published": None, "url": "https://a.example/2024/05/03/b", "text": BODY}
    assert article_from_record(record, furniture=furniture).published.basis == "url"
    record |= {"published": "", "text": f"Ship sinks off the cape\n\n4 May 2024\n\n{BODY}"}
    assert article_from_record(record, furniture=furniture).published.basis == "text"
    record |= {"text": BODY, "url": ""}
    assert article_from_record(record, furniture=furniture).published.interval is None


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"published": "3/4/2024"}, "published"),
        ({"published": "2024-02-30"}, "2024-02-30"),
        ({"text": None}, "text"),
        ({"text": "  \n"}, "text"),
        ({"text": "x" * (MAX_ARTICLE_BYTES + 1)}, "longer"),
        ({"id": None}, "id"),
        ({"id": ""}, "id"),
    ],
)
def test_bad_records_name_what_is_wrong(furniture, change, words):
    """A record that does not fit is refused by a sentence that names the field, and the record."""
    with pytest.raises(RecordError, match=words) as caught:
        article_from_record({"id": "a", "text": BODY} | change, furniture=furniture, subject="in.jsonl:3")
    assert caught.value.subject == "in.jsonl:3"


def test_hostile_text_is_kept_literally(furniture):
    """Mark-up, links, formulas and bidi marks in title and body are characters like others."""
    article = article_from_record({"id": "a", "title": HOSTILE, "text": f"{HOSTILE}\n\n{BODY}"}, furniture=furniture)
    assert article.title == HOSTILE
    assert article.text.startswith(HOSTILE)


def test_only_web_addresses_are_kept(furniture):
    """An address that runs a script or opens a file is dropped."""
    for url in ("javascript:alert(1)", "file:///etc/passwd", "https://a b"):
        assert article_from_record({"id": "a", "url": url, "text": BODY}, furniture=furniture).url == ""


def test_lone_surrogates_are_replaced_one_for_one(furniture):
    """What no file can hold is replaced without moving an offset."""
    article = article_from_record({"id": "a\ud800", "text": "A\udc00 ship sank."}, furniture=furniture)
    assert (article.id, article.text) == ("a\ufffd", "A\ufffd ship sank.")


def test_a_language_given_or_seen_is_kept(furniture):
    """A language that is not English is recorded, so that nobody codes it as English."""
    text = "Die Armee hat die Stadt nicht eingenommen, und der Minister ist mit dem Zug nach Hause gefahren."
    assert article_from_record({"id": "a", "text": text}, furniture=furniture).language == "de"
    assert article_from_record({"id": "a", "text": BODY, "language": "en-GB"}, furniture=furniture).language == "en"


def test_a_markdown_head_gives_facts_and_is_no_text(furniture):
    """Facts of the head are given ones; the article's text is the body."""
    text = f"---\ntitle: The ship\npublisher: Our desk\npublished: 2024-05-03\nextra: 1\n---\n{BODY}"
    article = make_markdown(text, furniture, {"name": "a.md"})
    assert (article.title, article.publisher, article.text) == ("The ship", "Our desk", BODY)
    assert article.published.basis == "given"


def test_a_markdown_head_with_a_bad_date_is_refused(furniture):
    """A date that is none is refused by name, not passed over."""
    with pytest.raises(ArticleError, match="last spring"):
        make_markdown(f"---\npublished: last spring\n---\n{BODY}", furniture, {})


def test_ids_depend_on_name_and_text_alone():
    """An id is a plain slug and a piece of the text's hash."""
    assert make_id("Über das Schiff", "a").startswith("uber-das-schiff-")
    assert make_id("статья", "a").startswith("article-")
    assert make_id("a", "a") != make_id("a", "b")


@pytest.mark.parametrize("name", ["published", "date", "published_at", "date_published", "pubdate"])
def test_the_head_of_a_markdown_file_may_use_other_tools_names_for_the_date(furniture, name):
    """Files exported from elsewhere keep the date they were given."""
    article = make_markdown(f"---\n{name}: 2024-05-03\n---\n{BODY}", furniture, {"name": "a.md"})
    assert (article.published.basis, article.published.interval.start.isoformat()) == ("given", "2024-05-03")


def test_a_record_without_an_id_is_called_by_its_line(furniture):
    """Any line with a text can be an article of a folder."""
    assert article_from_record({"text": BODY}, furniture=furniture, subject="in.jsonl:3").id == "in.jsonl:3"


def test_an_address_that_names_another_day_is_a_conflict(furniture):
    """The given date stands, and what the address says is told beside it."""
    record = {"id": "a", "published": "2024-05-03", "url": "https://a.example/2024/06/09/b", "text": BODY}
    published = article_from_record(record, furniture=furniture).published
    assert published.interval.start == date(2024, 5, 3)
    (told,) = published.conflicts
    assert told == "The address names the date: https://a.example/2024/06/09/b The date used is 2024-05-03."
    record["url"] = "https://a.example/2024/05/04/b"
    assert article_from_record(record, furniture=furniture).published.conflicts == ()
