"""Numbers in words and figures, as they stand before a unit of time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def read_number(words: Sequence[str], values: Mapping[str, Mapping[str, str]]) -> float | None:
    """The number the words say ("twenty-four", "two hundred", "a couple of"); None where it is left open."""
    total, current, seen = 0.0, 0.0, False
    for position, word in enumerate(words):
        classes = values.get(word, {})
        if word == "/":
            return _fraction(words, position, current)
        if word.replace(",", "").replace(".", "", 1).isdecimal():
            current += float(word.replace(",", ""))
        elif "VAGUE" in classes:
            return None
        elif word == "half":
            current += 0.5
        else:
            small = classes.get("NUMW") or classes.get("COUPLE")
            large = classes.get("SCALE") or classes.get("DOZEN")
            if small:
                current += float(small)
            elif large:
                current = max(current, 1) * float(large)
            elif word in ("to", "or", "-") and seen and not _joins(words, position, values):
                return current
            elif word in ("a", "an", "another") and position + 1 == len(words) and words[position - 1] != "half":
                current += 1
            else:
                continue
        seen = True
    return total + current if seen else 1.0


def _joins(words: Sequence[str], position: int, values: Mapping[str, Mapping[str, str]]) -> bool:
    """Whether a hyphen joins tens and units ("twenty-four") rather than two bounds ("two-three")."""
    tens = values.get(words[position - 1], {}).get("NUMW", "0")
    return words[position] == "-" and int(tens) >= 20


def _fraction(words: Sequence[str], position: int, current: float) -> float | None:
    """`2 1/2`: whole number, numerator, stroke, denominator."""
    try:
        numerator, denominator = float(words[position - 1]), float(words[position + 1])
        return current - numerator + numerator / denominator
    except (IndexError, ValueError, ZeroDivisionError):
        return None


def format_number(number: float) -> str:
    """Figures without a needless fraction."""
    return str(int(number)) if number == int(number) else f"{number:g}"
