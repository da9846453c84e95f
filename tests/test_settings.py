"""Settings from outside are checked before anything believes them."""

import pytest

from timeline.settings import frame_ancestors


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("", ()),
        ("https://news.example http://localhost:8080", ("https://news.example", "http://localhost:8080")),
        ("https://*.news.example", ("https://*.news.example",)),
        ("* 'unsafe' https://a.example;script-src https://a.example/path javascript:x", ()),
    ],
)
def test_only_addresses_may_frame_our_pages(monkeypatch, given, kept):
    """A value that could say more than an address never reaches the policy."""
    monkeypatch.setenv("TIMELINE_FRAME_ANCESTORS", given)
    assert frame_ancestors() == kept
