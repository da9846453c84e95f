"""Compiles grammar rules, written over word classes, to regular expressions over class characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from timeline.model import DateInterval
from timeline.times._calendar import Reading
from timeline.times._tense import is_future
from timeline.times._tokens import Alphabet, Tokens

# NAME a word class, word or 'mark' a literal, @name a macro, everything else regular-expression syntax.
_PIECE = re.compile(
    r"(?P<macro>@\w+)|(?P<group>\(\?P<\w+>|\(\?<?[:=!])|(?P<open>\()|(?P<syntax>[)|?*+]|\{\d,\d\})"
    r"|(?P<class>[A-Z]+)|(?P<quoted>'[^']+')|(?P<literal>[a-z]+)|(?P<blank>\s+)"
)


@dataclass(frozen=True)
class Hit:
    """One rule's match: token range and the token ranges of its named groups."""

    tokens: Tokens
    start: int
    end: int
    groups: Mapping[str, tuple[int, int]]
    values: Mapping[str, Mapping[str, str]]

    @cached_property
    def future(self) -> bool | None:
        """Whether its clause looks ahead or back (`is_future`), which no document date changes."""
        return is_future(self)

    def __contains__(self, group: str) -> bool:
        return group in self.groups

    def words(self, group: str) -> list[str]:
        """Lower-case words of a group; empty where it did not take part."""
        first, last = self.groups.get(group, (0, 0))
        return self.tokens.words[first:last]

    def word(self, group: str) -> str:
        """The only or first word of a group, or an empty string."""
        return next(iter(self.words(group)), "")

    def value(self, group: str, *classes: str) -> str:
        """The table value of the group's first word in one of these classes, or an empty string."""
        for word in self.words(group):
            found = self.values.get(word, {})
            for name in classes:
                if name in found:
                    return found[name]
        return ""


@dataclass(frozen=True)
class Context:
    """What a rule may look at besides its own words.

    `last` is the last mentioned interval of a year or less, `day` the last single day, `span` the range that `last`
    ends. `on` (also "from", "since", "between"), `by` and `ended` say that this word stands before the match, `joined`
    is the rule of a last date that stands before it with "to", `told` is the value of the last expression, `clock` that
    of the last time of day of the day told last.
    """

    ref: date | None
    last: DateInterval | None = None
    day: DateInterval | None = None
    span: DateInterval | None = None
    future: bool | None = None
    narrative: bool = False
    on: bool = False
    ended: bool = False
    by: bool = False
    joined: str = ""
    told: str = ""
    clock: str = ""

    @property
    def here(self) -> date | None:
        """The day the text is at: the last mentioned one in a history or without a publication date, else that."""
        told = self.last is not None and (self.narrative or self.ref is None)
        return self.last.start if self.last is not None and told else self.ref

    def base_of(self, word: str, direction: int) -> date | None:
        """The day that "previous", "following", "that" count from: what was told last; else where the text is at."""
        if word not in _FROM_TOLD or self.last is None:
            return self.here if self.narrative or self.ref is None else self.ref
        return self.last.end if direction > 0 and self.last.days > _QUARTER else self.last.start

    @property
    def last_day(self) -> DateInterval | None:
        """What days are counted from: the last mentioned interval, in a history only if it is a week or less."""
        if self.last is None or not self.narrative or self.last.days <= _WEEK:
            return self.last
        return self.day


_WEEK = 7
_QUARTER = 92
_FROM_TOLD = frozenset(("following", "previous", "preceding", "same", "that", "prior"))
Resolver = Callable[[Hit, Context], Reading | None]


@dataclass(frozen=True)
class Rule:
    """A named pattern over word classes with the function that resolves its matches."""

    name: str
    pattern: str
    resolve: Resolver


def literals_of(patterns: list[str]) -> frozenset[str]:
    """Every literal word and mark named in these patterns."""
    found = set()
    for pattern in patterns:
        for match in _PIECE.finditer(pattern):
            if match.lastgroup in ("literal", "quoted"):
                found.add(match.group().strip("'") or "'")
    return frozenset(found)


def compile_pattern(pattern: str, alphabet: Alphabet, macros: Mapping[str, str]) -> str:
    """The regular expression, over class characters, of one pattern."""
    out: list[str] = []
    position = 0
    while position < len(pattern):
        match = _PIECE.match(pattern, position)
        if match is None:
            msg = f"bad grammar pattern at {pattern[position:]!r}"
            raise ValueError(msg)
        out.append(_piece(match, alphabet, macros))
        position = match.end()
    return "".join(out)


def _piece(match: re.Match[str], alphabet: Alphabet, macros: Mapping[str, str]) -> str:
    piece = match.group()
    if match.lastgroup == "blank":
        return ""
    if match.lastgroup == "open":
        return "(?:"
    if match.lastgroup in ("group", "syntax"):
        return piece
    if match.lastgroup == "macro":
        return f"(?:{compile_pattern(macros[piece[1:]], alphabet, macros)})"
    name = piece if match.lastgroup == "class" else "=" + piece.strip("'")
    members = alphabet.members(name)
    return f"[{members}]" if members else "(?!)"


_ATOM = re.compile(r"\[(?P<chars>[^\]]+)\]|(?P<look>\(\?<?[=!])|(?P<open>\((?:\?:|\?P<\w+>))")
_OPTIONAL = re.compile(r"[?*]|\{0,\d\}")
_REPEAT = re.compile(r"[?*+]|\{\d,\d\}")


def first_chars(source: str) -> frozenset[str]:
    """The characters with which a compiled pattern's matches can begin."""
    found, _, _ = _firsts(source, 0)
    return frozenset(found)


def _firsts(source: str, position: int) -> tuple[set[str], bool, int]:
    """First characters of the alternatives from here to the closing bracket, whether one is empty, and the end."""
    found: set[str] = set()
    empty, branch_empty = False, True
    while position < len(source) and source[position] != ")":
        if source[position] == "|":
            empty, branch_empty, position = empty or branch_empty, True, position + 1
            continue
        firsts, optional, position = _atom_firsts(source, position)
        if branch_empty:
            found |= firsts
            branch_empty = optional
    return found, empty or branch_empty, position


def _atom_firsts(source: str, position: int) -> tuple[set[str], bool, int]:
    match = _ATOM.match(source, position)
    if match is None:
        msg = f"bad compiled pattern at {source[position : position + 20]!r}"
        raise ValueError(msg)
    if match["chars"]:
        firsts, empty, end = set(match["chars"]), False, match.end()
    else:
        firsts, empty, end = _firsts(source, match.end())
        end += 1
        if match["look"]:
            firsts, empty = set(), True
    repeat = _REPEAT.match(source, end)
    if repeat is None:
        return firsts, empty, end
    return firsts, empty or _OPTIONAL.match(source, end) is not None, repeat.end()
