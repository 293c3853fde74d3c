"""A second reader of every message: the checker's network, which says of each word how likely it is at fault, and how.

It finds what no list of words can (a claim that fits in seamlessly), and where it sees nothing wrong an error of the
rules becomes a hint. What it finds poorly, such as a day or a name taken for another, is left to the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from assistant.brief import Person, Span
from assistant.checking.context import Context
from assistant.checking.findings import finding
from assistant.checking.judged import known, pairs
from assistant.checking.people import greeted_words, matching
from assistant.reading import pieces
from assistant.reading.edits import Word
from assistant.reading.marks import Scores, softmax
from assistant.report import Finding

CERTAIN, LIKELY = 0.98, 0.93
SURELY_CLAIMED = 0.99
"""For a claim: `as I did for three years` looks like one wherever it stands."""
DENIED = {
    "copied-notes": 0.2, "greeting": 0.05, "informal": 0.15, "instruction": 0.3, "invented-claim": 0.1,
    "invented-date": 0.13, "invented-name": 0.06, "invented-number": 0.08, "model-leak": 0.3, "private": 0.03,
    "pushy": 0.1, "self-negative": 0.5, "signature": 0.03, "stock-phrase": 0.15, "timing": 0.3, "wrong-company": 0.04,
}  # fmt: skip
"""By rule: below this the network holds its words for fine, and an error of the rule becomes a hint.

Set by hand from what the network says of the rule's false errors and of its true ones on the letters that it was not
trained on (`python -m training.second`), lower where that cost too many true errors on the dev split of eval/messages;
for some rules the two overlap, or are few."""
CONTACT = re.compile(r"[\w.+-]*@[\w.-]+|https?://\S+|\+?\d[\d ()./-]{6,}\d")
QUESTION = "fault"
FINE = "fine"
KEYS = {
    "claim-mine": "invented-claim.judged",
    "claim-theirs": "invented-claim.judged",
    "turned": "invented-claim.judged-turned",
    "other-person": "invented-claim.judged-other",
    "number": "invented-number.judged",
    "date": "invented-date.judged",
    "name": "invented-name.judged",
    "company": "wrong-company.judged",
    "private": "private.judged",
    "self-negative": "self-negative.judged",
    "pushy": "pushy.judged",
    "argues": "argues.judged",
    "informal": "informal.judged",
    "copied": "copied-notes.judged",
    "injection": "injection.judged",
    "model-leak": "model-leak.judged",
    "instruction": "instruction.judged",
    "repetition": "repetition.judged",
    "flattery": "stock-phrase.judged",
}
"""The finding that each kind of fault makes."""


class Network(Protocol):
    """What stands behind the judgement; `adapters.onnx` has the one that ships."""

    @property
    def questions(self) -> Mapping[str, Sequence[str]]:
        """Each question about a word, with its answers in order."""

    def run(self, *, ids: Sequence[int], shapes: Sequence[int], texts: Sequence[int]) -> Mapping[str, Scores]:
        """Scores by question for each word piece."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The words of a message's subject and body, and the chance of each answer for each."""

    text: str
    """Subject, an empty line, body; the body alone where there is no subject."""
    body: int
    """Where the body begins in it."""
    words: tuple[Word, ...]
    chance: Scores
    answers: Sequence[str]

    def bad(self, span: Span, where: str) -> float:
        """How likely the worst word of a span of the body or the subject is at fault."""
        shift = self.body if where == "body" else 0
        inside = [
            at for at, word in enumerate(self.words) if word.start < span.end + shift and word.end > span.start + shift
        ]
        return max((1 - float(self.chance[at, 0]) for at in inside), default=0.0)


def judge(context: Context, network: Network) -> Judgement:
    """The network's view of the message, each word as in the stretch of the notes that speaks best for it."""
    subject = context.message.subject
    text = f"{subject}\n\n{context.message.body}" if subject else context.message.body
    words = pieces.words(text)
    reader = _reader(context)
    head = known(
        context.situation.today,
        context.situation.profile.name,
        reader.name if reader else None,
        reader.title if reader else None,
    )
    answers = network.questions[QUESTION]
    chance = np.zeros((len(words), len(answers)), np.float32)
    for pair in pairs(words, pieces.words(head + context.ground.open_notes)):
        given = softmax(network.run(ids=pair.ids, shapes=pair.shapes, texts=pair.texts)[QUESTION][pair.first])
        stretch = slice(pair.start, pair.start + len(pair.first))
        better = given[:, :1] > chance[stretch, :1]
        chance[stretch] = np.where(better, given, chance[stretch])
    return Judgement(text, len(text) - len(context.message.body), tuple(words), chance, answers)


def _reader(context: Context) -> Person | None:
    """The person greeted, where the notes name them; else whom the message is for."""
    greeting = context.layout.greeting
    people = matching(context, greeted_words(greeting)) if greeting else []
    return people[0] if len(people) == 1 else context.recipient


def findings(judgement: Judgement, context: Context) -> Iterator[Finding]:
    """A finding for each run of words that the network holds for faulty: an error where it is certain."""
    bad = 1 - judgement.chance[:, judgement.answers.index(FINE)]
    bad[_contacts(judgement)] = 0
    at = 0
    while at < len(bad):
        last = at
        while last < len(bad) and bad[last] >= LIKELY / 2 and judgement.words[last].text.strip():
            last += 1
        if last > at and float(bad[at:last].max()) >= LIKELY:
            yield _finding(judgement, context, at, last, float(bad[at:last].max()))
        at = max(last, at + 1)


def _contacts(judgement: Judgement) -> list[int]:
    """The words that belong to an address or a number to call: rules know better whose they are."""
    places = [found.span() for found in CONTACT.finditer(judgement.text)]
    return [
        at
        for at, word in enumerate(judgement.words)
        if any(start < word.end and word.start < end for start, end in places)
    ]


def _finding(judgement: Judgement, context: Context, first: int, last: int, worst: float) -> Finding:
    mean = judgement.chance[first:last].mean(0)
    fault = max(
        (name for name in judgement.answers if name != FINE), key=lambda name: mean[judgement.answers.index(name)]
    )
    start, end = judgement.words[first].start, judgement.words[last - 1].end
    inside = "body" if start >= judgement.body else "subject"
    shift = judgement.body if inside == "body" else 0
    span = Span(start=start - shift, end=end - shift, text=judgement.text[start:end])
    made = finding(KEYS[fault], context.kind, span, "body" if inside == "body" else "subject")
    certain = SURELY_CLAIMED if fault.startswith("claim") else CERTAIN
    return made if worst >= certain else made.model_copy(update={"severity": "warning"})
