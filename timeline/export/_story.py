"""A story as a page that needs nothing else, and as a TimelineJS story with the editor's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from timeline.export._context import ExportContext
from timeline.export._dates import display_date
from timeline.export._json import write_timelinejs
from timeline.export._records import Record
from timeline.export._text import clean
from timeline.model import Story, StoryStep

_QUOTES = 3
# Nothing may be fetched or run: the page says so itself, wherever it is opened.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root{--paper:#fff;--ink:#1c2430;--muted:#525c69;--line:#c9cfd8;--wash:#f2f5f9}
@media (prefers-color-scheme:dark){:root{--paper:#0e1117;--ink:#f2f4f7;--muted:#b3bcc9;--line:#3a4452;--wash:#171c25}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.6 system-ui,sans-serif}
main{max-width:44rem;margin:0 auto;padding:2rem 1.1rem 3rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .6rem}
h2{font-size:1.15rem;line-height:1.35;margin:.1rem 0 .5rem}
p,li,blockquote{overflow-wrap:anywhere}
ol{list-style:none;margin:2rem 0 0;padding:0;border-left:2px solid var(--line)}
ol>li{padding:0 0 2rem 1.3rem;position:relative}
ol>li::before{content:"";position:absolute;left:-6px;top:.5rem;width:10px;height:10px;border-radius:50%;background:var(--muted)}
.when{color:var(--muted);font-size:.92rem}
.told{font-size:1.08rem}
blockquote{margin:.7rem 0 .2rem;padding:.5rem .9rem;background:var(--wash);border-left:3px solid var(--line)}
.by,.why,footer{color:var(--muted);font-size:.85rem}
footer{border-top:1px solid var(--line);padding-top:1rem}
a{color:inherit}
@media print{:root{--paper:#fff;--ink:#000;--muted:#444;--line:#999;--wash:#fff}
body{font-size:11pt}main{max-width:none;padding:0}ol>li{break-inside:avoid}a{text-decoration:none}@page{margin:18mm}}
"""


def write_story_page(story: Story, records: Sequence[Record], context: ExportContext) -> bytes:
    """A page of its own that opens offline, follows the reader's light or dark and prints cleanly.

    `records` are those of the events, with their evidence; a step whose event is not among them is named as missing.
    """
    known = {record["event_id"]: record for record in records}
    steps = "\n".join(_step(step, known) for step in story.steps)
    opening = f"<p>{_lines(story.opening)}</p>" if story.opening else ""
    sources = "".join(f"<li>{escape(clean(source.line()))}</li>" for source in context.sources)
    page = f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>{escape(clean(story.title))}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>{escape(clean(story.title))}</h1>
{opening}
<ol>
{steps}
</ol>
<footer><p>{escape(clean(context.title))}. Build {escape(context.build_id)}.</p><ul>{sources}</ul></footer>
</main>
</body>
</html>
"""
    return page.encode("utf-8", "replace")


def write_story_timelinejs(story: Story, records: Sequence[Record], context: ExportContext) -> bytes:
    """A TimelineJS 3 story of the dated steps, the editor's words before the quotes."""
    known = {record["event_id"]: record for record in records}
    chosen = [known[step.event_id] for step in story.steps if step.event_id in known]
    told = {step.event_id: step.words for step in story.steps}
    gone = tuple(_called(step) for step in story.steps if step.event_id not in known)
    return write_timelinejs(chosen, context, told=told, title=story.title, gone=gone)


def _called(step: StoryStep) -> str:
    """What an event that is gone was called when the story was saved, else its id."""
    return step.label or step.event_id


def _step(step: StoryStep, known: Mapping[str, Record]) -> str:
    event_id, record = step.event_id, known.get(step.event_id)
    words = f'<p class="told">{_lines(step.words)}</p>' if step.words else ""
    if record is None:
        return (
            f'<li><p class="when">This build no longer has the event.</p><h2>{_lines(_called(step))}</h2>{words}</li>'
        )
    when = display_date(record) if record["date_start"] else "undated"
    quotes = "".join(_quote(report) for report in record.get("evidence", [])[:_QUOTES])
    attribution = f" · {escape(clean(record['attribution']))}" if record["attribution"] else ""
    return f"""<li id="{escape(event_id)}">
<p class="when">{escape(when)} · {escape(record["status"])}{attribution}</p>
<h2>{escape(clean(record["label"]))}</h2>
{words}{quotes}
<p class="why">{escape(clean(record["date_reason"]))}</p>
</li>"""


def _quote(report: Record) -> str:
    first, last = report["published"], report["published_end"]
    dated = first if first == last else f"between {first} and {last} ({report['published_basis']})"
    by = ", ".join(part for part in (report["publisher"], report["title"], dated) if part)
    url = report["url"] or ""
    # Only addresses a reader may follow; anything else stays unlinked text.
    linked = f' <a href="{escape(url)}" rel="noreferrer">source</a>' if url.startswith(("https://", "http://")) else ""
    return f'<blockquote>{_lines(report["text"])}</blockquote><p class="by">{escape(clean(by))}{linked}</p>'


def _lines(text: str) -> str:
    return escape(clean(text)).replace("\n", "<br>")
