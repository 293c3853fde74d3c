"""A small desk for the checker's tests: notes of two trades, their briefs, good messages, and the public check."""

from __future__ import annotations

from datetime import date

import pytest

from assistant import prompts
from assistant.brief import Brief, Fact, Instruction, Person, Profile, Question, Span
from assistant.checking import check
from assistant.checking.findings import principle_for, rule_ids, wordings
from assistant.checking.parse import from_text
from assistant.message import Message, Situation
from assistant.report import Finding, Report

ME = Profile(name="Marta Lindqvist", email="marta.lindqvist@mailbox.example", phone="+46 70 000 01 71")

GLASS = """Orrefjord Glass, hot shop technician, interview Tue 9 June 2026 at the furnace
- Henrik Dahl (studio manager): furnace relining in August, wants someone who logs the cooling curve.
  I told him about my log of 38 firings
- Dr. Petra Nowak, conservator: crizzling on the old stock. she showed me three goblets from 1911
- I asked abt the apprentices, 2 start in September, id love to help train them
- said I'd send Henrik my annealing chart by Friday
- decision by 19 June
- they pay 31k, my back hurts after long shifts, don't mention
- Kronglas (current employer) doesn't know
- email only, no phone calls please. h.dahl@orrefjord.example
"""


def _evidence(text: str) -> tuple[Span, ...]:
    start = GLASS.find(text)
    return (Span(start=start, end=start + len(text), text=text),) if start >= 0 else ()


def _fact(number: str, value: str, text: str, **more: object) -> Fact:
    return Fact(id=number, value=value, evidence=_evidence(text), **more)  # type: ignore[arg-type]


BRIEF = Brief(
    company=_fact("company", "Orrefjord Glass", "Orrefjord Glass"),
    role=_fact("role", "Hot shop technician", "hot shop technician"),
    people=(
        Person(
            name="Henrik Dahl",
            title="studio manager",
            email="h.dahl@orrefjord.example",
            given_name="Henrik",
            family_name="Dahl",
        ),
        Person(name="Dr. Petra Nowak", title="conservator", honorific="Dr.", given_name="Petra", family_name="Nowak"),
    ),
    interview_date=_fact("interview", "2026-06-09", "Tue 9 June 2026"),
    topics=(
        _fact(
            "topic-1",
            "furnace relining in August",
            "furnace relining in August",
            said_by="them",
            act="wants",
            person="Henrik Dahl",
        ),
        _fact(
            "topic-2",
            "crizzling on the old stock",
            "crizzling on the old stock",
            said_by="them",
            act="discussed",
            person="Dr. Petra Nowak",
        ),
        _fact("topic-3", "three goblets from 1911", "she showed me three goblets from 1911", person="Dr. Petra Nowak"),
        _fact("topic-4", "someone who logs", "wants someone who logs the cooling curve", person="Henrik Dahl"),
    ),
    strengths=(
        _fact(
            "strength-1", "my log of 38 firings", "my log of 38 firings", said_by="me", act="told", person="Henrik Dahl"
        ),
    ),
    promises=(
        _fact(
            "promise-1",
            "send Henrik my annealing chart",
            "I'd send Henrik my annealing chart by Friday",
            said_by="me",
            due=date(2026, 6, 12),
        ),
    ),
    instructions=(
        Instruction(kind="channel", text="email only", channel="email", evidence=_evidence("email only")),
        Instruction(kind="channel", text="no phone calls please", channel="phone", forbids=True),
    ),
    decision_by=_fact("decision", "2026-06-19", "decision by 19 June"),
    private=(
        _fact("private-1", "they pay 31k", "they pay 31k"),
        _fact("private-2", "my back hurts after long shifts", "my back hurts after long shifts"),
    ),
    other_companies=(_fact("other-1", "Kronglas", "Kronglas (current employer) doesn't know"),),
)

TODAY = date(2026, 6, 10)

GOOD = """Subject: Hot shop technician interview, 9 June

Dear Henrik,

Thank you for showing me the furnace yesterday. You need somebody who logs the cooling curve when the relining comes
in August, and my log of thirty-eight firings was made for just that.

I asked about the two apprentices because I would love to help train them from September.

My annealing chart will reach you by Friday, as I said. I look forward to hearing from you by the 19th.

Kind regards,
Marta Lindqvist
+46 70 000 01 71
"""

ALSO_GOOD = """Subject: The three goblets from 1911

Dear Dr. Nowak,

Thank you for the three goblets on Tuesday. I had only read about crizzling on old stock, and seeing it in glass from
1911 was something else. I would be glad to learn more about it at Orrefjord Glass.

Best wishes,
Marta Lindqvist
marta.lindqvist@mailbox.example
"""

