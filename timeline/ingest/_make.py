"""Articles out of decoded text: identity, blocks, and the best basis for each fact."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from timeline.errors import ArticleError, RecordError
from timeline.ingest._blocks import read_page
from timeline.ingest._dates import read_given
from timeline.ingest._decode import store_form, whole
from timeline.ingest._facts import contradicting, published_in_url, read_facts
from timeline.ingest._frontmatter import split_front_matter
from timeline.ingest._html import HtmlPage
from timeline.lexicon.furniture import FurnitureLexicon
from timeline.lexicon.writing import load_writing
from timeline.model import Article, Publication
from timeline.settings import MAX_ARTICLE_BYTES

_MAX_TITLE = 300
_METADATA_CONFIDENCE = 0.95
_TEXT_CONFIDENCE = 0.7
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def text_hash(text: str) -> str:
    """SHA-256 of a text in UTF-8, hexadecimal."""
    return sha256(text.encode("utf-8")).hexdigest()


def make_id(name: str, text: str) -> str:
    """An id from a file's or record's name and its text alone: the same in any order and on any machine."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    slug = _NOT_SLUG.sub("-", plain).strip("-")[:60] or "article"
    return f"{slug}-{text_hash(text)[:8]}"


def make_plain(text: str, furniture: FurnitureLexicon, fields: Mapping[str, Any]) -> Article:
    """An article from text alone and what else is known; `fields` that are empty are filled from the text.

    Raises:
        ArticleError: if the text holds no words.
    """
    if not text.strip():
        raise ArticleError("file", "is empty")
    if not any(c.isalpha() for c in text):
        raise ArticleError("file", "holds no words")
    return _complete(text, furniture, (), fields)


# What other tools call the publication date in the head of a Markdown file, ours first.
_PUBLISHED_NAMES = ("published", "date", "published_at", "date_published", "publication_date", "pubdate")


def make_markdown(text: str, furniture: FurnitureLexicon, fields: Mapping[str, Any]) -> Article:
    """An article from Markdown with an optional YAML head; the head is no part of the article's text.

    Raises:
        ArticleError: if the head or its publication date cannot be read, or there is no text.
    """
    head, body = split_front_matter(text)
    named = {name: _one_line(head.get(name)) for name in ("title", "author", "publisher", "url", "language")}
    dated = next((head[name] for name in _PUBLISHED_NAMES if head.get(name)), None)
    published = given_publication(dated, "front matter")
    told = {name: value for name, value in named.items() if value}
    return make_plain(body, furniture, {**fields, **told, "published": published})


def make_from_html(page: HtmlPage, furniture: FurnitureLexicon, fields: Mapping[str, Any]) -> Article:
    """An article from what the page parser found.

    Raises:
        ArticleError: if its text holds no words.
    """
    text = store_form(page.text)
    if not any(c.isalpha() for c in text):
        raise ArticleError("page", "holds no article that could be found")
    told = {"title": page.title, "author": page.author, "publisher": page.publisher, "url": _web_address(page.url)}
    return _complete(text, furniture, page.captions, {**fields, **told, "published": _html_publication(page)})


def article_from_record(record: Mapping[str, Any], *, furniture: FurnitureLexicon, subject: str = "record") -> Article:
    """An article from one record of JSON Lines (ontology section 4); its text is kept as it came.

    A record without an `id` is called by its `subject`.

    Raises:
        RecordError: if a field is missing, no text, too large or no date; `subject` names the record.
    """
    text, name = record.get("text"), record.get("id", subject)
    if not isinstance(text, str) or not text.strip():
        raise RecordError(subject, "needs a text field 'text' with something in it")
    if len(text) > MAX_ARTICLE_BYTES:
        raise RecordError(subject, f"its text is longer than {MAX_ARTICLE_BYTES:,} characters")
    if not isinstance(name, str | int) or not str(name):
        raise RecordError(subject, "needs an 'id'")
    text = whole(text)
    named = {field: _one_line(record.get(field)) for field in ("title", "author", "publisher", "url", "language")}
    fields: dict[str, Any] = {field: value for field, value in named.items() if value}
    try:
        fields["published"] = given_publication(record.get("published"), "record")
    except ArticleError as error:
        raise RecordError(subject, error.problem) from error
    fields |= {"name": whole(str(name)), "source_sha256": text_hash(text)}
    return replace(_complete(text, furniture, (), fields), id=whole(str(name)))


def given_publication(value: object, where: str) -> Publication | None:
    """The publication date that someone gave with the article; None if they gave none.

    Raises:
        ArticleError: if it is there and is no calendar date.
    """
    if value is None or value == "":
        return None
    interval = read_given(value)
    if interval is None:
        raise ArticleError(where, f"'published' is no calendar date: {str(value)[:40]!r}")
    return Publication(interval=interval, basis="given", reason="The date was given with the article.", confidence=1.0)


def _complete(text: str, furniture: FurnitureLexicon, captions: tuple[str, ...], fields: Mapping[str, Any]) -> Article:
    given = dict(fields)
    page = read_page(text, furniture, title=str(given.get("title") or ""), captions=captions)
    facts = read_facts(page, furniture)
    for field in ("title", "author", "publisher", "url"):
        given[field] = given.get(field) or getattr(facts, field)
    given["title"] = whole(given["title"][:_MAX_TITLE])
    given["url"] = _web_address(given["url"])
    language = str(given.pop("language", "") or load_writing().language_of(text))
    return Article(
        **(given | {"published": _best(given.get("published"), facts.published, given["url"])}),
        id=make_id(_stem(str(given.get("name") or "")), text),
        text=text,
        sha256=text_hash(text),
        language=language.split("-")[0].lower(),
        blocks=page.blocks(),
    )


def _best(known: Publication | None, told: Publication, url: str) -> Publication:
    """Given or metadata first, then the text, then the address; those that say otherwise are told."""
    found = [each for each in (known, told, published_in_url(url)) if each is not None and each.interval is not None]
    return contradicting(found[0], found[1:]) if found else told


def _html_publication(page: HtmlPage) -> Publication | None:
    interval = read_given(page.published) if page.published else None
    if interval is None:
        return None
    if page.from_text:
        reason = "The page shows this date beside the article."
        return Publication(interval=interval, basis="text", reason=reason, confidence=_TEXT_CONFIDENCE)
    reason = "The page's own metadata gives this date."
    return Publication(interval=interval, basis="metadata", reason=reason, confidence=_METADATA_CONFIDENCE)


def _one_line(value: object) -> str:
    return whole(" ".join(str(value).split()))[:2_000] if isinstance(value, str | int | float) else ""


def _web_address(url: str) -> str:
    """The address if it is one a reader may follow: never `javascript:` or a file."""
    return url if url.lower().startswith(("http://", "https://")) and not any(c.isspace() for c in url) else ""


def _stem(name: str) -> str:
    last = name.replace("\\", "/").rpartition("/")[2]
    return last.rpartition(".")[0] or last
