"""`serve` needs no answer from anybody, serves this machine only, and ends when it is told to."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from timeline.errors import TimelineError
from timeline.serving import serve
from timeline.settings import DEFAULT_CASE, ROOT


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_a_port_in_use_is_named():
    """One sentence that says what to do, instead of a second server's traceback."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(TimelineError, match=f"port {port}: is in use.*--port"):
            serve(DEFAULT_CASE, port=port, browser=False)


def test_a_first_start_asks_nothing_and_answers_on_this_machine(tmp_path, bundled_case):
    """With an empty home, no keyboard and no screen the page is served, and it ends on request."""
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    command = [sys.executable, "-m", "timeline", "serve", str(bundled_case.folder), "--port", str(port)]
    server = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment | {"HOME": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        said = []
        for line in server.stdout:
            said.append(line)
            if str(port) in line:
                break
        assert "mail" not in "".join(said).lower()
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=60) as answer:
            assert answer.status == 200
    finally:
        server.send_signal(signal.SIGTERM)
        server.communicate(timeout=60)
    assert server.returncode is not None
