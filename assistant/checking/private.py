"""Rules private and wrong-company: nothing that the notes hold back, however it is worded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.brief import Fact
from assistant.checking.context import Context
from assistant.checking.figures import figures
from assistant.checking.findings import Where
from assistant.checking.layout import Piece
from assistant.checking.people import nicknames
from assistant.checking.withheld import Withheld, categories, harmful, withheld
from assistant.checking.words import Token, is_function, parts_of_speech, plain, root, table, tokens, word_set
from assistant.report import Finding

KEYS = {"private": "private.leak", "company": "wrong-company.withheld", "instruction": "instruction.mention"}


def private(context: Context) -> Iterator[Finding]:
    """A finding for each sentence that lets out what must stay in the notes."""
    terms = withheld(context.brief, context.ground.open_notes)
    for where, part in context.stretches():
        found = [(term, place) for term in terms if (place := _leak(term, part, context))]
        found.sort(key=lambda each: not each[0].sure)
        for term, (start, end) in found[:2]:
            key = KEYS[term.reason] if term.sure else "private.perhaps"
            yield context.about(key, start, end, where, name=term.text.splitlines()[0][:80])
        if not any(term.sure for term, _ in found):
            yield from _by_category(where, part, terms, context)
    yield from _companies(context)
    yield from _unlisted(context)


def _by_category(where: Where, part: Piece, terms: tuple[Withheld, ...], context: Context) -> Iterator[Finding]:
    """Pay, health, other offers and the present employer, however they are worded."""
    for category, (_, message) in categories().items():
        match = message.search(part.text.replace("’", "'"))
        if match and not _wanted(category, context):
            known = any(term.category == category for term in terms) and not _trade(category, context)
            key = "private.leak" if known else "private.subject"
            yield context.about(key, part.start + match.start(), part.start + match.end(), where, name=category)
            return


def _trade(category: str, context: Context) -> bool:
    """Whether the job itself is about this: pay in payroll, health in care."""
    role = context.brief.role.value if context.brief.role else ""
    return bool(re.search("|".join(table("lexicon")["trades"].get(category, ["(?!)"])), role, re.I))


def _wanted(category: str, context: Context) -> bool:
    """The notes ask to let the reader know that there is a deadline elsewhere, without particulars."""
    wants = re.compile("|".join(table("lexicon")["timeline_wanted"]), re.I)
    return category == "offer" and bool(wants.search(context.ground.open_notes))


def _leak(term: Withheld, part: Piece, context: Context) -> tuple[int, int] | None:
    """Where a sentence lets the term out: enough of its words and numbers, or one that gives it away."""
    hits = [(token.start, token.end, word) for token in part.tokens if (word := _hit(token, term))]
    words = {word for _, _, word in hits}
    found = [figure for figure in figures(part.text) if figure.value in term.numbers] if term.numbers else []
    spots = [(start, end) for start, end, _ in hits]
    spots += [(part.start + figure.start, part.start + figure.end) for figure in found]
    if not spots:
        return None
    place = (min(start for start, _ in spots), max(end for _, end in spots))
    if term.reason == "company":
        return place if words & term.telling or (words and len(words) * 2 >= len(term.words)) else None
    rare = [figure for figure in found if figure.value >= 13 and _once(figure.value, context)]
    if any(figure.unit == "money" or figure.value >= 1000 for figure in rare) or (
        rare and term.category in {"pay", "offer"}
    ):
        return place
    count = len(words) + len({figure.value for figure in found})
    if term.category == "weakness":
        enough = len(words) >= 2 or (len(words) == len(term.words) and not context.brief.topics)
        return place if enough and _negative().search(part.text.replace("’", "'")) else None
    if term.category and count >= 2 and categories()[term.category][1].search(part.text):
        return place
    if words & term.telling and (
        count > 1 or len(words) * 3 >= len(term.words) or _capital(words & term.telling, term)
    ):
        return place
    if not words:
        return None
    whole = len(term.words) + len(term.numbers)
    return (
        place
        if count >= 3 or (count >= 2 and count * 2 >= whole) or (count == whole == 1 and bool(words) and term.sure)
        else None
    )


def _hit(token: Token, term: Withheld) -> str | None:
    low = plain(token.low).removesuffix("'s")
    if term.reason == "company":
        capital = token.text[:1].isupper() or term.text.islower()
        return next((word for word in term.words if plain(word).removesuffix("'s") == low and capital), None)
    return next((word for word in term.words if plain(word) == low or root(word) == root(low)), None)


def _negative() -> re.Pattern[str]:
    return re.compile("|".join(table("lexicon")["negative"]), re.I)


def _capital(words: frozenset[str] | set[str], term: Withheld) -> bool:
    return any(word.capitalize() in term.text for word in words)


def _once(value: float, context: Context) -> bool:
    """Whether the number stands in the notes only once or twice, so that it is told apart."""
    return sum(1 for figure in context.ground.figures if figure.value == value) <= 2


def _unlisted(context: Context) -> Iterator[Finding]:
    """Names that are no person, company or role of the brief, where the notes' own clause says why they do harm."""
    facts = [fact.value for fact in (context.brief.company, context.brief.role) if fact]
    people = [text for person in context.brief.people for text in (person.name, person.title or "", *person.aliases)]
    known = frozenset(plain(token.text) for text in (*facts, *people) for token in tokens(text))
    notes = plain_notes(context.ground.open_notes)
    harmful_clause = re.compile("|".join(table("lexicon")["harmful_company"]), re.I)
    for where, part in context.stretches():
        for run in re.finditer(r"[A-ZÀ-ÞĐ][\w&’'-]+(?:\s+(?:of\s+|the\s+|&\s+)?[A-ZÀ-ÞĐ][\w&’'-]+)*", part.text):
            words = [plain(token.text).removesuffix("'s") for token in tokens(run.group())]
            ordinary = run.start() == 0 and parts_of_speech(words[0]) and len(words) == 1
            words = [word for word in words if not is_function(word)]
            held = [word for word in words if word in known or word in word_set("lexicon", "proper")]
            if ordinary or len(held) * 2 >= len(words):
                continue
            if any(word in word_set("calendar", "all_names") or word in context.ground.profile_names for word in words):
                continue
            single = len(words) == 1
            if single and (
                words[0] in nicknames() or words[0] in word_set("lexicon", "given_names") or _greeted(words[0], context)
            ):
                continue
            clause = _naming_clause(" ".join(words), notes)
            if clause and harmful_clause.search(clause):
                yield context.about("wrong-company.hushed", part.start + run.start(), part.start + run.end(), where)


@lru_cache(maxsize=8)
def plain_notes(notes: str) -> str:
    """The notes in lower case without accents."""
    return plain(notes)


def _greeted(word: str, context: Context) -> bool:
    found = context.layout.greeting
    return found is not None and word in {plain(token.text) for token in found.tokens}


def _naming_clause(name: str, notes: str) -> str | None:
    """What stands around the name on its lines, as one text; nothing where no line holds it."""
    found = []
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", notes):
        before = re.split(r"\n|(?<=\w{3})[.!?]\s", notes[max(0, match.start() - 60) : match.start()])[-1]
        after = re.split(r"\n|(?<=\w{3})[.!?]\s(?!no\b|quiet|keep|leave|don)", notes[match.end() : match.end() + 80])[0]
        found.append(before + notes[match.start() : match.end()] + after)
    return " | ".join(found) or None


def _companies(context: Context) -> Iterator[Finding]:
    """Another company named where the target belongs."""
    for fact in context.brief.other_companies:
        if not harmful(fact, context.brief, context.ground.open_notes):
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
