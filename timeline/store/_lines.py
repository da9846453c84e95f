"""Files of lines that only grow: locked, synced before they are acknowledged, an unfinished last line mended."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock


def lock_of(path: Path) -> FileLock:
    """The lock that whoever writes the file holds."""
    # A write takes a few milliseconds; whoever waits asks again as soon.
    return FileLock(path.with_name(path.name + ".lock"), poll_interval=0.004)


def append_line(path: Path, line: bytes) -> None:
    """Add bytes at the end, on the disk when this returns."""
    created = not path.exists()
    with path.open("ab") as file:
        file.write(line)
        file.flush()
        os.fsync(file.fileno())
    if created:
        sync(path.parent)


def mend_tail(path: Path, is_whole: Callable[[bytes], bool]) -> str:
    """Cut an unfinished last line, which nobody was told was saved; says what was done, "" if nothing was.

    A last line that lacks nothing but its line end is kept: an editor may have left it out.
    """
    content = path.read_bytes() if path.exists() else b""
    whole, _, tail = content.rpartition(b"\n")
    if not tail:
        return ""
    if is_whole(tail):
        append_line(path, b"\n")
        return f"The last line of {path.name} lacked its line end, which has been added."
    with path.open("r+b") as file:
        file.truncate(len(whole) + bool(whole))
        os.fsync(file.fileno())
    return f"The last line of {path.name} was unfinished ({len(tail)} bytes) and has been cut."


def write_synced(path: Path, content: bytes) -> None:
    """Write a whole file, on the disk when this returns."""
    with path.open("wb") as target:
        target.write(content)
        target.flush()
        os.fsync(target.fileno())


def sync(path: Path) -> None:
    """Force a file, or the names in a folder, to the disk: a rename lasts only once its folder is synced."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
