"""What the notes do not say, as questions with room for the answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from assistant.brief import Brief, Question
from assistant.ui import actions
from assistant.ui.corrections import FIELDS, Corrections, named
from assistant.ui.escape import plain
from assistant.ui.state import State

DAYS = ("interview_date", "decision_by")
ANSWERABLE = (*FIELDS, "people", "topics", "name")


def panel(session: State, brief: Brief) -> None:
    """One small box for each question; nothing where nothing is missing."""
    if not brief.missing:
        return
    with st.container(border=True, key="questions"):
        st.markdown(":material/help: **Your notes do not say**")
        for question in brief.missing:
            _box(session, question)


def _box(session: State, question: Question) -> None:
    key = f"answer-{question.field}"
    label = plain(question.question)
    if question.field in DAYS:
        st.date_input(label, None, key=key, format="YYYY-MM-DD", on_change=_answer, args=(session, question.field, key))
    elif question.field in ANSWERABLE:
        st.text_input(label, key=key, on_change=_answer, args=(session, question.field, key))
    else:
        st.caption(label)


def _answer(session: State, field: str, key: str) -> None:
    value = st.session_state[key]
    text = value.isoformat() if isinstance(value, date) else " ".join((value or "").split())
    if text and field == "name":
        session.about = {**session.about, "name": text}
        st.session_state["about-name"] = text
    elif text:
        actions.correct(session, answered(session.corrections, field, text))


def answered(corrections: Corrections, field: str, text: str) -> Corrections:
    """The corrections with this answer to what was missing in `field`."""
    if field == "people":
        return replace(corrections, people_added=(*corrections.people_added, named(text)))
    if field == "topics":
        return replace(corrections, added=(*corrections.added, ("topics", text)))
    known = next(name for name in FIELDS if name == field)
    return corrections.with_field(known, text)
