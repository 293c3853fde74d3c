"""File pages; each holds only its page."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

HERE = Path(__file__).parent
ICON = HERE.parent / "icon.png"  # a file of our own: a named icon would be fetched from the network


def all_pages() -> list[st.Page]:
    """The pages in the order of the navigation."""
    return [
        st.Page(HERE / "write.py", title="Write", icon=":material/edit_note:", default=True),
        st.Page(HERE / "check.py", title="Check a draft", icon=":material/rule:"),
        st.Page(HERE / "guide.py", title="The guide", icon=":material/menu_book:"),
    ]
