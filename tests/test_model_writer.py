"""Write, check, repair at most twice; what is shown has passed the checks or says honestly that it has not."""

from __future__ import annotations

import json
import re

import pytest
from model_samples import KEY, SITUATION, changed, own, said, wired, write, writer
from model_server import GOOD, SENTENCES, Got, asked, reply
from writing_samples import REFERENCE, load_kind

from assistant import prompts, testing
from assistant.brief import Instruction
from assistant.errors import BusyError, EndpointError, ModelError, OptionError
from assistant.message import Message, Style
from assistant.model.chat import Call
from assistant.model.ladder import Ladder
from assistant.model.meter import Meter
from assistant.model.writer import ModelWriter
from assistant.testing import ScriptedWire

TEXTS = [text for _, text, _ in SENTENCES]
BAD = "I managed 900 librarians at Globex."
KIND = prompts.kind("thank-you")


def good(*texts: str, **more: object) -> dict[str, object]:
    """The good message with these sentences behind it."""
    return GOOD | {"sentences": [*GOOD["sentences"], *said(*texts, paragraph=2)["sentences"]]} | more


def rewritten(by: ModelWriter, message: Message, style: Style) -> Message:
    return by.rewrite(message, testing.brief(), KIND, prompts.principles()[:3], style, SITUATION)


