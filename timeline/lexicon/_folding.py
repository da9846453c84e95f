"""Folding text to plain lower case, one character for one character, so that offsets stay true."""

from __future__ import annotations

import unicodedata

_PUNCTUATION = {
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "ʻ": "'", "ʿ": "'", "ʾ": "'",
    "“": '"', "”": '"', "«": '"', "»": '"', "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
    "\n": " ", "\t": " ", "\r": " ", "\xa0": " ", "\u2009": " ", "\u202f": " ",
    "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "ı": "i", "đ": "d", "Đ": "d", "ħ": "h", "Ħ": "h",
}  # fmt: skip


class _Folding(dict[int, str]):
    """A translation table that fills itself, so that each character is worked out once."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = _PUNCTUATION.get(character)
        if folded is None:
            base = unicodedata.normalize("NFD", character)[0]
            folded = base.lower() if len(base.lower()) == 1 else base
        self[code] = folded
        return folded


_TABLE = _Folding()


def fold(text: str) -> str:
    """Lower case without accents, with plain quotes, hyphens and spaces; always as long as `text`.

    Letters of other scripts are kept: a Cyrillic look-alike never becomes its Latin twin here.
    """
    return text.translate(_TABLE)
