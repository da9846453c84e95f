import pytest

from timeline.errors import ArticleError
from timeline.ingest import HtmlParser, read_bytes
from timeline.ingest._html import limit_child, parse_html

ARTICLE = """<article><h1>Ship sinks off the cape</h1>
<figure><img src="a.png"><figcaption>The cape on May 2, 2020.</figcaption></figure>
<figure></figure><figcaption>Stray words</figcaption><figure><figcaption> </figcaption></figure>
<p>The old ship Ada sank on Friday with all hands off the cape, the navy said in a statement.</p>
<p>Nobody knows why it sank there, but the harbour master said that it had been in a bad state for years.</p>
<p>Escaped &lt;script&gt;alert(1)&lt;/script&gt; stays as characters in this paragraph of the article.</p>
</article>"""
META = (
    '<meta property="article:published_time" content="2024-05-03T23:30:00-05:00">'
    '<meta property="og:site_name" content="The Post">'
)


def page(head="", body=ARTICLE):
    return f"<html lang='en-GB'><head><title>t</title>{head}</head><body><nav><a>Home</a></nav>{body}</body></html>"


def test_text_and_metadata_are_found():
    """The article's text, caption, publisher and day are found; menus and scripts are not in it."""
    found = parse_html(page(META + "<script>evil()</script>"))
    assert "sank on Friday" in found.text
    assert "evil" not in found.text
    assert "Home" not in found.text
    assert "<script>alert(1)</script>" in found.text
    assert found.captions == ("The cape on May 2, 2020.",)
    assert (found.title, found.publisher, found.language) == ("Ship sinks off the cape", "The Post", "en")
    assert (found.published, found.from_text) == ("2024-05-03", False)


def test_a_day_beside_the_article_is_from_the_text():
    """A day that only the visible page shows is not called metadata."""
    found = parse_html(page(body=f"<p class='published'>Published on 3 May 2024</p>{ARTICLE}"))
    assert (found.published, found.from_text) == ("2024-05-03", True)


@pytest.mark.parametrize("markup", ["", "<html></html>", "<!-- only a comment -->", "<div>" * 3_000 + "x"])
def test_a_page_without_an_article_is_none(markup):
    """Empty, commented and deeply nested pages have no article."""
    assert parse_html(markup) is None


def test_repeated_paragraphs_are_dropped():
    """The extractor drops a paragraph it has met before: known, and harmless to offsets."""
    text = "<p>The old ship Ada sank on Friday with all hands off the cape, the navy said in a statement.</p>"
    assert parse_html(page(body="<article>" + text * 3 + "</article>")).text.count("sank") == 1


def test_limits_do_no_harm_where_the_system_has_them(monkeypatch):
    """Limits are set if they can be; a system that refuses them is no failure."""
    resource = pytest.importorskip("resource")
    asked = []
    monkeypatch.setattr(resource, "setrlimit", lambda kind, limits: asked.append((kind, limits)))
    limit_child(1_000, 5)
    assert (resource.RLIMIT_AS, (1_000, 1_000)) in asked


def test_one_child_reads_many_pages(furniture):
    """Pages share a child; each is an article with its facts and their basis, or a reject."""
    with HtmlParser() as parser:
        (article,) = read_bytes("a.html", page(META).encode(), furniture=furniture, parser=parser)
        (address,) = read_bytes(
            "b.htm",
            page('<link rel="canonical" href="https://a.example/2023/01/09/ship">').encode(),
            furniture=furniture,
            parser=parser,
        )
        (shown,) = read_bytes(
            "c.html",
            page(body=f"<p class='published'>Published on 3 May 2024</p>{ARTICLE}").encode(),
            furniture=furniture,
            parser=parser,
        )
        (nested,) = read_bytes("d.html", b"<div>" * 200_000 + b"x", furniture=furniture, parser=parser)
    assert article.published.basis == "metadata"
    assert [block.kind for block in article.blocks if "May 2, 2020" in block.span.of(article.text)] == ["caption"]
    assert (address.published.basis, address.url) == ("url", "https://a.example/2023/01/09/ship")
    assert shown.published.basis == "text"
    assert "no article" in nested.reason


def test_a_slow_page_is_killed_and_the_next_is_read():
    """A page over its time is refused with a reason, and the batch goes on."""
    slow = "".join(f"<p>Paragraph {n} says that ship {n} sank off the cape with {n} hands.</p>" for n in range(40_000))
    with HtmlParser(timeout=0.3) as parser:
        with pytest.raises(ArticleError, match="longer than"):
            parser.parse(page(body=slow))
        with pytest.raises(ArticleError, match="no article"):
            parser.parse("<p></p>")


def test_other_failures_of_a_page_are_its_own(monkeypatch):
    """Whatever a parser raises becomes a reason."""
    parser = HtmlParser()
    for failure, words in ((MemoryError(), "memory"), (ValueError("x"), "ValueError")):
        monkeypatch.setattr(parser, "_started", lambda failure=failure: _raise(failure))
        with pytest.raises(ArticleError, match=words):
            parser.parse("x")


def _raise(failure):
    raise failure
