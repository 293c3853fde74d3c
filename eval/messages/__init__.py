"""Sets of messages that measure the checker: notes, faithful messages, and messages with one planted fault each.

Each set is one JSON file of this folder; README.md beside it says how they are written. A set is in the dev or the
test split by the coin of the cases (`eval.cases.coin`).
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from assistant.brief import Frozen, Profile, Role, Status
from assistant.errors import ContentError
from eval.cases import Split, coin

FOLDER = Path(__file__).parent


class Named(Frozen):
    """Somebody whom the notes name."""

    name: str
    title: str | None
    part: Role
    email: str | None


class Known(Frozen):
    """A few plain facts of the notes, for whoever reads the set; the checker is not told."""

    company: str | None
    role: str | None
    interview_date: date | None
    decision_by: date | None
    status: Status
    other_companies: tuple[str, ...] = ()
    """Companies that must not be named: offers, employers that do not know, and the like."""


class Good(Frozen):
    """A message that a careful hand wrote from the notes and that should be let through."""

    kind: str
    recipient: str | None
    text: str

    @property
    def body(self) -> str:
        """The text without its subject line."""
        return re.sub(r"\ASubject:[^\n]*\n+", "", self.text)


class Faulty(Good):
    """A message with exactly one fault."""

    rule: str
    """The rule that should find it."""
    planted: str | None
    """The offending words, as they stand in the text; nothing where something is absent or the whole is at fault."""
    why: str
    """Why it is a fault."""
    base: int | None
    """Which of the good messages it was made from, from 0; nothing where it was written whole."""


class MessageSet(Frozen):
    """One set of notes with the messages written from it."""

    id: str
    split: Split
    me: Profile
    today: date
    people: tuple[Named, ...]
    brief: Known | None = None
    notes: str
    good: tuple[Good, ...]
    faulty: tuple[Faulty, ...]


def load(folder: Path = FOLDER) -> tuple[MessageSet, ...]:
    """All sets of a folder by name; raises ContentError naming the file that is no set or not in its coin's split."""
    sets = []
    for path in sorted(folder.glob("*.json")):
        try:
            one = MessageSet.model_validate_json(path.read_text(encoding="utf-8"))
        except (ValidationError, UnicodeDecodeError) as error:
            raise ContentError(f"{path.name}: not a set of messages: {error}") from error
        if one.id != path.stem:
            raise ContentError(f"{path.name}: its id is {one.id!r}; give it the name of the file")
        if one.split != coin(one.id):
            raise ContentError(f"{path.name}: its split is {one.split!r}; the coin says {coin(one.id)!r}")
        sets.append(one)
    return tuple(sets)
