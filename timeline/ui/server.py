"""What the server answers beside the pages: health, data under stable addresses, and headers on every answer."""

from __future__ import annotations

import hashlib
import importlib
import logging
import pkgutil
import re
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlencode

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import timeline.ui
from timeline.downloads import EVERYTHING, FORMATS, export_view, view_filename
from timeline.errors import BuildError
from timeline.queries import Filters
from timeline.settings import current_case, frame_ancestors
from timeline.ui import text
from timeline.ui.pages import HOME
from timeline.ui.view import build_of, current_id

_LOG = logging.getLogger("timeline.ui")

# Nothing may come from or go to another host; inline script and style are Streamlit's own (reliability section 4).
_CSP = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        " ".join(("frame-ancestors 'self'", *frame_ancestors())),
        "base-uri 'self'",
        "object-src 'none'",
        "form-action 'self'",
    )
)
SECURITY_HEADERS = {
    "Content-Security-Policy": _CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_BUILD_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
# Answers without login and names our functions (reliability A6).
_HIDDEN_PATHS = ("/_stcore/metrics",)


class SecurityHeaders:
    """ASGI middleware: the headers above on every answer, 404 for endpoints that tell too much."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY_HEADERS.items():
                    headers[name] = value
            await send(message)

        if scope["path"].rstrip("/").endswith(_HIDDEN_PATHS):
            await PlainTextResponse("Not found", status_code=404)(scope, receive, send_with_headers)
            return
        await self._app(scope, receive, send_with_headers)


@asynccontextmanager
async def load_screens(_app: object) -> AsyncIterator[None]:
    """Import every module of the screens before the first visitor, once Streamlit's runtime and its caches exist.

    Each visit runs in a thread of its own: two first visitors at once would each import half of the modules, wait for
    the other's half, and one would be shown an error.
    """
    for module in pkgutil.iter_modules(timeline.ui.__path__):
        # The shell draws when it is imported: Streamlit runs it for each visit.
        if module.name != "shell":
            importlib.import_module(f"timeline.ui.{module.name}")
    yield


def report_script_error(error: Exception) -> bool:
    """Log an error of a page under a number and show the reader only that number (reliability A8)."""
    number = uuid.uuid4().hex[:8]
    _LOG.error("error %s on a page", number, exc_info=error)
    st.error(text.SCRIPT_ERROR.format(number=number))
    return True


def _health(_request: Request) -> Response:
    """Whether the server answers, and which build it serves; never fails for want of a build."""
    return JSONResponse({"status": "ok", "build": current_id()}, headers={"Cache-Control": "no-store"})


def _export(request: Request) -> Response:
    """The events of one build as a file; parameters are those of `Filters`, none means everything.

    A build never changes, so its id and the parameters name the answer for good (ETag, RFC 9110 section 8.8.3).
    """
    build_id, kind = request.path_params["build"], request.path_params["kind"]
    if kind not in FORMATS or _BUILD_ID.fullmatch(build_id) is None:
        return PlainTextResponse(text.EXPORT_UNKNOWN, status_code=404)
    try:
        build = build_of(str(current_case()), build_id)
    except BuildError:
        return PlainTextResponse(text.EXPORT_UNKNOWN, status_code=404)
    asked = {name: request.query_params.getlist(name) for name in request.query_params}
    filters, notices = Filters.from_params(asked)
    if notices:
        return PlainTextResponse("\n".join(notices), status_code=400)
    filters = filters if asked else EVERYTHING
    etag = (
        '"'
        + hashlib.sha256(f"{build_id} {kind} {urlencode(sorted(filters.to_params().items()))}".encode()).hexdigest()[
            :32
        ]
        + '"'
    )
    headers = {"ETag": etag, "Cache-Control": "private, max-age=0, must-revalidate"}
    if etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    headers["Content-Disposition"] = f'attachment; filename="{view_filename(build, kind)}"'
    return Response(export_view(build, filters, kind), media_type=FORMATS[kind].media_type, headers=headers)


def _home(request: Request) -> Response:
    """The home page has no name in the address; whoever types it arrives there all the same, parameters and all."""
    return RedirectResponse(f"./?{request.url.query}" if request.url.query else "./")


ROUTES: list[BaseRoute] = [
    Route("/healthz", _health, methods=["GET"]),
    Route(f"/{HOME}", _home, methods=["GET"]),
    Route("/export/{build}/events.{kind}", _export, methods=["GET"]),
]
MIDDLEWARE = [Middleware(SecurityHeaders)]
