"""The messages: whose, which version, the card, and what to do with it."""

from __future__ import annotations

import streamlit as st

from assistant.brief import Brief
from assistant.recipients import EVERYONE
from assistant.ui import card, export, flash, history, plan, versions
from assistant.ui.escape import plain
from assistant.ui.state import State, Version


def panel(session: State, brief: Brief) -> None:
    """The newest answer to what is asked for, with all earlier versions in reach."""
    above = st.container(gap=None)
    with st.spinner("Writing"):
        batch = versions.ensure_drafts(session)
    if not batch:
        with above:
            flash.show(session)
        history.panel(session, at_least=1)
        return
    people = list(dict.fromkeys(version.message.recipient for version in batch))
    recipient = _whose(session, people)
    version = _which(session, batch[0].message.kind, recipient)
    versions.up_to_date(session, version)
    with above:
        flash.show(session)
    with st.container():
        if advice := version.message.advice:
            st.info("\\\n".join(map(plain, advice)), icon=":material/tips_and_updates:")
    on_show_now = [on_show(session, version.message.kind, person).current for person in people]
    card.card(session, brief, version, versions.beside(version.current, on_show_now))
    with st.container(horizontal=True):
        st.button(
            "Write another",
            key="another",
            icon=":material/refresh:",
            on_click=versions.another,
            args=(session,),
            help="Other wordings from the same notes. Nothing written so far is lost.",
        )
        export.copy(version.current)
        export.files(session, version.current)
        if len(people) > 1:
            export.archive(session, on_show_now)
    history.panel(session)


def _whose(session: State, people: list[str | None]) -> str | None:
    if session.to != EVERYONE or len(people) < 2:
        return people[0]
    key = "whose-" + "|".join(map(str, people))
    shown = st.pills(
        "One message each",
        people,
        default=session.shown_to if session.shown_to in people else people[0],
        required=True,
        wrap=True,
        key=key,
        format_func=lambda name: plain(str(name)),
    )
    session.shown_to = shown
    return shown


def _which(session: State, kind: str, recipient: str | None) -> Version:
    written = session.versions_for(kind, recipient)
    shown = on_show(session, kind, recipient)
    if len(written) < 2:
        return shown
    key = f"version-{kind}-{recipient}-{len(written)}-{shown.number}"
    number = st.pills(
        "Version",
        [v.number for v in written],
        default=shown.number,
        required=True,
        wrap=True,
        key=key,
        format_func=lambda number: _label(written[number - 1]),
        on_change=_choose,
        args=(session, written, key),
    )
    return written[(number or shown.number) - 1]


def on_show(session: State, kind: str, recipient: str | None) -> Version:
    """The version chosen for this person, else the newest."""
    written = session.versions_for(kind, recipient)
    number = session.chosen.get((kind, recipient), len(written))
    return written[number - 1]


def _label(version: Version) -> str:
    report = version.current.report
    icon = plan.VERDICTS[report.verdict][1] if report else ""
    return f"{icon} {version.number}" + (" edited" if version.edited else "")


def _choose(session: State, written: list[Version], key: str) -> None:
    versions.choose(session, written[st.session_state[key] - 1])
