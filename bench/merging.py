"""Merging measured: event coreference on ECB+-shaped lines, and mentions merged per second.

python bench/merging.py coref LINES.jsonl PRED.jsonl    write clusters for a coreference scorer
python bench/merging.py speed 2000 10000                 made-up mentions merged, seconds and rate for each size
"""

from __future__ import annotations

import json
import random
import sys
import time
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.builders import make_actor, make_article, make_count, make_mention, make_when  # noqa: E402
from timeline.lexicon.merge_weights import load_merge_weights  # noqa: E402
from timeline.lexicon.types import load_types  # noqa: E402
from timeline.merge import cluster_records, merge_mentions  # noqa: E402
from timeline.model import UNDATED  # noqa: E402
from timeline.settings import LEXICON_DIR  # noqa: E402


def make_world(n, seed=1):
    """Mentions of made-up acts among eight states, five an article, one article a day per hundred mentions."""
    pick = random.Random(seed)  # noqa: S311 (reproducible, not secret)
    actors = [make_actor(f"State {i}", code=f"S{i:02d}") for i in range(8)]
    words = [f"word{i}" for i in range(3000)]
    articles, mentions = [], []
    for k in range(n // 5):
        published = date(2015, 1, 1) + timedelta(days=pick.randrange(max(1, n // 100)))
        articles.append(make_article(f"text {k}", id=f"a{k}", published=str(published)))
        for j in range(5):
            doer, sufferer = pick.sample(actors, 2)
            day = published - timedelta(days=pick.randrange(5))
            mentions.append(
                make_mention(
                    "strike " + " ".join(pick.choices(words, k=12)),
                    article_id=f"a{k}",
                    start=j * 200,
                    type=pick.choice(["ASSAULT", "ASSAULT", "THREATEN", "CONSULT"]),
                    initiators=(doer,) if pick.random() < 0.8 else (),
                    targets=(sufferer,) if pick.random() < 0.8 else (),
                    when=make_when(str(day)) if pick.random() < 0.7 else UNDATED,
                    killed=make_count(pick.randrange(1, 20)) if pick.random() < 0.3 else None,
                )
            )
    return mentions, articles


def measure_speed(sizes):
    weights, types = load_merge_weights(LEXICON_DIR), load_types(LEXICON_DIR)
    for n in sizes:
        mentions, articles = make_world(n)
        start = time.perf_counter()
        merged = merge_mentions(mentions, articles, weights=weights, types=types)
        seconds = time.perf_counter() - start
        print(f"{n:>8} mentions  {len(merged.events):>8} events  {seconds:8.2f} s  {n / seconds:8.0f} mentions/s")


def write_clusters(lines_path, out_path):
    lines = [json.loads(line) for line in lines_path.read_text(encoding="utf-8").splitlines() if line.strip()]
    start = time.perf_counter()
    clusters = cluster_records(lines, load_merge_weights(LEXICON_DIR))
    with out_path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in clusters)
    print(
        f"{len(lines)} lines, {len({row['cluster'] for row in clusters})} clusters, {time.perf_counter() - start:.1f} s"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["coref"]:
        write_clusters(Path(sys.argv[2]), Path(sys.argv[3]))
    elif sys.argv[1:2] == ["speed"]:
        measure_speed([int(size) for size in sys.argv[2:]])
    else:
        print(__doc__)
