"""A message is whole, honest and its reader's own: for any notes, kind, tone, length and seed."""

from __future__ import annotations

import itertools
import re
from datetime import date

import pytest
from writing_samples import (
    BREWERY,
    EVERYONES,
    INES,
    LIBRARY,
    NOBODY,
    PANEL,
    RAIL,
    SHORTHAND,
    SURVEYORS,
    TRANSCRIPT,
    anchors,
    core,
    errors,
    messages,
    move,
    read,
)

from assistant import prompts
from assistant.brief import Profile
from assistant.message import Message, Style

KINDS = list(prompts.kinds())
NO = "14 May: they rang, it's a no, they went with somebody who had run a bakery before\n"
PLACEHOLDER = re.compile(r"\[[^\]]*\]|\{[^}]*\}|<[^>]*>|\bXX+\b|\bTODO\b|\bNone\b|_{3,}")


@pytest.mark.parametrize("notes", EVERYONES.values(), ids=EVERYONES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_written_without_placeholder_and_its_parts_give_its_body(notes: str, kind: str) -> None:
    for me in (INES, Profile()):
        for message in messages(notes, kind, to="all", variants=2, me=me):
            assert not PLACEHOLDER.search(f"{message.subject or ''} {message.body}"), message.body
            assert _flat(_joined(message)) == _flat(_without_labels(message))
            assert "  " not in message.body
            assert not re.search(r"\s[,?!]|\s\.(?!\.)|[^.\s]\.\.|,,", message.body)


@pytest.mark.parametrize("notes", EVERYONES.values(), ids=EVERYONES)
def test_every_sentence_names_facts_and_principles_that_exist(notes: str) -> None:
    brief = read(notes)
    given = (brief.company, brief.role, brief.interview_date, brief.decision_by)
    facts = {fact.id for fact in (*brief.topics, *brief.strengths, *brief.promises, *given) if fact} | {"profile"}
    for kind in KINDS:
        known = {principle.id for principle in prompts.principles() if kind in principle.kinds}
        for message in messages(notes, kind, to="all", variants=2):
            for sentence in (sentence for part in message.parts for sentence in part.sentences):
                assert set(sentence.facts) <= facts
                assert set(sentence.principles) <= known


@pytest.mark.parametrize("kind", KINDS)
def test_the_moves_that_a_kind_requires_are_there(kind: str) -> None:
    required = {spec.move for spec in prompts.kinds()[kind].moves if spec.required}
    (message,) = messages(PANEL, kind, today=date(2026, 5, 20))
    assert required <= {part.move for part in message.parts}


def test_the_same_notes_and_seed_give_the_same_messages() -> None:
    for kind in KINDS:
        first = messages(PANEL, kind, to="all", variants=3, style=Style(seed=7))
        assert messages(PANEL, kind, to="all", variants=3, style=Style(seed=7)) == first


def test_another_seed_gives_another_text() -> None:
    bodies = {messages(LIBRARY, style=Style(seed=seed))[0].body for seed in range(6)}
    assert len(bodies) > 3


def test_other_notes_give_other_wording() -> None:
    """Two candidates for one job, with the same thing to recall, do not send the same sentence."""
    bodies = set()
    for name in ("Asel Toktogulova", "Bram de Wit", "Chipo Banda", "Dafydd Rees"):
        bodies.add(core(messages(f"{LIBRARY}({name})\n", me=Profile(name=name))[0]))
    assert len(bodies) > 2


def test_each_of_a_panel_gets_one_message_of_their_own() -> None:
    for seed in range(4):
        found = messages(PANEL, to="all", style=Style(seed=seed))
        assert [message.recipient for message in found] == ["Tamsin Roe", "Wambui Karanja", "Dmitri Halloran"]
        for one, other in itertools.combinations(found, 2):
            assert not anchors(one) & anchors(other)
            assert core(one) != core(other)
            assert move(one, "recall") != move(other, "recall")
            assert move(one, "thanks") != move(other, "thanks")
        assert all(errors(message) == [] for message in found)


def test_a_panel_hears_only_what_was_said_with_each() -> None:
    tamsin, wambui, dmitri = messages(PANEL, to="all", style=Style(length="full"))
    assert "flour" in core(tamsin) or "oven" in core(tamsin)
    for words in ("gluten", "label", "sourdough", "van", "ferry"):
        assert words not in core(tamsin)
    for words in ("flour", "oven", "rye", "van breaks", "ferry"):
        assert words not in core(wambui)
    for words in ("flour", "oven", "rye", "gluten", "label", "sourdough"):
        assert words not in core(dmitri)


def test_a_formal_panel_is_addressed_by_title_and_hears_each_their_own() -> None:
    professor, doctor, mister = messages(SURVEYORS, to="all", style=Style(tone="formal"))
    assert professor.body.startswith("Dear Prof. Nnadi,\n")
    assert "how drones cope in high winds" in professor.body
    assert doctor.body.startswith("Dear Dr Åström,\n")
    assert "where I want to be in five years" in doctor.body
    assert "my dissertation by Monday" in move(doctor, "promise")
    assert mister.body.startswith("Dear Mr Doherty,\n")
    assert "the harbour wall at Larne" in mister.body
    assert "dissertation" not in professor.body + mister.body


def test_shorthand_in_small_letters_becomes_a_letter() -> None:
    (message,) = messages(SHORTHAND)
    assert message.body.startswith("Dear Parveen,\n")
    assert "how I would deal with a bad review" in message.body
    assert "weekend manager role" in message.body
    assert not re.search(r"\bi\b|\bw\b|wld|&", message.body.replace("Marchetti", ""))


def test_markdown_notes_leave_no_marks_in_a_message() -> None:
    for message in messages(RAIL, to="all", variants=2):
        assert not re.search(r"[*#|_`]", message.body.replace("ines@post.example", ""))
    ingrid, tunde = messages(RAIL, to="all")
    assert "two trains claim the same block" in ingrid.body
    assert "my track diagrams" in tunde.body


def test_a_promise_goes_to_whom_it_was_made_with_its_day() -> None:
    tamsin, *others = messages(PANEL, to="all")
    assert "send you my rye recipe by Friday" in tamsin.body
    assert not any("rye" in message.body for message in others)


def test_a_question_of_theirs_has_me_as_its_subject() -> None:
    (message,) = messages(LIBRARY)
    assert "how I'd run a van with no budget" in message.body or "how I would run" in message.body


def test_what_an_interviewer_said_in_a_transcript_is_said_back_as_theirs() -> None:
    found = messages(TRANSCRIPT, variants=3, style=Style(length="full"))
    text = " ".join(core(message) for message in found)
    assert "we're opening" not in text.lower()
    assert not re.search(r"\bI(?:'m| am)? opening\b", text)
    assert "how I would settle a two year old who cries at drop-off" in text


@pytest.mark.parametrize("tone", ["warm", "plain", "formal"])
def test_a_tone_has_its_own_ending(tone: str) -> None:
    (message,) = messages(BREWERY, style=Style(tone=tone))
    assert move(message, "sign-off").startswith(tuple(prompts.phrases()["frame"]["sign-off"][tone]))


def test_formal_is_not_worded_as_warm_is() -> None:
    warm, formal = (core(messages(BREWERY, style=Style(tone=tone))[0]) for tone in ("warm", "formal"))
    assert warm != formal
    assert "love" not in formal.lower()


def test_a_short_message_is_shorter_than_a_full_one() -> None:
    short, full = (core(messages(PANEL, style=Style(length=length))[0]) for length in ("short", "full"))
    assert len(short.split()) < len(full.split())


def test_a_thank_you_says_thanks_and_names_the_one_thing() -> None:
    for notes in (LIBRARY, BREWERY):
        (message,) = messages(notes)
        assert re.search(r"\bthank|\bglad|\bgood to meet", message.body, re.I)
        assert anchors(message)
        assert message.report is not None
        assert message.report.verdict == "ready"


def test_the_signature_holds_what_the_profile_holds_and_no_more() -> None:
    full = messages(BREWERY)[0].body
    assert full.endswith("Ines Marchetti\n07700 900456\nines@post.example")
    bare = messages(BREWERY, me=Profile(name="Ines Marchetti"))[0].body
    assert bare.endswith("Ines Marchetti")
    linked = Profile(name="Ines Marchetti", linkedin="linkedin.com/in/ines")
    assert messages(BREWERY, me=linked)[0].body.endswith("Ines Marchetti\nlinkedin.com/in/ines")


def test_notes_that_name_nobody_are_written_round_the_gap() -> None:
    (message,) = messages(NOBODY)
    assert message.recipient is None
    assert message.body.startswith("Hello,\n")
    assert "how I steam oat" in message.body


def test_dates_are_said_as_one_says_them_on_the_day() -> None:
    assert "yesterday" in messages(BREWERY)[0].body + messages(BREWERY, style=Style(seed=1))[0].body
    later = " ".join(messages(BREWERY, style=Style(seed=seed), today=date(2026, 5, 18))[0].body for seed in range(5))
    assert "on Tuesday" in later
    assert "yesterday" not in later


class TestCheckIn:
    def test_it_says_since_when_and_asks_one_question(self) -> None:
        for seed in range(4):
            (message,) = messages(BREWERY, "check-in", today=date(2026, 5, 22), style=Style(seed=seed))
            assert re.search(r"\b(?:12|20) May\b", message.body)
            assert message.body.count("?") == 1
            assert "brewer" in message.body
            assert errors(message) == []

    def test_it_blames_nobody_for_the_silence(self) -> None:
        (message,) = messages(BREWERY, "check-in", today=date(2026, 6, 2))
        assert not re.search(
            r"still waiting|have not heard|haven't heard|disappoint|promised to|as yet", message.body, re.I
        )

    def test_without_a_stated_day_it_says_when_we_spoke(self) -> None:
        (message,) = messages(LIBRARY, "check-in", today=date(2026, 5, 28))
        assert "12 May" in message.body
        assert move(message, "status-question").endswith("?")

    def test_a_promise_that_is_overdue_is_not_promised_again(self) -> None:
        (message,) = messages(PANEL, "check-in", today=date(2026, 5, 26))
        assert "I will send" not in message.body
        assert errors(message) == []
        assert any("rye recipe" in line for line in message.advice)

    def test_before_the_day_it_does_not_speak_of_it_as_past(self) -> None:
        for seed in range(4):
            (message,) = messages(BREWERY, "check-in", today=date(2026, 5, 14), style=Style(seed=seed))
            assert not re.search(r"hoped to have news|expected to decide", message.body)


class TestRejectionReply:
    @pytest.mark.parametrize("seed", range(4))
    def test_it_thanks_opens_one_door_and_never_argues(self, seed: int) -> None:
        (message,) = messages(PANEL + NO, "rejection-reply", today=date(2026, 5, 15), style=Style(seed=seed))
        assert move(message, "thanks").lower().count("thank") == 1
        assert len([part for part in message.parts if part.move == "open-door"]) == 1
        assert not re.search(
            r"\b(?:reconsider|disappoint\w*|unfortunate\w*|however|but|feedback|why|mistake|unfair|sorry)\b",
            core(message),
            re.I,
        )
        assert "?" not in message.body
        assert "head baker role" not in move(message, "open-door")

    def test_it_says_nothing_of_wanting_this_job_and_is_short(self) -> None:
        (message,) = messages(PANEL + NO, "rejection-reply", today=date(2026, 5, 15))
        assert not move(message, "interest")
        assert len(message.body.split()) <= prompts.kinds()["rejection-reply"].limits.max_words


class TestPhoneScript:
    def test_it_has_its_parts_under_their_headings_in_order(self) -> None:
        (message,) = messages(BREWERY, "phone-script", today=date(2026, 5, 22))
        wanted = ["introduction", "purpose", "enthusiasm", "thanks", "answers", "voicemail"]
        assert [part.move for part in message.parts] == wanted
        labels = [spec.label for spec in prompts.kinds()["phone-script"].moves]
        at = [message.body.index(f"{label}\n") for label in labels]
        assert at == sorted(at)
        assert message.subject is None
        assert message.channel == "phone"

    def test_it_says_who_is_calling_why_and_thanks(self) -> None:
        (message,) = messages(BREWERY, "phone-script", today=date(2026, 5, 22))
        assert "Ines Marchetti" in move(message, "introduction")
        assert "brewer" in move(message, "introduction")
        assert "calling" in move(message, "purpose")
        assert re.search(r"interested|like the job|would", move(message, "enthusiasm"))
        assert "thank" in move(message, "thanks").lower()

    def test_the_voicemail_gives_the_number_twice(self) -> None:
        for seed in range(3):
            (message,) = messages(BREWERY, "phone-script", style=Style(seed=seed))
            assert move(message, "voicemail").count("07700 900456") == 2
            assert message.body.count("07700 900456") == 2

    def test_the_voicemail_stands_alone_with_name_job_and_day(self) -> None:
        (message,) = messages(BREWERY, "phone-script")
        for words in ("Ines Marchetti", "brewer role", "12 May"):
            assert words in move(message, "voicemail")

    def test_its_spoken_length_stands_in_the_advice(self) -> None:
        (message,) = messages(BREWERY, "phone-script")
        call, voicemail = map(int, re.findall(r"\d+", message.advice[0]))
        assert "Spoken length" in message.advice[0]
        assert 10 < call <= 75
        assert 5 < voicemail <= 30

    def test_without_a_number_there_is_a_voicemail_and_no_gap(self) -> None:
        (message,) = messages(BREWERY, "phone-script", me=Profile(name="Ines Marchetti"))
        spoken = move(message, "voicemail")
        assert "Ines Marchetti" in spoken
        assert "number" not in spoken
        assert not PLACEHOLDER.search(message.body)


LONG = Profile(name="Wolfeschlegelsteinhausenbergerdorff-Okonkwo Adaeze Chimamanda")
NAMES = """Royal Commonwealth Society for the Preservation of Coastal Lighthouses and Fog Signals
Role: assistant to the deputy regional superintendent of historic lighthouse maintenance and volunteers
Interview 12 May 2026
Interviewer: Bartholomew Featherstonehaugh-Cholmondeley, deputy regional superintendent
- Bartholomew asked how I would keep forty volunteers interested through eleven weeks of continuous rain and fog
- he showed me the restored clockwork of the second-order lens from 1861
"""


class TestLinkedIn:
    @pytest.mark.parametrize("notes", [*EVERYONES.values(), NAMES], ids=[*EVERYONES, "long names"])
    @pytest.mark.parametrize("limit", [None, 200, 300])
    def test_a_note_never_exceeds_its_limit(self, notes: str, limit: int | None) -> None:
        for me in (INES, LONG):
            for seed in range(2):
                for note in messages(
                    notes, "linkedin", to="all", variants=2, me=me, limit=limit, style=Style(seed=seed)
                ):
                    assert 0 < len(note.body) <= (limit or 200)
                    assert limit == 300 or not any(error.startswith("over-limit") for error in errors(note))

    def test_a_kind_fitted_to_a_paid_account_has_room_for_300(self) -> None:
        shipped = prompts.kinds()["linkedin"]
        fitted = shipped.model_copy(update={"limits": shipped.limits.model_copy(update={"max_chars": 300})})
        for seed in range(3):
            for note in messages(NAMES, fitted, variants=3, style=Style(seed=seed)):
                assert len(note.body) <= 300
                assert not any(error.startswith("over-limit") for error in errors(note))

    def test_more_room_says_no_less(self) -> None:
        for notes in EVERYONES.values():
            small, large = (messages(notes, "linkedin", limit=limit)[0] for limit in (200, 300))
            assert len(anchors(large)) >= len(anchors(small))

    def test_it_is_signed_with_the_first_name_and_has_no_subject(self) -> None:
        (note,) = messages(BREWERY, "linkedin")
        assert note.body.startswith("Hi Agnieszka, ")
        assert note.body.endswith("\nInes")
        assert note.subject is None
        assert "07700" not in note.body

    def test_it_names_where_we_met_or_what_we_spoke_of(self) -> None:
        for notes in (BREWERY, LIBRARY):
            (note,) = messages(notes, "linkedin")
            assert anchors(note)
            assert errors(note) == []


def _joined(message: Message) -> str:
    return " ".join(sentence.text for part in message.parts for sentence in part.sentences).replace("|", " ")


def _without_labels(message: Message) -> str:
    text = message.body
    for spec in prompts.kinds()[message.kind].moves:
        if spec.label:
            text = text.replace(f"{spec.label}\n", "", 1)
    return text


def _flat(text: str) -> str:
    return " ".join(text.split()).lower()
