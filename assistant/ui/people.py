"""The people of the notes, to be corrected."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from assistant.addresses import valid_email
from assistant.brief import Brief, Person, Role
from assistant.ui import actions
from assistant.ui.corrections import Corrections, named, renamed
from assistant.ui.escape import plain
from assistant.ui.facts import words
from assistant.ui.state import State

PARTS: dict[Role, tuple[str, str]] = {
    "interviewer": ("Interviewer", "blue"),
    "recruiter": ("Recruiter", "violet"),
    "other": ("Other", "gray"),
}


def panel(session: State, read: Brief) -> None:
    """Everyone the notes name, each with a way to put them right, and a way to add somebody."""
    with st.container(border=True, key="people"):
        st.markdown("**People**")
        for number, person in enumerate((*read.people, *session.corrections.people_added)):
            if person.name not in session.corrections.people_out:
                _row(session, number, person)
        if not read.people and not session.corrections.people_added:
            st.caption("Your notes name nobody.")
        _left_out(session)
        with st.popover(
            "Add a person", icon=":material/person_add:", type="tertiary", key="edit-person-new", on_change="rerun"
        ):
            _form(session, "new", None)


def _row(session: State, number: int, read_as: Person) -> None:
    person = session.corrections.people.get(read_as.name, read_as)
    label, color = PARTS[person.part]
    with st.container(gap=None):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.markdown(f"**{plain(person.name)}** :{color}-badge[{label}]", width="stretch")
            with st.popover(
                "Edit", type="tertiary", icon=":material/edit:", key=f"edit-person-{number}", on_change="rerun"
            ):
                _form(session, str(number), read_as)
        details = " · ".join(plain(text) for text in (person.title, person.email) if text)
        if details:
            st.caption(details)
        words(person.evidence)


def _form(session: State, suffix: str, read_as: Person | None) -> None:
    person = session.corrections.people.get(read_as.name, read_as) if read_as else None
    with st.form(f"person-{suffix}", border=False, clear_on_submit=read_as is None):
        st.text_input("Name", person.name if person else "", key=f"person-name-{suffix}")
        st.text_input("What they do", (person.title or "") if person else "", key=f"person-title-{suffix}")
        st.text_input("E-mail", (person.email or "") if person else "", key=f"person-email-{suffix}")
        part = person.part if person else "interviewer"
        st.segmented_control(
            "Part",
            list(PARTS),
            default=part,
            format_func=lambda role: PARTS[role][0],
            required=True,
            key=f"person-part-{suffix}",
        )
        st.form_submit_button(
            "Save", type="primary", key=f"person-save-{suffix}", on_click=_save, args=(session, suffix, read_as)
        )
    if read_as:
        st.button(
            "Not a person here",
            key=f"person-out-{suffix}",
            type="tertiary",
            icon=":material/person_remove:",
            on_click=_take_out,
            args=(session, read_as.name, True),
        )


def _save(session: State, suffix: str, read_as: Person | None) -> None:
    typed = {name: " ".join(st.session_state[f"person-{name}-{suffix}"].split()) for name in ("name", "title", "email")}
    problem = _problem(typed)
    if problem:
        session.error = problem
        return
    person = (renamed(read_as, typed["name"]) if read_as else named(typed["name"])).model_copy(
        update={
            "title": typed["title"] or None,
            "email": typed["email"] or None,
            "part": st.session_state[f"person-part-{suffix}"],
        }
    )
    actions.correct(session, _with(session.corrections, read_as, person))
    st.session_state[f"edit-person-{suffix}"] = False


def _problem(typed: dict[str, str]) -> str | None:
    """Why this cannot be a person, in one line."""
    if not typed["name"]:
        return "A person needs a name: type one, or press 'Not a person here'."
    try:
        valid_email(typed["email"] or "nobody@mailbox.example")
    except ValueError as error:
        return f"{typed['email']!r} is not an e-mail address: {error}"
    return None


def _with(corrections: Corrections, read_as: Person | None, person: Person) -> Corrections:
    """The corrections with this person in the place of `read_as`, or as one more."""
    if read_as is None:
        return replace(corrections, people_added=(*corrections.people_added, person))
    if read_as in corrections.people_added:
        others = tuple(person if other is read_as else other for other in corrections.people_added)
        return replace(corrections, people_added=others)
    return corrections.with_person(read_as.name, person)


def _left_out(session: State) -> None:
    """Who was taken out, with a way back."""
    for number, name in enumerate(sorted(session.corrections.people_out)):
        st.button(
            f"Bring back {plain(name)}",
            key=f"person-back-{number}",
            type="tertiary",
            icon=":material/undo:",
            on_click=_take_out,
            args=(session, name, False),
        )


def _take_out(session: State, name: str, out: bool) -> None:
    corrections = session.corrections
    people_out = corrections.people_out | {name} if out else corrections.people_out - {name}
    actions.correct(session, replace(corrections, people_out=people_out))
