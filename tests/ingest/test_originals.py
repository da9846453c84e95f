from hashlib import sha256

import pytest

from timeline.ingest import store_original


def test_bytes_are_kept_under_their_hash(tmp_path):
    """The stored file is the bytes, its name their SHA-256, and a second time changes nothing."""
    folder = tmp_path / "originals"
    digest = store_original(b"abc", folder)
    before = (folder / digest).stat().st_mtime_ns
    assert digest == sha256(b"abc").hexdigest()
    assert (folder / digest).read_bytes() == b"abc"
    assert store_original(b"abc", folder) == digest
    assert (folder / digest).stat().st_mtime_ns == before
    assert [path.name for path in folder.iterdir()] == [digest]


def test_a_torn_file_is_replaced(tmp_path):
    """A file of the wrong length under the name is written anew."""
    digest = sha256(b"abc").hexdigest()
    (tmp_path / digest).write_bytes(b"a")
    store_original(b"abc", tmp_path)
    assert (tmp_path / digest).read_bytes() == b"abc"


def test_a_failed_write_leaves_nothing(tmp_path):
    """If the name cannot be taken, no half-written file stays behind."""
    digest = sha256(b"abc").hexdigest()
    (tmp_path / digest).mkdir()
    with pytest.raises(OSError, match=digest):
        store_original(b"abc", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [digest]
