"""File pages; each holds only its page."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

HERE = Path(__file__).parent
ICON = HERE.parent / "icon.png"  # a file of our own: a named icon would be fetched from the network


def write() -> st.Page:
    """The page that notes are pasted on."""
    return st.Page(HERE / "write.py", title="Write", icon=":material/edit_note:", default=True)


def check() -> st.Page:
    """The page that checks what somebody wrote themselves."""
    return st.Page(HERE / "check.py", title="Check a draft", icon=":material/rule:")


def guide() -> st.Page:
    """The page that shows the principles."""
    return st.Page(HERE / "guide.py", title="The guide", icon=":material/menu_book:")
