"""What must not reach a message: private matters, employers whose name would harm, what the notes say to leave out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from assistant.brief import Brief, Fact
from assistant.checking.figures import figures
from assistant.checking.words import frequency, is_function, keys, plain, root, roots, table, tokens, word_set

Reason = Literal["private", "company", "instruction"]


@dataclass(frozen=True, slots=True)
class Withheld:
    """One thing that must not appear, and the signs by which it would be recognised."""

    text: str
    """The words of the notes, or the company's name."""
    reason: Reason
    """Private matter, company, or an instruction to leave it out."""
    category: str | None
    """What kind of private matter: pay, health, offer, employer, weakness, gossip; nothing where it cannot be told."""
    words: frozenset[str]
    """Its content words that the open part of the brief does not hold, in lower case."""
    telling: frozenset[str]
    """Those of them that give it away alone: names, rare words."""
    numbers: frozenset[float]
    """Its numbers."""
    sure: bool = True
    """False where nothing says why it should be private: then a warning is enough."""


@cache
def categories() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """Each category: how it shows in notes, and how it shows in a message."""
    return {name: (_any(entry["notes"]), _any(entry["message"])) for name, entry in table("private").items()}


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


@lru_cache(maxsize=32)
def withheld(brief: Brief, notes: str = "") -> tuple[Withheld, ...]:
    """Everything that must not appear in a message; with the notes at hand, also what they hush and it missed."""
    shared = _open_keys(brief)
    open_roots = _open_roots(brief, notes)
    found = [_term(fact, "private", shared, open_roots, notes) for fact in brief.private]
    found += [_term(Fact(id="hushed", value=text), "private", shared, open_roots, notes) for text in hushed(notes)]
    found += [_company(fact) for fact in brief.other_companies if harmful(fact, brief, notes)]
    for order in brief.instructions:
        if order.forbids and order.kind == "other" and not order.channel:
            found.append(_term(Fact(id="instruction", value=order.text), "instruction", shared, open_roots, notes))
    return tuple(term for term in found if term.words or term.numbers)


def hushed(notes: str) -> tuple[str, ...]:
    """Clauses of the notes that say of themselves, or of the clause before, that they must not be told."""
    clauses = list(re.finditer(r"[^.;\n!?]+", notes))
    found = []
    for index, clause in enumerate(clauses):
        match = _hush().search(clause.group())
        if not match:
            continue
        rest = clause.group()[: match.start()] + " " + clause.group()[match.end() :]
        own = [token for token in tokens(rest) if not is_function(token.low) and len(token.low) > 2]
        if len(own) < 2 and index and "\n\n" not in notes[clauses[index - 1].start() : clause.start()]:
            rest = clauses[index - 1].group() + " " + rest
        found.append(rest.strip())
    return tuple(found)


@cache
def _hush() -> re.Pattern[str]:
    return _any(table("lexicon")["hush"])


def _open_roots(brief: Brief, notes: str) -> frozenset[str]:
    """Roots of the words that the notes hold outside everything private and hushed."""
    for fact in brief.private:
        for span in fact.evidence:
            notes = notes[: span.start] + " " * (span.end - span.start) + notes[span.end :]
    for text in hushed(notes):
        notes = notes.replace(text, " ")
    notes = "\n".join(line for line in notes.splitlines() if not _hush().search(line))
    return roots(tokens(notes))


def _open_keys(brief: Brief) -> frozenset[str]:
    facts = [fact for fact in (brief.company, brief.role) if fact]
    facts += [*brief.topics, *brief.strengths, *brief.promises]
    texts = [fact.value for fact in facts] + [
        span.text for fact in facts for span in fact.evidence if len(span.text) < 200
    ]
    texts += [text for person in brief.people for text in (person.name, person.title) if text]
    return frozenset(key for text in texts for token in tokens(text) for key in (plain(token.low), *keys(token.low)))


def _text(fact: Fact) -> str:
    return "\n".join(dict.fromkeys([fact.value, *(span.text for span in fact.evidence)]))


def _term(fact: Fact, reason: Reason, shared: frozenset[str], open_roots: frozenset[str], notes: str) -> Withheld:
    text = _text(fact)
    ordinary = word_set("lexicon", "courtesy") | word_set("lexicon", "light")
    words = {
        token.low
        for token in tokens(text)
        if not is_function(token.low)
        and len(token.low) > 2
        and not token.low[0].isdecimal()
        and token.low not in ordinary
        and shared.isdisjoint(keys(token.low))
        and root(token.low) not in open_roots
        and token.low not in word_set("calendar", "all_names")
    }
    numbers = {figure.value for figure in figures(text)}
    category = next((name for name, (pattern, _) in categories().items() if pattern.search(text)), None)
    telling = {word for word in words if category != "weakness" and frequency(word) < 3.9}
    sure = category is not None or fact.id == "hushed" or _hushes(fact, notes)
    return Withheld(text, reason, category, frozenset(words), frozenset(telling), frozenset(numbers), sure)


def _hushes(fact: Fact, notes: str) -> bool:
    """Whether the line that the fact was read from says to keep it."""
    for span in fact.evidence:
        line = notes[notes.rfind("\n", 0, span.start) + 1 : span.end + 60].split("\n")[0] if notes else span.text
        if _hush().search(line):
            return True
    return bool(_hush().search(fact.value))


def _company(fact: Fact) -> Withheld:
    words = frozenset(token.low for token in tokens(fact.value) if not is_function(token.low) and len(token.low) > 1)
    telling = frozenset(word for word in words if frequency(word) < 4.6 or len(words) == 1)
    return Withheld(fact.value, "company", None, words, telling or words, frozenset())


def harmful(fact: Fact, brief: Brief, notes: str = "") -> bool:
    """Whether naming this company would harm: an offer, a rival process, a present employer that must not know."""
    name = plain(fact.value)
    for private in brief.private:
        held = plain(_text(private))
        if name and (name in held or any(part in held.split() for part in name.split() if len(part) > 4)):
            return True
    text = plain(notes) if notes else plain(" ".join(span.text for span in fact.evidence))
    around = [_around(text, match.start(), match.end()) for match in re.finditer(re.escape(name), text)] if name else []
    return any(_any(table("lexicon")["harmful_company"]).search(part) for part in around)


def _around(text: str, start: int, end: int) -> str:
    """The clause that names the company and the ones beside it, on its line."""
    first = max(text.rfind("\n", 0, start) + 1, start - 60)
    last = text.find("\n", end)
    return text[first : min(last if last >= 0 else len(text), end + 80)]
