"""How fast events are drawn, beside others, and what a change of filter costs: ratios within one run of one Chromium.

    PYTHONPATH=. python bench/browser.py draw [--rounds 5]     # needs npm, which fetches vis-timeline and TimelineJS
    PYTHONPATH=. python bench/browser.py app  [--rounds 5] [--events 1000000]

`draw`: one bare page each on the same made-up events, every library in turn, round after round, each time on a page of
its own in a browser that has all scripts. Two times, the same for all: until a frame shows the first mark, and until
the page is at rest, which is the frame that shows its last change.
`app`: the whole app, from the key that changes a filter or opens an event until the page is at rest, and the bytes.
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
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

import plotly
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright, sync_playwright

from bench.synthetic import make_case
from tests.browser.conftest import Screen, Server, new_context
from tests.chromium import find_chromium
from timeline import figures, queries
from timeline.queries import Filters
from timeline.store import open_build

_PEERS = ("vis-timeline", "@knight-lab/timelinejs")
_WARM_ROUNDS = 2
# The page is at rest when for so long nothing in it has changed, nothing has kept it busy, and the app says so.
_QUIET_MS = 1_000
_BUSY_MS = 120
# Both times end with the frame that shows what changed; `marks` selects the marks of a drawing.
_WATCH = f"""
window.__watch = (run, marks) => new Promise((done) => {{
  const began = performance.now();
  let rest = began, still = began, first = 0, waiting = 0;
  const changed = () => {{
    const drawing = !first && marks && document.querySelector(marks);
    waiting += 1;
    requestAnimationFrame(() => setTimeout(() => {{
      waiting -= 1;
      rest = still = performance.now();
      if (drawing && !first) first = rest;
    }}));
  }};
  const seen = new MutationObserver(changed);
  seen.observe(document.documentElement, {{ subtree: true, childList: true, attributes: true }});
  const beat = (before) => {{
    const now = performance.now(), app = document.querySelector('[data-testid=stApp]');
    const running = app && app.dataset.testScriptState !== 'notRunning';
    if (waiting || running || now - before > {_BUSY_MS}) still = now;
    if (now - still > {_QUIET_MS}) {{ seen.disconnect(); done([(first || rest) - began, rest - began]); }}
    else setTimeout(beat, 25, now);
  }};
  run();
  beat(began);
}});
"""


class Drawn(NamedTuple):
    """Milliseconds from handing over the data."""

    first_mark: float
    at_rest: float


class Contestant(NamedTuple):
    """A library: the page that loads it and draws, and what its marks are called there."""

    page: str
    marks: str


_CONTESTANTS = {
    "ours": Contestant(
        """<script src="plotly.min.js"></script><div id="place"></div>
<script>window.__draw = (data) => Plotly.newPlot('place', data.data, data.layout, {responsive: true});</script>""",
        ".scatterlayer path.point, .barlayer path, .imagelayer image",
    ),
    "vis-timeline": Contestant(
        """<script src="npm/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script>
<link rel="stylesheet" href="npm/vis-timeline/styles/vis-timeline-graph2d.min.css"><div id="place"></div>
<script>window.__draw = (data) => new vis.Timeline(document.getElementById('place'), new vis.DataSet(data.items),
  ...(data.groups ? [new vis.DataSet(data.groups)] : []), data.options);</script>""",
        ".vis-item",
    ),
    # Told where its files are, it asks no other host for its letters.
    "TimelineJS": Contestant(
        """<script src="npm/@knight-lab/timelinejs/dist/js/timeline.js"></script>
