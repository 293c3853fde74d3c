"""What the buttons do with notes and corrections, with every error turned into one plain line."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from assistant import delivery, pasted, prompts
from assistant.brief import Status
from assistant.checking import parse
from assistant.errors import AfterwordError
from assistant.message import Message
from assistant.reading import injection
from assistant.recipients import EVERYONE
from assistant.report import Report
from assistant.ui import flash, plan, state
from assistant.ui.corrections import Corrections
from assistant.ui.state import State

log = logging.getLogger(__name__)


@contextmanager
def plainly(session: State) -> Iterator[None]:
    """Runs a step; whatever goes wrong becomes one line in the state, and nothing else changes."""
    try:
        yield
    except AfterwordError as error:
        session.error = str(error)
    except Exception:  # the page must never show a traceback; the log keeps it
        log.exception("a step of the page failed")
        session.error = flash.UNEXPECTED


def read(session: State) -> None:
    """Reads the notes; corrections made so far are kept and apply to the new reading."""
    with plainly(session), session.meter.running():
        notes = session.notes
        session.read = state.desk().read(notes, state.today(), session.profile)
        session.read_notes, session.orders = notes, injection.find(notes)
        _fit_choices(session)


def start_over(session: State) -> None:
    """Puts all notes, corrections and versions away; the candidate's own details stay."""
    about = session.about
    session.__init__()  # type: ignore[misc]
    session.about = about


def set_status(session: State, status: Status) -> None:
    """Takes over where the application stands, and turns to the kind of message that fits it."""
    correct(session, replace(session.corrections, status=status))
    if brief := session.brief:
        session.kind = state.desk().kind_for(brief).id


def correct(session: State, corrections: Corrections) -> None:
    """Takes over corrections; the next drawing of the page drafts with them."""
    session.corrections = corrections
    _fit_choices(session)


def check(session: State, message: Message) -> Report:
    """What the rules say about this text in the light of the notes and the corrections."""
    return check_text(session, message.model_dump_json(), message.kind)


def check_text(session: State, text: str, kind: str) -> Report:
    """What the rules say about a text that somebody wrote themselves; spans count in it."""
    return state.desk().check(
        text, session.read_notes, kind=kind, today=state.today(), profile=session.profile, brief=session.brief
    )


def text_of_file(session: State, data: bytes, kind: str) -> str:
    """The message in a text file or a saved e-mail, as text that can be pasted."""
    if session.brief is None or not pasted.looks_like_mail(data):
        return pasted.decode(data)
    return delivery.to_txt(parse.from_eml(data, session.brief, prompts.kind(kind)))


def _fit_choices(session: State) -> None:
    brief = session.brief
    if brief is None:
        return
    if session.kind is None:
        session.kind = state.desk().kind_for(brief).id
    if session.to not in (EVERYONE, *plan.names(brief)):
        session.to = plan.default_recipient(brief)
