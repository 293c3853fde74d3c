"""Who said what to whom, in whatever form the notes put it: the side, the act and the person of each thing said."""

from __future__ import annotations

from datetime import date

import pytest

from assistant import reading
from assistant.brief import Brief, Fact, Profile

TODAY = date(2026, 5, 13)


def read(notes: str) -> Brief:
    return reading.read(notes, TODAY, Profile(name="Ines Marchetti"))


def about(brief: Brief, words: str) -> Fact:
    """The one topic or strength whose value holds these words."""
    found = {fact.value: fact for fact in (*brief.strengths, *brief.topics) if words in fact.value}
    assert len(found) == 1, [fact.value for fact in (*brief.topics, *brief.strengths)]
    return next(iter(found.values()))


BAKERY = """Harbour Lights Bakery, head baker, interview tues 12 May 2026
- Tamsin Roe, owner: asked how id handle late flour deliveries
- Wambui Karanja, shop manager - wants a gluten free line by autumn
- told Wambui I ran the sourdough school in Falmouth
"""


def test_a_bullet_headed_by_a_name_is_that_persons() -> None:
    brief = read(BAKERY)
    asked, wanted = about(brief, "flour"), about(brief, "gluten")
    assert (asked.value, asked.said_by, asked.act) == ("how I'd handle late flour deliveries", "them", "asked")
    assert asked.person == "Tamsin Roe"
    assert (wanted.person, wanted.said_by, wanted.act) == ("Wambui Karanja", "them", "wants")


def test_what_i_told_somebody_is_mine_and_told_to_them() -> None:
    told = about(read(BAKERY), "sourdough")
    assert (told.said_by, told.act, told.person) == ("me", "told", "Wambui Karanja")


def test_the_cells_of_a_table_belong_to_the_person_of_their_row() -> None:
    brief = read(
        "Museum of Weaving, textile conservator\nInterview 12 May 2026\n\n"
        "| Who | Position | Notes |\n|---|---|---|\n"
        "| Dr Aigerim Seitkali | head of collections | asked how I'd clean a felt rug |\n"
        "| Mr Tobias Lindqvist | registrar | loan paperwork, the new store in Malmö |\n"
    )
    assert about(brief, "felt rug").person == "Dr Aigerim Seitkali"
    assert about(brief, "felt rug").act == "asked"
    assert about(brief, "loan paperwork").person == "Tobias Lindqvist"
    assert about(brief, "Malmö").person == "Tobias Lindqvist"


def test_headings_with_names_own_the_bullets_below_them() -> None:
    brief = read(
        "# Orchard Street Dental, hygienist, 12 May 2026\n## Mehwish Anwar (principal)\n"
        "- asked how I calm nervous patients\n## Piotr Zielak (practice manager)\n"
        "- wants somebody for the school visits\n"
    )
    assert about(brief, "nervous").person == "Mehwish Anwar"
    assert about(brief, "school visits").person == "Piotr Zielak"
    assert about(brief, "school visits").act == "wants"


TRANSCRIPT = """Interview transcript - Cedar Grove Nursery, room leader, 12 May 2026
Halina Brzezicka: Thanks for coming in. How would you settle a two year old who cries at drop-off?
Ines: I would sit on the floor with the parent for ten minutes first.
Halina Brzezicka: We're opening a forest school in September.
Ines: I ran a forest school at my last nursery for three years.
"""


def test_in_a_transcript_their_question_is_turned_to_me_and_stays_theirs() -> None:
    asked = about(read(TRANSCRIPT), "two year old")
    assert (asked.said_by, asked.act, asked.person) == ("them", "asked", "Halina Brzezicka")
    assert asked.value.startswith("how would I settle a two year old")


def test_in_a_transcript_their_we_is_you_and_my_i_is_mine() -> None:
    brief = read(TRANSCRIPT)
    assert about(brief, "in September").said_by == "them"
    assert about(brief, "in September").value == "you're opening a forest school in September"
    mine = about(brief, "for three years")
    assert (mine.said_by, mine.act, mine.value[:5]) == ("me", "told", "I ran")


