"""The scorers of drafts count what a person would count, and say why and in which message."""

from __future__ import annotations

import pytest
from eval_samples import case, desk, drafted, mail, written

from assistant import testing
from assistant.brief import Brief, Fact
from assistant.errors import OptionError
from assistant.message import Message, Part, Sentence
from assistant.report import Finding, Report
from eval.score import Score
from eval.scorers import coverage, distinct, drafting, sameness, wording
from eval.scorers.drafting import Drafted, stands

FINDING = Finding(rule="pushy", severity="error", message="Too keen.")
MENU = "Thank you for asking about the menu on Monday."
OVEN = "Thank you for showing me the bread oven in the yard."


def test_a_leak_is_found_in_body_or_subject_whatever_its_case() -> None:
    clean, leaking = mail("Dear Ada"), mail("Dear Ada", subject="JOE said hello")
    assert drafting.no_leak(drafted(clean)) == Score(hits=1)
    assert drafting.no_leak(drafted(clean, leaking)).missed == ("'Joe' to Ada Obi",)


def test_a_short_string_leaks_only_as_a_word_of_its_own() -> None:
    assert stands("MP", "as I told the mp on Friday")
    assert not stands("MP", "your company")


def test_ready_and_error_free_messages_are_counted_one_by_one() -> None:
    good = mail(MENU, report=Report(verdict="ready"))
    bad = mail(MENU, variant=2, report=Report(verdict="not-ready", findings=(FINDING,)))
    found = drafting.ready(drafted(good, bad))
    assert (found.hits, found.missed) == (1, ("Ada Obi 2: not-ready",))
    assert drafting.no_error(drafted(good, bad)).missed == ("Ada Obi 2: pushy (Too keen.)",)


def test_a_score_of_messages_keeps_those_that_are_at_fault() -> None:
    good, bad = mail(MENU, report=Report(verdict="ready")), mail(OVEN, report=Report(verdict="not-ready"))
    assert OVEN in drafting.ready(drafted(good, bad)).text
    assert MENU not in drafting.ready(drafted(good, bad)).text


def test_a_case_that_the_desk_refuses_is_neither_written_nor_ready() -> None:
    refused = Drafted(case(), error="nobody to write to")
    assert drafting.written(refused).missed == ("nobody to write to",)
    assert drafting.ready(refused).missed == ("nobody to write to",)
    assert drafting.covers(refused) == Score()


def test_a_crash_of_the_writer_is_kept_with_its_place() -> None:
    def write(*order: object) -> tuple[Message, ...]:
        raise OptionError("no ink\nat all")

    line = desk()
    line._write = write  # type: ignore[assignment]
    crashed = drafting.draft(line, case(), testing.brief())
    assert crashed.error is not None
    assert crashed.error.startswith("OptionError: no ink at all (test_eval_drafting.py:")


def test_a_message_to_somebody_the_gold_does_not_know_is_named() -> None:
    found = drafting.right_person(drafted(mail(MENU, "Ms Ada Obi"), mail(MENU, "Kiln Pay"), written(None, "Hello,")))
    assert found == Score(1, ("Kiln Pay 1: a stranger",))


def test_a_message_is_anchored_where_it_uses_a_gold_topic() -> None:
    found = drafting.anchored(drafted(mail("Thank you for the MENU."), mail("Thank you.")))
    assert found == Score(1, ("Ada Obi 1: nothing of the notes",))


def test_best_material_is_covered_by_any_of_the_drafts_and_in_other_words() -> None:
    gold = {"topics": (("bread oven in the yard",), ("rota",)), "strengths": ()}
    assert drafting.covers(drafted(mail(OVEN), mail(MENU), **gold)) == Score(1, ("rota",))
    wanted = ("temp accommodation halved",)
    assert coverage.uses(wanted, "Hello,\n\nHow temporary accommodation was halved stays with me.")
    assert not coverage.uses(wanted, "Hello,\n\nAccommodation was temporary. It is now half.")