LINKEDIN = (
    "Hi Henrik, it was good to stand at the furnace on Tuesday and hear about the relining in August. "
    "I would be glad to stay in touch. Marta"
)


def situation(today: date = TODAY) -> Situation:
    """The notes of the glass works on a day."""
    return Situation(notes=GLASS, today=today, profile=ME)


def report(text: str, kind: str = "thank-you", today: date = TODAY, brief: Brief = BRIEF) -> Report:
    """What the checker says about a pasted draft on the notes of the glass works."""
    spec = prompts.kind(kind)
    return check(from_text(text, brief, spec), brief, spec, situation(today))


def found(text: str, rule: str, kind: str = "thank-you", today: date = TODAY) -> list[Finding]:
    """The findings of one rule about a pasted draft."""
    return [finding for finding in report(text, kind, today).findings if finding.rule == rule]


def errors(text: str, kind: str = "thank-you", today: date = TODAY) -> list[str]:
    """The rules and words of the errors about a pasted draft."""
    findings = report(text, kind, today).findings
    return [f"{each.rule}: {each.span.text if each.span else None}" for each in findings if each.severity == "error"]


@pytest.mark.parametrize("text", [GOOD, ALSO_GOOD])
def test_a_faithful_message_is_ready(text: str) -> None:
    assert errors(text) == []
    assert report(text).verdict == "ready"


def test_a_faithful_linkedin_note_has_no_error_a_day_later() -> None:
    free = BRIEF.model_copy(update={"instructions": ()})
    spec = prompts.kind("linkedin")
    moment = Situation(
        notes=GLASS.replace("email only, no phone calls please. ", ""), today=date(2026, 6, 11), profile=ME
    )
    checked = check(from_text(LINKEDIN, free, spec), free, spec, moment)
    assert [each for each in checked.findings if each.severity == "error"] == []


def test_every_span_holds_exactly_its_words() -> None:
    text = GOOD.replace("thirty-eight", "forty-eight").replace("Henrik,", "Hendrik,").replace("cooling", "[cooling]")
    spec = prompts.kind("thank-you")
    message = from_text(text, BRIEF, spec)
    spans = [each for each in check(message, BRIEF, spec, situation()).findings if each.span]
    assert len(spans) >= 3
    for each in spans:
        assert each.span is not None
        source = message.body if each.where == "body" else message.subject or ""
        assert source[each.span.start : each.span.end] == each.span.text


def test_errors_come_first_and_make_the_verdict() -> None:
    checked = report(
        GOOD.replace("Thank you for", "I hope this email finds you well. Thank you for").replace("August", "October")
    )
    assert checked.verdict == "not-ready"
    order = {"error": 0, "warning": 1, "hint": 2}
    ranks = [order[each.severity] for each in checked.findings]
    assert ranks == sorted(ranks)
    assert {0, 1} <= set(ranks)


def test_the_principle_behind_a_finding_serves_the_kind() -> None:
    principles = {each.id: each for each in prompts.principles()}
    kind = prompts.kind("thank-you")
    for rule in rule_ids():
        chosen = principle_for(rule, kind)
        if chosen is not None:
            assert rule in principles[chosen].rules
            assert kind.id in principles[chosen].kinds
    assert principle_for("wrong-name", kind) is not None


def test_every_rule_of_the_contract_has_wording() -> None:
    contract = """
        placeholder greeting wrong-name thanks specific interest close subject signature informal pushy length
        repetition copied-notes
        invented-name invented-number invented-date invented-claim wrong-company instruction argues
        over-limit self-negative private injection model-leak order timing
    """
    assert set(contract.split()) <= set(rule_ids())
    assert all(wording.message and wording.suggestion for wording in wordings().values())


def test_a_message_with_no_company_in_the_notes_needs_facts() -> None:
    brief = BRIEF.model_copy(
        update={"company": None, "missing": (Question(field="company", question="Which company was it?"),)}
    )
    assert report(GOOD, brief=brief).verdict == "needs-facts"


def test_our_own_messages_are_checked_like_pasted_ones() -> None:
    spec = prompts.kind("thank-you")
    message = Message(
        kind="thank-you",
        channel="email",
        recipient="Henrik Dahl",
        subject="Hot shop technician",
        writer="offline",
        body=(
            "Dear Dr. Nowak,\n\nThank you for the talk about the furnace relining in August.\n\nKind regards,"
            "\nMarta Lindqvist\n+46 70 000 01 71"
        ),
    )
    rules = {each.rule for each in check(message, BRIEF, spec, situation()).findings if each.severity == "error"}
    assert "wrong-name" in rules
