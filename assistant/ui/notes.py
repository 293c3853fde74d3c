"""Where the notes go in: paste, upload or try an example; and who the candidate is."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from assistant.reading import source
from assistant.ui import about, actions, flash
from assistant.ui.escape import plain
from assistant.ui.state import State, begin

EXAMPLES = Path(__file__).parent / "examples"
MAX_MEGABYTES = 1
PLACEHOLDER = (
    "Anything goes: bullets, half sentences, a transcript, a pasted e-mail.\n\n"
    "Who you met, what they asked, what made them smile, what you promised to send, when they decide."
)
LABELS = {
    "name": ("Name", "As you sign it", "name"),
    "email": ("E-mail", "you@example.org", "email"),
    "phone": ("Phone", "As it should be shown", "tel"),
    "linkedin": ("LinkedIn", "linkedin.com/in/your-name", "url"),
}


def panel(session: State) -> None:
    """The notes and the one button."""
    with st.container(key="notes-panel"):
        st.text_area(
            "Your notes",
            height=260,
            key=begin("notes", session.notes),
            placeholder=PLACEHOLDER,
            persist_state="session",
            on_change=_typed,
            args=(session,),
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            label = "Read again" if session.read else "Write my follow-up"
            st.button(label, key="go", type="primary", icon=":material/edit_note:", on_click=_go, args=(session,))
            _examples(session)
            _upload(session)
            if session.read:
                st.button(
                    "Start over",
                    key="start-over",
                    type="tertiary",
                    icon=":material/restart_alt:",
                    on_click=_start_over,
                    args=(session,),
                )
        flash.show(session)


def example_names() -> dict[str, Path]:
    """Title of each example -> its file; the title is the file's name in words."""
    return {path.stem.split("-", 1)[1].replace("-", " ").capitalize(): path for path in sorted(EXAMPLES.glob("*.txt"))}


def _examples(session: State) -> None:
    with st.popover("Try an example", icon=":material/auto_stories:", key="examples"):
        for number, (title, path) in enumerate(example_names().items(), 1):
            st.button(title, key=f"example-{number}", type="tertiary", on_click=_put, args=(session, path))


def _upload(session: State) -> None:
    with st.popover("Open a file", icon=":material/upload_file:", key="open-file"):
        st.caption("A text file with notes, a chat export, a saved e-mail. It is read here and goes nowhere.")
        st.file_uploader(
            "File with notes",
            key="upload",
            max_upload_size=MAX_MEGABYTES,
            label_visibility="collapsed",
            on_change=_uploaded,
            args=(session,),
        )


def about_you(session: State) -> None:
    """Who the candidate is: four optional fields, each told at once what is wrong with it."""
    filled = session.profile.name
    with st.expander(
        f"About you: {plain(filled)}" if filled else "About you (for the signature)",
        key="about",
        icon=":material/person:",
    ):
        st.caption("All optional. It is used for the signature and the e-mail headers, and kept for this session only.")
        left, right = st.columns(2)
        for number, (field, (label, hint, autocomplete)) in enumerate(LABELS.items()):
            with (left, right)[number % 2]:
                st.text_input(
                    label,
                    key=begin(f"about-{field}", session.about.get(field, "")),
                    placeholder=hint,
                    autocomplete=autocomplete,
                    persist_state="session",
                    on_change=_told,
                    args=(session, field),
                )
                if wrong := about.problem(field, session.about.get(field, "")):
                    st.caption(f":red[{plain(wrong)}]")


def _typed(session: State) -> None:
    session.notes = st.session_state["notes"]


def _go(session: State) -> None:
    session.notes = st.session_state["notes"]
    session.reading = True


def _put(session: State, path: Path) -> None:
    session.notes = st.session_state["notes"] = path.read_text(encoding="utf-8")


def _start_over(session: State) -> None:
    actions.start_over(session)
    st.session_state["notes"] = ""


def _uploaded(session: State) -> None:
    file = st.session_state["upload"]
    if file is None:
        return
    with actions.plainly(session):
        text = source.decode(file.getvalue())
        before = f"{session.notes.rstrip()}\n\n" if session.notes.strip() else ""
        session.notes = st.session_state["notes"] = before + text


def _told(session: State, field: str) -> None:
    session.about = {**session.about, field: st.session_state[f"about-{field}"]}
