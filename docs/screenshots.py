"""Take the README's pictures: serve the bundled case and photograph its pages in headless Chromium."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

# The repository root must be importable first.
from tests.chromium import find_chromium  # noqa: E402
from timeline.queries import Filters, top_events  # noqa: E402
from timeline.settings import DEFAULT_CASE  # noqa: E402
from timeline.store import open_build  # noqa: E402

PAGES = {
    "overview": "",
    "timeline": "timeline",
    "exchanges": "exchanges",
    "actors": "actors",
    "event": "event?event={gravest}",
    "sources": "sources",
    "review": "review",
}
SIZES = {"wide": (1440, 1400), "phone": (390, 1700)}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _serve(port: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "timeline", "serve", "--port", str(port), "--no-browser", "--edit"]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _wait_for_server(page: Page, address: str) -> None:
    for _ in range(240):
        try:
            page.goto(address, wait_until="load")
        except Exception:
            page.wait_for_timeout(250)
            continue
        return


def _agent(size: str) -> str | None:
    """What a telephone calls itself: its pages are drawn narrow from the first run."""
    return "Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile Safari/537.36" if size == "phone" else None


def _gravest() -> str:
    """The event whose page is photographed."""
    with open_build(DEFAULT_CASE) as build:
        return str(top_events(build, Filters(), "gravest", limit=1)["event_id"].iloc[0])


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    server = _serve(port)
    try:
        with sync_playwright() as playwright:
            sandbox = [] if os.geteuid() else ["--no-sandbox"]
            browser = playwright.chromium.launch(
                executable_path=find_chromium(), args=[*sandbox, "--disable-background-networking"]
            )
            for size, (width, height) in SIZES.items():
                for scheme in ("light", "dark"):
                    context = browser.new_context(
                        viewport={"width": width, "height": height}, color_scheme=scheme, user_agent=_agent(size)
                    )
                    page = context.new_page()
                    _wait_for_server(page, address)
                    page.locator(".st-key-view_sentence").wait_for(timeout=120_000)
                    for name, path in PAGES.items():
                        page.goto(f"{address}/{path.format(gravest=_gravest())}")
                        page.wait_for_selector("h1, h2", timeout=60_000)
                        page.wait_for_load_state("networkidle")
                        # The width is told after the first run, and a second one draws for it.
                        page.wait_for_timeout(1_500)
                        page.locator('[data-test-script-state="notRunning"]').wait_for(timeout=60_000)
                        page.screenshot(path=folder / f"{name}-{size}-{scheme}.png", full_page=True)
                    context.close()
            browser.close()
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures")
