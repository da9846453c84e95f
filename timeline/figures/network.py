"""Who acts on whom as a picture: actors on a circle, an arrow for each directed pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import cos, hypot, log2, pi, sin
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from timeline.figures._ink import legend_entry
from timeline.figures._layout import Sheet, axis, draw_sheet, empty_figure, make_sheet, new_figure
from timeline.figures._marks import number, words
from timeline.figures._place import Point, curve
from timeline.figures._text import escape, label_html
from timeline.figures.matrix import left_out_text, pair_text
from timeline.figures.theme import SMALL_PX, TEXT_PX
from timeline.speech import Speech
from timeline.words import ENGLISH

_MOST_NODES, _MOST_EDGES = 14, 40


class Node(NamedTuple):
    """An actor on the circle (radius 1), with its events."""

    name: str
    x: float
    y: float
    events: int


class Edge(NamedTuple):
    """A directed pair, drawn along `points`."""

    initiator: str
    target: str
    events: int
    hostile: bool
    points: tuple[Point, ...]


class NetworkFacts(NamedTuple):
    """The busiest actors and pairs; how many events of rarer pairs are left out."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int
    summary: str


def network_figure(
    matrix: pd.DataFrame,
    *,
    title: str,
    subtitle: str = "",
    dark: bool = False,
    narrow: bool = False,
    width: int | None = None,
    footer: str = "",
    language: str = ENGLISH,
) -> go.Figure:
    """Draw the frame of `queries.actor_matrix`; the same frame always gives the same picture."""
    reading = subtitle or Speech(language).say("NETWORK_READING")
    sheet = make_sheet(title, reading, footer, dark=dark, narrow=narrow, width=width, left=16, language=language)
    facts = network_facts(matrix, sheet.speech, most=8 if narrow else _MOST_NODES)
    if facts is None:
        return empty_figure(sheet, sheet.speech.say("PAIRS_NONE"))
    if facts.left_out:
        sheet = sheet._replace(footer=f"{left_out_text(facts.left_out, sheet.speech)} {sheet.footer}")
    return _draw(facts, sheet)


def network_facts(matrix: pd.DataFrame, speech: Speech, *, most: int = _MOST_NODES) -> NetworkFacts | None:
    """Actors around the circle, the busiest on top and busy pairs side by side."""
    pairs = {
        (str(r["initiator_id"]), str(r["target_id"])): (int(r["n_events"]), number(r["intensity_mean"]))
        for r in matrix.to_dict("records")
        if r["initiator_id"] and r["target_id"] and r["initiator_id"] != r["target_id"]
    }
    if not pairs:
        return None
    names = {
        str(r[f"{side}_id"]): words(r[side]) for r in matrix.to_dict("records") for side in ("initiator", "target")
    }
    weight: dict[str, int] = defaultdict(int)
    for (a, b), (n, _) in pairs.items():
        weight[a] += n
        weight[b] += n
    kept = sorted(weight, key=lambda key: (-weight[key], key))[:most]
    order = _round(kept, {pair: n for pair, (n, _) in pairs.items()})
    at = {key: (sin(2 * pi * i / len(order)), cos(2 * pi * i / len(order))) for i, key in enumerate(order)}
    ranked = sorted(
        ((pair, *told) for pair, told in pairs.items() if set(pair) <= set(kept)), key=lambda e: (-e[1], e[0])
    )
    edges = tuple(
        Edge(names[a], names[b], n, mean < 0, _bend(at[a], at[b])) for (a, b), n, mean in ranked[:_MOST_EDGES]
    )
    nodes = tuple(Node(names[key], *at[key], weight[key]) for key in order)
    told = "; ".join(pair_text(e.initiator, e.target, e.events, speech) for e in edges[:3])
    left_out = sum(n for n, _ in pairs.values()) - sum(e.events for e in edges)
    summary = speech.say("NETWORK_SUMMARY", actors=speech.count("ACTOR_NOUN", len(nodes)),
                         pairs=speech.count("PAIR_NOUN", len(edges)), told=told)  # fmt: skip
    return NetworkFacts(nodes, edges, left_out, summary)


def _round(keys: Sequence[str], weights: dict[tuple[str, str], int]) -> list[str]:
    """Start with the busiest; each next one is the one that most passes between it and its neighbour."""
    order, rest = [keys[0]], list(keys[1:])
    while rest:
        last = order[-1]
        nearest = max(rest, key=lambda k: (weights.get((last, k), 0) + weights.get((k, last), 0), -keys.index(k)))
        order.append(nearest)
        rest.remove(nearest)
    return order


