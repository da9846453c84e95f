"""Whether the noun phrase that ends at a word is one or several: by endings, articles and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.coding._line import Line


def is_singular(line: Line, at: int) -> bool:
    """Whether a noun before a word is no plural: by its ending, or behind "a" ("a poison gas attack")."""
    if not line.low[at].endswith("s"):
        return True
    while at > 0 and line.tag[at] == "N":
        at -= 1
    return line.low[at] in {"a", "an"}


def is_plural(line: Line, at: int) -> bool:
    """Whether the noun phrase that ends here is plural: by its noun, as a list, or before its place ("crews in X")."""
    if at > 1 and line.tag[at] == "P" and line.low[at - 1] in {"in", "from", "at"}:
        at -= 2
    if at < 0:
        return False
    if line.low[at].endswith("s") and not line.low[at].endswith(("ss", "us", "is")):
        return True
    return at > 1 and line.tag[at - 1] == "c" and line.tag[at - 2] in "NP"
