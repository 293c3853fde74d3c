"""Which facts a message to one reader may rest on, best first, and which one leads a variant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.brief import Brief, Fact, Person, Span
from assistant.writing import anchors, wording

FEW = 2
"""With fewer things of their own, a reader also gets what was said to nobody in particular."""
BESIDE = 30
"""Characters of the notes between a thing and the words that say not to mention it."""
MOST = 14
"""So many things are more than one message can use."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What one reader's message may rest on."""

    facts: tuple[Fact, ...]
    """Things said and done, best first."""
    promises: tuple[Fact, ...]
    """Promises to this reader, and to others where the reader may hear of them."""

    def lead(self, number: int) -> Fact | None:
        """The fact that leads the variant of that number, from 1; one comes again where there are too few."""
        return self.facts[(number - 1) % len(self.facts)] if self.facts else None


def choose(
    brief: Brief, notes: str, reader: Person | None, others: Sequence[Person | None], *, compared: bool = True
) -> Choice:
    """The choice for a reader, while `others` get messages of their own: what nobody in particular said goes round.

    `compared` is false for kinds that only one of a panel gets: then what colleagues said may be taken too, last.
    """
    open_facts = [fact for fact in (*brief.topics, *brief.strengths) if is_open(fact, brief, notes)]
    own = [fact for fact in open_facts if _is_own(fact, reader)]
    free = [fact for fact in open_facts if fact.person is None]
    elsewhere = [person for person in others if person is not None and person != reader]
    if _is_insider(reader) and elsewhere:
        turns = sorted([*elsewhere, *([reader] if reader else [])], key=lambda person: brief.people.index(person))
        share = [fact for at, fact in enumerate(free) if turns[at % len(turns)] == reader]
        chosen = [*own, *(share if len(own) >= FEW else free)]
    else:
        chosen = [*own, *free] if _is_insider(reader) and len(brief.interviewers()) > 1 else open_facts
    if not chosen:
        chosen = free or open_facts
    ranked = sorted(dict.fromkeys(chosen), key=lambda fact: -weight(fact))
    if not compared and not elsewhere:
        ranked += sorted((fact for fact in open_facts if fact not in ranked), key=lambda fact: -weight(fact))
    ranked = ranked[:MOST]
    return Choice(tuple(ranked), tuple(_promises(brief, notes, reader)))


def is_open(fact: Fact, brief: Brief, notes: str) -> bool:
    """Whether a fact may be mentioned: it is not private, and no `not to mention` follows it in its own sentence."""
    if anchors.is_private(fact, brief):
        return False
    hushes = (order for order in brief.instructions if order.forbids and order.kind == "other")
    words = [span for order in hushes for span in order.evidence]
    return not any(_follows(span, own, notes) for span in words for own in fact.evidence)


def _follows(after: Span, span: Span, notes: str) -> bool:
    gap = notes[span.end : after.start]
    return 0 <= after.start - span.end <= BESIDE and not re.search(r"[.;!?\n]", gap)


def weight(fact: Fact) -> float:
    """How much a fact says that only this interview holds."""
    return wording.WEIGHT.get(fact.act or "", 0.8) * fact.sure * (0.4 + fact.best)


def _is_insider(reader: Person | None) -> bool:
    """Whether the reader sat in the interview, so that what was said with colleagues is theirs to tell."""
    return reader is not None and reader.part == "interviewer"


def _is_own(fact: Fact, reader: Person | None) -> bool:
    return reader is not None and fact.person == reader.name


def _promises(brief: Brief, notes: str, reader: Person | None) -> list[Fact]:
    mine = [fact for fact in brief.promises if is_open(fact, brief, notes)]
    return sorted(mine, key=lambda fact: not (fact.person is None or _is_own(fact, reader)))
