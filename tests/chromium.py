"""Find a Chromium for the browser tests, or install one; prints its path or says in one sentence what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def find_chromium() -> str | None:
    """The browser named by `TIMELINE_CHROMIUM`, else the system's, else Playwright's own download."""
    named = os.environ.get("TIMELINE_CHROMIUM")
    if named:
        return named
    return next((path for name in NAMES if (path := shutil.which(name))), None) or _playwright_chromium()


def _playwright_chromium() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.exists() else None


def _install_from_debian() -> bool:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "check": False}
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update"], env=environment, **quiet)
    done = subprocess.run(["apt-get", "install", "-y", "chromium", "fonts-dejavu-core"], env=environment, **quiet)
    return done.returncode == 0


def _install_from_playwright() -> bool:
    done = subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    return done.returncode == 0


def main() -> int:
    path = find_chromium()
    if path is None and (_install_from_debian() or _install_from_playwright()):
        path = find_chromium()
    if path is None:
        print("No Chromium was found or could be installed: install one and set TIMELINE_CHROMIUM to its path.")
        return 1
    print(f"Browser tests use {path}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
