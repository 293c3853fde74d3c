"""The messages that measure the checker are well-formed, and the measure counts what it says."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import NoReturn

import pytest

from assistant import prompts
from assistant.brief import Span
from assistant.desk import Desk
from assistant.errors import ContentError
from assistant.message import Message
from assistant.report import Finding
from eval.messages import FOLDER, Faulty, Good, MessageSet, load
from eval.score import Score
from eval.scorers.checking import EQUAL, RULES, Checked, CheckedSet, check, found, scores

SETS = load()
BRACKETS = ("[", "]", "{", "}", "<", ">", "___", "XXX")


@pytest.fixture(params=SETS, ids=lambda one: one.id)
def one(request: pytest.FixtureRequest) -> MessageSet:
    return request.param  # type: ignore[no-any-return]


def test_there_are_enough_sets_with_enough_messages_of_every_kind() -> None:
    assert len(SETS) >= 30
    assert sum(len(one.good) for one in SETS) >= 100
    assert sum(len(one.faulty) for one in SETS) >= 300
    assert {message.kind for one in SETS for message in one.good} == set(prompts.kinds())


def test_about_a_third_of_the_sets_is_kept_aside() -> None:
    share = sum(one.split == "test" for one in SETS) / len(SETS)
    assert 0.25 < share < 0.45


def test_every_rule_is_planted_in_both_splits() -> None:
    for split in ("dev", "test"):
        planted = {fault.rule for one in SETS if one.split == split for fault in one.faulty}
        assert set(RULES) - planted == set()


def test_every_planted_string_stands_in_its_text(one: MessageSet) -> None:
    for fault in one.faulty:
        assert fault.rule in RULES
        assert fault.why
        assert fault.planted is None or (fault.planted.strip() and fault.planted in fault.text), fault.planted


def test_what_is_planted_stands_in_no_faithful_message_to_the_same_person_of_that_kind(one: MessageSet) -> None:
    for fault in one.faulty:
        if fault.planted and len(fault.planted) > 12 and fault.rule != "repetition":
            same = [good for good in one.good if (good.kind, good.recipient) == (fault.kind, fault.recipient)]
            assert not any(fault.planted in good.text for good in same), fault.planted


def test_a_fault_is_a_small_change_of_the_message_it_was_made_from(one: MessageSet) -> None:
    for fault in one.faulty:
        if fault.base is not None:
            before = one.good[fault.base]
            assert (fault.kind, fault.recipient) == (before.kind, before.recipient)
            assert fault.text != before.text
            if fault.planted:
                assert SequenceMatcher(None, before.text, fault.text, autojunk=False).ratio() > 0.6, fault.text


def test_no_two_messages_of_a_set_are_the_same(one: MessageSet) -> None:
    texts = Counter((message.kind, message.recipient, message.text) for message in (*one.good, *one.faulty))
    assert [text for text, count in texts.items() if count > 1] == []


def test_recipients_are_people_of_the_set(one: MessageSet) -> None:
    names = " ".join(person.name for person in one.people)
    for message in (*one.good, *one.faulty):
        assert message.recipient is not None
        assert message.recipient in names
        prompts.kind(message.kind)


def test_people_stand_in_the_notes(one: MessageSet) -> None:
    for person in one.people:
        assert person.name.split()[-1].casefold() in one.notes.casefold()
        assert person.email is None or person.email in one.notes


def test_faithful_messages_are_signed_and_hold_nothing_left_to_fill_in(one: MessageSet) -> None:
    names = (one.me.name or "").replace('"', "").split()
    for good in one.good:
        assert any(name in good.text for name in names), good.text
        assert not any(mark in good.text for mark in BRACKETS), good.text


def test_linkedin_notes_fit_two_hundred_characters_unless_that_is_the_fault(one: MessageSet) -> None:
    for message in (*one.good, *one.faulty):
        if message.kind == "linkedin":
            fault = message.rule if isinstance(message, Faulty) else None
            assert (len(message.text.strip()) > 200) == (fault == "over-limit"), message.text


def test_call_scripts_give_the_number_twice_unless_that_is_the_fault(one: MessageSet) -> None:
    digits = "".join(filter(str.isdigit, one.me.phone or ""))[-7:]
    for good in one.good:
        if good.kind == "phone-script":
            assert "".join(filter(str.isdigit, good.text)).count(digits) >= 2


def test_faithful_messages_name_no_company_that_must_stay_out(one: MessageSet) -> None:
    others = one.brief.other_companies if one.brief else ()
    recruiters = {person.title for person in one.people if person.part == "recruiter"}
    for good in one.good:
        assert [name for name in others if name in good.text and name not in recruiters] == []


def test_the_folder_holds_nothing_but_sets_and_their_reading_matter() -> None:
    names = {path.name for path in FOLDER.iterdir() if path.suffix != ".json"}
    assert names - {"__pycache__"} == {"__init__.py", "README.md"}


def test_a_set_in_the_wrong_split_is_refused(tmp_path: Path) -> None:
    other = "test" if SETS[0].split == "dev" else "dev"
    wrong = SETS[0].model_copy(update={"split": other})
    (tmp_path / f"{wrong.id}.json").write_text(wrong.model_dump_json(), encoding="utf-8")
    with pytest.raises(ContentError, match="the coin says"):
        load(tmp_path)


def test_a_file_that_is_no_set_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"id": "x"}', encoding="utf-8")
    with pytest.raises(ContentError, match=r"x\.json: not a set"):
        load(tmp_path)


def test_a_set_with_another_files_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text(SETS[0].model_dump_json(), encoding="utf-8")
    with pytest.raises(ContentError, match="give it the name of the file"):
        load(tmp_path)


BODY = "Hi Ada,\n\nThanks for the 40 minutes on Monday.\n\nBo"


def checked(rule: str, planted: str | None, *findings: Finding) -> Checked:
    source = Faulty(kind="thank-you", recipient="Ada", text=BODY, rule=rule, planted=planted, why="a test", base=None)
    message = Message(kind="thank-you", channel="email", recipient="Ada", subject="40 minutes", body=BODY)
    return Checked(source, message, findings)


def finding(rule: str, words: str | None, severity: str = "error", where: str = "body") -> Finding:
    start = BODY.index(words) if words else 0
    span = Span(start=start, end=start + len(words), text=words) if words else None
    return Finding.model_validate({"rule": rule, "severity": severity, "message": "m", "span": span, "where": where})


def test_a_fault_is_found_where_its_rule_touches_the_planted_words() -> None:
    assert found(checked("invented-number", "40", finding("invented-number", "40 minutes")))
    assert not found(checked("invented-number", "40", finding("invented-number", "Monday")))
    assert not found(checked("invented-number", "40", finding("invented-claim", "40 minutes")))


def test_a_rule_listed_as_its_equal_counts_too() -> None:
    assert "invented-name" in EQUAL["wrong-name"]
    assert found(checked("wrong-name", "Ada", finding("invented-name", "Ada")))


def test_what_is_absent_needs_no_span() -> None:
    assert found(checked("signature", None, finding("signature", None)))


def test_what_the_faithful_message_was_already_said_to_lack_is_not_found() -> None:
    item = checked("signature", None, finding("signature", None))
    assert not found(replace(item, before=(finding("signature", None),)))
    assert found(replace(item, before=(finding("close", None, "hint"),)), errors_only=True)


def test_a_warning_does_not_count_at_error_level() -> None:
    item = checked("pushy", "Monday", finding("pushy", "Monday", "warning"))
    assert found(item)
    assert not found(item, errors_only=True)


def test_a_span_of_the_subject_is_not_looked_for_in_the_body() -> None:
    assert not found(checked("invented-date", "Monday", finding("invented-date", "Monday", where="subject")))


def test_recall_and_false_alarms_are_counted_by_group_and_by_rule() -> None:
    good = Good(kind="thank-you", recipient="Ada", text=BODY)
    message = checked("pushy", None).message
    calm, alarmed = Checked(good, message, ()), Checked(good, message, (finding("pushy", "Monday"),))
    caught, missed = checked("pushy", "Monday", finding("pushy", "Monday")), checked("pushy", "Monday")
    made = scores(CheckedSet((calm, alarmed), (caught, missed)))
    missing = ("thank-you pushy: 'Monday' (a test)",)
    assert made["soft-faults as error"] == made["planted pushy as error"] == Score(1, missing)
    assert made["hard-faults as error"] == Score()
    assert (made["no-false-error"].hits, len(made["no-false-error"].missed)) == (1, 1)
    assert made["no-false-warning"] == made["calm close error"] == Score(2)


def test_a_crash_disturbs_every_faithful_message_and_finds_no_fault() -> None:
    one = SETS[0].model_copy(update={"good": SETS[0].good[:1], "faulty": SETS[0].faulty[:1]})
    made = scores(check(Desk(kinds={}, read=no_ink, retrieve=no_ink, write=no_ink, check=no_ink), one))
    assert made["no-false-error"].hits == 0
    assert "no ink" in made["no-false-error"].missed[0]
    assert made["hard-faults at any level"].hits == made["soft-faults at any level"].hits == 0


def no_ink(*given: object) -> NoReturn:
    raise RuntimeError("no ink")


def test_a_message_has_a_body_without_its_subject() -> None:
    assert Good(kind="thank-you", recipient="Ada", text=f"Subject: Forty minutes\n\n{BODY}").body == BODY


def test_every_equal_is_a_rule_that_is_planted() -> None:
    assert {*EQUAL, *(rule for rules in EQUAL.values() for rule in rules)} <= set(RULES)
