"""Numbers as news writes them: digits and words, ranges, floors and ceilings, and where they stand in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.coding._line import Line
from timeline.coding._reading import Reading
from timeline.lexicon.status_words import StatusKind

SCALES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_MANY = {"dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 1_000_000}
_GREAT = 1000
_MAX_COUNT = 10_000_000
_LONGEST = 12
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_ARTICLES = frozenset(("a", "an", "another"))
# What stands between two days of a month.
_SECOND = frozenset(("and", "or", "to", "-", "–"))

# Which words of harm count for which field; the first kind that fits wins. The first two count dead and hurt.
HARMS: tuple[tuple[StatusKind, str], ...] = (
    ("kill", "killed"), ("harm", "injured"), ("displace", "displaced"), ("capture", "captured"),
)  # fmt: skip
CASUALTIES = HARMS[:2]

Bounds = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of the text: tokens `first` to `last` with the words that bound it; `high` is None for a floor."""

    first: int
    last: int
    low: int
    high: int | None

    @property
    def bounds(self) -> Bounds:
        """Both bounds."""
        return self.low, self.high


def quantities(reading: Reading) -> list[Quantity]:
    """The numbers of a sentence that may count people or munitions, in order; times, ages and money are left out."""
    found: list[Quantity] = []
    line, i = reading.line, 0
    while i < len(line):
        number = _number(line, reading.status.numbers, i)
        if number is None:
            i += 1
            continue
        bounds, after = number
        bounds, after = _ranged(reading, i, after, bounds)
        if not _no_count(reading, i, after) and not _is_time(reading, i, after):
            found.append(_bounded(reading, i, after, bounds))
        i = after
    return found


def _number(line: Line, numbers: Mapping[str, Bounds], i: int) -> tuple[Bounds, int] | None:
    """The number that begins at a token and the token behind it."""
    low = line.low
    following = low[i + 1] if i + 1 < len(low) else ""
    if low[i] == "half" and following == "a" and low[i + 2 : i + 3] and low[i + 2] in SCALES:
        half = SCALES[low[i + 2]] // 2
        return (half, half), i + 3
    value = _word(low[i], line.tag[i], numbers)
    if low[i] in _ARTICLES or low[i] == "few":
        scale = following in SCALES or (following == "few" and low[i + 2 : i + 3] and low[i + 2] in SCALES)
        value = ((1, 1) if low[i] in _ARTICLES else (2, None)) if scale else None
        if scale and following == "few":
            value, i = (2, None), i + 1
    if value is None or (low[i] == "no" and following in {"fewer", "less", "more"}):
        return None
    if low[i] in _MANY or low[i] == "tens":
        if following == "of" and low[i + 2 : i + 3] and low[i + 2] in _MANY:
            return (min(value[0] * _MANY[low[i + 2]], _MAX_COUNT), None), i + 3
        return value, i + 1
    return _scaled(line, numbers, i + 1, value)


def _scaled(line: Line, numbers: Mapping[str, Bounds], i: int, value: Bounds) -> tuple[Bounds, int]:
    """ "two hundred and twenty thousand": scales multiply what stands before them, smaller numbers add."""
    low, high = value
    done, scale = 0, 1
    for _ in range(_LONGEST):
        word = line.low[i] if i < len(line) else ""
        if word in SCALES:
            scale = SCALES[word]
            low, high = low * scale, None if high is None else high * scale
            if scale >= _GREAT:
                done, low, high = done + low, 0, None if high is None else 0
            i += 1
            continue
        step = i + (word == "and")
        more = _word(line.low[step], line.tag[step], numbers) if step < len(line) and scale > 1 else None
        if more is None or more[0] != more[1] or more[0] >= scale or line.low[step] in _ARTICLES or not more[0]:
            break
        low, high = low + more[0], None if high is None else high + more[0]
        scale = 1
        i = step + 1
        if i < len(line) and line.low[i] in SCALES:
            scale = SCALES[line.low[i]]
    low, high = done + low, None if high is None else done + high
    return (min(low, _MAX_COUNT), None if high is None else min(high, _MAX_COUNT)), i


def _word(word: str, tag: str, numbers: Mapping[str, Bounds]) -> Bounds | None:
    """One token: "1,200", "20-30", "seven", "twenty-one"."""
    if word in numbers:
        return numbers[word]
    if tag == "#":
        return _digits(word)
    tens, _, ones = word.partition("-")
    if ones and tens in numbers and ones in numbers:
        parts = numbers[tens], numbers[ones]
        if parts[0][0] > parts[1][0] and all(low == high for low, high in parts):
            whole = parts[0][0] + parts[1][0]
            return whole, whole
    return None


