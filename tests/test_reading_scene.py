"""Names, titles, initials and pronouns of the notes find the person that is meant, or nobody."""

from __future__ import annotations

import pytest

from assistant.brief import Person, Profile
from assistant.reading.scene import Scene, agrees, calls, fold

THANDIWE = Person(name="Thandiwe Mokoena", title="production manager", given_name="Thandiwe", family_name="Mokoena")
SAITO = Person(name="Mr Saito", honorific="Mr", family_name="Saito", title="head of quality control for Asia")
HA = Person(name="Trần Thị Thu Hà", given_name="Hà", family_name="Trần", aliases=("ms Hà",))
LOTTE = Person(name="Lotte Brandt", part="other")
SCENE = Scene((THANDIWE, SAITO, HA, LOTTE), Profile(name="Ines Marchetti"))


@pytest.mark.parametrize(
    ("raw", "person"),
    [
        ("Thandiwe Mokoena", THANDIWE),
        ("thandiwe", THANDIWE),
        ("MOKOENA:", THANDIWE),
        ("production manager", THANDIWE),
        ("Thandiwe (production)", THANDIWE),
        ("Mr Saito", SAITO),
        ("saito", SAITO),
        ("Ha", HA),
        ("tran thi thu ha", HA),
        ("ms Hà", HA),
        ("Lotte", LOTTE),
    ],
)
def test_a_person_is_found_by_any_way_the_notes_call_them(raw: str, person: Person) -> None:
    assert SCENE.who(raw) == person


@pytest.mark.parametrize("raw", [None, "", "  ", "Bongani", "Mokoenas", "Lot", "Thandiwe and Saito", ":", "(Thandiwe)"])
def test_what_names_nobody_or_two_finds_nobody(raw: str | None) -> None:
    assert SCENE.who(raw) is None


def test_a_name_that_two_people_share_means_neither() -> None:
    twins = Scene((Person(name="Grace Achieng"), Person(name="Grace Muli")), Profile())
    assert twins.who("Grace") is None
    assert twins.who("Muli") == Person(name="Grace Muli")


def test_initials_name_a_person_unless_they_are_a_common_word() -> None:
    scene = Scene((Person(name="Jean Vuillard"), Person(name="Ida Thorne")), Profile())
    assert scene.who("JV") == Person(name="Jean Vuillard")
    assert scene.who("it") is None


def test_everyone_mentioned_is_listed_once_and_in_order() -> None:
    assert SCENE.mentioned("saito and thandiwe, then Saito again, Lotte not Lottes") == [SAITO, THANDIWE, LOTTE]
    assert SCENE.mentioned("nobody at all") == []


@pytest.mark.parametrize(
    "text", ["Thandiwe - binding", "Mokoena: binding", "Thandiwe Mokoena (production)", "Mr Saito, quality"]
)
def test_a_line_that_opens_with_a_name_belongs_to_it(text: str) -> None:
    assert SCENE.opens(text) in {THANDIWE, SAITO}


@pytest.mark.parametrize("text", ["Thandiwe asked about binding", "asked Thandiwe: binding", "", "Binding - Thandiwe"])
def test_a_line_with_a_name_elsewhere_does_not_open_with_it(text: str) -> None:
    assert SCENE.opens(text) is None


def test_a_heading_tells_where_it_ends() -> None:
    person, end = SCENE.heads("Thandiwe Mokoena, production manager: supply delays") or (None, 0)
    assert person == THANDIWE
    assert "Thandiwe Mokoena, production manager: supply delays"[end:] == "supply delays"


@pytest.mark.parametrize("raw", ["Ines", "ines marchetti", "Me", "I", "candidate", "Marchetti:"])
def test_the_candidate_is_known_by_name_or_as_me(raw: str) -> None:
    assert SCENE.is_me(raw)


@pytest.mark.parametrize("raw", [None, "", "Thandiwe", "Inessa", "them"])
def test_others_are_not_the_candidate(raw: str | None) -> None:
    assert not SCENE.is_me(raw)


def test_a_pronoun_does_not_mean_somebody_whose_honorific_forbids_it() -> None:
    assert not agrees(SAITO, "she")
    assert agrees(SAITO, "him")
    assert not agrees(Person(name="Sister Benedicta", honorific="Sister"), "he")
    assert agrees(THANDIWE, "he")


def test_notes_that_name_nobody_find_nobody() -> None:
    empty = Scene((), Profile())
    assert empty.who("Thandiwe") is None
    assert empty.mentioned("Thandiwe") == []
    assert empty.opens("Thandiwe - binding") is None
    assert not empty.is_me("Ines")


def test_case_and_accents_do_not_count() -> None:
    assert fold("Đặng HÀ Ñuñez") == "dang ha nunez"


def test_a_long_title_is_no_name_and_an_empty_one_does_no_harm() -> None:
    assert "head of quality control for Asia" not in calls(SAITO)
    assert all(name.strip() for name in calls(Person(name="Q", title="")))
