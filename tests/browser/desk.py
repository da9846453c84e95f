"""What stands in a case after an editor's work: the log of decisions, and which reports are one event."""

from timeline.store import open_build, read_decisions, table


def log_of(server):
    """Every decision in the order of the log."""
    return read_decisions(server.folder / "decisions.jsonl")


def partition(folder):
    """The reports of each event of the current build."""
    with open_build(folder) as build:
        rows = build.fetch(table("mention").select("event_id", "mention_id")).to_pylist()
    events = {}
    for row in rows:
        events.setdefault(row["event_id"], set()).add(row["mention_id"])
    return {frozenset(reports) for reports in events.values()}
