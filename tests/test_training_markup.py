"""Marked notes are read to the letter, and what does not hold together is named."""

from __future__ import annotations

import pytest

from assistant.reading.edits import apply, words
from training.align import UnalignedError, change, edits
from training.check import problems
from training.letters import FAULTS, _of_record
from training.markup import MarkupError, Record, record

HEAD = "=== t-1\nme: Mio Tan | today: 2026-03-12 | want: thank-you | status: awaiting\n"
ADA = "1: Ada Voss | chair | interviewer |\n"


def marked(notes: str, people: str = ADA) -> Record:
    return record(f"{HEAD}{people}---\n{notes}\n")


def test_marks_stand_on_the_bare_notes() -> None:
    one = marked('<p 1>Ada</p> asked <asked 1! "np: the wet clay">abt <x>bad</x> wet clay</asked> <3')
    assert one.notes == "Ada asked abt bad wet clay <3\n"
    assert [(mark.tag, one.text(mark), mark.best) for mark in one.marks] == [
        ("p", "Ada", False), ("asked", "abt bad wet clay", True), ("x", "bad", False),
    ]  # fmt: skip
    assert (one.marks[1].form, one.marks[1].wording) == ("np", "the wet clay")


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        ("<co>Kiln</role>", "closes what is not open"), ("<co>Kiln", "never closed"), ("<asked>x</asked>", "whose?"),
        ("<asked 1>x</asked>", "give a wording"), ('<asked 1 "inf: x">x</asked>', "the form is one of np, wh"),
        ('<asked 2 "-">x</asked>', "no person 2"), ("<co> </co>", "stands on nothing"),
    ],
)  # fmt: skip
def test_what_is_marked_wrongly_is_refused_with_the_reason(notes: str, said: str) -> None:
    with pytest.raises(MarkupError, match=said):
        marked(notes)


@pytest.mark.parametrize(
    ("source", "target", "op"),
    [
        ("clay", "clay", "keep"), ("close", "closed", "past"), ("closing", "close", "base"), ("bed", "beds", "s"),
        ("mgr", "manager", "=manager"), ("managment", "management", "=management"), ("clay", "kiln", None), ("she's", "you're", None),
    ],
)  # fmt: skip
def test_one_word_is_made_of_another_or_not(source: str, target: str, op: str | None) -> None:
    assert change(source, target) == op


@pytest.mark.parametrize(
    ("source", "wording"),
    [
        ("deteriorating pt", "a deteriorating patient"), ("need ppl to train band 5s", "people to train band 5s"),
        ("she's worried abt ordering", "you're worried about ordering"), ("closed 41 NCR in 2 month", "I closed 41 NCRs in 2 months"),
    ],
)  # fmt: skip
def test_a_wording_is_found_as_edits_that_make_it_again(source: str, wording: str) -> None:
    given = words(source)
    made, append = edits(given, wording)
    assert apply(given, made, append) == wording


def test_a_wording_with_words_that_the_notes_do_not_hold_is_refused() -> None:
    with pytest.raises(UnalignedError, match="kiln"):
        edits(words("wet clay"), "the wet kiln")
    with pytest.raises(UnalignedError, match="another order"):
        edits(words("clay wet"), "wet clay")


def test_the_checker_names_what_a_record_lacks() -> None:
    said = " ".join(problems(marked('<asked 0 "np: the wet kiln">wet clay</asked> <decide>friday</decide>')))
    assert "person 1 (Ada Voss) has no <p 1>" in said
    assert "not in the notes there: kiln" in said
    assert "without a decide: date" in said


LETTER = """=== t-1
--- good | thank-you | to: 1
Dear Ada,

Thank you for the 14 bowls.

Mio
--- faults
1 | number | the 14 bowls >>> the {15} bowls
1 | claim-mine | bowls. >>> bowls.{\\nI made ten.}
"""


def test_a_fault_is_a_good_letter_with_one_change_and_knows_its_words() -> None:
    good, number, claim = _of_record(LETTER)
    assert good.fault is None
    assert (number.text[number.start : number.end], number.fault) == ("15", "number")
    assert claim.text[claim.start : claim.end] == "\nI made ten."
    assert {"number", "claim-mine"} <= FAULTS


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("1 | number | 99 >>> {98}", "stands 0 times"),
        ("1 | number | 14 >>> 15", "once, in"),
        ("1 | odd | 14 >>> {15}", "write NUMBER"),
    ],
)
def test_a_fault_that_cannot_be_planted_is_refused(line: str, said: str) -> None:
    with pytest.raises(MarkupError, match=said):
        list(_of_record(LETTER.partition("--- faults\n")[0] + "--- faults\n" + line + "\n"))
