"""Each reader's message rests on what was said with them; what must stay out is not even offered to the model."""

from __future__ import annotations

from typing import Any

from assistant.brief import Brief, Fact, Instruction, Person, Span
from assistant.model.choice import choose

NOTES = "x" * 200 + ". " + "x" * 300
ANN, BEN = Person(name="Ann Lee"), Person(name="Ben Roe")
EVE = Person(name="Eve Day", part="recruiter")


def span(start: int, end: int) -> tuple[Span, ...]:
    return (Span(start=start, end=end, text="x" * (end - start)),)


def fact(name: str, person: str | None = None, best: float = 0.5, at: int = 0, **more: Any) -> Fact:
    return Fact(id=name, value=name, person=person, best=best, act="asked", evidence=span(at, at + 10), **more)


def brief(*topics: Fact, **more: Any) -> Brief:
    return Brief(people=(ANN, BEN, EVE), topics=topics, **more)


def ids(found: Brief, reader: Person | None, *others: Person | None) -> list[str]:
    return [one.id for one in choose(found, NOTES, reader, others or (reader,)).facts]


def test_the_best_goes_first() -> None:
    found = brief(fact("a", "Ann Lee", 0.1), fact("b", "Ann Lee", 0.9), fact("c", "Ann Lee", 0.5))
    assert ids(found, ANN) == ["b", "c", "a"]


def test_colleagues_do_not_get_each_others() -> None:
    found = brief(fact("a", "Ann Lee"), fact("b", "Ben Roe"))
    assert (ids(found, ANN, ANN, BEN), ids(found, BEN, ANN, BEN)) == (["a"], ["b"])


def test_what_nobody_in_particular_said_goes_round_a_panel_once() -> None:
    own = [fact(f"{who[0]}{at}", who) for who in ("Ann Lee", "Ben Roe") for at in (1, 2)]
    free = [fact(f"free{at}") for at in range(4)]
    found = brief(*own, *free)
    shares = [{one for one in ids(found, reader, ANN, BEN) if one.startswith("free")} for reader in (ANN, BEN)]
    assert shares == [{"free0", "free2"}, {"free1", "free3"}]


def test_a_reader_with_little_of_their_own_gets_all_of_that() -> None:
    found = brief(fact("a", "Ann Lee"), fact("free"), fact("free2"))
    assert set(ids(found, ANN, ANN, BEN)) == {"a", "free", "free2"}


def test_a_recruiter_may_hear_of_everything() -> None:
    assert set(ids(brief(fact("a", "Ann Lee"), fact("b", "Ben Roe")), EVE)) == {"a", "b"}


def test_what_is_private_or_not_to_be_mentioned_is_not_offered() -> None:
    hush = Instruction(kind="other", text="not to mention", forbids=True, evidence=span(115, 129))
    found = brief(
        fact("open", "Ann Lee", at=300), fact("shut", "Ann Lee", at=10), fact("hushed", "Ann Lee", at=100),
        private=(fact("private-1", at=8),), instructions=(hush,),
        promises=(fact("promise-shut", "Ann Lee", at=11), fact("promise-1", "Ann Lee", at=400)),
    )  # fmt: skip
    assert ids(found, ANN) == ["open"]
    assert [one.id for one in choose(found, NOTES, ANN, (ANN,)).promises] == ["promise-1"]


def test_what_another_sentence_hushes_is_not_hushed() -> None:
    hush = Instruction(kind="other", text="nothing about that", forbids=True, evidence=span(202, 220))
    assert ids(brief(fact("a", "Ann Lee", at=188), instructions=(hush,)), ANN) == ["a"]


def test_a_kind_that_only_one_of_a_panel_gets_may_use_what_colleagues_said_last() -> None:
    found = brief(fact("a", "Ann Lee", 0.1), fact("b", "Ben Roe", 0.9))
    chosen = [choose(found, NOTES, ANN, others, compared=False) for others in ((ANN,), (ANN, BEN))]
    assert [[one.id for one in choice.facts] for choice in chosen] == [["a", "b"], ["a"]]


def test_leads_go_round() -> None:
    choice = choose(brief(fact("a", "Ann Lee", 0.9), fact("b", "Ann Lee", 0.1)), NOTES, ANN, (ANN,))
    leads = [choice.lead(number) for number in (1, 2, 3)]
    assert [lead.id for lead in leads if lead] == ["a", "b", "a"]
    assert choose(Brief(), NOTES, None, (None,)).lead(1) is None
