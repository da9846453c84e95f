"""Who is at the screen, what they may do, and what happens when they save: the log first, then a new build."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Literal

import streamlit as st

from timeline import reviewing
from timeline.access import Visitor
from timeline.errors import AccessError, ConflictError, TimelineError
from timeline.model import Access, Decision, Verdict
from timeline.settings import current_case, local_editor
from timeline.ui import rebuild, text
from timeline.ui.plain import plain
from timeline.ui.present import reason
from timeline.ui.view import show_newest

_SAID = "_said"
# Whoever stands between the reader and us leaves one of these; the reader is then not at this machine.
_PROXY_HEADERS = ("X-Forwarded-For", "X-Real-Ip", "Forwarded", "X-Forwarded-Host", "Via")
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def visitor() -> Visitor:
    """Who asks, by what the server itself knows: its login, a proxy it was told to trust, or how it was started."""
    known = st.user.to_dict()
    from_here = st.get_option("server.address") in _LOOPBACK and st.context.ip_address is None
    # A header is worth what the proxy that sets it is worth: only one on this machine can be the one we were told of.
    trusted = from_here and bool(st.get_option("server.trustedUserHeaders"))
    vouched = (known.get("is_logged_in") is True or trusted) and known.get("email_verified") is not False
    name = str(known.get("email") or known.get("name") or "") if vouched else ""
    proxied = any(st.context.headers.get(header) for header in _PROXY_HEADERS)
    return Visitor(signed_in=name, local=local_editor(), near=from_here and not proxied)


def access() -> Access:
    """What they may do in this case; asked again by every write."""
    return reviewing.access_to(current_case(), visitor())


def locked(granted: Access) -> bool:
    """Whether the page is for reading only; says then why, and offers the login where there is one."""
    if granted.may_edit:
        return False
    st.info(text.LOCKED[granted.ground].format(name=plain(granted.name, limit=80)), icon=":material/lock:")
    # Streamlit says whether somebody is signed in only where a login is set up.
    signed_in = st.user.to_dict().get("is_logged_in")
    if signed_in is False:
        st.button(text.SIGN_IN, key="sign_in", on_click=st.login)
    elif signed_in:
        st.button(text.SIGN_OUT, key="sign_out", on_click=st.logout)
    return True


def decide(
    verdict: Verdict,
    subjects: Sequence[str],
    *,
    version: str,
    event: str = "",
    label: str = "",
    why: str = "",
    change: Mapping[str, str] | Sequence[tuple[str, str]] = (),
    place: str = "",
) -> bool:
    """Write a decision, build, and say at that place of the screen what happened; False if nothing was written."""

    def write() -> Decision:
        return reviewing.record(
            current_case(),
            visitor(),
            verdict=verdict,
            subjects=subjects,
            version=version,
            now=datetime.now(UTC),
            why=why,
            change=change,
            event=event,
            label=label,
        )

    return _save(write, text.SAVED[verdict].format(label=plain(label)), place)


def take_back(decision: Decision, *, place: str = "") -> bool:
    """Undo a decision, or undo its undoing; build, and say what happened."""

    def write() -> Decision:
        return reviewing.undo(current_case(), visitor(), decision, now=datetime.now(UTC))

    done = text.SAVED["undo"].format(label=text.VERDICTS[decision.verdict].lower())
    return _save(write, done, place)


def attempt(write: Callable[[], object], *, conflict: str, place: str = "") -> Literal["done", "conflict", "refused"]:
    """Write, and say at that place of the screen what stopped it; `conflict` is what to say of a second editor."""
    try:
        write()
    except ConflictError:
        say("warning", conflict, place)
        return "conflict"
    except AccessError as error:
        say("error", text.REFUSED.format(problem=plain(reason("writing", str(error)))), place)
        return "refused"
    except TimelineError as error:
        say("error", text.NOT_SAVED.format(problem=plain(reason("writing", str(error)))), place)
        return "refused"
    return "done"


def _save(write: Callable[[], Decision], done: str, place: str) -> bool:
    outcome = attempt(write, conflict=text.CONFLICT, place=place)
    if outcome == "conflict":
        # What the other one decided is shown at once.
        rebuild.builder().build()
        show_newest()
    if outcome != "done":
        return False
    with st.spinner(text.REBUILDING):
        problem = rebuild.builder().build()
    show_newest()
    told = f"{done} {text.BUILD_FAILED.format(problem=plain(problem))}" if problem else done
    say("warning" if problem else "success", told, place)
    return True


def say(kind: str, words: str, place: str = "") -> None:
    """What happened last at a place of the screen; `words` are Markdown that is safe already."""
    st.session_state[f"{_SAID}{place}"] = (kind, words)


def say_what_happened(place: str = "") -> None:
    """The outcome of the last save there, until the next."""
    kind, words = st.session_state.get(f"{_SAID}{place}", ("", ""))
    if kind:
        {"success": st.success, "warning": st.warning, "error": st.error}[kind](words)


def forget_what_happened(place: str = "") -> None:
    """Nothing is said there any more."""
    st.session_state.pop(f"{_SAID}{place}", None)
