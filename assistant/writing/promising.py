"""A promise as the sentence's verb phrase: `email a scan to folasade by fri` -> `email you a scan by Friday`."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from assistant.brief import Brief, Fact, Person
from assistant.language import deixis, grammar, lists
from assistant.language.tagging import verb_lemma
from assistant.language.tidy import Tidier
from assistant.message import Situation
from assistant.reading.promises import due_phrase
from assistant.writing.slots import call_name, spelt

BEFORE = 250  # characters of notes before a promise in which its paper may be named
LONGEST_THING = 12  # words
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
IT = re.compile(r"it|them|one|that|this|those", re.I)
OF_IT = re.compile(r" of (?:it|them|that|this)$")
CUT = re.compile(r"\s+-\s+|,\s*(?:said|promised)\b|[:;]")
LEADING = re.compile(r"^(?:over|across|through)\s+")
TRAILING = re.compile(r"\s+(?:over|across|through|round|by hand|if that's (?:ok|okay|alright|all right))$")
NAME_CUT_OFF = re.compile(r"\s+(?:to|for)\s+(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?$")
ONLY_A_NAME = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?|[A-Z][a-z]+")


@cache
def _sending() -> re.Pattern[str]:
    verbs, particles = lists.either("promising", "sending"), lists.either("promising", "particles")
    return re.compile(rf"^{verbs}\b(?:\s+{particles})?\s*", re.I)


@cache
def _copy() -> re.Pattern[str]:
    return re.compile(rf"^(?:(?:a|the|my) )?{lists.either('promising', 'copies')}(?: of (?:it|them|that|this))?$", re.I)


@cache
def _paper() -> re.Pattern[str]:
    papers = lists.either("promising", "papers")
    return re.compile(rf"\b(my|your|the|a)\s+((?:[\w&/-]+\s+){{0,4}}?{papers})\b", re.I)


def is_theirs(promise: Fact, reader: Person | None, alone: bool) -> bool:
    """Whether a promise was made to this reader, or to nobody in particular where the reader is `alone`."""
    return (promise.person is None and alone) or (reader is not None and promise.person == reader.name)


def phrase(promise: Fact, brief: Brief, reader: Person | None, situation: Situation) -> str | None:
    """A promise of the brief as its verb phrase, as one says it to the reader; nothing where it cannot be worded."""
    promised_to = next((person for person in reversed(brief.people) if person.name == promise.person), None)
    paper = antecedent(situation.notes, promise)
    paper = Tidier(situation.notes).tidy(paper) if paper else None
    return verb_phrase(promise, reader, promised_to, situation.today, paper)


def antecedent(notes: str, promise: Fact) -> str | None:
    """What a bare `scan` or `copy` is of: the last paper of mine that the notes name before the promise."""
    if not promise.evidence:
        return None
    at = promise.evidence[0].start
    found = _paper().findall(notes[max(0, at - BEFORE) : at])
    if not found:
        return None
    whose, thing = found[-1]
    return f"{'my' if whose.lower() in {'my', 'your'} else 'the'} {thing}"


def verb_phrase(
    promise: Fact, reader: Person | None, promised_to: Person | None, today: date, paper: str | None = None
) -> str | None:
    """What I will do, as `send you the template by Friday`; nothing where the words do not yield an honest one.

    The promise is the reader's own when it was made to them or to nobody in particular. `paper` is what a bare copy
    is of.
    """
    named = due_phrase(promise.value)
    names = _names(promised_to) if promised_to else "(?!)"
    text = re.sub(rf",\s*(?:{names})\s*,?", "", _without(named, promise.value), flags=re.I)
    to = rf"(?:him|her|them|you|it to (?:him|her|them)|{names})"
    own = promised_to is None or reader is None or promised_to.name == reader.name
    if sending := _sending().match(text):
        whom = call_name(promised_to, "warm") if promised_to and not own else "you"
        done = _sent(sending, _thing(text[sending.end() :], to), paper, whom)
    elif own and re.fullmatch(rf"(?:ring|call|phone)\s+(?:{to})(?:\s+back)?", text, re.I):
        done = "call you"
    else:
        done = _done(text)
    return " ".join(filter(None, (done, due_words(promise, named, today)))) if done else None


def _without(due: str | None, text: str) -> str:
    """What was promised, without when and without remarks behind it."""
    if due:
        at = text.rfind(due)
        text = f"{text[:at]} {text[at + len(due) :]}".strip(" ,.")
    return CUT.split(text)[0].strip(" ,.")


def _thing(text: str, to: str) -> str:
    """What is sent, without the person it is sent to (the pattern `to`) and how it travels."""
    thing = re.sub(rf"\s+(?:to|with|for)\s+(?:{to})(?=\s|$)", "", text, flags=re.I).strip()
    thing = re.sub(rf"^(?:{to})\s+", "", thing, flags=re.I)
    return TRAILING.sub("", LEADING.sub("", thing))


def _sent(sending: re.Match[str], thing: str, paper: str | None, whom: str) -> str | None:
    """`send you the template`; nothing where no thing is named."""
    verb = lists.mapping("promising", "giving").get(sending.group().split()[0].lower(), "send")
    if IT.fullmatch(thing):
        thing = paper or ""
    elif _copy().match(thing):
        thing = f"{OF_IT.sub('', thing)} of {paper}" if paper else ""
    made = _object(thing)
    if not made:
        return None
    return f"{verb} {made} with {whom}" if verb == "share" else f"{verb} {whom} {made}"


def _done(text: str) -> str | None:
    """Any other deed, as `check the figures`; nothing where it has no plain verb, or no object."""
    verb, _, rest = text.partition(" ")
    if verb_lemma(verb) != verb.lower() or verb.lower() in {"let", "come", "follow"}:
        return None
    made = _object(rest)
    return f"{verb.lower()} {made}" if made else None


def _object(thing: str) -> str | None:
    """A thing as one says it to the reader, with its article; nothing where it names none."""
    thing = NAME_CUT_OFF.sub("", thing.split(",")[0].strip())
    if ONLY_A_NAME.fullmatch(thing) or re.search(r"\bquestions?$", thing):
        return None
    thing = deixis.to_reader(thing, speaks_for_employer=True) or ""
    if not thing or thing.lower() in lists.words("promising", "vague") or len(thing.split()) > LONGEST_THING:
        return None
    return grammar.with_article(thing) if grammar.is_noun_phrase(thing) else None


def _names(person: Person) -> str:
    names = {person.name, *person.aliases, person.given_name or "", person.family_name or ""}
    return "|".join(sorted((re.escape(name) for name in names if name), key=len, reverse=True))


def due_words(promise: Fact, phrase: str | None, today: date) -> str | None:
    """When, as one says it on `today`; nothing where no day was named or it has passed."""
    if not promise.due or not phrase or promise.due < today:
        return None
    low = phrase.lower()
    ahead = (promise.due - today).days
    before = next((day for day in WEEKDAYS if re.match(rf"before (?:next |this )?{day[:3].lower()}", low)), None)
    if before and ahead < 8:
        return f"before {before}"
    if ahead == 0:
        return "tonight" if re.search(r"tonight|evening", low) else "today"
    if ahead == 1:
        return "tomorrow"
    sharp = "by" if re.match(r"by|before|until|till|no later", low) or "week" in low else "on"
    return f"{sharp} {promise.due:%A}" if ahead < 7 else f"{sharp} {spelt(promise.due)}"
