"""One line of JSON in, one result out: what `tag`, `code` and `extract` make of a record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from timeline.ingest import article_from_record
from timeline.reading import Reader
from timeline.records import article_record, date_field, expression_record, text_field


def tag_line(
    reader: Reader, record: Mapping[str, Any], subject: str, *, narrative: bool | None
) -> list[dict[str, Any]]:
    """The expressions of one document, in text order; `narrative` None finds out whether it is a history.

    Raises:
        RecordError: if the text is missing or the document date is no date.
    """
    text = text_field(record, "text", subject)
    document_date = date_field(record, "dct", subject)
    found = reader.tagger.tag(text, document_date=document_date, narrative=narrative)
    return [expression_record(str(record.get("doc", "")), expression) for expression in found]


def code_line(reader: Reader, record: Mapping[str, Any], subject: str) -> dict[str, Any]:
    """The events of one sentence.

    Raises:
        RecordError: if the text is missing or the date is no date.
    """
    text = text_field(record, "text", subject)
    interval = date_field(record, "date", subject)
    return reader.coder.code_line(str(record.get("id", "")), interval.start if interval else None, text)


def extract_line(reader: Reader, record: Mapping[str, Any], subject: str) -> dict[str, Any]:
    """The dated events of one article.

    Raises:
        RecordError, ArticleError: naming what is wrong with the record.
    """
    text_field(record, "text", subject)
    date_field(record, "published", subject)
    reading = reader.read(article_from_record(record, furniture=reader.lexicon.furniture, subject=subject))
    return article_record(reading.article, reading.mentions)
