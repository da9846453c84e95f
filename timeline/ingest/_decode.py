"""Bytes to text: byte order mark, then what the file declares, then UTF-8, then what the bytes look like."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from timeline.errors import ArticleError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_:.\-]{2,40})", re.IGNORECASE)
_BINARY = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc",
    b"\xd0\xcf\x11\xe0",
)
_SAMPLE_BYTES = 200_000
# Above this share of characters that stand for nothing a file is not text.
_MAX_LOST = 0.3
# A text with at most this share of bytes beyond ASCII is in a Western language, where an undeclared
# single-byte encoding is Windows-1252 (WHATWG Encoding Standard, default of Western locales).
_WESTERN_SHARE = 0.05
# UTF-8 with at most this share of damaged characters is damaged UTF-8 rather than another encoding.
_DAMAGED_SHARE = 0.01
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def decode(payload: bytes, *, markup: bool = False) -> tuple[str, str]:
    """The text and the encoding it was read in; `markup` lets a `<meta charset>` speak.

    Raises:
        ArticleError: if the bytes are no text.
    """
    if payload.startswith(_BINARY):
        raise ArticleError("file", "is a binary file under a text file's name")
    text, encoding = _decode(payload, markup=markup)
    if text and len(_CONTROL.findall(text)) > _MAX_LOST * len(text):
        raise ArticleError("file", "is not text: too many of its bytes stand for no character")
    return store_form(text), encoding


def store_form(text: str) -> str:
    """Line ends as `\\n`; NULs and lone surrogates, which no file or database holds, as U+FFFD."""
    return _SURROGATE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd"))


def whole(text: str) -> str:
    """A text whose offsets must not move: only lone surrogates are replaced, one character for one."""
    return _SURROGATE.sub("\ufffd", text)


def _decode(payload: bytes, *, markup: bool) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if payload.startswith(mark):
            return payload.decode(encoding, errors="replace"), encoding.removesuffix("-sig")
    declared = _DECLARED.search(payload[:4_096]) if markup else None
    tries = [declared[1].decode("ascii")] if declared else []
    for encoding in [*tries, "utf-8"]:
        text = _strict(payload, encoding)
        if text is not None:
            return text, codecs.lookup(encoding).name
    return _damaged_utf8(payload) or _wide(payload) or _guess(payload)


def _strict(payload: bytes, encoding: str) -> str | None:
    try:
        if not codecs.lookup(encoding)._is_text_encoding:
            return None
        text = payload.decode(encoding)
    except (LookupError, UnicodeError, ValueError):
        return None
    # Wide text without a mark is valid UTF-8 full of NULs.
    return None if text.count("\x00") > len(text) // 5 else text


def _damaged_utf8(payload: bytes) -> tuple[str, str] | None:
    text = payload.decode("utf-8", errors="replace")
    lost, beyond = text.count("\ufffd"), sum(c > "\x7f" for c in text)
    damaged = 0 < lost <= max(1, _DAMAGED_SHARE * len(text)) and beyond > 2 * lost
    return (text, "utf-8") if damaged and "\x00" not in text else None


def _wide(payload: bytes) -> tuple[str, str] | None:
    sample = payload[:_SAMPLE_BYTES]
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = sample[offset::2].count(0)
        if zeros > len(sample) // 5 and sample[1 - offset :: 2].count(0) < zeros // 10:
            return payload.decode(encoding, errors="replace"), encoding
    return None


def _guess(payload: bytes) -> tuple[str, str]:
    beyond = len(payload) - len(payload.translate(None, bytes(range(128, 256))))
    western = _strict(payload, "cp1252") if beyond <= _WESTERN_SHARE * len(payload) else None
    if western is not None:
        return western, "cp1252"
    best = from_bytes(payload[:_SAMPLE_BYTES]).best()
    if best is None:
        raise ArticleError("file", "is in an encoding that could not be recognised")
    return payload.decode(best.encoding, errors="replace"), best.encoding
