"""Everybody whom the notes name: each mention marked by the network, put together by person.

mentions --grouped by name--> one group for each person --titles, addresses--> Person
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from assistant.brief import Person, Profile, Role
from assistant.reading import addresses, named, names
from assistant.reading.candidate import is_candidate_address, is_candidate_name
from assistant.reading.marked import Marked
from assistant.reading.marks import Found
from assistant.reading.named import CALL_ME, IN_FULL, NEAR_NAME, OFFICES, PARTS, Mention, calm

_FIRMS = ("co", "ag", "rival", "now", "past", "org")
_DOUBTED, _SURE = 0.6, 0.92
"""From how sure one word, said once, is somebody; the second for an interviewer of whom nothing else is said."""
_ABSENT = re.compile(
    r"[\s(,:–-]{0,4}(?:(?:he|she|who)\s)?(?:could(?:n['’]?t| not) make it|was(?:n['’]?t| not) (?:there|in)|did(?:n['’]?t| not) (?:come|show)|was (?:off|away|ill|sick)|sent (?:his|her|their)? ?apologies|on leave)\b",
    re.I,
)
"""What is said of somebody who was not at the table."""
_SHORT = 3
"""Letters of a word in capitals up to which it is an office or an abbreviation."""
_DETERMINED = re.compile(r"(?i)\b(?:an?|the|my|your|each|every)\s$")
_APPOSED = 3
_COMMA = re.compile(r"\s?[,(]\s?|\s[-–—]\s")
"""What stands between a name and a title behind it, in so many characters."""
_RECRUITS = re.compile(r"(?i)\b(?:recruit\w*|talent|headhunt\w*|agency|sourcer|staffing)\b")


@dataclass
class _Group:
    """All mentions of one person."""

    mentions: list[Mention] = field(default_factory=list)
    full: tuple[str, ...] = ()
    email: str | None = None

    @property
    def parts(self) -> tuple[str, ...]:
        """The fullest form of the name, one with capitals before one without."""
        return max(
            (each.parts for each in self.mentions), key=lambda parts: (len(_solid(parts)), not "".join(parts).islower())
        )


@dataclass(frozen=True, slots=True)
class Folk:
    """The people of the notes, and whom each mention (by its first word) means."""

    people: tuple[Person, ...]
    by_word: Mapping[int, str]

    def name(self, mark: Found) -> str | None:
        """The name of the person that a mark belongs to."""
        return self.by_word.get(mark.person) if mark.person is not None else None


def find(marked: Marked, profile: Profile) -> Folk:
    """Everybody the notes name but the candidate, in the order of the notes."""
    mentions = named.find(marked)
    groups = _grouped([each for each in mentions if not is_candidate_name(each.parts, profile)])
    places = {word for firm in marked.of(*_FIRMS) for word in names.fold(marked.text(firm)).split()}
    groups = [group for group in groups if _is_somebody(group, places, marked)]
    _attach_addresses(marked.notes, groups, profile)
    people = [_person(marked, group) for group in groups]
    by_word = {
        each.mark.first: person.name for group, person in zip(groups, people, strict=True) for each in group.mentions
    }
    return Folk(tuple(people), by_word)


def _is_somebody(group: _Group, places: Collection[str], marked: Marked) -> bool:
    """Whether a group is a person, and not a title alone, a firm's name, or one word that the network doubts."""
    (first, *others) = group.parts
    if (
        len("".join(group.parts)) < 2
        or (not others and _is_thing(marked, group))
        or all(names.is_honorific(part) for part in group.parts)
    ):
        return False
    if others:
        return True
    sure = max(each.mark.sure for each in group.mentions)
    asked = _part(marked, group, None) == "interviewer" and not _title(marked, group)
    least = _SURE if asked else _DOUBTED
    titled = any(each.honorific for each in group.mentions)
    if first.lower().rstrip(".") in OFFICES:
        return titled
    if len(group.mentions) == 1 and not titled and (sure < least or first.endswith(".")):
        return False
    return titled or sure >= _SURE or names.fold(first) not in places


def _is_thing(marked: Marked, group: _Group) -> bool:
    """Whether one word that is named is a thing (`when a rod gets stuck`) or an office in capitals (ED)."""
    word = group.parts[0]
    if word.isupper() and len(word) <= _SHORT and not any(each.honorific for each in group.mentions):
        return True
    before = [marked.notes[max(0, each.start - 6) : each.start] for each in group.mentions]
    return any(_DETERMINED.search(text) for text in before)


def _grouped(mentions: Sequence[Mention]) -> list[_Group]:
    """Mentions that name the same person, full names first, in the order of the notes."""
    groups: list[_Group] = []
    for mention in sorted(mentions, key=lambda each: (-len(_solid(each.parts)), each.start)):
        group = _home(mention, groups)
        if group is None:
            group = _Group(full=tuple(_solid(mention.parts)))
            groups.append(group)
        group.mentions.append(mention)
    for group in groups:
        group.mentions.sort(key=lambda each: each.start)
    return sorted(groups, key=lambda group: group.mentions[0].start)


