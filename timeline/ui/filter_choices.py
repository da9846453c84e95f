"""What a case offers to filter by: labels, which the address carries, to what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from timeline.queries import Filters
from timeline.ui import text
from timeline.ui.present import mode_words, type_words

# A longer list slows the browser (streamlit#15299); actors are offered most reported first.
MAX_ACTORS = 200


@dataclass(frozen=True, slots=True)
class Choices:
    """Labels to ids; `types` holds types and, after each, its modes; `reach` is the first and latest dated day."""

    actors: Mapping[str, str]
    types: Mapping[str, str]
    places: Mapping[str, str] = field(default_factory=dict)
    precisions: Mapping[str, str] = field(default_factory=dict)
    published: tuple[date, date] | None = None
    reach: tuple[date, date] | None = None


def choices_of(
    actors: pd.DataFrame,
    types: list[str],
    published: tuple[date, date] | None = None,
    reach: tuple[date, date] | None = None,
    facets: pd.DataFrame | None = None,
) -> Choices:
    """Labels are unique: two actors of one name carry their ids. `facets` counts the whole build."""
    listed = actors.sort_values(["n_events", "name"], ascending=[False, True]).head(MAX_ACTORS)
    names: dict[str, str] = {}
    twice = set(listed["name"][listed["name"].duplicated(keep=False)])
    for name, actor_id in zip(listed["name"], listed["actor_id"], strict=True):
        names[f"{name} ({actor_id})" if name in twice else str(name)] = str(actor_id)
    found = values_of(facets)
    precisions = {label: code for code, label in text.PRECISIONS.items() if code in found["precision"]}
    places = {place: place for place in found["place"]}
    return Choices(names, _type_labels(types, found["mode"]), places, precisions, published, reach)


def values_of(facets: pd.DataFrame | None) -> dict[str, list[str]]:
    """The values of each kind, the busiest first."""
    kinds: dict[str, list[str]] = {"type": [], "mode": [], "status": [], "precision": [], "place": [], "actor": []}
    for row in () if facets is None else facets.to_dict("records"):
        kinds[str(row["facet"])].append(str(row["value"]))
    return kinds


def _type_labels(types: list[str], modes: list[str]) -> dict[str, str]:
    order = [code for code in text.TYPES if code in types] + sorted(set(types) - set(text.TYPES))
    labels: dict[str, str] = {}
    for code in order:
        labels[text.TYPES.get(code, code)] = code
        for mode in sorted(mode for mode in modes if mode.split("/")[0] == code):
            labels[moded(mode)] = mode
    return labels


def named(filters: Filters) -> dict[str, str]:
    """What the codes that filters choose by are called within a sentence."""
    words = {kind: moded(kind) for kind in filters.types} | text.STATUSES | text.PRECISIONS
    return {code: said.lower() for code, said in words.items()}


def moded(kind: str) -> str:
    """A type in one mode, in words."""
    code, _, mode = kind.partition("/")
    return f"{type_words(code)}{text.COLON}{mode_words(mode)}" if mode else type_words(code)
