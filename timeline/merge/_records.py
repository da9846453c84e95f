"""Mention lines of any coder, clustered by the words for the act and the rare words around it.

Lines carry no actors or dates to rely on, so this is apart from the merging of our own mentions: documents are first
grouped into topics, then lines of one topic whose trigger means the same are joined where their contexts are alike.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from timeline.errors import RecordError
from timeline.lexicon.merge_weights import MergeWeights, MergeWords
from timeline.merge._linkage import average_linkage
from timeline.merge._words import content_words, stem, tokens

# Words of text on either side of a trigger that tell which act it is.
_REACH = 20
# A word of more documents than this brings none of them together by itself.
_COMMON = 40
# Lines of one topic and word compared at once; beyond this the work would grow with the square.
_BLOCK = 400
_MEANT_BY_DOCUMENT = 0.5

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class _Line:
    id: str
    doc: str
    head: str
    called: str
    context: Vector
    words: Mapping[str, str]
    family: str
    actors: frozenset[str]
    place: str


def cluster_records(records: Iterable[Mapping[str, Any]], weights: MergeWeights) -> list[dict[str, Any]]:
    """For each line, in input order, `id`, `cluster` (the id of the cluster's first line) and `because`.

    Raises:
        RecordError: naming the line that lacks a field or repeats an id.
    """
    given = list(records)
    _check(given)
    texts = _texts_of(given)
    rare = _rarity(texts, weights.lexis)
    vectors = {doc: _vector(Counter(_stems(text, weights.lexis)), rare) for doc, text in texts.items()}
    topics = _topics(vectors, weights)
    forms = weights.lexis.forms
    meanings = {stem(word, forms): stem(base, forms) for word, base in weights.lexis.same.items()}
    lines = {str(record["id"]): _line(record, rare, meanings, weights) for record in given}
    blocks: dict[tuple[int, str], list[str]] = defaultdict(list)
    for line in lines.values():
        blocks[topics[line.doc], line.head].append(line.id)
    found: dict[str, dict[str, Any]] = {}
    for block in blocks.values():
        for group in _groups(sorted(block, key=lambda name: (lines[name].doc, name)), lines, vectors, weights):
            found |= {name: _answer(name, group, lines) for name in group}
    return [found[str(record["id"])] for record in given]


def _check(records: Sequence[Mapping[str, Any]]) -> None:
    seen: set[str] = set()
    for number, record in enumerate(records, 1):
        for field in ("id", "doc", "text", "trigger"):
            if field not in record:
                raise RecordError(f"line {number}", f"has no {field!r}")
        if str(record["id"]) in seen:
            raise RecordError(f"line {number}", f"repeats the id {record['id']!r}")
        seen.add(str(record["id"]))


def _texts_of(records: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Each document's text: its lines' texts, each once and in a fixed order."""
    texts: dict[str, set[str]] = defaultdict(set)
    for record in records:
        texts[str(record["doc"])].add(str(record["text"]))
    return {doc: "\n".join(sorted(texts[doc])) for doc in sorted(texts)}


def _stems(text: str, lexis: MergeWords) -> list[str]:
    kept = (word for word in tokens(text) if word not in lexis.stop and (len(word) > 2 or word.isdigit()))
    return [stem(word, lexis.forms) for word in kept]


def _rarity(texts: Mapping[str, str], lexis: MergeWords) -> dict[str, tuple[int, float]]:
    """Of each stem, the number of documents and the inverse document frequency."""
    frequency: Counter[str] = Counter()
    for text in texts.values():
        frequency.update(content_words(text, lexis).keys())
    return {word: (count, math.log((len(texts) + 1) / count)) for word, count in frequency.items()}


def _vector(counts: Mapping[str, int], rare: Mapping[str, tuple[int, float]]) -> Vector:
    weighted = {word: (1 + math.log(n)) * rare[word][1] for word, n in sorted(counts.items()) if word in rare}
    norm = math.sqrt(sum(value * value for value in weighted.values()))
    return {word: value / norm for word, value in weighted.items()} if norm else {}


def _cosine(a: Vector, b: Vector) -> float:
    # Sorted, because the last digits of a float sum depend on its order.
    return sum(a[word] * b[word] for word in sorted(a.keys() & b.keys()))


def _topics(vectors: Mapping[str, Vector], weights: MergeWeights) -> dict[str, int]:
    by_word: dict[str, list[str]] = defaultdict(list)
    for doc, vector in vectors.items():
        for word in vector:
            by_word[word].append(doc)
    pairs = {pair for docs in by_word.values() if len(docs) <= _COMMON for pair in combinations(docs, 2)}
    similar = {(a, b): _cosine(vectors[a], vectors[b]) for a, b in pairs}
    groups = average_linkage(list(vectors), similar, weights.cluster_topic)
    return {doc: number for number, group in enumerate(groups) for doc in group}


def _line(
    record: Mapping[str, Any],
    rare: Mapping[str, tuple[int, float]],
    meanings: Mapping[str, str],
    weights: MergeWeights,
) -> _Line:
    lexis = weights.lexis
    words = tokens(str(record["trigger"]))
    head = stem(words[-1], lexis.forms) if words else ""
    near = content_words(_surroundings(record), lexis)
    actors = record.get("actors") or ()
    return _Line(
        id=str(record["id"]),
        doc=str(record["doc"]),
        head=meanings.get(head, head),
        called=words[-1] if words else "",
        context=_vector(dict.fromkeys(near, 1), rare),
        words=near,
        family=weights.families.get(str(record.get("type") or ""), ""),
        actors=frozenset([actors] if isinstance(actors, str) else map(str, actors)),
        place=str(record.get("place") or "").casefold(),
    )


def _surroundings(record: Mapping[str, Any]) -> str:
    """Words around the trigger, found by `tokens` (indices of words between spaces) or by its first occurrence."""
    text, trigger = str(record["text"]), str(record["trigger"])
    where = record.get("tokens")
    if isinstance(where, list) and where and all(isinstance(index, int) for index in where):
        words = text.split(" ")
        first, last = where[0], where[-1]
        return " ".join(words[max(0, first - _REACH) : first] + words[last + 1 : last + 1 + _REACH])
    before, _, after = text.partition(trigger) if trigger else (text, "", "")
    return " ".join(before.split()[-_REACH:] + after.split()[:_REACH])


def _groups(
    block: Sequence[str], lines: Mapping[str, _Line], vectors: Mapping[str, Vector], weights: MergeWeights
) -> list[list[str]]:
    groups: list[list[str]] = []
    for start in range(0, len(block), _BLOCK):
        part = block[start : start + _BLOCK]
        similar = {
            (a, b): _similarity(lines[a], lines[b], vectors, weights)
            for a, b in combinations(part, 2)
            if not _differ(lines[a], lines[b])
        }
        groups += average_linkage(part, similar, weights.cluster_link)
    return groups


def _differ(a: _Line, b: _Line) -> bool:
    """What another coder said of type, actors or place keeps two lines apart."""
    pairs = ((a.family, b.family), (a.place, b.place))
    if any(left and right and left != right for left, right in pairs):
        return True
    return bool(a.actors and b.actors and not a.actors & b.actors)


def _similarity(a: _Line, b: _Line, vectors: Mapping[str, Vector], weights: MergeWeights) -> float:
    documents = 1.0 if a.doc == b.doc else _cosine(vectors[a.doc], vectors[b.doc])
    return (
        weights.cluster_head
        + weights.cluster_documents * min(_MEANT_BY_DOCUMENT, documents)
        + weights.cluster_context * _cosine(a.context, b.context)
    )


def _answer(name: str, group: Sequence[str], lines: Mapping[str, _Line]) -> dict[str, Any]:
    others = [other for other in group if other != name]
    because = ""
    if others:
        line = lines[name]
        nearest = max(others, key=lambda other: (_cosine(line.context, lines[other].context), other))
        both = line.context.keys() & lines[nearest].context.keys()
        shared = sorted(both, key=lambda word: (-line.context[word], word))[:3]
        words = f" and both stand near {_quote(line.words[word] for word in shared)}" if shared else ""
        because = f"'{line.called}' here and '{lines[nearest].called}' in {nearest} name one kind of act{words}."
    return {"id": name, "cluster": group[0], "because": because}


def _quote(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)
