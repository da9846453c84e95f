"""Joining reports into events, best pair first, so that no chain of half-likely pairs ties two events together.

Average linkage with vetoes: two groups join only if no two of their members exclude each other and their members fit
on average. Dates need no pairwise check: intervals that meet pairwise all meet in one common part (Helly's theorem).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from typing import NamedTuple

from timeline.merge import _features as f
from timeline.merge import _features_actors as who
from timeline.merge import _features_tolls as size
from timeline.merge._facts import Facts
from timeline.merge._score import Scorer, Verdict
from timeline.model import DateInterval

Signature = tuple[frozenset[str], frozenset[str], str, str, bool, int]

# A vague report that fits so many others ("they clashed again") names no one act.
_MANY_OFFERS = 12
_CAN_VETO = (size.killed, who.initiator_mismatch, who.target_mismatch, who.role_reversal, f.status)


class Link(NamedTuple):
    """Two reports, lower order first, and of their verdict what joining asks: it is too large to keep for each pair."""

    a: int
    b: int
    points: float
    of_one_sentence: bool
    is_unopposed: bool


@dataclass(slots=True)
class Group:
    """Reports joined so far with what decides whether more may join; `kinds` has one report of each signature.

    `links` are the pairs of reports whose scores joined it.
    """

    members: list[int]
    interval: DateInterval | None
    latest_start: date | None
    earliest_undated_news: date | None
    kinds: dict[Signature, Facts]
    barred: set[int] = field(default_factory=set)
    links: list[tuple[int, int]] = field(default_factory=list)


class Grouping:
    """Groups of reports while they grow; reports are named by their order."""

    def __init__(self, facts: Sequence[Facts], scorer: Scorer, barred: Iterable[tuple[int, int]] = ()) -> None:
        self._facts = facts
        self._scorer = scorer
        self._group_of = [_single(one) for one in facts]
        self._points: dict[tuple[int, int], float] = {}
        self._near: list[tuple[int, int, float]] = []
        for a, b in barred:
            self._group_of[a].barred.add(b)
            self._group_of[b].barred.add(a)

    def link(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Join what the scores join."""
        scored = sorted(self._scored(pairs), key=lambda link: (-round(link.points, 9), link.a, link.b))
        self._points = {(link.a, link.b): link.points for link in scored}
        surely = [link for link in scored if link.points >= self._scorer.weights.link_at]
        rivals = self._links_of_vague(surely)
        tied: list[Link] = []
        # A report belongs to the act of its own sentence before any other.
        for link in sorted(surely, key=lambda link: not link.of_one_sentence):
            a, b = (self._group_of[order] for order in link[:2])
            if a is b or not self._may_join(a, b):
                continue
            if not link.of_one_sentence and self._is_tied(link, rivals):
                tied.append(link)
            else:
                self._join(link.a, link.b)
        self._link_only_ones(tied + [link for link in scored[len(surely) :] if link.is_unopposed])

    def _scored(self, pairs: Iterable[tuple[int, int]]) -> Iterator[Link]:
        """The pairs that score enough to join at all; most pairs score below and leave nothing behind."""
        enough, near = self._scorer.weights.only_one_at, self._scorer.weights.near_at
        for left, right in pairs:
            verdict = self._score(left, right)
            if verdict.points >= near:
                self._near.append((left, right, verdict.points))
            if verdict.points >= enough:
                one_sentence = any(feature.name == "one_sentence" for feature in verdict.features)
                yield Link(left, right, verdict.points, one_sentence, self._is_unopposed(verdict))

    def _links_of_vague(self, links: Sequence[Link]) -> dict[int, list[Link]]:
        """The links of each report of vague date, the best first."""
        found: dict[int, list[Link]] = defaultdict(list)
        for link in links:
            for order in link[:2]:
                if self._is_vague(self._group_of[order]):
                    found[order].append(link)
        return found

    def _is_tied(self, link: Link, rivals: Mapping[int, Sequence[Link]]) -> bool:
        """A vague report fits another event nearly as well ("in April" of daily strikes): it names neither."""
        for vague, told in (link[:2], link[1::-1]):
            if self._is_vague(self._group_of[vague]) and not self._is_vague(self._group_of[told]):
                least = link.points - self._scorer.weights.tie_within
                for other in rivals.get(vague, ()):
                    if other.points < least:
                        break
                    if self._is_rival(self._group_of[other.b if other.a == vague else other.a], vague, told):
                        return True
        return False

    def _is_rival(self, other: Group, vague: int, told: int) -> bool:
        """The group could have the vague report and excludes the group that is told of."""
        group, target = self._group_of[vague], self._group_of[told]
        if other is group or other is target:
            return False
        return not _could_be_one(other, target) and _could_be_one(other, group)

    def _is_unopposed(self, verdict: Verdict) -> bool:
        """Nothing much speaks against it: being the only fit is a reason only for what could well be it."""
        return self._scorer.against(verdict) < self._scorer.weights.only_one_against

    def _link_only_ones(self, scored: Sequence[Link]) -> None:
        """Join a group of vague date to what fits it; where two fit that exclude each other, nobody has said which."""
        offers: dict[int, list[Link]] = defaultdict(list)
        for link in scored:
            for order in link[:2]:
                offers[self._group_of[order].members[0]].append(link)
        for first in sorted(offers):
            while (only := self._only_fit(self._group_of[first], offers[first])) is not None:
                self._join(only.a, only.b)

    def _only_fit(self, group: Group, links: Sequence[Link]) -> Link | None:
        """The best of the links along which a vague group may join, if what it may join could all be one event."""
        others = self._others(group, links)
        if not self._is_vague(group) or len(others) > _MANY_OFFERS:
            return None
        fitting = [(link, other) for link, other in others.values() if self._may_join(group, other)]
        agree = all(_could_be_one(a, b) for (_, a), (_, b) in combinations(fitting, 2))
        return fitting[0][0] if fitting and agree else None

    def _is_vague(self, group: Group) -> bool:
        return group.interval is None or group.interval.days >= self._scorer.weights.vague_days

    def _others(self, group: Group, links: Sequence[Link]) -> dict[int, tuple[Link, Group]]:
        """The groups at the other ends of links, each with its best link; links stand best first."""
        found: dict[int, tuple[Link, Group]] = {}
        for link in links:
            for end in (self._group_of[order] for order in link[:2]):
                if end is not group:
                    found.setdefault(end.members[0], (link, end))
        return found

    def decree(self, a: int, b: int) -> bool:
        """Join two reports' groups because a person said so; False if another verdict bars it."""
        left, right = self._group_of[a], self._group_of[b]
        if left is right:
            return True
        if not left.barred.isdisjoint(right.members):
            return False
        self._join(a, b, scored=False)
        return True

    def near_misses(self) -> list[tuple[int, int]]:
        """The best pair of reports of each two groups that scores nearly joined, best first; none a person parted.

        A pair of groups stays if it is among the `near_kept` nearest of either.
        """
        most = int(self._scorer.weights.near_kept)
        told: Counter[int] = Counter()
        best: dict[tuple[int, int], tuple[int, int]] = {}
        for left, right, _ in sorted(self._near, key=lambda near: (-round(near[2], 9), near[0], near[1])):
            a, b = self._group_of[left], self._group_of[right]
            names = (min(a.members[0], b.members[0]), max(a.members[0], b.members[0]))
            if a is b or names in best or min(told[name] for name in names) >= most:
                continue
            if a.barred.isdisjoint(b.members):
                told.update(names)
                best[names] = (left, right)
        return list(best.values())

    def groups(self) -> list[Group]:
        """The groups, by their first member; the members of each in order."""
        distinct = {id(group): group for group in self._group_of}
        return sorted(distinct.values(), key=lambda group: group.members[0])

    def _points_of(self, a: int, b: int) -> float:
        key = (min(a, b), max(a, b))
        if key not in self._points:
            self._points[key] = self._score(*key).points
        return self._points[key]

    def _score(self, a: int, b: int) -> Verdict:
        return self._scorer.score(self._facts[a], self._facts[b])

    def _may_join(self, a: Group, b: Group) -> bool:
        return _could_be_one(a, b) and self._average(a, b) >= self._scorer.weights.average_at

    def _average(self, a: Group, b: Group) -> float:
        sample = int(self._scorer.weights.average_sample)
        left, right = self._telling(a.members)[:sample], self._telling(b.members)[:sample]
        points = [self._points_of(x, y) for x in left for y in right]
        return sum(points) / len(points)

    def _telling(self, members: list[int]) -> list[int]:
        """Members that say most first: a bare mention fits everything and so decides nothing."""
        return sorted(members, key=lambda order: (-_said(self._facts[order]), order))

    def _join(self, a: int, b: int, *, scored: bool = True) -> None:
        kept, gone = self._group_of[a], self._group_of[b]
        kept.members = sorted(kept.members + gone.members)
        kept.interval = _common(kept.interval, gone.interval)
        kept.latest_start = _extreme(max, kept.latest_start, gone.latest_start)
        kept.earliest_undated_news = _extreme(min, kept.earliest_undated_news, gone.earliest_undated_news)
        kept.kinds |= {key: one for key, one in gone.kinds.items() if key not in kept.kinds}
        kept.barred |= gone.barred
        kept.links += gone.links
        if scored:
            kept.links.append((min(a, b), max(a, b)))
        for order in gone.members:
            self._group_of[order] = kept


