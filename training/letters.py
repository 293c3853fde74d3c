"""Good messages to marked notes, and faults planted in them (training/LETTERS.md): read from files, and checked.

python -m training.letters FILE... says what does not hold together, one line each.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.reading.wordlist import words as listed
from training.markup import KINDS, MarkupError, Record, load

FAULTS = listed(
    "argues claim-mine claim-theirs company copied date flattery informal injection instruction model-leak name "
    "number other-person private pushy repetition self-negative turned "
)
"""Kinds of fault; each is planted by one change of a good message."""
NOTES = Path(__file__).parent / "notes"
_HEAD = re.compile(r"--- good \| (?P<kind>[\w-]+) \| to: (?P<to>\d+)\s*$")
_FAULT = re.compile(r"(?P<base>\d+) \| (?P<fault>[\w-]+) \| (?P<old>.+?) >>> (?P<new>.+)$")


@dataclass(frozen=True, slots=True)
class Letter:
    """One message to one person of a record (0: to an office or nobody named), and its fault, if it has one."""

    record: str
    kind: str
    to: int
    text: str
    fault: str | None = None
    start: int = 0
    end: int = 0
    """The characters of the planted words."""
    base: int = -1
    """For a fault, the place of its good message among the record's."""
    cut: tuple[int, int] = (0, 0)
    """For a fault, the characters of the good message that were replaced."""


def letters(path: Path) -> Iterator[Letter]:
    """The good messages of a file and the faulty ones made of them. Raises MarkupError."""
    for block in re.split(r"(?m)^(?==== )", path.read_text(encoding="utf-8")):
        if block.startswith("=== "):
            yield from _of_record(block)


def _of_record(block: str) -> Iterator[Letter]:
    first, _, rest = block.partition("\n")
    record = first.removeprefix("===").strip()
    body, _, faults = rest.partition("\n--- faults\n")
    good: list[Letter] = []
    for piece in re.split(r"(?m)^(?=--- good)", body):
        if not piece.strip():
            continue
        line, _, text = piece.partition("\n")
        head = _HEAD.match(line)
        if not head or head["kind"] not in KINDS:
            raise MarkupError(f"{record}: {line!r}: write --- good | KIND | to: NUMBER")
        good.append(Letter(record, head["kind"], int(head["to"]), text.strip() + "\n"))
    yield from good
    for line in filter(str.strip, faults.splitlines()):
        yield _planted(record, good, line)


def _planted(record: str, good: list[Letter], line: str) -> Letter:
    found = _FAULT.match(line)
    if not found or found["fault"] not in FAULTS or not 1 <= int(found["base"]) <= len(good):
        raise MarkupError(f"{record}: {line!r}: write NUMBER | FAULT | old words >>> new {{planted}} words")
    base, new = good[int(found["base"]) - 1], found["new"].replace("\\n", "\n")
    old = found["old"].replace("\\n", "\n")
    if base.text.count(old) != 1:
        raise MarkupError(
            f"{record}: {old!r} stands {base.text.count(old)} times in message {found['base']}: take other words"
        )
    if new.count("{") != 1 or new.count("}") != 1:
        raise MarkupError(f"{record}: {new!r}: put the offending words, once, in {{ }}")
    at = base.text.index(old)
    start, end = at + new.index("{"), at + new.index("}") - 1
    text = base.text[:at] + new.replace("{", "").replace("}", "") + base.text[at + len(old) :]
    return Letter(
        record, base.kind, base.to, text, found["fault"], start, end, int(found["base"]) - 1, (at, at + len(old))
    )


def main(paths: list[str]) -> int:
    """Exit status: 0 all well, 1 something to mend."""
    known = {record.id: record for path in NOTES.glob("*.txt") for record in load(path)}
    bad = good = faulty = 0
    for path in paths:
        for block in re.split(r"(?m)^(?==== )", Path(path).read_text(encoding="utf-8")):
            if not block.startswith("=== "):
                continue
            try:
                found = list(_of_record(block))
                _fits(known.get(found[0].record) if found else None, found)
                good += sum(one.fault is None for one in found)
                faulty += sum(one.fault is not None for one in found)
            except MarkupError as error:
                bad += 1
                print(error)
    print(f"{good} good, {faulty} faulty, {bad} records to mend")
    return 1 if bad else 0


def _fits(record: Record | None, found: list[Letter]) -> None:
    if record is None:
        raise MarkupError(f"{found[0].record if found else '?'}: no such record, or no message")
    for one in found:
        if one.to and one.to not in record.people:
            raise MarkupError(f"{record.id}: to: {one.to}: no such person")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
