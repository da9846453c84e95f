"""Panels shared by the pages, every user-facing word, caches, and what the server answers beside the pages.

Only what the server needs is imported here: it exists before Streamlit's runtime, and caches of frames do not.
"""

from timeline.ui.server import MIDDLEWARE, ROUTES, load_screens, report_script_error

__all__ = ["MIDDLEWARE", "ROUTES", "load_screens", "report_script_error"]