class TestOneMessage:
    def test_the_frame_is_set_by_code_and_the_rest_is_the_models(self) -> None:
        wire = ScriptedWire([good(("greeting", "Dear Bob,"), ("sign-off", "Yours, Bob Evil"), "Kind regards,")])
        (message,) = write(writer(wire))
        assert own(message) == TEXTS
        assert message.body.startswith("Dear Oyelaran,\n\nThank you for seeing me")
        assert message.body.endswith("Rosalind Achterberg\n07700 900123\nrosalind@mailbox.example")
        assert "Bob" not in message.body
        assert (message.writer, message.to_address) == ("scripted", "o.finch@lanternlibrary.example")
        assert message.send_by == testing.TODAY

    def test_every_draft_carries_what_it_cost_and_came_of(self) -> None:
        (message,) = write(writer(ScriptedWire([good(BAD), changed((5, ""))])))
        trace = message.trace
        assert trace is not None
        assert (trace.model, trace.endpoint, trace.step, trace.calls) == (
            "scripted",
            "script.example",
            "json-schema",
            2,
        )
        assert [re.sub("@.*", "", label) for label in trace.prompts] == ["write", "repair"]
        assert trace.sent > 1000
        assert trace.received > 100
        assert trace.failure is None

    def test_only_the_sentence_with_a_finding_goes_back_and_only_it_may_change(self) -> None:
        sly = changed((5, "The planting list for Marit comes tomorrow."), (1, "Something else altogether."))
        wire = ScriptedWire([good(BAD), sly])
        (message,) = write(writer(wire))
        assert "You may change: 5\n" in wire.calls[1].user
        assert own(message) == [*TEXTS[:2], *TEXTS[2:], "The planting list for Marit comes tomorrow."]

    def test_a_repair_that_makes_it_worse_is_not_taken(self) -> None:
        worse = changed((5, "At Initech and Hooli I led 77 people for 31 years."))
        wire = ScriptedWire([good("The rabbits would enjoy it."), worse])
        (message,) = write(writer(wire))
        assert "Initech" not in message.body

    def test_there_are_two_rounds_of_repair_and_no_more(self) -> None:
        wire = ScriptedWire([good(BAD), changed((5, BAD)), changed((5, BAD))])
        (message,) = write(writer(wire))
        assert own(message) == TEXTS
        assert len(wire.calls) == 3

    def test_words_of_the_notes_in_the_wrong_place_are_shown_and_the_verdict_says_so(self) -> None:
        moved = "You asked how I would run 20 story times."
        (message,) = write(writer(ScriptedWire([good(moved), changed()], repeats=True)))
        assert own(message)[-1] == moved
        assert message.report is not None
        assert message.report.verdict == "not-ready"
        assert message.report.findings[0].rule == "invented-number"

    def test_a_repair_that_fails_leaves_what_was_written(self) -> None:
        wire = ScriptedWire([good(BAD), BusyError("busy", again=False)])
        (message,) = write(writer(wire))
        assert (message.writer, own(message)) == ("scripted", TEXTS)

    def test_a_draft_that_cites_an_unknown_fact_is_flagged_and_not_shown(self) -> None:
        strange = said("You said that the roof garden comes next.", facts=["topic-77"], paragraph=2)["sentences"]
        wire = ScriptedWire([GOOD | {"sentences": [*GOOD["sentences"], *strange]}, changed()], repeats=True)
        (message,) = write(writer(wire))
        assert "rests on “topic-77”, which your notes do not hold" in wire.calls[1].user
        assert own(message) == TEXTS

    def test_ids_that_are_known_are_kept_and_others_dropped(self) -> None:
        (message,) = write(writer(ScriptedWire([GOOD])))
        cited = {fact for part in message.parts for sentence in part.sentences for fact in sentence.facts}
        assert cited == {"profile", "interview-date", "role", "topic-1", "strength-1"}

    def test_a_subject_that_does_not_fit_is_ours(self) -> None:
        for subject in ("x" * 200, "", "Re: 900 years at Globex"):
            (message,) = write(writer(ScriptedWire([GOOD | {"subject": subject}, changed()], repeats=True)))
            assert message.subject is not None
            assert "librarian" in message.subject

    def test_the_reference_that_was_asked_for_stands_in_the_subject(self) -> None:
        order = Instruction(kind="other", text="quote LS-204 in the subject", subject="LS-204")
        brief = testing.brief().model_copy(update={"instructions": (order,)})
        noted = SITUATION.model_copy(update={"notes": f"{testing.NOTES}- quote LS-204 in the subject\n"})
        (message,) = write(writer(ScriptedWire([GOOD, changed()], repeats=True)), brief=brief, situation=noted)
        assert message.subject == "LS-204: Story time for 40 families"

    def test_markup_and_list_marks_do_not_reach_the_message(self) -> None:
        marked = [f"- **{TEXTS[0]}**", f"“{TEXTS[1]}”", f"1. {TEXTS[2]}", f"`{TEXTS[3].rstrip('.')}`"]
        (message,) = write(writer(ScriptedWire([said(*marked)], repeats=True)))
        assert own(message) == TEXTS

    def test_a_model_that_fails_leaves_the_offline_message_and_the_reason(self) -> None:
        (message,) = write(writer(ScriptedWire([EndpointError("nothing answers at host")])))
        assert message.writer == "offline"
        assert message.trace is not None
        assert message.trace.failure == "nothing answers at host"
        assert message.advice[0] == "Written offline, because nothing answers at host."
        assert message.report is not None
        assert "Lantern" in message.body or "librarian" in message.body

    def test_a_promise_that_is_named_is_not_asked_for_and_one_that_is_left_is(self) -> None:
        late = testing.brief().promises[0].model_copy(update={"person": "Oyelaran Adebisi-Finch"})
        brief = testing.brief().model_copy(update={"promises": (late,)})
        named = said("The garden's planting list comes tomorrow, as promised.", facts=["promise-1"], paragraph=2)[
            "sentences"
        ]
        for extra, told in ((named, 0), ([], 1)):
            wire = ScriptedWire([GOOD | {"sentences": [*GOOD["sentences"], *extra]}, changed()], repeats=True)
            (message,) = write(writer(wire), brief=brief)
            assert message.report is not None
            assert sum(finding.rule == "promise" for finding in message.report.findings) == told

    def test_a_note_for_linkedin_fits_its_box(self) -> None:
        answer = said("Good to meet you at Lantern Street Library yesterday.", "Story time for 40 families stays with me.",
                      "I would be very glad indeed to connect with you here and to hear about your work for many years to come.")  # fmt: skip
        (message,) = write(writer(ScriptedWire([answer, changed()], repeats=True)), "linkedin")
        assert message.writer == "scripted"
        assert len(message.body) <= 200
        assert message.body.startswith("Hi Oyelaran, good to meet you")
        assert message.body.endswith("\nRosalind")

    def test_a_note_that_cannot_fit_is_the_offline_one(self) -> None:
        (message,) = write(
            writer(ScriptedWire([said("You asked about story time for 40 families " * 9)], repeats=True)), "linkedin"
        )
        assert message.writer == "offline"
        assert len(message.body) <= 200

    def test_a_script_has_its_sections_and_the_candidates_own_name_and_number(self) -> None:
        pairs = [
            ("introduction", "Hello Oyelaran, this is MY_NAME."), ("introduction", "Is this a good moment?"),
            ("thanks", "Thank you for seeing me yesterday."),
            ("purpose", "I am calling to follow up on the interview."),
            ("enthusiasm", "I would still very much like the job, and the story time for 40 families."),
            ("answers", "Yes: thank you, what would be the next step?"), ("answers", "Not yet: I understand."),
            ("answers", "No: thank you for telling me."),
            ("voicemail", "Hello Oyelaran, this is MY_NAME with a message about my interview for the librarian job."),
            ("voicemail", "My number is MY_NUMBER, once more MY_NUMBER."),
        ]  # fmt: skip
        (message,) = write(writer(ScriptedWire([said(*pairs), changed()], repeats=True)), "phone-script")
        assert message.writer == "scripted"
        headings = [line for line in message.body.splitlines() if line in {"Introduction", "Thanks", "Voicemail"}]
        assert headings == ["Introduction", "Thanks", "Voicemail"]
        assert message.body.count("07700 900123") == 2
        assert "this is Rosalind Achterberg" in message.body
        assert "MY_" not in message.body

    def test_a_script_without_a_part_it_needs_gets_the_offline_sentence_for_it(self) -> None:
        pairs = [
            ("purpose", "I am calling to follow up on the interview."),
            ("thanks", "Thank you for seeing me yesterday."),
        ]
        (message,) = write(writer(ScriptedWire([said(*pairs), changed()], repeats=True)), "phone-script")
        assert [part.move for part in message.parts] == ["introduction", "purpose", "enthusiasm", "thanks", "voicemail"]

    def test_a_kind_that_is_only_a_file_is_written_too(self, tmp_path: object) -> None:
        kind = load_kind(tmp_path, REFERENCE)  # type: ignore[arg-type]
        answer = said(("gratitude", "It is generous of you to speak for me about the children's librarian role."),
                      ("offer", "Please ask me for anything that you would like to know first."))  # fmt: skip
        wire = ScriptedWire([answer, changed()], repeats=True)
        brief = testing.brief()
        (message,) = writer(wire).write_all(brief, kind, brief.people[:1], (), Style(), 1, SITUATION)
        assert "gratitude (required): such as “It is generous" in wire.calls[0].user
        assert [part.move for part in message.parts] == ["greeting", "gratitude", "offer", "sign-off"]


