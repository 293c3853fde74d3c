"""Companies, job, facts, instructions and private matters, from the marks on the notes."""

from __future__ import annotations

from datetime import date

import pytest
from marked_notes import read

ADA = "1: Ada Voss | chair | interviewer |"


def test_the_company_is_named_by_its_fullest_form_and_as_one_writes_it() -> None:
    brief = read("<co>kiln & co</co>. they at <co>Kiln & Co Ceramics</co> said")
    assert brief.company is not None
    assert brief.company.value == "Kiln & Co Ceramics"
    small = read("int at <co>the salt and rope works</co>").company
    assert small is not None
    assert small.value == "Salt and Rope Works"


def test_other_companies_are_listed_once_and_the_target_is_not_among_them() -> None:
    brief = read(
        "<co>Kiln Co</co>, before <past>Northern Pots</past>, <past>northern pots</past>; <ag>Hire Fast</ag>; <rival>Kiln Co</rival>"
    )
    assert [fact.value for fact in brief.other_companies] == ["Northern Pots", "Hire Fast"]


def test_a_rival_and_the_present_employer_stay_out_of_messages() -> None:
    brief = read(
        "<rival>Glaze Ltd</rival> offered. <now>Mud & Sons</now> must not know. <past>Old Pots</past> taught me. <x>pay is low</x>"
    )
    assert [fact.value for fact in brief.private] == ["Glaze Ltd", "Mud & Sons", "pay is low"]


def test_the_job_is_named_without_what_stands_round_it() -> None:
    role = read("the <role>site mgr job</role>").role
    assert role is not None
    assert role.value == "Site manager"


def test_a_fact_says_who_whose_and_in_which_form() -> None:
    brief = read(
        '<p 1>Ada</p> asked <asked 1! "np: the wet clay">wet clay</asked>, <told 1 "cl: I fired 300 pots">fired 300 pots</told>',
        ADA,
    )
    (topic,), (strength,) = brief.topics, brief.strengths
    assert (topic.act, topic.said_by, topic.person, topic.value, topic.form) == (
        "asked",
        "them",
        "Ada",
        "the wet clay",
        "np",
    )
    assert (strength.act, strength.said_by, strength.value, strength.form) == (
        "told",
        "me",
        "I fired 300 pots",
        "clause",
    )
    assert topic.best > strength.best
    assert topic.evidence[0].text == "wet clay"


def test_what_could_not_be_worded_is_kept_in_the_notes_words_and_not_sure() -> None:
    (topic,) = read('<asked 0 "-">abt that thing w/ glaze</asked>').topics
    assert (topic.form, topic.value) == (None, "abt that thing with glaze".replace("abt", "about"))
    assert topic.sure < 0.3


def test_a_fact_that_is_mostly_private_is_none() -> None:
    assert read('<asked 0 "np: my pay"><x>my pay now</x></asked>').topics == ()


def test_a_promise_has_its_day() -> None:
    (promise,) = read('<promise 0 "inf: send the list">send the list by <due>fri</due></promise>').promises
    assert (promise.value, promise.form, promise.due) == ("send you the list", "inf", date(2026, 3, 13))


@pytest.mark.parametrize(
    ("marked", "channel", "forbids"),
    [
        ("<i-chan>email only pls</i-chan>", "email", False), ("<i-chan>no linkedin</i-chan>", "linkedin", True),
        ("<i-chan>not by phone</i-chan>", "phone", True), ("<i-chan>WhatsApp me, no calls</i-chan>", "whatsapp", False),
        ("<i-chan>everything through the portal</i-chan>", "portal", False), ("<i-chan>jobs@kiln.example</i-chan>", "email", False),
        ("<i-chan>LinkedIn no</i-chan>", "linkedin", True),
    ],
)  # fmt: skip
def test_a_channel_is_asked_for_or_spoken_against(marked: str, channel: str, forbids: bool) -> None:
    (order,) = read(marked).instructions
    assert (order.kind, order.channel, order.forbids) == ("channel", channel, forbids)


def test_instructions_carry_address_person_reference_and_day() -> None:
    brief = read(
        "<p 1>Ada Voss</p>: <i-person>write to <p 1>Ada</p> at ada@kiln.example</i-person>, <i-other>ref KC/26/07 in the subject</i-other>,"
        " <i-wait>don't chase before 20 March</i-wait>, <i-time>not after six</i-time>",
        ADA,
    )
    person, other, wait, time = brief.instructions
    assert (person.kind, person.person, person.address) == ("person", "Ada Voss", "ada@kiln.example")
    assert (other.kind, other.subject) == ("other", "KC/26/07")
    assert (wait.kind, wait.not_before, wait.forbids) == ("no-contact-before", date(2026, 3, 19), True)
    assert time.kind == "timing"


