"""The messages: whose, which version, the card, and what to do with it."""

from __future__ import annotations

import streamlit as st

from assistant.brief import Brief
from assistant.recipients import EVERYONE
from assistant.ui import actions, card, export, flash, history, plan
from assistant.ui.escape import plain
from assistant.ui.state import State, Version


def panel(session: State, brief: Brief) -> None:
    """The newest answer to what is asked for, with all earlier versions in reach."""
    above = st.container(gap=None)
    with st.spinner("Writing"):
        batch = actions.ensure_drafts(session)
    if not batch:
        with above:
            flash.show(session)
        return
    people = list(dict.fromkeys(version.message.recipient for version in batch))
    recipient = _whose(session, people)
    version = _which(session, batch[0].message.kind, recipient)
    actions.up_to_date(session, version)
    with above:
        flash.show(session)
    with st.container():
        if advice := version.message.advice:
            st.info("\\\n".join(map(plain, advice)), icon=":material/tips_and_updates:")
    on_show_now = [on_show(session, version.message.kind, person).current for person in people]
    card.card(session, brief, version, actions.beside(version.current, on_show_now))
    with st.container(horizontal=True):
        st.button(
            "Write another",
            key="another",
            icon=":material/refresh:",
            on_click=actions.another,
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
    versions = session.versions_for(kind, recipient)
    shown = on_show(session, kind, recipient)
    if len(versions) < 2:
        return shown
    key = f"version-{kind}-{recipient}-{len(versions)}-{shown.number}"
    number = st.pills(
        "Version",
        [v.number for v in versions],
        default=shown.number,
        required=True,
        wrap=True,
        key=key,
        format_func=lambda number: _label(versions[number - 1]),
        on_change=_choose,
        args=(session, versions, key),
    )
    return versions[(number or shown.number) - 1]


def on_show(session: State, kind: str, recipient: str | None) -> Version:
    """The version chosen for this person, else the newest."""
    versions = session.versions_for(kind, recipient)
    number = session.chosen.get((kind, recipient), len(versions))
    return versions[number - 1]


def _label(version: Version) -> str:
    report = version.current.report
    icon = plan.VERDICTS[report.verdict][1] if report else ""
    return f"{icon} {version.number}" + (" edited" if version.edited else "")


def _choose(session: State, versions: list[Version], key: str) -> None:
    actions.choose(session, versions[st.session_state[key] - 1])
