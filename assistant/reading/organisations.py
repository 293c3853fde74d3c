"""Where the notes may name an organisation, and whether it is the one the interview was with.

Candidates are runs of capitals (organisation_names); each is weighed by its place (organisation_cues): "interview at X"
and "X, site manager" speak for the target; "offer from X" and "at my last place, X" for another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.brief import Person
from assistant.reading import addresses, job_titles, names, organisation_cues
from assistant.reading.organisation_names import (
    WORD,
    Candidate,
    compact,
    is_date,
    is_kind,
    pieces,
    possible,
    runs,
    same,
)
from assistant.reading.segments import Segment

__all__ = ["Candidate", "compact", "find", "is_date", "is_kind", "pieces", "same"]

_MOST = 1_000
"""More candidates than this are not compared; real notes hold a few dozen."""


def find(notes: str, segments: Sequence[Segment], people: Sequence[Person]) -> list[Candidate]:
    """Every candidate, weighed by its place, in the order of the notes."""
    folk = _folk(segments, people)
    domains = _domains(notes)
    written = tuple(addresses.find(notes))
    ends = {span.end: person.part for person in people for span in person.evidence}
    first = next((segment.line for segment in segments if segment.form not in {"boilerplate", "header"}), 0)
    found: list[Candidate] = []
    for segment in segments:
        if segment.form == "boilerplate":
            continue
        spelled = [
            (start, end)
            for start, end in _by_domain(notes, segment, domains)
            if not any(address.start <= start < address.end for address in written)
            and not any(
                a <= start and end <= b and (a, b) != (start, end) for a, b in runs(notes, segment.start, segment.end)
            )
        ]
        for start, end in [*runs(notes, segment.start, segment.end), *spelled]:
            text = notes[start:end]
            if _of_people(text, folk) or not possible(notes, start, end, segment):
                continue
            if (start, end) not in spelled and any(
                a <= start < b or start <= a < end for a, b in spelled if (b - a) >= (end - start)
            ):
                continue
            candidate = Candidate(start, end, text)
            organisation_cues.weigh(notes, candidate, segment, first, domains)
            organisation_cues.beside_person(notes, candidate, ends, segment)
            found.append(candidate)
    return found[:_MOST]


def _folk(segments: Sequence[Segment], people: Sequence[Person]) -> frozenset[str]:
    """Folded words of all names of people, the candidate's from the To line included."""
    texts = [span.text for person in people for span in person.evidence] + [person.name for person in people]
    texts += [
        segment.text
        for segment in segments
        if segment.form == "header" and (segment.label or "").lower() in {"to", "an", "para"}
    ]
    return frozenset(word for text in texts if "@" not in text for word in re.findall(r"\w[\w'’-]*", names.fold(text)))


def _of_people(text: str, folk: frozenset[str]) -> bool:
    found = re.findall(r"\w[\w'’-]*", names.fold(text))
    named = [word for word in found if word in folk]
    return bool(named) and all(word in folk or names.is_honorific(word) or job_titles.is_head(word) for word in found)


def _by_domain(notes: str, segment: Segment, domains: dict[str, float]) -> list[tuple[int, int]]:
    """Spans of up to five words that spell the domain of an address in the notes."""
    if not domains or (segment.form == "header" and (segment.label or "").lower() in {"from", "to", "cc"}):
        return []
    found = list(WORD.finditer(notes, segment.start, segment.end))
    keys = [re.sub(r"[^a-z0-9]", "", names.fold(word.group()).replace("&", "")) for word in found]
    spans = []
    for index in range(len(found)):
        joined = ""
        for last in range(index, min(index + 6, len(found))):
            joined += keys[last]
            if (
                joined in domains
                and len(joined) >= 5
                and keys[index]
                and keys[last]
                and "@" not in notes[found[index].start() : found[last].end() + 1]
                and notes[found[index].start() - 1 : found[index].start()] not in {"@", "."}
            ):
                spans.append((found[index].start(), _with_kind(notes, found, last)))
    return spans


def _with_kind(notes: str, found: Sequence[re.Match[str]], last: int) -> int:
    """The end of a name with the word after it that says its kind ("st petroc's primary", "sunward roofing solar")."""
    end = found[last].end()
    while last + 1 < len(found) and notes[found[last].end() : found[last + 1].start()] == " ":
        word = found[last + 1].group()
        follows_case = word[0].isupper() == notes[found[last].start()].isupper()
        if not ((is_kind(word) and follows_case) or word.lower() in {"primary", "secondary"}):
            break
        last += 1
        end = found[last].end()
    return end


def _domains(notes: str) -> dict[str, float]:
    """Domains of the addresses in the notes, folded, with what each speaks for: the target, or an agency."""
    found: dict[str, float] = {}
    for address in addresses.find(notes):
        name = re.sub(
            r"[^a-z0-9]", "", address.domain.rpartition(".")[0].rpartition(".")[2] or address.domain.partition(".")[0]
        )
        if name in {
            "gmail",
            "outlook",
            "hotmail",
            "yahoo",
            "icloud",
            "mailbox",
            "proton",
            "protonmail",
            "gmx",
            "mail",
            "live",
            "googlemail",
        }:
            continue
        agency = address.local == "staffing" or re.search(r"recruit|talent|search|staffing|resourc", address.domain)
        weight = -3.0 if agency else 5.0
        found[name] = max(found.get(name, weight), weight)
    return found
