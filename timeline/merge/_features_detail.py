"""Features of detail: without a day of its own a report needs more than who acted and how to be one event with another.

Source of the rule: ICEWS and GDELT count one act a day for two actors; within days of each other only what both
reports say of the act itself (the town, the toll, a name, a telling word) shows that they mean one.
"""

from __future__ import annotations

from timeline.merge._facts import Facts
from timeline.merge._features import Compare, Feature, Told
from timeline.merge._features_places import is_same_town
from timeline.merge._features_tolls import UPDATED, killed
from timeline.merge._words import length_of
from timeline.model import Count

# Words of each report that the reason names.
_NAMED = 3
# Where one report gives its day, news that follows within days is half as likely to mean another act.
_ONE_DATED = 0.5


def thing(a: Facts, b: Facts) -> Feature | None:
    """What was hit is of one kind ("a mosque", "a church")."""
    if not a.things or not b.things:
        return None
    both = sorted(a.things.keys() & b.things.keys())
    if not both:
        return None
    return Feature("thing", 1.0, lambda: _things_told(a.things[both[0]], b.things[both[0]]))


def _things_told(left: str, right: str) -> Told:
    named = f"'{left}'" if left == right else f"'{left}' and '{right}'"
    return f"Both tell what was hit, {named}", left, right


def thing_mismatch(a: Facts, b: Facts) -> Feature | None:
    """Each says what was hit, and nothing that both name is of one kind."""
    if not a.things or not b.things or a.things.keys() & b.things.keys():
        return None
    return Feature("thing_mismatch", -1.0, lambda: _mismatch_told(a, b))


def _mismatch_told(a: Facts, b: Facts) -> Told:
    left, right = (", ".join(sorted(one.things.values())) for one in (a, b))
    return f"They tell of different things hit, '{left}' and '{right}'", left, right


def names_apart(a: Facts, b: Facts) -> Feature | None:
    """Each sentence has names beside those of actors, and none is in both: a village, a ship, a building."""
    if not a.named or not b.named or a.named & b.named:
        return None
    if a.mention.article_id == b.mention.article_id or is_same_town(a.mention.place, b.mention.place):
        return None
    left, right = _names_beside_place(a, b), _names_beside_place(b, a)
    if not left or not right:
        return None
    return Feature("names_apart", -1.0, lambda: _names_told(left, right))


def _names_beside_place(one: Facts, other: Facts) -> list[str]:
    """The names of a report; those of its place only where the other gives none: two places are compared as such."""
    place = one.mention.place.name.casefold() if one.mention.place and other.mention.place else ""
    return sorted(one.words[name] for name in one.named if one.words[name] not in place)


def _names_told(*names: list[str]) -> Told:
    left, right = (", ".join(f"'{name}'" for name in each) for each in names)
    return f"They name different things, {left} and {right}", left, right


def name(a: Facts, b: Facts) -> Feature | None:
    """Both sentences have one name that no actor or office bears: a ship, a village, a building, a victim."""
    if a.named.isdisjoint(b.named) or a.mention.article_id == b.mention.article_id:
        return None
    both = sorted(key for key in a.named & b.named if not _is_where(a, b, key))
    if not both:
        return None
    return Feature("name", 1.0, lambda: (f"Both name '{a.words[both[0]]}'", a.words[both[0]], b.words[both[0]]))


def _is_where(a: Facts, b: Facts, key: str) -> bool:
    """The name is that of the place, which is compared as such, or in which too much happens where a day is missing."""
    where = [one.mention.place is not None and one.words[key] in one.mention.place.name.casefold() for one in (a, b)]
    return all(where) or (any(where) and not (a.interval and b.interval))


def further(a: Facts, b: Facts) -> Feature | None:
    """One calls its act another or a second one.

    In one article, behind the other, and with a toll of its own, that is another act.
    """
    if bool(a.further) == bool(b.further):
        return None
    one, other = (a, b) if a.further else (b, a)
    told_after = one.mention.trigger.start > other.mention.trigger.start
    veto = (one.mention.article_id == other.mention.article_id and told_after) or _apart_in_toll(a, b)
    score = -1.0 if veto else -0.5
    return Feature(
        "further", score, lambda: (f"One tells of '{one.further}', the other does not", a.further, b.further), veto=veto
    )


