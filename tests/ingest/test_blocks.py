from hypothesis import given
from hypothesis import strategies as st

from timeline.ingest import mark_blocks

PAGE = """Skip to main content
Home
World
Breaking: Markets slide as oil rises
Subscribe to our newsletter

Home > World > Africa

Rebels shell the port city of Karsa

At least nine people died as the siege entered its third month

By Ama Mensah | The Coastal Post
Published: May 3, 2024 4:15 pm EDT

3 min read
Updated 2 hours ago
Share
Facebook

Smoke rises over the harbour of Karsa on May 2, 2024. [Kofi Boateng/AFP]

Rebels shelled the port city of Karsa on Thursday, killing nine people, the mayor said.

Advertisement

See also  Minister shot dead in the capital

Also on Monday, the army struck rebel camps near the border.

Why it matters

These are the reasons that the mayor gave on Thursday:

- The port handles most of the grain.
- It is deep.

“We will not leave this town to them” – Ama Owusu

Rebels shell the port city of Karsa

The rebels have not answered the mayor so far.

(Reporting by Ama Mensah; Editing by Jane Roe)

About the author
Ama Mensah has covered the killing of ministers since 2012.

Related articles
Army kills 12 in raid on Beldo
12 May 2024
Comments (14)
"""


def kinds(text, furniture, **known):
    return [(block.span.of(text), block.kind) for block in mark_blocks(text, furniture, **known)]


def kind_of(words, text, furniture, **known):
    found = {kind for line, kind in kinds(text, furniture, **known) if words in line}
    (kind,) = found - {"furniture"} or found
    return kind


def test_a_news_page_is_taken_apart(furniture):
    """The article's parts have their kinds, and all that the site put around them is furniture."""
    expected = {
        "Skip to": "furniture",
        "Breaking": "furniture",
        "Home > World": "furniture",
        "Rebels shell the": "title",
        "At least nine": "heading",
        "By Ama": "furniture",
        "Published": "dateline",
        "3 min": "furniture",
        "2 hours ago": "furniture",
        "Smoke": "caption",
        "Rebels shelled": "paragraph",
        "Advertisement": "furniture",
        "See also": "furniture",
        "Also on": "paragraph",
        "Why it": "heading",
        "These are": "paragraph",
        "It is deep": "bullet",
        "We will not": "quote",
        "The rebels": "paragraph",
        "Reporting by": "furniture",
        "has covered": "furniture",
        "Army kills": "furniture",
        "12 May": "furniture",
    }
    assert {words: kind_of(words, PAGE, furniture) for words in expected} == expected


def test_the_headline_printed_again_is_furniture(furniture):
    """A second copy of the headline is not a second report."""
    text = "Ship sinks off the cape\n\nShip sinks off the cape\n\nThe ship sank on Friday with all hands."
    assert [block.kind for block in mark_blocks(text, furniture)] == ["title", "furniture", "paragraph"]


def test_the_headline_known_from_markup_is_the_title(furniture):
    """The line that equals the known title is the title, wherever above the body it stands."""
    text = "War in the north goes on\n\nMore than words\n\nThe ship sank on Friday with all hands."
    assert kind_of("More than", text, furniture, title="More than words") == "title"


def test_a_known_caption_is_a_caption(furniture):
    """What mark-up calls a caption is one, whatever its words."""
    text = "The ship sank on Friday with all hands.\n\nThe cape on Sunday.\n\nNobody knows why."
    assert kind_of("The cape", text, furniture, captions=["The cape on Sunday."]) == "caption"


def test_a_menu_in_the_middle_is_furniture(furniture):
    """Three short lines in a row between paragraphs are links; one or two are headings."""
    text = "The ship sank on Friday.\n\nCape news\nHarbour news\nOther ships\n\nNobody knows why it sank."
    assert kind_of("Harbour", text, furniture) == "furniture"
    assert kind_of("Cape", text.replace("Harbour news\nOther ships\n", ""), furniture) == "heading"


def test_short_lines_after_a_colon_are_a_list(furniture):
    """Lines that a sentence announces are its list even without marks."""
    text = "The navy named the ships that sank on Friday:\nThe Ada\nThe Ben\nThe Cid\n\nNobody knows why they sank."
    assert kind_of("The Ben", text, furniture) == "bullet"


def test_a_list_of_links_inside_is_dropped_with_its_heading(furniture):
    """ "Related articles" in the middle takes its headlines with it, and the article goes on."""
    text = "The ship sank on Friday.\n\nRelated articles\nNavy kills four\n\n" + "Nobody knows why it sank there. " * 9
    assert kind_of("Navy", text, furniture) == "furniture"
    assert kind_of("Nobody", text, furniture) == "paragraph"


def test_a_single_line_is_kept(furniture):
    """A headline alone is all there is, so it is not thrown away."""
    assert [block.kind for block in mark_blocks("Navy sinks four boats", furniture)] == ["title"]


def test_a_menu_alone_is_furniture(furniture):
    """A page of nothing but short links has no article."""
    text = "Africa news\nHarbour news\nOther ships\nFour boats\nLand news"
    assert {block.kind for block in mark_blocks(text, furniture)[1:]} == {"furniture"}


def test_markdown_marks_are_understood(furniture):
    """Heading, list, quotation, rule and image marks of Markdown are read; the text keeps them."""
    text = "# Ship sinks\n\nThe ship sank on Friday.\n\n## Why\n\n> Nobody knows.\n\n"
    text += "---\n\n* It was an old ship.\n\nIt lies there still."
    found = [block.kind for block in mark_blocks(text, furniture)]
    assert found == ["title", "paragraph", "heading", "quote", "furniture", "bullet", "paragraph"]


def test_a_chronology_keeps_its_date_lines(furniture):
    """Date lines that head the parts of a chronology are datelines."""
    text = "The war has lasted long.\n\n3 March 2023\n\nRebels took the fort.\n\n9 April 2023\n\nThe army came back."
    assert [block.kind for block in mark_blocks(text, furniture)].count("dateline") == 2


LINES = st.lists(
    st.sampled_from(
        [*PAGE.splitlines(), "", "\r", "\u2028", "- x", "# y", "> z", "<script>", "=1+1", "\u202eabc", "\x00"]
    )
    | st.text(max_size=30),
    max_size=30,
)


@given(LINES)
def test_blocks_tile_the_text(furniture, lines):
    """Blocks come in order, never overlap, and hold every character that is no white space."""
    text = "\n".join(lines)
    blocks = mark_blocks(text, furniture, title=lines[0] if lines else "")
    end = 0
    for block in blocks:
        assert not text[end : block.span.start].strip()
        assert end <= block.span.start < block.span.end
        end = block.span.end
    assert not text[end:].strip()
