"""python -m training.check FILE...: says what in marked notes does not hold together, one line each."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from assistant.reading.edits import apply, words
from training.align import UnalignedError, edits
from training.markup import ACTS, Mark, MarkupError, Record, record, split

_CAP = 16
"""Words: a longer noun phrase is hard to say in a sentence."""


def problems(found: Record) -> Iterator[str]:
    """What is wrong with a record, in words."""
    tags = {mark.tag for mark in found.marks}
    if found.interview and "idate" not in tags:
        yield "interview is dated in the header, and no <idate> says by which words"
    if found.decide and "decide" not in tags:
        yield "decide is dated in the header, and no <decide> says by which words"
    if "decide" in tags and not found.decide:
        yield "<decide> without a decide: date in the header (unmark it where no day can be told)"
    for number, someone in found.people.items():
        if not any(mark.tag == "p" and mark.person == number for mark in found.marks):
            yield f"person {number} ({someone.name}) has no <p {number}>"
    for mark in found.marks:
        yield from _mark_problems(found, mark)


def _mark_problems(found: Record, mark: Mark) -> Iterator[str]:
    text = found.text(mark)
    if mark.tag == "p" and len(text.split()) > 6:
        yield f"<p {mark.person}> on {text!r}: only the name"
    if mark.tag not in ACTS or mark.wording is None:
        return
    where = f"<{mark.tag}> {mark.form}: {mark.wording!r} on {text!r}"
    try:
        source = words(found.notes, mark.start, mark.end)
        made, append = edits(source, mark.wording)
        if _plain(apply(source, made, append)) != _plain(mark.wording):
            yield f"{where}: comes out as {apply(source, made, append)!r}"
    except UnalignedError as error:
        yield f"{where}: {error}"
    yield from (f"{where}: {fault}" for fault in _form_faults(mark.form or "", mark.wording))


def _form_faults(form: str, wording: str) -> Iterator[str]:
    first = wording.split()[0].lower()
    if form == "wh" and first not in {"how", "what", "whether", "why", "when", "where", "who", "which", "if", "about"}:
        yield "a wh wording opens with how, what, whether, why, when, where, who or which"
    if form == "inf" and first == "to":
        yield "an inf wording has no `to`"
    if form == "ger" and not first.endswith("ing"):
        yield "a ger wording opens with an -ing word"
    if form == "np" and len(wording.split()) > _CAP:
        yield f"an np wording has at most {_CAP} words"
    if re.search(r"[.!?;:]$", wording):
        yield "no punctuation at its end"


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def main(paths: list[str]) -> int:
    """Exit status: 0 all well, 1 something to mend."""
    bad = count = 0
    for path in paths:
        for block in split(Path(path).read_text(encoding="utf-8")):
            count += 1
            try:
                found = record(block)
                said = list(problems(found))
                said = [f"{found.id}: {line}" for line in said]
            except MarkupError as error:
                said = [str(error)]
            bad += bool(said)
            print(*said, sep="\n", end="\n" if said else "")
    print(f"{count} records, {bad} to mend")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
