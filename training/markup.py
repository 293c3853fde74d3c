"""Marked notes (training/README.md) as records: the bare notes, and each mark with the characters it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from assistant.reading.wordlist import words as listed

NAMES = frozenset({"co", "ag", "rival", "now", "past", "org", "role", "p", "me", "title", "idate", "decide", "due"})
ACTS = listed("ans asked did iask keen liked next promise said say showed since talk thank told wants ")
INSTRUCTIONS = frozenset({"i-chan", "i-person", "i-time", "i-wait", "i-other"})
TAGS = NAMES | ACTS | INSTRUCTIONS | {"x", "inj"}
FORMS = {
    "asked": {"np", "wh"}, "said": {"np", "cl"}, "wants": {"np", "inf"}, "showed": {"np"}, "liked": {"np", "wh"},
    "talk": {"np"}, "told": {"cl", "np"}, "ans": {"cl", "np"}, "iask": {"np", "wh"}, "keen": {"inf", "np"},
    "did": {"ger", "np"}, "promise": {"inf"}, "since": {"cl"}, "thank": {"np", "ger"}, "say": {"cl"}, "next": set(),
}  # fmt: skip
"""The forms that a wording may take, by mark."""
KINDS = frozenset({"thank-you", "check-in", "phone-script", "linkedin", "rejection-reply"})
STATUSES = frozenset({"awaiting", "silent", "rejected", "offer"})
PARTS = frozenset({"interviewer", "recruiter", "other"})
_MARK = re.compile(
    r"<(?P<shut>/?)(?P<tag>[a-z]+(?:-[a-z]+)?)(?:\s+(?P<person>\d+))?(?P<best>!?)(?:\s+\"(?P<wording>[^\"\n]*)\")?\s*>"
)


class MarkupError(ValueError):
    """A record that cannot be read; the text says which, where and why."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: `start` and `end` count characters of the bare notes."""

    tag: str
    start: int
    end: int
    person: int | None = None
    best: bool = False
    form: str | None = None
    wording: str | None = None


@dataclass(frozen=True, slots=True)
class Someone:
    """A person of a record's header."""

    name: str
    title: str | None
    part: str
    email: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """One set of notes with its marks, in the order in which they open."""

    id: str
    me: str
    today: date
    want: str
    status: str
    notes: str
    marks: tuple[Mark, ...]
    people: dict[int, Someone] = field(default_factory=dict)
    interview: date | None = None
    decide: date | None = None

    def text(self, mark: Mark) -> str:
        """The characters that a mark stands on."""
        return self.notes[mark.start : mark.end]


def load(path: Path) -> Iterator[Record]:
    """The records of one file. Raises MarkupError at the first that cannot be read."""
    for block in split(path.read_text(encoding="utf-8")):
        yield record(block)


def split(text: str) -> list[str]:
    """The blocks of a file, each from its `===` line to the next."""
    return [block for block in re.split(r"(?m)^(?==== )", text) if block.startswith("=== ")]


def record(block: str) -> Record:
    """One record of its block of text. Raises MarkupError."""
    head, found, body = block.partition("\n---\n")
    first, *lines = head.splitlines()
    name = first.removeprefix("===").strip()
    try:
        if not found:
            raise MarkupError("no line --- between the header and the notes")
        fields, people = _header(lines)
        notes, marks = bare(body.strip("\n") + "\n")
        result = Record(
            id=name, me=fields["me"], today=date.fromisoformat(fields["today"]), want=_one_of(fields, "want", KINDS),
            status=_one_of(fields, "status", STATUSES), notes=notes, marks=marks, people=people,
            interview=_day(fields, "interview"), decide=_day(fields, "decide"),
        )  # fmt: skip
        for mark in marks:
            if mark.person and mark.person not in people:
                raise MarkupError(f"<{mark.tag} {mark.person}>: no person {mark.person} in the header")
    except (MarkupError, KeyError, ValueError) as error:
        raise MarkupError(f"{name}: {'no ' if isinstance(error, KeyError) else ''}{error}") from error
    return result


def _header(lines: list[str]) -> tuple[dict[str, str], dict[int, Someone]]:
    fields: dict[str, str] = {}
    people: dict[int, Someone] = {}
    for line in filter(str.strip, lines):
        if numbered := re.match(r"(\d+):\s*(.*)", line):
            cells = [cell.strip() or None for cell in numbered[2].split("|")] + [None] * 4
            if cells[2] not in PARTS or cells[0] is None:
                raise MarkupError(f"{line!r}: write N: name | title | interviewer, recruiter or other | e-mail")
            people[int(numbered[1])] = Someone(cells[0], cells[1], cells[2], cells[3])
            continue
        for cell in line.split("|"):
            key, _, value = cell.partition(":")
            if value.strip():
                fields[key.strip()] = value.strip()
    return fields, people


def _one_of(fields: dict[str, str], key: str, choice: frozenset[str]) -> str:
    if fields[key] not in choice:
        raise MarkupError(f"{key} {fields[key]!r}: one of {', '.join(sorted(choice))}")
    return fields[key]


def _day(fields: dict[str, str], key: str) -> date | None:
    return date.fromisoformat(fields[key]) if key in fields else None


def bare(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """The notes without marks, and the marks in the order in which they open. Raises MarkupError where they cross."""
    notes, at = "", 0
    opened: list[tuple[re.Match[str], int, int]] = []
    marks: dict[int, Mark] = {}
    for count, found in enumerate(_MARK.finditer(marked)):
        if found["tag"] not in TAGS:
            continue
        notes += marked[at : found.start()]
        at = found.end()
        if not found["shut"]:
            opened.append((found, len(notes), count))
            continue
        if not opened or opened[-1][0]["tag"] != found["tag"]:
            raise MarkupError(
                f"</{found['tag']}> closes what is not open: {marked[max(0, found.start() - 40) : found.end()]!r}"
            )
        begun, start, order = opened.pop()
        marks[order] = _mark(begun, start, len(notes), notes)
    if opened:
        raise MarkupError(f"{opened[-1][0][0]} is never closed")
    notes += marked[at:]
    if stray := re.search(r"</?(?:" + "|".join(sorted(TAGS)) + r")\b[^>\n]*>", notes):
        raise MarkupError(f"{stray[0]!r} is not written as a mark")
    return notes, tuple(marks[key] for key in sorted(marks))


def _mark(begun: re.Match[str], start: int, end: int, notes: str) -> Mark:
    """The mark between two places, drawn in to the words that it stands on."""
    stretch = notes[start:end]
    start, end = start + len(stretch) - len(stretch.lstrip()), end - (len(stretch) - len(stretch.rstrip()))
    tag, wording = begun["tag"], begun["wording"]
    if start >= end:
        raise MarkupError(f"{begun[0]} stands on nothing")
    if tag in {"p", "title"} | (ACTS - {"next"}) and begun["person"] is None:
        raise MarkupError(f"{begun[0]}: whose? give the person's number, or 0")
    if tag in ACTS - {"next"} and wording is None:
        raise MarkupError(f'{begun[0]} on {notes[start:end]!r}: give a wording, or "-"')
    form = None
    if wording not in (None, "-", ""):
        form, _, wording = wording.partition(":")
        if form not in FORMS.get(tag, set()):
            raise MarkupError(f"{begun[0]}: the form is one of {', '.join(sorted(FORMS.get(tag, set()))) or 'none'}")
    else:
        wording = None
    person = int(begun["person"]) if begun["person"] else None
    return Mark(tag, start, end, person, bool(begun["best"]), form, wording.strip() if wording else None)