def _home(mention: Mention, groups: Sequence[_Group]) -> _Group | None:
    """The group whose person a mention names; the nearest before it where several could be."""
    said = _solid(mention.parts)
    fitting = [group for group in groups if _same_person(said, group.full)]
    if not fitting and len(said) == 1:
        fitting = [group for group in groups if _stands_for(mention.parts[0], group)]
    if not fitting:
        return None
    earlier = [group for group in fitting if min(each.start for each in group.mentions) < mention.start]
    return max(
        earlier or fitting,
        key=lambda group: max((each.start for each in group.mentions if each.start < mention.start), default=0),
    )


def _stands_for(word: str, group: _Group) -> bool:
    """Whether a mention is only a person's initials (GMT, J-S), or only what is said before their name (Sister)."""
    letters = re.sub(r"[\W_]", "", word)
    bare = re.sub(r"['’]", " ", " ".join(group.parts))
    if 2 <= len(letters) <= 4 and any(
        names.initials_match(letters, told) for told in (bare, " ".join(group.parts), bare.partition(" ")[2]) if told
    ):
        return True
    low = IN_FULL.get(word.lower(), word).lower().rstrip(".")
    return any(low in (each.honorific or "").lower().rstrip(".").split() for each in group.mentions)


def _solid(parts: Sequence[str]) -> list[str]:
    solid = [names.fold(part).rstrip(".") for part in parts if part.lower() not in names.PARTICLES]
    return solid or [names.fold(part).rstrip(".") for part in parts]


def _same_person(said: Sequence[str], full: Sequence[str]) -> bool:
    if len(said) > 1 and len(full) > 1 and sorted(said) == sorted(full):
        return True
    return bool(said) and all(any(_same_word(word, other) for other in full) for word in said)


@lru_cache(maxsize=65_536)
def _same_word(word: str, other: str) -> bool:
    if word == other or (len(word) == 1 and other.startswith(word)):
        return True
    if len(word) >= 5 and len(other) >= 5 and word[0] == other[0]:
        return DamerauLevenshtein.distance(word, other, score_cutoff=1) <= 1
    pieces = other.split("-")
    if len(pieces) > 1 and word in pieces and len(word) > 2:
        return True
    return len(word) >= 3 and len(other) - len(word) >= 2 and other.startswith(word)


def _attach_addresses(notes: str, groups: Sequence[_Group], profile: Profile) -> None:
    for address in addresses.find(notes):
        if is_candidate_address(address.value, profile) or addresses.is_general(address):
            continue
        group = _owner(notes, address, groups, profile)
        if group and group.email is None:
            group.email = address.value


def _owner(notes: str, address: addresses.Address, groups: Sequence[_Group], profile: Profile) -> _Group | None:
    fits = [(addresses.fit(address.local, group.parts), group) for group in groups]
    best = max((fit for fit, _ in fits), default=0.0)
    if profile.name and addresses.fit(address.local, profile.name.split()) > max(best, 0.55):
        return None
    if best >= 0.5:
        tied = [group for fit, group in fits if fit == best]
        return min(tied, key=lambda group: min(abs(each.start - address.start) for each in group.mentions))
    return _beside(notes, address, groups)


def _beside(notes: str, address: addresses.Address, groups: Sequence[_Group]) -> _Group | None:
    """Whose name stands right before an address that fits nobody by its letters, on the same line."""
    floor = notes.rfind("\n", 0, address.start) + 1
    found = [
        (each.end, group)
        for group in groups
        for each in group.mentions
        if floor <= each.start and each.end <= address.start
    ]
    if not found:
        return None
    end, group = max(found, key=lambda pair: pair[0])
    between = notes[end : address.start]
    return group if len(between) < 90 and not re.search(r"[.;]\s", between) else None


def _person(marked: Marked, group: _Group) -> Person:
    title = _title(marked, group)
    honorific = next((each.honorific for each in group.mentions if each.honorific), None)
    lower = all("".join(each.parts).islower() for each in group.mentions)
    bare = _completed(" ".join(_cased(part, lower) for part in group.parts), group.email, honorific)
    aliases = list(dict.fromkeys(marked.notes[each.start : each.end] for each in group.mentions))
    family, given = names.split_name(bare, honorific, tuple(aliases))
    if told := _by_address(group):
        family, given = told
    if called := _called(marked.notes, group):
        honorific, given = None, called
    behind = any(each.behind for each in group.mentions)
    name = _behind(bare, honorific) if honorific and behind else _written(bare, honorific)
    return Person(
        name=name,
        title=title,
        email=group.email,
        part=_part(marked, group, title),
        evidence=tuple(marked.span(each.mark) for each in group.mentions),
        honorific=honorific,
        family_name=family,
        given_name=given,
        aliases=tuple(alias for alias in aliases if alias != name),
    )