def test_below_a_pasted_mail_my_own_notes_are_about_its_writer() -> None:
    brief = read(
        "From: Rasheed Coker <rasheed@tidewaterferries.example>\nTo: Ines Marchetti\n"
        "Sent: Tuesday, 12 May 2026 17:40\nSubject: Deck officer interview\n\n"
        "Dear Ines,\nWe are putting a second boat on the Skerry run.\nKind regards,\nRasheed Coker\n"
        "Fleet manager, Tidewater Ferries\n\nmy notes: he asked what i'd do when a passenger goes overboard\n"
    )
    boat, asked = about(brief, "Skerry"), about(brief, "overboard")
    assert (boat.said_by, boat.person) == ("them", "Rasheed Coker")
    assert (asked.value, asked.person) == ("what I'd do when a passenger goes overboard", "Rasheed Coker")


def test_praise_in_a_pasted_mail_is_of_mine_and_its_courtesy_is_nothing() -> None:
    brief = read(
        "From: Rasheed Coker <rasheed@tidewaterferries.example>\nTo: Ines Marchetti\n"
        "Sent: Tuesday, 12 May 2026 17:40\nSubject: Deck officer interview\n\nDear Ines,\n"
        "Thank you for coming in today. I was impressed by your answer on fog in the channel.\n"
        "Kind regards,\nRasheed Coker\nFleet manager, Tidewater Ferries\n"
    )
    assert about(brief, "fog").value == "my answer on fog in the channel"
    assert about(brief, "fog").act == "liked"
    assert not any("coming" in fact.value for fact in brief.topics)


def test_q_and_a_lines_are_theirs_and_mine() -> None:
    brief = read(
        "Quarry Lane Stone, banker mason, interview 12 May 2026\n"
        "Q: how would you cut a mitre in soft limestone?\nA: I'd work from both faces to the middle\n"
        "Interviewer: Rhodri Pugh, yard manager\n"
    )
    assert (about(brief, "mitre").said_by, about(brief, "mitre").act) == ("them", "asked")
    assert about(brief, "both faces").said_by == "me"


@pytest.mark.parametrize(
    "line", ["Saw Thandiwe Mokoena, production manager.", "okay so I just came out of the bindery."]
)
def test_coming_going_and_meeting_are_nothing_that_was_said(line: str) -> None:
    brief = read(
        f"Riverside Print, finisher, 12 May 2026. {line} I asked Thandiwe Mokoena about the new folding machine."
    )
    said = " ".join(fact.value for fact in (*brief.topics, *brief.strengths))
    assert "Saw" not in said
    assert "came out" not in said


def test_a_question_and_its_answer_on_one_line_keep_their_sides() -> None:
    brief = read(
        "Tollgate Motors, MOT tester, 12 May 2026 w/ Sukhdeep Gill, workshop controller\n"
        "Q: what would you do if a customer shouts about a fail? A: show them the part on the ramp\n"
    )
    assert about(brief, "customer shouts").said_by == "them"
    assert about(brief, "on the ramp").said_by == "me"


@pytest.mark.parametrize("arrow", ["->", "→", "=>"])
def test_behind_an_arrow_stands_my_answer(arrow: str) -> None:
    brief = read(
        "Kestrel Opticians, dispensing optician, 12 May 2026, with Folake Adeyinka (branch manager)\n"
        f"- how do I calm a nervous child {arrow} I let them hold the frames first\n"
    )
    question, answer = about(brief, "nervous child"), about(brief, "frames")
    assert (question.said_by, question.act) == ("them", "asked")
    assert (answer.said_by, answer.act, answer.person) == ("me", "told", "Folake Adeyinka")


