"""What a report names beside its actors: the things it hit, and villages, ships, buildings and victims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.lexicon.merge_weights import MergeWords
from timeline.merge._words import capitalised_stems, lower_case_stems
from timeline.model import Mention

# Acts that hit things; an envoy sent home over a blown-up depot hit none.
_HITTING = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "PROTEST"))


def things_hit(mention: Mention, words: Mapping[str, str], lexis: MergeWords) -> dict[str, str]:
    """The words for what an act of force hit, by their kind."""
    if mention.type not in _HITTING:
        return {}
    return {lexis.things[word]: word for word in words.values() if word in lexis.things}


def names_of_things(
    mention: Mention, telling: frozenset[str], words: Mapping[str, str], archive: frozenset[str], lexis: MergeWords
) -> frozenset[str]:
    """Names that no office holder bears and no government sits in; `archive` are names that may open a sentence."""
    written = capitalised_stems(mention.text, lexis) | archive
    return frozenset(key for key in telling & written if not (words[key] in lexis.people or words[key] in lexis.seats))


def names_of_the_archive(texts: Iterable[str], lexis: MergeWords) -> frozenset[str]:
    """Stems that some text writes with a capital inside a sentence and none without: names where they open one too."""
    names: set[str] = set()
    common: set[str] = set()
    for text in texts:
        names |= capitalised_stems(text, lexis)
        common |= lower_case_stems(text, lexis)
    return frozenset(names - common)
