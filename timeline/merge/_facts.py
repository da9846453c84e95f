"""What merging compares of a mention, worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from timeline.lexicon.merge_weights import MergeWeights, MergeWords
from timeline.merge._named import names_of_the_archive, names_of_things, things_hit
from timeline.merge._words import content_stems, content_words, length_of, rarity, stem, tokens
from timeline.model import Actor, Article, DateInterval, Mention

# Text around the trigger in which "the strike" is sought: a noun phrase and a short clause.
_REFERENCE_REACH = 60
_WORDS_QUADS = (1, 3)
# "It also killed": words before the trigger of a sentence that begins with a pronoun for an act.
_PRONOUN_REACH = 3
# "A second bomber struck": words up to the trigger's last in which "second" is sought.
_FURTHER_REACH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One mention with everything its comparison needs; `order` is its place in the canonical order.

    `interval` is the days the report gives, None if it gives none: the day it was published is not the act's.
    `by_noun`: the act is told by a noun that texts refer back to ("the airstrikes").
    `initiator_names` and `target_names` are names by actor id.
    `irregulars`: states whose people, but no organ of theirs, act or suffer ("Norlandic rebels"); `kin`: the lands
    and parents of the groups that do.
    `inward`: states that act on their own ("the army arrested its president").
    `days`, `doers` and `sufferers` are texts for reasons; `length` is that of the sentence's words by rarity.
    """

    mention: Mention
    order: int
    publisher: str
    published: DateInterval | None
    interval: DateInterval | None
    days: str
    doers: str
    sufferers: str
    family: str
    families: frozenset[str]
    ways: frozenset[str]
    verbal: bool
    mutual: bool
    initiators: frozenset[str]
    targets: frozenset[str]
    inward: frozenset[str]
    initiator_names: Mapping[str, str]
    target_names: Mapping[str, str]
    irregulars: frozenset[str]
    kin: frozenset[str]
    victims: frozenset[str]
    speakers: frozenset[str]
    stems: frozenset[str]
    telling: frozenset[str]
    named: frozenset[str]
    things: Mapping[str, str]
    length: float
    words: Mapping[str, str]
    trigger_stem: str
    by_noun: bool
    refers_to: str
    further: str
    idf: Mapping[str, float]

    @property
    def parties(self) -> frozenset[str]:
        """Codes of everyone named, whichever way the act went."""
        return self.initiators | self.targets

    @property
    def mergeable(self) -> bool:
        """Statements, captions and what people added stay events of their own until a person joins them."""
        return self.mention.type != "STATEMENT" and self.mention.kind not in ("caption", "hand")


def canonical_order(mentions: Iterable[Mention], articles: Mapping[str, Article]) -> list[Mention]:
    """Mentions by their article's day and text, then trigger, so that the order they came in never shows.

    By day, because reports of one time are compared with each other and should lie close together in memory.
    """

    def key(mention: Mention) -> tuple[object, ...]:
        article = articles.get(mention.article_id)
        days = article.published.interval if article else None
        sha256 = article.sha256 if article else ""
        first_day = days.start if days else date.min
        return (first_day, sha256, mention.article_id, mention.trigger, mention.type, mention.id)

    return sorted(mentions, key=key)


def gather_facts(
    ordered: Sequence[Mention], articles: Mapping[str, Article], weights: MergeWeights
) -> tuple[Facts, ...]:
    """Facts of mentions that stand in canonical order."""
    stems = [_telling_words(mention, weights.lexis) for mention in ordered]
    sentences = {(m.article_id, m.start): frozenset(words) for m, words in zip(ordered, stems, strict=True)}
    idf = rarity(sentences.values(), unseen=int(weights.unseen_sentences))
    archive = names_of_the_archive({mention.text for mention in ordered}, weights.lexis)
    return tuple(
        _facts_of(mention, order, articles.get(mention.article_id), words, idf, archive, weights)
        for order, (mention, words) in enumerate(zip(ordered, stems, strict=True))
    )