@pytest.mark.parametrize("label", ["me:", "Me:", "my answer:"])
def test_a_label_that_means_me_marks_my_answer(label: str) -> None:
    brief = read(
        "Tuesday 12 May 2026: Peregrine Roofing, estimator. Gwilym Parry - asked about slate prices."
        f" {label} I track three quarries every week\n"
    )
    assert about(brief, "slate prices").said_by == "them"
    answer = about(brief, "quarries")
    assert (answer.said_by, answer.act, answer.person) == ("me", "told", "Gwilym Parry")


PRINTERS = """Riverside Print, finisher, 12 May 2026
Interviewer: Thandiwe Mokoena, production manager
I asked Thandiwe about the new folding machine. She showed me the old presses. She liked my sample book.
We talked about deadlines for the elections. She wants a second shift by Easter.
"""


@pytest.mark.parametrize(
    ("words", "by", "act"),
    [
        ("folding machine", "me", "asked"),
        ("old presses", "them", "showed"),
        ("sample book", "them", "liked"),
        ("elections", "them", "discussed"),
        ("second shift", "them", "wants"),
    ],
)
def test_the_verb_tells_who_did_what(words: str, by: str, act: str) -> None:
    fact = about(read(PRINTERS), words)
    assert (fact.said_by, fact.act, fact.person) == (by, act, "Thandiwe Mokoena")


def test_two_people_in_prose_keep_their_own_words() -> None:
    brief = read(
        "Northgate Library, outreach librarian, 12 May 2026\nMet Priscilla Odhiambo and Ewan Baird together\n"
        "Priscilla asked about reading groups in care homes. Ewan asked how I'd run a van with no budget."
        " I told Ewan that I drove the book bus in Fife for four years. He laughed at my diesel story.\n"
    )
    assert about(brief, "reading groups").person == "Priscilla Odhiambo"
    for words in ("van with no budget", "book bus", "diesel"):
        assert about(brief, words).person == "Ewan Baird"
    assert about(brief, "book bus").said_by == "me"
    assert about(brief, "diesel").act == "liked"


def test_a_voice_memo_without_punctuation_keeps_its_speech_acts() -> None:
    brief = read(
        "okay so I just came out of Glenview Farm shop, assistant manager job, today the thirteenth of may."
        " um Roisin Daly she's the owner she asked me how I'd stop waste in the bakery,"
        " and I told her about the evening box we did, then she showed me the new cold store,"
        " and I said I'd send her the poster tonight\n"
    )
    assert (about(brief, "waste").act, about(brief, "waste").said_by) == ("asked", "them")
    assert (about(brief, "evening box").act, about(brief, "evening box").said_by) == ("told", "me")
    assert about(brief, "cold store").act == "showed"


CHAT = """[12/05/2026, 17:01:10] Ines: done with Saltmarsh Brewery!! brewer job
[12/05/2026, 17:01:44] Lotte: how was it
[12/05/2026, 17:02:30] Ines: two people, Agnieszka Bielak and Tomos Rees from the taproom
[12/05/2026, 17:03:02] Ines: Agnieszka asked how i keep yeast happy in a heatwave
[12/05/2026, 17:03:40] Ines: Tomos wants a low alcohol beer for the summer
[12/05/2026, 17:04:02] Lotte: they once asked me about the hop store
"""


def test_what_a_friend_said_is_no_part_of_the_interview() -> None:
    brief = read(f"{PRINTERS}My mate Bronagh said the night shift is quiet. Bronagh likes the canteen.\n")
    assert "Bronagh" not in {person.name for person in brief.interviewers()}
    assert not any(word in fact.value for fact in brief.topics for word in ("night shift", "canteen"))


def test_in_a_chat_my_turns_report_the_interview_and_my_friends_do_not() -> None:
    brief = read(CHAT)
    assert about(brief, "yeast").person == "Agnieszka Bielak"
    assert about(brief, "low alcohol").person == "Tomos Rees"
    assert not any("hop store" in fact.value for fact in (*brief.topics, *brief.strengths))
