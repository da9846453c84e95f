"""Files and records in, articles and rejects out: formats, encodings, blocks, sentences, facts."""

from timeline.ingest._archive import Member, read_zip
from timeline.ingest._blocks import mark_blocks
from timeline.ingest._child import HtmlParser
from timeline.ingest._folder import check_bytes, read_bytes, read_folder
from timeline.ingest._make import article_from_record
from timeline.ingest._originals import store_original, write_whole
from timeline.ingest._sentences import split_sentences

__all__ = [
    "HtmlParser",
    "Member",
    "article_from_record",
    "check_bytes",
    "mark_blocks",
    "read_bytes",
    "read_folder",
    "read_zip",
    "split_sentences",
    "store_original",
    "write_whole",
]
