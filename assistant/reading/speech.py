"""The reader's own vocabulary: clauses of the notes, and the statements read from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.brief import SaidBy

StatementAct = Literal[
    "asked",
    "said",
    "told",
    "discussed",
    "showed",
    "liked",
    "wants",
    "event",
    "keen",
    "thank",
    "tell",
    "gave",
    "promise",
]
Form = Literal["np", "wh", "inf", "clause", "request"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One speech act: the content is notes[start:end]; `clause` is the whole stretch it was read from."""

    act: StatementAct
    by: SaidBy
    person: str | None
    start: int
    end: int
    clause: tuple[int, int]
    form: Form
    sure: float
    direct: bool = False
    """True where these are the other side's own words (a transcript, a pasted mail): `you` is the candidate."""
    answers: int | None = None
    """Index of the statement (a question) that this one answers."""
    fragment: bool = False
    """True where no verb of the notes says what happened with it: it only stands under somebody's name."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of one segment with one verb at most."""

    start: int
    end: int
    text: str
    lead: str
    """What stands between the clause before it and this one: a comma, a dash, an arrow, `and`."""
    asks: bool
    """Whether a question mark ends it."""
