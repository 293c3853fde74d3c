"""What to mention to whom: each reader's own material, best first; a panel shares no anchor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from assistant.brief import Brief, Fact, Person
from assistant.writing.wording import SURE_OF_THE_ONLY, Wording, speaks_to_reader, word

NEAR = 60  # characters of notes between a question and its answer
BESIDE = 6  # characters of notes between two things that were named together
ANSWERED = 0.3  # what a question with its answer weighs more than the question alone
JOINED = 0.1  # what two things named together weigh more than the better of them
LONGEST_JOINED = 14  # words


def belongs_to(reader: Person | None) -> bool:
    """Whether the reader speaks for the employer, so that `they` are `you`."""
    return reader is None or reader.part != "recruiter"


def recalled(brief: Brief, reader: Person | None, *, alone: bool) -> list[Wording]:
    """What can be recalled to this reader, best first: their own; nobody's in particular where they are `alone`."""
    facts = [fact for fact in _in_order(brief) if not is_private(fact, brief)]
    own = [fact for fact in facts if _is_for(fact, reader, alone)]
    paired = _with_answers(own, facts)
    spoken = [fact for fact in own if fact.act != "answered"]
    worded = [found for fact in spoken if (found := paired.get(fact.id) or word(fact))]
    if not worded:
        worded = [found for fact in spoken if (found := word(fact, least=SURE_OF_THE_ONLY))][:1]
    if not belongs_to(reader):
        worded = [wording for wording in worded if not speaks_to_reader(wording)]
    return sorted(_distinct(_merged(worded, facts)), key=lambda wording: -wording.weight)


def shared(brief: Brief, reader: Person | None) -> list[Wording]:
    """What was said to nobody in particular, for a reader with whom nothing else is recorded."""
    nobodys = brief.model_copy(
        update={"topics": tuple(fact for fact in brief.topics if fact.person is None), "strengths": ()}
    )
    return recalled(nobodys, reader, alone=True)


def strengths(brief: Brief, reader: Person | None, *, alone: bool) -> list[Fact]:
    """Strengths that may be named to this reader: told to them, else to nobody in particular."""
    named = [fact for fact in brief.strengths if not is_private(fact, brief)]
    own = [fact for fact in named if _is_for(fact, reader, alone)]
    return own + [fact for fact in named if fact.person is None and fact not in own]


def is_private(fact: Fact, brief: Brief) -> bool:
    """Whether most of the words that a fact rests on are among those that must not reach a message."""
    secret = [span for one in brief.private for span in one.evidence]
    size = sum(span.end - span.start for span in fact.evidence)
    hidden = sum(
        max(0, min(span.end, shut.end) - max(span.start, shut.start)) for span in fact.evidence for shut in secret
    )
    return bool(size) and hidden * 2 > size


def _in_order(brief: Brief) -> list[Fact]:
    return sorted((*brief.topics, *brief.strengths), key=start)


def start(fact: Fact) -> int:
    """Where in the notes a fact begins; 0 for one entered by hand."""
    return fact.evidence[0].start if fact.evidence else 0


def _end(fact: Fact) -> int:
    return fact.evidence[-1].end if fact.evidence else 0


def _is_for(fact: Fact, reader: Person | None, alone: bool) -> bool:
    if reader is None or reader.part == "recruiter":
        return True
    return fact.person == reader.name or (fact.person is None and alone)


def _with_answers(own: Sequence[Fact], facts: Sequence[Fact]) -> dict[str, Wording]:
    """For each question with an answer right behind it in the notes: the two as one, where both can be worded."""
    mine = {fact.id for fact in own}
    found: dict[str, Wording] = {}
    for fact, after in pairwise(facts):
        if fact.id not in mine or after.act not in {"answered", "told"} or fact.act not in {"asked", "discussed"}:
            continue
        if (
            fact.said_by == "me"
            or not 0 <= start(after) - _end(fact) <= NEAR
            or after.person not in {fact.person, None}
        ):
            continue
        question, answer = word(fact), word(after, answering=True)
        if question and answer and (slots := _slots(answer, after)):
            case = f"{question.case.removesuffix('-sober')}-{next(iter(slots)).replace('_', '-')}"
            facts_of = (*question.facts, *answer.facts)
            found[fact.id] = Wording(
                case,
                {**question.slots, **slots},
                facts_of,
                question.weight + ANSWERED * answer.weight,
                min(question.sure, answer.sure),
            )
    return found


def _slots(answer: Wording, fact: Fact) -> dict[str, str] | None:
    """What I answered, as a clause that begins with me, or what I told of, as a thing of mine."""
    clause = answer.slots.get("clause", "")
    if clause.startswith(("I ", "I'd ")):
        return {"answer": clause}
    thing = answer.slots.get("np", "").partition(",")[0]
    return {"told_np": thing} if fact.act == "told" and thing.startswith(("my ", "our ", "the ")) else None


def _merged(worded: list[Wording], facts: Sequence[Fact]) -> list[Wording]:
    """Neighbouring short noun phrases that were asked or spoken about together become one: `wet clay and old kilns`."""
    places = {fact.id: (start(fact), _end(fact)) for fact in facts}
    merged: list[Wording] = []
    for wording in worded:
        before = merged[-1] if merged else None
        if before and _belong_together(before, wording, places):
            merged[-1] = Wording(
                case=before.case,
                slots={"np": f"{before.slots['np']} and {wording.slots['np']}"},
                facts=(*before.facts, *wording.facts),
                weight=max(before.weight, wording.weight) + JOINED,
                sure=min(before.sure, wording.sure),
            )
        else:
            merged.append(wording)
    return merged


def _belong_together(first: Wording, second: Wording, places: dict[str, tuple[int, int]]) -> bool:
    if first.case != second.case or set(first.slots) != {"np"} or len(first.facts) != 1:
        return False
    text = f"{first.slots['np']} {second.slots['np']}".split()
    gap = places[second.facts[0]][0] - places[first.facts[0]][1]
    return 0 <= gap <= BESIDE and len(text) <= LONGEST_JOINED and not {"and", "or"} & set(text)


def _distinct(worded: Iterable[Wording]) -> list[Wording]:
    """Without those whose facts another already carries."""
    kept: list[Wording] = []
    for wording in sorted(worded, key=lambda one: -len(one.facts)):
        if not any(set(wording.facts) & set(other.facts) for other in kept):
            kept.append(wording)
    return kept
