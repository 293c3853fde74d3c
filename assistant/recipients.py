"""Whom to write to: the person asked for, everyone on the panel, or whom the notes point to."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from assistant.brief import Brief, Person
from assistant.errors import RecipientError

EVERYONE = "all"
Recipients = tuple[Person | None, ...]
COURTESY = {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "sr", "sra", "herr", "frau"}
UNDECOMPOSED = str.maketrans({"đ": "d", "ð": "d", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"})


def choose(brief: Brief, to: str | None) -> Recipients:
    """The people to write to; one None where the notes name nobody fit. Raises RecipientError naming whom there is."""
    if to is None:
        return (_default(brief),)
    if _plain(to) == EVERYONE:
        return brief.interviewers() or (_default(brief),)
    return (find(brief, to),)


def find(brief: Brief, wanted: str) -> Person:
    """The one person that `wanted` means: a name, a part of it, an alias, an address; case and accents do not count."""
    for fits in (_is_called, _has_words, _has_words_beside_courtesy, _begins):
        found = [person for person in brief.people if fits(person, wanted)]
        if len(found) == 1:
            return found[0]
        if found:
            names = " or ".join(repr(person.name) for person in found)
            raise RecipientError(f"{wanted!r} could be {names}: give more of the name")
    raise RecipientError(_nobody(brief, wanted))


def _default(brief: Brief) -> Person | None:
    barred = {entry.person for entry in brief.instructions if entry.forbids and entry.kind == "person"}
    named = [entry.person for entry in brief.instructions if entry.person and not entry.forbids]
    people = [person for person in brief.people if person.name not in barred]
    tests: list[Callable[[Person], bool]] = [
        lambda person: person.name in named,
        lambda person: person.part == "interviewer",
        lambda person: person.part == "recruiter",
    ]
    return next((person for test in tests for person in people if test(person)), None)


def _nobody(brief: Brief, wanted: str) -> str:
    if not brief.people:
        return f"the notes name nobody, so not {wanted!r}: leave --to out, or add the name to the notes"
    names = ", ".join(person.name for person in brief.people)
    return f"nobody in the notes is called {wanted!r}: choose one of {names}, or {EVERYONE}"


def _is_called(person: Person, wanted: str) -> bool:
    return _plain(wanted) in {_plain(name) for name in (*_names(person), person.email or "")} - {""}


def _has_words(person: Person, wanted: str) -> bool:
    words = set(_plain(wanted).split())
    return bool(words) and any(words <= set(_plain(name).split()) for name in _names(person))


def _has_words_beside_courtesy(person: Person, wanted: str) -> bool:
    return _has_words(person, " ".join(word for word in _plain(wanted).split() if word not in COURTESY))


def _begins(person: Person, wanted: str) -> bool:
    words = [word for word in _plain(wanted).split() if len(word) > 1]
    parts = _plain(" ".join(_names(person))).split()
    return bool(words) and all(any(part.startswith(word) for part in parts) for word in words)


def _names(person: Person) -> tuple[str, ...]:
    formal = f"{person.honorific} {person.name}" if person.honorific else person.name
    return (person.name, formal, *person.aliases)


def _plain(text: str) -> str:
    """Lower case, without accents and punctuation, with single spaces."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(UNDECOMPOSED))
    kept = (char if unicodedata.category(char)[0] in "LMN" else " " if char not in "'’`." else "" for char in letters)
    return " ".join("".join(char for char in kept if not "\u0300" <= char <= "\u036f").split())
