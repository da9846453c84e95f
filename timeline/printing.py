"""A page to PDF, by a Chromium of this machine with the network out of reach."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from timeline.errors import ExportError
from timeline.figures import find_browser

_SECONDS = 60
_FLAGS = (
    *("--headless", "--disable-gpu", "--no-pdf-header-footer", "--disable-background-networking", "--no-first-run"),
    # No name resolves: the page could not fetch anything even if it asked.
    "--host-resolver-rules=MAP * ~NOTFOUND",
)


def print_pdf(page: bytes) -> bytes:
    """The page as its print style lays it out.

    Raises:
        ExportError: no Chromium is installed, or it does not answer in time.
    """
    browser = find_browser()
    if browser is None:
        raise ExportError("pdf", "needs Chromium or Chrome on this machine; print the web page from a browser instead")
    # Chromium's sandbox refuses to run as root, which only containers do.
    sandbox = () if os.geteuid() else ("--no-sandbox",)
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "page.html"), Path(folder, "page.pdf")
        source.write_bytes(page)
        command = [browser, *_FLAGS, *sandbox, f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}"]
        try:
            subprocess.run([*command, source.as_uri()], check=True, capture_output=True, timeout=_SECONDS)  # noqa: S603
        except (OSError, subprocess.SubprocessError) as error:
            raise ExportError("pdf", f"the browser could not print it ({type(error).__name__})") from error
        return target.read_bytes()