def test_an_address_right_behind_an_instruction_is_its_own() -> None:
    (order,) = read("<i-chan>please whatsapp her</i-chan> on 07700 900222. my own is 07700 900333").instructions
    assert (order.channel, order.address) == ("whatsapp", "07700 900222")


def test_a_line_that_opens_with_a_name_belongs_to_that_person() -> None:
    two = f"{ADA}\n2: Bram Kole | cook | interviewer |"
    marked = (
        '- <p 1>Ada Voss</p>: showed <showed 2 "np: the kiln">the kiln</showed>\n'
        '- with <p 1>Ada Voss</p> and <p 2>Bram Kole</p> <talk 2 "np: glaze">glaze</talk>'
    )
    assert [topic.person for topic in read(marked, two).topics] == ["Ada Voss", "Bram Kole"]


def test_a_promise_to_somebody_who_was_not_there_is_nobodys_own() -> None:
    other = f"{ADA}\n2: Tama | | other |"
    (promise,) = read(
        '<p 1>Ada</p>. <p 2>Tama</p> is new. <promise 2 "inf: send the card">send the card</promise>', other
    ).promises
    assert promise.person is None


def test_a_direct_question_is_asked_whatever_its_mark() -> None:
    (topic,) = read('<p 1>Ada</p>: <said 1 "-">"where do you want to be in five years"</said>', ADA).topics
    assert (topic.act, topic.form, topic.value) == ("asked", "wh", "where I want to be in five years")


@pytest.mark.parametrize(
    "words",
    [
        "I promised Dr Åström my dissertation by 18 May",
        "promised her my dissertation",
        "promised my dissertation, soon",
    ],
)
def test_a_promised_thing_is_sent(words: str) -> None:
    (promise,) = read(f'<promise 0 "-">{words}</promise>').promises
    assert (promise.value, promise.form) == ("send you my dissertation", "inf")


def test_a_recruiters_firm_is_not_the_target() -> None:
    brief = read("recruiter at <co>Altamira Talent</co>, for <co>Minera Cobre Viejo</co>")
    assert brief.company is not None
    assert brief.company.value == "Minera Cobre Viejo"
    assert [fact.value for fact in brief.other_companies] == ["Altamira Talent"]


def test_a_promise_that_names_its_person_is_that_persons() -> None:
    two = f"{ADA}\n2: Bram Kole | cook | interviewer |"
    (promise,) = read(
        '<p 1>Ada</p>. <promise 1 "inf: send Bram the list">send <p 2>Bram Kole</p> the list</promise>', two
    ).promises
    assert promise.person == "Bram Kole"


@pytest.mark.parametrize(
    ("marked", "act", "form"),
    [
        ('- Ada: <asked 1 "np: glaze">glaze</asked>', "discussed", "np"),
        ('- Ada asked about <asked 1 "np: glaze">glaze</asked>', "asked", "np"),
        ('- <asked 1 "np: glaze">glaze</asked> -> <ans 1 "cl: I mix it thin">mix it thin</ans>', "asked", "np"),
        ('- discussed <showed 1 "np: the kilns">the kilns</showed>', "discussed", "np"),
        ('- <liked 1 "np: my pots">my pots</liked>', "told", "np"),
        ('- I told her <since 1 "cl: I fire weekly">I fire weekly</since>', "told", "clause"),
        ('- <wants 1 "inf: shut the shop at six">shut the shop at six</wants>', "said", None),
    ],
)
def test_an_act_that_no_word_near_bears_out_is_only_spoken_of(marked: str, act: str, form: str | None) -> None:
    brief = read(f"<p 1>Ada</p>\n{marked}", ADA)
    fact = (*brief.topics, *brief.strengths)[0]
    assert (fact.act, fact.form) == (act, form)


def test_a_thing_behind_to_is_a_deed() -> None:
    (topic,) = read('<p 1>Ada</p> wants to <wants 1 "np: supply four cafés">supply four cafés</wants>', ADA).topics
    assert (topic.form, topic.value) == ("inf", "supply four cafés")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("said I'd send him the calendar I use (1 page)", "send you the calendar I use"),
        ("email her a copy of the list by friday", "email you a copy of the list"),
        ("I'd bring a jar next time", "bring a jar"),
        ("send my certificate and the yellow card tonight", "send you my certificate and the yellow card"),
    ],
)
def test_a_promise_to_give_something_says_what(words: str, value: str) -> None:
    (promise,) = read(f'<promise 0 "-">{words}</promise>').promises
    assert (promise.value, promise.form) == (value, "inf")


