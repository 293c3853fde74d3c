"""The page: notes in, messages out."""

from __future__ import annotations

import streamlit as st

from assistant.brief import Brief
from assistant.ui import actions, choices, evidence, facts, messages, notes, people, plan, questions, state
from assistant.ui.escape import plain
from assistant.ui.state import State

PURPOSE = "Just out of an interview? Paste your notes as they are; every sentence you get back rests on them."
PRIVACY = ":material/lock: Everything stays on this machine. Nothing is sent: you decide."
LEAVES = (
    ":material/cloud_upload: Your notes go to {engine}, without contact details and what is kept out. "
    "No message is sent: you decide."
)


def page() -> None:
    """Before reading: the notes. After: messages first, and beside them what was read."""
    session = state.current()
    if session.reading:
        session.reading = False
        with st.spinner("Reading your notes"):
            actions.read(session)
    brief = session.brief
    if session.read is None or brief is None:
        st.title("The follow-up you would be glad to have sent", anchor=False)
        st.caption(PURPOSE)
        notes.panel(session)
        notes.about_you(session)
        _privacy()
        return
    _head(brief)
    _top(session)
    main, side = st.columns([3, 2], gap="large")
    with side:
        facts.panel(session, session.read, brief)
        people.panel(session, session.read)
        facts.groups(session, session.read)
        evidence.panel(session, session.read)
    with main:
        questions.panel(session, brief)
        choices.panel(session, brief)
        messages.panel(session, brief)
    _privacy()


def _privacy() -> None:
    """Whether anything leaves this computer, and where it goes."""
    engine = state.leaves()
    st.caption(LEAVES.format(engine=plain(engine)) if engine else PRIVACY)


def _top(session: State) -> None:
    """The notes and the candidate's details, folded away."""
    left, right = st.columns(2)
    changed = session.notes != session.read_notes
    label = "Your notes (changed, not read yet)" if changed else "Your notes"
    with left, st.expander(label, icon=":material/notes:", expanded=changed, key="notes-again"):
        notes.panel(session)
    with right:
        notes.about_you(session)


def _head(brief: Brief) -> None:
    st.header(plain(plan.headline(brief)), anchor=False)
    if scene := plan.scene(brief, state.today()):
        st.caption(plain(scene))


page()
