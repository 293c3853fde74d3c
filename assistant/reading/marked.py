"""Notes with the network's marks on them: what every station of the reading looks things up in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from assistant.brief import Span
from assistant.reading import pieces
from assistant.reading.edits import Word
from assistant.reading.marks import Answers, Found, Scores


class Network(Protocol):
    """What stands behind the marks; `adapters.onnx` has the one that ships."""

    @property
    def questions(self) -> Mapping[str, Sequence[str]]:
        """Each question about a word, with its answers in order."""

    def run(self, *, ids: Sequence[int], shapes: Sequence[int]) -> Mapping[str, Scores]:
        """Scores by question for each word piece."""


_NEAR, _ROUND = 4, 3
"""Words between two that tell one day, and round them."""


@dataclass(frozen=True, slots=True)
class Marked:
    """The notes, their words, the marks in the order of the notes, and how likely each status is."""

    notes: str
    words: Sequence[Word]
    found: Sequence[Found]
    status: Mapping[str, float]
    days: Mapping[str, Scores]
    """For each kind of day (idate, decide, due), how likely each word tells it."""

    def stretches(self, kind: str, floor: float) -> Iterator[tuple[int, int, float]]:
        """Where the notes may tell a day of that kind: first character, character after the last, and how likely.

        A stretch holds the words that are at least so likely, those between two that stand near, and a few round them.
        """
        likely = [int(at) for at in (self.days[kind] >= floor).nonzero()[0]]
        while likely:
            last = next((one for one, after in pairwise([*likely, likely[-1] + 99]) if after - one > _NEAR))
            first, sure = likely[0], float(self.days[kind][likely[0] : last + 1].max())
            likely = [at for at in likely if at > last]
            first, last = self._widened(first, -1), self._widened(last, 1)
            yield self.words[first].start, self.words[last].end, sure

    def _widened(self, at: int, step: int) -> int:
        """The word a few further on, but in the same sentence."""
        for _ in range(_ROUND):
            after = at + step
            if not 0 <= after < len(self.words) or not self.words[after].text.strip() or self._ends(min(at, after)):
                break
            at = after
        return at

    def _ends(self, at: int) -> bool:
        """Whether a sentence ends with this word; a mark after an abbreviation stands before a number."""
        after = self.words[at + 1].text if at + 1 < len(self.words) else ""
        return self.words[at].text in {".", "!", "?", ";"} and after[:1].isalpha()

    def of(self, *tags: str) -> Iterator[Found]:
        """The marks with one of these tags."""
        return (mark for mark in self.found if mark.tag in tags)

    def start(self, mark: Found) -> int:
        """The character at which a mark begins."""
        return self.words[mark.first].start

    def end(self, mark: Found) -> int:
        """The character after a mark's last."""
        return self.words[mark.last - 1].end

    def text(self, mark: Found) -> str:
        """The characters that a mark stands on."""
        return self.notes[self.start(mark) : self.end(mark)]

    def line(self, at: int) -> int:
        """Where the line begins in which a character stands."""
        return self.notes.rfind("\n", 0, at) + 1

    def span(self, mark: Found) -> Span:
        """A mark's place as evidence."""
        return Span(start=self.start(mark), end=self.end(mark), text=self.text(mark))

    def shut(self, mark: Found) -> float:
        """The share of a mark's words that must not get out."""
        closed = [shut for shut in self.found if shut.layer == "shut"]
        hidden = sum(any(shut.first <= at < shut.last for shut in closed) for at in range(mark.first, mark.last))
        return hidden / (mark.last - mark.first)


def mark(notes: str, network: Network) -> Marked:
    """The notes with the network's marks."""
    words = pieces.words(notes)
    answers = Answers(words, network.questions)
    for window in pieces.windows(words):
        answers.add(window, network.run(ids=window.ids, shapes=window.shapes))
    days = {tag: answers.days(tag) for tag in ("idate", "decide", "due")}
    status = dict(zip(network.questions["status"], map(float, answers.status), strict=True))
    found = answers.marks()
    orders = [order for order in found if order.tag == "inj"]
    trusted = [one for one in found if one.tag == "inj" or not any(_inside(one, order) for order in orders)]
    return Marked(notes, words, trusted, status, days)


def _inside(mark: Found, order: Found) -> bool:
    """Whether a mark stands on the words of an injected order: what it says of them is nobody's."""
    return mark.first < order.last and order.first < mark.last
