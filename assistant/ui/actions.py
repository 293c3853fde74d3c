"""What the buttons do: everything that changes the state, with every error turned into one plain line."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from assistant import delivery, pasted, prompts
from assistant.brief import Brief, Status
from assistant.checking import parse, together
from assistant.errors import AfterwordError
from assistant.message import Drafts, Message
from assistant.reading import injection
from assistant.recipients import EVERYONE
from assistant.report import Report
from assistant.ui import flash, plan, state
from assistant.ui.corrections import Corrections
from assistant.ui.state import State, Version

MOST_TRIES = 8
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
    with plainly(session):
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


def ensure_drafts(session: State) -> list[Version]:
    """The versions that answer what is asked for now, written if they are not there yet; none after an error."""
    brief = session.brief
    if brief is None or session.kind is None:
        return []
    asked = _asked(session)
    if asked not in session.drafted:
        with plainly(session):
            session.drafted[asked] = [_kept(session, message) for message in _draft(session, brief).messages]
            _tell_once(session, state.desk().notice())
    batch = session.drafted.get(asked, [])
    if asked != session.answered:
        session.answered = asked
        _tell_of_edits(session, batch)
        for version in reversed(batch):
            choose(session, version)
    return batch


def up_to_date(session: State, version: Version) -> Message:
    """The version's text with a report that knows the corrections made since."""
    known = _known(session)
    if version.checked_in != known:
        with plainly(session):
            checked = version.current.model_copy(update={"report": check(session, version.current)})
            if version.edited:
                version.edited = checked
            else:
                version.message = checked
            version.checked_in = known
    return version.current


def another(session: State) -> None:
    """Writes other wordings; the earlier versions stay. Says so where none is left that differs."""
    written = len(session.versions)
    for _ in range(MOST_TRIES):
        session.seed += session.variants
        ensure_drafts(session)
        if session.error or len(session.versions) > written:
            return
    session.notice = "No other wording is left: change the tone, the length or what may be mentioned."


def choose(session: State, version: Version) -> None:
    """Shows this version."""
    session.chosen[(version.message.kind, version.message.recipient)] = version.number


def edit(session: State, version: Version, subject: str | None, body: str) -> None:
    """Takes over what the person typed, checks it, and keeps the version as it was written beside it."""
    if (subject, body) == (version.message.subject, version.message.body):
        version.edited = None
        return
    update = {"subject": subject, "body": body, "writer": "edited", "report": None, "parts": ()}
    changed = version.message.model_copy(update=update)
    version.edited, version.checked_in = changed, ""
    up_to_date(session, version)


def beside(message: Message, panel: list[Message]) -> Message:
    """The message with a report that also warns of what it shares with the others of a panel: colleagues compare."""
    others = [other for other in panel if other is not message]
    shared = together.compare([*others, message]).get(len(others), ())
    if message.report is None or not shared:
        return message
    warnings = (finding.model_copy(update={"severity": "warning"}) for finding in shared)
    findings = tuple(dict.fromkeys((*message.report.findings, *warnings)))
    return message.model_copy(update={"report": message.report.model_copy(update={"findings": findings})})


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


def _tell_once(session: State, notice: str | None) -> None:
    if notice and notice not in session.told:
        session.told.add(notice)
        session.notice = notice


def _tell_of_edits(session: State, batch: list[Version]) -> None:
    """Where an edited version gives way to a newer one: that it is kept."""
    for version in batch:
        shown = session.chosen.get((version.message.kind, version.message.recipient))
        before = [v for v in session.versions_for(version.message.kind, version.message.recipient) if v.number == shown]
        if before and before[0].edited and before[0] is not version:
            session.notice = f"A new version was written. Version {shown} with your edit is kept."


def _draft(session: State, brief: Brief) -> Drafts:
    return state.desk().draft(
        session.read_notes,
        kind=session.kind,
        to=session.to,
        variants=session.variants,
        style=session.style,
        today=state.today(),
        profile=session.profile,
        brief=brief,
    )


def _asked(session: State) -> str:
    return repr((_known(session), session.style, session.kind, session.to, session.variants))


def _known(session: State) -> str:
    """Everything that a text is checked against."""
    return repr((session.read_notes, session.brief, session.profile))


def _kept(session: State, message: Message) -> Version:
    """The version with exactly this text, or a new one."""
    earlier = session.versions_for(message.kind, message.recipient)
    for version in earlier:
        if (version.message.subject, version.message.body) == (message.subject, message.body):
            version.message = message
            version.checked_in = "" if version.edited else _known(session)
            return version
    version = Version(len(earlier) + 1, message, session.style, _known(session))
    session.versions.append(version)
    return version
