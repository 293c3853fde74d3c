"""The page that shows the principles that messages are written and checked by."""

from __future__ import annotations

from itertools import groupby

import streamlit as st

from assistant import prompts
from assistant.principle import Principle
from assistant.ui.escape import plain

SECTIONS = {
    1: "When to write",
    2: "The thank-you",
    3: "The form of the e-mail",
    4: "No answer yet",
    5: "A call",
    6: "Several interviews at once",
    7: "What to avoid",
    8: "LinkedIn",
    9: "After a no",
    10: "Learning from the answers",
}


def page() -> None:
    """The principles of the chosen kind, or all of them, by section of the guide."""
    st.title("What a good follow-up does", anchor=False)
    st.caption("Every message is written along these lines and checked against them.")
    kinds = prompts.kinds()
    chosen = st.pills("Only for", list(kinds), wrap=True, key="guide-kind", format_func=lambda name: kinds[name].title)
    wanted = [p for p in prompts.principles() if chosen is None or chosen in p.kinds]
    for number, entries in groupby(sorted(wanted, key=_section), key=_section):
        section = list(entries)
        title = SECTIONS.get(number, f"Section {number}")
        with st.expander(f"{title} ({len(section)})", key=f"section-{number}", expanded=number == 1):
            for principle in section:
                st.markdown(f":material/check: {plain(principle.text)}")


def _section(principle: Principle) -> int:
    return principle.section


page()
