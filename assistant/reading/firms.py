"""The employer that the interview was with, and every other company that the notes name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from rapidfuzz import fuzz

from assistant.brief import Fact
from assistant.reading import names
from assistant.reading.marked import Marked
from assistant.reading.marks import Found
from assistant.reading.wordlist import words

OTHERS = ("ag", "rival", "now", "past")
_SMALL = words("of and the for at in on de la del du di da van und y e et & - der des le les")
_ARTICLE = re.compile(r"(?i)^(?:the|at|@)\s+(?=\S)")
_RECRUITER = re.compile(
    r"(?i)\b(?:recruiter|recruitment consultant|headhunter|agent|agency)\s+(?:at|from|with|of|@|called)\s+(?:the\s+)?$"
)
_SAME = 88
"""Likeness of two names, of 100, from which they are one company's."""


def company(marked: Marked) -> Fact | None:
    """The target: of the companies so marked, the one that the network is surest of, by its fullest name."""
    named = [mark for mark in marked.of("co") if not _is_agency(marked, mark)]
    groups = _grouped(marked, named or _behind_at(marked))
    if not groups:
        return None
    best = max(groups, key=lambda group: sum(mark.sure for mark in group))
    full = max(best, key=lambda mark: _fullness(marked.text(mark), mark.sure))
    return Fact(id="company", value=shown(marked.text(full)), evidence=tuple(map(marked.span, best)), sure=full.sure)


def others(marked: Marked, target: Fact | None, people: Collection[str]) -> tuple[Fact, ...]:
    """Agencies, rivals and employers past and present, in the order of the notes; `people` are no companies."""
    hired = [mark for mark in marked.of("co") if _is_agency(marked, mark)]
    marks = _elsewhere(marked, (*marked.of(*OTHERS), *hired), target, people)
    found = [max(group, key=lambda mark: _fullness(marked.text(mark), mark.sure)) for group in _grouped(marked, marks)]
    return tuple(
        Fact(
            id=f"other-company-{number}", value=shown(marked.text(mark)), evidence=(marked.span(mark),), sure=mark.sure
        )
        for number, mark in enumerate(sorted(found, key=lambda mark: mark.first), 1)
    )


def harmful(marked: Marked, target: Fact | None, people: Collection[str]) -> list[Found]:
    """Names that would do harm in a message: of rivals and of the present employer."""
    return _elsewhere(marked, marked.of("rival", "now"), target, people)


def _elsewhere(marked: Marked, marks: Iterable[Found], target: Fact | None, people: Collection[str]) -> list[Found]:
    """The marks that name neither the target nor a person."""
    folded = {names.fold(name) for name in people}
    named = [mark for mark in marks if names.fold(marked.text(mark)) not in folded]
    return [mark for mark in named if not target or not _alike(marked.text(mark), target.value)]


def _behind_at(marked: Marked) -> list[Found]:
    """Names taken for people's that stand behind an @: `site geologist @ Minera Cobre Viejo`."""
    taken = marked.of("interviewer", "recruiter", "other")
    return [mark for mark in taken if marked.notes[: marked.start(mark)].rstrip().endswith("@")]


def _is_agency(marked: Marked, mark: Found) -> bool:
    """Whether what stands right before a name makes it an agency's: `recruiter at`."""
    return bool(_RECRUITER.search(marked.notes[max(0, marked.start(mark) - 40) : marked.start(mark)]))


def _grouped(marked: Marked, marks: Iterable[Found]) -> list[list[Found]]:
    groups: list[list[Found]] = []
    for mark in marks:
        text = marked.text(mark)
        home = next((group for group in groups if any(_alike(text, marked.text(other)) for other in group)), None)
        if home is None:
            groups.append([mark])
        else:
            home.append(mark)
    return groups


def _alike(one: str, other: str) -> bool:
    """Whether two names are one company's: alike, one a part of the other, or its initials."""
    first, second = names.fold(one), names.fold(other)
    short, long = sorted((re.findall(r"\w+", first), re.findall(r"\w+", second)), key=len)
    if not short:
        return False
    if all(word in long for word in short) or fuzz.ratio(first, second) >= _SAME or "".join(short) == "".join(long):
        return True
    telling = [word for word in long if word not in _SMALL]
    return len(short) == 1 and len(short[0]) > 1 and short[0] == "".join(word[0] for word in telling)


def _fullness(text: str, sure: float) -> tuple[bool, bool, int]:
    return sure > 0.5, not text.islower() and not (text.isupper() and len(text.split()) == 1), min(len(text), 60)


def shown(text: str) -> str:
    """A company's name as one writes it: on one line, without an article or marks around it; in lower case notes with capitals."""
    text = _ARTICLE.sub("", " ".join(text.split())).strip(" ,.;:-–—*_\"'“”")
    if text.count("(") != text.count(")"):
        text = text.split("(")[0].strip()
    if not text.islower():
        return text
    return " ".join(word if place and word in _SMALL else _capital(word) for place, word in enumerate(text.split()))


def _capital(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
