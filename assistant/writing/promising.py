"""A promise as the sentence's verb phrase: `email you a scan of the certificate by Friday`."""

from __future__ import annotations

import re
from datetime import date

from assistant.brief import Brief, Fact, Person
from assistant.message import Situation
from assistant.writing import wording
from assistant.writing.slots import call_name, spelt

THIRD = re.compile(r"\b(?:him|her|them)\b", re.I)
SURE_ENOUGH = 0.45
"""A promise is worth more than a topic, and its day is checked apart."""
IT = re.compile(r"\b(?:it|this|those|these)\b|\bthat\b(?! (?:I|we|you|they|the)\b)", re.I)
BARE = re.compile(r"\w+ (?:you )?(?:an?|the) (?:scan|copy|link|photo|picture)", re.I)
"""A copy of nothing."""
NO_DEED = frozenset(["see", "have", "want", "need", "like", "know", "be", "hear", "look", "hope", "think", "get"])


def is_theirs(promise: Fact, brief: Brief, reader: Person | None) -> bool:
    """Whether a promise was made to this reader; one to nobody in particular is for whom the notes name first."""
    if promise.person is not None:
        return reader is not None and promise.person == reader.name
    panel = brief.interviewers()
    return len(panel) < 2 or reader is None or reader.name == panel[0].name


def phrase(promise: Fact, brief: Brief, reader: Person | None, situation: Situation) -> str | None:
    """What I will do, as `send you the template by Friday`; nothing where the reading could not word it."""
    text = promise.value
    own = promise.person is None or reader is None or promise.person == reader.name
    if promise.form == "np" and wording.is_paper(text):
        text = f"send you {text}"
    elif promise.form != "inf" or not wording.is_whole(text, "inf"):
        return None
    if BARE.fullmatch(text) or promise.sure < SURE_ENOUGH or wording.CUT_OFF.search(text):
        return None
    if text.split()[0].lower() in NO_DEED:
        return None
    if own:
        text = THIRD.sub("you", _as_you(text, reader) if reader else text)
    elif wording.TO_READER.search(text) or THIRD.search(text):
        person = next((one for one in brief.people if one.name == promise.person), None)
        if person is None:
            return None
        text = re.sub(r"\b(?:you|him|her|them)\b", call_name(person, "warm"), text)
    if IT.search(text) or wording.MARKED.search(text) or not wording.is_legible(text) or len(text.split()) < 2:
        return None
    return " ".join(filter(None, (text, due_words(promise, situation.today))))


def _as_you(text: str, reader: Person) -> str:
    """The words with the reader's name as `you`: `send Ada the list` -> `send you the list`."""
    called = sorted({reader.name, *reader.aliases, reader.given_name or reader.name}, key=len, reverse=True)
    return re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, called))})(?!['’\w])", "you", text)


def due_words(promise: Fact, today: date) -> str | None:
    """When, as one says it on `today`; nothing where no day was named or it has passed."""
    if not promise.due or promise.due < today:
        return None
    ahead = (promise.due - today).days
    if ahead < 2:
        return ("today", "tomorrow")[ahead]
    return f"by {promise.due:%A}" if ahead < 7 else f"by {spelt(promise.due)}"
