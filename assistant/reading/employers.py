"""Companies in the notes that are not the target: employers past and present, other offers, agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.brief import Fact, Person, Span
from assistant.reading import company as target_company
from assistant.reading import job_titles, labels, lower_names, names, organisations
from assistant.reading.organisations import Candidate, compact
from assistant.reading.segments import Segment

_AFTER_PLACE = re.compile(
    r"\b(?:i|we|my|i've|ive|years?|yrs?|yr|months?|mths?|worked|work|working|did|was|job|started|left|leave|leaving|thing|contract|currently|now|ran|run|trained|training|old|last|"
    r"current|offer|offered|applied|waiting|interview|interviewing|2nd|second|final|nights|days|shifts|season|time|experience)\b[^.;:,\n]{0,28}?\s"
    r"(?P<link>at|for)\s+(?:the\s+)?(?-i:(?=[a-z]))|"
    r"\b(?:offer (?:from|at)|instead of|not like|unlike|compared to|turned down|applied|left|quit|agency is|agency|recruiter at|ex|formerly|previously|"
    r"old job|last job|day job|prev(?:ious)?|last place|old place)[:,]?\s+(?:at\s+|for\s+|is\s+|was\s+|with\s+)?(?:the\s+)?(?-i:(?=[a-z]))",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:i|i've|ive|i'm|im|we|my|me|offer\w*|applied|yrs?|years?|left|agency|job|contract|via|through|thru|waiting|ex|prev\w*|formerly|quit)\b",
    re.IGNORECASE,
)
_BEFORE_VERB = re.compile(
    r"(?<!\w)(?P<name>[a-z][\w'’&]*(?:\s[a-z&][\w'’&]*){0,3}?)\s+(?:(?:don'?t|doesn'?t|dont|doesnt|must not|mustn'?t|cant|can'?t|still)\s+(?:know|find|hear)|"
    r"(?:(?:have|has|are|is|also|already|still)\s+)*(?:offered|offering|are laying|laying|made me|paying me|pays me|want me|chasing me))\b"
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
        for each in _lower_case(notes, segments, people, company)
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


def _lower_case(
    notes: str, segments: Sequence[Segment], people: Sequence[Person], target: Fact | None
) -> list[Candidate]:
    folk = {word for person in people for word in names.fold(person.name).split()}
    known = {span.start for span in target.evidence} if target else set()
    found = []
    for segment in segments:
        if segment.form in {"boilerplate", "header"}:
            continue
        for start, end in [*_places(segment, folk), *_doers(segment, folk), *_labelled(segment, folk)]:
            begin = segment.start + start
            if begin not in known:
                found.append(Candidate(begin, segment.start + end, segment.text[start:end], other=3.0))
    return found


def _places(segment: Segment, folk: set[str]) -> Iterator[tuple[int, int]]:
    """ "4 yrs at centra", "the job I ran for cotswold stone and turf", "also applied fitworks"."""
    for match in _AFTER_PLACE.finditer(segment.text):
        span = lower_names.after(segment.text, match.end(), folk) if _OURS.search(match[0]) else None
        found = segment.text[span[0] : span[1]].split() if span else []
        single = len(found) == 1 and (match["link"] or "at") != "at"
        if span and not single and not job_titles.is_title_word(found[-1]):
            yield span


def _doers(segment: Segment, folk: set[str]) -> Iterator[tuple[int, int]]:
    """ "kwik tread offered me 12.10", "harbour packers don't know"."""
    for match in _BEFORE_VERB.finditer(segment.text):
        words = match["name"].split()
        for skipped in range(len(words)):
            begin = match.start("name") + len(" ".join(words[:skipped])) + (1 if skipped else 0)
            span = lower_names.after(segment.text, begin, folk)
            if span and span[1] == match.end("name"):
                yield span
                break


def _labelled(segment: Segment, folk: set[str]) -> Iterator[tuple[int, int]]:
    """ "old job: centra, 4 yrs"."""
    if labels.announces(segment.label, "other_company") and not labels.announces(segment.label, "neither"):
        span = lower_names.after(segment.text, 0, folk) if segment.text[:1].islower() else None
        if span:
            yield span


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
