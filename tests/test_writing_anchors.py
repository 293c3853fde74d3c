"""What is recalled to whom: each reader's own, a question with its answer, nothing twice and nothing private."""

from __future__ import annotations

from marked_notes import read

from assistant.brief import Brief, Person
from assistant.writing import anchors
from assistant.writing.wording import Wording

PANEL = "1: Ada Voss | chair | interviewer |\n2: Bram Kole | | interviewer |\n3: Rita | | recruiter |"


def panel(marked: str) -> tuple[Brief, dict[str, Person]]:
    brief = read(f"<p 1>Ada Voss</p>, <p 2>Bram Kole</p>, <p 3>Rita</p>. {marked}", PANEL)
    return brief, {person.name.split()[0]: person for person in brief.people}


def recalled(marked: str, name: str = "Ada", *, alone: bool = False) -> list[Wording]:
    brief, people = panel(marked)
    return anchors.recalled(brief, people[name], alone=alone)


def test_a_reader_hears_only_what_was_said_with_them() -> None:
    marked = '<asked 1 "np: the wet clay">wet clay</asked>. <asked 2 "np: the old kiln">old kiln</asked>. <talk 0 "np: the new shop">new shop</talk>'
    assert [one.slots["np"] for one in recalled(marked)] == ["the wet clay"]
    assert {one.slots["np"] for one in recalled(marked, alone=True)} == {"the wet clay", "the new shop"}


def test_a_question_takes_its_answer_along() -> None:
    (found,) = recalled(
        'asked about <asked 1 "np: wet clay">wet clay</asked> -> <ans 1 "cl: I would dry it slowly">dry it slowly</ans>'
    )
    assert (found.case, found.slots) == ("asked-np-answer", {"np": "wet clay", "answer": "I would dry it slowly"})
    assert len(found.facts) == 2


def test_a_question_takes_what_i_told_along_as_a_thing() -> None:
    (found,) = recalled(
        'asked about <asked 1 "np: wet clay">wet clay</asked>: <told 1 "np: my drying room">my drying room</told>'
    )
    assert (found.case, found.slots["told_np"]) == ("asked-np-told-np", "my drying room")


def test_an_answer_far_from_its_question_is_not_its() -> None:
    between = "and then we walked for a long time round the yard and talked of nothing much at all. "
    found = recalled(
        f'asked about <asked 1 "np: wet clay">wet clay</asked> {between}<ans 1 "cl: I dry my pots slowly">dry my pots slowly</ans>'
    )
    assert [one.case for one in found] == ["asked-np"]


def test_an_answer_to_somebody_else_is_not_taken_along() -> None:
    found = recalled(
        'asked about <asked 1 "np: wet clay">wet clay</asked> <ans 2 "cl: I dry my pots slowly">dry my pots slowly</ans>'
    )
    assert [one.case for one in found] == ["asked-np"]


def test_things_named_together_are_said_together() -> None:
    (found,) = recalled(
        'asked about <asked 1 "np: wet clay">wet clay</asked>, <asked 1 "np: old kilns">old kilns</asked>'
    )
    assert found.slots["np"] == "wet clay and old kilns"


def test_what_is_private_is_not_recalled() -> None:
    assert recalled('<asked 1 "np: my pay"><x>my pay</x></asked>') == []


def test_a_recruiter_hears_nothing_that_says_you() -> None:
    marked = '<asked 1 "np: your kiln">their kiln</asked>. asked about <asked 1 "np: wet clay">wet clay</asked>'
    assert [one.slots["np"] for one in recalled(marked, "Rita")] == ["wet clay"]


def test_a_reader_with_nothing_of_their_own_gets_what_was_said_to_nobody_in_particular() -> None:
    brief, people = panel(
        '<talk 0 "np: the new shop">new shop</talk> asked about <asked 1 "np: wet clay">wet clay</asked>'
    )
    assert [one.slots["np"] for one in anchors.shared(brief, people["Bram"])] == ["the new shop"]


def test_of_a_reader_of_whom_nothing_surer_is_known_the_less_sure_is_said() -> None:
    brief, people = panel(
        'asked about <asked 1 "np: wet clay">wet clay</asked>, <asked 1 "np: old kilns">old kilns</asked>'
    )
    doubtful = brief.model_copy(
        update={"topics": tuple(fact.model_copy(update={"sure": 0.55}) for fact in brief.topics)}
    )
    reader = next(person for person in people.values() if person.name == brief.topics[0].person)
    assert len(anchors.recalled(doubtful, reader, alone=False)) == 1
    lost = brief.model_copy(update={"topics": tuple(fact.model_copy(update={"sure": 0.4}) for fact in brief.topics)})
    assert anchors.recalled(lost, reader, alone=False) == []
