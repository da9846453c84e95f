"""Text as tokens and as one string of word-class characters, on which the grammar runs as a regex."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.lexicon.time_words import TimeWords

# One alternative per token shape, special shapes first, but before all the words that can be none of them; every
# repeat is possessive or bounded, so each position costs a constant.
_TOKEN = re.compile(
    r"(?P<plain>[^\W\d]\w*+(?![.:]))"
    r"|(?P<break>\n[ \t\r]{0,20}\n)"
    r"|(?P<address>(?:https?://|www\.)\S{0,2000})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\w-]))"
    r"|(?P<yearfirst>\d{4}(?P<sep1>[/.])\d{1,2}(?P=sep1)\d{1,2}(?![\w/]))"
    r"|(?P<numeric>\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)(?:\d{4}|\d{2})(?![\w/]))"
    r"|(?P<clockhalf>\d{1,2}(?:[:.]\d{2})?[AaPp][Mm](?!\w))"
    r"|(?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?![\w:]))"
    r"|(?P<clockstop>\d{1,2}\.[0-5]\d(?=\s?[AaPp]\.?[Mm]\b)"
    r"|(?<=at )\d{1,2}\.[0-5]\d(?= (?:in the (?:morning|afternoon|evening)|hrs|hours)\b))"
    r"|(?P<ordinal>\d{1,3}(?:st|nd|rd|th)(?!\w))"
    r"|(?P<decade>(?:\d{3}0|['‘’`]\d0)['’]?s(?!\w))"
    r"|(?P<shortyear>['‘’`]\d\d(?!\w))"
    r"|(?P<ampm>[AaPp]\.[Mm]\b\.?)"
    r"|(?P<number>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?(?![\w,])|\d{1,9}(?:\.\d{1,6})?(?!\w))"
    r"|(?P<possessive>['’]s(?!\w))"
    r"|(?P<word>\w+)"
    r"|(?P<mark>[^\w\s])"
)
_FISCAL_YEAR = re.compile(r"FY(?:[12]\d{3}|\d\d)")
_OTHER = "x"
_DASHES = {"–": "-", "—": "--", "−": "-", "‐": "-", "‑": "-"}


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens of a text: `classes[i]` is the class character of the token at `starts[i]:ends[i]`."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    classes: str

    def slice(self, first: int, last: int) -> str:
        """The text from token `first` up to, not including, token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]


class Alphabet:
    """Gives each distinct set of word classes one character, and each class the characters that hold it."""

    def __init__(self, words: TimeWords, literals: frozenset[str]) -> None:
        self.values = {word: dict(pairs) for word, pairs in words.classes.items()}
        self._capitalised = words.capitalised
        self._chars: dict[frozenset[str], str] = {}
        self._word_chars = {
            word: self._char({*self.values.get(word, ()), *({"=" + word} & {"=" + w for w in literals})})
            for word in {*self.values, *literals}
        }
        self._lower_chars = {
            word: self._char({"=" + word} if word in literals else set()) for word in self._capitalised
        }
        self._shape_chars = {shape: self._char(set(classes)) for shape, classes in _SHAPES.items()}

    def _char(self, classes: set[str]) -> str:
        if not classes:
            return _OTHER
        return self._chars.setdefault(frozenset(classes), chr(0x4E00 + len(self._chars)))

    def members(self, name: str) -> str:
        """Every character whose class set holds this class or `=literal`."""
        return "".join(char for classes, char in self._chars.items() if name in classes)

    def tokenise(self, text: str, start: int, end: int) -> Tokens:
        """Tokens of one part of the text, with offsets into the whole."""
        starts: list[int] = []
        ends: list[int] = []
        words: list[str] = []
        chars: list[str] = []
        # What a word or mark stands for does not hang on its place, and texts repeat their words.
        seen: dict[str, tuple[str, str]] = {}
        for match in _TOKEN.finditer(text, start, end):
            token = match.group()
            pair = seen.get(token)
            if pair is None:
                pair = self._read(match.lastgroup or "", token)
                if match.lastgroup in _PLACELESS:
                    seen[token] = pair
            first, last = match.span()
            starts.append(first)
            ends.append(last)
            words.append(pair[0])
            chars.append(pair[1])
        return Tokens(text, starts, ends, words, "".join(chars))

    def _read(self, kind: str, token: str) -> tuple[str, str]:
        """The lower-case word of a token and its class character."""
        word = token.lower()
        if kind in ("plain", "word"):
            char = self._word_chars.get(word, _OTHER)
            if _FISCAL_YEAR.fullmatch(token):
                return word, self._shape_chars["fiscalyear"]
            if char != _OTHER and word in self._capitalised and not token[0].isupper():
                char = self._lower_chars[word]
            return word, char
        if kind == "mark":
            word = _DASHES.get(word, word)
            return word, self._word_chars.get(word, _OTHER)
        return word, self._shape_chars[_shape(kind, word)]


_PLACELESS = frozenset(("plain", "word", "mark"))
# Token shapes and their classes.
_SHAPES: dict[str, tuple[str, ...]] = {
    "break": ("BREAK",),
    "address": (),
    "iso": ("ISO",),
    "yearfirst": ("ISO",),
    "clockhalf": ("CLOCKHALF",),
    "numeric": ("NUMDATE",),
    "clock": ("CLOCK",),
    "clockstop": ("CLOCK",),
    "ordinal": ("ORD",),
    "dayordinal": ("ORD", "DAYORD"),
    "decade": ("DECADE",),
    "shortyear": ("SHORTYEAR",),
    "fiscalyear": ("FISCALYEAR",),
    "ampm": ("AMPM",),
    "hour": ("NUM", "DAYNUM", "HOURNUM"),
    "daynumber": ("NUM", "DAYNUM"),
    "year": ("NUM", "YEAR"),
    "yearhour": ("NUM", "YEAR", "HHMM"),
    "zerohour": ("BIGNUM", "HHMM", "ZEROHOUR"),
    "bighour": ("BIGNUM", "HHMM"),
    "number": ("NUM",),
    "hundreds": ("NUM", "YEARHUNDREDS"),
    "bignumber": ("BIGNUM",),
    "possessive": ("POSS",),
}


def _shape(kind: str, word: str) -> str:
    if kind == "ordinal":
        return "dayordinal" if 1 <= int(word[:-2]) <= 31 else "ordinal"
    if kind != "number":
        return kind
    if not word.isdigit():
        return "number" if "," not in word and len(word) < 5 else "bignumber"
    if len(word) == 4 and word <= "2400":
        is_hour = word[2] < "6"
        if word < "1000":
            return "zerohour" if is_hour else "bignumber"
        return ("yearhour" if is_hour else "year") if word <= "2199" else "bighour" if is_hour else "bignumber"
    if len(word) <= 2 and 1 <= int(word) <= 31:
        return "hour" if int(word) <= 12 else "daynumber"
    if len(word) == 3 and word[0] != "0":
        return "hundreds"
    return "number" if len(word) <= 3 else "bignumber"
