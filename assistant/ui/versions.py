"""The versions of a session: written when they are asked for, kept for good, checked whenever something changed."""

from __future__ import annotations

from assistant.brief import Brief
from assistant.checking import together
from assistant.message import Drafts, Message
from assistant.ui import state
from assistant.ui.actions import check, plainly
from assistant.ui.state import State, Version

MOST_TRIES = 8


def ensure_drafts(session: State) -> list[Version]:
    """The versions that answer what is asked for now, written if they are not there yet; none after an error."""
    brief = session.brief
    if brief is None or session.kind is None:
        return []
    asked = _asked(session)
    if asked not in session.drafted:
        with plainly(session), session.meter.running():
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
