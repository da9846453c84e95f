"""An archive gives its texts and nothing else: no trap unpacks, no name becomes a path, one bad file stops no other."""

import io
import stat
import struct
import warnings
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.errors import ArticleError
from timeline.ingest import Member, read_zip
from timeline.model import Reject

GOOD = ("good.txt", b"Peru met Mexico on 20 December 2022.")


def packed(*files, method=zipfile.ZIP_DEFLATED):
    """An archive of (name or ZipInfo, bytes)."""
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", method) as archive:
        warnings.simplefilter("ignore")  # zipfile warns of the duplicate names we want
        for name, payload in files:
            archive.writestr(name, payload)
    return buffer.getvalue()


def link(name, target):
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info, target


def encrypted(name):
    """The good file and one whose flags, here and in the directory, say that it is encrypted."""
    data = bytearray(packed((name, b"secret words"), GOOD))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(signature)
        data[at + offset] |= 1
    return bytes(data)


def test_files_come_with_their_names_and_bytes():
    """Folders and what an operating system hides beside files are passed over."""
    archive = packed(("deep/one.md", b"# One"), ("deep/", b""), ("__MACOSX/x.txt", b"x"), ("a/.DS_Store", b"x"), GOOD)
    assert list(read_zip(archive)) == [Member("deep/one.md", b"# One"), Member(*GOOD)]


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (("../out.txt", b"x"), "leads out"),
        (("/etc/out.txt", b"x"), "leads out"),
        (("a/../../out.txt", b"x"), "leads out"),
        (("C:out.txt", b"x"), "leads out"),
        (("a\\..\\out.txt", b"x"), "leads out"),
        (("a\u202etxt.exe", b"x"), "hidden characters"),
        (("n" * 5_000 + ".txt", b"x"), "name of more than"),
        (link("link.txt", "/etc/passwd"), "is a link"),
        (("inner.zip", packed(GOOD)), "archive inside an archive"),
        (("inner.txt", packed(GOOD)), "archive inside an archive"),
        (("bomb.txt", b"a" * 4_900_000), "times its size"),
        (("long.txt", bytes(5_000_001)), "larger than an article"),
    ],
    ids=lambda value: None if isinstance(value, tuple) else value,
)
def test_a_bad_file_is_refused_and_the_others_are_read(file, told):
    """One reason for the bad one; the good one comes all the same."""
    bad, good = read_zip(packed(file, GOOD))
    assert isinstance(bad, Reject)
    assert told in bad.reason
    assert good == Member(*GOOD)


def test_a_name_with_a_nul_is_refused():
    """What stands behind the NUL is hidden from whoever looks at the name."""
    archive = packed(("aXb.txt", b"x"), GOOD).replace(b"aXb.txt", b"a\x00b.txt")
    bad, good = read_zip(archive)
    assert "hidden characters" in bad.reason
    assert good == Member(*GOOD)


def test_of_two_files_with_one_name_the_first_counts():
    """A reader that took the last would see another text than one that took the first."""
    found = list(read_zip(packed(("one.txt", b"first"), ("one.txt", b"second"))))
    assert found[0] == Member("one.txt", b"first")
    assert "name of a file before" in found[1].reason


def test_an_encrypted_file_is_refused():
    """There is nobody to ask for the password."""
    bad, good = read_zip(encrypted("locked.txt"))
    assert bad == Reject("locked.txt", "is encrypted")
    assert good == Member(*GOOD)


def test_a_packing_that_may_take_any_memory_is_refused():
    """Only what every program writes is opened."""
    (bad,) = read_zip(packed(GOOD, method=zipfile.ZIP_LZMA))
    assert "packed in a way" in bad.reason


def test_a_damaged_file_is_refused():
    """A wrong checksum is no text."""
    data = packed(("one.txt", b"first words"), GOOD, method=zipfile.ZIP_STORED).replace(b"first", b"worst")
    bad, good = read_zip(data)
    assert "damaged" in bad.reason
    assert good == Member(*GOOD)


def test_what_a_header_says_of_the_size_is_not_believed():
    """A file that says it is small and unpacks to much is refused by what it unpacks to."""
    data = bytearray(packed(("liar.txt", b"a" * 4_900_000)))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.index(signature) + offset, 10)
    (found,) = read_zip(bytes(data))
    assert isinstance(found, Reject)


def test_files_that_share_their_bytes_are_a_trap():
    """Many directory entries on one file would unpack it many times."""
    data = packed(("aa.txt", b"a" * 1_000), ("bb.txt", b"a" * 1_000))
    end = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", end + 4)
    shared = bytearray(data)
    struct.pack_into("<I", shared, second + 42, 0)
    with pytest.raises(ArticleError, match="share their bytes"):
        list(read_zip(bytes(shared)))


def test_an_archive_unpacks_to_no_more_than_its_limit(monkeypatch):
    """The rest is refused, each with the reason; nothing past the limit is unpacked."""
    monkeypatch.setattr("timeline.ingest._archive.MAX_ZIP_UNPACKED_BYTES", 25)
    found = list(read_zip(packed(("a.txt", b"a" * 20), ("b.txt", b"b" * 20), ("c.txt", b"c" * 20))))
    assert [type(one) for one in found] == [Member, Reject, Reject]


@pytest.mark.parametrize(
    ("payload", "told"),
    [
        (b"", "no ZIP"),
        (b"PK\x03\x04 nothing", "no ZIP"),
        (packed(GOOD)[:-30], "no ZIP"),
        (packed(), "holds no file"),
        (b"PK\x01\x02" * 5_001, "more than 5,000 files"),
        (bytes(25_000_001), "larger than an archive"),
    ],
    ids=["empty", "a signature", "cut", "no files", "many entries", "large"],
)
def test_a_whole_archive_is_refused_with_one_reason(payload, told):
    """Before anything of it is unpacked."""
    with pytest.raises(ArticleError, match=told):
        list(read_zip(payload))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_damage_gives_files_or_reasons(data):
    """Whatever bytes are changed, nothing else than a refusal comes out."""
    payload = bytearray(packed(("one.txt", b"first words of one"), GOOD))
    for _ in range(data.draw(st.integers(1, 4))):
        payload[data.draw(st.integers(0, len(payload) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = list(read_zip(bytes(payload)))
    except ArticleError:
        return
    assert all(isinstance(one, Member | Reject) for one in found)
