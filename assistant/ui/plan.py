"""What a person may choose, and the words it is shown in; no widget here."""

from __future__ import annotations

from datetime import date, timedelta

from assistant import recipients
from assistant.brief import Brief, Channel, Role
from assistant.checking.layout import take_apart
from assistant.message import Kind, Message
from assistant.report import Severity, Verdict

ICONS: dict[Channel, str] = {
    "email": ":material/mail:",
    "phone": ":material/call:",
    "linkedin": ":material/group_add:",
    "text": ":material/sms:",
    "whatsapp": ":material/chat:",
    "portal": ":material/web:",
    "letter": ":material/drafts:",
}
CHANNELS: dict[Channel, str] = {
    "email": "e-mail",
    "phone": "phone call",
    "linkedin": "LinkedIn",
    "text": "text message",
    "whatsapp": "WhatsApp",
    "portal": "their portal",
    "letter": "letter",
}
PARTS: tuple[Role, ...] = ("interviewer", "recruiter", "other")
COLORS: dict[Severity, str] = {"error": "red", "warning": "orange", "hint": "blue"}
SEVERITIES: dict[Severity, tuple[str, str]] = {
    "error": ("Put right", ":material/error:"),
    "warning": ("Look again", ":material/warning:"),
    "hint": ("Tip", ":material/lightbulb:"),
}
VERDICTS: dict[Verdict, tuple[str, str, str]] = {
    "ready": ("Ready to send", ":material/check_circle:", "green"),
    "needs-facts": ("Needs something from you", ":material/help:", "orange"),
    "not-ready": ("Not ready yet", ":material/error:", "red"),
}


def names(brief: Brief) -> tuple[str, ...]:
    """Names that a message can be written to: interviewers, recruiters, and whom else the notes point to."""
    ranked = sorted(brief.people, key=lambda person: PARTS.index(person.part))
    pointed_to = default_recipient(brief)
    return tuple(person.name for person in ranked if person.part != "other" or person.name == pointed_to)


def default_recipient(brief: Brief) -> str | None:
    """Whom the notes point to; nobody where they name nobody fit."""
    person = recipients.choose(brief, None)[0]
    return person.name if person else None


def headline(brief: Brief) -> str:
    """The job and the company, as far as they are known."""
    role = f"{brief.role.value[:1].upper()}{brief.role.value[1:]}" if brief.role else ""
    company = brief.company.value if brief.company else ""
    return f"{role} at {company}" if role and company else role or company or "Your follow-up"


def scene(brief: Brief, today: date) -> str:
    """Who the interview was with and when, as far as it is known; one line."""
    names = [person.name for person in brief.interviewers()]
    with_whom = f"With {listed(names)}" if names else ""
    on = as_date(brief.interview_date.value if brief.interview_date else "")
    parts = (with_whom, day(on, today) if on else "")
    line = ", ".join(part for part in parts if part)
    return f"{line[:1].upper()}{line[1:]}." if line else ""


def listed(names: list[str]) -> str:
    """Names as one reads them out: a, b and c; beyond four, the first three and how many more."""
    if len(names) > 4:
        names = [*names[:3], f"{len(names) - 3} more"]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def as_date(value: str) -> date | None:
    """The day of an ISO date; nothing where it is none."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def size(message: Message, kind: Kind) -> str:
    """How long the message is, in the measure of its channel; words are counted as the checks count them."""
    if kind.limits.max_chars:
        return f"{len(message.body)} of {kind.limits.max_chars} characters"
    sentences = take_apart(message.body, frozenset()).sentences
    return f"{sum(len(sentence.tokens) for sentence in sentences)} words"


def day(value: date, today: date) -> str:
    """A day as people say it, seen from today."""
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get((value - today).days)
    year = f" {value.year}" if abs((value - today).days) > 300 else ""
    spelled = f"{value:%A} {value.day} {value:%B}{year}"
    return f"{near} ({spelled})" if near else spelled


def writer(message: Message) -> str:
    """Who wrote the message, in a few words."""
    if message.writer == "offline":
        return "Written offline"
    cost = f", {message.trace.sent + message.trace.received:,} tokens" if message.trace else ""
    return f"Written by {message.writer}{cost}"


def when(message: Message, today: date) -> str | None:
    """When to send it, in one line; nothing where it does not matter."""
    after, by = message.send_after, message.send_by
    if by and by < today:
        return f"It was best sent by {day(by, today)}. Late is better than never: send it now."
    if after and after > today:
        return f"Wait until {day(after, today)}" + (f" and send it by {day(by, today)}." if by and by > after else ".")
    if by == today:
        return "Send it today."
    if by:
        return f"Send it by {day(by, today)}" + (", not within minutes." if by - today <= timedelta(1) else ".")
    return None
