"""Rule injection: nothing in the message comes from orders planted in the notes, or leads to strangers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from assistant.checking.context import Context
from assistant.checking.ground import contact_form, contacts
from assistant.checking.words import Token, frequency, is_function, keys, tokens, word_set
from assistant.report import Finding

RUN = 4  # words in a row that count as quoting an injected order


def addresses(context: Context) -> Iterator[Finding]:
    """Every address, link and number is in the notes or the profile."""
    texts = [("body", context.message.body), ("subject", context.message.subject or "")]
    profile = context.situation.profile
    own = {contact_form(value) for value in (profile.phone, profile.email, profile.linkedin) if value}
    for where, text in texts:
        for kind, start, end in contacts(text):
            form = contact_form(text[start:end])
            if form in context.ground.contacts or form in own or any(form in value or value in form for value in own):
                continue
            if (
                kind == "link"
                and re.fullmatch(r"[a-z]+\.(?:js|net|io|py|ai|app|me|co|dev)", form)
                and context.ground.knows(form.split(".")[0])
            ):
                continue
            near = next((value for value in own if Levenshtein.distance(form, value) <= 2), None)
            key = "signature.contact-typo" if near else f"injection.{kind}"
            yield context.about(key, start, end, "subject" if where == "subject" else "body")


def injected(context: Context) -> Iterator[Finding]:
    """Words of an injected order, quoted or obeyed."""
    for order in context.ground.injected:
        words = tokens(order)
        runs = {tuple(word.low for word in words[place : place + RUN]) for place in range(len(words) - RUN + 1)}
        telling = _telling(words, context)
        for where, part in context.stretches():
            place = _quoted(part.tokens, runs) or _obeyed(part.tokens, telling)
            if place:
                yield context.about("injection.order", place[0].start, place[1].end, where)


def _telling(words: tuple[Token, ...], context: Context) -> frozenset[str]:
    ordinary = word_set("lexicon", "courtesy") | word_set("lexicon", "light")
    return frozenset(
        key
        for word in words
        if not is_function(word.low)
        and word.low not in ordinary
        and len(word.low) > 3
        and not context.ground.knows(word.low)
        and frequency(word.low) < 5.2
        for key in keys(word.low)
        if key[0] not in "#"
    )


def _quoted(words: tuple[Token, ...], runs: set[tuple[str, ...]]) -> tuple[Token, Token] | None:
    for place in range(len(words) - RUN + 1):
        window = words[place : place + RUN]
        if tuple(word.low for word in window) in runs and any(not is_function(word.low) for word in window):
            return window[0], window[-1]
    return None


def _obeyed(words: tuple[Token, ...], telling: frozenset[str]) -> tuple[Token, Token] | None:
    hits = [word for word in words if not telling.isdisjoint(keys(word.low))]
    return (hits[0], hits[-1]) if hits else None
