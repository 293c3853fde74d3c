"""For the tests of the page: the real Desk between a scripted reader, writer and checker."""

from __future__ import annotations

from datetime import date, timedelta

from assistant import prompts
from assistant.brief import Brief, Fact, Instruction, Person, Profile, Question, Span
from assistant.desk import Desk
from assistant.errors import NotesError
from assistant.message import Kind, Message, Part, Sentence, Situation, Style
from assistant.principle import Principle
from assistant.report import Finding, Report

TODAY = date(2026, 2, 12)
NOTES = """St Brannoc's, Band 6 nurse, yesterday
- Folasade Akinwande, ward manager, f.akinwande@stbrannocs.example
- Gill Prosser, matron
- Folasade asked about a deteriorating patient
- Gill: four NIV beds open in April
- I run the NIV study half day
- promised Folasade a scan of my certificate by Friday
- please e-mail, do not ring
- their numbers are poor
- they decide by end of next week
"""


def quote(notes: str, words: str) -> tuple[Span, ...]:
    """The first place where the notes say so."""
    start = notes.find(words)
    return (Span(start=start, end=start + len(words), text=words),) if start >= 0 else ()


def read(notes: str, today: date, profile: Profile) -> Brief:
    """Reads NOTES, and any part of them, by looking the words up."""
    if not notes.strip():
        raise NotesError("the notes are empty: paste what you remember of the interview")
    if "crash" in notes:
        raise RuntimeError("a fault nobody foresaw")
    day = (today - timedelta(1)).isoformat()

    def fact(name: str, value: str, words: str, **more: str) -> tuple[Fact, ...]:
        evidence = quote(notes, words)
        return (Fact(id=name, value=value, evidence=evidence, **more),) if evidence else ()  # type: ignore[arg-type]

    company = fact("company", "St Brannoc's", "St Brannoc's")
    people = [
        Person(name="Folasade Akinwande", title="ward manager", email="f.akinwande@stbrannocs.example",
               given_name="Folasade", evidence=quote(notes, "Folasade Akinwande")),
        Person(name="Gill Prosser", title="matron", given_name="Gill", evidence=quote(notes, "Gill Prosser")),
    ]  # fmt: skip
    return Brief(
        company=next(iter(company), None),
        role=next(iter(fact("role", "Band 6 nurse", "Band 6 nurse")), None),
        people=tuple(person for person in people if person.evidence),
        interview_date=next(iter(fact("interview-date", day, "yesterday")), None),
        topics=(
            *fact("topic-1", "a deteriorating patient", "deteriorating patient", person="Folasade Akinwande"),
            *fact("topic-2", "four NIV beds open in April", "four NIV beds open in April", person="Gill Prosser"),
        ),
        strengths=fact("strength-1", "I run the NIV study half day", "I run the NIV study half day", said_by="me"),
        promises=fact(
            "promise-1", "a scan of my certificate", "scan of my certificate by Friday", person="Folasade Akinwande"
        ),
        instructions=tuple(
            Instruction(kind="channel", text=words, evidence=quote(notes, words), channel="phone", forbids=True)
            for words in ("please e-mail, do not ring",)
            if words in notes
        ),
        decision_by=next(iter(fact("decision-by", "2026-02-20", "end of next week")), None),
        private=fact("private-1", "their numbers are poor", "their numbers are poor"),
        missing=() if company else (Question(field="company", question="Which company was it with?"),),
    )


def write(
    brief: Brief,
    kind: Kind,
    people: tuple[Person | None, ...],
    principles: tuple[Principle, ...],
    style: Style,
    variants: int,
    situation: Situation,
) -> tuple[Message, ...]:
    """One plain message for each person and variant; the seed shows in the text."""
    return tuple(
        message(brief, kind, person, style, number, situation) for person in people for number in range(1, variants + 1)
    )


def message(
    brief: Brief, kind: Kind, person: Person | None, style: Style, number: int, situation: Situation
) -> Message:
    """What the scripted writer says to one person."""
    name = person.name if person else "there"
    topic = next((t for t in brief.topics if person and t.person == person.name), None) or next(
        iter(brief.topics), None
    )
    seed = style.seed + number
    thanks = f"Thank you for your time at {brief.company.value if brief.company else 'your office'}, take {seed}."
    sentences = [
        Sentence(text=thanks, facts=("company",) if brief.company else ()),
        *([Sentence(text=f"I keep thinking about {topic.value}.", facts=(topic.id,))] if topic else []),
    ]
    body = f"Dear {name},\n\n{' '.join(s.text for s in sentences)}\n\nKind regards,\n{situation.profile.name or 'Me'}"
    return Message(
        kind=kind.id,
        channel=kind.channel,
        recipient=person.name if person else None,
        subject=f"Thank you ({style.tone})" if kind.subject else None,
        body=body,
        parts=(
            Part(move="greeting", sentences=(Sentence(text=f"Dear {name},"),)),
            Part(move="thanks", sentences=tuple(sentences[:1])),
            Part(move="recall", sentences=tuple(sentences[1:])),
            Part(
                move="sign-off",
                sentences=(Sentence(text=f"Kind regards,\n{situation.profile.name or 'Me'}", facts=("profile",)),),
            ),
        ),
        variant=number,
        send_by=situation.today,
        to_address=person.email if person else None,
        advice=("They asked for e-mail: do not ring.",) if kind.channel == "phone" else (),
    )


def check(message: Message, brief: Brief, kind: Kind, situation: Situation) -> Report:
    """Marks the word `awesome`, and asks for the company where it is not known."""
    findings = []
    if (start := message.body.find("awesome")) >= 0:
        span = Span(start=start, end=start + 7, text="awesome")
        findings.append(
            Finding(
                rule="informal", severity="error", message="This word is too loose.", span=span, suggestion="Say good."
            )
        )
    if brief.company is None:
        findings.append(Finding(rule="missing", severity="warning", message="The company is not known."))
    verdict = "not-ready" if any(f.severity == "error" for f in findings) else "needs-facts" if findings else "ready"
    return Report(verdict=verdict, findings=tuple(findings))  # type: ignore[arg-type]


def desk() -> Desk:
    """The real desk between scripted stations."""
    return Desk(kinds=prompts.kinds(), read=read, retrieve=lambda brief, kind: (), write=write, check=check)