def _single(one: Facts) -> Group:
    dated = one.interval is not None
    return Group(
        members=[one.order],
        interval=one.interval,
        latest_start=one.interval.start if one.interval else None,
        earliest_undated_news=one.published.end if one.published and not dated else None,
        kinds={_signature(one): one},
    )


def _signature(one: Facts) -> Signature:
    place = one.mention.place
    town = place.name.casefold() if place and place.precision == "city" else ""
    single_day = one.interval is not None and one.interval.days == 1
    killed = one.mention.killed.low.bit_length() if one.mention.killed else 0
    return (one.initiators, one.targets, one.mention.status, town, single_day, killed)


def _could_be_one(a: Group, b: Group) -> bool:
    """No two members exclude each other."""
    if not a.barred.isdisjoint(b.members):
        return False
    if a.interval and b.interval and a.interval.overlap(b.interval) is None:
        return False
    if _news_before_act(a, b) or _news_before_act(b, a):
        return False
    return not any(_exclude(left, right) for left in a.kinds.values() for right in b.kinds.values())


def _exclude(a: Facts, b: Facts) -> bool:
    return any((feature := compare(a, b)) is not None and feature.veto for compare in _CAN_VETO)


def _news_before_act(told: Group, done: Group) -> bool:
    """An undated report of one group was published before the act of the other."""
    news, act = told.earliest_undated_news, done.latest_start
    return news is not None and act is not None and news < act


def _said(one: Facts) -> int:
    m = one.mention
    known = (m.when.interval, m.place, m.killed, m.injured, m.munitions, one.initiators, one.targets)
    return sum(bool(value) for value in known)


def _common(a: DateInterval | None, b: DateInterval | None) -> DateInterval | None:
    # A person may join reports whose days exclude each other; then the first stands for the group.
    return (a.overlap(b) or a) if a and b else (a or b)


def _extreme(pick: Callable[[list[date]], date], a: date | None, b: date | None) -> date | None:
    known = [day for day in (a, b) if day is not None]
    return pick(known) if known else None
