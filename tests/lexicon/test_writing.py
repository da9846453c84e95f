import pytest

from timeline.lexicon.writing import load_writing


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army said that it had taken the town and that two of its men were hurt.", "en"),
        ("Norland strikes Sudria", "en"),
        ("", "en"),
        ("12345", "en"),
        ("Die Armee hat die Stadt nicht eingenommen, und der Minister ist mit dem Zug nach Hause gefahren.", "de"),
        ("L'armée a dit que la ville est dans une zone calme et que les soldats sont au repos pour le moment.", "fr"),
        ("Армия сообщила, что в городе не было боёв и что это не так.", "ru"),
        ("Армія повідомила, що у місті не було боїв та що це не так, і він є.", "uk"),
        ("قال الجيش إن المدينة في أمان من القصف على الحدود", "ar"),
        ("ارتش گفت که شهر در امان است و این را با مردم گفت", "fa"),
        ("軍は町を占領したと発表した", "ja"),
        ("军队占领了城市", "zh"),
        ("군대가 도시를 점령했다", "ko"),
        ("ᚠᚢᚦᚨᚱᚲ", "und"),
    ],
)
def test_languages_are_told_apart(text, language):
    """English is told from other languages, and where Latin letters give no sign, English is assumed."""
    assert load_writing().language_of(text) == language


def test_abbreviations_and_openers_are_ready_to_ask():
    """The tables are read once into what the splitter asks."""
    writing = load_writing()
    assert writing is load_writing()
    assert "name" in writing.abbreviations["gen"]
    assert "The" in writing.openers
    assert "Karsa" not in writing.openers
