"""Messages of a panel side by side, and what must stay out of all of them."""

from __future__ import annotations

from test_checking_desk import BRIEF, GLASS

from assistant.brief import Brief, Fact, Instruction
from assistant.checking.together import compare
from assistant.checking.withheld import hushed, withheld
from assistant.message import Message, Part, Sentence


def _message(recipient: str, body: str, facts: tuple[str, ...] = ()) -> Message:
    parts = (Part(move="recall", sentences=(Sentence(text=body, facts=facts),)),) if facts else ()
    return Message(kind="thank-you", channel="email", recipient=recipient, subject="Furnace", body=body, parts=parts)


FIRST = (
    "Dear Henrik,\n\nThank you for the furnace. I keep coming back to the relining you plan for August.\n\nKi"
    "nd regards,\nMarta"
)


def test_a_sentence_shared_by_two_readers_is_an_error_in_the_second() -> None:
    second = FIRST.replace("Henrik", "Petra").replace("the furnace", "the goblets")
    findings = compare([_message("Henrik Dahl", FIRST), _message("Petra Nowak", second)])
    assert list(findings) == [1]
    assert findings[1][0].rule == "repetition"
    assert findings[1][0].span is not None
    assert "relining" in findings[1][0].span.text


def test_eight_words_in_a_row_are_shared_even_in_different_sentences() -> None:
    second = (
        "Dear Petra,\n\nSince Tuesday the studio and the relining you plan for August have been on my "
        "mind, and I keep coming back to the relining you plan for all of it.\n\nMarta"
    )
    found = compare([_message("Henrik Dahl", FIRST), _message("Petra Nowak", second)])
    assert any("also stands" in each.message for each in found.get(1, ()))


def test_different_messages_share_nothing() -> None:
    second = (
        "Dear Petra,\n\nThank you for the three goblets; seeing crizzling in old glass was new to me.\n\nKind "
        "regards,\nMarta"
    )
    assert compare([_message("Henrik Dahl", FIRST), _message("Petra Nowak", second)]) == {}


def test_the_same_anchor_for_two_readers_is_a_warning() -> None:
    found = compare(
        [_message("Henrik Dahl", "The relining.", ("topic-1",)), _message("Petra Nowak", "August.", ("topic-1",))]
    )
    assert [each.severity for each in found[1]] == ["warning"]


def test_withheld_names_private_words_numbers_and_harmful_companies() -> None:
    terms = withheld(BRIEF, GLASS)
    assert {"private", "company"} <= {term.reason for term in terms}
    assert any(31_000.0 in term.numbers for term in terms)
    assert any("kronglas" in term.words for term in terms)
    assert any(term.category == "pay" for term in terms)


def test_words_that_the_open_brief_holds_are_not_withheld() -> None:
    brief = Brief(
        topics=(Fact(id="topic-1", value="the furnace relining"),),
        private=(Fact(id="private-1", value="the furnace relining is hopeless chaos"),),
    )
    words = {word for term in withheld(brief) for word in term.words}
    assert "furnace" not in words
    assert "chaos" in words


def test_an_instruction_to_leave_something_out_is_withheld() -> None:
    brief = Brief(instructions=(Instruction(kind="other", text="nothing about the greenhouse fire", forbids=True),))
    assert any(term.reason == "instruction" and "greenhouse" in term.words for term in withheld(brief))


def test_hushed_takes_the_clause_and_where_that_is_bare_the_one_before() -> None:
    assert any("visa" in text for text in hushed("my visa ends in May. dont talk of it"))
    assert any("greenhouse" in text for text in hushed("don't mention the greenhouse"))
    assert hushed("they asked about pumps") == ()
