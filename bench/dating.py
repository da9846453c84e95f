"""Measures publication dating: hides each document's date and asks for it back.

    python bench/dating.py [--corpus FILE.jsonl ...] [--wrong 10]

FILE holds one JSON object a line with `doc`, `dct` (ISO date; or `id`, `published`) and `text`; our own gold is the
default. Reported: the share of documents for
which a date is inferred, the share of those intervals that contain the true date, their median width in days and
the documents left unknown. Documents whose `dct` is no day are left out.
"""

from __future__ import annotations

import argparse
import json
import re
from datetime import date
from pathlib import Path
from statistics import median

from timeline.lexicon import load_lexicon
from timeline.model import Sentence
from timeline.settings import LEXICON_DIR
from timeline.times import Tagger

GOLD = Path(__file__).parent / "gold"
# Good enough for measuring: the shipped pipeline splits sentences in timeline.ingest.
_SENTENCE = re.compile(r"\S[^\n]{0,2000}?(?:[.!?][\"”’']{0,2}(?=\s)|(?=\n)|$)")


def true_day(doc):
    """The document's date, or None where it is no day."""
    try:
        return date.fromisoformat((doc.get("dct") or doc.get("published") or "")[:10])
    except ValueError:
        return None


def make_sentences(text):
    """The sentences of a text, by a plain rule."""
    found = _SENTENCE.finditer(text)
    return [
        Sentence(article_id="a", index=n, start=m.start(), end=m.end(), text=m.group()) for n, m in enumerate(found)
    ]


def measure(tagger, docs):
    """(document, true day, publication as inferred) of every document that has a day."""
    days = [(doc, day) for doc in docs if (day := true_day(doc)) is not None]
    return [(doc, day, tagger.date_article(make_sentences(doc["text"]))) for doc, day in days]


def report(name, results, wrong):
    """Lines of the report of one corpus, with up to `wrong` intervals that miss the true day."""
    inferred = [(doc, day, found) for doc, day, found in results if found.interval is not None]
    missed = [
        (doc, day, found) for doc, day, found in inferred if not found.interval.start <= day <= found.interval.end
    ]
    yield f"{name}: {len(results)} documents, {len(inferred)} inferred, {len(results) - len(inferred)} unknown"
    if inferred:
        right = 1 - len(missed) / len(inferred)
        width = median(found.interval.days for _, _, found in inferred)
        yield f"  true date inside {right:.1%} of the inferred intervals, median width {width:.0f} days"
    for doc, day, found in missed[:wrong]:
        yield f"  wrong: {doc.get('doc') or doc['id']} is of {day}; {found.reason}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, nargs="+", default=[GOLD / "dating.jsonl", GOLD / "articles.jsonl"])
    parser.add_argument("--wrong", type=int, default=10, help="wrong intervals to list for each corpus")
    options = parser.parse_args()
    lexicon = load_lexicon(LEXICON_DIR)
    tagger = Tagger(lexicon.time_words, lexicon.anchors, lexicon.actors.persons.values())
    for path in options.corpus:
        docs = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        print("\n".join(report(path.stem, measure(tagger, docs), options.wrong)))


if __name__ == "__main__":
    main()
