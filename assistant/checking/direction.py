"""Who did what: a sentence that turns a fact of the notes round is as wrong as one that invents it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.brief import Brief, Fact
from assistant.checking.context import Context
from assistant.checking.layout import Piece
from assistant.checking.words import is_function, keys, tokens, word_set
from assistant.report import Finding

YOU_SAID = re.compile(
    r"\byou (?:also |kindly |really )?(?:told|mentioned|said|explained|described|showed|shared|talked|spoke)\b(?! (?:me )?(?:how|that)? ?you (?:liked|were glad))",
    re.I,
)
I_SAID = re.compile(
    r"\b(?:I|we) (?:also |had |have )?(?:told you|mentioned|said|explained|described|showed you|shared)\b", re.I
)
YOURS = re.compile(r"\byour (?:own )?((?:[\w'-]+ ){0,2}[\w'-]+)", re.I)
MINE = re.compile(r"\bmy (?:own )?((?:[\w'-]+ ){0,2}[\w'-]+)", re.I)
YOU_WILL = re.compile(
    r"\byou(?:'ll| will| would|'d)? (?:also |kindly )?(?:send|sent|email|forward|share|promised|offered|said you)\w*\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Known:
    """A fact with the keys of its content words."""

    fact: Fact
    keys: frozenset[str]


@lru_cache(maxsize=16)
def _facts(brief: Brief) -> tuple[Known, ...]:
    facts = [fact for fact in (*brief.topics, *brief.strengths, *brief.promises) if fact.said_by and fact.sure >= 0.5]
    return tuple(Known(fact, _keys(fact.value)) for fact in facts)


def _keys(text: str) -> frozenset[str]:
    ordinary = word_set("lexicon", "courtesy")
    return frozenset(
        key for token in tokens(text) if not is_function(token.low) and len(token.low) > 2 and token.low not in ordinary
        for key in keys(token.low) if key[0] not in "~#"
    )  # fmt: skip


def turned(sentence: Piece, context: Context) -> Iterator[Finding]:
    """A finding where the sentence gives the reader what was the candidate's, or the other way round."""
    text = sentence.text.replace("’", "'")
    for pattern, wrong in ((YOU_SAID, "me"), (I_SAID, "them")):
        if match := pattern.search(text):
            rest = re.split(r"[;.]|, (?:and|so|but) |\band I\b|\bwhen I\b", text[match.end() :])[0]
            other = _other_side(_keys(rest), wrong, context)
            if other:
                start = sentence.start + match.start()
                yield context.about(
                    "invented-claim.turned", start, start + len(match.group() + rest.rstrip()), other=other
                )
                return
    yield from _owned(sentence, text, context)
    if match := YOU_WILL.search(text):
        rest = text[match.end() :]
        for promise in context.brief.promises:
            wanted = _keys(promise.value)
            if (
                promise.said_by != "them"
                and len(wanted & _keys(rest)) >= 2
                and not re.search(r"\bask|\bfor (?:a|the|my)\b", rest, re.I)
            ):
                yield context.about(
                    "invented-claim.turned", sentence.start + match.start(), sentence.end, other=promise.value
                )
                return


def _other_side(said: frozenset[str], wrong: str, context: Context) -> str | None:
    """The fact that these words repeat, when the other side said it and nobody on this side did."""
    best, score = None, 0.0
    right = 0.0
    for known in _facts(context.brief):
        shared = len(known.keys & said)
        value = shared / max(2, min(len(known.keys), len(said)))
        if known.fact.said_by == wrong and known.fact.act not in {"discussed", "event", "liked"}:
            if shared >= 2 and value > score:
                best, score = known.fact, value
        else:
            right = max(right, value)
    return best.value if best and score >= 0.5 and score > right else None


def _owned(sentence: Piece, text: str, context: Context) -> Iterator[Finding]:
    notes = context.ground.open_notes.replace("’", "'")
    for match in YOURS.finditer(text):
        words = match.group(1)
        if mine := _possessed(words, r"\bmy", notes):
            if not _possessed(words, r"\b(?:their|your|his|her|our)", notes):
                start = sentence.start + match.start()
                yield context.about("invented-claim.turned", start, start + len(match.group()), other=mine)
                return
    for match in MINE.finditer(text):
        words = match.group(1)
        if (theirs := _possessed(words, r"\b(?:their|your)", notes)) and not _possessed(
            words, r"\b(?:my|our|i)", notes
        ):
            start = sentence.start + match.start()
            yield context.about("invented-claim.turned", start, start + len(match.group()), other=theirs)
            return


def _possessed(words: str, owner: str, notes: str) -> str | None:
    """The notes' own words where that owner stands before two of these words, or before a telling one."""
    content = [word for word in re.findall(r"[\w'-]+", words) if not is_function(word.lower()) and len(word) > 2]
    ordinary = word_set("lexicon", "courtesy") | word_set("lexicon", "light")
    content = [word for word in content if word.lower() not in ordinary]
    if not content:
        return None
    stems = "|".join(re.escape(word.lower().removesuffix("s")) for word in content)
    found = re.search(rf"{owner}\s+(?:own\s+)?(?:\w+\s+){{0,1}}(?:{stems})\w*", notes, re.I)
    return found.group() if found else None
