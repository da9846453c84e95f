"""What the ladder draws: rungs, marks with their place, arcs and labels, all in pixels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from timeline.figures._crowd import Bar
from timeline.figures._ladder_arcs import find_arcs
from timeline.figures._ladder_labels import place_labels
from timeline.figures._ladder_rows import Shape, arrange
from timeline.figures._ladder_types import LANE_PX, Arc, Label, Placed, Rung
from timeline.figures._layout import Sheet
from timeline.figures._marks import (
    FORCE,
    Key,
    Mark,
    diameter,
    gravity,
    legend_keys,
    read_marks,
    rung_names,
    rung_of,
    status_text,
)
from timeline.figures._phase_strip import Phase, phase_strip
from timeline.figures._scale import Scale
from timeline.figures._text import span_text
from timeline.figures._time_axis import make_scale
from timeline.speech import Speech


class LadderFacts(NamedTuple):
    """Everything on the ladder."""

    scale: Scale
    rungs: tuple[Rung, ...]
    placed: tuple[Placed, ...]
    arcs: tuple[Arc, ...]
    labels: tuple[Label, ...]
    keys: tuple[Key, ...]
    bars: tuple[Bar, ...]
    most: int
    undated: int = 0
    summary: str = ""
    phases: tuple[Phase, ...] = ()

    @property
    def colours(self) -> dict[str, str]:
        """Each initiator's colour by the name that the legend gives it."""
        return {key.name: key.colour for key in self.keys}

    @property
    def height(self) -> float:
        """Pixels from the lowest rung to the highest."""
        return self.rungs[-1].y1


def ladder_facts(
    events: pd.DataFrame,
    responses: pd.DataFrame,
    sheet: Sheet,
    *,
    folded: bool,
    names: Mapping[str, str],
    phases: pd.DataFrame | None = None,
) -> LadderFacts | None:
    """Compute the ladder, or None where no event has a date."""
    marks, undated = read_marks(events, sheet.speech)
    if not marks:
        return None
    scale = make_scale(marks, sheet, folded=folded)
    shapes = _shapes(marks, scale, sheet, names)
    bows = _bows(shapes, responses)
    lanes = min(sum(s.labelled and s.rung == FORCE for s in shapes), 3)
    facts = _compose(shapes, responses, sheet, scale, bows, lanes)
    used = max((label.top for label in facts.labels if label.led), default=0.0)
    spare = int((facts.rungs[FORCE].y1 - used) // LANE_PX) if used else lanes
    if 0 < spare <= lanes:  # no empty lanes above the highest words
        facts = _compose(shapes, responses, sheet, scale, bows, lanes - spare)
    return facts._replace(
        undated=undated,
        summary=_summary(shapes, facts.arcs, undated, sheet.speech),
        phases=phase_strip(phases, scale, sheet.speech),
    )


def _bows(shapes: Sequence[Shape], responses: pd.DataFrame) -> frozenset[int]:
    """The rungs on which an event answers another of the same rung: they need room beneath."""
    rung = {s.mark.event_id: s.rung for s in shapes}
    pairs = zip(responses["event_id"].astype(str), responses["responds_to"].astype(str), strict=True)
    return frozenset(rung[a] for a, b in pairs if a in rung and rung[a] == rung.get(b))


def _compose(
    shapes: Sequence[Shape], responses: pd.DataFrame, sheet: Sheet, scale: Scale, bows: frozenset[int], lanes: int
) -> LadderFacts:
    found = arrange(shapes, bows, lanes, rung_names(sheet.speech), narrow=sheet.narrow)
    arcs = find_arcs(responses, found.placed, found.rungs, scale.width, sheet.speech, narrow=sheet.narrow)
    labelled = {s.mark.event_id for s in shapes if s.labelled}
    wanted = [p for p in found.placed if p.mark.event_id in labelled]
    labels = place_labels(wanted, found.placed, arcs, found.rungs, scale, found.bars, narrow=sheet.narrow)
    return LadderFacts(
        scale, found.rungs, found.placed, arcs, labels, _keys(shapes, sheet.speech), found.bars, found.most
    )


def _keys(shapes: Sequence[Shape], speech: Speech) -> tuple[Key, ...]:
    """Who is drawn, the busiest first, those without a colour of their own last."""
    counts = Counter(s.key.name for s in shapes)
    keys = {s.key.name: s.key for s in shapes}
    last = {speech.say("CHART_OTHERS"): 1, speech.say("CHART_UNNAMED"): 2}
    return tuple(keys[name] for name in sorted(keys, key=lambda n: (last.get(n, 0), -counts[n], n)))


def _shapes(marks: Sequence[Mark], scale: Scale, sheet: Sheet, names: Mapping[str, str]) -> list[Shape]:
    who = [names.get(m.initiators[0], m.initiator) if m.initiators else m.initiator for m in marks]
    keys = legend_keys(who, sheet.theme, sheet.speech, most=4 if sheet.narrow else 6, known=names.values())
    shrink = max(0.45, min(1.0, (120 if sheet.narrow else 260) / len(marks)) ** 0.35)
    rungs = [rung_of(m) for m in marks]
    order = sorted(range(len(marks)), key=lambda i: (-gravity(marks[i], rungs[i]), marks[i].event_id))
    chosen = frozenset(order[: 6 if sheet.narrow else 16])
    return [
        Shape(m, rungs[i], keys[who[i]], scale.x(m.middle), scale.x(m.start), scale.x(m.end + 1),
               diameter(m, shrink), i in chosen)
        for i, m in enumerate(marks)
    ]  # fmt: skip


def _summary(placed: Sequence[Shape], arcs: Sequence[Arc], undated: int, speech: Speech) -> str:
    """The ladder in words: how many, when, on which rungs, by whom, the gravest, the answers."""
    first, last = min(p.mark.start for p in placed), max(p.mark.end for p in placed)
    counts = [(name, sum(p.rung == i for p in placed)) for i, name in enumerate(rung_names(speech))]
    rungs = ", ".join(f"{name.lower()} {n}" for name, n in reversed(counts) if n)
    names = [p.key.name for p in placed]
    top = sorted(set(names), key=lambda n: (-names.count(n), n))[:4]
    who = ", ".join(f"{n} {names.count(n)}" for n in top)
    worst = max(placed, key=lambda p: gravity(p.mark, p.rung)).mark
    when, status = span_text(worst.start, worst.end, speech), status_text(worst.status, speech)
    parts = [
        speech.say("LADDER_SUMMARY", events=speech.count("EVENT_NOUN", len(placed)),
                   span=span_text(first, last, speech)),
        speech.say("LADDER_SUMMARY_WHO", rungs=rungs, who=who),
        speech.say("LADDER_SUMMARY_WORST", label=worst.label, when=when, status=status),
    ]  # fmt: skip
    if arcs:
        parts.append(speech.say("LADDER_SUMMARY_ANSWERS", answers=speech.count("CHART_ANSWER_NOUN", len(arcs))))
    if undated:
        parts.append(speech.say("CHART_UNDATED", events=speech.count("EVENT_NOUN", undated)))
    return " ".join(parts)
