"""Measures the time tagger: accuracy inputs and words per second, as a ratio to dateparser's search.

    python bench/timex.py --corpus FILE.jsonl [--out PRED.jsonl] [--sample 20]

FILE holds one JSON object a line with `doc`, `dct` (ISO date) and `text`; predictions go out in the format
that the scorer reads. Both programs read the same sample, warm, on one core, in this one run.
"""

from __future__ import annotations

import argparse
import json
import time
from datetime import date
from pathlib import Path

from timeline.lexicon.anchors import load_anchors
from timeline.lexicon.time_words import load_time_words
from timeline.model import DateInterval
from timeline.times import Tagger


def read_corpus(path):
    """Documents of a JSON Lines corpus."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def document_date(doc):
    """The document's date as an interval, or None where it has no readable one."""
    try:
        day = date.fromisoformat(doc.get("dct", "")[:10])
    except ValueError:
        return None
    return DateInterval(day, day)


def predict(tagger, docs, *, narrative):
    """Expressions of every document in the scorer's format."""
    rows = []
    for doc in docs:
        for found in tagger.tag(doc["text"], document_date=document_date(doc), narrative=narrative):
            days = found.when.interval if found.when else None
            rows.append(
                {
                    "doc": doc["doc"],
                    "start": found.start,
                    "end": found.end,
                    "text": found.text,
                    "type": found.type,
                    "value": found.value,
                    "date_start": days.start.isoformat() if days else None,
                    "date_end": days.end.isoformat() if days else None,
                    "rule": found.rule,
                }
            )
    return rows


def seconds(work):
    """Wall seconds of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def count_words(docs):
    return sum(len(doc["text"].split()) for doc in docs)


def search_rate(docs):
    """Words per second of `dateparser.search.search_dates` on these documents, warm."""
    from dateparser.search import search_dates

    search_dates(docs[0]["text"][:200], languages=["en"])
    return count_words(docs) / seconds(lambda: [search_dates(doc["text"], languages=["en"]) for doc in docs])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--sample", type=int, default=20, help="documents for the dateparser comparison; 0 skips it")
    parser.add_argument("--narrative", action="store_true")
    options = parser.parse_args()
    docs = read_corpus(options.corpus)
    tagger = Tagger(load_time_words(), load_anchors())
    rows = predict(tagger, docs, narrative=options.narrative)
    if options.out:
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        options.out.write_text("".join(lines), encoding="utf-8")
    rate = count_words(docs) / seconds(lambda: predict(tagger, docs, narrative=options.narrative))
    print(f"{len(docs)} documents, {count_words(docs)} words, {len(rows)} expressions, {rate:,.0f} words/s")
    if options.sample:
        sample = docs[: options.sample]
        own = count_words(sample) / seconds(lambda: predict(tagger, sample, narrative=options.narrative))
        other = search_rate(sample)
        print(
            f"on {len(sample)} documents: ours {own:,.0f}, dateparser search {other:,.0f} words/s, "
            f"ratio {own / other:.1f}"
        )


if __name__ == "__main__":
    main()
