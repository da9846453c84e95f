"""Measures the time tagger: accuracy inputs and words per second, as a ratio to dateparser's search.

    python bench/timex.py --corpus FILE.jsonl [--out PRED.jsonl] [--sample 20] [--errors 5]

FILE holds one JSON object a line with `doc`, `dct` (ISO date), `text` and, for `--errors`, the gold `timex`
(start, end, type, value); predictions go out in the format that the scorer reads. `--errors N` lists, rule by
rule, how often it was right and up to N of its errors with the words around. Both programs read the same sample,
warm, on one core, in this one run.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
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


def list_errors(docs, rows, limit):
    """Lines of an error listing: for each rule its tallies and up to `limit` errors; misses last."""
    texts = {doc["doc"]: doc["text"] for doc in docs}
    judged = [(row["rule"], *judge(row, golds)) for golds, row in paired(docs, rows)]
    wrong = defaultdict(list)
    for (rule, kind, gold), row in zip(judged, rows, strict=True):
        if kind != "right":
            told = f"gold {gold['text']!r} {gold['type']} {gold['value']}" if gold else "no gold"
            wrong[rule].append(f"  {kind:6} {around(texts[row['doc']], row)} = {row['type']} {row['value']}; {told}")
    tallies = Counter((rule, kind) for rule, kind, _ in judged)
    for rule in sorted({rule for rule, _, _ in judged}, key=lambda name: -len(wrong[name])):
        counts = ", ".join(f"{kind} {tallies[rule, kind]}" for kind in ("right", "value", "type", "span", "false"))
        yield f"{rule}: {counts}"
        yield from wrong[rule][:limit]
    met = {(row["doc"], gold["start"]) for (_, _, gold), row in zip(judged, rows, strict=True) if gold}
    missed = [(doc, gold) for doc in docs for gold in doc.get("timex", ()) if (doc["doc"], gold["start"]) not in met]
    yield f"missed: {len(missed)}"
    yield from (
        f"  miss   {around(doc['text'], gold)} = {gold['type']} {gold['value']}" for doc, gold in missed[:limit]
    )


def paired(docs, rows):
    """Each prediction with the gold expressions of its document."""
    golds = {doc["doc"]: doc.get("timex", []) for doc in docs}
    return [(golds[row["doc"]], row) for row in rows]


def judge(row, golds):
    """What is wrong with a prediction (`right`, `value`, `type`, `span`, `false`) and the gold it overlaps most."""

    def shared(gold):
        return min(gold["end"], row["end"]) - max(gold["start"], row["start"])

    gold = max((gold for gold in golds if shared(gold) > 0), key=shared, default=None)
    if gold is None:
        return "false", None
    if gold["value"] != row["value"]:
        return "value", gold
    if gold["type"] != row["type"]:
        return "type", gold
    same = gold["text"].strip(" .,;'") == row["text"].strip(" .,;'")
    return ("right" if same else "span"), gold


def around(text, row):
    """The words of an expression with a little of the text to both sides, on one line."""
    start, end = row["start"], row["end"]
    return f"{text[max(start - 50, 0) : start]}[[{text[start:end]}]]{text[end : end + 30]}".replace("\n", " ")


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
    parser.add_argument("--narrative", action="store_true", default=None, help="histories; else found out by text")
    parser.add_argument("--errors", type=int, default=0, help="errors to list for each rule")
    options = parser.parse_args()
    docs = read_corpus(options.corpus)
    tagger = Tagger(load_time_words(), load_anchors())
    rows = predict(tagger, docs, narrative=options.narrative)
    if options.out:
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        options.out.write_text("".join(lines), encoding="utf-8")
    if options.errors:
        print("\n".join(list_errors(docs, rows, options.errors)))
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
