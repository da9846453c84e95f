"""The score of two reports: features added up by the visible list of weights."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property

from timeline.lexicon.merge_weights import MergeWeights
from timeline.merge import _features as f
from timeline.merge import _features_actors as who
from timeline.merge import _features_article as within
from timeline.merge import _features_detail as detail
from timeline.merge import _features_tolls as size
from timeline.merge._facts import Facts
from timeline.merge._features import Compare, Feature
from timeline.merge._features_places import make_place

# Points of each side that a reason names; a longer sentence is not read.
_NAMED_FEATURES = 4


@dataclass(frozen=True, slots=True)
class Verdict:
    """What two reports score; `points` is minus infinity where a feature vetoes."""

    points: float
    features: tuple[Feature, ...]

    @property
    def probability(self) -> float:
        """Points on a scale from 0 to 1."""
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, self.points))))


@dataclass(frozen=True)
class Scorer:
    """Scores pairs; `chains` names, by order, the first report of the chain of references a report stands in."""

    weights: MergeWeights
    chains: Mapping[int, int]

    @cached_property
    def _features(self) -> tuple[Compare, ...]:
        """All features, those that can veto first, so that most pairs cost little."""
        return (*self._vetoes, *self._others)

    @property
    def _vetoes(self) -> tuple[Compare, ...]:
        return (
            f.date,
            who.initiator_mismatch,
            who.target_mismatch,
            who.role_reversal,
            f.status,
            f.answers,
            f.two_kinds,
            detail.further,
        )

    @property
    def _others(self) -> tuple[Compare, ...]:
        w = self.weights
        news_age = f.make_recency(self.weights.recency_days, self.weights.stale_days)
        place, place_mismatch = make_place(self.weights.near_km)
        tolls = (size.killed, size.injured, size.captured, size.munitions)
        actors = (who.initiators, who.targets, who.person, who.one_sided)
        where = (place, place_mismatch)
        return (
            news_age,
            f.anchor,
            *actors,
            f.mode,
            *where,
            *tolls,
            f.words,
            detail.names_apart,
            detail.name,
            detail.thing,
            detail.thing_mismatch,
            detail.make_other_kind(self.weights.unshared_words),
            detail.make_unshared(w.unshared_words, news_age, w.daily, w.unshared_rare),
            self._reference,
            within.make_same_article(self._linked),
            within.make_gone_on(self._linked),
            f.one_sentence,
        )

    def score(self, a: Facts, b: Facts) -> Verdict:
        """Compare two reports, whichever comes first."""
        if a.order > b.order:
            a, b = b, a
        found: list[Feature] = []
        for compare in self._features:
            feature = compare(a, b)
            if feature is None:
                continue
            found.append(feature)
            if feature.veto:
                return Verdict(-math.inf, tuple(found))
        found = _forget_age(found)
        prior = self.weights.prior + (self.weights.verbal_prior if a.verbal else 0.0)
        return Verdict(prior + sum(self._points(feature) for feature in found), tuple(found))

    def explain(self, verdict: Verdict) -> str:
        """The strongest reasons for, and the strongest against, in one sentence."""
        ranked = sorted(verdict.features, key=lambda feature: (-abs(self._points(feature)), feature.name))
        pro = [feature.sentence for feature in ranked if self._points(feature) > 0][:_NAMED_FEATURES]
        contra = [feature.sentence for feature in ranked if self._points(feature) < 0][:1]
        text = "; ".join([pro[0], *map(_lower_first, pro[1:])]) if pro else "Nothing speaks against it"
        return f"{text}, although {_lower_first(contra[0])}." if contra else f"{text}."

    def against(self, verdict: Verdict) -> float:
        """The points that the strongest feature against takes."""
        return -min((self._points(feature) for feature in verdict.features), default=0.0)

    @cached_property
    def _weight_of(self) -> dict[str, float]:
        """Points of each feature's full score; what only vetoes has none."""
        values = {field.name: getattr(self.weights, field.name) for field in fields(self.weights)}
        return {name: value for name, value in values.items() if isinstance(value, float)}

    def _points(self, feature: Feature) -> float:
        return feature.score * self._weight_of.get(feature.name, 0.0)

    def _linked(self, a: Facts, b: Facts) -> bool:
        return a.order in self.chains and self.chains[a.order] == self.chains.get(b.order)

    def _reference(self, a: Facts, b: Facts) -> Feature | None:
        if not self._linked(a, b):
            return None
        sentence = "One refers back to the other with a definite noun or a pronoun"
        return Feature("reference", 1.0, lambda: (sentence, a.trigger_stem, b.refers_to))


def _forget_age(found: list[Feature]) -> list[Feature]:
    """A recap names what made an act known: with the same toll or victim, that it is old says nothing."""
    if not any(feature.name in ("killed", "person") and feature.score == 1.0 for feature in found):
        return found
    return [feature for feature in found if not (feature.name == "recency" and feature.score < 0)]


def _lower_first(sentence: str) -> str:
    """As a clause of a longer sentence; a code ("NOR acts in one") keeps its capitals."""
    return sentence if sentence[1:2].isupper() else sentence[:1].lower() + sentence[1:]
