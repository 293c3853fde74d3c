"""What the person is told before sending, worded in prompts/phrases/advice.toml."""

from __future__ import annotations

import re
from datetime import date

from assistant import prompts
from assistant.brief import Brief, Channel, Fact
from assistant.errors import ContentError
from assistant.writing import promising
from assistant.writing.order import Order

CALLED = re.compile(r"\bcall (?:me|him|her|them)\b", re.I)


def say(key: str, /, **words: object) -> str:
    """The advice of that key with its slots filled; raises ContentError where the file does not hold what it needs."""
    template = prompts.phrases().get("advice", {}).get(key)
    if not isinstance(template, str):
        raise ContentError(f"phrases/advice.toml: {key!r} is missing")
    try:
        return re.sub(r"{(\w+)}", lambda slot: str(words[slot.group(1)]), template)
    except KeyError as error:
        raise ContentError(f"phrases/advice.toml: {key!r}: nothing is known for the slot {error}") from error


def channel_name(channel: Channel) -> str:
    """What a channel is called in advice: `text message`."""
    try:
        return str(prompts.phrases()["advice"]["channels"][channel])
    except KeyError as error:
        raise ContentError(f"phrases/advice.toml: {error} is missing") from error


def of_promises(order: Order) -> list[str]:
    """For each promise to this reader whose day has passed: that it has."""
    theirs = [promise for promise in order.brief.promises if promising.is_theirs(promise, order.brief, order.reader)]
    return [_overdue(each, each.due) for each in theirs if each.due and each.due < order.situation.today]


def _overdue(promise: Fact, due: date) -> str:
    said = promise.evidence[0].text if promise.evidence else promise.value
    return say("overdue", day=due.isoformat(), said=said)


def of_wishes(brief: Brief) -> list[str]:
    """What the candidate's own notes ask the message to hold and the writer cannot word."""
    orders = [order for order in brief.instructions if order.kind == "other" and not order.forbids]
    secret = [span for one in brief.private for span in one.evidence]
    shown = [each for each in orders if not any(span.touches(hidden) for span in each.evidence for hidden in secret)]
    said = [order.text for order in shown if not order.subject and not CALLED.search(order.text)]
    return [say("wish", said=text) for text in said if len(re.findall(r"[^\W\d_]{2,}", text)) > 1]
