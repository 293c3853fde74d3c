"""Rule wrong-name, by content: a message to one person that recalls what the notes record with another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checking.context import Context, person_words
from assistant.checking.people import greeted_words, matching
from assistant.checking.people import honorifics as titles
from assistant.checking.sayings import sayings
from assistant.checking.words import plain, root, roots, tokens, word_set
from assistant.report import Finding

THANKS = re.compile(r"\b(?:thank|enjoyed|liked|good to|glad|pleased|question)", re.I)
OWN = 4  # roots that the notes must hold of the reader before silence about them says anything
SECOND = re.compile(r"\b(?:you|your)\b", re.I)


def other_reader(context: Context) -> Iterator[Finding]:
    """One finding where what the message says to `you` rests on another interviewer's clauses, not the reader's."""
    found = context.layout.greeting
    if found is None or context.spoken or len(context.brief.interviewers()) < 2:
        return
    names = tuple(word for word in greeted_words(found) if word.low not in titles())
    people = matching(context, names) if names else []
    if not people or all(person in people for person in context.brief.interviewers()):
        return
    readers = {person.name for person in people}
    held = _held(context)
    if any(person.part != "interviewer" for person in people) or max(len(held.get(name, ())) for name in readers) < OWN:
        return
    shares = _shares(context, held, readers)
    own, shared = sum(shares.pop(name, 0) for name in readers), shares.pop(None, 0)
    titled = {person.name for person in context.brief.interviewers() if person.title or person.email}
    for name, count in shares.items():
        if name in titled and count > shared and ((own == 0 and count >= 2) or own * 3 <= count >= 3):
            key = "wrong-name.content" if own == 0 and count >= 4 else "wrong-name.content-perhaps"
            yield context.about(key, names[0].start, names[-1].end, name=name)
            return


def _held(context: Context) -> dict[str | None, set[str]]:
    """The roots of the clauses that belong to each person; those of nobody under None."""
    by_person: dict[str | None, set[str]] = {}
    for saying in sayings(context.brief):
        by_person.setdefault(saying.person, set()).update(saying.roots)
    return by_person


def _shares(context: Context, by_person: dict[str | None, set[str]], readers: set[str]) -> dict[str | None, int]:
    """How many telling words of the sentences that say `you` stand only in clauses of each person."""
    ordinary = {root(word) for word in word_set("lexicon", "courtesy")}
    facts = [fact.value for fact in (context.brief.company, context.brief.role) if fact]
    ordinary |= {word for text in facts for word in roots(tokens(text))}
    words: set[str] = set()
    others = {word for person in context.brief.people if person.name not in readers for word in person_words(person)}
    for sentence in context.layout.sentences:
        if any(plain(token.low).removesuffix("'s") in others for token in sentence.tokens if token.text[:1].isupper()):
            continue
        if SECOND.search(sentence.text) or THANKS.search(sentence.text):
            words |= roots(sentence.tokens) - ordinary
    shares: dict[str | None, int] = {None: 0}
    for word in words:
        holders = [person for person, held in by_person.items() if word in held]
        if len(holders) == 1:
            shares[holders[0]] = shares.get(holders[0], 0) + 1
        elif holders:
            shares[None] += 1
            for name in readers & set(holders):
                shares[name] = shares.get(name, 0) + 1
    return shares
