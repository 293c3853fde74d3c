"""Who is who in one set of notes: resolves names, pronouns and speakers to the people of the brief."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from assistant import prompts
from assistant.brief import Person, Profile

HE = frozenset({"he", "him", "his"})
SHE = frozenset({"she", "her", "hers"})
MALE = frozenset({"mr", "sir", "don", "señor", "herr", "monsieur", "m", "fr", "father"})
FEMALE = frozenset({"ms", "mrs", "miss", "madam", "doña", "señora", "sra", "frau", "madame", "mme", "sister", "matron"})


WOMAN = "lady|woman|girl|sister|madam|matron|mum|mother|wife|daughter|niece|aunt|frau|mrs|ms|miss|mme|madame|sra|dona|lady|her name(?: is|'s)"
MAN = "gentleman|man|guy|bloke|lad|fella|father|dad|husband|brother|son|nephew|uncle|herr|mr|mister|monsieur|his name(?: is|'s)"
COMMON_PAIRS = frozenset(
    ["am", "an", "as", "at", "be", "by", "do", "go", "he", "hi", "if", "in", "is", "it", "me", "my", "no", "of", "oh", "ok", "on", "or", "pm", "so", "to", "up", "us", "we", "id", "im", "tv", "uk", "us", "eu", "hr", "pa", "ta", "ad", "ed"]
)


def fold(text: str) -> str:
    """Lower case without accents, for comparing names as people type them."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c)).replace(
        "đ", "d"
    )


class Scene:
    """The people of the notes and the ways the notes call them."""

    def __init__(self, people: Iterable[Person], profile: Profile) -> None:
        self.people = tuple(people)
        self.interviewers = tuple(person for person in self.people if person.part == "interviewer")
        self._me = {fold(part) for part in (profile.name or "").split() if len(part) > 1}
        self._gender: dict[str, str] = {}
        self._by_alias: dict[str, Person | None] = {}
        for person in self.people:
            for alias in calls(person):
                key = fold(alias)
                taken = self._by_alias.get(key)
                self._by_alias[key] = person if (taken is None and key not in self._by_alias) or taken is person else None
        known = sorted((key for key, who in self._by_alias.items() if who), key=len, reverse=True)
        self.names = "(?:" + "|".join(re.escape(name) for name in known) + ")" if known else r"(?:(?!))"
        self._pattern = re.compile(rf"(?<!\w){self.names}(?!\w)")

    def who(self, raw: str | None) -> Person | None:
        """The person a raw name or label means, or nothing; titles and brackets around the name are passed over."""
        if not raw:
            return None
        if inner := re.match(r"(?:q|question|asked by|interviewer)\w*\s*\d*\s*\((.+)\)?", fold(raw)):
            raw = inner.group(1)
        key = fold(re.sub(r"\(.*?\)|[:*]", " ", raw)).strip()
        if key in self._by_alias:
            return self._by_alias[key]
        found = {id(person): person for name in self._pattern.findall(key) if (person := self._by_alias[name])}
        return next(iter(found.values())) if len(found) == 1 else None

    def mentioned(self, text: str) -> list[Person]:
        """The people named in a stretch of text, in order, each once."""
        found: dict[str, Person] = {}
        for name in self._pattern.findall(fold(text)):
            if person := self._by_alias[name]:
                found.setdefault(person.name, person)
        return list(found.values())

    def opens(self, text: str) -> Person | None:
        """The person whose name a text opens with, where it introduces them and a dash, comma or bracket follows."""
        found = re.match(
            rf"(?:(?:mr|mrs|ms|miss|dr|prof)\.?\s+)?({self.names})(?:\s+{self.names})*\s*(?:[-–—,:(]|\.?$)", fold(text)
        )
        return self._by_alias[found.group(1)] if found else None

    def heads(self, text: str) -> tuple[Person, int] | None:
        """The person that a line is headed with, and where the heading ends: `Callum Orr, associate: supply delays`."""
        found = re.match(
            rf"(?:(?:mr|mrs|ms|miss|dr|prof)\.?\s+)?({self.names})(?:\s+{self.names})*(?:\s*(?:,|\()[^:–—?.!]{{2,60}})?\s*(?::|\s[-–—])\s+",
            fold(text),
        )
        person = self._by_alias[found.group(1)] if found else None
        return (person, found.end()) if found and person and len(fold(text)) == len(text) else None

    def hear(self, notes: str) -> None:
        """Learns from the notes who is called he and who she: `a lady called Josie`, `Malcolm, he's the chief engineer`."""
        folded = fold(notes[:20_000])
        for person in self.people:
            keys = "|".join(re.escape(key) for key, who in self._by_alias.items() if who is person)
            if not keys:
                continue
            found = re.findall(rf"\b(?:({WOMAN})|({MAN}))\b[^.,;\n]{{0,24}}(?<!\w)(?:{keys})(?!\w)", folded)
            found += re.findall(rf"(?<!\w)(?:{keys})(?!\w),?(?: \w+){{0,3}}?,? (?:(she|her)|(he|his|him))\b", folded)
            she, he = sum(bool(one) for one, _ in found), sum(bool(other) for _, other in found)
            if she != he:
                self._gender[person.name] = "she" if she > he else "he"
            elif known := gender_of(person):
                self._gender[person.name] = known

    def meant(self, pronoun: str, last: Person | None) -> Person | None:
        """The person that he or she means: the last one spoken of where that agrees, else the only other that can be meant."""
        if last and self._may_be(last, pronoun) and (last.name in self._gender or len(self.interviewers) < 2):
            return last
        if last and self._may_be(last, pronoun):
            fitting = [
                person
                for person in self.interviewers
                if person is not last and self._may_be(person, pronoun) and person.name in self._gender
            ]
            return None if fitting else last
        others = [person for person in self.interviewers if person is not last and self._may_be(person, pronoun)]
        sure = [person for person in others if self._gender.get(person.name)]
        return others[0] if len(others) == 1 else sure[0] if len(sure) == 1 else None

    def _may_be(self, person: Person, pronoun: str) -> bool:
        known = self._gender.get(person.name)
        return agrees(person, pronoun) and (known is None or (known == "he") == (pronoun in HE))

    def initial(self, letter: str) -> Person | None:
        """The only interviewer whose given or family name begins with the letter."""
        fitting = [
            person
            for person in self.interviewers
            if any(part.startswith(letter) for part in (person.given_name or person.name, person.family_name or ""))
        ]
        return fitting[0] if len(fitting) == 1 else None

    def asks(self, raw: str | None) -> bool:
        """Whether a speaker label means whoever asks the questions, unnamed or named in brackets: `Q`, `Interviewer 2`."""
        return bool(
            re.match(
                r"(?:q|interviewer|panel|panell?ist|host|hiring manager)\s*\d*\s*(?:\(|$)", fold(raw or "").strip()
            )
        )

    def is_me(self, raw: str | None) -> bool:
        """Whether a speaker label means the candidate."""
        words = set(re.findall(r"\w+", fold(raw or "")))
        if raw and raw.strip() in {"A", "a"}:
            return True
        return bool(words & (self._me | {"me", "i", "myself", "candidate"}))


