"""The notes as pasted, with everything that was read from them marked in its colour."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import streamlit as st

from assistant.brief import Brief, Span
from assistant.ui.escape import Mark, marked
from assistant.ui.state import State

ORDERS = (
    ":material/shield: Your notes hold words that give orders to a program. They were read as notes and change nothing."
)
COLORS: dict[str, tuple[str, str]] = {
    "private": ("red", "kept out"),
    "people": ("blue", "people"),
    "company": ("gray", "company, job, dates"),
    "role": ("gray", ""),
    "interview_date": ("gray", ""),
    "decision_by": ("gray", ""),
    "promises": ("violet", "promised"),
    "instructions": ("orange", "asked for"),
    "strengths": ("green", "speaks for you"),
    "topics": ("yellow", "talked about"),
    "other_companies": ("gray", ""),
}


def panel(session: State, read: Brief) -> None:
    """The marked notes, drawn only when they are opened, and what was found in them beside facts."""
    box = st.expander(
        "Your notes with all this marked", icon=":material/ink_highlighter:", key="marked-notes", on_change="rerun"
    )
    if box.open:
        with box:
            _notes(session.read_notes, read, session.orders)
    if session.orders:
        st.caption(ORDERS)


def _notes(notes: str, brief: Brief, orders: tuple[Span, ...]) -> None:
    used = {name for name, _ in _spans(brief)}
    legend = [f":{color}-badge[{label}]" for name, (color, label) in COLORS.items() if label and name in used]
    st.markdown(" ".join(legend))
    st.markdown(marked(notes, marks(brief, orders)))


def marks(brief: Brief, orders: tuple[Span, ...] = ()) -> tuple[Mark, ...]:
    """Every piece of evidence, the narrow ones on top of the wide; orders to a program are marked as kept out."""
    kept_out = [Mark(span.start, span.end, COLORS["private"][0]) for span in orders]
    found = [Mark(span.start, span.end, COLORS[name][0]) for name, span in _spans(brief)]
    return tuple(_layered([*kept_out, *found]))


def _spans(brief: Brief) -> Iterator[tuple[str, Span]]:
    for name in COLORS:
        value = getattr(brief, name)
        for entry in value if isinstance(value, tuple) else (value,):
            if entry:
                yield from ((name, span) for span in entry.evidence)


def _layered(found: list[Mark]) -> Iterator[Mark]:
    """The marks cut so that where several lie over each other the shortest shows."""
    edges = sorted({edge for mark in found for edge in (mark.start, mark.end)})
    for start, end in pairwise(edges):
        over = [mark for mark in found if mark.start <= start and end <= mark.end]
        if over:
            yield Mark(start, end, min(over, key=lambda mark: mark.end - mark.start).color)
