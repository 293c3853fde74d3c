"""Drafts of the kind that each case wants, and scorers of them that look at one message after the other."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.brief import Brief
from assistant.desk import Desk
from assistant.message import Message
from eval.cases import Case
from eval.matching import same_name
from eval.score import Score, each
from eval.scorers import coverage, grammar, grounding
from eval.scorers.crash import told

VARIANTS = 3
EMPTY = Brief()


@dataclass(frozen=True, slots=True)
class Drafted:
    """What the desk made of one case: the messages, or the error that it raised; and the brief it started from."""

    case: Case
    messages: tuple[Message, ...] = ()
    error: str | None = None
    brief: Brief = EMPTY

    @property
    def first(self) -> tuple[Message, ...]:
        """The first variant for each recipient: what would be sent."""
        return tuple(message for message in self.messages if message.variant == 1)

    @property
    def names(self) -> tuple[str | None, ...]:
        """Names that stand in every message of this case and so make no two of them alike."""
        read = (fact.value for fact in (self.brief.company, self.brief.role) if fact)
        gold = self.case.gold
        return (gold.company, gold.role, self.case.me.name, *read, *(message.recipient for message in self.messages))

    def by_recipient(self) -> dict[str, list[Message]]:
        """The variants for each person."""
        groups: dict[str, list[Message]] = {}
        for message in self.messages:
            groups.setdefault(message.recipient or "nobody", []).append(message)
        return groups


def draft(desk: Desk, case: Case, brief: Brief) -> Drafted:
    """Three variants of the wanted kind, for each person where a panel is to be thanked."""
    to = "all" if case.want == "thank-you" and len(case.gold.interviewers) > 1 else None
    try:
        made = desk.draft(
            case.notes, kind=case.want, to=to, variants=VARIANTS, today=case.today, profile=case.me, brief=brief
        )
    except Exception as error:
        return Drafted(case, error=told(error), brief=brief)
    return Drafted(case, made.messages, brief=brief)


def written(drafted: Drafted) -> Score:
    """That there is a draft at all."""
    return Score(1, text=_bodies(drafted)) if drafted.messages else Score(missed=(drafted.error or "no message",))


def no_leak(drafted: Drafted) -> Score:
    """That nothing which must not appear stands in body or subject of any message."""
    missed = tuple(
        f"{text!r} to {message.recipient}"
        for message in drafted.messages
        for text in drafted.case.gold.must_not_appear
        if stands(text, whole(message))
    )
    return Score(hits=0 if missed else 1, missed=missed[:1], text=_bodies(drafted))


def stands(text: str, message: str) -> bool:
    """Whether a text stands in a message whatever its case, as words of its own ("MP" is not in "company")."""
    before, after = (r"(?<!\w)" if text[0].isalnum() else ""), (r"(?!\w)" if text[-1].isalnum() else "")
    return re.search(before + re.escape(text) + after, message, re.IGNORECASE) is not None


def ready(drafted: Drafted) -> Score:
    """Messages whose verdict is ready; a case that the desk refused has none."""
    if not drafted.messages:
        return Score(missed=(drafted.error or "no message",))
    return _each_message(drafted, _unready)


def no_error(drafted: Drafted) -> Score:
    """Messages with no finding at level error."""
    return _each_message(drafted, lambda message: "; ".join(_errors(message)) or None)


def right_person(drafted: Drafted) -> Score:
    """Messages that go to somebody the gold knows, of those that name anybody."""
    gold = drafted.case.gold
    known = [*(person.name for person in gold.interviewers), *gold.other_people]
    named = [(message, message.recipient) for message in drafted.messages if message.recipient]
    strange = [None if any(same_name(who, name) for name in known) else "a stranger" for _, who in named]
    return each(zip((label(message) for message, _ in named), strange, strict=True), _bodies(drafted))


def anchored(drafted: Drafted) -> Score:
    """Messages that use some gold topic or strength; only where the gold has any."""
    material = coverage.worth(drafted.case)
    if not material:
        return Score()
    used = {message.body: any(coverage.uses(item, message.body) for item in material) for message in drafted.messages}
    return _each_message(drafted, lambda message: None if used[message.body] else "nothing of the notes")


def covers(drafted: Drafted) -> Score:
    """Gold topics and strengths that some draft of the case uses."""
    material = coverage.worth(drafted.case) if drafted.messages else ()
    bodies = [message.body for message in drafted.messages]
    unused = [item for item in material if not any(coverage.uses(item, body) for body in bodies)]
    missed = tuple(" / ".join(item) for item in unused)
    return Score(len(material) - len(missed), missed, text=_bodies(drafted))


def grounded(drafted: Drafted) -> Score:
    """Messages whose numbers, dates, names and companies all trace to notes, profile or gold."""
    gold, case = drafted.case.gold, drafted.case
    days = (gold.interview_date, gold.decision_by)
    ground = grounding.ground(case.notes, case.me, case.today, days, gold.company, gold.other_companies)
    return _each_message(drafted, lambda message: "; ".join(map(str, grounding.loose(whole(message), ground))) or None)


def grammatical(drafted: Drafted) -> Score:
    """Messages in which no rule of grammar finds a flaw."""
    return _each_message(drafted, lambda message: "; ".join(map(str, grammar.flaws(message.body))) or None)


def whole(message: Message) -> str:
    """Subject and body."""
    return f"{message.subject}\n\n{message.body}" if message.subject else message.body


def label(message: Message) -> str:
    """What a message goes by in reasons: its recipient and variant."""
    return f"{message.recipient or 'nobody'} {message.variant}"


def _each_message(drafted: Drafted, wrong: Callable[[Message], str | None]) -> Score:
    """The share of messages with nothing wrong; the text is those with something."""
    found = [(message, wrong(message)) for message in drafted.messages]
    text = "\n\n".join(whole(message) for message, reason in found if reason)
    return each(((label(message), reason) for message, reason in found), text)


def _unready(message: Message) -> str | None:
    verdict = message.report.verdict if message.report else "unchecked"
    return None if verdict == "ready" else verdict


def _errors(message: Message) -> list[str]:
    findings = message.report.findings if message.report else ()
    return [f"{finding.rule} ({finding.message})" for finding in findings if finding.severity == "error"]


def _bodies(drafted: Drafted) -> str:
    return "\n\n".join(whole(message) for message in drafted.messages)
