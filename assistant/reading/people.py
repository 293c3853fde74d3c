"""Everybody whom the notes name: name, title, address, and the part they had in the interview.

candidates (name_mentions) -> weighed by place (name_cues) -> one group for each person -> addresses -> Person
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from rapidfuzz.distance import DamerauLevenshtein

from assistant.brief import Person, Profile, Span
from assistant.reading import addresses, job_titles, name_cues, name_mentions, names
from assistant.reading.candidate import is_candidate_address, is_candidate_name, own_voices
from assistant.reading.name_mentions import Mention
from assistant.reading.segments import Segment

_ENOUGH = 2.4
_NAME_COLUMN = re.compile(r"who|name|nom|nombre|interviewer|person|panel", re.IGNORECASE)
_TITLE_COLUMN = re.compile(
    r"position|title|role|job|function|what they do|does|dept|department|puesto|cargo|funktion|poste", re.IGNORECASE
)
_PANEL_LABEL = re.compile(
    r"(?:interview(?:er|ers|ed by)?|panel(?: of \w+)?|panell?ists?|board|seen by|met(?: with)?|present|with|who|people|contact|attendees|required|hiring manager|manager|jury|komisja|entrevistador\w*|gesprächspartner)\b",
    re.IGNORECASE,
)
_RECRUITER_LABEL = re.compile(
    r"(?:recruiter|agency|agent|via|coordinator|hr contact|organi[sz]er|booked by|scheduler)\b", re.IGNORECASE
)
_INTERVIEW_TALK = re.compile(
    r"tell (?:me|us) about|walk (?:me|us) through|why do you want|how would you|what would you|thanks for (?:coming|joining)|thank you for (?:coming|joining)|any questions for (?:me|us)|we(?:'re| are) looking for|next steps|give (?:me|us) an example",
    re.IGNORECASE,
)
_ARRANGES = re.compile(
    r"\b(?:your interview|confirm(?:ing)? (?:your|the)|schedul|invite you|invitation|looking forward to (?:meeting|seeing) you|feedback from|the client|put you forward)\b",
    re.IGNORECASE,
)


@dataclass
class _Group:
    """All mentions of one person."""

    mentions: list[Mention] = field(default_factory=list)
    email: str | None = None

    @property
    def parts(self) -> tuple[str, ...]:
        """The fullest form of the name, the first such."""
        cased = [mention for mention in self.mentions if not mention.lower] or self.mentions
        best = max(len(_solid(mention.parts)) for mention in cased)
        return next(mention.parts for mention in cased if len(_solid(mention.parts)) == best)

    @property
    def score(self) -> float:
        """How surely this is a person: the best mention, and a little for each further one that speaks for it."""
        scores = sorted((mention.score for mention in self.mentions), reverse=True)
        return (
            scores[0]
            + min(1.5, 0.5 * sum(1 for score in scores[1:] if score >= 1.0))
            + min(0.0, sum(s for s in scores if s <= -4))
        )

    def sum_of(self, what: str) -> float:
        """The sum of one kind of cue over all mentions."""
        return sum(float(getattr(mention, what)) for mention in self.mentions)


def find(notes: str, segments: Sequence[Segment], profile: Profile) -> tuple[Person, ...]:
    """Everybody the notes name but the candidate, in the order of the notes."""
    mentions = name_mentions.find(name_mentions.tokens(notes, segments))
    places = _places(notes, segments)
    spans = [places.around(mention) for mention in mentions]
    name_cues.weigh(notes, mentions, spans)
    _weigh_layout(mentions, places, own_voices(segments, profile), segments)
    own = [mention for mention in mentions if is_candidate_name(mention.parts, profile)]
    groups = _grouped([mention for mention in mentions if mention not in own])
    _attach_addresses(notes, groups, profile)
    kept = [group for group in groups if group.score >= _ENOUGH]
    met = any(group.sum_of("assess") >= 1.5 for group in kept)
    return tuple(_person(notes, group, met) for group in kept)


class _Places:
    """Which segment a position lies in, and the stretch of text around a mention that its cues are read from."""

    def __init__(self, notes: str, segments: Sequence[Segment]) -> None:
        self.notes = notes
        self.segments = segments
        self.starts = [segment.start for segment in segments]

    def segment(self, position: int) -> Segment | None:
        """The segment that holds a position, or the one whose head it stands in."""
        index = bisect_right(self.starts, position) - 1
        if index >= 0 and position < self.segments[index].end:
            return self.segments[index]
        following = index + 1
        if following < len(self.segments) and self.notes.count("\n", position, self.segments[following].start) == 0:
            return self.segments[following]
        return None

    def around(self, mention: Mention) -> tuple[int, int]:
        """Span of the line, or of the wrapped sentence, in which a mention stands."""
        segment = self.segment(mention.start)
        if segment and segment.start <= mention.start and "\n" in segment.text:
            return segment.start, segment.end
        floor = max(self.notes.rfind("\n", max(0, mention.start - 400), mention.start) + 1, mention.start - 400, 0)
        limit = self.notes.find("\n", mention.end, mention.end + 400)
        if segment and segment.form == "cell" and segment.start <= mention.start:
            return segment.start, segment.end
        return floor, limit if limit >= 0 else min(len(self.notes), mention.end + 400)


def _places(notes: str, segments: Sequence[Segment]) -> _Places:
    return _Places(notes, segments)


def _weigh_layout(mentions: list[Mention], places: _Places, own: frozenset[str], segments: Sequence[Segment]) -> None:
    """What the layout says: table columns, labels, headers, signatures, who speaks."""
    asks = {
        segment.speaker
        for segment in segments
        if segment.speaker and _INTERVIEW_TALK.search(segment.text) and segment.form == "turn"
    }
    arranges = {
        segment.speaker
        for segment in segments
        if segment.speaker and segment.form == "quote" and _ARRANGES.search(segment.text)
    }
    voices = {segment.speaker for segment in segments if segment.speaker} - own
    rows: dict[int, str] = {}
    for segment in segments:
        if (
            segment.form == "cell"
            and segment.label
            and _TITLE_COLUMN.search(segment.label)
            and not _NAME_COLUMN.fullmatch(segment.label)
        ):
            rows.setdefault(segment.line, segment.text)
    for mention in mentions:
        segment = places.segment(mention.start)
        if segment is None:
            continue
        inside = segment.start <= mention.start
        label = segment.label or ""
        if segment.form == "cell" and inside:
            _in_cell(mention, segment, rows, places)
        elif segment.form == "header":
            _in_header(mention, segment, places)
        elif inside and segment.form in {"field", "bullet"} and _RECRUITER_LABEL.match(label):
            mention.score += 2.5
            mention.recruiter += 3.0
        elif inside and segment.form in {"field", "bullet"} and _PANEL_LABEL.match(label):
            mention.score += 2.5
            mention.assess += 2.0
        if not inside and segment.form == "turn" and segment.speaker in voices:
            mention.score += 4.0
            mention.speaker = True
            mention.assess += 4.0 if segment.speaker in asks else 0.0
            mention.other += 0.0 if segment.speaker in asks else 3.0
        if segment.form == "header" and segment.speaker in arranges and label.lower() in {"from", "wrote", "signature"}:
            mention.recruiter += 1.5


def _in_cell(mention: Mention, segment: Segment, rows: dict[int, str], places: _Places) -> None:
    if segment.label and _NAME_COLUMN.search(segment.label) and mention.start - segment.start < 12:
        mention.score += 4.0
        mention.assess += 2.0
        if segment.line in rows and not mention.title:
            mention.title = rows[segment.line]
            begin = places.notes.find(mention.title, segment.end)
            mention.title_span = (begin, begin + len(mention.title)) if begin >= 0 else None


def _in_header(mention: Mention, segment: Segment, places: _Places) -> None:
    label = (segment.label or "").lower()
    if label in {"from", "von", "de", "da", "van", "wrote", "organizer", "organiser"}:
        mention.score += 4.0
        mention.recruiter += 1.0
    elif label in {"attendees", "required", "optional", "guests", "invitees", "who"}:
        mention.score += 3.0
        mention.assess += 1.5
    elif label in {"to", "cc", "an", "para", "à", "aan"}:
        mention.score += 2.5
    elif label == "signature":
        mention.score += 2.0
        if not mention.title:
            _title_below(mention, segment, places)


def _title_below(mention: Mention, segment: Segment, places: _Places) -> None:
    """In a signature the title stands on the line under the name."""
    if mention.end < segment.end - 1 or mention.start > segment.start + 8:
        return
    index = bisect_right(places.starts, segment.start)
    for following in places.segments[index : index + 1]:
        if following.label == "Signature":
            text = re.split(r"\s*[|,·•]\s*", following.text)[0].strip()
            if job_titles.looks_like_title(text, explicit=True):
                mention.title = text
                mention.title_span = (following.start, following.start + len(text))
                if job_titles.recruits(following.text):
                    mention.recruiter += 3.0


def _grouped(mentions: Sequence[Mention]) -> list[_Group]:
    """Mentions that name the same person, full names first, in the order of the notes."""
    groups: list[_Group] = []
    for mention in sorted(mentions, key=lambda each: (-len(_solid(each.parts)), each.lower, each.start)):
        group = _home(mention, groups)
        if group is None:
            groups.append(_Group([mention]))
        else:
            group.mentions.append(mention)
    for group in groups:
        group.mentions.sort(key=lambda each: each.start)
    return sorted(groups, key=lambda group: group.mentions[0].start)


def _home(mention: Mention, groups: Sequence[_Group]) -> _Group | None:
    """The group whose person a mention names; the nearest before it where several could be."""
    fitting = [group for group in groups if _same_person(mention, group)]
    if len(fitting) <= 1:
        return fitting[0] if fitting else None
    earlier = [group for group in fitting if min(each.start for each in group.mentions) < mention.start]
    return max(
        earlier or fitting,
        key=lambda group: max((e.start for e in group.mentions if e.start < mention.start), default=0),
    )


def _solid(parts: Sequence[str]) -> list[str]:
    return [names.fold(part).rstrip(".") for part in parts if part.lower() not in names.PARTICLES]


def _same_person(mention: Mention, group: _Group) -> bool:
    said, full = _solid(mention.parts), _solid(group.parts)
    if not said or not full:
        return False
    if len(said) > 1 and len(full) > 1 and sorted(said) == sorted(full):
        return True
    return all(any(_same_word(word, other) for other in full) for word in said)


def _same_word(word: str, other: str) -> bool:
    if word == other or (len(word) == 1 and other.startswith(word)):
        return True
    if len(word) >= 5 and len(other) >= 5 and word[0] == other[0]:
        return DamerauLevenshtein.distance(word, other, score_cutoff=1) <= 1
    pieces = other.split("-")
    return len(pieces) > 1 and word in pieces and len(word) > 2


def _attach_addresses(notes: str, groups: Sequence[_Group], profile: Profile) -> None:
    for address in addresses.find(notes):
        if is_candidate_address(address.value, profile) or addresses.is_general(address):
            continue
        group = _owner(notes, address, groups, profile)
        if group and group.email is None:
            group.email = address.value
            if group.score < _ENOUGH and addresses.fit(address.local, group.parts) >= 0.9:
                group.mentions[0].score = max(group.mentions[0].score, 0.0) + _ENOUGH


def _owner(notes: str, address: addresses.Address, groups: Sequence[_Group], profile: Profile) -> _Group | None:
    fits = [(addresses.fit(address.local, group.parts), group) for group in groups]
    best = max((fit for fit, _ in fits), default=0.0)
    if profile.name and addresses.fit(address.local, profile.name.split()) > max(best, 0.55):
        return None
    if best >= 0.5:
        tied = [group for fit, group in fits if fit == best]
        return min(
            tied,
            key=lambda group: (-group.score >= -_ENOUGH, min(abs(e.start - address.start) for e in group.mentions)),
        )
    return _beside(notes, address, [group for group in groups if group.score >= _ENOUGH])


def _beside(notes: str, address: addresses.Address, groups: Sequence[_Group]) -> _Group | None:
    """Whose name stands right before an address that fits nobody by its letters, on the same line."""
    floor = notes.rfind("\n", 0, address.start) + 1
    found = [
        (mention.end, group)
        for group in groups
        for mention in group.mentions
        if floor <= mention.start and mention.end <= address.start
    ]
    if not found:
        return None
    end, group = max(found, key=lambda pair: pair[0])
    between = notes[end : address.start]
    return group if len(between) < 90 and not re.search(r"[.;]\s", between) else None


def _person(notes: str, group: _Group, met: bool) -> Person:
    title = next((each.title for each in group.mentions if each.title and not each.lower), None) or next(
        (each.title for each in group.mentions if each.title), None
    )
    honorific = next(
        (each.honorific for each in group.mentions if each.honorific and each.honorific != "san"), None
    ) or next((each.honorific for each in group.mentions if each.honorific), None)
    bare = " ".join(_cased(part, group) for part in group.parts)
    aliases = _aliases(notes, group)
    family, given = names.split_name(bare, honorific, tuple(aliases))
    spans = tuple(Span(start=each.start, end=each.end, text=notes[each.start : each.end]) for each in group.mentions)
    name = _written(bare, honorific)
    return Person(
        name=name,
        title=title,
        email=group.email,
        part=_part(group, title, met),
        evidence=spans,
        honorific=honorific,
        family_name=family,
        given_name=given,
        aliases=tuple(alias for alias in aliases if alias != name),
    )


def _cased(part: str, group: _Group) -> str:
    """A name word as one writes it: lower-case notes get capitals, particles stay."""
    if (
        not part.islower()
        or part in names.PARTICLES
        or not all(each.lower for each in group.mentions if part in each.parts)
    ):
        return part
    return "-".join(piece[:1].upper() + piece[1:] for piece in part.split("-"))


def _written(bare: str, honorific: str | None) -> str:
    if not honorific or honorific == "san":
        return bare
    low = honorific.lower().rstrip(".")
    if (
        low in names.SURNAME_ONLY
        and len(bare.split()) > 1
        or low in {"sr", "sra"}
        and len(bare.split()) > 1
        and low == "sra"
    ):
        return bare
    shown = honorific if honorific[0].isupper() or low in {"don", "doña", "dona"} else honorific.capitalize()
    return f"{shown} {bare}"


def _aliases(notes: str, group: _Group) -> list[str]:
    found: list[str] = []
    for mention in group.mentions:
        text = notes[mention.start : mention.end] + (" san" if mention.honorific == "san" else "")
        if text not in found:
            found.append(text)
    return found


def _part(group: _Group, title: str | None, met: bool) -> Literal["interviewer", "recruiter", "other"]:
    assess, other, recruiter = group.sum_of("assess"), group.sum_of("other"), group.sum_of("recruiter")
    if title and job_titles.recruits(title):
        return "recruiter"
    if recruiter >= 2.5 and recruiter > assess:
        return "recruiter"
    if other > 0 and other >= assess:
        return "other"
    if assess >= 1.0:
        return "interviewer"
    if recruiter >= 1.0:
        return "recruiter"
    return "other" if met else "interviewer"
