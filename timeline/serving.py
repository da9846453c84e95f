"""Start the dashboard as a child process, bound to this machine only."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from timeline.settings import ROOT


def serve(case_folder: Path, *, port: int, browser: bool) -> int:
    """Run Streamlit on the loopback address until it is stopped; returns its exit code."""
    command = [
        *(sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")),
        *("--server.port", str(port), "--server.headless", "false" if browser else "true"),
    ]
    environment = os.environ | {"TIMELINE_CASE": str(case_folder)}
    try:
        return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode  # noqa: S603  (our own fixed words)
    except KeyboardInterrupt:
        return 0