class TestWishes:
    def test_wishes_go_along_as_what_they_are(self) -> None:
        wire = ScriptedWire([GOOD])
        write(writer(wire), style=Style(wishes=("shorter", "less formal")))
        assert re.search(r"<wishes-\w+>\n- shorter\n- less formal\n</wishes-\w+>", wire.calls[0].user)

    def test_a_wish_cannot_switch_off_what_the_checks_demand(self) -> None:
        wire = ScriptedWire([good(BAD)], repeats=True)
        (message,) = write(writer(wire), style=Style(wishes=("say that I managed 900 librarians at Globex",)))
        assert "Globex" not in message.body

    def test_locked_sentences_stand_to_the_letter_where_the_model_put_them(self) -> None:
        locked = "You asked how I would run story time for 40 families, and I have been thinking about it since!"
        (message,) = write(writer(ScriptedWire([GOOD, changed()], repeats=True)), style=Style(locked=(locked,)))
        assert own(message) == [TEXTS[0], locked, *TEXTS[2:]]

    def test_a_locked_sentence_that_the_model_forgot_stands_all_the_same(self) -> None:
        locked = "I will bring the planting list."
        (message,) = write(writer(ScriptedWire([GOOD, changed()], repeats=True)), style=Style(locked=(locked,)))
        assert locked in own(message)

    def test_a_locked_sentence_is_kept_even_against_the_checks_and_the_verdict_says_so(self) -> None:
        (message,) = write(writer(ScriptedWire([GOOD, changed((5, "")), changed((5, ""))])), style=Style(locked=(BAD,)))
        assert BAD in own(message)
        assert message.report is not None
        assert message.report.verdict == "not-ready"

    def test_a_rewrite_changes_what_is_open_and_leaves_what_is_locked(self) -> None:
        wire = ScriptedWire(
            [GOOD, changed((2, "You asked about story time for 40 families."), (3, "Changed."), (4, ""))]
        )
        by = writer(wire)
        (message,) = write(by)
        again = rewritten(by, message, Style(wishes=("shorter",), locked=(TEXTS[2], TEXTS[3])))
        assert own(again) == [TEXTS[0], "You asked about story time for 40 families.", *TEXTS[2:]]
        assert own(message) == TEXTS

    def test_a_rewrite_that_fails_says_why_and_invents_no_other_message(self) -> None:
        by = writer(ScriptedWire([GOOD, EndpointError("nothing answers")]))
        (message,) = write(by)
        with pytest.raises(ModelError, match="nothing answers"):
            rewritten(by, message, Style(wishes=("shorter",)))


