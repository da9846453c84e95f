"""Start the dashboard as a child process, bound to this machine only."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from timeline.settings import ROOT

# Seconds a server that was asked to end may take before it is ended.
_GRACE = 10


def serve(case_folder: Path, *, port: int, browser: bool) -> int:
    """Run Streamlit on the loopback address until it is stopped; returns its exit code."""
    command = [
        *(sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")),
        *("--server.port", str(port), "--server.headless", "false" if browser else "true"),
    ]
    environment = os.environ | {"TIMELINE_CASE": str(case_folder)}
    with subprocess.Popen(command, cwd=ROOT, env=environment) as server:  # noqa: S603  (our own fixed words)
        # Whoever ends us ends the server: without this it would keep the port.
        before = signal.signal(signal.SIGTERM, lambda *_: server.terminate())
        try:
            return max(server.wait(), 0)
        except KeyboardInterrupt:
            return _end(server)
        finally:
            signal.signal(signal.SIGTERM, before)


def _end(server: subprocess.Popen[bytes]) -> int:
    """Wait for a server that the keyboard has already told to stop."""
    try:
        server.wait(_GRACE)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        server.kill()
    return 0
