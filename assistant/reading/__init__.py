"""Reading by rules: raw notes -> Brief.

notes --> segments --> people, company, role --> statements --> topics, strengths, promises
              |--> dates, decision, status          |
              |--> instructions, private, injected: set aside before anything is built on
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assistant.brief import Brief, Fact, Person, Profile, Span
from assistant.language.tidy import Tidier
from assistant.reading import (
    company,
    dates,
    decision,
    employers,
    injection,
    instructions,
    missing,
    people,
    private,
    promises,
    role,
    segments,
    source,
    statements,
    status,
    topics,
)
from assistant.reading.scene import Scene
from assistant.reading.segments import Segment


def read(notes: str, today: date, profile: Profile) -> Brief:
    """What the notes say, as of `today`; raises NotesError where they say nothing about an interview."""
    source.require_matter(notes)
    notes = _without(notes, injection.find(notes))
    parts = segments.split(notes)
    folk = people.find(notes, parts, profile)
    target = company.find(notes, parts, folk)
    job = role.find(notes, parts)
    others = employers.find(notes, parts, target, folk)
    interviewed = dates.interview(notes, parts, today)
    interview_day = date.fromisoformat(interviewed.value) if interviewed else None
    decided = decision.find(notes, parts, today, interview_day)
    told = instructions.find(notes, parts, folk, today)
    secrets = private.find(notes, parts)
    scene = Scene(folk, profile)
    scene.hear(notes)
    tidier = Tidier(notes, _names(folk, target, others))
    said = statements.read(scene, parts)
    orders = [span for order in told for span in order.evidence]
    dated = tuple(fact for fact in (interviewed, decided) if fact)
    unused = [*_spans(secrets), *_spans(dated), *_naming(folk, parts)]
    known = [fact.value for fact in (target, job) if fact]
    known += [text for person in folk for text in (person.title, person.name) if text]
    elsewhere = [fact.value for fact in others]
    contents = topics.contents(notes, said, tidier, unused, orders, known, elsewhere, (profile.name or "").split())
    brief = Brief(
        company=target,
        role=job,
        people=folk,
        interview_date=interviewed,
        topics=topics.topics(notes, contents),
        strengths=topics.strengths(notes, contents),
        promises=promises.find(notes, said, scene, tidier, today, interview_day),
        instructions=told,
        decision_by=decided,
        status=status.find(notes, parts, today, date.fromisoformat(decided.value) if decided else None),
        private=secrets,
        other_companies=others,
    )
    return brief.model_copy(update={"missing": missing.questions(brief, profile)})


def _without(notes: str, injected: tuple[Span, ...]) -> str:
    """The notes with injected orders blanked out, each character by a space, so that offsets stay."""
    for span in injected:
        blank = "".join(char if char == "\n" else " " for char in notes[span.start : span.end])
        notes = notes[: span.start] + blank + notes[span.end :]
    return notes


def _names(folk: tuple[Person, ...], target: Fact | None, others: tuple[Fact, ...]) -> tuple[str, ...]:
    """Names as they should be written: of people, of the company, of other companies."""
    return (*(person.name for person in folk), *(fact.value for fact in (target, *others) if fact))


def _spans(facts: tuple[Fact, ...]) -> Iterator[Span]:
    return (span for fact in facts for span in fact.evidence)


def _naming(folk: tuple[Person, ...], parts: tuple[Segment, ...]) -> Iterator[Span]:
    """Segments that only introduce people (a list of names and titles): nothing was said in them."""
    for part in parts:
        named = [
            span for person in folk for span in person.evidence if part.start <= span.start and span.end <= part.end
        ]
        if named and sum(len(span.text) for span in named) >= 0.6 * len(part.text.strip()):
            yield Span(start=part.start, end=part.end, text=part.text)
