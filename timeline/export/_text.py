"""Making text safe for a spreadsheet, a calendar and a file name."""

from __future__ import annotations

import re
import unicodedata

# What a spreadsheet takes for a formula (OWASP, CSV Injection), full-width forms included.
_FORMULA = re.compile(r"[' ]*[=+\-@\t\r\n＝＋－＠]")
# C0 and C1 controls but tab and line feed, characters XML 1.0 cannot hold, lone surrogates, and the two overrides
# that show letters in an order they do not have; marks that right-to-left text needs stay.
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ufffe\uffff\ud800-\udfff]")
# The most one cell of XLSX holds, in UTF-16 units (ECMA-376; Excel specifications and limits).
MAX_CELL = 32_767
_CUT = " […]"
_MAX_NAME = 60


def clean(text: str) -> str:
    """The text without control characters, lines ending in a line feed."""
    return _UNSAFE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """The cleaned text with single spaces for all white space."""
    return " ".join(clean(text).split())


def cell(text: str) -> str:
    """Cleaned text that no spreadsheet calculates: a leading apostrophe marks what would be a formula."""
    safe = clean(text)
    return "'" + safe if _FORMULA.match(safe) else safe


def restore_cell(text: str) -> str:
    """The cleaned text that `cell` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text


def cut_cell(text: str) -> str:
    """The text, or as much of it as a cell of XLSX holds, ending in a mark that it was cut."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * MAX_CELL:
        return text
    return units[: 2 * (MAX_CELL - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


def comment(text: str) -> str:
    """One line for a comment, with no formula even where a spreadsheet splits it at a separator."""
    # A quoted cell after a separator would lose its quotes and run.
    return re.sub(r"([,;] ?)(?=[=+\-@＝＋－＠])", r"\1'", one_line(text).replace('"', "'"))


def utf8(text: str) -> str:
    """The text as it is, but for lone surrogates, which no encoding can hold."""
    return text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text


def safe_filename(title: str, build_id: str, ext: str) -> str:
    """A file name of ASCII letters, digits, "-" and "_" on any system, whatever the title holds."""
    # "timelinejs.json" stays an end that other programs know; more than two parts are none.
    ends = ".".join([part for part in map(_slug, ext.split(".")) if part][-2:])
    return f"{_slug(title) or 'timeline'}-{_slug(build_id) or 'build'}.{ends or 'txt'}"


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text[:1000]).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^A-Za-z0-9_]+", "-", plain).strip("-_")[:_MAX_NAME].strip("-_").lower()
