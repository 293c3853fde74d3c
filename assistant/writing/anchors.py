"""What to mention to whom: each reader's own material, best first; a panel shares no anchor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import zip_longest

from assistant.brief import Brief, Fact, Person, Span
from assistant.writing.wording import Wording, answer_fragment, clause_of, word

ANSWERABLE = {"asked-wh": 60, "asked-np": 60, "discussed-np": 25}  # cases, and how near in the notes an answer is
BESIDE = 4  # characters of notes between two things that were named together
REPEATED = 2  # words that an answer may share with its question
ANSWERED = 0.35  # what a question with its answer weighs more than the question alone
JOINED = 0.1  # what two things named together weigh more than the better of them
SMALL = frozenset({"i", "the", "a", "an", "to", "of", "and", "with", "in", "on", "for", "at", "my", "i'd", "is", "it"})
NEW_STATEMENT = re.compile(r"[.\n]\W*(?:[Ii] )?(?:[Tt]old|[Mm]entioned(?: to)?) [A-Z]\w+ ")  # with its own addressee
DETERMINED = re.compile(r"(?:my|our|the|a|an|how|why)\b")


def belongs_to(reader: Person | None) -> bool:
    """Whether the reader speaks for the employer, so that `they` are `you`."""
    return reader is None or reader.part != "recruiter"


def recalled(brief: Brief, reader: Person | None, notes: str, *, alone: bool) -> list[Wording]:
    """What can be recalled to this reader, best first: their own; nobody's in particular where they are `alone`."""
    employer = belongs_to(reader)
    open_facts = [fact for fact in (*brief.topics, *_told(brief)) if not is_private(fact, brief)]
    own = [fact for fact in _by_place(open_facts) if _is_for(fact, reader, alone)]
    worded: list[Wording] = []
    for fact, after in zip_longest(own, own[1:]):
        if found := word(fact, employer=employer):
            worded.append(_with_answer(found, fact, after, notes) or found)
    return sorted(_distinct(_merged(worded, brief)), key=lambda wording: -wording.weight)


def shared(brief: Brief, reader: Person | None, notes: str) -> list[Wording]:
    """What was said to nobody in particular, for a reader with whom nothing else is recorded."""
    nobodys = brief.model_copy(
        update={"topics": tuple(fact for fact in brief.topics if fact.person is None), "strengths": ()}
    )
    return recalled(nobodys, reader, notes, alone=True)


def strengths(brief: Brief, reader: Person | None, *, alone: bool) -> list[Fact]:
    """Strengths that may be named to this reader: told to them, else to nobody in particular."""
    named = [fact for fact in brief.strengths if not is_private(fact, brief)]
    own = [fact for fact in named if _is_for(fact, reader, alone)]
    return own + [fact for fact in named if fact.person is None and fact not in own]


def is_private(fact: Fact, brief: Brief) -> bool:
    """Whether the words a fact rests on are among those that must not reach a message."""
    secret = [span for one in brief.private for span in one.evidence]
    return any(span.start < end and begin < span.end for span in secret for begin, end in _places(fact))


def _places(fact: Fact) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in fact.evidence]


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


def _with_answer(question: Wording, fact: Fact, after: Fact | None, notes: str) -> Wording | None:
    """The question (or subject) joined with the answer that follows it in the notes, where both can be worded."""
    asked = question.case.removesuffix("-sober")
    if asked not in ANSWERABLE or after is None or not _answers(after, fact, notes, ANSWERABLE[asked]):
        return None
    answer = _answer(asked, after)
    said = set(" ".join(question.slots.values()).lower().split()) - SMALL
    if answer is None or len(said & set(after.value.lower().split())) > REPEATED:
        return None
    ending, slots = answer
    facts = (*question.facts, after.id)
    return Wording(f"{asked}-{ending}", {**question.slots, **slots}, facts, question.weight + ANSWERED)


def _answers(answer: Fact, fact: Fact, notes: str, near: int) -> bool:
    """Whether I told something so near behind what was asked that it is the answer."""
    if answer.act != "told" or answer.said_by != "me" or not 0 <= start(answer) - _end(fact) <= near:
        return False
    return not NEW_STATEMENT.search(notes[_end(fact) : start(answer)])


def _answer(asked: str, answer: Fact) -> tuple[str, dict[str, str]] | None:
    """The ending of the case and its slot: a clause of mine for `that`, a noun phrase for `about`, else a fragment."""
    subject = asked == "discussed-np"
    found = word(answer, employer=True, answering=True)
    if found and (clause := found.slots.get("clause")) and clause_of(clause, by_me=True):
        return "answer", {"answer": clause}
    if found and "np" in found.slots and (subject or DETERMINED.match(answer.value)):
        ending = (
            "answer-wh" if found.slots["np"].startswith(("how ", "why ", "what ", "which ", "where ")) else "answer-np"
        )
        return ending, {"answer_np": found.slots["np"]}
    fragment = None if subject else answer_fragment(answer)
    return ("fragment", {"fragment": fragment}) if fragment else None


def _merged(worded: list[Wording], brief: Brief) -> list[Wording]:
    """Neighbouring short noun phrases that were discussed together become one: `skin friction and bored piles`."""
    places = {fact.id: fact.evidence[0] for fact in (*brief.topics, *brief.strengths) if fact.evidence}
    merged: list[Wording] = []
    for wording in worded:
        if merged and _belong_together(merged[-1], wording, places):
            merged[-1] = _joined(merged[-1], wording)
        else:
            merged.append(wording)
    return merged


def _belong_together(first: Wording, second: Wording, places: Mapping[str, Span]) -> bool:
    if not first.case == second.case == "discussed-np" or len(first.facts) != 1:
        return False
    one, other = places.get(first.facts[0]), places.get(second.facts[0])
    if one is None or other is None or not 0 <= other.start - one.end <= BESIDE:
        return False
    return not {"and", "or"} & set(f"{first.slots['np']} {second.slots['np']}".split())


def _joined(first: Wording, second: Wording) -> Wording:
    return Wording(
        case=first.case,
        slots={"np": f"{first.slots['np']} and {second.slots['np']}"},
        facts=(*first.facts, *second.facts),
        weight=max(first.weight, second.weight) + JOINED,
    )


def _distinct(worded: list[Wording]) -> list[Wording]:
    """Without those whose facts another already carries."""
    kept: list[Wording] = []
    for wording in sorted(worded, key=lambda one: -len(one.facts)):
        if not any(set(wording.facts) & set(other.facts) for other in kept):
            kept.append(wording)
    return kept
