"""Who said or did what: the notes clause by clause, each with its side and, where it can be told, its person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.brief import Brief, Person, Profile
from assistant.checking.context import person_words
from assistant.checking.people import honorifics, same_name
from assistant.checking.words import plain, roots, table, tokens
from assistant.reading import segments
from assistant.reading.segments import Segment

Side = Literal["me", "them"]
CUT = re.compile(r"[.;:?!]\s|,\s|\s[-–—]\s|->|→|=>|>|\s(?:and|but|so|because)\s(?=(?:i|he|she|they|we)\b)", re.I)


@dataclass(frozen=True, slots=True)
class Saying:
    """One clause of the notes: whose it is, which person it belongs to, and the roots of its words."""

    side: Side | None
    person: str | None
    text: str
    roots: frozenset[str]


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(table("claims")["sides"][name]), re.I)


@lru_cache(maxsize=16)
def sayings(notes: str, brief: Brief, profile: Profile) -> tuple[Saying, ...]:
    """The clauses of the notes in order; pasted boilerplate and headings are left out."""
    found: list[Saying] = []
    person: Person | None = None
    line = -1
    for segment in segments.split(notes):
        if segment.form in {"boilerplate", "header", "heading"}:
            continue
        if segment.line != line:
            person = None
        line = segment.line
        person = _owner(segment, brief) or _subject(segment.text, brief) or person
        found += _clauses(segment, person, brief, profile)
    return tuple(found)


def _clauses(segment: Segment, person: Person | None, brief: Brief, profile: Profile) -> Iterator[Saying]:
    speaker = _speaker(segment, profile)
    side: Side | None = None
    after_arrow = False
    start = 0
    for cut in [*CUT.finditer(segment.text), None]:
        text = segment.text[start : cut.start() if cut else len(segment.text)]
        if text.strip():
            side = speaker or ("me" if after_arrow else None) or _side(text, brief) or side
            yield Saying(side, person.name if person else None, text.strip(), roots(tokens(text)))
        after_arrow = bool(cut and cut.group().strip() in {"->", "→", "=>"})
        start = cut.end() if cut else start


def _speaker(segment: Segment, profile: Profile) -> Side | None:
    if segment.speaker is None:
        return None
    own = {plain(token.text) for token in tokens(profile.name or "")} | {"me", "i", "candidate"}
    return "me" if any(plain(token.text) in own for token in tokens(segment.speaker)) else "them"


def _side(text: str, brief: Brief) -> Side | None:
    me, them = _pattern("me").search(text), _pattern("them").search(text)
    if me and them:
        return "me" if me.start() < them.start() else "them"
    if me or them:
        return "me" if me else "them"
    return None


def _owner(segment: Segment, brief: Brief) -> Person | None:
    raw = segment.owner or (segment.speaker if segment.form == "turn" else None)
    return _named(raw, brief) if raw else None


def _subject(text: str, brief: Brief) -> Person | None:
    """The interviewer with whose name a clause begins, or who asks, says or wants something in it."""
    opening = _named(text[:25], brief)
    if opening:
        return opening
    match = re.search(
        (
            r"\b([^\W\d_]+)\s+(?:asked|said|wants|wanted|likes|liked|reckons|told|says|asks|worr\w+|mentioned|"
            r"explained)\b"
        ),
        text,
    )
    return _named(match.group(1), brief) if match else None


def _named(text: str, brief: Brief) -> Person | None:
    """The one interviewer whom a text names; nobody where it names none or several."""
    words = [token for token in tokens(text) if token.low not in honorifics()]
    found = [
        person
        for person in brief.people
        if any(len(word.low) > 2 and same_name(word.low, person_words(person) - honorifics()) for word in words)
    ]
    return found[0] if len(found) == 1 else None
