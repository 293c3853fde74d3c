"""The same record otherwise: other names of people and firms, no capitals; so that no name is learned by heart."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.reading.wordlist import words as listed
from training.faults import Text
from training.markup import Mark, Record

_NAME = re.compile(r"[^\W\d_]{2,}")
_COURTESY = listed(
    "abu adv al ap auntie aunty ben bin binti bu capt captain chief da das de den der di doctor don dos doña dr "
    "el engr father frau herr ibu imam la le madam mama matron miss mr mrs ms mx pak pastor prof professor san "
    "señor señora sheikh sir sister sr sra ter uncle van von "
)
_FIRMS = ("co", "ag", "rival", "now", "past")
_LESS_OFTEN = 0.25


class Names:
    """The words of names in all records, to take others from."""

    def __init__(self, records: Iterable[Record]) -> None:
        people: set[str] = set()
        self.firms: list[str] = []
        for record in records:
            for mark in record.marks:
                if mark.tag == "p":
                    people.update(word for word in _words(record.text(mark)) if word[0].isupper())
                elif mark.tag in _FIRMS and record.text(mark)[0].isupper() and len(record.text(mark).split()) < 6:
                    self.firms.append(record.text(mark))
        self.people = sorted(people)
        self.firms.sort()


def varied(record: Record, names: Names, chance: random.Random) -> Record:
    """One variation of the record, which may be the record itself."""
    record = renamed(record, Renaming.drawn(record, names, chance))
    if chance.random() < _LESS_OFTEN:
        record = (
            replace(record, notes=record.notes.lower()) if len(record.notes.lower()) == len(record.notes) else record
        )
    return record


@dataclass(frozen=True, slots=True)
class Renaming:
    """Other words for the words of people's names, and other names for firms."""

    spoken: dict[str, str]
    firms: dict[str, str]

    @classmethod
    def drawn(cls, record: Record, names: Names, chance: random.Random) -> Renaming:
        """One renaming of a record's people and firms; now and then of none."""
        spoken: dict[str, str] = {}
        firms: dict[str, str] = {}
        if chance.random() < 0.5:
            words = [word for mark in record.marks if mark.tag == "p" for word in _words(record.text(mark))]
            spoken |= {word: chance.choice(names.people) for word in words}
        if chance.random() < 0.4:
            firms |= {record.text(mark): chance.choice(names.firms) for mark in record.marks if mark.tag in _FIRMS}
        return cls(spoken, firms)

    def of(self, text: str) -> str:
        """A text with the same renaming."""
        for firm in sorted(self.firms, key=len, reverse=True):
            text = re.sub(rf"(?<!\w){re.escape(firm)}(?!\w)", self.firms[firm].replace("\\", ""), text)
        return _NAME.sub(
            lambda found: _cased(self.spoken[found[0]], found[0]) if found[0] in self.spoken else found[0], text
        )

    def message(self, text: Text) -> Text:
        """A message with the same renaming, its faults where they then are."""
        made, at = "", 0
        faults: list[tuple[int, int, str]] = []
        for start, end, fault in text.faults:
            made += self.of(text.text[at:start])
            begin = len(made)
            made += self.of(text.text[start:end])
            faults.append((begin, len(made), fault))
            at = end
        return Text(text.letter, made + self.of(text.text[at:]), tuple(faults))


def _words(name: str) -> list[str]:
    return [word for word in _NAME.findall(name) if word.lower() not in _COURTESY]


def renamed(record: Record, names: Renaming) -> Record:
    """The record with words of people's names and whole firms' names replaced where they are marked."""
    spoken, firms = names.spoken, names.firms
    if not spoken and not firms:
        return record
    cuts: list[tuple[int, int, str]] = []
    for mark in record.marks:
        if mark.tag in _FIRMS and record.text(mark) in firms and not _holds(record, mark):
            cuts.append((mark.start, mark.end, _cased(firms[record.text(mark)], record.text(mark))))
        elif mark.tag == "p":
            cuts += [
                (mark.start + found.start(), mark.start + found.end(), _cased(spoken[found[0]], found[0]))
                for found in _NAME.finditer(record.text(mark))
                if found[0] in spoken
            ]
    cuts.sort()
    cuts = [cut for at, cut in enumerate(cuts) if at == 0 or cuts[at - 1][1] <= cut[0]]
    notes, at, moved = "", 0, []
    for start, end, text in cuts:
        notes += record.notes[at:start]
        moved.append((start, end, len(notes), len(notes) + len(text)))
        notes += text
        at = end
    notes += record.notes[at:]
    marks = tuple(
        replace(
            mark,
            start=_place(mark.start, moved, late=False),
            end=_place(mark.end, moved, late=True),
            wording=_reworded(mark, spoken),
        )
        for mark in record.marks
    )
    return replace(record, notes=notes, marks=marks)


def _holds(record: Record, firm: Mark) -> bool:
    """Whether other marks stand inside a firm's name."""
    return any(mark is not firm and mark.start >= firm.start and mark.end <= firm.end for mark in record.marks)


def _reworded(mark: Mark, spoken: dict[str, str]) -> str | None:
    if mark.wording is None:
        return None
    return _NAME.sub(lambda found: _cased(spoken[found[0]], found[0]) if found[0] in spoken else found[0], mark.wording)


def _cased(new: str, old: str) -> str:
    return new.lower() if old == old.lower() else new.upper() if old == old.upper() and len(old) > 2 else new


def _place(at: int, moved: list[tuple[int, int, int, int]], *, late: bool) -> int:
    """Where a place of the old notes is in the new; inside what was replaced, its start or (`late`) its end."""
    shift = 0
    for start, end, new_start, new_end in moved:
        if at <= start:
            break
        if at < end:
            return new_end if late else new_start
        shift = new_end - end
    return at + shift