def _facts_of(
    mention: Mention,
    order: int,
    article: Article | None,
    words: Mapping[str, str],
    idf: Mapping[str, float],
    archive: frozenset[str],
    weights: MergeWeights,
) -> Facts:
    lexis = weights.lexis
    telling, published = _detail(words, lexis), _news_days(mention, article)
    interval = None if mention.when.basis == "publication" else mention.when.interval
    mutual = mention.symmetric or mention.type in weights.mutual
    initiators, targets = _sides(mention, mutual=mutual)
    return Facts(
        mention=mention,
        order=order,
        publisher=(article.publisher if article else "") or mention.article_id,
        published=published,
        interval=interval,
        days=days_text(interval or published),
        doers=names(mention.initiators),
        sufferers=names(mention.targets),
        family=weights.family(mention.type),
        families=weights.families_of(mention.type, mention.mode),
        ways=weights.ways_of(mention.type, mention.mode),
        verbal=mention.quad in (1, 3),
        mutual=mutual,
        initiators=initiators,
        targets=targets,
        inward=_inward(mention, lexis),
        initiator_names={actor.id: actor.name for actor in mention.initiators},
        target_names={actor.id: actor.name for actor in mention.targets},
        irregulars=_irregulars(mention, lexis),
        kin=_kin(mention, lexis),
        victims=_surnames(mention.targets),
        speakers=_surnames(mention.initiators),
        stems=frozenset(words),
        telling=telling,
        things=things_hit(mention, words, lexis),
        named=names_of_things(mention, telling, words, archive, lexis),
        length=length_of(words, idf),
        words=words,
        trigger_stem=trigger_stem(mention, lexis),
        by_noun=not lexis.act.isdisjoint(tokens(trigger_text(mention))[-1:]),
        refers_to=find_reference(mention, lexis),
        further=find_further(mention, lexis),
        idf=idf,
    )


def _sides(mention: Mention, *, mutual: bool) -> tuple[frozenset[str], frozenset[str]]:
    """Codes of who acted and on whom.

    Nobody acts on themselves: where a coder reads it so, who acted is the surer half.
    """
    initiators = codes(mention.initiators)
    targets = codes(mention.targets) - initiators
    return (initiators | targets, initiators | targets) if mutual else (initiators, targets)


def _inward(mention: Mention, lexis: MergeWords) -> frozenset[str]:
    """States that act on their own leaders or bodies, not on a crowd ("the army arrested its president")."""
    return codes(mention.initiators) & codes(one for one in mention.targets if not _is_irregular(one, lexis))


def _news_days(mention: Mention, article: Article | None) -> DateInterval | None:
    if article is not None and article.published.interval is not None:
        return article.published.interval
    return mention.when.interval if mention.when.basis == "publication" else None


def codes(actors: Iterable[Actor]) -> frozenset[str]:
    """Codes of actors: a state and those that act for it share one."""
    return frozenset(actor.code or actor.id for actor in actors)


def _everyone(mention: Mention) -> tuple[Actor, ...]:
    return mention.initiators + mention.targets


def _kin(mention: Mention, lexis: MergeWords) -> frozenset[str]:
    """The lands and parents of the groups that act or suffer."""
    groups = [actor.id for actor in _everyone(mention) if actor.code == actor.id]
    return frozenset().union(*(lexis.kin.get(group, ()) for group in groups))


def _irregulars(mention: Mention, lexis: MergeWords) -> frozenset[str]:
    """States whose people are named, and nobody else of theirs ("Norlandic police" beside "Norlandic rioters")."""
    actors = _everyone(mention)
    people = codes(actor for actor in actors if _is_irregular(actor, lexis))
    return people - codes(actor for actor in actors if not _is_irregular(actor, lexis))


def _is_irregular(actor: Actor, lexis: MergeWords) -> bool:
    """A nationality and a word for those who fight for no state ("Norlandic rebels")."""
    return not lexis.irregular.isdisjoint(tokens(actor.text)[-1:])


