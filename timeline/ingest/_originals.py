"""Original bytes, kept under their hash: written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from hashlib import sha256
from pathlib import Path


def store_original(payload: bytes, folder: Path) -> str:
    """Keep the bytes as `folder/<sha256>` and return the SHA-256; the same bytes are kept once."""
    digest = sha256(payload).hexdigest()
    target = folder / digest
    if target.is_file() and target.stat().st_size == len(payload):
        return digest
    write_whole(target, payload)
    return digest


def write_whole(path: Path, payload: bytes) -> None:
    """Write a file that is there whole and for good, or not at all; until then it has a hidden name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".tmp-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(payload)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable, where the system lets a folder be opened."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
