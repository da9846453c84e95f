"""Is confidence the share that is right? Reliability on our own gold, and the weights of `confidence.csv`.

    python bench/confidence.py [--fit]

A report is right when its act is annotated and type, both sides and status are. The weights are fitted (logistic, with
a penalty) on other sentences than those they are measured on: five parts by a hash of the article or sentence.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from itertools import pairwise
from pathlib import Path

import numpy as np

from bench import extract, status
from timeline.ingest import article_from_record
from timeline.pipeline import Reader, reader_for
from timeline.records import mention_record

GOLD = Path(__file__).parent / "gold"
# Signs that our gold never or seldom shows; their weights are set by hand and not fitted.
BY_HAND = {"disguised", "one_case", "no_stops"}
PARTS = 5
PENALTY = 3.0
BINS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
Row = tuple[str, tuple[str, ...], bool]


def of_articles(reader: Reader) -> list[Row]:
    """Each report found in the gold articles: its article, its signs and whether it is right."""
    rows: list[Row] = []
    for line in (GOLD / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        article = article_from_record(gold, furniture=reader.lexicon.furniture, subject=gold["id"])
        found = [mention_record(m) | {"signs": m.signs} for m in reader.read(article).mentions if m.type != "STATEMENT"]
        for _, golds, gots in extract.by_sentence(gold, found):
            pairs = {id(got): wanted for wanted, got in extract.pair(golds, gots)}
            rows.extend((gold["id"], got["signs"], _is_right(pairs.get(id(got)), got)) for got in gots)
    return rows


def _is_right(wanted: extract.Event | None, got: extract.Event) -> bool:
    if wanted is None or not (extract.agrees(wanted, got, "type") and extract.agrees(wanted, got, "status")):
        return False
    return all(extract.same_actor(wanted, got, role) for role in extract.ROLES.values())


def of_sentences(reader: Reader) -> list[Row]:
    """The same of the gold sentences."""
    rows: list[Row] = []
    for line in (GOLD / "status.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        pairs, _, left = status.pair(row["acts"], status.read(reader, row))
        rows.extend((row["id"], mention.signs, False) for mention in left)
        for act, mention in pairs:
            right = mention.type in status.allowed(act, "type") and mention.status in status.allowed(act, "status")
            sides = status.same_actors(act, "initiator", mention.initiators)
            sides = sides and status.same_actors(act, "target", mention.targets)
            if not act.get("optional"):
                rows.append((row["id"], mention.signs, right and sides))
    return rows


def matrix(rows: list[Row], signs: list[str]) -> np.ndarray:
    """One column a sign, the first column for the base."""
    return np.array([[1.0, *(float(sign in found) for sign in signs)] for _, found, _ in rows])


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Penalised logistic weights by Newton's method."""
    weights = np.zeros(x.shape[1])
    penalty = np.diag([0.01, *[PENALTY] * (x.shape[1] - 1)])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + penalty
        weights = weights + np.linalg.solve(hessian, x.T @ (y - p) - penalty @ weights)
    return weights


def cross_validated(rows: list[Row], signs: list[str]) -> np.ndarray:
    """The probability of each row by weights fitted on the other parts."""
    x, y = matrix(rows, signs), np.array([float(right) for _, _, right in rows])
    part = np.array([int(hashlib.sha256(home.encode()).hexdigest(), 16) % PARTS for home, _, _ in rows])
    found = np.zeros(len(rows))
    for n in range(PARTS):
        found[part == n] = 1 / (1 + np.exp(-x[part == n] @ fit(x[part != n], y[part != n])))
    return found


def show(name: str, p: np.ndarray, y: np.ndarray) -> None:
    """Print a reliability table, and how well the probabilities tell right from wrong."""
    brier, base = float(np.mean((p - y) ** 2)), float(np.mean((y.mean() - y) ** 2))
    order = p[y == 1][:, None] - p[y == 0][None, :]
    auc = float(np.mean((order > 0) + 0.5 * (order == 0)))
    print(f"\n{name}: {len(y)} reports, {y.mean():.3f} right")
    print(f"Brier {brier:.3f} (always the mean {base:.3f}), AUC {auc:.2f}")
    print(f"{'bin':12}{'n':>6}{'mean confidence':>18}{'observed':>10}")
    error = 0.0
    for low, high in pairwise(BINS):
        inside = (p >= low) & ((p < high) | (high == BINS[-1]))
        if inside.any():
            print(f"{low:.1f} to {high:.1f}{inside.sum():9}{p[inside].mean():18.2f}{y[inside].mean():10.2f}")
            error += inside.mean() * abs(p[inside].mean() - y[inside].mean())
    print(f"expected calibration error {error:.3f}")


def main() -> None:
    """Read both golds, print reliability by cross-validation and as shipped, and with --fit the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", action="store_true", help="print the weights fitted on everything")
    options = parser.parse_args()
    reader = reader_for(())
    rows = of_articles(reader) + of_sentences(reader)
    table = reader.lexicon.confidence
    signs = [sign for sign in table.weights if sign != "base" and sign not in BY_HAND]
    y = np.array([float(right) for _, _, right in rows])
    show("cross-validated", cross_validated(rows, signs), y)
    show("as shipped (fitted on these)", np.array([table.probability(found) for _, found, _ in rows]), y)
    if options.fit:
        names = ["base", *signs]
        weights = zip(names, fit(matrix(rows, signs), y), strict=True)
        print(*(f"{name},{weight:.2f}" for name, weight in weights), sep="\n")


if __name__ == "__main__":
    main()
