"""For each sentence of a message: the words of the notes that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.brief import Brief, Fact
from assistant.message import Message, Part, Sentence

LABELS = {
    "company": "company",
    "role": "job",
    "interview_date": "interview",
    "decision_by": "decision",
    "topics": "talked about",
    "strengths": "speaks for you",
    "promises": "promised",
    "other_companies": "other company",
    "private": "private",
}
SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Source:
    """One thing a sentence rests on, and the icon that says of which sort it is."""

    icon: str
    text: str


def of(current: Message, written: Message, brief: Brief) -> Iterator[tuple[str, tuple[Source, ...]]]:
    """Each sentence of `current` with its sources; what the person typed rests on the person."""
    facts = facts_by_id(brief)
    known = {_words(s.text): s for part in (*current.parts, *written.parts) for s in part.sentences}
    if current.body == written.body:
        for part in written.parts:
            yield from _of_part(part, facts)
        return
    for text in SENTENCE_END.split(current.body):
        if text.strip():
            source = known.get(_words(text))
            yield text, _sources(source, facts) if source else (Source("edit", "Your own words"),)


def _of_part(part: Part, facts: dict[str, tuple[str, Fact]]) -> Iterator[tuple[str, tuple[Source, ...]]]:
    """The sentences of a part one by one; a sign-off and its signature in one."""
    if part.move == "sign-off":
        together = Sentence(
            text="\n".join(sentence.text for sentence in part.sentences),
            facts=tuple(dict.fromkeys(fact for sentence in part.sentences for fact in sentence.facts)),
        )
        yield together.text, _sources(together, facts)
        return
    for sentence in part.sentences:
        yield sentence.text, _sources(sentence, facts)


def facts_by_id(brief: Brief) -> dict[str, tuple[str, Fact]]:
    """Every fact of the brief by its id, with the name of its field."""
    found: dict[str, tuple[str, Fact]] = {}
    for name in LABELS:
        value = getattr(brief, name)
        for fact in value if isinstance(value, tuple) else (value,):
            if fact:
                found[fact.id] = (name, fact)
    return found


def _sources(sentence: Sentence, facts: dict[str, tuple[str, Fact]]) -> tuple[Source, ...]:
    lines = tuple(_source(fact_id, facts) for fact_id in sentence.facts)
    return lines or (Source("sentiment_satisfied", "Courtesy"),)


def _source(fact_id: str, facts: dict[str, tuple[str, Fact]]) -> Source:
    if fact_id == "profile":
        return Source("person", "About you")
    if fact_id not in facts:
        return Source("format_quote", fact_id)
    name, fact = facts[fact_id]
    quoted = " … ".join(span.text for span in fact.evidence)
    return (
        Source("format_quote", f"{LABELS[name]}: {quoted}")
        if quoted
        else Source("edit", f"{LABELS[name]}: {fact.value}")
    )


def _words(text: str) -> str:
    return " ".join(text.split())
