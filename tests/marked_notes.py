"""Notes marked by hand (training/README.md), as if the network had marked them: the reading's rules without it."""

from __future__ import annotations

from datetime import date

import numpy as np

from assistant import reading
from assistant.brief import Brief, Profile
from assistant.reading import pieces
from assistant.reading.edits import Word
from assistant.reading.marked import Marked
from assistant.reading.marks import Found, Wording
from training.examples import LAYERS
from training.markup import Mark, Record, record

NOBODY = Profile()


def read(
    marked: str, header: str = "", *, today: str = "2026-03-12", profile: Profile = NOBODY, status: str = "awaiting"
) -> Brief:
    """The brief of notes in which the marks stand; `header` holds the lines for people, `1: Ada Voss | chair | interviewer |`."""
    one = record(f"=== t\nme: X | today: {today} | want: thank-you | status: {status}\n{header}\n---\n{marked}\n")
    return reading.brief(as_marked(one), date.fromisoformat(today), profile)


def as_marked(one: Record) -> Marked:
    """A record's marks as the network would set them if it were sure of everything."""
    words = pieces.words(one.notes)
    firsts: dict[int, int] = {}
    for mark in one.marks:
        if mark.tag == "p" and mark.person is not None:
            firsts.setdefault(mark.person, _span(words, mark)[0])
    found = [_found(one, mark, words, firsts) for mark in one.marks]
    days = {tag: np.zeros(len(words), np.float32) for tag in ("idate", "decide", "due")}
    for mark in found:
        if mark.tag in days:
            days[mark.tag][mark.first : mark.last] = 1.0
    return Marked(one.notes, words, found, {one.status: 1.0}, days)


def _found(one: Record, mark: Mark, words: list[Word], firsts: dict[int, int]) -> Found:
    first, last = _span(words, mark)
    tag = one.people[mark.person or 0].part if mark.tag == "p" else mark.tag
    layer = next((name for name, tags in LAYERS.items() if tag in tags), "named")
    wording = Wording(mark.form, mark.wording, 1.0) if mark.form and mark.wording else None
    person = firsts.get(mark.person) if mark.person else None
    return Found(layer, tag, first, last, 1.0, person, 1.0, float(mark.best), wording)


def _span(words: list[Word], mark: Mark) -> tuple[int, int]:
    inside = [at for at, word in enumerate(words) if word.start < mark.end and word.end > mark.start]
    return inside[0], inside[-1] + 1
