"""Known dated events that texts date other things by, from `data/lexicon/anchors.yaml`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from timeline.lexicon._tables import Row, read_yaml_table
from timeline.settings import LEXICON_DIR

_DAY = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
_EDTF = re.compile(rf"{_DAY}|{_DAY}/{_DAY}|\[{_DAY}\.\.{_DAY}\]")
_URL = re.compile(r"https?://[^\s<>\"]+")


def _check_edtf(text: str) -> str:
    if not _EDTF.fullmatch(text):
        raise ValueError("must be an EDTF day, month, year, a/b or [a..b]")
    return text


def _check_url(text: str) -> str:
    if not _URL.fullmatch(text):
        raise ValueError("must be a public web address")
    return text


def _check_groups(groups: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    if not groups or not all(groups):
        raise ValueError("needs at least one group, and no empty one")
    return groups


EdtfText = Annotated[str, AfterValidator(_check_edtf)]


class Phrase(BaseModel):
    """One way to refer to an event: a word of every group in `all`, near each other, and none of `none`.

    Words are lower case; several words stand for that sequence; a final `*` stands for any ending. With `open` the
    words may as well tell of another event like it ("a blast at the airport"): then only a definite reference, or a
    text of the weeks after, means this one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    all: Annotated[tuple[tuple[str, ...], ...], AfterValidator(_check_groups)]
    none: tuple[str, ...] = ()
    open: bool = False


class Anchor(Row):
    """A known event: its EDTF date, the phrases that refer to it, and a public page that dates it.

    `kind` holds event types (ontology section 1) or "milestone".
    """

    id: str
    label: str
    edtf: EdtfText
    kind: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    place: str = ""
    source: Annotated[str, AfterValidator(_check_url)]


def load_anchors(path: Path = LEXICON_DIR / "anchors.yaml") -> tuple[Anchor, ...]:
    """Read and validate the table.

    Raises:
        LexiconError: naming file, entry and key of a bad value.
    """
    return read_yaml_table(path, Anchor)
