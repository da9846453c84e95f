import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import ArticleError
from timeline.ingest._decode import decode, store_form, whole

ENGLISH = "The mayor of Zürich said “no” – twice."
RUSSIAN = "Армия сообщила, что в городе не было боёв. " * 5


@pytest.mark.parametrize(
    ("payload", "text", "encoding"),
    [
        (ENGLISH.encode(), ENGLISH, "utf-8"),
        (ENGLISH.encode("utf-8-sig"), ENGLISH, "utf-8"),
        (ENGLISH.encode("utf-16"), ENGLISH, "utf-16"),
        (ENGLISH.encode("utf-32"), ENGLISH, "utf-32"),
        (ENGLISH.encode("utf-16-le"), ENGLISH, "utf-16-le"),
        (ENGLISH.encode("utf-16-be"), ENGLISH, "utf-16-be"),
        (("x" * 200 + ENGLISH).encode("cp1252"), "x" * 200 + ENGLISH, "cp1252"),
        (("x" * 200 + "Zürich").encode("latin-1"), "x" * 200 + "Zürich", "cp1252"),
        (RUSSIAN.encode("cp1251"), RUSSIAN, "cp1251"),
        (RUSSIAN.encode("koi8-r"), RUSSIAN, "koi8_r"),
        (RUSSIAN.encode() + b"\xd0", RUSSIAN + "\ufffd", "utf-8"),
    ],
)
def test_encodings_are_recognised(payload, text, encoding):
    """Marks, valid UTF-8, wide text without a mark, and single bytes are each read as what they are."""
    assert decode(payload) == (text, encoding)


def test_markup_may_declare_its_encoding():
    """A page's `<meta charset>` is believed if its bytes agree, and only in a page."""
    payload = b'<meta charset="koi8-r">' + "Мир Ö".encode("cp1251", "ignore") + b"x" * 200
    assert decode(payload, markup=True)[1] == "koi8-r"
    assert decode(payload)[0] != decode(payload, markup=True)[0]


@pytest.mark.parametrize("declared", ["utf-8", "no-such-code", "hex", "rot13"])
def test_a_wrong_declaration_is_passed_over(declared):
    """A declared encoding that does not exist, is no text encoding, or does not fit is not believed."""
    payload = f'<meta charset="{declared}">'.encode() + ("x" * 99 + "Zürich").encode("cp1252")
    assert decode(payload, markup=True)[0].endswith("Zürich")


@pytest.mark.parametrize("payload", [b"%PDF-1.7 text", b"PK\x03\x04docx", b"\x89PNG\r\n", b"a\x03\x01\x02" * 99])
def test_binary_is_refused(payload):
    """A binary file under a text file's name is refused with a reason."""
    with pytest.raises(ArticleError):
        decode(payload)


def test_stored_text_has_one_kind_of_line_end_and_no_nul():
    """Line ends become one; NULs and lone surrogates become the replacement character; bidi marks stay."""
    assert store_form("a\r\nb\rc\x00\ud800\u202e") == "a\nb\nc\ufffd\ufffd\u202e"


def test_a_record_keeps_every_offset():
    """In a record only what cannot be stored is replaced, one character for one."""
    assert whole("a\r\nb\x00\ud800") == "a\r\nb\x00\ufffd"


@given(st.binary(max_size=400))
def test_no_bytes_break_the_decoder(payload):
    """Any bytes are text that can be stored, or refused with a reason."""
    with contextlib.suppress(ArticleError):
        text, _ = decode(payload)
        assert text.encode("utf-8").decode("utf-8") == text
