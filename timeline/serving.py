"""Start the dashboard as a child process, bound to this machine only, and open it in a browser."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
import webbrowser
from pathlib import Path

from timeline.errors import TimelineError
from timeline.settings import EDITOR_VARIABLE, ROOT

HOST = "127.0.0.1"
# Seconds a server that was asked to end may take before it is ended.
_GRACE = 10
# Seconds the server may take until it answers, and between two questions whether it does.
_START_SECONDS = 60
_ASK_SECONDS = 0.25


def serve(case_folder: Path, *, port: int, browser: bool, editor: str = "") -> int:
    """Run Streamlit on the loopback address until it is stopped; returns its exit code.

    With an `editor` the server is one for editing: whoever sits at this machine decides under that name.

    Raises:
        TimelineError: if another program has the port.
    """
    if _taken(port):
        raise TimelineError(f"port {port}", "is in use by another program; give another one with --port")
    # Always headless: on its first run on a machine Streamlit otherwise asks for an e-mail address and waits.
    command = [
        *(sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")),
        *("--server.port", str(port), "--server.address", HOST, "--server.headless", "true"),
    ]
    environment = os.environ | {"TIMELINE_CASE": str(case_folder), EDITOR_VARIABLE: editor}
    with subprocess.Popen(command, cwd=ROOT, env=environment) as server:  # noqa: S603  (our own fixed words)
        # Whoever ends us ends the server: without this it would keep the port.
        before = signal.signal(signal.SIGTERM, lambda *_: server.terminate())
        if browser and _has_screen():
            threading.Thread(target=_open_when_ready, args=(f"http://{HOST}:{port}", server), daemon=True).start()
        try:
            return max(server.wait(), 0)
        except KeyboardInterrupt:
            return _end(server)
        finally:
            signal.signal(signal.SIGTERM, before)


def _taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def _has_screen() -> bool:
    """Whether a browser can show itself; on a server without a screen a text browser would take the terminal."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open_when_ready(address: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=2):  # noqa: S310  (our own loopback address)
                webbrowser.open(address)
                return
        except (urllib.error.URLError, OSError):
            time.sleep(_ASK_SECONDS)


def _end(server: subprocess.Popen[bytes]) -> int:
    """Wait for a server that the keyboard has already told to stop."""
    try:
        server.wait(_GRACE)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        server.kill()
    return 0
