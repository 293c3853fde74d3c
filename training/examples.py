"""Marked notes as what the network learns from: for every word, the right answer to each question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from assistant.reading.edits import DROP, EXPAND, FORMS, KEEP, SPELL, Edit, Word, apply
from assistant.reading.pieces import Window, windows, words
from training.align import UnalignedError, edits
from training.markup import ACTS, INSTRUCTIONS, Mark, Record

IGNORED = -100
NAMED = ("co", "ag", "rival", "now", "past", "org", "me", "interviewer", "recruiter", "other")
OFFICES = ("role", "title")
DAYS = ("idate", "decide", "due")
SHUT = ("x", "inj")
LAYERS: dict[str, tuple[str, ...]] = {
    "named": NAMED, "offices": OFFICES, "days": DAYS, "acts": tuple(sorted(ACTS)),
    "orders": tuple(sorted(INSTRUCTIONS)), "shut": SHUT,
}  # fmt: skip
"""What may stand on a word, in layers that do not hinder each other."""
FORM = ("none", "np", "wh", "cl", "inf", "ger")
CASES = ("same", "lower", "title", "upper")
STATUS = ("awaiting", "silent", "rejected", "offer")
_OFTEN = 3
"""A small word that goes between, or that stands for another, is learned where it occurs so often."""


def begun_and_inside(tags: Sequence[str]) -> tuple[str, ...]:
    """The answers of a layer: nothing, and each tag's first and later words."""
    return ("O", *(f"{mark}-{tag}" for tag in tags for mark in "BI"))


@dataclass(slots=True)
class Example:
    """One window of one record with its answers; a word without an answer has IGNORED."""

    window: Window
    answers: dict[str, list[int]]
    asks: list[tuple[int, list[int]]] = field(default_factory=list)
    """Words that ask whose they are, and the words at which that person's mentions begin; none: nobody's."""
    people: list[int] = field(default_factory=list)
    """Words at which somebody's mention begins."""


@dataclass(frozen=True, slots=True)
class Worded:
    """A mark's words and the edits that make its wording of them."""

    first: int
    edits: list[Edit]
    append: str


def questions(records: Iterable[Record]) -> dict[str, tuple[str, ...]]:
    """Each question that is asked of a word, with its answers; those of the edits are counted in the records."""
    inserts, ops = Counter[str](), Counter[str]()
    for record in records:
        for made in worded(record, words(record.notes)).values():
            inserts.update(edit.insert.lower() for edit in made.edits if edit.insert)
            inserts.update([made.append.lower()] if made.append else [])
            ops.update(edit.op for edit in made.edits)
    often = [op for op, count in sorted(ops.items()) if op.startswith("=") and count >= _OFTEN]
    return {
        **{name: begun_and_inside(tags) for name, tags in LAYERS.items()},
        "best": ("no", "yes"),
        "form": FORM,
        "op": (KEEP, DROP, *FORMS, SPELL, EXPAND, *often),
        "case": CASES,
        "insert": ("", *sorted(text for text, count in inserts.items() if count >= _OFTEN)),
        "append": ("", *sorted(text for text, count in inserts.items() if count >= _OFTEN and len(text.split()) < 2)),
        "status": STATUS,
    }


def worded(record: Record, source: Sequence[Word]) -> dict[Mark, Worded]:
    """The edits behind each wording that can be made of its words."""
    found: dict[Mark, Worded] = {}
    for mark in record.marks:
        if mark.wording is None:
            continue
        inside = [at for at, word in enumerate(source) if word.start >= mark.start and word.end <= mark.end]
        real = [source[at] for at in inside if source[at].text.strip()]
        if (found_edits := _edits(tuple(word.text for word in real), tuple(_gaps(real)), mark.wording)) is None:
            continue
        made, append = found_edits
        rest = iter(made)
        full = [next(rest) if source[at].text.strip() else Edit(op=DROP) for at in inside]
        found[mark] = Worded(inside[0], full, append)
    return found


def _gaps(words_: Sequence[Word]) -> list[bool]:
    """Whether each word stands right behind the one before it."""
    return [bool(at) and words_[at - 1].end == word.start for at, word in enumerate(words_)]


@lru_cache(maxsize=200_000)
def _edits(texts: tuple[str, ...], glued: tuple[bool, ...], wording: str) -> tuple[list[Edit], str] | None:
    """The edits that make the wording of these words to the letter; nothing where there are none."""
    source, at = [], 0
    for text, close in zip(texts, glued, strict=True):
        at += not close
        source.append(Word(text, at, at + len(text)))
        at += len(text)
    try:
        made, append = edits(source, wording)
    except UnalignedError:
        return None
    same = " ".join(apply(source, made, append).split()).lower() == " ".join(wording.split()).lower()
    return (made, append) if same else None


def examples(record: Record, asked: dict[str, tuple[str, ...]]) -> list[Example]:
    """The record's windows with their answers."""
    source = words(record.notes)
    answers = _answers(record, source, asked)
    people = {
        number: [_first(source, mark) for mark in record.marks if mark.tag == "p" and mark.person == number]
        for number in record.people
    }
    mentions = sorted(at for places in people.values() for at in places)
    found = []
    for window in windows(source):
        span = range(window.start, window.start + len(window.first))
        example = Example(window, {name: [given[at] for at in span] for name, given in answers.items()})
        example.people = [at - window.start for at in mentions if at in span]
        for mark in record.marks:
            if mark.person is None or mark.tag == "p" or (at := _first(source, mark)) not in span:
                continue
            theirs = [place - window.start for place in people.get(mark.person, []) if place in span]
            if theirs or mark.person == 0:
                example.asks.append((at - window.start, theirs))
        found.append(example)
    return found


def _first(source: Sequence[Word], mark: Mark) -> int:
    return next((at for at, word in enumerate(source) if word.end > mark.start), len(source) - 1)


def _answers(record: Record, source: Sequence[Word], asked: dict[str, tuple[str, ...]]) -> dict[str, list[int]]:
    size = len(source)
    index = {name: {answer: at for at, answer in enumerate(given)} for name, given in asked.items()}
    found = {name: [0 if name in LAYERS else IGNORED] * size for name in asked}
    found["status"] = [index["status"][record.status]] * size
    for mark in sorted(record.marks, key=lambda mark: mark.start - mark.end):
        layer, tag = _layer(record, mark)
        inside = [at for at, word in enumerate(source) if word.start < mark.end and word.end > mark.start]
        for place, at in enumerate(inside):
            found[layer][at] = index[layer][f"{'I' if place else 'B'}-{tag}"]
            if layer == "acts":
                found["best"][at] = int(mark.best)
                found["form"][at] = index["form"][mark.form or "none"]
    for made in worded(record, source).values():
        for place, edit in enumerate(made.edits):
            at = made.first + place
            found["op"][at] = _op(edit, source[at].text, index["op"])
            found["case"][at] = index["case"][edit.case] if edit.op != DROP else IGNORED
            found["insert"][at] = index["insert"].get(edit.insert.lower(), IGNORED)
            found["append"][at] = 0
        found["append"][made.first + len(made.edits) - 1] = index["append"].get(made.append.lower(), IGNORED)
    return found


def _op(edit: Edit, word: str, index: dict[str, int]) -> int:
    if edit.op in index:
        return index[edit.op]
    return index[EXPAND if len(edit.op) > len(word) + 3 else SPELL]


def _layer(record: Record, mark: Mark) -> tuple[str, str]:
    if mark.tag == "p":
        return "named", record.people[mark.person or 0].part
    return next((name, mark.tag) for name, tags in LAYERS.items() if mark.tag in tags)
