"""The one plain line that says what went wrong; it is shown once."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from assistant.ui.escape import plain
from assistant.ui.state import State

UNEXPECTED = "Something went wrong here. Nothing you typed is lost: try again, or change the notes a little."

log = logging.getLogger(__name__)


@contextmanager
def plainly() -> Iterator[None]:
    """Draws a page; a fault that nobody foresaw becomes one line, and the log keeps the rest."""
    try:
        yield
    except Exception:  # not what Streamlit steers a run with: that is no Exception
        log.exception("a page could not be drawn")
        st.error(UNEXPECTED, icon=":material/error:")


def show(session: State) -> None:
    """Shows the line, where there is one, and forgets it; likewise a notice, which goes away by itself."""
    if session.notice:
        st.toast(plain(session.notice), icon=":material/info:", duration="long")
        session.notice = None
    if session.error:
        st.error(f"{plain(session.error[:1].upper())}{plain(session.error[1:])}", icon=":material/error:")
        session.error = None
