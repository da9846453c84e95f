"""How fast events are drawn, beside others, and what a change of filter costs: ratios within one run of one Chromium.

    PYTHONPATH=. python bench/browser.py draw [--rounds 5]     # needs npm, which fetches vis-timeline and TimelineJS
    PYTHONPATH=. python bench/browser.py app  [--rounds 5] [--events 1000000]

`draw`: one bare page each on the same made-up events; from handing over the data to the last change of the page.
`app`: the whole app, from the key that changes a filter to the last change of the page, and the bytes sent for it.
"""

from __future__ import annotations

import argparse
import functools
import json
import os
import shutil
import statistics
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import plotly
from playwright.sync_api import Browser, Page, sync_playwright

from bench.synthetic import make_case
from tests.browser.conftest import Screen, Server
from tests.chromium import find_chromium
from timeline import figures, queries
from timeline.queries import Filters
from timeline.store import open_build

_PEERS = ("vis-timeline", "@knight-lab/timelinejs")
# The page is drawn when nothing in it has changed for so long.
_QUIET_MS = 700
_WATCH = f"""
window.__watch = (run) => new Promise((done) => {{
  let last = performance.now(), began = last;
  const seen = new MutationObserver(() => {{ last = performance.now(); }});
  seen.observe(document.documentElement, {{ subtree: true, childList: true, attributes: true }});
  const paint = () => requestAnimationFrame(() => requestAnimationFrame(() => {{
    const now = performance.now();
    if (now - last > {_QUIET_MS}) {{ seen.disconnect(); done(last - began); }} else setTimeout(paint, 50);
  }}));
  began = performance.now(); last = began;
  run();
  paint();
}});
"""
_PAGES = {
    "ours": """<script src="plotly.min.js"></script><div id="place"></div>
<script>window.__draw = (data) => Plotly.newPlot('place', data.data, data.layout, {responsive: true});</script>""",
    "vis": """<script src="npm/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script>
<link rel="stylesheet" href="npm/vis-timeline/styles/vis-timeline-graph2d.min.css"><div id="place"></div>
<script>window.__draw = (data) => new vis.Timeline(document.getElementById('place'), new vis.DataSet(data.items),
  ...(data.groups ? [new vis.DataSet(data.groups)] : []), data.options);</script>""",
    "timelinejs": """<script src="npm/@knight-lab/timelinejs/dist/js/timeline.js"></script>
<link rel="stylesheet" href="npm/@knight-lab/timelinejs/dist/css/timeline.css">
<div id="place" style="width:100%;height:700px"></div>
<script>window.__draw = (data) => new TL.Timeline('place', data);</script>""",
}


def draw(browser: Browser, rounds: int) -> None:
    """Milliseconds to draw the same events, and how many times ours each peer takes."""
    with tempfile.TemporaryDirectory() as place:
        site = Path(place)
        _fetch_peers(site)
        shutil.copy(Path(plotly.__file__).parent / "package_data" / "plotly.min.js", site)
        for name, body in _PAGES.items():
            page = f"<!DOCTYPE html><meta charset=utf-8><script>{_WATCH}</script><body>{body}</body>"
            (site / f"{name}.html").write_text(page, encoding="utf-8")
        with _serve(site) as address:
            for count, peers in ((1_000, ("vis", "timelinejs")), (10_000, ("vis clustered",))):
                drawings = _drawings(count)
                ours = _median(browser, address, "ours", drawings["ours"], rounds)
                print(f"{count:,} events: ours {ours:.0f} ms")
                for peer in peers:
                    theirs = _median(browser, address, peer.split()[0], drawings[peer], rounds)
                    print(f"{count:,} events: {peer} {theirs:.0f} ms, {theirs / ours:.1f} times ours")


