"""The network counts what the table counts."""

from xml.etree import ElementTree as ET

from tests.export.frames import CONTEXT, events
from timeline.export import export_events

GEXF = {"g": "http://gexf.net/1.3"}


def network(*changes):
    return ET.fromstring(export_events(events(*changes), format="gexf", context=CONTEXT))  # noqa: S314 (our own bytes)


def test_edges_sum_the_events_of_each_pair():
    """Two events of one dyad are one edge of weight two; an unnamed side is a node of its own."""
    one = {"initiators": ["norland"], "initiator": "Norland"}
    root = network(one, one | {"event_id": "e2", "intensity": -5.0}, one | {"targets": [], "target": ""})
    edges = {(e.get("source"), e.get("target")): e for e in root.iterfind(".//g:edge", GEXF)}
    assert {key: edge.get("weight") for key, edge in edges.items()} == {
        ("norland", "sudria"): "2",
        ("norland", "-"): "1",
    }
    assert edges["norland", "sudria"].find(".//g:attvalue", GEXF).get("value") == "-7.000"
    assert {node.get("label") for node in root.iterfind(".//g:node", GEXF)} == {"Norland", "Sudria", "Not named"}


def test_a_name_cannot_break_the_file():
    """Markup and control characters in a name stay a name."""
    root = network({"initiators": ["a<b"], "initiator": "<x>\x0b&"})
    assert "<x>&" in {node.get("label") for node in root.iterfind(".//g:node", GEXF)}