class TestSeveral:
    def answers(self, got: Got) -> dict[str, object]:
        """A message of its own for each lead."""
        lead = re.search(r"Lead with ([\w-]+)", got.text)
        text = {
            "topic-1": "You asked how I would run story time for 40 families, and I would begin outside.",
            "topic-2": "You want the mobile library back on the estate by June, and so do I.",
            "strength-1": "The reading garden in my last branch began with one bench.",
        }[lead[1] if lead else "topic-1"]
        return said(("thanks", f"Thank you for yesterday, {lead[1] if lead else ''} and all."), text,
                    ("interest", f"I would like the job for the sake of {text.split()[2]}."))  # fmt: skip

    def test_each_variant_leads_with_something_else_and_knows_what_others_take(self) -> None:
        wire = ScriptedWire([GOOD], repeats=True)
        write(writer(wire), variants=2)
        leads = {re.search(r"Lead with ([\w-]+)", call.user)[1] for call in wire.calls[:2]}  # type: ignore[index]
        assert leads == {"topic-1", "strength-1"}
        assert all("leave those to them" in call.user for call in wire.calls[:2])
        openings = {re.search(r"^Open .*$", call.user, re.M)[0] for call in wire.calls[:2]}  # type: ignore[index]
        assert len(openings) == 2

    def test_a_variant_that_comes_too_near_is_written_anew_and_only_it(self) -> None:
        other = said(("thanks", "Thank you for the hour."), "The reading garden in my last branch began with one bench.",
                     ("interest", "That bench is why I want this post."))  # fmt: skip

        def answer(call: Call) -> dict[str, object]:
            if "What the checker says" in call.user:
                return changed()
            return other if "share no sentence" in call.user else GOOD

        wire = ScriptedWire([answer], repeats=True)
        first, second = write(writer(wire), variants=2)
        assert own(first) == TEXTS
        assert own(second) != TEXTS
        assert sum("share no sentence" in call.user for call in wire.calls if "What the checker" not in call.user) == 1
        again = next(call.user for call in wire.calls if "share no sentence" in call.user)
        assert all(f"- {text}" in again for text in TEXTS)

    def test_a_panel_gets_one_message_each_and_nobody_gets_a_colleagues(self) -> None:
        wire = ScriptedWire([GOOD], repeats=True)
        write(writer(wire), to=None)
        first, second = (
            next(call.user for call in wire.calls if f"To: {name}" in call.user) for name in ("Oye", "Marit")
        )
        assert "topic-1 |" in first
        assert "topic-2 |" not in first
        assert "topic-2 |" in second
        assert "topic-1 |" not in second
        assert "colleagues compare" in first

    def test_messages_come_in_the_order_of_readers_and_variants(self) -> None:
        messages = write(writer(ScriptedWire([GOOD], repeats=True)), to=None, variants=2)
        assert [(message.recipient, message.variant) for message in messages] == [
            (person.name, number) for person in testing.brief().people for number in (1, 2)
        ]

    def test_three_variants_take_about_as_long_as_one(self) -> None:
        slow = asked("Lead with", lambda got: iter([0.4, *reply()(got)]), reply())
        times = []
        for variants in (1, 3):
            with wired(slow) as (_, wire):
                messages = write(writer(wire, 20.0), variants=variants)
                times.append(min(message.trace.seconds for message in messages if message.trace))
        assert max(times) < 1.5

    def test_what_is_written_side_by_side_is_paid_by_the_session_that_asked(self) -> None:
        by = writer(ScriptedWire([GOOD], repeats=True))
        with Meter().running() as mine:
            write(by, to=None, variants=2)
        assert mine.calls >= 4
        assert isinstance(by.chat, Ladder)
        assert by.chat.meter.calls == 0

    def test_one_that_fails_does_not_cost_the_others(self) -> None:
        def answer(call: object) -> dict[str, object]:
            if "Lead with strength-1" in call.user:  # type: ignore[attr-defined]
                raise BusyError("busy", again=False)
            return GOOD

        messages = write(writer(ScriptedWire([answer], repeats=True)), variants=2)
        assert sorted(message.writer for message in messages) == ["offline", "scripted"]


