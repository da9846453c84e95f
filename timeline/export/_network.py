"""GEXF 1.3: who acts on whom, as a directed network."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import product
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from timeline.export._context import ExportContext
from timeline.export._records import Record
from timeline.export._text import clean

_NAMESPACE = "http://gexf.net/1.3"
# Anyone whom no report names; kept, so that the sums over the network are those of the table.
_UNNAMED = ("", "Not named")


def write_gexf(records: Sequence[Record], context: ExportContext) -> bytes:
    """Actors as nodes, one edge for each initiator and target: `weight` is events, `intensity` their mean."""
    names: dict[str, str] = {}
    events: Counter[tuple[str, str]] = Counter()
    intensity: defaultdict[tuple[str, str], float] = defaultdict(float)
    for record in records:
        sides = _side(record, "source"), _side(record, "target")
        names |= dict(sides[0]) | dict(sides[1])
        for (one, _), (two, _) in product(*sides):
            events[one, two] += 1
            intensity[one, two] += record["intensity"]
    root = Element("gexf", {"xmlns": _NAMESPACE, "version": "1.3"})
    meta = SubElement(root, "meta")
    SubElement(meta, "creator").text = "Escalation Timeline"
    SubElement(meta, "description").text = clean(f"{context.title}. {context.filters}. Build {context.build_id}")
    graph = SubElement(root, "graph", {"defaultedgetype": "directed"})
    attributes = SubElement(graph, "attributes", {"class": "edge"})
    SubElement(attributes, "attribute", {"id": "0", "title": "intensity", "type": "double"})
    nodes = SubElement(graph, "nodes")
    for actor_id in sorted(names):
        SubElement(nodes, "node", {"id": clean(actor_id) or "-", "label": clean(names[actor_id])})
    edges = SubElement(graph, "edges")
    for number, (one, two) in enumerate(sorted(events)):
        count = events[one, two]
        ends = {"source": clean(one) or "-", "target": clean(two) or "-"}
        edge = SubElement(edges, "edge", {"id": str(number), **ends, "weight": str(count)})
        values = SubElement(edge, "attvalues")
        SubElement(values, "attvalue", {"for": "0", "value": f"{intensity[one, two] / count:.3f}"})
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'.encode("utf-8", "replace")


def _side(record: Record, side: str) -> list[tuple[str, str]]:
    ids, joined = record[f"{side}_ids"], record[f"{side}_actor"]
    if not ids:
        return [_UNNAMED]
    names = joined.split(";") if joined else []
    return [(actor_id, names[n] if n < len(names) else actor_id) for n, actor_id in enumerate(ids)]
