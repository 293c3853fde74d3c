"""Scorers of what was read: one small function a field, each from a case and its brief to a Score."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.brief import Brief, Fact, Person, Span
from assistant.reading.injection import find as find_injected
from eval.cases import Case, GoldPerson
from eval.matching import fold, overlaps, same_company, same_name, same_role, same_title
from eval.score import Kind, Score

Scorer = Callable[[Case, Brief], Score]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the brief: its name, how it is counted, its scorer."""

    name: str
    kind: Kind
    score: Scorer


def company(case: Case, brief: Brief) -> Score:
    """The employer."""
    return _one(case.gold.company, _value(brief.company), same_company)


def role(case: Case, brief: Brief) -> Score:
    """The job."""
    return _one(case.gold.role, _value(brief.role), same_role)


def people(case: Case, brief: Brief) -> Score:
    """The names of those who assessed the candidate."""
    read = [person.name for person in brief.interviewers()]
    return _many([person.name for person in case.gold.interviewers], read, same_name)


def titles(case: Case, brief: Brief) -> Score:
    """The titles of the interviewers that were found."""
    pairs = [(gold, person) for gold, person in _pairs(case, brief.interviewers())]
    return _sum(_named(gold.name, _one(gold.title, person.title, same_title)) for gold, person in pairs)


def emails(case: Case, brief: Brief) -> Score:
    """The interviewers' addresses, whatever part the reader gave those people."""
    found = {gold.name: person for gold, person in _pairs(case, brief.people)}
    read = [(gold, found[gold.name].email if gold.name in found else None) for gold in case.gold.interviewers]
    return _sum(_named(gold.name, _one(gold.email, email, _same_text)) for gold, email in read)


def interview_date(case: Case, brief: Brief) -> Score:
    """The day of the latest interview."""
    gold = case.gold.interview_date
    return _one(gold.isoformat() if gold else None, _value(brief.interview_date), _same_text)


def decision_date(case: Case, brief: Brief) -> Score:
    """The stated decision day, exact; only where the notes state one."""
    gold, read = case.gold.decision_by, _value(brief.decision_by)
    if gold is None:
        return Score()
    return _right(read == gold.isoformat(), f"{gold.isoformat()} not {read}", read)


def no_decision_date(case: Case, brief: Brief) -> Score:
    """That no decision day is read where the notes state none."""
    if case.gold.decision_by is not None:
        return Score()
    read = _value(brief.decision_by)
    return _right(read is None, f"none stated, read {read}", read)


def status(case: Case, brief: Brief) -> Score:
    """Awaiting, silent, rejected or offer."""
    return _right(brief.status == case.gold.status, f"{case.gold.status} not {brief.status}", brief.status)


def topics(case: Case, brief: Brief) -> Score:
    """Gold topics met by a topic or strength that was read."""
    return _met(case.gold.topics, (*brief.topics, *brief.strengths))


def strengths(case: Case, brief: Brief) -> Score:
    """Gold strengths met by a strength, or by a topic that the candidate told."""
    own = [fact for fact in brief.topics if fact.said_by == "me"]
    return _met(case.gold.strengths, (*brief.strengths, *own))


def topics_precision(case: Case, brief: Brief) -> Score:
    """Topics read that meet some gold topic or strength."""
    return _worth(case, brief.topics)


def strengths_precision(case: Case, brief: Brief) -> Score:
    """Strengths read that meet some gold topic or strength."""
    return _worth(case, brief.strengths)


def promises(case: Case, brief: Brief) -> Score:
    """What the candidate said they would do or send."""
    return _many(case.gold.promises, [_words_of(fact) for fact in brief.promises], overlaps)


def instructions(case: Case, brief: Brief) -> Score:
    """How, when, whom and what to write, by the words of the notes."""
    read = [_joined(item.evidence) or item.text for item in brief.instructions]
    return _many([item.text for item in case.gold.instructions], read, overlaps)


def instruction_kinds(case: Case, brief: Brief) -> Score:
    """Of the instructions found, those of the right kind."""
    score = Score()
    for gold in case.gold.instructions:
        kinds = {item.kind for item in brief.instructions if overlaps(gold.text, _joined(item.evidence) or item.text)}
        if kinds:
            wrong = f"{gold.kind} not {', '.join(sorted(kinds))}: {gold.text}"
            score = _sum((score, _right(gold.kind in kinds, wrong, gold.text)))
    return score


def private(case: Case, brief: Brief) -> Score:
    """What must not appear and stands in the notes: touched by something that the writer is kept from."""
    kept = _kept_from_writer(case, brief)
    places = {text: list(re.finditer(re.escape(text), case.notes, re.IGNORECASE)) for text in case.gold.must_not_appear}
    standing = {text: found for text, found in places.items() if found}
    missed = tuple(text for text, found in standing.items() if not any(_touch(span, found) for span in kept))
    text = "\n".join(dict.fromkeys(span.text for span in kept))
    return Score(hits=len(standing) - len(missed), missed=missed, text=text)


