"""What was said, done and promised: the model's facts that hold, and those of the rules that they are sure of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from assistant.brief import Act, Fact, Form, SaidBy
from assistant.model.merging.days import iso
from assistant.model.merging.people import Folk
from assistant.model.merging.table import Table, same
from assistant.model.quotes import overlap
from assistant.model.shapes import Matter
from assistant.reading import days

Sort = Literal["topic", "strength", "promise"]
SURE = 0.6
"""What the rules alone have found counts from here on."""
SURER = 0.75
"""So sure must the rules be of who said something for the candidate to be asked."""
MINE = frozenset({"told", "answered", "keen", "news", "thank", "tell", "promised"})
THEIRS = frozenset({"said", "wants", "showed", "liked"})
USUAL: dict[Sort, Act] = {"topic": "discussed", "strength": "told", "promise": "promised"}
_HIDDEN = 0.4
"""Share of its words that must not get out from which a thing is no matter for a message."""


@dataclass(frozen=True, slots=True)
class Found:
    """A fact and which list it belongs to."""

    sort: Sort
    fact: Fact


def merged(table: Table, folk: Folk, private: Sequence[Fact], interview: Fact | None) -> list[Found]:
    """All facts, in the order of the notes."""
    base = date.fromisoformat(interview.value) if interview else table.quotes.today
    theirs = [made for matter in table.reading.facts if (made := _made(matter, table, folk, base))]
    ours = [kept for kept in _of_rules(table, folk) if not _settled(kept, theirs, table)]
    secret = [span for fact in private for span in fact.evidence]
    found = [one for one in (*_distinct(theirs), *ours) if overlap(one.fact.evidence, secret) < _HIDDEN]
    return sorted(found, key=lambda one: one.fact.evidence[0].start if one.fact.evidence else 0)


def numbered(sort: Sort, found: Iterable[Found]) -> tuple[Fact, ...]:
    """The facts of one list, numbered in its order."""
    listed = (one.fact for one in found if one.sort == sort)
    return tuple(fact.model_copy(update={"id": f"{sort}-{number}"}) for number, fact in enumerate(listed, 1))


def _made(matter: Matter, table: Table, folk: Folk, base: date) -> Found | None:
    """The fact that a model found; nothing where its quote does not stand in the notes."""
    spans = table.cited(matter.quote)
    if not spans:
        return None
    value = table.said(matter.value)
    held = bool(value) and table.quotes.bear(value, spans)
    act = matter.act or USUAL[matter.sort]
    fact = Fact(
        id=matter.sort,
        value=value if held else " … ".join(" ".join(span.text.split()) for span in spans),
        said_by=_whose(act, matter.said_by or None),
        evidence=spans,
        person=folk.name(table.said(matter.person)),
        act=act,
        form=_form(matter) if held else None,
        best=min(10, max(0, matter.best)) / 10,
        due=_due(matter, " ".join(span.text for span in spans), base) if matter.sort == "promise" else None,
        sure=0.9 if held else 0.6,
    )
    return Found(matter.sort, fact)


def _form(matter: Matter) -> Form | None:
    return matter.form if matter.form in get_args(Form) else None  # type: ignore[return-value]


def _whose(act: Act, said_by: SaidBy | None) -> SaidBy | None:
    """Whose words it is: what the act says, where it leaves no doubt."""
    if act in MINE:
        return "me"
    return "them" if act in THEIRS else said_by


def _due(matter: Matter, said: str, base: date) -> date | None:
    """The day of a promise: what its words mean by the calendar, else what the model says."""
    return days.ahead(said, base) or iso(matter.due)


def _of_rules(table: Table, folk: Folk) -> list[Found]:
    rules = table.rules
    listed: tuple[tuple[Sort, tuple[Fact, ...]], ...] = (
        ("topic", rules.topics), ("strength", rules.strengths), ("promise", rules.promises),
    )  # fmt: skip
    return [
        Found(sort, fact.model_copy(update={"person": folk.name(fact.person)}))
        for sort, facts in listed
        for fact in facts
    ]


def _settled(ours: Found, theirs: Sequence[Found], table: Table) -> bool:
    """Whether a fact of the rules need not be kept: the model has it too, or the rules are not sure of it."""
    beside = [one.fact for one in theirs if same(one.fact.evidence, ours.fact.evidence)]
    if not beside:
        return ours.fact.sure < SURE
    other = next((fact for fact in beside if {fact.said_by, ours.fact.said_by} == {"me", "them"}), None)
    if other is not None and ours.fact.sure >= SURER:
        table.ask("said_by", "said_by", words=" ".join(ours.fact.evidence[0].text.split()))
    return True


def _distinct(found: Sequence[Found]) -> list[Found]:
    """Without those that rest on the very same words as an earlier one."""
    kept: list[Found] = []
    for one in found:
        if not any(one.sort == other.sort and one.fact.evidence == other.fact.evidence for other in kept):
            kept.append(one)
    return kept
