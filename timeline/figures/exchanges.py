"""One pair of sides: the acts of one towards the other above, those back below, answers joined."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from timeline.figures._layout import Sheet, empty_figure, make_sheet
from timeline.figures._marks import read_marks, words
from timeline.figures._place import Point, curve
from timeline.figures._sides import SidesFacts, draw_sides, stems_of
from timeline.figures._sides_words import Link, Stem
from timeline.figures._text import lag_forms, span_text
from timeline.figures._time_axis import make_scale
from timeline.speech import Speech
from timeline.words import ENGLISH


def exchanges_figure(
    events: pd.DataFrame,
    responses: pd.DataFrame,
    *,
    title: str,
    threats: pd.DataFrame | None = None,
    one: str = "",
    other: str = "",
    subtitle: str = "",
    folded: bool = True,
    dark: bool = False,
    narrow: bool = False,
    width: int | None = None,
    footer: str = "",
    language: str = ENGLISH,
) -> go.Figure:
    """Draw the frame of `queries.pair_events`; `one` and `other` name the sides. Acts of both at once stand above.

    `threats` (`queries.pair_threats`) says of each threat whether force followed.
    """
    speech = Speech(language)
    reading = subtitle or speech.say("EXCHANGES_READING")
    sheet = make_sheet(title, reading, footer, dark=dark, narrow=narrow, width=width, left=70, language=language)
    sides = {"one": one or speech.say("SIDES_ONE"), "other": other or speech.say("SIDES_OTHER")}
    facts = exchanges_facts(_told(events, threats, speech), responses, sheet, **sides, folded=folded)
    if facts is None:
        return empty_figure(sheet, speech.say("EXCHANGES_NONE"), undated=len(events))
    if facts.scale.folds and not subtitle:
        sheet = sheet._replace(subtitle=f"{reading} {speech.say('EXCHANGES_FOLDED')}")
    return draw_sides(facts, sheet, (sheet.theme.actors[0], sheet.theme.actors[1]))


def exchanges_facts(
    events: pd.DataFrame, responses: pd.DataFrame, sheet: Sheet, *, one: str, other: str, folded: bool
) -> SidesFacts | None:
    """The pair's events on their sides and the answers between those drawn, or None without a date."""
    speech = sheet.speech
    marks, undated = read_marks(events, speech)
    if not marks:
        return None
    ways = dict(zip(events["event_id"].astype(str), events["direction"], strict=True))
    beyond = frozenset(events.loc[events["beyond"].astype(bool), "event_id"].astype(str))
    scale = make_scale(marks, sheet, folded=folded)
    stems = tuple(
        stem._replace(beyond=stem.mark.event_id in beyond)
        for stem in stems_of([(m, ways[m.event_id] != "back") for m in marks], scale)
    )
    links = _links(responses, stems, speech)
    first, last = min(m.start for m in marks), max(m.end for m in marks)
    up = sum(s.up and not s.beyond for s in stems)
    down = sum(not s.up and not s.beyond for s in stems)
    stated = sum(link.stated for link in links)
    told = [
        speech.say(
            "EXCHANGES_SUMMARY", span=span_text(first, last, speech), up=speech.count("ACT_NOUN", up), one=one,
            other=other, down=speech.count("ACT_NOUN", down), answers=speech.count("ANSWER_NOUN", stated),
        )
    ]  # fmt: skip
    if len(links) > stated:
        inferred = speech.count("CHART_ANSWER_NOUN", len(links) - stated)
        told.append(speech.say("EXCHANGES_SUMMARY_INFERRED", answers=inferred))
    if undated:
        told.append(speech.say("CHART_UNDATED", events=speech.count("EVENT_NOUN", undated)))
    above, below = (speech.say("SIDES_ACTS", name=name) for name in (one, other))
    return SidesFacts(scale, stems, links, above, below, " ".join(told), undated)


def _told(events: pd.DataFrame, threats: pd.DataFrame | None, speech: Speech) -> pd.DataFrame:
    """The events, those threats that nothing followed with that in their label."""
    if threats is None:
        return events
    open_ids = set(threats.loc[threats["followed_on"].isna(), "event_id"])
    label = events["label"].where(
        ~events["event_id"].isin(open_ids), events["label"] + f" – {speech.say('EXCHANGES_NO_FORCE')}"
    )
    return events.assign(label=label)


def _links(responses: pd.DataFrame, stems: tuple[Stem, ...], speech: Speech) -> tuple[Link, ...]:
    at = {s.mark.event_id: s for s in stems}
    found: dict[tuple[str, str], Link] = {}
    # Stated before inferred: where both join the same two, the text's own word counts.
    for row in sorted(responses.to_dict("records"), key=lambda r: words(r["basis"]) != "stated"):
        acted, answer = at.get(str(row["responds_to"])), at.get(str(row["event_id"]))
        if acted and answer and acted is not answer:
            stated = words(row["basis"]) == "stated"
            forms = lag_forms(row["lag_days"], row["lag_days_max"], speech, stated=stated)
            pair = (answer.mark.event_id, acted.mark.event_id)
            found.setdefault(pair, Link(_path(acted, answer), forms, stated))
    return tuple(sorted(found.values()))


def _path(acted: Stem, answer: Stem) -> tuple[Point, ...]:
    """From mark to mark: an S across the axis, or a bow outside the stems where both stand on one side."""
    way = 1 if acted.up else -1
    if acted.up == answer.up:
        start = (acted.x, acted.y + way * (acted.size / 2 + 1))
        end = (answer.x, answer.y + way * (answer.size / 2 + 2))
        peak = way * (max(abs(start[1]), abs(end[1])) + 18)
        inset = (end[0] - start[0]) * 0.2
        return curve(start, (start[0] + inset, peak), (end[0] - inset, peak), end)
    ahead = 1 if answer.x >= acted.x else -1
    start = (acted.x + ahead * (acted.size / 2 + 1), acted.y)
    end = (answer.x - ahead * (answer.size / 2 + 2), answer.y)
    bend = ahead * max(abs(end[0] - start[0]) * 0.5, 24)
    return curve(start, (start[0] + bend, start[1]), (end[0] - bend, end[1]), end)