def test_an_ungrounded_or_ungrammatical_message_is_named_with_its_words() -> None:
    assert drafting.grounded(drafted(mail("Thank you for the 45 minutes."))).missed == ("Ada Obi 1: number '45'",)
    assert drafting.grounded(drafted(mail("Thank you for Monday."))) == Score(1)
    (wrong,) = drafting.grammatical(drafted(mail("Thank you for the the menu."))).missed
    assert wrong == "Ada Obi 1: doubled-word 'the the' in 'Thank you for the the menu.'"


def test_variants_on_the_same_material_do_not_differ_where_there_is_more_of_it() -> None:
    gold = {"topics": (("menu",), ("bread oven",)), "strengths": ()}
    same = drafted(mail(MENU), mail("The menu you described sounds like a lot of fun.", variant=2), **gold)
    other = drafted(mail(MENU), mail(OVEN, variant=2), **gold)
    assert distinct.variants_differ(same).missed == ("Ada Obi: 1 and 2: both rest on menu",)
    assert distinct.variants_differ(other) == Score(1)


def test_variants_in_the_same_words_do_not_differ() -> None:
    same = drafted(mail(MENU), mail(MENU, variant=2), topics=(("menu",),), strengths=())
    (missed,) = distinct.variants_differ(same).missed
    assert "100% of their words are the same" in missed


def test_a_run_of_eight_words_between_greeting_and_closing_is_shared_and_a_name_ends_it() -> None:
    run = "one two three four five six seven eight"
    assert distinct.variants_apart(drafted(mail(f"{run}."), mail(f"And {run}.", variant=2))).missed == (
        f"Ada Obi: 1 and 2: '{run}'",
    )
    named = "one two three four Kiln six seven eight nine"
    assert distinct.variants_apart(drafted(mail(f"{named}."), mail(f"{named}.", variant=2))) == Score(1)


def test_moves_that_open_and_close_are_not_compared() -> None:
    closing = Sentence(text="I look forward to hearing from you by the end of next week.")
    parts = (
        Part(move="recall", sentences=(Sentence(text=MENU),)),
        Part(move="close", sentences=(closing,)),
    )
    assert wording.core(mail(MENU, parts=parts)) == MENU


def test_two_messages_of_a_panel_are_not_one_text() -> None:
    same = "I came away wanting the role even more today."
    assert distinct.panel_apart(drafted(mail(MENU, "A"), mail(OVEN, "B"))) == Score(1)
    assert distinct.panel_apart(drafted(mail(f"{MENU} {same}", "A"), mail(f"{OVEN} {same}", "B"))).missed != ()


def other(name: str, *messages: Message) -> Drafted:
    return Drafted(case(name), messages)


def test_a_run_of_six_words_in_messages_of_two_candidates_is_found_with_its_share() -> None:
    stock = "I came away wanting the role even more."
    rest = [other(f"{n}", mail(f"Words {n}.")) for n in range(9)]
    drafts = [other("a", mail(stock)), other("b", mail(f"Well, {stock}")), *rest]
    shared = sameness.common(drafts)
    assert shared["i", "came", "away", "wanting", "the", "role"] == pytest.approx(2 / 11)
    (missed,) = sameness.own_words(drafts[0], shared).missed
    assert missed.startswith("Ada Obi: 'i came away wanting the role' in 18% of cases")
    assert sameness.own_words(drafts[2], shared) == Score(1)


def test_a_courtesy_makes_no_two_messages_alike_and_a_later_variant_is_not_sent() -> None:
    polite = "Thank you very much for your time."
    stock = "I came away wanting the role even more."
    drafts = [other(n, mail(polite), mail(stock, variant=2)) for n in "abc"]
    assert sameness.common(drafts) == {}


def test_the_brief_that_was_read_names_what_is_masked() -> None:
    brief = Brief(company=Fact(id="company", value="The Kiln Bakery"))
    assert "The Kiln Bakery" in Drafted(case(), (mail(MENU),), brief=brief).names
