"""What the tests of the evaluation share: a small case, a desk that does as told, runs of made-up outcomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from assistant import prompts, testing
from assistant.brief import Brief, Profile
from assistant.desk import Desk
from assistant.message import Message
from assistant.report import Finding, Report
from eval.cases import Case, Gold, GoldInstruction, GoldPerson, Split
from eval.record import Engines, Run, unit_key
from eval.score import Counts, Measure
from eval.scorers.drafting import Drafted

NOTES = "Met Ada Obi, head chef (ada@kiln.example) at Kiln. I will send the menu. No calls. Pay 30k. Joe drove me."
ENGINES = Engines(reader="offline", writer="offline", embedder="shipped")


def case(name: str = "1-kiln", split: Split = "dev", **gold: object) -> Case:
    """A case of one interviewer at one company, with changes to its gold."""
    facts = Gold(
        company="Kiln",
        role="Sous chef",
        interviewers=(GoldPerson(name="Ada Obi", title="head chef", email="ada@kiln.example"),),
        other_people=("Joe",),
        other_companies=(),
        interview_date=date(2026, 5, 4),
        topics=(("menu", "carte"),),
        strengths=(("send the menu",),),
        promises=("I will send the menu",),
        instructions=(GoldInstruction(kind="channel", text="No calls"),),
        decision_by=date(2026, 5, 8),
        timeframe_text=None,
        status="awaiting",
        must_not_appear=("30k", "Joe", "never written"),
    )
    return Case(
        id=name, style="prose", notes=NOTES, me=Profile(name="Bo Ek"), today=date(2026, 5, 5), want="thank-you",
        gold=facts.model_copy(update=gold), split=split,
    )  # fmt: skip


def written(recipient: str | None, body: str, **more: object) -> Message:
    """A thank-you with this body."""
    whole = Message(kind="thank-you", channel="email", recipient=recipient, subject=None, body=body)
    return whole.model_copy(update=more)


def mail(middle: str, recipient: str = "Ada Obi", **more: object) -> Message:
    """A thank-you with this between greeting and signature."""
    return written(recipient, f"Dear {recipient},\n\n{middle}\n\nKind regards,\nBo Ek", **more)


def drafted(*messages: Message, **gold: object) -> Drafted:
    """Messages as drafts of the small case."""
    return Drafted(case(**gold), messages)  # type: ignore[arg-type]


def desk(messages: Sequence[Message] = (), findings: Sequence[Finding] = (), brief: Brief | None = None) -> Desk:
    """A desk that always reads the same brief, writes the same messages and finds the same faults."""
    report = Report(verdict="not-ready" if findings else "ready", findings=tuple(findings))
    return Desk(
        kinds=prompts.kinds(),
        read=lambda notes, today, profile: brief or testing.brief(),
        retrieve=lambda found, kind: (),
        write=lambda *order: tuple(messages),
        check=lambda message, found, kind, situation: report,
    )


def rate(name: str, *, detail: bool = False) -> Measure:
    """A measure of drafting."""
    return Measure(name=name, part="drafting", kind="rate", detail=detail)


def run(outcomes: Mapping[str, Sequence[Counts]], engines: Engines = ENGINES) -> Run:
    """A run in which unit i has the i-th outcome of each measure; one unit in three is in the test split."""
    measures = tuple(rate(name) for name in outcomes)
    size = len(next(iter(outcomes.values())))
    keys = [unit_key("test" if place % 3 == 0 else "dev", f"case-{place:03}", str(place)) for place in range(size)]
    held = {key: {name: counts[place] for name, counts in outcomes.items()} for place, key in enumerate(keys)}
    return Run(engines, measures, held)


def plain(right: int, size: int) -> list[Counts]:
    """Outcomes of so many units, the first of which are right."""
    return [(1, 0, 0) if place < right else (0, 1, 0) for place in range(size)]