def _digits(word: str) -> Bounds | None:
    parts = word.replace(",", "").replace("–", "-").split("-")
    if not all(part.isdigit() and len(part) < 9 for part in parts) or len(parts) > 2:
        return None
    values = [min(int(part), _MAX_COUNT) for part in parts]
    return min(values), max(values)


def _ranged(reading: Reading, first: int, after: int, bounds: Bounds) -> tuple[Bounds, int]:
    """ "20 to 30", "between 20 and 30": the second number is the ceiling; in "rose from 20 to 30" it is the number."""
    line, numbers = reading.line, reading.status.numbers
    if after >= len(line) or line.low[after] not in {"to", "or", "and", "-", "–", "—"}:
        return bounds, after
    between = first > 0 and line.low[first - 1] == "between"
    if line.low[after] == "and" and not between:
        return bounds, after
    second = _number(line, numbers, after + 1) if after + 1 < len(line) else None
    scale = SCALES.get(line.low[second[1] - 1]) if second is not None else None
    if scale is not None and line.low[after - 1] not in SCALES and bounds[0] < scale:
        bounds = bounds[0] * scale, None
    if second is None or second[0][1] is None or second[0][0] <= bounds[0]:
        return bounds, after
    if first > 1 and line.low[first - 1] == "from" and line.low[first - 2] in reading.status["climb"]:
        return second
    return (bounds[0], second[0][1]), second[1]


def _no_count(reading: Reading, first: int, after: int) -> bool:
    """Money, a year that stands alone, a day of a month, and an age count nobody."""
    line, at = reading.line, reading.clauses.at
    # "On Thursday six guards": what a phrase of its own counts is no day.
    before = line.tag[first - 1] if first and at[first - 1] == at[first] else ""
    behind = line.tag[after] if after < len(line) else ";"
    if first and (line.words[first - 1] in "$€£" or line.low[first - 1] == "aged"):
        return True
    if before == "k" or behind == "k" or _is_age(reading, first):
        return True
    digits = line.tag[first] == "#" and line.low[first].isdigit()
    behind_comma = first > 0 and line.tag[first - 1] == ","
    year = digits and _FIRST_YEAR <= int(line.low[first][:9]) <= _LAST_YEAR and behind not in "NPA"
    return year or (digits and behind_comma and behind == "," and after == first + 1)


def _is_age(reading: Reading, first: int) -> bool:
    """ "a man of 50": behind one person a number is how old; "a crew of 50" are so many."""
    low = reading.line.low
    return first > 1 and low[first - 1] == "of" and low[first - 2] in reading.status["single"]


def _is_time(reading: Reading, first: int, after: int) -> bool:
    """ "two weeks after", "the night of May 6 and 7": a number inside a time expression, or the second of two days."""
    line, text = reading.line, reading.line.text
    start, end = line.start[first], line.end[after - 1]
    alone = after >= len(line) or line.tag[after] not in "NPA"
    return any(
        (low <= start and end <= high)
        or (alone and high <= start and text[high:start].strip() in _SECOND and text[high - 1].isdigit())
        for low, high in reading.times
    )


def _bounded(reading: Reading, i: int, after: int, bounds: Bounds) -> Quantity:
    line = reading.line
    low, high = bounds
    first = i
    for words, kind in _phrases_before(reading, i):
        first = min(first, i - len(words))
        if kind == "least":
            high = None
        elif kind == "most":
            low, high = 0, high if high is not None else low
    if line.low[i - 1 : i] == ["between"]:
        first = i - 1
    if line.low[after : after + 2] == ["or", "more"]:
        high = None
        after += 2
    return Quantity(first, after - 1, low, high)


def _phrases_before(reading: Reading, i: int) -> list[tuple[tuple[str, ...], str]]:
    found: list[tuple[tuple[str, ...], str]] = []
    for back in (4, 3, 2, 1):
        start = i - back
        if start < 0 or found or _is_rise(reading, start):
            continue
        for words, kind in reading.phrases.get(start, ()):
            if kind in {"least", "most"} and len(words) == back:
                found.append((words, kind))
    return found


def _is_rise(reading: Reading, start: int) -> bool:
    """ "Went up to 23": the number was reached, and "up to" is no bound."""
    line = reading.line
    return line.low[start : start + 2] == ["up", "to"] and start > 0 and line.low[start - 1] in reading.status["climb"]
