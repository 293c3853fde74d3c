"""Facts as words: what was worded well is said, what was not is left out."""

from __future__ import annotations

import pytest

from assistant.brief import Act, Fact, Form, SaidBy
from assistant.writing.wording import speaks_to_reader, word


def fact(
    value: str, act: Act = "asked", form: Form | None = "np", said_by: SaidBy | None = "them", sure: float = 0.9
) -> Fact:
    return Fact(id="topic-1", value=value, act=act, form=form, said_by=said_by, sure=sure, best=0.8)


@pytest.mark.parametrize(
    ("given", "case", "slots"),
    [
        (fact("the wet clay"), "asked-np", {"np": "the wet clay"}),
        (fact("how I would dry it fast enough", form="wh"), None, None),
        (fact("how I would dry the clay", form="wh"), "asked-wh", {"wh": "how I would dry the clay"}),
        (fact("how you dry the clay", form="wh", said_by="me"), "asked-me-wh", {"wh": "how you dry the clay"}),
        (fact("the old van back", "wants"), "wants-np-known", {"np": "the old van back"}),
        (fact("should-cost model for board"), "asked-np", {"np": "the should-cost model for board"}),
        (fact("triage on the ward"), "asked-np", {"np": "triage on the ward"}),
        (fact("400 invoices a month"), "asked-np", {"np": "the 400 invoices a month"}),
        (fact("a death on the ward"), "asked-np-sober", {"np": "a death on the ward"}),
        (fact("I fired 300 pots", "told", "clause", "me"), "told-clause", {"clause": "I fired 300 pots"}),
        (fact("bring the old kiln back", "keen", "inf", "me"), "keen-inf", {"inf": "bring the old kiln back"}),
        (fact("glazing on the wheel", "event", "gerund", None), "event-gerund", {"gerund": "glazing on the wheel"}),
    ],
)  # fmt: skip
def test_a_fact_becomes_a_case_and_its_slots(given: Fact, case: str | None, slots: dict[str, str] | None) -> None:
    found = word(given)
    assert (found.case if found else None, found.slots if found else None) == (case, slots)


@pytest.mark.parametrize(
    "given",
    [
        fact("the wet clay", form=None), fact("the wet clay", sure=0.2), fact("clay -> kiln"), fact("the clay (wet)"), fact("the clay of the"),
        fact("I fired", "told", "clause", "me"), fact("the zxqwv clay"), fact("that one"),
        fact("a b c d e f g h i j k l m n o p q"),
        fact("three bakeries and the oven is broken", "said", said_by="them"), fact("28 beds, 5 vacancies", "said", said_by="them"),
        fact("the centre is down half the week", "said", "clause", "them"), fact("my own certificate", "wants", said_by="them"),
        fact("a copy of your certificates", "wants", said_by="them"), fact("whether I plan to start a family", form="wh"),
        fact("the mackerel I at college", "told", said_by="me"), fact("welder for the yard", "wants", said_by="them"), fact("the oven is 3 deck from the 80s", "said", "clause", "them"),
        fact("proud of the new garden", "discussed", said_by=None), fact("fitted a timer and the trips stopped", "told", "clause", "me"),
        fact("my course I did last year", "told", "clause", "me"), fact("the trial", "thank", said_by="me"), fact("whether I checked that", form="wh"), fact("whether my card is in date", form="wh"),
        fact("panel my final account story", "discussed", said_by=None), fact("the near miss at my last", "told", said_by="me"),
        fact("the home where it tripped and it turned", "told", said_by="me"),
    ],
)  # fmt: skip
def test_what_cannot_be_said_well_is_left_out(given: Fact) -> None:
    assert word(given) is None


def test_an_answer_may_point_to_its_question() -> None:
    answer = fact("I would dry it slowly", "answered", "clause", "me")
    assert word(answer) is None
    assert word(answer, answering=True) is not None


def test_the_best_and_surest_weigh_most() -> None:
    best, other = word(fact("the wet clay")), word(fact("the wet clay").model_copy(update={"best": 0.1}))
    assert best is not None
    assert other is not None
    assert best.weight > other.weight


def test_words_that_say_you_are_for_their_reader_only() -> None:
    mine, yours = word(fact("the wet clay")), word(fact("your wet clay"))
    assert mine is not None
    assert yours is not None
    assert (speaks_to_reader(mine), speaks_to_reader(yours)) == (False, True)
