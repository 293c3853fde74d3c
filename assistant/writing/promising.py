"""A promise as the sentence's verb phrase: `email a scan to folasade by fri` -> `email you a scan by Friday`."""

from __future__ import annotations

import re
from datetime import date

from assistant.brief import Fact, Person
from assistant.language import deixis, grammar
from assistant.language.tagging import verb_lemma
from assistant.reading.promises import due_phrase
from assistant.writing.slots import call_name, spelt

SEND = re.compile(r"^(?:send|sends|email|e-mail|mail|forward|share|post|drop|flick|get|pass|ping|shoot|fire|pop|give|text|whatsapp)\b(?:\s+(?:through|over|across|in|round|along|on|off))?\s*", re.I)
GIVING = {"email": "email", "e-mail": "email", "mail": "email", "forward": "forward", "text": "text", "post": "post", "share": "share", "whatsapp": "send"}
ADDRESSEE = r"(?:him|her|them|you|it to (?:him|her|them)|{names})"
VAGUE = re.compile(r"^(?:it|that|this|them|those|these|one|some|something|stuff|more|him|her|you)?$", re.I)
WEEKDAY = {"mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday", "sat": "Saturday", "sun": "Sunday"}


COPY = re.compile(r"^(?:(?:a|the|my) )?(?:copy|copies|scan|scans|photo|photos|link|pdf|version|picture|pic)(?: of (?:it|them|that|this))?$", re.I)
PAPER = re.compile(
    r"\b(my|your|the|a)\s+((?:[\w&/-]+\s+){0,4}?(?:cert(?:ificate)?s?|card|licen[cs]e|cv|résumé|resume|portfolio|passport|transcript|degree|diploma|references?|template|report|paper|handout|plan|index|book|deck|slides|recording|video|recipe|code|menu|sketch|drawings?|list|figures|chart|charts|sheet|form|letter|essay|article|link))\b",
    re.I,
)


def antecedent(notes: str, promise: Fact) -> str | None:
    """What a bare `scan` or `copy` is of: the last paper of mine that the notes name before the promise."""
    before = notes[max(0, promise.evidence[0].start - 250) : promise.evidence[0].start] if promise.evidence else ""
    found = PAPER.findall(before)
    return f"{'my' if found[-1][0].lower() == 'my' or found[-1][0].lower() == 'your' else 'the'} {found[-1][1]}" if found else None


def verb_phrase(promise: Fact, reader: Person | None, promised_to: Person | None, today: date, paper: str | None = None) -> str | None:
    """What I will do, as `send you the template by Friday`; nothing where the words do not yield an honest one.

    The promise is the reader's own when it was made to them or to nobody in particular. `paper` is what a bare copy is of.
    """
    text = promise.value
    if phrase := due_phrase(text):
        at = text.rfind(phrase)
        text = f"{text[:at]} {text[at + len(phrase) :]}".strip(" ,.")
    text = re.split(r"\s+-\s+|,\s*(?:said|promised)\b|[:;]", text)[0].strip(" ,.")
    own = promised_to is None or reader is None or promised_to.name == reader.name
    names = _names(promised_to) if promised_to else "(?!)"
    to = rf"(?:{ADDRESSEE.format(names=names)})"
    text = re.sub(rf",\s*(?:{names})\s*,?", "", text, flags=re.I)
    due = due_words(promise, phrase, today)
    if sending := SEND.match(text):
        verb = GIVING.get(sending.group().split()[0].lower(), "send")
        thing = re.sub(rf"\s+(?:to|with|for)\s+{to}(?=\s|$)", "", text[sending.end() :], flags=re.I).strip()
        thing = re.sub(rf"^{to}\s+", "", thing, flags=re.I)
        thing = re.sub(r"^(?:over|across|through)\s+|\s+(?:over|across|through|round|by hand|if that's (?:ok|okay|alright|all right))$", "", thing)
        if re.fullmatch(r"it|them|one|that|this|those", thing, re.I):
            thing = paper or ""
        elif COPY.match(thing):
            thing = f"{re.sub(r' of (?:it|them|that|this)$', '', thing)} of {paper}" if paper else ""
        if (thing := _object(thing) or "") == "":
            return None
        other = call_name(promised_to, "warm") if promised_to and not own else "you"
        shared = f"{verb} {thing} with {other}" if verb == "share" else f"{verb} {other} {thing}"
        return " ".join(filter(None, (shared, due)))
    if own and (call := re.fullmatch(rf"(?:ring|call|phone)\s+{to}(?:\s+back)?", text, re.I)):
        return " ".join(filter(None, ("call you", due))) if call else None
    verb, _, rest = text.partition(" ")
    if verb_lemma(verb) != verb.lower() or verb.lower() in {"let", "come", "follow"}:
        return None
    made = _object(rest)
    return " ".join(filter(None, (verb.lower(), made, due))) if made else None


def _object(thing: str) -> str | None:
    thing = re.sub(r"\s+(?:to|for)\s+(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?$", "", thing.split(",")[0].strip())
    if re.fullmatch(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?|[A-Z][a-z]+", thing) or re.search(r"\bquestions?$", thing):
        return None
    thing = deixis.to_reader(thing, speaks_for_employer=True) or ""
    if VAGUE.match(thing) or not grammar.is_noun_phrase(thing) or len(thing.split()) > 12:
        return None
    return grammar.with_article(thing)


def _names(person: Person) -> str:
    names = {person.name, *person.aliases, person.given_name or "", person.family_name or ""}
    return "|".join(sorted((re.escape(name) for name in names if name), key=len, reverse=True))


def due_words(promise: Fact, phrase: str | None, today: date) -> str | None:
    """When, as one says it on `today`; nothing where no day was named or it has passed."""
    if not promise.due or not phrase or promise.due < today:
        return None
    low = phrase.lower()
    ahead = (promise.due - today).days
    before = next((word for key, word in WEEKDAY.items() if re.match(rf"before (?:next |this )?{key}", low)), None)
    if before and ahead < 8:
        return f"before {before}"
    if ahead == 0:
        return "tonight" if re.search(r"tonight|evening", low) else "today"
    if ahead == 1:
        return "tomorrow"
    sharp = "by" if re.match(r"by|before|until|till|no later", low) or "week" in low else "on"
    return f"{sharp} {promise.due:%A}" if ahead < 7 else f"{sharp} {spelt(promise.due)}"
