"""Everything that was written in this session, each text ready to copy."""

from __future__ import annotations

import streamlit as st

from assistant import delivery, prompts
from assistant.ui.escape import plain
from assistant.ui.state import State, Version


def panel(session: State, at_least: int = 2) -> None:
    """All versions of all kinds for all people, the newest first, from so many on; drawn when opened."""
    if len(session.versions) < at_least:
        return
    box = st.expander(
        f"Everything written so far ({len(session.versions)})",
        icon=":material/history:",
        key="history",
        on_change="rerun",
    )
    if box.open:
        with box:
            for version in reversed(session.versions):
                _entry(version)


def _entry(version: Version) -> None:
    st.caption(plain(title(version)))
    st.code(delivery.to_txt(version.current), language=None, wrap_lines=True)
    if version.edited:
        st.caption("As it was written, before your edit")
        st.code(delivery.to_txt(version.message), language=None, wrap_lines=True)


def title(version: Version) -> str:
    """What a version is, in one line."""
    message, style = version.message, version.style
    whom = f" to {message.recipient}" if message.recipient else ""
    edited = ", with your edit" if version.edited else ""
    kind = prompts.kind(message.kind).title
    return f"{kind}{whom}, version {version.number} ({style.tone}, {style.length}{edited})"
