"""What to mention to whom: each reader's own material, best first; a panel shares no anchor."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.brief import Brief, Fact, Person
from assistant.writing.wording import Wording, answer_fragment, clause_of, word

NEARER = 25  # and within which a thing told belongs to a subject
NEAR = 60  # characters of notes within which an answer belongs to a question
SMALL = frozenset({"i", "the", "a", "an", "to", "of", "and", "with", "in", "on", "for", "at", "my", "i'd", "is", "it"})
NEW_STATEMENT = re.compile(r"[.\n]\W*(?:[Ii] )?(?:[Tt]old|[Mm]entioned(?: to)?) [A-Z]\w+ ")  # a new sentence with its own addressee
DETERMINED = re.compile(r"(?:my|our|the|a|an|how|why)\b")
ANSWERED = 0.35  # what a question with its answer weighs more than the question alone


def belongs_to(reader: Person | None) -> bool:
    """Whether the reader speaks for the employer, so that `they` are `you`."""
    return reader is None or reader.part != "recruiter"


def recalled(brief: Brief, reader: Person | None, notes: str, *, alone: bool) -> list[Wording]:
    """What can be recalled to this reader, best first: their own things; nobody's in particular where they are `alone`."""
    employer = belongs_to(reader)
    own = [fact for fact in _by_place((*brief.topics, *_told(brief))) if _is_for(fact, reader, alone)]
    worded: list[Wording] = []
    for index, fact in enumerate(own):
        found = word(fact, employer=employer)
        if found is None:
            continue
        answer = _answer(found, fact, own[index + 1 :], notes)
        worded.append(answer or found)
    worded = _merged(worded, brief)
    return sorted(_distinct(worded), key=lambda wording: -wording.weight)


def shared(brief: Brief, reader: Person | None, notes: str) -> list[Wording]:
    """What was said to nobody in particular, for a reader with whom nothing else is recorded."""
    nobodys = brief.model_copy(update={"topics": tuple(fact for fact in brief.topics if fact.person is None), "strengths": ()})
    return recalled(nobodys, reader, notes, alone=True)


def strengths(brief: Brief, reader: Person | None, *, alone: bool) -> list[Fact]:
    """Strengths that may be named to this reader: told to them, else to nobody in particular."""
    own = [fact for fact in brief.strengths if _is_for(fact, reader, alone)]
    return own + [fact for fact in brief.strengths if fact.person is None and fact not in own]


def _told(brief: Brief) -> Iterable[Fact]:
    named = {span.start for fact in brief.topics for span in fact.evidence}
    return (fact for fact in brief.strengths if not any(span.start in named for span in fact.evidence))


def _by_place(facts: Iterable[Fact]) -> list[Fact]:
    return sorted(facts, key=start)


def start(fact: Fact) -> int:
    """Where in the notes a fact begins; 0 for one entered by hand."""
    return fact.evidence[0].start if fact.evidence else 0


def _end(fact: Fact) -> int:
    return fact.evidence[-1].end if fact.evidence else 0


def _is_for(fact: Fact, reader: Person | None, alone: bool) -> bool:
    if reader is None or reader.part == "recruiter":
        return True
    return fact.person == reader.name or (fact.person is None and alone)


def _answer(question: Wording, fact: Fact, after: list[Fact], notes: str) -> Wording | None:
    """The question (or subject) joined with the answer that follows it in the notes, where both can be worded.

    An answer that is a clause of mine stands behind `that`, a noun phrase behind `about`, anything else behind a colon.
    """
    asked = question.case.removesuffix("-sober")
    if asked not in {"asked-wh", "asked-np", "discussed-np"} or not after:
        return None
    answer = after[0]
    if answer.act != "told" or answer.said_by != "me" or not 0 <= start(answer) - _end(fact) <= (NEAR if asked.startswith("asked") else NEARER):
        return None
    if NEW_STATEMENT.search(notes[_end(fact) : start(answer)]):
        return None
    found = word(answer, employer=True, answering=True)
    slots, case = dict(question.slots), asked
    if found and (clause := found.slots.get("clause")) and clause_of(clause, by_me=True):
        slots["answer"], case = clause, f"{case}-answer"
    elif found and "np" in found.slots and (case == "discussed-np" or DETERMINED.match(answer.value)):
        slots["answer_np"], case = found.slots["np"], f"{case}-answer-np"
    elif case != "discussed-np" and (fragment := answer_fragment(answer)):
        slots["fragment"], case = fragment, f"{case}-fragment"
    else:
        return None
    said = set(" ".join(question.slots.values()).lower().split()) - SMALL
    if len(said & set(answer.value.lower().split())) > 2:
        return None
    return Wording(case, slots, (*question.facts, answer.id), question.weight + ANSWERED)


def _merged(worded: list[Wording], brief: Brief) -> list[Wording]:
    """Neighbouring short noun phrases that were discussed together become one: `negative skin friction and bored piles`."""
    line = {fact.id: fact.evidence[0] for fact in (*brief.topics, *brief.strengths) if fact.evidence}
    merged: list[Wording] = []
    for wording in worded:
        before = merged[-1] if merged else None
        if (
            before is not None
            and before.case == wording.case == "discussed-np"
            and len(before.facts) == 1
            and (first := line.get(before.facts[0]))
            and (second := line.get(wording.facts[0]))
            and 0 <= second.start - first.end <= 4
            and not {"and", "or"} & set(f"{before.slots['np']} {wording.slots['np']}".split())
        ):
            np = f"{before.slots['np']} and {wording.slots['np']}"
            merged[-1] = replace(before, slots={"np": np}, facts=(*before.facts, *wording.facts), weight=max(before.weight, wording.weight) + 0.1)
        else:
            merged.append(wording)
    return merged


def _distinct(worded: list[Wording]) -> list[Wording]:
    """Without those whose facts another already carries."""
    kept: list[Wording] = []
    for wording in sorted(worded, key=lambda one: -len(one.facts)):
        if not any(set(wording.facts) & set(other.facts) for other in kept):
            kept.append(wording)
    return kept