def names(actors: Iterable[Actor]) -> str:
    """Display names of actors, joined."""
    return "; ".join(dict.fromkeys(actor.name for actor in actors))


def days_text(interval: DateInterval | None) -> str:
    """An interval as text: one day, or two days joined by "to"."""
    if interval is None:
        return "undated"
    return str(interval.start) if interval.days == 1 else f"{interval.start} to {interval.end}"


def _surnames(actors: Iterable[Actor]) -> frozenset[str]:
    named = (tokens(actor.person) for actor in actors if actor.person)
    return frozenset(words[-1] for words in named if words)


def _telling_words(mention: Mention, lexis: MergeWords) -> dict[str, str]:
    """Content words of the sentence without the actors' names, which features of their own compare."""
    names = " ".join(f"{actor.name} {actor.text}" for actor in mention.initiators + mention.targets)
    own = content_stems(names, lexis)
    return {key: word for key, word in content_words(mention.text, lexis).items() if key not in own}


def _detail(words: Mapping[str, str], lexis: MergeWords) -> frozenset[str]:
    """Stems that tell one act from others of its kind: no noun for an act, no number, no word of every report."""
    told = lexis.act | lexis.light | lexis.common
    return frozenset(key for key, word in words.items() if not (word.isdigit() or word in told or key in told))


def trigger_text(mention: Mention) -> str:
    """The words of the trigger."""
    return mention.text[mention.trigger.start - mention.start : mention.trigger.end - mention.start]


def trigger_stem(mention: Mention, lexis: MergeWords) -> str:
    """The stem of the trigger's last word, the head of an English noun group."""
    words = tokens(trigger_text(mention))
    return stem(words[-1], lexis.forms) if words else ""


def find_further(mention: Mention, lexis: MergeWords) -> str:
    """The words by which the mention says that its act is one more ("a second strike"), or empty.

    "The second attack this month" counts what has happened, and "another soldier died" the victims of one act.
    """
    end = mention.trigger.end - mention.start
    before = tokens(mention.text[:end])[-_FURTHER_REACH:]
    for i, (word, noun) in enumerate(pairwise(before)):
        named = noun in lexis.act or noun in lexis.means or i + 2 == len(before)
        if word in lexis.further and named and not _definite_before(before, i, lexis):
            return f"{word} {noun}"
    after = tokens(mention.text[end : end + _REFERENCE_REACH])
    for i, (word, noun) in enumerate(pairwise(after)):
        if word in lexis.further and noun == "time" and not _definite_before(after, i, lexis):
            return f"{word} {noun}"
    return ""


def find_reference(mention: Mention, lexis: MergeWords) -> str:
    """Stem of the noun by which the mention refers back to an act ("killed in the strike": strik), or empty.

    Words refer back only by their own noun: who condemns "the strike" has not told of the words before.
    """
    if mention.quad in _WORDS_QUADS:
        near = [*tokens(mention.text[: mention.trigger.start - mention.start])[-2:], *tokens(trigger_text(mention))]
        return _reference_in(near, lexis)
    before = tokens(mention.text[: mention.trigger.start - mention.start])
    if before and len(before) <= _PRONOUN_REACH and before[0] in lexis.pronoun and not mention.initiators:
        return before[0]
    start = max(0, mention.trigger.start - mention.start - _REFERENCE_REACH)
    end = mention.trigger.end - mention.start + _REFERENCE_REACH
    return _reference_in(tokens(mention.text[start:end]), lexis)


def _reference_in(words: list[str], lexis: MergeWords) -> str:
    for i, word in enumerate(words):
        if word in lexis.act and _definite_before(words, i, lexis) and not _described_after(words, i, lexis):
            return stem(word, lexis.forms)
    return ""


def _definite_before(words: list[str], i: int, lexis: MergeWords) -> bool:
    return any(word in lexis.definite for word in words[max(0, i - 2) : i])


def _described_after(words: list[str], i: int, lexis: MergeWords) -> bool:
    return i + 1 < len(words) and words[i + 1] in lexis.complement