def _fetch_peers(site: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("draw: needs npm, to fetch the peers it measures beside")
    subprocess.run([npm, "install", "--prefix", str(site), "--no-audit", "--no-fund", *_PEERS], check=True,
                   capture_output=True)  # fmt: skip
    (site / "npm").symlink_to(site / "node_modules")


@contextmanager
def _serve(site: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def _drawings(count: int) -> dict[str, object]:
    """The same events as each library wants them."""
    with tempfile.TemporaryDirectory() as place, open_build(make_case(Path(place) / "case", count)) as build:
        events = queries.list_events(build, Filters(statements=True))
        counted = queries.density(build, Filters(statements=True), lane="type", bins=360)
    events = events[events["date_start"].notna()]
    if len(events) > 2_000:
        figure = figures.density_figure(counted, lane="type", title="Events")
    else:
        figure = figures.timeline_figure(events, lane="initiator", title="Events", names={})
    rows = events.to_dict("records")
    items = [_item(number, row) for number, row in enumerate(rows)]
    groups = [{"id": name, "content": name} for name in sorted({item["group"] for item in items})]
    plain = [{name: value for name, value in item.items() if name != "group"} for item in items]
    days = [item["start"] for item in items]
    look = {"stack": False, "height": 600, "start": min(days), "end": max(days)}
    return {
        "ours": json.loads(figure.to_json()),
        "vis": {"items": items, "groups": groups, "options": look},
        "vis clustered": {"items": plain, "options": look | {"cluster": {"maxItems": 3}}},
        "timelinejs": {"events": [_slide(number, row) for number, row in enumerate(rows)]},
    }


def _item(number: int, row: dict[str, Any]) -> dict[str, Any]:
    start = row["date_start"].date().isoformat()
    return {"id": number, "content": row["label"][:60], "start": start, "type": "point",
            "group": f"{row['initiator'] or '-'}: {row['type']}"}  # fmt: skip


def _slide(number: int, row: dict[str, Any]) -> dict[str, Any]:
    day = row["date_start"]
    start = {"year": day.year, "month": day.month, "day": day.day}
    return {"unique_id": f"e{number}", "start_date": start, "text": {"headline": row["label"]}}


def _median(browser: Browser, address: str, name: str, data: object, rounds: int) -> float:
    times = []
    for _ in range(rounds + 1):
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{address}/{name}.html")
        times.append(float(page.evaluate("(data) => window.__watch(() => window.__draw(data))", data)))
        page.close()
    # The first one warms the caches of the browser.
    return statistics.median(times[1:])


def app(browser: Browser, rounds: int, events: int) -> None:
    """A change of filter on the Timeline page with a thousand events, and with many."""
    medians = {}
    for count in (1_000, events):
        with tempfile.TemporaryDirectory() as place:
            server = Server(make_case(Path(place) / "case", count))
            try:
                times, sizes = _filter_changes(Screen(browser, server), rounds)
            finally:
                server.stop()
        medians[count] = statistics.median(times)
        print(f"{count:,} events: {medians[count]:.0f} ms a change of filter, at most {max(sizes) / 1000:.0f} kB sent")
    print(f"{events:,} events take {medians[events] / medians[1_000]:.2f} times as long as 1,000")


def _filter_changes(screen: Screen, rounds: int) -> tuple[list[float], list[int]]:
    screen.context.add_init_script(_WATCH)
    screen.open("timeline")
    times, sizes = [], []
    for number in range(rounds + 1):
        screen.bytes = 0
        times.append(_change(screen.page, f"2023-{number % 12 + 1:02}"))
        screen.settle()
        sizes.append(screen.bytes)
    screen.context.close()
    return times[1:], sizes[1:]


def _change(page: Page, start: str) -> float:
    field = page.get_by_label("From", exact=True)
    field.fill(start)
    page.evaluate("() => { window.__drawn = window.__watch(() => {}); }")
    field.press("Enter")
    return float(page.evaluate("() => window.__drawn"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["draw", "app"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--events", type=int, default=1_000_000)
    wanted = parser.parse_args()
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    with sync_playwright() as playwright:
        flags = [*sandbox, "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=flags)
        if wanted.what == "draw":
            draw(browser, wanted.rounds)
        else:
            app(browser, wanted.rounds, wanted.events)
        browser.close()


if __name__ == "__main__":
    main()
