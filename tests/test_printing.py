"""Pages become PDF where there is a Chromium, and say so where there is none."""

import pytest

from timeline.errors import ExportError
from timeline.figures import find_browser
from timeline.printing import print_pdf


@pytest.mark.browser
@pytest.mark.skipif(find_browser() is None, reason="no Chromium on this machine")
def test_a_page_becomes_a_pdf_with_its_words():
    """The text of the page can be read back out of the PDF."""
    from io import BytesIO

    from pypdf import PdfReader

    pdf = PdfReader(BytesIO(print_pdf(b"<!DOCTYPE html><title>T</title><p>Norland struck Sudria.</p>")))
    assert "Norland struck Sudria." in pdf.pages[0].extract_text()


def test_without_a_browser_it_says_what_to_do(monkeypatch):
    """The reader learns that a browser can print the page instead."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ExportError, match="print the web page"):
        print_pdf(b"")