<link rel="stylesheet" href="npm/@knight-lab/timelinejs/dist/css/timeline.css">
<div id="place" style="width:100%;height:700px"></div>
<script>window.__draw = (data) => new TL.Timeline('place', data,
  {script_path: location.origin + '/npm/@knight-lab/timelinejs/dist/js/'});</script>""",
        ".tl-timemarker",
    ),
}
_RACES = ((1_000, ("ours", "vis-timeline", "TimelineJS")), (10_000, ("ours", "vis-timeline")))


def draw(playwright: Playwright, rounds: int) -> None:
    """Milliseconds to draw the same events, and how many times ours each peer takes."""
    with tempfile.TemporaryDirectory() as place:
        site = Path(place) / "site"
        site.mkdir()
        _fetch_peers(site)
        shutil.copy(Path(plotly.__file__).parent / "package_data" / "plotly.min.js", site)
        for name, contestant in _CONTESTANTS.items():
            page = f"<!DOCTYPE html><meta charset=utf-8><script>{_WATCH}</script><body>{contestant.page}</body>"
            (site / f"{name}.html").write_text(page, encoding="utf-8")
        # A browser with a folder keeps compiled scripts as a reader's does.
        browser = playwright.chromium.launch_persistent_context(
            Path(place) / "profile", viewport={"width": 1280, "height": 900}, **_launch()
        )
        with _serve(site) as address:
            for count, names in _RACES:
                _tell(count, _race(browser, address, _drawings(count), names, rounds))
        browser.close()


def _race(
    browser: BrowserContext, address: str, drawings: dict[str, object], names: Sequence[str], rounds: int
) -> dict[str, list[Drawn]]:
    """Every library in turn, round after round; the first rounds only warm the browser."""
    times: dict[str, list[Drawn]] = {name: [] for name in names}
    for number in range(rounds + _WARM_ROUNDS):
        for name in names:
            page = browser.new_page()
            page.goto(f"{address}/{name}.html")
            taken = page.evaluate(
                "([data, marks]) => window.__watch(() => window.__draw(data), marks)",
                [drawings[name], _CONTESTANTS[name].marks],
            )
            page.close()
            if number >= _WARM_ROUNDS:
                times[name].append(Drawn(*taken))
    return times


def _tell(count: int, times: dict[str, list[Drawn]]) -> None:
    for field in Drawn._fields:
        taken = {name: [getattr(one, field) for one in drawn] for name, drawn in times.items()}
        for name, all_of in taken.items():
            words = f"{count:,} events, {field.replace('_', ' ')}: {name} {statistics.median(all_of):.0f} ms"
            words += f" ({min(all_of):.0f} to {max(all_of):.0f})"
            if name != "ours":
                shares = [theirs / ours for theirs, ours in zip(all_of, taken["ours"], strict=True)]
                words += f", {statistics.median(shares):.1f} times ours in the same round"
            print(words)


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
    # Its line at the present time would move once a second and the page never rest.
    look = {"stack": False, "height": 600, "start": min(days), "end": max(days), "showCurrentTime": False}
    return {
        "ours": json.loads(figure.to_json()),
        "vis-timeline": {"items": items, "groups": groups, "options": look}
        if count <= 2_000
        else {"items": plain, "options": look | {"cluster": {"maxItems": 3}}},
        "TimelineJS": {"events": [_slide(number, row) for number, row in enumerate(rows)]},
    }


def _item(number: int, row: dict[str, Any]) -> dict[str, Any]:
    start = row["date_start"].date().isoformat()
    return {"id": number, "content": row["label"][:60], "start": start, "type": "point",
            "group": f"{row['initiator'] or '-'}: {row['type']}"}  # fmt: skip


def _slide(number: int, row: dict[str, Any]) -> dict[str, Any]:
    day = row["date_start"]
    start = {"year": day.year, "month": day.month, "day": day.day}
    return {"unique_id": f"e{number}", "start_date": start, "text": {"headline": row["label"]}}


def app(browser: Browser, rounds: int, events: int) -> None:
    """A change of filter and the opening of an event on the Timeline page with a thousand events, and with many."""
    medians = {}
    for count in (1_000, events):
        with tempfile.TemporaryDirectory() as place:
            server = Server(make_case(Path(place) / "case", count))
            try:
                changes, openings = _costs(Screen(new_context(browser), server), rounds)
            finally:
                server.stop()
        medians[count] = statistics.median(cost.at_rest for cost in changes)
        for what, costs in (("a change of filter", changes), ("an event opened", openings)):
            middle, most = statistics.median(cost.at_rest for cost in costs), max(cost.sent for cost in costs)
            print(f"{count:,} events: {middle:.0f} ms {what}, at most {most / 1000:.0f} kB sent")
    print(
        f"{events:,} events take {medians[events] / medians[1_000]:.2f} times as long as 1,000 for a change of filter"
    )


class Cost(NamedTuple):
    """Milliseconds until the page is at rest, and bytes sent."""

    at_rest: float
    sent: int


def _costs(screen: Screen, rounds: int) -> tuple[list[Cost], list[Cost]]:
    """So many changes of filter and openings of an event; the first of each, which warms up, is left out."""
    screen.context.add_init_script(_WATCH)
    screen.open("timeline")
    months = [f"2023-{number % 12 + 1:02}" for number in range(rounds + 1)]
    changes = [_cost(screen, lambda month=month: _write(screen.page, month)) for month in months]
    openings = [_cost(screen, lambda: _open_next(screen.page)) for _ in months]
    screen.context.close()
    return changes[1:], openings[1:]


def _cost(screen: Screen, prepare: Callable[[], Locator]) -> Cost:
    """What it costs from the Enter that ends what `prepare` has begun in a field."""
    field = prepare()
    screen.bytes = 0
    screen.page.evaluate("() => { window.__drawn = window.__watch(() => {}); }")
    field.press("Enter")
    at_rest = Drawn(*screen.page.evaluate("() => window.__drawn")).at_rest
    screen.settle()
    return Cost(at_rest, screen.bytes)


def _write(page: Page, start: str) -> Locator:
    field = page.get_by_label("From", exact=True)
    field.fill(start)
    return field


def _open_next(page: Page) -> Locator:
    field = page.get_by_role("combobox", name="Click a mark or a row, or choose here")
    field.focus()
    for _ in range(2):
        field.press("ArrowDown")
    return field


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["draw", "app"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--events", type=int, default=1_000_000)
    wanted = parser.parse_args()
    with sync_playwright() as playwright:
        if wanted.what == "draw":
            draw(playwright, wanted.rounds)
        else:
            browser = playwright.chromium.launch(**_launch())
            app(browser, wanted.rounds, wanted.events)
            browser.close()


def _launch() -> dict[str, Any]:
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    return {"executable_path": find_chromium(), "args": [*sandbox, "--disable-background-networking"]}


if __name__ == "__main__":
    main()
