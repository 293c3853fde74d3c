"""What never leaves: contact details, and in private mode every name; stand-ins go in their place and come back after.

A stand-in is the same for the same thing as long as the veil lives. In private mode a word counts as a name where the
brief or the profile knows it, where the lists of names know it, and where it is written with a capital and is no
English word: rather a harmless word too many than a name too few.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from assistant.brief import Brief, Person, Profile, Span
from assistant.checking.ground import contact_form, contacts
from assistant.checking.words import frequency, parts_of_speech, plain, word_set
from assistant.reading import addresses, names
from assistant.writing import slots

_KINDS = {"email": "email", "link": "link", "phone": "number"}
_STAND_IN = re.compile(r"\[(?:email|number|link) \d+\]|(?<!\w)(?:Person|Company|Name|Candidate)\d+(?!\w)")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_COMMON = 3.6
"""A capitalised word at least so frequent in English (Zipf) is no name by itself."""
_SHORT = 3
"""A part of a company's name that is no longer than this does not stand for it alone."""


@dataclass(slots=True)
class Veil:
    """Stand-ins for one set of notes."""

    private: bool = False
    _known: dict[str, tuple[str, str]] = field(default_factory=dict)
    """What a thing is known by -> its stand-in, and what a message says for it."""
    _back: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Stand-in -> as the notes write it, as a message writes it."""
    _names: list[tuple[re.Pattern[str], str]] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def cover(self, text: str) -> str:
        """The text as it may leave."""
        text = self._without_contacts(text)
        return self._without_names(text) if self.private else text

    def lift(self, text: str) -> str:
        """A text that came back as it stands in a message."""
        return self._lifted(text, 1)

    def lift_quote(self, text: str) -> str:
        """A quote that came back as it stands in the notes."""
        return self._lifted(text, 0)

    def know(self, forms: Iterable[str], kind: str, shown: str, parts: Iterable[str] = ()) -> None:
        """Takes up a person or a company under all the forms of its name; `parts` count only as they are written."""
        kept = sorted({form.strip() for form in forms if len(form.strip()) > 1}, key=len, reverse=True)
        if not kept:
            return
        stand_in = self._stand_in(plain(kept[0]), kind, kept[0], shown)
        for form in kept:
            pattern = r"\s+".join(map(re.escape, form.split()))
            self._names.append((re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE), stand_in))
        self._names += [(re.compile(rf"(?<!\w){re.escape(part)}(?!\w)"), stand_in) for part in parts]
        self._names.sort(key=lambda entry: -len(entry[0].pattern))

    def _without_contacts(self, text: str) -> str:
        places = [(start, end, _KINDS[kind], text[start:end]) for kind, start, end in contacts(text)]
        spoken = [(one.start, one.end, "email", one.value) for one in addresses.find(text)]
        covered, at = "", 0
        for start, end, kind, value in _apart([*spoken, *places]):
            covered += text[at:start] + self._stand_in(contact_form(value), kind, text[start:end], value)
            at = end
        return covered + text[at:]

    def _without_names(self, text: str) -> str:
        for pattern, stand_in in self._names:
            text = pattern.sub(stand_in, text)
        return _WORD.sub(lambda word: self._unnamed(word, text), text)

    def _unnamed(self, word: re.Match[str], text: str) -> str:
        """A word, or the stand-in for it where it may be a name."""
        said = word[0]
        if any(stand_in.start() <= word.start() < stand_in.end() for stand_in in _STAND_IN.finditer(text)):
            return said
        if not _may_be_name(said, text[: word.start()]):
            return said
        return self._stand_in(plain(said), "Name", said, said)

    def _stand_in(self, key: str, kind: str, noted: str, shown: str) -> str:
        with self._lock:
            if key not in self._known:
                number = self._counts[kind] = self._counts.get(kind, 0) + 1
                stand_in = f"[{kind} {number}]" if kind.islower() else f"{kind}{number}"
                self._known[key], self._back[stand_in] = (stand_in, shown), (noted, shown)
            return self._known[key][0]

    def _lifted(self, text: str, which: int) -> str:
        def back(match: re.Match[str]) -> str:
            return self._back[match[0]][which] if match[0] in self._back else match[0]

        return _STAND_IN.sub(back, text)


def veil(notes: str, brief: Brief, profile: Profile, *, private: bool) -> Veil:
    """The veil over one set of notes; in private mode it knows everyone and every company of the brief."""
    made = Veil(private)
    if private:
        _take_up_names(made, brief, profile)
    made.cover(notes)  # so that the numbers follow the notes whatever is covered first
    return made


def blanked(notes: str, spans: Iterable[Span]) -> str:
    """The notes with these stretches taken out, each character by a blank, so that places stay."""
    for span in spans:
        blank = re.sub(r"[^\n]", " ", notes[span.start : span.end])
        notes = f"{notes[: span.start]}{blank}{notes[span.end :]}"
    return notes


def _take_up_names(made: Veil, brief: Brief, profile: Profile) -> None:
    own = (profile.name or "").split()
    made.know([profile.name or "", *own], "Candidate", own[0] if own else "")
    for person in brief.people:
        made.know(_forms(person), "Person", slots.call_name(person, "warm"))
    companies = [fact.value for fact in (brief.company, *brief.other_companies) if fact]
    for company in companies:
        made.know([company], "Company", company, _parts(company))


def _forms(person: Person) -> Iterator[str]:
    whole = [person.name, person.given_name or "", person.family_name or "", *person.aliases]
    yield from whole
    for text in whole:
        yield from (part for part in text.split() if not names.is_honorific(part) and not part.islower())


def _parts(company: str) -> Iterator[str]:
    """The words of a company's name by which it may be called alone."""
    words = _WORD.findall(company)
    initials = "".join(word[0] for word in words if word[0].isupper())
    if len(initials) >= _SHORT:
        yield initials
    for word in words:
        if len(word) > _SHORT and word[0].isupper():
            yield word


def _may_be_name(word: str, before: str) -> bool:
    low = word.lower()
    if word.islower():
        return names.given_sure(word) == 1.0 and frequency(low) < _COMMON
    if low in word_set("calendar", "all_names") or names.is_honorific(word) or len(word) < 2:
        return False
    if word.isupper() and len(word) <= 5:  # an acronym of the trade, as a rule; employers are known by the brief
        return False
    if names.given_sure(word) == 1.0:
        return True
    begins = not before.strip() or before.rstrip()[-1] in '.!?:;|\n-–•"“('
    known = frequency(low) >= _COMMON or (begins and bool(parts_of_speech(low)))
    return not known


def _apart(places: Iterable[tuple[int, int, str, str]]) -> Iterator[tuple[int, int, str, str]]:
    """The places in order, without those that begin inside an earlier one."""
    end = -1
    for place in sorted(places, key=lambda one: (one[0], -one[1])):
        if place[0] >= end:
            end = place[1]
            yield place
