"""What to write: the kind, for whom, in which tone and length, how many variants."""

from __future__ import annotations

import streamlit as st

from assistant import prompts
from assistant.brief import Brief
from assistant.message import Length, Tone
from assistant.recipients import EVERYONE
from assistant.ui import plan
from assistant.ui.escape import plain
from assistant.ui.state import State, begin

TONES: dict[Tone, str] = {"warm": "Warm", "plain": "Plain", "formal": "Formal"}
LENGTHS: dict[Length, str] = {"short": "Short", "standard": "Standard", "full": "Full"}
VARIANTS = (1, 2, 3, 5)
MOST_PILLS = 4


def panel(session: State, brief: Brief) -> None:
    """The choices; each change writes at once."""
    kinds = prompts.kinds()
    st.pills(
        "What to write",
        list(kinds),
        required=True,
        wrap=True,
        key=begin("kind", session.kind),
        format_func=lambda name: f"{plan.ICONS[kinds[name].channel]} {kinds[name].title}",
        on_change=_take,
        args=(session, "kind"),
    )
    _recipient(session, brief)
    with st.popover(_style(session), icon=":material/tune:", key="style"):
        _sound(session)


def _style(session: State) -> str:
    """The style that is asked for, in a few words."""
    variants = f"{session.variants} variant{'s' * (session.variants > 1)}"
    return f"{TONES[session.tone]}, {LENGTHS[session.length].lower()}, {variants}"


def _sound(session: State) -> None:
    st.segmented_control(
        "Tone",
        list(TONES),
        default=session.tone,
        required=True,
        format_func=TONES.__getitem__,
        key="tone",
        on_change=_take,
        args=(session, "tone"),
    )
    st.segmented_control(
        "Length",
        list(LENGTHS),
        default=session.length,
        required=True,
        format_func=LENGTHS.__getitem__,
        key="length",
        on_change=_take,
        args=(session, "length"),
    )
    st.segmented_control(
        "Variants",
        VARIANTS,
        default=session.variants,
        required=True,
        key="variants",
        on_change=_take,
        args=(session, "variants"),
    )


def _recipient(session: State, brief: Brief) -> None:
    names = list(plan.names(brief))
    if not names:
        return
    count = len(brief.interviewers())
    options = [*names, *([EVERYONE] if count > 1 else [])]
    key = "to-" + "|".join(names)
    if len(names) > MOST_PILLS:
        st.selectbox(
            "To",
            options,
            index=options.index(session.to) if session.to in options else 0,
            key=key,
            format_func=lambda name: f"Everyone ({count})" if name == EVERYONE else name,
            on_change=_take_recipient,
            args=(session, key),
        )
        return
    st.pills(
        "To",
        options,
        default=session.to,
        required=True,
        wrap=True,
        key=key,
        format_func=lambda name: f":material/groups: Everyone ({count})" if name == EVERYONE else plain(name),
        on_change=_take_recipient,
        args=(session, key),
    )


def _take(session: State, name: str) -> None:
    setattr(session, name, st.session_state[name])


def _take_recipient(session: State, key: str) -> None:
    session.to = st.session_state[key]