def _bend(start: Point, end: Point) -> tuple[Point, ...]:
    """A curve to the right of the straight line, so that two directions never lie on each other."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy) or 1.0
    one, two = ((start[0] + dx * share + dy * 0.14, start[1] + dy * share - dx * 0.14) for share in (0.3, 0.7))
    gap = 0.085 / length
    short = (end[0] - dx * gap, end[1] - dy * gap)
    begin = (start[0] + dx * gap, start[1] + dy * gap)
    steps = 12
    return tuple((round(x, 3), round(y, 3)) for x, y in _cubic(begin, one, two, short, steps))


def _cubic(a: Point, b: Point, c: Point, d: Point, steps: int) -> list[Point]:
    # `curve` rounds to pixels; the circle's radius is one.
    one, two, three, four = ((x * 1000, y * 1000) for x, y in (a, b, c, d))
    return [(x / 1000, y / 1000) for x, y in curve(one, two, three, four, steps)]


def _draw(facts: NetworkFacts, sheet: Sheet) -> go.Figure:
    fig, theme, speech = new_figure(), sheet.theme, sheet.speech
    high = max(edge.events for edge in facts.edges)
    for edge in sorted(facts.edges, key=lambda e: e.events):
        wide = 1 + 4.5 * log2(edge.events + 1) / log2(high + 1)
        sizes = [0] * (len(edge.points) - 1) + [8 + wide]
        colour = theme.levels[3] if edge.hostile else theme.levels[0]
        fig.add_trace(go.Scatter(
            x=[x for x, _ in edge.points], y=[y for _, y in edge.points], mode="lines+markers", showlegend=False,
            line={"width": round(wide, 1), "color": colour, "dash": "solid" if edge.hostile else "dash"},
            marker={"symbol": "arrow", "angleref": "previous", "size": sizes, "color": colour},
            hovertemplate=escape(
                speech.of(f"{edge.initiator} → {edge.target}", speech.count("EVENT_NOUN", edge.events))
            )
            + "<extra></extra>",
        ))  # fmt: skip
    _nodes(fig, facts, sheet)
    side = {"showgrid": False, "visible": False, "fixedrange": True}
    # Room for names beside the circle.
    reach = 1.8 if sheet.narrow else 1.25
    fig.update_xaxes(**axis(theme, **side, range=[-reach, reach]))
    fig.update_yaxes(**axis(theme, **side, range=[-1.2, 1.2], scaleanchor="x", scaleratio=1))
    keys = _keys(fig, facts, sheet)
    height = 380 if sheet.narrow else 520
    return draw_sheet(fig, sheet, plot_height=height, summary=facts.summary, keys=keys, below=8,
                      meta={"left_out": facts.left_out})  # fmt: skip


def _nodes(fig: go.Figure, facts: NetworkFacts, sheet: Sheet) -> None:
    theme = sheet.theme
    most = max(node.events for node in facts.nodes)
    fig.add_trace(go.Scatter(
        x=[n.x for n in facts.nodes], y=[n.y for n in facts.nodes], mode="markers", showlegend=False,
        marker={"size": [12 + 14 * (n.events / most) ** 0.5 for n in facts.nodes], "color": theme.text,
                "line": {"width": 2, "color": theme.paper}, "opacity": 1},
        text=[escape(sheet.speech.of(n.name, sheet.speech.count("EVENT_NOUN", n.events))) for n in facts.nodes],
        hovertemplate="%{text}<extra></extra>",
    ))  # fmt: skip
    size = SMALL_PX if sheet.narrow else TEXT_PX
    for n in facts.nodes:
        right = "left" if n.x > 0.15 else "right" if n.x < -0.15 else "center"
        fig.add_annotation(x=n.x * 1.07, y=n.y * 1.07, text=label_html(n.name, 72 if sheet.narrow else 150, size),
                           showarrow=False, xanchor=right, yanchor="bottom" if n.y > 0 else "top",
                           font={"size": size, "color": theme.text})  # fmt: skip


def _keys(fig: go.Figure, facts: NetworkFacts, sheet: Sheet) -> list[str]:
    names: list[str] = []
    drawn = [h for h in (True, False) if any(e.hostile is h for e in facts.edges)]
    for rank, hostile in enumerate(drawn):
        look = {"width": 3, "color": sheet.theme.levels[3 if hostile else 0], "dash": "solid" if hostile else "dash"}
        name = sheet.speech.say("NETWORK_HOSTILE" if hostile else "NETWORK_COOPERATIVE")
        names.append(name)
        fig.add_trace(legend_entry(name, legend="legend2", rank=rank + 1, mode="lines", line=look))
    return names
