from __future__ import annotations

from assistant.brief import Brief, Fact, Person, Profile
from assistant.reading import missing

WHOLE = Brief(
    company=Fact(id="company", value="Arden Mills"),
    role=Fact(id="role", value="miller"),
    people=(Person(name="Jo Park"),),
    interview_date=Fact(id="interview", value="2026-02-11"),
    topics=(Fact(id="topic-1", value="stone dressing"),),
)


def fields(brief: Brief, profile: Profile) -> list[str]:
    return [question.field for question in missing.questions(brief, profile)]


def test_nothing_is_asked_when_nothing_is_missing() -> None:
    assert fields(WHOLE, Profile(name="Ada Obi")) == []


def test_everything_is_asked_of_an_empty_brief() -> None:
    assert fields(Brief(), Profile()) == ["company", "role", "people", "interview_date", "topics", "name"]


def test_a_recruiter_alone_is_no_interviewer() -> None:
    brief = WHOLE.model_copy(update={"people": (Person(name="Joel", part="recruiter"),)})
    assert fields(brief, Profile(name="Ada Obi")) == ["people"]


def test_each_question_is_one_short_line() -> None:
    for question in missing.questions(Brief(), Profile()):
        assert question.question.count("\n") == 0
        assert len(question.question) < 90
