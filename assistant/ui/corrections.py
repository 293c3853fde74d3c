"""What a person corrected in what was read, kept apart from it so that reading again loses nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from assistant.brief import Brief, Fact, Instruction, Person, Status
from assistant.reading import names

Field = Literal["company", "role", "interview_date", "decision_by"]
Group = Literal["topics", "strengths", "promises", "instructions", "private", "other_companies"]
_WILL = re.compile(r"^(?:i\s+(?:will|would)|i['’]ll|i['’]d|to)\s+", re.I)
FIELDS: tuple[Field, ...] = ("company", "role", "interview_date", "decision_by")
GROUPS: tuple[Group, ...] = ("topics", "strengths", "promises", "instructions", "private", "other_companies")


@dataclass(frozen=True, slots=True)
class Corrections:
    """Every correction, by what was read; values, not ids, so that they survive a new reading."""

    fields: dict[Field, str | None] = field(default_factory=dict)
    """New value of a field; nothing clears it."""
    status: Status | None = None
    left_out: frozenset[tuple[Group, str]] = frozenset()
    """Entries of a group that were taken out, by their text."""
    added: tuple[tuple[Group, str], ...] = ()
    """Entries that were typed in."""
    people: dict[str, Person] = field(default_factory=dict)
    """Person as corrected, by the name that was read."""
    people_out: frozenset[str] = frozenset()
    people_added: tuple[Person, ...] = ()

    def with_field(self, name: Field, value: str | None) -> Corrections:
        """The same with one field set; an empty value clears it."""
        return replace(self, fields={**self.fields, name: value or None})

    def with_entry(self, group: Group, text: str, *, kept: bool) -> Corrections:
        """The same with one entry of a group kept or left out."""
        entry = {(group, text)}
        return replace(self, left_out=self.left_out - entry if kept else self.left_out | entry)

    def with_person(self, read_as: str, person: Person) -> Corrections:
        """The same with the person read as `read_as` corrected."""
        return replace(self, people={**self.people, read_as: person})


def named(name: str) -> Person:
    """A person of this name, as it was typed."""
    first, _, rest = name.partition(" ")
    honorific = first if rest and names.is_honorific(first) else None
    family, given = names.split_name(rest if honorific else name, honorific)
    return Person(name=name, honorific=honorific, family_name=family, given_name=given)


def renamed(person: Person, name: str) -> Person:
    """The person under this name; what was read of the parts of the old name no longer holds."""
    if name == person.name:
        return person
    return named(name).model_copy(
        update={"title": person.title, "email": person.email, "part": person.part, "evidence": person.evidence}
    )


def text_of(entry: Fact | Instruction) -> str:
    """The text by which an entry of a group is known."""
    return entry.value if isinstance(entry, Fact) else entry.text


def apply(brief: Brief, corrections: Corrections) -> Brief:
    """The brief as corrected; facts that a person typed in carry no evidence."""
    changes: dict[str, Any] = {name: _field(brief, name, corrections) for name in corrections.fields}
    changes |= {group: _group(brief, group, corrections) for group in GROUPS}
    changes["people"] = _people(brief, corrections)
    if corrections.status:
        changes["status"] = corrections.status
    return brief.model_copy(update=changes)


def _field(brief: Brief, name: Field, corrections: Corrections) -> Fact | None:
    value = corrections.fields[name]
    read: Fact | None = getattr(brief, name)
    if value is None or (read and read.value == value):
        return read if value else None
    return Fact(id=read.id if read else name, value=value)


def _group(brief: Brief, group: Group, corrections: Corrections) -> tuple[Fact | Instruction, ...]:
    read: tuple[Fact | Instruction, ...] = getattr(brief, group)
    kept = [_renamed(entry, corrections) for entry in read if (group, text_of(entry)) not in corrections.left_out]
    typed = [text for where, text in corrections.added if where == group and (group, text) not in corrections.left_out]
    return (*kept, *(_typed(group, number, text) for number, text in enumerate(typed, 1)))


def _typed(group: Group, number: int, text: str) -> Fact | Instruction:
    if group == "instructions":
        return Instruction(kind="other", text=text)
    id = f"{group}-typed-{number}"
    if group == "promises":
        return Fact(id=id, value=_WILL.sub("", text), said_by="me", act="promised", form="inf")
    if group == "strengths":
        return Fact(id=id, value=text, said_by="me", act="told", form="clause" if text.startswith("I ") else "np")
    if group == "topics":
        return Fact(id=id, value=text, act="discussed", form="np", best=1.0)
    return Fact(id=id, value=text)


def _renamed(entry: Fact | Instruction, corrections: Corrections) -> Fact | Instruction:
    person = corrections.people.get(entry.person or "")
    return entry.model_copy(update={"person": person.name}) if person else entry


def _people(brief: Brief, corrections: Corrections) -> tuple[Person, ...]:
    read = [
        corrections.people.get(person.name, person)
        for person in brief.people
        if person.name not in corrections.people_out
    ]
    names = {person.name for person in read}
    return (*read, *(person for person in corrections.people_added if person.name not in names))
