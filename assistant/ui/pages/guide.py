"""The page that shows the principles that messages are written and checked by."""

from __future__ import annotations

from itertools import groupby

import streamlit as st

from assistant import prompts
from assistant.ui.escape import plain


def page() -> None:
    """All principles, by section of the guide."""
    st.title("What a good follow-up does", anchor=False)
    st.caption("Every message is written along these lines and checked against them.")
    kinds = prompts.kinds()
    for section, entries in groupby(sorted(prompts.principles(), key=lambda p: p.section), key=lambda p: p.section):
        with st.container(border=True, key=f"section-{section}"):
            for principle in entries:
                st.markdown(plain(principle.text))
                titles = ", ".join(kinds[kind].title for kind in principle.kinds if kind in kinds)
                st.caption(plain(titles))


page()