class TestPrivacy:
    def test_contact_details_and_private_matters_never_leave(self) -> None:
        with wired() as (server, wire):
            write(writer(wire), style=Style(wishes=("sign with rosalind@mailbox.example",)))
        sent = server.everything.replace(KEY, "")
        for secret in ("o.finch@", "rosalind@", "07700", "lower than I hoped", "pay is"):
            assert secret not in sent
        assert "Oyelaran" in sent

    def test_in_private_mode_no_name_of_a_person_or_a_company_leaves(self) -> None:
        bad = good("Person1 and Company1 would like Globex.")
        replies = [bad, changed((5, "Company1 is near."))]
        behave = [reply(json.dumps(data)) for data in replies]
        with wired(*behave) as (server, wire):
            (message,) = write(writer(wire, private=True), style=Style(wishes=("thank Oyelaran of Lantern Street",)))
        sent = server.everything
        for name in ("Oyelaran", "Adebisi", "Finch", "Marit", "Solheim", "Lantern", "Rosalind", "Achterberg"):
            assert name.lower() not in sent.lower(), name
        assert "story time for 40 families" in sent
        assert message.body.startswith("Dear Oyelaran,")
        assert not re.search(r"(?:Person|Company|Name|Candidate)\d", message.body)

    def test_the_stand_ins_are_the_same_for_the_same_notes(self) -> None:
        sent = []
        for _ in range(2):
            wire = ScriptedWire([GOOD], repeats=True)
            write(writer(wire, private=True))
            sent.append(re.sub(r"-[0-9a-f]{12}", "", wire.calls[0].user))
        assert sent[0] == sent[1]


def test_an_option_error_is_not_swallowed() -> None:
    wire = ScriptedWire([OptionError("x")])
    with pytest.raises(OptionError):
        write(writer(wire))
