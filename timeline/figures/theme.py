"""Colours, shapes and type of every chart, for a light and a dark screen."""

from __future__ import annotations

from typing import NamedTuple

# The page's own font, which Streamlit serves; in a file opened elsewhere the reader's, so that nothing is fetched.
# `system-ui` is left out: on many a Linux it means DejaVu Sans, a fifth wider than all of these.
FONT = (
    "'Source Sans', 'Source Sans 3', 'Source Sans Pro', -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', "
    "'Liberation Sans', 'Noto Sans', Arial, sans-serif"
)
TITLE_PX, TEXT_PX, SMALL_PX = 19, 12, 11


class Theme(NamedTuple):
    """One screen's colours: text keeps 4.5:1, marks 3:1 against paper and every rung (WCAG 2.2: 1.4.3, 1.4.11)."""

    paper: str
    panel: str
    text: str
    muted: str
    line: str
    grid: str
    rungs: tuple[str, ...]
    actors: tuple[str, ...]
    other: str
    heat: tuple[str, ...]
    levels: tuple[str, ...]
    above: str
    below: str


# Okabe and Ito (2008), blue, vermillion, green, purple, orange, sky: hues kept, lightness moved until 3:1 holds.
LIGHT = Theme(
    paper="#ffffff",
    panel="#f5f6f8",
    text="#1c2430",
    muted="#525c69",
    line="#4a5563",
    grid="#d5dae1",
    rungs=("#f3f6fa", "#f2f2f0", "#fdf3da", "#fde5cc", "#fbd6cc"),
    actors=("#0072b2", "#bb4a00", "#00785a", "#a84a80", "#8f6400", "#2a7fa8"),
    other="#6b7280",
    levels=("#2a7fa8", "#6b7280", "#8f6400", "#c24e00", "#9f1239"),
    heat=("#f5f6f8", "#fde0c5", "#f7a474", "#d9602c", "#8c2d04"),
    above="#eef4fb",
    below="#fdf4ee",
)
DARK = Theme(
    paper="#0e1117",
    panel="#171c25",
    text="#f2f4f7",
    muted="#b3bcc9",
    line="#a9b4c2",
    grid="#333c49",
    rungs=("#151c27", "#1d1f23", "#2b2617", "#362415", "#401f1a"),
    actors=("#58aee8", "#f58b4c", "#35c79a", "#e39cc4", "#e8b23a", "#8fd3f5"),
    other="#a3acb8",
    levels=("#8fd3f5", "#a3acb8", "#e8b23a", "#f58b4c", "#ff7a90"),
    heat=("#171c25", "#4a2413", "#8f3b12", "#d9691f", "#ffc48a"),
    above="#141d29",
    below="#231a15",
)
# One shape a rung, from talks to force, where colour says the rung.
LEVEL_SYMBOLS = ("circle", "square", "diamond", "hexagon", "triangle-up")
# One shape an actor: the second channel beside colour. "pentagon" is every other actor, "cross" an unnamed one.
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "hexagon", "triangle-down")
OTHER_SYMBOL, UNNAMED_SYMBOL = "pentagon", "cross"


def theme_for(dark: bool) -> Theme:
    """The colours of one screen."""
    return DARK if dark else LIGHT


def fade(colour: str, over: str, share: float) -> str:
    """`share` of `colour` laid over `over`, as one opaque colour (exports keep it where alpha is lost)."""
    top, base = (_channels(c) for c in (colour, over))
    return "#" + "".join(f"{round(t * share + b * (1 - share)):02x}" for t, b in zip(top, base, strict=True))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def _luminance(colour: str) -> float:
    parts = [c / 255 for c in _channels(colour)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
