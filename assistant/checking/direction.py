"""Who did what: a sentence that turns a fact of the notes round is as wrong as one that invents it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from assistant.checking.context import Context
from assistant.checking.layout import Piece
from assistant.checking.sayings import Saying, sayings
from assistant.checking.words import frequency, is_function, parts_of_speech, root, roots, table, tokens, word_set
from assistant.report import Finding

STOP = re.compile(
    r"[;:.]|, (?:and|so|but|which)\b|\band (?:I|you|we|that|it)\b|\b(?:when|because|while|as|that|"
    r"which) (?:I|you|we)\b|\b(?:is|was|are|were) (?:one|something|a|what|the|why|how)\b|,"
)
NOUNS = frozenset(
    [
        "idea",
        "plan",
        "proposal",
        "suggestion",
        "answer",
        "approach",
        "way",
        "method",
        "story",
        "example",
        "account",
        "habit",
        "line",
        "rule",
        "trick",
        "point",
    ]
)
OURS, THEIRS = "(?:my|mine|our)", "(?:their|his|her|your)"
TELLING = 4.6  # a shared word rarer than this can carry a match with one other
RARE = 3.6  # and rarer than this, alone


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(part, re.I) for part in table("claims")["turns"][name])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(table("claims")["turns"][name]), re.I)


def turned(sentence: Piece, context: Context) -> Iterator[Finding]:
    """A finding where the sentence gives the reader what was the candidate's, or the other way round."""
    text = sentence.text.replace("’", "'")
    for name, wrong in (("yours", "me"), ("yours_before", "me"), ("mine", "them"), ("mine_general", "them")):
        for match in (match for pattern in _patterns(name) for match in pattern.finditer(text)):
            if found := _turned(name, wrong, match, match.group("verb"), text, context):
                other, end = found
                start = sentence.start + match.start()
                yield context.about("invented-claim.turned", start, sentence.start + end, other=other)
                return
    yield from _possessed(sentence, text, context)
    yield from _promised(sentence, text, context)


def _turned(
    name: str, wrong: str, match: re.Match[str], verb: str, text: str, context: Context
) -> tuple[str, int] | None:
    low = verb.lower()
    if (
        name == "yours"
        and (_pattern("neutral").match(low) or is_function(low) or "VERB" not in parts_of_speech(low))
        and low not in NOUNS
    ):
        return None
    rest = match.group("what") if name == "yours_before" else STOP.split(text[match.end() :])[0]
    mixed = r"\b(?:I|my|mine|your|I'\w+)\b" if name.startswith("yours") else r"\b(?:you|your)\b"
    if re.search(mixed, rest):
        return None
    content = roots(tokens(rest)) | (roots(tokens(verb)) if name != "mine" else frozenset())
    other = _only(content, wrong, context) or (_first(content, wrong, context) if low in NOUNS else None)
    end = match.end() if name == "yours_before" else match.end() + len(rest.rstrip())
    return (other, end) if other else None


def _known(context: Context) -> tuple[Saying, ...]:
    return sayings(context.brief)


def _only(content: frozenset[str], wrong: str, context: Context) -> str | None:
    """The clause of that side which these words repeat, when no clause of the other side holds as much of them."""
    content = _telling(content) - {root(token.low) for person in context.brief.people for token in tokens(person.name)}
    best = _best(content, (each for each in _known(context) if each.side == wrong))
    if best is None:
        return None
    shared = content & best.roots
    rest = (each for each in _known(context) if each.side != wrong)
    if any(len(shared & each.roots) * 2 >= len(shared) for each in rest):
        return None
    return best.text


def _first(content: frozenset[str], wrong: str, context: Context) -> str | None:
    """The clause that first holds these words, when it is that side's: whose idea it was."""
    content = _telling(content)
    held = (each for each in _known(context) if len(content & each.roots) * 2 >= len(content) > 0 and each.side)
    first = next(held, None)
    return first.text if first and first.side == wrong and len(content) >= 2 else None


def _telling(content: frozenset[str]) -> frozenset[str]:
    ordinary = {root(word) for word in word_set("lexicon", "courtesy")}
    ordinary |= {root(word) for word in word_set("calendar", "all_names")}
    return frozenset(word for word in content if word not in ordinary)


def _best(content: frozenset[str], known: Iterable[Saying]) -> Saying | None:
    ranked = sorted(((len(content & each.roots), each.text, each) for each in known), key=lambda row: -row[0])
    if not ranked or not ranked[0][0]:
        return None
    shared = content & ranked[0][2].roots
    strong = (
        len(shared) >= 2 and (any(frequency(word) < TELLING for word in shared) or len(shared) * 3 >= len(content) * 2)
    ) or any(frequency(word) < RARE for word in shared)
    return ranked[0][2] if strong and len(shared) * 2 >= len(content) else None


def _possessed(sentence: Piece, text: str, context: Context) -> Iterator[Finding]:
    """Your glossary where the notes have my glossary, and the other way round."""
    notes = context.ground.open_notes.replace("’", "'")
    for name, right, wrong in (("your_thing", THEIRS, OURS), ("my_thing", f"(?:{OURS}|your)", "(?:their|his|her)")):
        for match in _pattern(name).finditer(text):
            words = [token.low.removesuffix("'s") for token in tokens(match.group(1)) if not is_function(token.low)]
            words = [word for word in words if len(word) > 2 and root(word) in _telling(frozenset({root(word)}))]
            other = next(
                (held for word in words[:2] if (held := _held(word, wrong, notes)) and not _held(word, right, notes)),
                None,
            )
            if other:
                start = sentence.start + match.start()
                yield context.about("invented-claim.turned", start, start + len(match.group()), other=other)
                return


def _held(word: str, owner: str, notes: str) -> str | None:
    """The notes' words where that owner stands right before the thing."""
    found = re.search(rf"\b{owner}\s+(?:[\w-]+\s+){{0,2}}{re.escape(word.removesuffix('s'))}\w*", notes, re.I)
    return found.group() if found and frequency(word) < 5.2 else None


def _promised(sentence: Piece, text: str, context: Context) -> Iterator[Finding]:
    """You will send what the candidate promised to send."""
    match = _pattern("you_send").search(text)
    if not match:
        return
    rest = text[match.end() :]
    for promise in context.brief.promises:
        shared = roots(tokens(promise.value)) & _telling(roots(tokens(rest)))
        if promise.said_by != "them" and len(shared) >= 2 and not re.search(r"\bask|\bfor (?:a|the|my)\b", rest, re.I):
            yield context.about(
                "invented-claim.turned", sentence.start + match.start(), sentence.end, other=promise.value
            )
            return
