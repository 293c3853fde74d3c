"""The page that checks a message that somebody wrote themselves."""

from __future__ import annotations

import streamlit as st

from assistant import prompts
from assistant.ui import actions, card, flash, pages, plan, state
from assistant.ui.escape import marked
from assistant.ui.state import State


def page() -> None:
    """A text in, its findings out; the notes are those of the first page."""
    session = state.current()
    kinds = prompts.kinds()
    st.title("Check what you wrote yourself", anchor=False)
    if session.brief is None:
        st.caption("A message is checked against your notes: paste them on the first page, then come back.")
        st.page_link(pages.write(), label="Paste your notes", icon=":material/edit_note:")
        return
    st.caption("It is compared with your notes: names, numbers, dates, claims, private matters, what they asked for.")
    st.pills(
        "What it is",
        list(kinds),
        default=session.kind,
        required=True,
        key="pasted-kind",
        persist_state="session",
        format_func=lambda name: f"{plan.ICONS[kinds[name].channel]} {kinds[name].title}",
    )
    st.text_area(
        "Your message",
        height=260,
        key=state.begin("pasted", session.pasted),
        persist_state="session",
        on_change=_typed,
        args=(session,),
        placeholder="Subject: ...\n\nDear ...",
    )
    with st.container(horizontal=True):
        st.button("Check it", key="check-pasted", type="primary", icon=":material/rule:")
        with st.popover("Open a file", icon=":material/upload_file:", key="open-message"):
            st.caption("A text file or a saved e-mail (.eml).")
            st.file_uploader(
                "File with the message",
                key="pasted-file",
                max_upload_size=1,
                label_visibility="collapsed",
                on_change=_uploaded,
                args=(session,),
            )
    flash.show(session)
    if session.pasted.strip():
        _result(session, st.session_state["pasted-kind"])


def _typed(session: State) -> None:
    session.pasted = st.session_state["pasted"]


def _uploaded(session: State) -> None:
    file = st.session_state["pasted-file"]
    if file is None:
        return
    with actions.plainly(session):
        session.pasted = actions.text_of_file(session, file.getvalue(), st.session_state["pasted-kind"])
        st.session_state["pasted"] = session.pasted


def _result(session: State, kind: str) -> None:
    report = None
    with actions.plainly(session):
        report = actions.check_text(session, session.pasted, kind)
    flash.show(session)
    if report is None:
        return
    with st.container(border=True, key="pasted-card"):
        card.verdict(report)
        st.markdown(marked(session.pasted, card.marks(report.findings, session.pasted, "body", "subject")))
        card.findings(report)


page()
