"""A child process for hostile parsers, killed when it takes too long or too much."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import TimeoutError as PoolTimeoutError
from types import TracebackType
from typing import Any

from pebble import ProcessExpired, ProcessPool

from timeline.errors import ArticleError
from timeline.ingest._html import HtmlPage, limit_child, parse_html
from timeline.settings import PARSE_MEMORY_BYTES, PARSE_TIMEOUT_SECONDS

# A child is replaced after this many pages, so that what one page swelled the next does not pay for.
_PAGES_PER_CHILD = 200


class HtmlParser:
    """Parses pages in one reused child; the child starts with the first page. Use as a context manager."""

    def __init__(self, timeout: float = PARSE_TIMEOUT_SECONDS, memory_bytes: int = PARSE_MEMORY_BYTES) -> None:
        self._timeout = timeout
        self._memory_bytes = memory_bytes
        self._pool: Any = None  # pebble has no types

    def __enter__(self) -> HtmlParser:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.stop()
            self._pool.join()
            self._pool = None

    def parse(self, markup: str) -> HtmlPage:
        """The article of a page.

        Raises:
            ArticleError: if there is none, or the parser took too long, too much, or broke.
        """
        page: HtmlPage | None
        try:
            page = self._started().schedule(parse_html, args=(markup,), timeout=self._timeout).result()
        except PoolTimeoutError as error:
            raise ArticleError("page", f"took longer than {self._timeout:g} seconds to read") from error
        except MemoryError as error:
            raise ArticleError("page", "needs more memory to read than a page may take") from error
        except ProcessExpired as error:
            raise ArticleError("page", "broke the reader of pages, which was stopped") from error
        except Exception as error:  # whatever a parser raises on hostile input is this page's fault, not the batch's
            raise ArticleError("page", f"could not be read ({error.__class__.__name__})") from error
        if page is None:
            raise ArticleError("page", "holds no article that could be found")
        return page

    def _started(self) -> ProcessPool:
        if self._pool is None:
            # Spawned, not forked: the server that calls us has threads.
            self._pool = ProcessPool(
                max_workers=1,
                max_tasks=_PAGES_PER_CHILD,
                initializer=limit_child,
                initargs=(self._memory_bytes, _PAGES_PER_CHILD * max(1, int(self._timeout))),
                context=multiprocessing.get_context("spawn"),
            )
        pool: ProcessPool = self._pool
        return pool
