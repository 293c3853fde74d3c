"""The one state object of a session, and the one cached composition root."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

import streamlit as st

from assistant import settings, wiring
from assistant.brief import Brief, Profile, Span
from assistant.desk import Desk
from assistant.errors import AfterwordError
from assistant.message import Length, Message, Style, Tone
from assistant.model.meter import Meter
from assistant.reading import missing
from assistant.ui import about
from assistant.ui.corrections import Corrections, apply

_KEY = "session"
_TOKEN = "session-token"
MOST_SESSIONS = 50


@dataclass(slots=True)
class Version:
    """One text that was written for one person; never thrown away, an edit lies beside it."""

    number: int
    """Counts from 1 among the versions of the same kind for the same person."""
    message: Message
    """As written."""
    style: Style
    """The style it was asked for in."""
    checked_in: str = ""
    """What was known when the text was last checked."""
    edited: Message | None = None
    """As the person changed it."""

    @property
    def current(self) -> Message:
        """The text as it stands now."""
        return self.edited or self.message

    @property
    def key(self) -> str:
        """A name that no other version has, for widgets."""
        return f"{self.message.kind}-{self.message.recipient}-{self.number}"


def _meter() -> Meter:
    """A meter with the budget of one session."""
    try:
        return Meter(settings.load(_secrets()).budget)
    except AfterwordError:
        return Meter()  # the page says what is wrong with the settings when it puts the desk together


def _secrets() -> Mapping[str, Any]:
    """Streamlit's secrets; nothing where there are none."""
    return st.secrets.to_dict() if st.secrets.load_if_toml_exists() else {}


@dataclass(slots=True)
class State:
    """Everything one session knows; the widgets only show and change it."""

    notes: str = ""
    about: dict[str, str] = field(default_factory=dict)
    """What was typed about the candidate, right or wrong."""
    read: Brief | None = None
    """As read, before corrections."""
    read_notes: str = ""
    """The notes that were read; they may have been changed since."""
    orders: tuple[Span, ...] = ()
    """Words of the notes that give orders to a program; they are only shown."""
    corrections: Corrections = field(default_factory=Corrections)
    kind: str | None = None
    to: str | None = None
    tone: Tone = "warm"
    length: Length = "standard"
    variants: int = 1
    seed: int = 0
    versions: list[Version] = field(default_factory=list)
    drafted: dict[str, list[Version]] = field(default_factory=dict)
    """What was asked for -> the versions that answered."""
    answered: str = ""
    """What was asked for when the page was last drawn."""
    chosen: dict[tuple[str, str | None], int] = field(default_factory=dict)
    """Kind and recipient -> number of the version on show."""
    shown_to: str | None = None
    """Whose message is on show when everyone gets one."""
    pasted: str = ""
    """A message that somebody wrote themselves, to be checked."""
    error: str | None = None
    """What went wrong, to be shown once."""
    notice: str | None = None
    """What a person should know, to be shown once."""
    told: set[str] = field(default_factory=set)
    """Notices of the desk that were shown."""
    reading: bool = False
    """Whether the notes are to be read before the page is drawn."""
    meter: Meter = field(default_factory=_meter)
    """What a model has used in this session."""

    @property
    def brief(self) -> Brief | None:
        """What was read, as corrected; what is missing is judged anew."""
        if self.read is None:
            return None
        corrected = apply(self.read, self.corrections)
        return corrected.model_copy(update={"missing": missing.questions(corrected, self.profile)})

    @property
    def profile(self) -> Profile:
        """What was typed about the candidate, without what cannot be right."""
        return about.profile(self.about)

    @property
    def style(self) -> Style:
        """The style that is asked for now."""
        return Style(tone=self.tone, length=self.length, seed=self.seed)

    def versions_for(self, kind: str, recipient: str | None) -> list[Version]:
        """All versions of one kind for one person, oldest first."""
        return [v for v in self.versions if (v.message.kind, v.message.recipient) == (kind, recipient)]


def current() -> State:
    """The state of this session, made at first use; the address in the browser finds it again after a refresh."""
    if _KEY not in st.session_state:
        token = st.query_params.get(_KEY, "")
        kept = _shelf().get(token)
        st.session_state[_TOKEN] = token if kept else secrets.token_urlsafe(16)
        st.session_state[_KEY] = kept or State()
        _keep(st.session_state[_TOKEN], st.session_state[_KEY])
    if st.query_params.get(_KEY) != st.session_state[_TOKEN]:
        st.query_params[_KEY] = st.session_state[_TOKEN]
    return cast(State, st.session_state[_KEY])


def begin(key: str, value: object) -> str:
    """The key of a widget that begins with `value`; for widgets that a button may fill, which take no default."""
    if key not in st.session_state:
        st.session_state[key] = value
    return key


@st.cache_resource(show_spinner=False)
def _shelf() -> dict[str, State]:
    """The latest sessions by their token, in memory only: gone when the server stops."""
    return {}


def _keep(token: str, session: State) -> None:
    shelf = _shelf()
    shelf[token] = session
    for oldest in list(shelf)[:-MOST_SESSIONS]:
        shelf.pop(oldest, None)


@st.cache_resource(show_spinner=False)
def desk() -> Desk:
    """The line, put together once for all sessions; it holds nothing of any user."""
    return wiring.build(settings.load(_secrets()))


def leaves() -> str | None:
    """What the notes go to when they leave this computer, such as a model and its host; nothing where they stay."""
    try:
        made = desk()
    except AfterwordError:
        return None
    return None if made.local else made.engine


def today() -> date:
    """The day it is where the page runs."""
    return date.today()
