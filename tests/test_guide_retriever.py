"""Principles for a brief and a kind: the essential always, the fitting first, nothing of another kind."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assistant import prompts
from assistant.brief import Brief, Fact, Instruction, Person, Question
from assistant.guide import GuideRetriever, LazyRetriever, MemoryIndex, Retriever, concept_embedder, cues, passages
from assistant.guide.index import Hit
from assistant.guide.ranking import ranked, with_essential
from eval.scorers import retrieval

ANA, PIET = Person(name="Ana Ruiz"), Person(name="Piet de Wit")


@pytest.fixture(scope="module")
def guide() -> Retriever:
    principles = prompts.principles()
    found = passages(principles)
    texts = [passage.text for passage in found]
    embed = concept_embedder.shipped(texts)
    return GuideRetriever({p.id: p for p in principles}, embed, MemoryIndex(found, embed(texts)))


def ids(guide: Retriever, brief: Brief, kind: str, k: int = 6) -> list[str]:
    return [principle.id for principle in guide.retrieve(brief, prompts.kind(kind), k)]


@pytest.mark.parametrize("kind", list(prompts.kinds()))
def test_six_principles_of_the_kind_come_back_with_the_essential_among_them(guide: Retriever, kind: str) -> None:
    found = guide.retrieve(Brief(), prompts.kind(kind))
    assert len({principle.id for principle in found}) == 6
    assert all(kind in principle.kinds for principle in found)
    assert set(prompts.kind(kind).essential) <= {principle.id for principle in found}


@pytest.mark.parametrize("k", [0, 1, 3, 6, 20])
def test_as_many_come_back_as_are_asked_for(guide: Retriever, k: int) -> None:
    assert len(ids(guide, Brief(people=(ANA,)), "thank-you", k)) == k


@pytest.mark.parametrize(
    ("kind", "brief", "expected"),
    [
        ("thank-you", {"people": (ANA, PIET)}, "panel-messages-differ"),
        ("thank-you", {"promises": (Fact(id="promise-1", value="send the wiring plan"),)}, "keep-promises-visible"),
        ("thank-you", {"status": "offer", "people": (ANA,)}, "an-offer-stays-calm"),
        ("thank-you", {"missing": (Question(field="people", question="Who interviewed you?"),)}, "names-are-looked-up"),
        ("check-in", {"people": (ANA, Person(name="Jo Bell", part="recruiter"))}, "recruiter-is-the-route"),
        ("check-in", {"decision_by": Fact(id="decision", value="2026-03-02")}, "wait-for-their-date"),
        ("check-in", {"people": (ANA,)}, "two-weeks-when-no-date"),
        ("check-in", {"private": (Fact(id="p", value="an offer, answer by Friday"),)}, "a-deadline-without-its-name"),
        ("linkedin", {"private": (Fact(id="p", value="salary 40k"),), "people": (ANA,)}, "private-stays-private"),
    ],
)  # fmt: skip
def test_what_the_brief_holds_decides_what_comes_back(
    guide: Retriever, kind: str, brief: dict[str, Any], expected: str
) -> None:
    assert expected in ids(guide, Brief(**brief), kind)


def test_an_instruction_against_calls_brings_back_the_advice_on_calls(guide: Retriever) -> None:
    no_calls = Instruction(kind="channel", text="please don't ring us", channel="phone", forbids=True)
    assert "call-where-calls-are-welcome" in ids(guide, Brief(people=(ANA,), instructions=(no_calls,)), "phone-script")


def test_a_day_before_which_contact_is_unwelcome_brings_back_the_advice_on_it(guide: Retriever) -> None:
    quiet = Instruction(kind="no-contact-before", text="not before the 4th", not_before=date(2026, 5, 4))
    assert "not-before-the-day-they-named" in ids(guide, Brief(people=(ANA,), instructions=(quiet,)), "thank-you")


def test_a_situation_in_other_words_finds_its_principle(guide: Retriever) -> None:
    found = guide.search("dead silence since the trial day. should I nudge again?", prompts.kind("check-in"))
    assert "no-blame-for-silence" in {principle.id for principle in found}


def test_the_same_question_gets_the_same_answer(guide: Retriever) -> None:
    kind = prompts.kind("thank-you")
    assert guide.search("a panel of four", kind) == guide.search("a panel of four", kind)


def test_a_described_situation_is_asked_whole_and_by_sentence() -> None:
    assert [cue.text for cue in cues.of_text("They rang. It is a no.")] == [
        "They rang. It is a no.",
        "They rang.",
        "It is a no.",
    ]


def test_a_brief_asks_each_thing_once() -> None:
    asked = cues.of_brief(Brief(people=(ANA, PIET), status="silent"), prompts.kind("check-in"))
    assert len(set(asked)) == len(asked) > 2


def test_a_principle_counts_with_its_best_passage_and_ties_go_by_name() -> None:
    hits = [[Hit("b", 0.5), Hit("a", 0.5), Hit("c", 0.9)], [Hit("b", 0.9)]]
    assert ranked(hits, [1.0, 0.1]) == ("c", "a", "b")


def test_essential_principles_push_the_last_ones_out() -> None:
    assert with_essential(["a", "b", "c", "d"], ["d", "x"], 3) == ("a", "d", "x")


def test_a_lazy_retriever_opens_once_and_at_the_first_question(guide: Retriever) -> None:
    opened = []

    def open_guide() -> Retriever:
        opened.append(1)
        return guide

    lazy = LazyRetriever(open_guide)
    assert (lazy.notice, opened) == (None, [])
    lazy.retrieve(Brief(), prompts.kind("linkedin"))
    lazy.search("no linkedin please", prompts.kind("linkedin"))
    assert opened == [1]


def test_the_labelled_pairs_name_principles_of_their_kind() -> None:
    served = {principle.id: principle.kinds for principle in prompts.principles()}
    found = retrieval.pairs()
    assert len(found) > 100
    assert {pair.split for pair in found} == {"dev", "test"}
    assert all(pair.kind in served[name] for pair in found for name in pair.expect)


def test_recall_on_the_labelled_pairs_does_not_fall(guide: Retriever) -> None:
    for split, least in (("dev", 0.94), ("test", 0.75)):
        found = [retrieval.scores(guide, pair) for pair in retrieval.pairs() if pair.split == split]
        back = [score["recall@6"] for score in found]
        hits = sum(score.hits for score in back)
        assert hits >= least * (hits + sum(len(score.missed) for score in back))
        assert all(score["essentials-always"].hits for score in found)
