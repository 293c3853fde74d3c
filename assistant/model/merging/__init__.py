"""A model's reading and the rules' reading of the same notes become one brief.

What the model says counts where its quote stands in the notes and its value says no more than they do. What the rules
alone have found stays where they are sure of it; what must not get out stays in any case. Where the two contradict each
other, the one with the better evidence stands and the candidate is asked.
"""

from __future__ import annotations

from assistant.brief import Brief, Fact
from assistant.checking.words import tokens
from assistant.model.merging import days, facts, orders, people, shut
from assistant.model.merging.table import Table
from assistant.reading import missing

MOST_QUESTIONS = 4


def merged(table: Table) -> Brief:
    """The one brief, with a question for each contradiction, the most telling first."""
    folk = people.merged(table)
    company = _named(table, "company")
    interview = days.interview(table)
    decision = days.decision(table)
    private = shut.merged(table)
    found = facts.merged(table, folk, private, interview)
    result = Brief(
        company=company,
        role=_named(table, "role"),
        people=folk.people,
        interview_date=interview,
        topics=facts.numbered("topic", found),
        strengths=facts.numbered("strength", found),
        promises=facts.numbered("promise", found),
        instructions=orders.merged(table, folk),
        decision_by=decision,
        status=days.status(table, decision),
        private=private,
        other_companies=_others(table, company),
    )
    needed = missing.questions(result, table.quotes.profile)
    lacking = {question.field for question in needed}
    doubts = [question for question in table.questions if question.field not in lacking][:MOST_QUESTIONS]
    return result.model_copy(update={"missing": (*needed, *doubts)})


def _named(table: Table, name: str) -> Fact | None:
    """Company or role: the model's where its words stand in the notes, unless the rules are surer of another."""
    ours: Fact | None = getattr(table.rules, name)
    known = getattr(table.reading, name)
    value, spans = table.said(known.value), table.cited(known.quote)
    if not value or not spans or not table.quotes.name(value):
        return ours
    theirs = Fact(id=name, value=value, evidence=spans, sure=0.9)
    if ours is None:
        return theirs
    if _alike(ours.value, value):
        return ours if len(ours.value) >= len(value) or name == "company" else theirs
    table.ask(name, name, ours=ours.value, theirs=value)
    return ours if ours.sure > theirs.sure else theirs


def _alike(one: str, other: str) -> bool:
    first, second = ({token.low for token in tokens(text)} for text in (one, other))
    return first <= second or second <= first


def _others(table: Table, company: Fact | None) -> tuple[Fact, ...]:
    """Every other employer that either has found; never the one that the interview was with."""
    target = company.value if company else ""
    kept = [fact for fact in table.rules.other_companies if not _alike(fact.value, target)]
    for known in table.reading.other_companies:
        value, spans = table.said(known.value), table.cited(known.quote)
        if not value or not spans or not table.quotes.name(value) or _alike(value, target):
            continue
        if not any(_alike(value, fact.value) for fact in kept):
            kept.append(Fact(id=f"other-company-m{len(kept) + 1}", value=value, evidence=spans, sure=0.9))
    return tuple(kept)
