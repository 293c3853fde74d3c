"""The one plain line that says what went wrong; it is shown once."""

from __future__ import annotations

import streamlit as st

from assistant.ui.escape import plain
from assistant.ui.state import State


def show(session: State) -> None:
    """Shows the line, where there is one, and forgets it."""
    if session.error:
        st.error(f"{plain(session.error[:1].upper())}{plain(session.error[1:])}", icon=":material/error:")
        session.error = None
