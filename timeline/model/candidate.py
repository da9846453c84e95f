"""Names that the lexicon does not know, offered to a person and never guessed at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownName:
    """An unknown name that acts or holds an office in one sentence: `text == article_text[start:end]`.

    `office` is what the text calls the person ("foreign minister"); empty for whoever does an act without one.
    """

    article_id: str
    start: int
    end: int
    text: str
    office: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An unknown name of a case, how often it stands, and the line that would make the lexicon know it.

    `sentence`, `article_id`, `start` and `end` are of its first appearance; `file` is the table in the case's
    `lexicon` folder, `header` its columns and `line` the row to add.
    """

    name: str
    office: str
    n: int
    n_articles: int
    article_id: str
    start: int
    end: int
    sentence: str
    file: str
    header: str
    line: str
