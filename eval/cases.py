"""Cases: one set of notes with what a careful reader finds in it; loaded from eval/cases/*.json.

A case belongs to the dev or the test split by a coin (`coin`), thrown over its id and never again. The dev split may be
read, listed and fixed against; the test split is only ever summarised.
"""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from assistant.brief import Frozen, InstructionKind, Profile, Status
from assistant.errors import ContentError

Split = Literal["dev", "test"]
FOLDER = Path(__file__).parent / "cases"
EXAMPLES = Path(__file__).parents[2] / "shared" / "examples"


class GoldPerson(Frozen):
    """Somebody who assessed the candidate at the target company."""

    name: str
    title: str | None = None
    email: str | None = None


class GoldInstruction(Frozen):
    """What the notes say about how, when, whom or what to write."""

    kind: InstructionKind
    text: str


class Gold(Frozen):
    """What a careful reader finds in the notes, and what must not reach a message."""

    company: str | None
    role: str | None
    interviewers: tuple[GoldPerson, ...]
    other_people: tuple[str, ...]
    other_companies: tuple[str, ...]
    interview_date: date | None
    topics: tuple[tuple[str, ...], ...]
    strengths: tuple[tuple[str, ...], ...]
    promises: tuple[str, ...]
    instructions: tuple[GoldInstruction, ...]
    decision_by: date | None
    timeframe_text: str | None
    status: Status
    must_not_appear: tuple[str, ...]


class Case(Frozen):
    """One set of notes as pasted, who pasted it and when, the kind of message wanted, and the gold."""

    id: str
    style: str
    notes: str
    me: Profile
    today: date
    want: str
    gold: Gold
    split: Split = "dev"
    stratum: tuple[str, ...] = Field(default=())
    """The strata it belongs to, such as `panel` or `injection`."""


def coin(case_id: str) -> Split:
    """The split of a case: one of three goes to test, by a hash of its id that nobody chose."""
    digest = hashlib.sha256(f"afterword split 1: {case_id}".encode()).digest()
    return "test" if digest[0] % 3 == 0 else "dev"


def load(folder: Path) -> tuple[Case, ...]:
    """All cases of a folder in the order of their names; raises ContentError naming the file and the reason."""
    cases = []
    for path in sorted(folder.glob("[0-9]*.json")):
        try:
            case = Case.model_validate_json(path.read_text(encoding="utf-8"))
        except (ValidationError, UnicodeDecodeError) as error:
            raise ContentError(f"{path.name}: not a case: {error}") from error
        if case.id != path.stem:
            raise ContentError(f"{path.name}: its id is {case.id!r}; give it the name of the file")
        cases.append(case)
    return tuple(cases)


def own(folder: Path = FOLDER) -> tuple[Case, ...]:
    """The cases of this repository; raises ContentError where a case is not in the split of its coin."""
    cases = load(folder)
    for case in cases:
        if case.split != coin(case.id):
            raise ContentError(f"{case.id}: its split is {case.split!r}; the coin says {coin(case.id)!r}")
    return cases


def examples() -> tuple[Case, ...]:
    """The examples that stand beside a development checkout, as dev cases; none where the folder is absent."""
    return load(EXAMPLES) if EXAMPLES.is_dir() else ()
