"""Makes hostile text safe to show: the one audited way from article text to a Markdown-bearing element."""

from __future__ import annotations

import re
import string

# Invisible on screen and not a letter: placed inside what Streamlit would turn into a link, an icon or an arrow,
# which it finds after Markdown's own escapes are gone.
_JOINER = "\u2060"
_PUNCTUATION = re.compile(f"([{re.escape(string.punctuation)}])")
_LATE_SYNTAX = re.compile(
    r"(?<=[:@])(?=\S)|(?<=-)(?=[->])|(?<=<)(?=-)|(?<=[wW]{3})(?=\.)|(?<=\.)(?=\.)|(?<=\()(?=[cCrRtTpP])"
)
_SPACE = re.compile(r"[\s\u2028\u2029]+")

# Bidirectional controls (Unicode UAX 9) reorder what stands around them; control characters hide.
_BIDI = {
    ord(c): f"\u27e6U+{ord(c):04X}\u27e7"
    for c in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
}
_CONTROLS = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"} | {0x7F: 0x2421}
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_VISIBLE = str.maketrans({**_BIDI, **_CONTROLS, **_SURROGATES, 0x0D: None})

_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"


def visible(text: str) -> str:
    """The text with every hidden control drawn as a visible sign, so that what is read is what is there."""
    return text.translate(_VISIBLE)


def literal(text: str) -> str:
    """Text for elements that take plain text: hidden controls visible, its direction kept from its surroundings."""
    return f"{_ISOLATE}{visible(text)}{_END_ISOLATE}" if text else ""


def plain(text: str, *, limit: int = 300) -> str:
    """Text for elements that read Markdown (labels, headings, captions): one line in which nothing is syntax.

    `limit` is in characters; a longer text is cut with an ellipsis.
    """
    line = _SPACE.sub(" ", visible(text)).strip()
    if len(line) > limit:
        line = line[: limit - 1].rstrip() + "…"
    return _PUNCTUATION.sub(r"\\\1", _LATE_SYNTAX.sub(_JOINER, line))


def safe_link(url: str) -> str | None:
    """The address if it is an ordinary web address without credentials or spaces, else None."""
    if len(url) > 2_000 or re.fullmatch(r"https?://[A-Za-z0-9.\-]{1,253}(:\d{1,5})?([/?#][!-~]*)?", url) is None:
        return None
    return url
