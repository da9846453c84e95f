"""Where things lie and how large they may be; environment variables override paths only."""

from __future__ import annotations

import os
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA_DIR = ROOT / "data"
LEXICON_DIR = DATA_DIR / "lexicon"
WORDS_DIR = DATA_DIR / "words"
DOCS_DIR = ROOT / "docs"
DEFAULT_CASE = DATA_DIR / "iran-israel"

# One article: a long magazine piece is about 100 kB; beyond this it is not an article (reliability B2, B5).
MAX_ARTICLE_BYTES = 5_000_000
# An archive of articles: as received (the limit of an upload, `.streamlit/config.toml`), unpacked, in files, and how
# many times its size a file may unpack to (reliability B3; text packs to about a fourth).
MAX_ZIP_BYTES = 25_000_000
MAX_ZIP_UNPACKED_BYTES = 250_000_000
MAX_ZIP_MEMBERS = 5_000
MAX_ZIP_RATIO = 100
# Seconds a hostile parser may take on one file before it is killed (reliability 1.5).
PARSE_TIMEOUT_SECONDS = 10
# Address space of the parsing child, bytes.
PARSE_MEMORY_BYTES = 1_000_000_000
# A sentence longer than this is read in pieces: no grammar of ours needs more (reliability B7).
MAX_SENTENCE_CHARS = 600
# Articles per unit of work handed to a process (design: never a task per article).
BATCH_ARTICLES = 500
# Marks drawn one by one; above it a density image is drawn (performance section 0).
MAX_RAW_MARKS = 2_000
# Set by `serve --edit` for the server it starts; nothing else makes a server one for editing.
EDITOR_VARIABLE = "TIMELINE_EDITOR"


def current_case() -> Path:
    """The case folder to serve: `TIMELINE_CASE`, else the bundled case."""
    return Path(os.environ.get("TIMELINE_CASE") or DEFAULT_CASE).resolve()


def local_editor() -> str:
    """Name of the only user of a server started for editing (`serve --edit`), "" of one started for reading."""
    return os.environ.get(EDITOR_VARIABLE, "").strip()


# A page that may show ours in a frame: scheme and host, with a star for any subdomain, and perhaps a port.
_ANCESTOR = re.compile(r"https?://(?:\*\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::[0-9]{1,5})?")


def frame_ancestors() -> tuple[str, ...]:
    """Pages that `TIMELINE_FRAME_ANCESTORS` (separated by spaces) lets frame ours; what is no address is left out."""
    return tuple(one for one in os.environ.get("TIMELINE_FRAME_ANCESTORS", "").split() if _ANCESTOR.fullmatch(one))
