"""The scorers count what a person would count."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.brief import Brief, Fact, Instruction, Person, Profile, Span
from assistant.message import Message
from assistant.report import Finding, Report
from eval import draft_scores, reading_scores
from eval.cases import Case, Gold, GoldInstruction, GoldPerson
from eval.draft_scores import Drafted
from eval.intervals import wilson
from eval.sameness import common_runs
from eval.score import Score, rate

NOTES = "Met Ada Obi, head chef (ada@kiln.example) at Kiln. I will send the menu. No calls. Pay 30k. Joe drove me."


def span(text: str) -> tuple[Span, ...]:
    start = NOTES.index(text)
    return (Span(start=start, end=start + len(text), text=text),)


def fact(value: str, quoted: str | None = None, said_by: str | None = None) -> Fact:
    return Fact.model_validate({"id": value, "value": value, "evidence": span(quoted or value), "said_by": said_by})


@pytest.fixture
def case() -> Case:
    gold = Gold(
        company="Kiln",
        role="Sous chef",
        interviewers=(GoldPerson(name="Ada Obi", title="head chef", email="ada@kiln.example"),),
        other_people=("Joe",),
        other_companies=(),
        interview_date=date(2026, 5, 4),
        topics=(("menu", "carte"),),
        strengths=(("send the menu",),),
        promises=("I will send the menu",),
        instructions=(GoldInstruction(kind="channel", text="No calls"),),
        decision_by=date(2026, 5, 8),
        timeframe_text=None,
        status="awaiting",
        must_not_appear=("30k", "Joe", "never written"),
    )
    return Case(
        id="1-kiln", style="prose", notes=NOTES, me=Profile(), today=date(2026, 5, 5), want="thank-you", gold=gold
    )


@pytest.fixture
def brief() -> Brief:
    return Brief(
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


def test_what_is_right_is_a_hit_and_what_is_not_read_is_missed(case: Case, brief: Brief) -> None:
    assert reading_scores.company(case, brief) == Score(hits=1)
    assert reading_scores.role(case, brief).missed == ("Sous chef (read None)",)
    assert reading_scores.people(case, brief) == Score(hits=1)
    assert reading_scores.titles(case, brief) == Score(hits=1)
    assert reading_scores.emails(case, brief) == Score(hits=1)
    assert reading_scores.other_people(case, brief) == Score(hits=1)


def test_a_decision_date_counts_only_when_exact(case: Case, brief: Brief) -> None:
    assert reading_scores.decision_date(case, brief).missed == ("2026-05-08 not 2026-05-09",)
    assert reading_scores.no_decision_date(case, brief) == Score()


def test_topics_have_recall_and_precision(case: Case, brief: Brief) -> None:
    assert reading_scores.topics(case, brief) == Score(hits=1)
    assert reading_scores.strengths(case, brief).missed == ("send the menu",)
    assert reading_scores.topics_precision(case, brief) == Score(hits=1, extra=("drove",))


def test_promises_and_instructions_are_met_by_their_words_and_kinds_apart(case: Case, brief: Brief) -> None:
    assert reading_scores.promises(case, brief).hits == 1
    assert reading_scores.instructions(case, brief).hits == 1
    assert reading_scores.instruction_kinds(case, brief).hits == 0


def test_private_counts_only_strings_that_stand_in_the_notes_and_lie_outside_what_is_kept_back(
    case: Case, brief: Brief
) -> None:
    score = reading_scores.private(case, brief)
    assert (score.hits, score.missed) == (1, ("Joe",))


def test_an_invented_person_is_extra(case: Case, brief: Brief) -> None:
    invented = brief.model_copy(update={"people": (*brief.people, Person(name="Kiln Pay"))})
    assert reading_scores.people(case, invented).extra == ("Kiln Pay",)


def test_a_leak_is_found_in_body_or_subject_whatever_its_case(case: Case) -> None:
    clean = Message(kind="thank-you", channel="email", recipient="Ada Obi", subject="Menu", body="Dear Ada")
    leaking = clean.model_copy(update={"subject": "JOE said hello"})
    assert draft_scores.leaks(Drafted(case, (clean,))) == Score(hits=1)
    assert draft_scores.leaks(Drafted(case, (clean, leaking))).missed == ("'Joe' to Ada Obi",)


def test_a_short_string_leaks_only_as_a_word_of_its_own() -> None:
    assert draft_scores.stands("MP", "as I told the mp on Friday")
    assert not draft_scores.stands("MP", "your company")


def test_ready_and_error_free_messages_are_counted_one_by_one(case: Case) -> None:
    finding = Finding(rule="pushy", severity="error", message="Too keen.")
    good = Message(
        kind="thank-you", channel="email", recipient="A", subject=None, body="x", report=Report(verdict="ready")
    )
    bad = good.model_copy(update={"report": Report(verdict="not-ready", findings=(finding,))})
    drafted = Drafted(case, (good, bad))
    assert (draft_scores.ready(drafted).hits, draft_scores.ready(drafted).missed) == (1, ("not-ready: A",))
    assert draft_scores.errors(drafted).missed == ("A: ['pushy (Too keen.)']",)


def written(recipient: str, body: str) -> Message:
    return Message(kind="thank-you", channel="email", recipient=recipient, subject=None, body=body)


def test_a_message_is_anchored_where_it_names_a_gold_topic(case: Case) -> None:
    drafted = Drafted(case, (written("Ada Obi", "Thank you for the MENU."), written("Ada Obi", "Thank you.")))
    assert draft_scores.anchored(drafted) == Score(1, ("Ada Obi: nothing of the notes",))


def test_a_message_to_somebody_the_gold_does_not_know_is_named(case: Case) -> None:
    drafted = Drafted(case, (written("Ms Ada Obi", "x"), written("Kiln Pay", "x")))
    assert draft_scores.recipients(drafted) == Score(1, ("Kiln Pay",))


def test_two_messages_of_a_panel_share_no_run_of_eight_words_between_greeting_and_signature(case: Case) -> None:
    same = "I came away wanting the role even more today"
    apart = Drafted(case, (written("A", f"Dear A,\n\nOne.\n\n{same}"), written("B", f"Dear B,\n\nTwo.\n\n{same}")))
    alike = Drafted(case, (written("A", f"Dear A,\n\n{same}\n\nA"), written("B", f"Dear B,\n\n{same}\n\nB")))
    assert draft_scores.panel(apart) == Score(hits=1)
    assert draft_scores.panel(alike).missed == (f"A, B: {same.lower()}",)


def test_a_case_that_the_desk_refuses_is_not_ready(case: Case) -> None:
    assert draft_scores.ready(Drafted(case, error="nobody to write to")).missed == ("nobody to write to",)


def test_f1_weighs_what_was_missed_and_what_was_added() -> None:
    assert rate("x", "f1", [Score(hits=2, missed=("a",), extra=("b",))]).value == pytest.approx(2 / 3)
    assert rate("x", "precision", [Score(hits=3, missed=("a",), extra=("b",))]).value == pytest.approx(3 / 4)
    assert rate("x", "recall", [Score(hits=3, missed=("a",), extra=("b", "c"))]).value == pytest.approx(3 / 4)


def test_the_interval_of_a_small_count_is_wide_and_holds_the_rate() -> None:
    low, high = wilson(9, 10)
    assert low == pytest.approx(0.596, abs=0.001)
    assert high == pytest.approx(0.982, abs=0.001)
    assert wilson(0, 0) == (0.0, 1.0)


def test_a_run_of_six_words_in_messages_of_two_candidates_is_named_with_its_share(case: Case) -> None:
    other = case.model_copy(update={"id": "2-other"})
    stock = "I came away wanting the role even more"
    drafts = [
        Drafted(case, (written("A", f"Dear A,\n\n{stock}.\n\nMe"),)),
        Drafted(other, (written("B", f"Dear B,\n\n{stock} now.\n\nMe"), written("C", "Dear C,\n\nThe menu.\n\nMe"))),
        *(Drafted(case.model_copy(update={"id": f"{n}"}), (written("D", f"Dear D,\n\n{n}\n\nMe"),)) for n in range(9)),
    ]
    runs = dict(common_runs(drafts))
    assert runs["i came away wanting the role"] == pytest.approx(2 / 11)
    assert "the menu" not in " ".join(runs)
