"""People: everyone that either reading names, each once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.brief import Person, Span
from assistant.checking.words import plain
from assistant.model.merging.table import Table
from assistant.model.shapes import Human
from assistant.reading import addresses, candidate, names


@dataclass(frozen=True, slots=True)
class Folk:
    """The people of the merged brief, and under which names the rules know them."""

    people: tuple[Person, ...]
    renamed: Mapping[str, str]
    """The rules' name of a person -> the one in the merged brief."""

    def name(self, said: str | None) -> str | None:
        """The one person that a name means; nobody where it could be several or none."""
        if not said:
            return None
        if said in self.renamed:
            return self.renamed[said]
        found = [person for person in self.people if said in {person.name, *person.aliases}]
        found = found or [person for person in self.people if _same(said, person.name)]
        return found[0].name if len(found) == 1 else None


def merged(table: Table) -> Folk:
    """Everyone, in the order of the notes."""
    left = list(table.rules.people)
    found: list[Person] = []
    renamed: dict[str, str] = {}
    for human in table.reading.people:
        made = _person(human, table)
        if made is None:
            continue
        known = next((person for person in left if _same(person.name, made.name)), None)
        if known is None:
            found.append(made)
            continue
        left.remove(known)
        one = _joined(known, made, table)
        renamed[known.name] = one.name
        found.append(one)
    found += left
    return Folk(tuple(sorted(found, key=_place)), renamed)


def _person(human: Human, table: Table) -> Person | None:
    """The person that a model names; nobody where the notes do not hold the name, or it is the candidate's own."""
    said, spans = table.said(human.name).split(), table.cited(human.quote)
    honorific = said.pop(0).rstrip(".") if len(said) > 1 and names.is_honorific(said[0]) else None
    name = " ".join(said)
    if not spans or not table.quotes.name(name) or not any(char.isupper() for char in name):
        return None
    if candidate.is_candidate_name(said, table.quotes.profile):
        return None
    family, given = names.split_name(name, honorific)
    title = table.said(human.title)
    return Person(
        name=name,
        title=title if title and table.quotes.name(title) else None,
        email=_email(human, table),
        part=human.part,
        evidence=_names_in(name, spans),
        honorific=honorific,
        family_name=family,
        given_name=given,
    )


def _email(human: Human, table: Table) -> str | None:
    said = table.said(human.email).lower()
    held = {address.value for address in addresses.find(table.quotes.notes)}
    return said if said in held and not candidate.is_candidate_address(said, table.quotes.profile) else None


def _joined(known: Person, made: Person, table: Table) -> Person:
    """One person of the two readings: the model's name and part, the rules' honorific, what either has of the rest."""
    left_out = known.part == "interviewer" and made.part == "other" and known.title is not None
    if left_out or (made.part == "interviewer" and known.part != "interviewer"):
        table.ask("people", "part", name=made.name)
    fuller = known if set(made.name.split()) < set(known.name.split()) and not _has_title(known) else made
    aliases = dict.fromkeys((*known.aliases, known.name, made.name))
    family, given = names.split_name(fuller.name, known.honorific, tuple(aliases))
    return known.model_copy(
        update={
            "name": fuller.name,
            "title": made.title or known.title,
            "email": made.email or known.email,
            "part": made.part,
            "family_name": family or known.family_name,
            "given_name": given or known.given_name,
            "aliases": tuple(alias for alias in aliases if alias != fuller.name),
        }
    )


def _has_title(person: Person) -> bool:
    """Whether a name begins with what somebody is: Matron Gill Prosser."""
    first = person.name.split()[0]
    return names.given_sure(first) == 0 and names.is_common(first)


def _same(one: str, other: str) -> bool:
    first, second = (
        {plain(word) for word in name.replace("-", " ").split() if not names.is_honorific(word)}
        for name in (one, other)
    )
    return bool(first and second) and (first <= second or second <= first)


def _names_in(name: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The name inside its quote, or else the quote."""
    at = spans[0].text.find(name)
    start = spans[0].start + at
    return (Span(start=start, end=start + len(name), text=name),) if at >= 0 else spans


def _place(person: Person) -> int:
    return person.evidence[0].start if person.evidence else 0
