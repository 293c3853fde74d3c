"""Drafts of the offline writer for the kind that each case wants, and the rates over them."""

from __future__ import annotations

import itertools
import re
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.brief import Brief
from assistant.desk import Desk
from assistant.message import Message
from eval.cases import Case
from eval.matching import fold, same_name, words
from eval.score import Score

RUN = 8


@dataclass(frozen=True, slots=True)
class Drafted:
    """What the desk made of one case: the messages, or the error that it raised."""

    case: Case
    messages: tuple[Message, ...] = ()
    error: str | None = None


def draft(desk: Desk, case: Case, brief: Brief, variants: int = 1) -> Drafted:
    """The drafts of the wanted kind, one message for each person where a panel is to be thanked."""
    to = "all" if case.want == "thank-you" and len(case.gold.interviewers) > 1 else None
    try:
        made = desk.draft(
            case.notes, kind=case.want, to=to, variants=variants, today=case.today, profile=case.me, brief=brief
        )
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        return Drafted(
            case, error=f"{type(error).__name__}: {error} ({place.filename.rpartition('/')[2]}:{place.lineno})"
        )
    return Drafted(case, made.messages)


def leaks(drafted: Drafted) -> Score:
    """Strings that must not appear, looked for in body and subject of every message."""
    missed = tuple(
        f"{text!r} to {message.recipient}"
        for message in drafted.messages
        for text in drafted.case.gold.must_not_appear
        if stands(text, f"{message.subject or ''}\n{message.body}")
    )
    return Score(hits=0 if missed else 1, missed=missed[:1])


def stands(text: str, message: str) -> bool:
    """Whether a text stands in a message whatever its case, as words of its own ("MP" is not in "company")."""
    before, after = (r"(?<!\w)" if text[0].isalnum() else ""), (r"(?!\w)" if text[-1].isalnum() else "")
    return re.search(before + re.escape(text) + after, message, re.IGNORECASE) is not None


def ready(drafted: Drafted) -> Score:
    """Messages whose verdict is ready, of all."""
    verdicts = [(message, message.report.verdict if message.report else "unchecked") for message in drafted.messages]
    missed = tuple(f"{verdict}: {message.recipient}" for message, verdict in verdicts if verdict != "ready")
    return Score(len(verdicts) - len(missed), missed or ((drafted.error,) if drafted.error else ()))


def errors(drafted: Drafted) -> Score:
    """Messages with no finding at level error."""
    found = [(message, _errors(message)) for message in drafted.messages]
    missed = tuple(f"{message.recipient}: {rules}" for message, rules in found if rules)
    return Score(len(found) - len(missed), missed)


def anchored(drafted: Drafted) -> Score:
    """Messages that name some gold topic or strength; only where the gold has any."""
    worth = [text for item in (*drafted.case.gold.topics, *drafted.case.gold.strengths) for text in item]
    if not worth:
        return Score()
    missed = tuple(
        f"{message.recipient}: nothing of the notes"
        for message in drafted.messages
        if not any(fold(text) in fold(message.body) for text in worth)
    )
    return Score(len(drafted.messages) - len(missed), missed)


def recipients(drafted: Drafted) -> Score:
    """Messages that go to somebody the gold knows, or to nobody by name."""
    gold = drafted.case.gold
    known = [*(person.name for person in gold.interviewers), *gold.other_people]
    named = [message.recipient for message in drafted.messages if message.recipient]
    strangers = tuple(name for name in named if not any(same_name(name, person) for person in known))
    return Score(len(named) - len(strangers), strangers)


def panel(drafted: Drafted) -> Score:
    """Pairs of messages to two people of one case that share no run of eight words between greeting and signature."""
    pairs = list(itertools.combinations(drafted.messages, 2))
    runs = [(first, second, shared_run(middle(first), middle(second))) for first, second in pairs]
    missed = tuple(f"{a.recipient}, {b.recipient}: {' '.join(run)}" for a, b, run in runs if len(run) >= RUN)
    return Score(len(pairs) - len(missed), missed)


def middle(message: Message) -> str:
    """The body without its first and last paragraph, which are greeting and signature."""
    return "\n".join(message.body.split("\n\n")[1:-1])


def shared_run(first: str, second: str) -> list[str]:
    """The longest run of words that two texts share."""
    one, two = words(first), words(second)
    block = SequenceMatcher(None, one, two, autojunk=False).find_longest_match()
    return one[block.a : block.a + block.size]


SCORERS = (
    ("drafts-without-leak", leaks),
    ("drafts-ready", ready),
    ("drafts-without-error", errors),
    ("drafts-anchored", anchored),
    ("drafts-to-the-right", recipients),
    ("drafts-panel-apart", panel),
)


def _errors(message: Message) -> Sequence[str]:
    if message.report is None:
        return ()
    return [f"{finding.rule} ({finding.message})" for finding in message.report.findings if finding.severity == "error"]
