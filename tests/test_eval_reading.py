"""The scorers of what was read count what a person would count."""

from __future__ import annotations

import pytest
from eval_samples import NOTES, case

from assistant.brief import Brief, Fact, Instruction, Person, Span
from eval.score import Score, fraction, reasons, value
from eval.scorers import reading

CASE = case()


def span(text: str) -> tuple[Span, ...]:
    start = NOTES.index(text)
    return (Span(start=start, end=start + len(text), text=text),)


def fact(value: str, quoted: str | None = None, said_by: str | None = None) -> Fact:
    return Fact.model_validate({"id": value, "value": value, "evidence": span(quoted or value), "said_by": said_by})


BRIEF = Brief(
    company=fact("Kiln"),
    role=None,
    people=(Person(name="Ms Ada Obi", title="chef", email="ada@kiln.example"), Person(name="Joe", part="other")),
    interview_date=Fact(id="d", value="2026-05-04"),
    topics=(fact("the menu", "menu"), fact("drove")),
    promises=(fact("I will send the menu"),),
    instructions=(Instruction(kind="other", text="No calls", evidence=span("No calls")),),
    decision_by=Fact(id="by", value="2026-05-09"),
    private=(fact("pay", "Pay 30k"),),
)


def test_what_is_right_is_a_hit_and_what_is_not_read_is_missed() -> None:
    assert reading.company(CASE, BRIEF) == Score(hits=1)
    assert reading.role(CASE, BRIEF).missed == ("Sous chef (read None)",)
    assert reading.people(CASE, BRIEF) == Score(hits=1)
    assert reading.titles(CASE, BRIEF) == Score(hits=1)
    assert reading.emails(CASE, BRIEF) == Score(hits=1)
    assert reading.other_people(CASE, BRIEF) == Score(hits=1)


def test_a_score_keeps_the_text_that_it_looked_at() -> None:
    assert reading.company(CASE, BRIEF).text == "Kiln"
    assert reading.people(CASE, BRIEF).text == "Ms Ada Obi"
    assert reading.topics(CASE, BRIEF).text == "the menu\ndrove"


def test_a_decision_date_counts_only_when_exact() -> None:
    assert reading.decision_date(CASE, BRIEF).missed == ("2026-05-08 not 2026-05-09",)
    assert reading.no_decision_date(CASE, BRIEF) == Score()


def test_topics_have_recall_and_precision() -> None:
    assert reading.topics(CASE, BRIEF) == Score(hits=1)
    assert reading.strengths(CASE, BRIEF).missed == ("send the menu",)
    assert reading.topics_precision(CASE, BRIEF) == Score(hits=1, extra=("drove",))


def test_promises_and_instructions_are_met_by_their_words_and_kinds_apart() -> None:
    assert reading.promises(CASE, BRIEF).hits == 1
    assert reading.instructions(CASE, BRIEF).hits == 1
    assert reading.instruction_kinds(CASE, BRIEF).hits == 0


def test_private_counts_only_strings_that_stand_in_the_notes_and_lie_outside_what_is_kept_back() -> None:
    score = reading.private(CASE, BRIEF)
    assert (score.hits, score.missed) == (1, ("Joe",))


def test_an_invented_person_is_extra() -> None:
    invented = BRIEF.model_copy(update={"people": (*BRIEF.people, Person(name="Kiln Pay"))})
    assert reading.people(CASE, invented).extra == ("Kiln Pay",)


@pytest.mark.parametrize(("kind", "share"), [("f1", 2 / 3), ("recall", 2 / 3), ("rate", 2 / 3), ("precision", 2 / 4)])
def test_each_kind_of_measure_weighs_what_was_missed_and_what_was_added_in_its_way(kind: str, share: float) -> None:
    extra = ("b",) if kind == "f1" else ("b", "c")
    found = value(kind, Score(hits=2, missed=("a",), extra=extra))  # type: ignore[arg-type]
    assert found == pytest.approx(share)


def test_reasons_are_those_that_the_kind_of_measure_counts() -> None:
    score = Score(hits=1, missed=("a",), extra=("b",))
    assert reasons("f1", score) == ("- a", "+ b")
    assert reasons("recall", score) == ("- a",)
    assert reasons("precision", score) == ("+ b",)


def test_where_nothing_was_counted_there_is_no_share() -> None:
    assert value("rate", Score()) is None
    assert fraction("f1", (1, 1, 0)) == (1, 1.5)