@cache
def _given() -> dict[str, str]:
    data = prompts.read_toml(prompts.folder() / "reading" / "given-names.toml")
    return {name: pronoun for pronoun in ("she", "he") for name in data[pronoun].split()}


def gender_of(person: Person) -> str | None:
    """Whether a person is he or she, by honorific or given name; nothing where neither tells."""
    honorific = fold(person.honorific or "").rstrip(".")
    if honorific in FEMALE or honorific in MALE:
        return "she" if honorific in FEMALE else "he"
    first = fold(
        person.given_name
        or next((part for part in person.name.split() if part[:1].isupper() and not part.endswith(".")), "")
    )
    return _given().get(first)


def calls(person: Person) -> set[str]:
    """Every way to call one person: the whole name, its parts where they are long enough, honorific and surname, aliases."""
    plain = re.sub(r"^(?:mr|mrs|ms|miss|dr|prof|sir|don|doña)\.?\s+", "", person.name, flags=re.I)
    names = {person.name, plain, *person.aliases}
    names |= {part for part in (person.given_name, person.family_name) if part}
    names |= {part for part in plain.split() if len(part) > 2 and part[:1].isupper()}
    if person.title and len(person.title.split()) < 3 and person.part == "interviewer":
        names |= {person.title, f"the {person.title}"}
    initials = "".join(part[0] for part in re.split(r"[\s-]+", plain) if part[:1].isupper())
    if len(initials) > 1 and initials.lower() not in COMMON_PAIRS:
        names |= {initials, initials[:2]} if len(initials) == 3 else {initials}
    if person.honorific and person.family_name:
        names.add(f"{person.honorific} {person.family_name}")
    return {name for name in names if name.strip()}


def agrees(person: Person, pronoun: str) -> bool:
    """Whether a pronoun may mean the person, as far as an honorific tells."""
    honorific = fold(person.honorific or "").rstrip(".")
    return not ((pronoun in HE and honorific in FEMALE) or (pronoun in SHE and honorific in MALE))
