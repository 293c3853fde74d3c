"""What every rule gets to see: the message taken apart, the brief, the kind, and the closed world of the notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.brief import Brief, Person, Span
from assistant.checking.findings import Where, finding
from assistant.checking.ground import Ground, ground
from assistant.checking.layout import Layout, Piece, take_apart
from assistant.checking.words import plain, tokens
from assistant.message import Kind, Message, Situation, find_person
from assistant.report import Finding


@dataclass(frozen=True)
class Context:
    """One message on the table; the rules read it and make findings with `about` and `absent`."""

    message: Message
    brief: Brief
    kind: Kind
    situation: Situation

    @cached_property
    def ground(self) -> Ground:
        """The closed world of the notes."""
        return ground(self.situation.notes, self.brief, self.situation.today, self.situation.profile)

    @cached_property
    def layout(self) -> Layout:
        """The body taken apart."""
        profile = self.situation.profile
        return take_apart(self.message.body, frozenset(token.low for token in tokens(profile.name or "")))

    @cached_property
    def body(self) -> str:
        """The body with straight apostrophes, same length, for matching phrases."""
        return self.message.body.replace("’", "'")

    @cached_property
    def subject(self) -> Piece:
        """The subject as one stretch; empty where there is none."""
        text = self.message.subject or ""
        return Piece(text, 0, len(text), tokens(text))

    @cached_property
    def recipient(self) -> Person | None:
        """The person the message is for, where the brief knows them."""
        return find_person(self.brief, self.message.recipient)

    @property
    def spoken(self) -> bool:
        """Whether the message is read aloud."""
        return self.message.channel == "phone" or self.kind.channel == "phone"

    @cached_property
    def rejected(self) -> bool:
        """Whether it answers a rejection."""
        return "rejected" in self.kind.status

    def requires(self, *moves: str) -> bool:
        """Whether the kind demands one of these moves."""
        return any(spec.move in moves and spec.required for spec in self.kind.moves)

    def about(self, key: str, start: int, end: int, where: Where = "body", **slots: object) -> Finding:
        """A finding about text[start:end] of the body or the subject."""
        text = self.message.body if where == "body" else self.message.subject or ""
        return finding(key, self.kind, Span(start=start, end=end, text=text[start:end]), where, **slots)

    def absent(self, key: str, where: Where = "body", **slots: object) -> Finding:
        """A finding about something that is not there."""
        return finding(key, self.kind, None, where, **slots)

    def stretches(self) -> Iterator[tuple[Where, Piece]]:
        """Subject and sentences: everything that can state something."""
        if self.message.subject:
            yield "subject", self.subject
        for sentence in self.layout.sentences:
            yield "body", sentence

    def matches(self, pattern: re.Pattern[str], where: Where = "body") -> Iterator[tuple[int, int]]:
        """Where a pattern stands in the body or the subject."""
        text = self.body if where == "body" else (self.message.subject or "").replace("’", "'")
        for match in pattern.finditer(text):
            if match.group().strip():
                lead = len(match.group()) - len(match.group().lstrip())
                yield match.start() + lead, match.start() + len(match.group().rstrip())


def person_words(person: Person) -> frozenset[str]:
    """The words of a person's names and aliases, lower case without accents."""
    names = [person.name, person.family_name, person.given_name, *person.aliases]
    return frozenset(plain(token.text) for name in names if name for token in tokens(name))