def other_companies(case: Case, brief: Brief) -> Score:
    """Companies that are not the target."""
    return _many(case.gold.other_companies, [fact.value for fact in brief.other_companies], same_company)


def other_people(case: Case, brief: Brief) -> Score:
    """Recruiters, receptionists, friends: whoever is named and did not assess."""
    read = [person.name for person in brief.people if person.part != "interviewer"]
    return _many(case.gold.other_people, read, same_name)


FIELDS = (
    Field("company", "f1", company),
    Field("role", "f1", role),
    Field("people", "f1", people),
    Field("titles", "f1", titles),
    Field("emails", "f1", emails),
    Field("interview-date", "f1", interview_date),
    Field("decision-date", "rate", decision_date),
    Field("no-decision-date", "rate", no_decision_date),
    Field("status", "rate", status),
    Field("topics", "recall", topics),
    Field("strengths", "recall", strengths),
    Field("topics-precision", "precision", topics_precision),
    Field("strengths-precision", "precision", strengths_precision),
    Field("promises", "recall", promises),
    Field("promises-precision", "precision", promises),
    Field("instructions", "recall", instructions),
    Field("instructions-precision", "precision", instructions),
    Field("instruction-kinds", "rate", instruction_kinds),
    Field("private", "recall", private),
    Field("other-companies", "recall", other_companies),
    Field("other-companies-precision", "precision", other_companies),
    Field("other-people", "recall", other_people),
)


def _value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


def _joined(spans: Iterable[Span]) -> str:
    return " ".join(span.text for span in spans)


def _words_of(fact: Fact) -> str:
    return f"{fact.value} {_joined(fact.evidence)}"


def _same_text(gold: str, read: str) -> bool:
    return fold(gold) == fold(read)


def _one(gold: str | None, read: str | None, same: Callable[[str, str], bool]) -> Score:
    if gold and read and same(gold, read):
        return Score(hits=1, text=read)
    missed = (f"{gold} (read {read})",) if gold else ()
    return Score(missed=missed, extra=(read,) if read else (), text=read or "")


def _right(right: bool, wrong: str, read: str | None) -> Score:
    return Score(hits=1, text=read or "") if right else Score(missed=(wrong,), text=read or "")


def _many(gold: Sequence[str], read: Sequence[str], same: Callable[[str, str], bool]) -> Score:
    missed = tuple(wanted for wanted in gold if not any(same(wanted, given) for given in read))
    extra = tuple(given for given in read if not any(same(wanted, given) for wanted in gold))
    return Score(hits=len(gold) - len(missed), missed=missed, extra=extra, text="\n".join(read))


def _pairs(case: Case, read: Iterable[Person]) -> list[tuple[GoldPerson, Person]]:
    given = list(read)
    found = [(gold, next((p for p in given if same_name(gold.name, p.name)), None)) for gold in case.gold.interviewers]
    return [(gold, person) for gold, person in found if person is not None]


def _named(name: str, score: Score) -> Score:
    missed, extra = (tuple(f"{name}: {reason}" for reason in reasons) for reasons in (score.missed, score.extra))
    return replace(score, missed=missed, extra=extra)


def _sum(scores: Iterable[Score]) -> Score:
    kept = list(scores)
    missed = tuple(text for score in kept for text in score.missed)
    extra = tuple(text for score in kept for text in score.extra)
    return Score(sum(s.hits for s in kept), missed, extra, "\n".join(s.text for s in kept if s.text))


def _stands(alternatives: Iterable[str], text: str) -> bool:
    folded = fold(text)
    return any(fold(alternative) in folded for alternative in alternatives)


def _met(gold: Iterable[tuple[str, ...]], facts: Sequence[Fact]) -> Score:
    wanted = list(gold)
    missed = tuple(" / ".join(item) for item in wanted if not any(_stands(item, _words_of(fact)) for fact in facts))
    return Score(hits=len(wanted) - len(missed), missed=missed, text="\n".join(fact.value for fact in facts))


def _worth(case: Case, facts: Sequence[Fact]) -> Score:
    gold = (*case.gold.topics, *case.gold.strengths)
    extra = tuple(fact.value for fact in facts if not any(_stands(item, _words_of(fact)) for item in gold))
    return Score(hits=len(facts) - len(extra), extra=extra, text="\n".join(fact.value for fact in facts))


def _kept_from_writer(case: Case, brief: Brief) -> list[Span]:
    others = [person for person in brief.people if person.part != "interviewer"]
    spans = [span for fact in (*brief.private, *brief.other_companies) for span in fact.evidence]
    spans += [span for item in brief.instructions for span in item.evidence]
    return [*spans, *(span for person in others for span in person.evidence), *find_injected(case.notes)]


def _touch(span: Span, places: Iterable[re.Match[str]]) -> bool:
    return any(span.start < place.end() and place.start() < span.end for place in places)
