"""Who did what: a sentence that turns a fact of the notes round is as wrong as one that invents it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from assistant.checking.context import Context
from assistant.checking.layout import Piece
from assistant.checking.sayings import Saying, sayings
from assistant.checking.words import frequency, is_function, root, roots, table, tokens, word_set
from assistant.report import Finding

STOP = re.compile(r"[;:.]|, (?:and|so|but|which)\b|\band (?:I|you|we|that|it)\b|\b(?:when|because|while|as) (?:I|you|we)\b|,")
TELLING = 4.6  # a shared word rarer than this can carry a match with one other
RARE = 3.6  # and rarer than this, alone


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(table("claims")["turns"][name]), re.I)


def turned(sentence: Piece, context: Context) -> Iterator[Finding]:
    """A finding where the sentence gives the reader what was the candidate's, or the other way round."""
    text = sentence.text.replace("’", "'")
    for name, wrong in (("yours", "me"), ("mine", "them")):
        for match in _pattern(name).finditer(text):
            rest = STOP.split(text[match.end() :])[0]
            if re.search(r"\b(?:I|my|me|I'd|I've)\b", rest) if name == "yours" else re.search(r"\b(?:you|your)\b", rest):
                continue
            other = _only(roots(tokens(rest)), wrong, context)
            if other:
                start = sentence.start + match.start()
                yield context.about("invented-claim.turned", start, start + len((match.group() + rest).rstrip()), other=other)
                return
    yield from _possessed(sentence, text, context)
    yield from _promised(sentence, text, context)


def _known(context: Context) -> tuple[Saying, ...]:
    return sayings(context.ground.open_notes, context.brief, context.situation.profile)


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


def _telling(content: frozenset[str]) -> frozenset[str]:
    ordinary = {root(word) for word in word_set("lexicon", "courtesy")}
    return frozenset(word for word in content if word not in ordinary)


def _best(content: frozenset[str], known: Iterable[Saying]) -> Saying | None:
    ranked = sorted(((len(content & each.roots), each.text, each) for each in known), key=lambda row: -row[0])
    if not ranked or not ranked[0][0]:
        return None
    shared = content & ranked[0][2].roots
    strong = len(shared) >= 2 and any(frequency(word) < TELLING for word in shared) or any(frequency(word) < RARE for word in shared)
    return ranked[0][2] if strong and len(shared) * 2 >= len(content) else None


def _possessed(sentence: Piece, text: str, context: Context) -> Iterator[Finding]:
    """Your glossary where the notes have my glossary, and the other way round."""
    for name, wrong in (("your_thing", "me"), ("my_thing", "them")):
        for match in _pattern(name).finditer(text):
            content = frozenset(root(token.low) for token in tokens(match.group(1)) if not is_function(token.low) and len(token.low) > 2)
            content = _telling(content)
            rare = [word for word in content if frequency(word) < TELLING]
            if not content or not rare:
                continue
            sides = {each.side for each in _known(context) if len(content & each.roots) * 2 >= len(content)}
            if sides == {wrong} and _claimed(content, wrong, context):
                start = sentence.start + match.start()
                other = next(each.text for each in _known(context) if each.side == wrong and content & each.roots)
                yield context.about("invented-claim.turned", start, start + len(match.group()), other=other)
                return


def _claimed(content: frozenset[str], wrong: str, context: Context) -> bool:
    """The notes themselves put my (or their) before one of these words."""
    owner = r"(?:my|mine|our)" if wrong == "me" else r"(?:their|his|her|your|they)"
    stems = "|".join(map(re.escape, content))
    return bool(re.search(rf"\b{owner}\b(?:\W+(?!her\b|his\b|their\b|my\b)\w+){{0,2}}?\W+(?:{stems})", context.ground.open_notes, re.I))


def _promised(sentence: Piece, text: str, context: Context) -> Iterator[Finding]:
    """You will send what the candidate promised to send."""
    match = _pattern("you_send").search(text)
    if not match:
        return
    rest = text[match.end() :]
    for promise in context.brief.promises:
        shared = roots(tokens(promise.value)) & _telling(roots(tokens(rest)))
        if promise.said_by != "them" and len(shared) >= 2 and not re.search(r"\bask|\bfor (?:a|the|my)\b", rest, re.I):
            yield context.about("invented-claim.turned", sentence.start + match.start(), sentence.end, other=promise.value)
            return
