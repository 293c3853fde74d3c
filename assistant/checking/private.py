"""Rules private and wrong-company: nothing that the notes hold back, however it is worded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.brief import Fact
from assistant.checking.context import Context
from assistant.checking.figures import figures
from assistant.checking.layout import Piece
from assistant.checking.withheld import Withheld, categories, harmful, withheld
from assistant.checking.words import keys, plain, table
from assistant.report import Finding

KEYS = {"private": "private.leak", "company": "wrong-company.withheld", "instruction": "instruction.mention"}


def private(context: Context) -> Iterator[Finding]:
    """A finding for each sentence that lets out what must stay in the notes."""
    terms = withheld(context.brief)
    for where, part in context.stretches():
        found = [(term, place) for term in terms if (place := _leak(term, part, context))]
        for term, (start, end) in found[:2]:
            yield context.about(KEYS[term.reason], start, end, where, name=term.text.splitlines()[0][:80])
        if not found:
            for category, (_, message) in categories().items():
                match = message.search(part.text.replace("’", "'"))
                if match and not _wanted(category, context):
                    known = any(term.category == category for term in terms)
                    key = "private.leak" if known else "private.subject"
                    yield context.about(key, part.start + match.start(), part.start + match.end(), where, name=category)
                    break
    yield from _companies(context)


def _wanted(category: str, context: Context) -> bool:
    """The notes ask to let the reader know that there is a deadline elsewhere, without particulars."""
    wants = re.compile("|".join(table("lexicon")["timeline_wanted"]), re.I)
    return category == "offer" and bool(wants.search(context.ground.open_notes))


def _leak(term: Withheld, part: Piece, context: Context) -> tuple[int, int] | None:
    hits = []
    for token in part.tokens:
        own = keys(token.low)
        hit = next(
            (word for word in term.words if plain(word) == plain(token.low) or not own.isdisjoint(keys(word))), None
        )
        if hit:
            hits.append((token, hit))
    figure = next(
        (
            figure
            for figure in figures(part.text)
            if figure.value in term.numbers and _same_number(figure.value, part, context)
        ),
        None,
    )
    if figure:
        return part.start + figure.start, part.start + figure.end
    words = {hit for _, hit in hits}
    if not words:
        return None
    place = (hits[0][0].start, hits[-1][0].end)
    if term.reason == "company":
        return place if words & term.telling or len(words) == len(term.words) else None
    negative = re.compile("|".join(table("lexicon")["negative"]), re.I)
    if term.category == "weakness":
        return place if negative.search(part.text.replace("’", "'")) and len(words) * 2 >= len(term.words) else None
    if term.category and categories()[term.category][1].search(part.text):
        return place
    if words & term.telling:
        return (
            place
            if len(words & term.telling) > 1
            or len(words) * 3 >= len(term.words)
            or _capital(words & term.telling, term)
            else None
        )
    return (
        place if (len(words) >= 3 and len(words) * 2 >= len(term.words)) or len(words) == len(term.words) >= 2 else None
    )


def _capital(words: frozenset[str], term: Withheld) -> bool:
    return any(
        re.search(rf"\b{re.escape(word)}\b", term.text, re.I) and word.capitalize() in term.text for word in words
    )


def _same_number(value: float, part: Piece, context: Context) -> bool:
    elsewhere = sum(1 for figure in context.ground.figures if figure.value == value)
    return elsewhere <= 2


def _companies(context: Context) -> Iterator[Finding]:
    """Another company named where the target belongs."""
    for fact in context.brief.other_companies:
        if not harmful(fact, context.brief):
            yield from _named(fact, context)


def _named(fact: Fact, context: Context) -> Iterator[Finding]:
    company = context.brief.company.value if context.brief.company else "the company"
    pattern = re.compile(rf"\b{re.escape(fact.value)}(?:'s)?(?!\w)", re.I)
    for where, part in context.stretches():
        for match in pattern.finditer(part.text):
            before = part.text[: match.start()]
            as_target = re.compile("|".join(table("lexicon")["as_target"]), re.I)
            key = "wrong-company.target" if as_target.search(before) else None
            if key or where == "subject":
                yield context.about(
                    "wrong-company.target", part.start + match.start(), part.start + match.end(), where, company=company
                )