def test_what_somebody_else_would_do_is_no_promise() -> None:
    assert read('<promise 0 "-">Rachel would have to find a school</promise>').promises == ()


def test_addresses_in_a_list_are_no_instruction_and_her_means_who_was_named_before() -> None:
    two = f"{ADA}\n2: Bev Stott | manager | interviewer |"
    notes = "<p 1>Ada Voss</p>\n<p 2>Bev</p> says <i-chan>ring her, don't email</i-chan>\n<i-chan>emails</i-chan>: <i-chan>a@kiln.example, b@kiln.example</i-chan>"
    (order,) = read(notes, two).instructions
    assert (order.channel, order.person) == ("phone", "Bev")


def test_a_bracket_without_its_other_half_and_capitals_go_from_the_job() -> None:
    role = read("ward 7 (<role>stroke rehab) band 6</role>").role
    assert role is not None
    assert "(" not in role.value
    assert ")" not in role.value
    shouted = read("OFFERED ME <role>Room LEADER</role>").role
    assert shouted is not None
    assert shouted.value == "Room leader"


def test_who_is_named_before_a_no_is_who_to_write_to() -> None:
    two = f"{ADA}\n2: Bram Kole | HR | recruiter |"
    (order,) = read(
        "<p 2>Bram Kole</p>, <p 1>Ada Voss</p>. <i-person>chase <p 1>Ada</p>, not <p 2>Bram</p></i-person>", two
    ).instructions
    assert (order.person, order.forbids) == ("Ada Voss", False)
    (closed,) = read("<p 1>Ada Voss</p>. <i-person>don't write to <p 1>Ada</p></i-person>", ADA).instructions
    assert (closed.person, closed.forbids) == ("Ada Voss", True)


def test_where_papers_go_says_nothing_of_whom_to_write_to() -> None:
    two = f"{ADA}\n2: Dee | clerk | other |"
    (order,) = read(
        "<p 1>Ada Voss</p>, <p 2>Dee</p>. <i-person>send 'em to <p 2>Dee</p>, not to me</i-person>", two
    ).instructions
    assert order.person is None


@pytest.mark.parametrize("words", ["he's going to", "she'll", "they will"])
def test_what_they_are_going_to_do_is_no_promise_of_mine(words: str) -> None:
    assert read(f'{words} <promise 0 "inf: ring my referee">ring my referee</promise>').promises == ()


def test_on_a_line_that_a_name_opens_questions_are_the_speakers_and_my_words_mine() -> None:
    me = "\n".join(
        (
            '<me>X</me>: <asked 1 "np: the old kiln">and the old kiln?</asked>',
            '<me>X</me>: <said 1 "cl: I go where the crew goes">I go where the crew goes</said>',
            '<p 1>Ada Voss</p>: <iask 1 "np: the new starters">what about the new starters?</iask>',
        )
    )
    found = [(topic.act, topic.said_by) for topic in read(f"<p 1>Ada Voss</p>\n{me}", ADA).topics]
    assert found == [("asked", "me"), ("asked", "them")]


def test_mail_that_is_fine_is_no_order_and_phones_that_are_no_good_forbid_the_phone() -> None:
    assert read("<i-chan>No, email's fine.</i-chan>").instructions == ()
    (order,) = read("<i-chan>phones no good out there, email him</i-chan>").instructions
    assert (order.channel, order.forbids) == ("email", False)


@pytest.mark.parametrize(
    ("before", "words", "value"),
    [
        (
            "she wants a copy of my moving and handling certificate - ",
            "i will send it by monday",
            "send you a copy of my moving and handling certificate",
        ),
        ("asked for my dunning teardown, ", "will send", "send you my dunning teardown"),
        ("", "promised Ada: link to the talk", "send you a link to the talk"),
    ],
)
def test_a_promise_of_it_says_what_it_is(before: str, words: str, value: str) -> None:
    (promise,) = read(f'<p 1>Ada</p>\n{before}<promise 1 "-">{words}</promise>', ADA).promises
    assert promise.value == value


def test_a_thing_that_opens_with_how_is_a_question() -> None:
    (topic,) = read('asked <asked 0 "np: how I work with others">how I work with others</asked>').topics
    assert topic.form == "wh"


def test_a_scan_is_of_what_was_wanted() -> None:
    (promise,) = read(
        'She wanted my forklift certificate, said I\'d <promise 0 "-">email a scan tonight</promise>'
    ).promises
    assert promise.value == "email you a scan of my forklift certificate"


def test_a_person_is_no_employer() -> None:
    assert read("<p 1>Ada Voss</p> and <now>Ada Voss</now>", ADA).private == ()
    assert read("<p 1>Ada Voss</p> and <now>Ada Voss</now>", ADA).other_companies == ()
