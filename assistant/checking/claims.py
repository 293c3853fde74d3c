"""Rule invented-claim: every clause that states something rests on the notes, the profile or courtesy.

A clause is held against the closed world word by word. Words of courtesy and everyday words carry no claim; what is
left weighs more the rarer it is, more in a clause that reports or boasts, less in one that plans or asks, and less
where the clause holds much that the notes do hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from assistant.checking.context import Context
from assistant.checking.direction import turned
from assistant.checking.figures import units
from assistant.checking.layout import Piece
from assistant.checking.people import honorifics, nicknames
from assistant.checking.words import (
    Token,
    frequency,
    is_function,
    keys,
    lemmas,
    parts_of_speech,
    plain,
    table,
    word_set,
)
from assistant.language.tagging import tag
from assistant.report import Finding

SPLIT = re.compile(
    (
        r"[;:—–(),]\s|\s(?:and|but|because|so|which|who|where|while|although|though)\s(?=(?:I|we|you|he|"
        r"she|it|they|that|your|my|our|the|this|also)\b)"
    ),
    re.I,
)
ERROR, WARNING = 1.35, 0.95
DISCOUNT = 0.18  # how much each word that the notes hold takes off a clause
CERTAIN = 1.1  # a single strange word must weigh more than this to be an error
COMMON = 5.15  # words at least this frequent carry no claim unless they are in the list of risky ones


@dataclass(frozen=True, slots=True)
class Strange:
    """A word that the closed world does not hold, and how much it weighs."""

    token: Token
    weight: float


def claims(context: Context) -> Iterator[Finding]:
    """A finding for each clause that states what nobody wrote down, and for each that turns a fact round."""
    if not english(context):
        yield context.absent("language.mixed")
        return
    for sentence in context.layout.sentences:
        if _foreign(sentence, context):
            yield _language(sentence, context)
            continue
        found = list(_needs(sentence, context)) or list(_weighed(sentence, context))
        yield from found
        yield from turned(sentence, context)


def english(context: Context) -> bool:
    """Whether a message of some length holds its share of the small words of English."""
    words = [token.low for sentence in context.layout.sentences for token in sentence.tokens]
    return len(words) < 20 or sum(is_function(word) for word in words) / len(words) > 0.2


def _language(sentence: Piece, context: Context) -> Finding:
    """The finding about a foreign sentence: an error where the notes ask for English."""
    orders = [order.text for order in context.brief.instructions if re.search(r"\benglish\b", order.text, re.I)]
    asked = re.search(
        r"[^\n.;]*\b(?:in|proper|only|need\w*|write|language|língua|lengua|langue)\b[^\n.;]*\benglish\b[^\n.;]*",
        context.ground.open_notes,
        re.I,
    )
    order = orders[0] if orders else asked.group().strip() if asked else None
    if order:
        return context.about("instruction.language", sentence.start, sentence.end, order=order)
    return context.about("language.sentence", sentence.start, sentence.end)


def _foreign(sentence: Piece, context: Context) -> bool:
    """A sentence of four words and more without one English function word, its words mostly unknown to English."""
    words = [token.low for token in sentence.tokens if token.low[0].isalpha()]
    if len(words) < 4 or any(
        is_function(word) and word not in {"a", "do", "me", "no", "as", "on", "in"} for word in words
    ):
        return False
    strange = [word for word in words if not parts_of_speech(word) and plain(word) not in context.ground.profile_names]
    return len(strange) * 2 > len(words)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(table("claims")[name]), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Need:
    """A phrase that needs something in the notes."""

    find: str
    pattern: re.Pattern[str]
    notes: re.Pattern[str]
    content: bool


@cache
def _all_needs() -> tuple[Need, ...]:
    return tuple(_need(entry) for entry in table("claims")["needs"])


def _need(entry: dict[str, Any]) -> Need:
    phrases, notes = "|".join(rf"(?:{part})" for part in entry["patterns"]), "|".join(entry["notes"])
    return Need(entry["find"], re.compile(rf"\b(?:{phrases})", re.I), re.compile(notes, re.I), entry["content"])


@lru_cache(maxsize=256)
def _in_notes(pattern: re.Pattern[str], notes: str) -> bool:
    return bool(pattern.search(notes))


def _needs(sentence: Piece, context: Context) -> Iterator[Finding]:
    text = sentence.text.replace("’", "'")
    for need in _all_needs():
        match = need.pattern.search(text)
        if not match or not match.group().strip():
            continue
        held = _in_notes(need.notes, context.ground.open_notes.replace("’", "'"))
        if need.find.endswith("attached") and context.brief.promises:
            held = True
        if need.content and (held or need.notes.pattern == "(?!)"):
            held = _supported(match, sentence, context, named=need.find.endswith(("record", "praise")), held=held)
        if not held:
            start = sentence.start + match.start()
            yield context.about(need.find, start, start + len(match.group().rstrip()))


def _supported(match: re.Match[str], sentence: Piece, context: Context, named: bool, held: bool) -> bool:
    """Whether the content of the phrase (for claims of record and praise: each word of it) is in the closed world."""
    end = match.end() if named else min(len(sentence.text), match.end() + 60)
    inside = [
        token
        for token in sentence.tokens
        if match.start() <= token.start - sentence.start < end and not is_function(token.low) and len(token.low) > 2
    ]
    verbs = {
        "attach",
        "enclose",
        "send",
        "include",
        "forward",
        "share",
        "submit",
        "upload",
        "please",
        "find",
        "email",
        "mail",
        "post",
    }
    content = [token for token in inside if not verbs & set(lemmas(token.low)) and token.low not in {"attachment"}]
    ordinary = (
        word_set("lexicon", "courtesy") | word_set("lexicon", "light") | word_set("numbers", "number_words")
        if named
        else frozenset()
    )
    ordinary -= word_set("lexicon", "risk")
    content = [
        token
        for token in content
        if token.low not in ordinary and not {*lemmas(token.low)} & ordinary and token.low not in units()
    ]
    known = [token for token in content if context.ground.knows(token.low)]
    if named:
        return len(known) == len(content) and (held or bool(content))
    return not content or bool([token for token in known if token.low not in word_set("lexicon", "courtesy")])


def _weighed(sentence: Piece, context: Context) -> Iterator[Finding]:
    tags = {token.start: token.tag for token in tag(sentence.text)}
    for clause in _clauses(sentence):
        strange, known = _strange(clause, sentence, context, tags)
        if not strange:
            continue
        text = context.body[clause[0].start : clause[-1].end] + context.body[clause[-1].end : clause[-1].end + 1]
        factor = _factor(text, sentence)
        score = sum(word.weight for word in strange) * factor / (1 + DISCOUNT * known)
        words = ", ".join(dict.fromkeys(word.token.text for word in strange))
        start, end = clause[0].start, clause[-1].end
        framed = _pattern("reports").search(text) or _pattern("records").search(text)
        if score >= ERROR and framed and (len(strange) > 1 or strange[0].weight > CERTAIN):
            key = "invented-claim.told" if _pattern("reports").search(text) else "invented-claim.unsupported"
            yield context.about(key, start, end, words=words)
        elif score >= WARNING:
            yield context.about("invented-claim.doubtful", start, end, words=words)


def _clauses(sentence: Piece) -> Iterator[tuple[Token, ...]]:
    """The words between commas and conjunctions; short stretches stay with what came before."""
    cuts = [match.start() + sentence.start for match in SPLIT.finditer(sentence.text)]
    current: list[Token] = []
    for token in sentence.tokens:
        if cuts and token.start > cuts[0]:
            while cuts and token.start > cuts[0]:
                cuts.pop(0)
            if len(current) >= 4:
                yield tuple(current)
                current = []
        current.append(token)
    if current:
        yield tuple(current)


def _factor(text: str, sentence: Piece) -> float:
    factor = 1.0
    if _pattern("reports").search(text):
        factor = 1.35
    elif _pattern("records").search(text):
        factor = 1.3
    if _pattern("plans").search(text) or sentence.text.rstrip().endswith("?"):
        factor *= 0.6
    return factor


def _strange(
    clause: tuple[Token, ...], sentence: Piece, context: Context, tags: dict[int, str]
) -> tuple[list[Strange], int]:
    strange: list[Strange] = []
    known, spelt = 0, _spelt_out(clause, context)
    for token in clause:
        low = token.low.removesuffix("'s")
        if low[0].isdecimal() and low in context.ground.plain_words:
            known += 1
        if is_function(token.low) or len(low) < 3 or low[0].isdecimal() or low in word_set("calendar", "all_names"):
            continue
        if token in spelt or context.ground.knows(low):
            named = context.ground.name_keys | context.ground.title_keys
            known += low not in word_set("lexicon", "courtesy") and named.isdisjoint(keys(low))
            continue
        if weight := _weight(low, token, tags.get(token.start - sentence.start, "NN"), context):
            strange.append(Strange(token, weight))
    return strange, known


def _spelt_out(clause: tuple[Token, ...], context: Context) -> set[Token]:
    """Words whose initials are an acronym of the notes: acute kidney injury for AKI."""
    content = [token for token in clause if not is_function(token.low)]
    return {
        token
        for size in (2, 3, 4, 5)
        for place in range(len(content) - size + 1)
        if "".join(each.low[0] for each in content[place : place + size]) in context.ground.acronyms
        for token in content[place : place + size]
    }


def _weight(low: str, token: Token, part_of_speech: str, context: Context) -> float:
    forms = {low, *lemmas(low)}
    if (
        low in honorifics()
        or low in nicknames()
        or low in context.ground.profile_names
        or plain(low) in context.ground.profile_names
    ):
        return 0.0
    if forms & word_set("lexicon", "courtesy") or forms & word_set("numbers", "number_words"):
        return 0.0
    if token.text[:1].isupper() and not parts_of_speech(low) and token.start > 0:
        return 0.0
    if forms & word_set("lexicon", "risk"):
        return 1.15
    if forms & word_set("lexicon", "light") or max(frequency(form) for form in forms) >= COMMON:
        return 0.0
    rarity = min(1.1, max(0.35, (6.2 - max(frequency(form) for form in forms)) / 1.8))
    if part_of_speech.startswith("RB"):
        return 0.0
    return rarity * (0.55 if part_of_speech.startswith("JJ") else 0.75 if part_of_speech.startswith("VB") else 1.0)
