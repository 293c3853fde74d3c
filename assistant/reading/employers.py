"""Companies in the notes that are not the target: employers past and present, other offers, agencies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.brief import Fact, Person, Span
from assistant.reading import company as target_company
from assistant.reading import labels, names, organisations
from assistant.reading.organisations import Candidate, compact
from assistant.reading.segments import Segment

_LOWER = (
    re.compile(
        r"\b(?:at|from|for|with)\s+(?:the\s+)?(?P<name>[a-z][\w'’]{2,}(?:\s[a-z][\w'’]{2,}){0,2}?)(?=\s+(?:know|"
        r"don'?t know|doesn'?t know|are laying|is laying|laying|offered|want me|made me))"
    ),
    re.compile(
        r"\b(?P<name>[a-z][\w'’]{3,})\s+(?:don'?t|doesn'?t|dont|doesnt|must not|mustn'?t|cant|can'?t)\s+(?:know|"
        r"find|hear)\b"
    ),
    re.compile(
        r"\boffer (?:from|"
        r"at)\s+(?:the\s+)?(?P<name>[a-z][\w'’]{2,}(?:\s[a-z][\w'’&]{2,}){0,2}?)(?=\s*(?:[,.;()\n]|\s(?:for|of|is|"
        r"by|at|on|and|but|too|already)\b|$))"
    ),
    re.compile(
        r"\b(?:did|worked|work|was|when i was|currently|years|yrs|months|job|started|left|thing)\s+(?:it\s+|"
        r"there\s+|that\s+)?(?:at|"
        r"for)\s+(?:the\s+)?(?P<name>[a-z][\w'’]{3,}(?:\s[a-z][\w'’]{3,}){0,2}?)(?=\s*(?:[,.;()\n]|$|\s(?:for|and|"
        r"but|where|in|since|so|we|i|it|already)\b))"
    ),
)
_ENOUGH = 2.5


def find(notes: str, segments: Sequence[Segment], company: Fact | None, people: Sequence[Person]) -> tuple[Fact, ...]:
    """Every other company, in the order of the notes; ids count from company-2."""
    target = compact(company.value) if company else ""
    candidates = [each for each in organisations.find(notes, segments, people) if not _is_target(each.key, target)]
    groups: list[list[Candidate]] = []
    for candidate in candidates:
        home = next((group for group in groups if organisations.same(group[0].key, candidate.key)), None)
        if home is None:
            groups.append([candidate])
        else:
            home.append(candidate)
    chosen = [group for group in groups if _speaks(group, segments)]
    known = {target, *(group[0].key for group in chosen)}
    chosen += [
        [each]
        for each in _lower_case(notes, segments, people)
        if not any(organisations.same(each.key, key) for key in known if key)
    ]
    chosen.sort(key=lambda group: group[0].start)
    return tuple(_fact(notes, number, group) for number, group in enumerate(chosen, start=2))


def _is_target(key: str, target: str) -> bool:
    return bool(target) and (
        key == target
        or (len(key) >= 3 and (target.startswith(key) or (key.startswith(target) and len(target) >= 4)))
        or (len(key) >= 6 and key in target)
    )


def _speaks(group: Sequence[Candidate], segments: Sequence[Segment]) -> bool:
    """Whether a group of mentions is another company: one worked there, has its offer, or a label says so."""
    if max(each.other for each in group) >= _ENOUGH:
        return True
    kind = any(organisations.is_kind(word) for each in group for word in each.text.split()[1:])
    labelled = any(_under_label(each, segments) for each in group)
    return labelled and (kind or len(group[0].text.split()) >= 2)


def _under_label(candidate: Candidate, segments: Sequence[Segment]) -> bool:
    return any(
        labels.announces(segment.label, "other_company")
        for segment in segments
        if segment.start <= candidate.start < segment.end
    )


def _lower_case(notes: str, segments: Sequence[Segment], people: Sequence[Person]) -> list[Candidate]:
    folk = {word for person in people for word in names.fold(person.name).split()}
    found = []
    for segment in segments:
        if segment.form in {"boilerplate", "header"}:
            continue
        for pattern in _LOWER:
            for match in pattern.finditer(segment.text):
                text = match["name"]
                if any(names.is_common(word) or names.fold(word) in folk for word in text.split()[:1]):
                    continue
                start = segment.start + match.start("name")
                found.append(Candidate(start, start + len(text), text, other=3.0))
    return found


def _fact(notes: str, number: int, group: Sequence[Candidate]) -> Fact:
    fullest = max(group, key=lambda each: (each.text != each.text.lower(), len(each.text)))
    spans = tuple(Span(start=each.start, end=each.end, text=notes[each.start : each.end]) for each in group)
    sure = min(0.95, 0.5 + 0.1 * max(each.other for each in group))
    return Fact(
        id=f"company-{number}",
        value=target_company.written(fullest.text.strip(" .")),
        evidence=spans,
        sure=round(sure, 2),
    )