def make_unshared(enough_words: float, news_age: Compare, daily: frozenset[str], rare: float) -> Compare:
    """The feature for reports that share no detail, given the share of telling words that is detail enough.

    The staler the news, the less it adds to what `news_age` then says already. Of families that are not `daily` only
    the share `rare` counts: envoys are seldom expelled twice in a week.
    """

    def unshared(a: Facts, b: Facts) -> Feature | None:
        if (a.interval and b.interval) or a.mention.article_id == b.mention.article_id:
            return None
        if _same_anchor(a, b) or _same_name(a, b) or same_toll(a, b) or _fits_any(a, b):
            return None
        score = -1.0 if _apart_in_toll(a, b) else min(0.0, share_of_detail(a, b) / enough_words - 1)
        age = news_age(a, b)
        score *= (_ONE_DATED if a.interval or b.interval else 1.0) * (1 + min(0.0, age.score if age else 0.0))
        score *= 1.0 if a.family in daily or b.family in daily else rare
        if not score:
            return None
        return Feature("unshared", score, lambda: _details_told(a, b))

    return unshared


def make_other_kind(enough_words: float) -> Compare:
    """The feature for reports of two kinds of act that news words bring together ("seized", "abducted").

    Each says what was done, so only a detail in common shows that they mean one act.
    """

    def other_kind(a: Facts, b: Facts) -> Feature | None:
        if a.family == b.family or _same_name(a, b) or same_toll(a, b):
            return None
        score = min(0.0, share_of_detail(a, b) / enough_words - 1)
        left, right = a.mention.type, b.mention.type
        told = f"They tell of two kinds of act, {left} and {right}, and of no detail in common"
        return Feature("other_kind", score, lambda: (told, left, right)) if score else None

    return other_kind


def _details_told(a: Facts, b: Facts) -> Told:
    left, right = _details(a, b), _details(b, a)
    return f"No day, town or toll shows that they mean one act; one tells of {left}, the other of {right}", left, right


def _same_anchor(a: Facts, b: Facts) -> bool:
    return bool(a.mention.when.anchor_id) and a.mention.when.anchor_id == b.mention.when.anchor_id


def _same_name(a: Facts, b: Facts) -> bool:
    """One town, one victim or speaker, or another name that is no actor's: a ship, a village, a building."""
    people = (a.speakers & b.speakers) if a.verbal else (a.victims & b.victims)
    return bool(people or a.named & b.named) or is_same_town(a.mention.place, b.mention.place)


def _fits_any(a: Facts, b: Facts) -> bool:
    """One says nothing more of its act, and is news of the other's day: nothing shows that it means another."""
    bare = not (_says_more(a) and _says_more(b))
    return bare and bool(a.interval or b.interval or a.published == b.published)


def _says_more(one: Facts) -> bool:
    """The report says more of the act than who did it to whom."""
    m = one.mention
    in_town = m.place is not None and m.place.precision == "city"
    return in_town or bool(one.telling - {one.trigger_stem} or m.killed or m.injured or m.captured or m.munitions)


def _apart_in_toll(a: Facts, b: Facts) -> bool:
    """Numbers of dead that differ by more than an update explains."""
    feature = killed(a, b)
    return feature is not None and feature.score < UPDATED


def same_toll(a: Facts, b: Facts) -> bool:
    """The same number, unless it is one: one dead is said of a thousand acts."""
    m, n = a.mention, b.mention
    return (
        _is_one_number(m.killed, n.killed)
        or _is_one_number(m.injured, n.injured)
        or _is_one_number(m.captured, n.captured)
        or _is_one_number(m.munitions, n.munitions)
    )


def _is_one_number(left: Count | None, right: Count | None) -> bool:
    if left is None or right is None:
        return False
    return left.low > 1 and left.bounds == right.bounds


def share_of_detail(a: Facts, b: Facts) -> float:
    """How alike their telling words are, by rarity; the words for the act itself are no detail."""
    acts = {a.trigger_stem, b.trigger_stem}
    both = (a.telling & b.telling) - acts
    if not both:
        return 0.0
    lengths = length_of(a.telling - acts, a.idf) * length_of(b.telling - acts, b.idf)
    return length_of(both, a.idf) ** 2 / lengths if lengths else 0.0


def _details(one: Facts, other: Facts) -> str:
    """The town and the rarest telling words that the other report does not have."""
    own = one.telling - other.telling - {one.trigger_stem}
    rarest = sorted(own, key=lambda word: (-one.idf.get(word, 0.0), word))[:_NAMED]
    place = one.mention.place
    named = [place.name] if place and place.precision == "city" else []
    return ", ".join([*named, *(f"'{one.words[word]}'" for word in rarest)]) or "nothing more"
