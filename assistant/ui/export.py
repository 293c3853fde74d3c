"""Taking a message away: copy, files, an archive for a panel."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assistant import delivery
from assistant.errors import DeliveryError
from assistant.message import Message
from assistant.ui.escape import plain
from assistant.ui.state import State

MIME = {"eml": "message/rfc822", "txt": "text/plain", "md": "text/markdown", "zip": "application/zip"}
LABELS = {
    "eml": ("E-mail draft (.eml)", ":material/drafts:", "Opens in your mail program as a draft; nothing is sent."),
    "txt": ("Plain text (.txt)", ":material/description:", ""),
    "md": ("Markdown (.md)", ":material/markdown:", ""),
}


def copy(message: Message) -> None:
    """The exact text with a copy control."""
    with st.popover("Copy", icon=":material/content_copy:", key="copy"):
        st.caption("Point at a box, or tap it, and press the copy sign at its right.")
        if message.subject:
            st.code(message.subject, language=None, wrap_lines=True)
        st.code(message.body, language=None, wrap_lines=True)


def files(session: State, message: Message) -> None:
    """One message as files."""
    writers: dict[str, Callable[[], str | bytes]] = {
        "txt": lambda: delivery.to_txt(message),
        "md": lambda: delivery.to_md(message),
    }
    if message.channel == "email":
        writers = {"eml": lambda: delivery.to_eml(message, session.profile), **writers}
    with st.popover("Download", icon=":material/download:", key="download"):
        for extension, write in writers.items():
            label, icon, hint = LABELS[extension]
            _button(label, icon, hint, delivery.file_name(message, extension), write, f"download-{extension}")


def archive(session: State, messages: list[Message]) -> None:
    """The messages of a panel in one archive."""
    _button(
        f"All {len(messages)} messages (.zip)",
        ":material/folder_zip:",
        "One folder with the files of every message on show.",
        f"{messages[0].kind}-messages.zip",
        lambda: delivery.to_zip(messages, session.profile),
        "download-zip",
    )


def _button(label: str, icon: str, hint: str, name: str, write: Callable[[], str | bytes], key: str) -> None:
    try:
        data = write()
    except DeliveryError as error:
        st.caption(f":red[{plain(str(error))}]")
        return
    extension = name.rpartition(".")[2]
    st.download_button(label, data, name, MIME[extension], key=key, icon=icon, help=hint or None, on_click="ignore")
