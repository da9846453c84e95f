"""Sentences of an article: rules over stops, abbreviations and quotation marks, in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.lexicon.writing import Writing, load_writing
from timeline.model import Article, Block, Sentence
from timeline.settings import MAX_SENTENCE_CHARS

_CLOSING = "\"'”’»)]"
_STOP = re.compile(r"(?:[.!?…]+|[。؟۔।])[\"'”’»)\]*_]*(?:\[[0-9]{1,3}\]){0,3}")
_BEFORE = re.compile(r"[\w.'’&]{1,24}\Z")
_NEXT_WORD = re.compile(r"[\"'“‘«„(\[*_]{0,3}([^\W\d_][\w’']{0,30})")
_MARKER = re.compile(r"[-*•‣▪●◦·○■–—➤►✓✔][ \t\u00a0]+|#{1,6}[ \t]+|>[> \t]{0,10}")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){0,5}[^\W\d_]")
# How a sentence is looked at around a stop; enough for any abbreviation.
_LOOK = 40


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of every block that is the article's, in order; each is a slice of the text.

    A sentence longer than `MAX_SENTENCE_CHARS` is cut at white space into pieces that follow each other.
    """
    writing = load_writing()
    found: list[Sentence] = []
    for number, block in enumerate(article.blocks):
        if block.kind == "furniture":
            continue
        for start, end in _spans(article.text, block, writing):
            found.append(
                Sentence(
                    article_id=article.id,
                    index=len(found),
                    start=start,
                    end=end,
                    text=article.text[start:end],
                    kind=block.kind,
                    block=number,
                )
            )
    return tuple(found)


def _spans(text: str, block: Block, writing: Writing) -> Iterator[tuple[int, int]]:
    start = _after_marker(text, block)
    for stop in _STOP.finditer(text, start, block.span.end):
        if stop.end() > start and _ends_sentence(text, start, stop, block.span.end, writing):
            yield from _pieces(text, start, stop.end())
            start = stop.end()
    yield from _pieces(text, start, block.span.end)


def _after_marker(text: str, block: Block) -> int:
    """Where the words of a list item, heading or quotation begin."""
    found = _MARKER.match(text, block.span.start, block.span.end) if block.kind != "paragraph" else None
    return found.end() if found else block.span.start


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int, writing: Writing) -> bool:
    at = stop.end()
    if at >= end:
        return True
    rest = text[at : min(end, at + _LOOK)]
    after = rest.lstrip()
    if not after:
        # More white space than we look at: the gap is a gap.
        return True
    word = _NEXT_WORD.match(after)
    following = word[1] if word else ""
    if not rest[0].isspace():
        return _is_glued(text, stop, rest, following, writing)
    if following[:1].islower():
        return False
    if stop.group()[0] != ".":
        return True
    return not _is_abbreviation(text, start, stop, after, following, writing)


def _is_glued(text: str, stop: re.Match[str], rest: str, following: str, writing: Writing) -> bool:
    """A stop with no space behind it ends a sentence only between ordinary words ("left.The"), not in an address."""
    if stop.group()[0] in "。؟۔।":
        return True
    before = text[max(0, stop.start() - 2) : stop.start()]
    ordinary = len(before) == 2 and before.isalpha() and before.islower()
    return (
        ordinary
        and following in writing.openers
        and len(following) > 1
        and rest[len(following) :][:1] in {" ", ",", "\n"}
    )


def _is_abbreviation(text: str, start: int, stop: re.Match[str], after: str, following: str, writing: Writing) -> bool:
    """Whether a single stop belongs to the word before it, and the sentence goes on after it."""
    if not stop.group().startswith(".") or stop.group().startswith(".."):
        return False
    before = _BEFORE.search(text[max(start, stop.start() - _LOOK) : stop.start()])
    word = before.group().lstrip(".'’") if before else ""
    if word.isdigit():
        return not text[max(start, stop.start() - _LOOK) : stop.start() - len(word)].strip()
    initial = after[len(following) : len(following) + 1] == "." and len(following) == 1
    opens = following in writing.openers and not initial
    classes = writing.abbreviations.get(word.lower(), frozenset())
    if "number" in classes and after[:1].isdigit():
        return True
    if "name" in classes:
        return word[:1].isupper() or not opens
    if "plain" in classes or _INITIALS.fullmatch(word):
        return not opens and stop.group()[-1] == "." and after[:1] not in '"“«‘'
    return False


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The trimmed range, cut where it is too long: at the last white space that leaves at least half, else hard."""
    while True:
        while start < end and text[start].isspace():
            start += 1
        if end - start <= MAX_SENTENCE_CHARS:
            break
        window = text[start : start + MAX_SENTENCE_CHARS]
        space = max(window.rfind(" "), window.rfind("\n"))
        cut = start + (space if space > MAX_SENTENCE_CHARS // 2 else MAX_SENTENCE_CHARS)
        yield start, start + len(text[start:cut].rstrip())
        start = cut
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
