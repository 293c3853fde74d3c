"""What must not reach a message: private matters, employers whose name would harm, what the notes say to leave out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from assistant.brief import Brief, Fact
from assistant.checking.figures import figures
from assistant.checking.words import frequency, is_function, keys, plain, table, tokens, word_set

Reason = Literal["private", "company", "instruction"]


@dataclass(frozen=True, slots=True)
class Withheld:
    """One thing that must not appear, and the signs by which it would be recognised."""

    text: str
    """The words of the notes, or the company's name."""
    reason: Reason
    """Private matter, company, or an instruction to leave it out."""
    category: str | None
    """What kind of private matter: pay, health, offer, employer, weakness, gossip; nothing where that cannot be told."""
    words: frozenset[str]
    """Its content words that the open part of the brief does not hold, in lower case."""
    telling: frozenset[str]
    """Those of them that give it away alone: names, rare words."""
    numbers: frozenset[float]
    """Its numbers that the open part of the brief does not hold."""


@cache
def categories() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """Each category: how it shows in notes, and how it shows in a message."""
    return {
        name: (_any(entry["notes"]), _any(entry["message"]))
        for name, entry in table("private").items()
    }  # fmt: skip


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


@lru_cache(maxsize=32)
def withheld(brief: Brief) -> tuple[Withheld, ...]:
    """Everything in the brief that must not appear in any message, most dangerous first."""
    shared = _open_keys(brief)
    found = [_term(fact, "private", shared) for fact in brief.private]
    found += [_company(fact) for fact in brief.other_companies if harmful(fact, brief)]
    for order in brief.instructions:
        if order.forbids and order.kind == "other" and not order.channel:
            fact = Fact(id="instruction", value=order.text)
            found.append(_term(fact, "instruction", shared))
    return tuple(term for term in found if term.words or term.numbers)


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


def _term(fact: Fact, reason: Reason, shared: frozenset[str]) -> Withheld:
    text = _text(fact)
    ordinary = word_set("lexicon", "courtesy") | word_set("lexicon", "light")
    words = {
        token.low for token in tokens(text)
        if not is_function(token.low) and len(token.low) > 2 and not token.low[0].isdigit()
        and token.low not in ordinary and shared.isdisjoint(keys(token.low))
        and token.low not in word_set("calendar", "all_names")
    }  # fmt: skip
    known = {figure.value for figure in figures("\n".join(sorted(shared)))}
    numbers = {
        figure.value for figure in figures(text) if figure.value not in known and (figure.value >= 13 or figure.unit)
    }
    category = next((name for name, (notes, _) in categories().items() if notes.search(text)), None)
    telling = {word for word in words if category != "weakness" and frequency(word) < 3.9}
    return Withheld(text, reason, category, frozenset(words), frozenset(telling), frozenset(numbers))


def _company(fact: Fact) -> Withheld:
    words = frozenset(token.low for token in tokens(fact.value) if not is_function(token.low) and len(token.low) > 1)
    telling = frozenset(word for word in words if frequency(word) < 4.6 or len(words) == 1)
    return Withheld(fact.value, "company", None, words, telling or words, frozenset())


def harmful(fact: Fact, brief: Brief) -> bool:
    """Whether naming this company would harm: an offer, a rival process, a present employer that must not know."""
    name = plain(fact.value)
    for private in brief.private:
        if name and (
            name in plain(_text(private))
            or any(part in plain(_text(private)).split() for part in name.split() if len(part) > 4)
        ):
            return True
    around = plain(" ".join(span.text for span in fact.evidence))
    return bool(_any(table("lexicon")["harmful_company"]).search(around))
