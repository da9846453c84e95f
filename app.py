"""The web server: `streamlit run app.py` finds `app` here and serves it."""

from __future__ import annotations

import streamlit as st

from timeline.settings import ROOT
from timeline.ui import MIDDLEWARE, ROUTES, load_screens, report_script_error

app = st.App(
    ROOT / "timeline" / "ui" / "shell.py",
    routes=ROUTES,
    middleware=MIDDLEWARE,
    lifespan=load_screens,
    on_script_error=report_script_error,
)
