"""Frames to files: every format with its context inside, and no cell that runs."""

from timeline.export._citation import cite, cite_bibtex, cite_csl
from timeline.export._context import ExportContext, Source, list_sources
from timeline.export._formats import FORMATS, Format, StoryFormat, export_events, export_story
from timeline.export._records import EventDetails
from timeline.export._rows import ROW_FORMATS, export_rows
from timeline.export._text import restore_cell, safe_filename

__all__ = [
    "FORMATS",
    "ROW_FORMATS",
    "EventDetails",
    "ExportContext",
    "Format",
    "Source",
    "StoryFormat",
    "cite",
    "cite_bibtex",
    "cite_csl",
    "export_events",
    "export_rows",
    "export_story",
    "list_sources",
    "restore_cell",
    "safe_filename",
]
