"""Features of where an act took place."""

from __future__ import annotations

import math

from timeline.merge._facts import Facts
from timeline.merge._features import Compare, Feature
from timeline.model import Place

_KM_PER_DEGREE = 111.2


def make_place(near_km: float) -> tuple[Compare, Compare]:
    """The features for the same place and for places far apart, given what counts as near."""

    def place(a: Facts, b: Facts) -> Feature | None:
        left, right = a.mention.place, b.mention.place
        if left is None or right is None:
            return None
        if _is_same_place(left, right, near_km):
            score = 0.3 if left.precision == "country" else 1.0
            return Feature("place", score, lambda: (f"Both place it in {left.name}", left.name, right.name))
        return None

    def place_mismatch(a: Facts, b: Facts) -> Feature | None:
        left, right = a.mention.place, b.mention.place
        if left is None or right is None or _is_same_place(left, right, near_km):
            return None
        if left.name.casefold() == right.name.casefold():
            # Two gazetteer rows of one name: the reports use one word for it, whichever row is meant.
            return None
        if not _are_apart(left, right):
            return None
        apart = f"They place it apart, in {left.name} and {right.name}"
        return Feature("place_mismatch", -1.0, lambda: (apart, left.name, right.name))

    return place, place_mismatch


def _is_same_place(left: Place, right: Place, near_km: float) -> bool:
    if left.name.casefold() == right.name.casefold():
        return not (left.country and right.country) or left.country == right.country
    kilometres = _kilometres(left, right)
    return left.precision == right.precision == "city" and kilometres is not None and kilometres <= near_km


def is_same_town(left: Place | None, right: Place | None) -> bool:
    """Both name one town."""
    if left is None or right is None or left.precision != "city":
        return False
    return left.name.casefold() == right.name.casefold()


def _are_apart(left: Place, right: Place) -> bool:
    """Two towns, two regions, or two countries; a town may lie in the region or country the other names."""
    if left.country and right.country and left.country != right.country:
        return True
    return left.precision == right.precision and left.precision in ("city", "region")


def _kilometres(left: Place, right: Place) -> float | None:
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    east = (left.lon - right.lon) * math.cos(math.radians((left.lat + right.lat) / 2))
    return _KM_PER_DEGREE * math.hypot(left.lat - right.lat, east)
