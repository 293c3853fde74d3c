"""assistant/ui/sources.py: what each sentence rests on."""

from __future__ import annotations

import ui_script

from assistant import prompts
from assistant.brief import Profile
from assistant.message import Message, Part, Sentence, Situation, Style
from assistant.ui import sources

BRIEF = ui_script.read(ui_script.NOTES, ui_script.TODAY, Profile())


def written() -> Message:
    situation = Situation(notes=ui_script.NOTES, today=ui_script.TODAY)
    return ui_script.message(BRIEF, prompts.kind("thank-you"), BRIEF.people[0], Style(), 1, situation)


def test_each_sentence_quotes_the_notes() -> None:
    found = dict(sources.of(written(), written(), BRIEF))
    assert [source.text for source in found["I keep thinking about a deteriorating patient."]] == [
        "talked about: deteriorating patient"
    ]


def test_courtesy_and_the_profile_are_named_as_such() -> None:
    found = dict(sources.of(written(), written(), BRIEF))
    assert [source.text for source in found["Dear Folasade Akinwande,"]] == ["Courtesy"]
    assert [source.text for source in found["Kind regards,\nMe"]] == ["About you"]


def test_after_an_edit_kept_sentences_keep_their_source_and_new_ones_are_the_persons_own() -> None:
    edited = written().model_copy(
        update={"body": "I keep thinking about a deteriorating patient. I loved it.", "parts": ()}
    )
    found = dict(sources.of(edited, written(), BRIEF))
    assert found["I keep thinking about a deteriorating patient."][0].text == "talked about: deteriorating patient"
    assert found["I loved it."][0].text == "Your own words"


def test_a_fact_typed_by_hand_is_shown_by_its_value() -> None:
    company = BRIEF.company
    assert company is not None
    brief = BRIEF.model_copy(update={"company": company.model_copy(update={"value": "Typed", "evidence": ()})})
    found = dict(sources.of(written(), written(), brief))
    assert found["Thank you for your time at St Brannoc's, take 1."][0].text == "company: Typed"


def test_the_lines_of_a_signature_stand_together() -> None:
    lines = (Sentence(text="Kind regards,", facts=("profile",)), Sentence(text="Chi", facts=("profile",)))
    message = written().model_copy(update={"parts": (Part(move="sign-off", sentences=lines),)})
    found = list(sources.of(message, message, BRIEF))
    assert [(text, [source.text for source in rests_on]) for text, rests_on in found] == [
        ("Kind regards,\nChi", ["About you"])
    ]