def _by_address(group: _Group) -> tuple[str, str] | None:
    """(family name, given name) as an address of the form given.family@ orders the two words of a name."""
    bits = (group.email or "").partition("@")[0].split(".")
    if len(bits) != 2 or len(group.parts) != 2 or min(map(len, bits)) < 2:
        return None
    ordered = [part for bit in bits for part in group.parts if names.fold(part) == bit]
    return (ordered[1], ordered[0]) if len(ordered) == 2 and ordered[0] != ordered[1] else None


def _called(notes: str, group: _Group) -> str | None:
    """What somebody asked to be called: `call me Ingrid`, right behind their name or with a part of it."""
    for found in CALL_ME.finditer(notes):
        wanted = found["name"]
        own = any(_same_word(names.fold(wanted), names.fold(part)) for part in group.parts)
        near = [each for each in group.mentions if 0 <= found.start() - each.end <= NEAR_NAME]
        short = any(
            names.fold(part).startswith(names.fold(wanted)[:2]) or names.fold(wanted) in names.fold(part)
            for part in group.parts
        )
        if own or (near and short):
            return wanted[:1].upper() + wanted[1:]
    return None


def _title(marked: Marked, group: _Group) -> str | None:
    """What the person does, in the notes' words: of several, the one that the network is surest of."""
    mine = {each.mark.first for each in group.mentions}
    found = [
        (mark.sure * (1.0 if beside else mark.person_sure), marked.text(mark))
        for mark in marked.of("title")
        if (beside := _beside_name(marked, mark, group)) or (beside is None and mark.person in mine)
    ]
    return " ".join(max(found)[1].split()) if found else None


def _beside_name(marked: Marked, title: Found, group: _Group) -> bool | None:
    """Whether a title stands right behind a name, of this group or another: `Ada Voss, head of kilns`; nothing where
    it stands behind none."""
    before = [mark for mark in marked.of(*PARTS) if 0 <= marked.start(title) - marked.end(mark) <= _APPOSED]
    if not before or not _COMMA.fullmatch(marked.notes, marked.end(before[-1]), marked.start(title)):
        return None
    return any(each.mark.first == before[-1].first for each in group.mentions)


def _part(marked: Marked, group: _Group, title: str | None) -> Role:
    """The part that most of the mentions speak for, each as much as the network is sure."""

    def votes(part: Role) -> float:
        return sum(each.mark.sure for each in group.mentions if each.mark.tag == part)

    part = max(PARTS, key=votes)
    if part == "interviewer" and any(_ABSENT.match(marked.notes, each.end) for each in group.mentions):
        return "other"
    return "recruiter" if part == "other" and title and _RECRUITS.search(title) else part


def _completed(bare: str, email: str | None, honorific: str | None) -> str:
    """A given name with the family name that the address spells ("Wendy", wendy.trott@... -> "Wendy Trott")."""
    bits = (email or "").partition("@")[0].split(".")
    fits = len(bits) == 2 and names.fold(bare) == bits[0] and len(bits[1]) >= 3 and bits[1].isalpha() and not honorific
    return f"{bare} {bits[1].capitalize()}" if fits else bare


def _cased(part: str, lower: bool) -> str:
    """A name word as one writes it: lower-case notes get capitals, particles stay, shouted names are calmed."""
    if part.isupper():
        return calm(part)
    if not part.islower() or not lower or part in names.PARTICLES:
        return part
    shown = "-".join(piece[:1].upper() + piece[1:] for piece in part.split("-"))
    return re.sub(r"^(Mc|O['’])([a-z])", lambda match: match[1] + match[2].upper(), shown)


def _behind(bare: str, honorific: str) -> str:
    """A name with the honorific that stands behind it, where it is one name only: Orhun Bey."""
    alone = len(bare.split()) == 1 and honorific.lower() not in {"san", "sensei", "ji"}
    return f"{bare} {honorific[:1].upper()}{honorific[1:]}" if alone else bare


def _written(bare: str, honorific: str | None) -> str:
    """The name with what goes before it: kept where the surname stands alone, and Dr, Prof and the like always."""
    if not honorific:
        return bare
    if honorific.lower() in names.UNWRITTEN and len(bare.split()) > 1:
        return bare
    if len(bare.split()) > 1 and all(word.lower().rstrip(".") in names.SURNAME_ONLY for word in honorific.split()):
        return bare
    kept = [word for word in honorific.split() if word.lower().rstrip(".") not in names.SURNAME_ONLY]
    honorific = kept[-1] if kept and len(bare.split()) > 1 else honorific
    low = honorific.lower().rstrip(".")
    shown = honorific if honorific[0].isupper() or low in {"don", "doña", "dona"} else honorific.capitalize()
    return f"{shown} {bare}"
