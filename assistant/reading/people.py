"""Everybody whom the notes name: name, title, address, and the part they had in the interview.

candidates (name_mentions) -> weighed by place (name_cues) -> one group for each person -> addresses -> Person
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import DamerauLevenshtein

from assistant.brief import Person, Profile, Span
from assistant.reading import addresses, job_titles, name_cues, name_layout, name_mentions, names
from assistant.reading.candidate import is_candidate_address, is_candidate_name, own_voices
from assistant.reading.name_layout import Places
from assistant.reading.name_mentions import Mention
from assistant.reading.segments import Segment

_ENOUGH = 2.4
_HOPELESS = -1.9
_MOST = 1_200
"""More names than this in one set of notes are not weighed; real notes hold a hundred at most."""
_AGENCY_DOMAIN = re.compile(r"recruit|talent|search|staffing|headhunt|resourc|personnel")


@dataclass
class _Group:
    """All mentions of one person."""

    mentions: list[Mention] = field(default_factory=list)
    email: str | None = None
    full: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()

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
        return scores[0] + min(1.5, 0.5 * sum(1 for score in scores[1:] if score >= 1.0))

    def sum_of(self, what: str) -> float:
        """The sum of one kind of cue over all mentions."""
        return sum(float(getattr(mention, what)) for mention in self.mentions)


def find(notes: str, segments: Sequence[Segment], profile: Profile) -> tuple[Person, ...]:
    """Everybody the notes name but the candidate, in the order of the notes."""
    mentions = name_mentions.joined(notes, name_mentions.find(name_mentions.tokens(notes, segments)))[:_MOST]
    places = Places(notes, segments)
    name_cues.weigh(notes, mentions, [places.around(mention) for mention in mentions])
    own = own_voices(segments, profile)
    mentions = name_layout.with_voices(notes, mentions, segments, own)
    name_layout.weigh(mentions, places, own)
    places_of_work = {each.name for each in mentions if each.score <= _HOPELESS}
    groups = _grouped(
        [
            each
            for each in mentions
            if each.score > _HOPELESS
            and (each.name not in places_of_work or each.score >= 4)
            and not is_candidate_name(each.parts, profile)
        ]
    )
    _attach_addresses(notes, groups, profile)
    kept = [group for group in groups if group.score >= _ENOUGH]
    met = any(group.sum_of("assess") >= 1.5 for group in kept)
    return tuple(_person(notes, group, met) for group in kept)


def _grouped(mentions: Sequence[Mention]) -> list[_Group]:
    """Mentions that name the same person, full names first, in the order of the notes."""
    groups: list[_Group] = []
    for mention in sorted(mentions, key=lambda each: (-len(_solid(each.parts)), each.lower, each.start)):
        group = _home(mention, groups)
        if group is None:
            group = _Group(full=tuple(_solid(mention.parts)))
            groups.append(group)
        group.mentions.append(mention)
        if mention.nickname:
            group.nicknames += (names.fold(mention.nickname),)
    for group in groups:
        group.mentions.sort(key=lambda each: each.start)
    return sorted(groups, key=lambda group: group.mentions[0].start)


def _home(mention: Mention, groups: Sequence[_Group]) -> _Group | None:
    """The group whose person a mention names; the nearest before it where several could be."""
    said = _solid(mention.parts)
    fitting = [group for group in groups if _same_person(said, group)]
    if len(fitting) <= 1:
        return fitting[0] if fitting else None
    earlier = [group for group in fitting if min(each.start for each in group.mentions) < mention.start]
    return max(
        earlier or fitting,
        key=lambda group: max((e.start for e in group.mentions if e.start < mention.start), default=0),
    )


def _solid(parts: Sequence[str]) -> list[str]:
    return [names.fold(part).rstrip(".") for part in parts if part.lower() not in names.PARTICLES]


def _same_person(said: Sequence[str], group: _Group) -> bool:
    if not said or not group.full:
        return False
    if len(said) > 1 and len(group.full) > 1 and sorted(said) == sorted(group.full):
        return True
    return all(any(_same_word(word, other) for other in (*group.full, *group.nicknames)) for word in said)


@lru_cache(maxsize=65_536)
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
    kept = [group for group in groups if group.score >= _ENOUGH]
    return _by_title(address, kept) or _by_initial(address, kept) or _beside(notes, address, kept)


def _by_title(address: addresses.Address, groups: Sequence[_Group]) -> _Group | None:
    """Whose title an address is made of ("rector@", "headteacher@"), where it is one person's only."""
    titled = [
        group
        for group in groups
        if any(address.local in re.findall(r"\w+", (each.title or "").lower()) for each in group.mentions)
    ]
    return titled[0] if len(titled) == 1 else None


def _by_initial(address: addresses.Address, groups: Sequence[_Group]) -> _Group | None:
    """The one person without a family name in the notes whose given name "x.tan@" can begin."""
    initial, dot, rest = address.local.partition(".")
    single = [group for group in groups if len(group.full) == 1 and group.email is None]
    fitting = [group for group in single if dot and len(initial) == 1 and group.full[0].startswith(initial)]
    titled = any(each.honorific for group in fitting for each in group.mentions)
    return fitting[0] if len(fitting) == 1 and len(rest) > 1 and not titled else None


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
    bare = _completed(" ".join(_cased(part, group) for part in group.parts), group.email, honorific)
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


def _completed(bare: str, email: str | None, honorific: str | None) -> str:
    """A given name with the family name that the address spells ("Wendy", wendy.trott@... -> "Wendy Trott")."""
    bits = (email or "").partition("@")[0].split(".")
    fits = len(bits) == 2 and names.fold(bare) == bits[0] and len(bits[1]) >= 3 and bits[1].isalpha() and not honorific
    return f"{bare} {bits[1].capitalize()}" if fits else bare


def _cased(part: str, group: _Group) -> str:
    """A name word as one writes it: lower-case notes get capitals, particles stay."""
    if (
        not part.islower()
        or part in names.PARTICLES
        or not all(each.lower for each in group.mentions if part in each.parts)
    ):
        return part
    shown = "-".join(piece[:1].upper() + piece[1:] for piece in part.split("-"))
    return re.sub(r"^(Mc|O['’])([a-z])", lambda match: match[1] + match[2].upper(), shown)


def _written(bare: str, honorific: str | None) -> str:
    if not honorific or honorific.lower() in names.UNWRITTEN:
        return bare
    if len(bare.split()) > 1 and all(word.lower().rstrip(".") in names.SURNAME_ONLY for word in honorific.split()):
        return bare
    kept = [word for word in honorific.split() if word.lower().rstrip(".") not in names.SURNAME_ONLY]
    honorific = kept[-1] if kept and len(bare.split()) > 1 else honorific
    low = honorific.lower().rstrip(".")
    if (low in names.SURNAME_ONLY and len(bare.split()) > 1) or (
        low in {"sr", "sra"} and len(bare.split()) > 1 and low == "sra"
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
    if group.email and _AGENCY_DOMAIN.search(group.email.partition("@")[2]):
        recruiter += 3.0
    if recruiter >= 2.5 and recruiter > assess - 1.5:
        return "recruiter"
    if other > 0 and other >= assess:
        return "other"
    if assess >= 0.7:
        return "interviewer"
    if recruiter >= 1.0:
        return "recruiter"
    formal = len(group.full) > 1 or any(each.honorific for each in group.mentions)
    return "other" if met and (other > 0 or not formal) else "interviewer"
