"""What the notes do not say, as questions with room for the answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from assistant.brief import Brief, Question
from assistant.ui import actions
from assistant.ui.corrections import FIELDS, named
from assistant.ui.escape import plain
from assistant.ui.state import State

DAYS = ("interview_date", "decision_by")


def panel(session: State, brief: Brief) -> None:
    """One small box for each question; nothing where nothing is missing."""
    open_questions = [question for question in brief.missing if not answered(question, brief)]
    if not open_questions:
        return
    with st.container(border=True, key="questions"):
        st.markdown(":material/help: **Your notes do not say**")
        for question in open_questions:
            _box(session, question)


def answered(question: Question, brief: Brief) -> bool:
    """Whether a correction has filled the field in the meantime."""
    if question.field in ("people", "interviewers", "name"):
        return bool(brief.interviewers())
    return bool(getattr(brief, question.field, None))


def _box(session: State, question: Question) -> None:
    key = f"answer-{question.field}"
    if question.field in DAYS:
        st.date_input(
            plain(question.question),
            None,
            key=key,
            format="DD/MM/YYYY",
            on_change=_answer,
            args=(session, question, key),
        )
    elif question.field in FIELDS or question.field in ("people", "interviewers"):
        st.text_input(plain(question.question), key=key, on_change=_answer, args=(session, question, key))
    else:
        st.caption(plain(question.question))


def _answer(session: State, question: Question, key: str) -> None:
    value = st.session_state[key]
    text = value.isoformat() if isinstance(value, date) else " ".join((value or "").split())
    if not text:
        return
    corrections = session.corrections
    for name in FIELDS:
        if name == question.field:
            actions.correct(session, corrections.with_field(name, text))
            return
    actions.correct(session, replace(corrections, people_added=(*corrections.people_added, named(text))))
