"""What the network says about each word, put together as marks on stretches of the notes.

A mark's `sure` is the mean probability of its words; a wording's is that of its least sure edit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.reading.edits import DROP, Edit, Word, apply
from assistant.reading.pieces import GAP, Window

Scores = NDArray[np.float32]
BEGIN = 1.5
_NEVER = -1e9
_PAUSES = frozenset(",;–—-")
LEAN = {
    "x": 4.0,
    "inj": 4.0,
    "promise": 4.0,
    "i-chan": 2.0,
    "i-person": 2.0,
    "i-time": 2.0,
    "i-wait": 2.0,
    "i-other": 2.0,
}
"""How much likelier a mark counts than the network holds it: a secret that gets out, a promise forgotten and an
instruction broken cost more than one too many."""
LAYERS = ("named", "offices", "days", "acts", "orders", "shut")


@dataclass(frozen=True, slots=True)
class Wording:
    """A stretch of the notes as it stands in a sentence."""

    form: str
    text: str
    sure: float


@dataclass(frozen=True, slots=True)
class Found:
    """One mark: on the words from `first` up to, not including, `last`."""

    layer: str
    tag: str
    first: int
    last: int
    sure: float
    person: int | None = None
    """The word at which the mention begins of the person that it belongs to."""
    person_sure: float = 0.0
    best: float = 0.0
    """How likely it is among the best in the notes."""
    wording: Wording | None = None


class Answers:
    """Probabilities for every word of the notes, gathered from windows that overlap."""

    def __init__(self, source: Sequence[Word], questions: Mapping[str, Sequence[str]]) -> None:
        self.source, self.questions = source, questions
        self.chance = {name: np.zeros((len(source), len(given)), np.float32) for name, given in questions.items()}
        self.status: Scores = np.zeros(len(questions["status"]), np.float32)
        self._windows: list[tuple[Window, dict[str, Scores]]] = []

    def add(self, window: Window, out: Mapping[str, Scores]) -> None:
        """Takes what the network says about one window; where two overlap, each has the half nearer its middle."""
        size = len(window.first)
        begin = window.start
        if self._windows:
            last = self._windows[-1][0]
            begin = (last.start + len(last.first) + window.start) // 2
        first = np.asarray(window.first)
        for name, given in self.chance.items():
            given[begin : window.start + size] = softmax(out[name][first[begin - window.start :]])
        if not self._windows:
            self.status = softmax(out["status"][0])
        self._windows.append((window, {name: out[name][first] for name in ("asks", "answers", "nobody")}))

    def days(self, tag: str) -> Scores:
        """How likely each word tells a day of that kind, on its first or a later word."""
        at = self.questions["days"].index(f"B-{tag}")
        return np.asarray(self.chance["days"][:, at] + self.chance["days"][:, at + 1], np.float32)

    def marks(self) -> list[Found]:
        """All marks, in the order of the notes."""
        paths = best_paths([self._leaning(layer) for layer in LAYERS], [word.text for word in self.source])
        found = [mark for layer, path in zip(LAYERS, paths, strict=True) for mark in self._layer(layer, path)]
        people = [mark.first for mark in found if mark.tag in {"interviewer", "recruiter", "other"}]
        return sorted((self._whole(mark, people) for mark in found), key=lambda mark: (mark.first, -mark.last))

    def _leaning(self, layer: str) -> Scores:
        """The probabilities of a layer with what is worse to miss than to see once too often weighing more."""
        chance = self.chance[layer].copy()
        for place, answer in enumerate(self.questions[layer]):
            chance[:, place] *= LEAN.get(answer[2:], 1.0)
        return chance

    def _layer(self, layer: str, path: Sequence[int]) -> Iterator[Found]:
        """The marks of a layer, by the answer that its path has for each word."""
        chance, answers = self.chance[layer], self.questions[layer]
        at = 0
        while at < len(path):
            kind = (path[at] + 1) // 2
            last = at + 1
            if kind:
                while last < len(path) and path[last] == 2 * kind:
                    last += 1
                end = last
                while end > at + 1 and not self.source[end - 1].text.strip():
                    end -= 1
                sure = chance[at:end, 2 * kind - 1] + chance[at:end, 2 * kind]
                yield Found(layer, answers[2 * kind][2:], at, end, float(sure.mean()))
            at = last

    def _whole(self, mark: Found, people: Sequence[int]) -> Found:
        if mark.layer not in {"acts", "offices", "orders"}:
            return mark
        person, sure = self._belongs(mark.first, people)
        if mark.layer != "acts":
            return Found(mark.layer, mark.tag, mark.first, mark.last, mark.sure, person, sure)
        best = float(self.chance["best"][mark.first : mark.last, 1].mean())
        return Found(mark.layer, mark.tag, mark.first, mark.last, mark.sure, person, sure, best, self._wording(mark))

    def _belongs(self, asking: int, people: Sequence[int]) -> tuple[int | None, float]:
        """The mention that a word belongs to, in the window where the word stands nearest the middle."""
        window, out = min(
            (entry for entry in self._windows if entry[0].start <= asking < entry[0].start + len(entry[0].first)),
            key=lambda entry: abs(2 * asking - 2 * entry[0].start - len(entry[0].first)),
        )
        inside = [at for at in people if window.start <= at < window.start + len(window.first)]
        query = out["asks"][asking - window.start]
        scores = [float(out["nobody"][asking - window.start, 0])]
        scores += [float(out["answers"][at - window.start] @ query) / len(query) ** 0.5 for at in inside]
        chance = softmax(np.asarray(scores, np.float32))
        best = int(chance.argmax())
        return (inside[best - 1] if best else None), float(chance[best])

    def _wording(self, mark: Found) -> Wording | None:
        given = self.questions["form"]
        forms = self.chance["form"][mark.first : mark.last].mean(0)
        form = int(forms.argmax())
        if given[form] == "none":
            return None
        made, sure = self._edits(mark)
        span = self.source[mark.first : mark.last]
        append = int(self.chance["append"][mark.last - 1].argmax())
        text = apply(list(span), made, self.questions["append"][append])
        return Wording(given[form], text, min(sure, float(forms[form]))) if text else None

    def _edits(self, mark: Found) -> tuple[list[Edit], float]:
        made: list[Edit] = []
        sure = 1.0
        for at in range(mark.first, mark.last):
            best = {name: int(self.chance[name][at].argmax()) for name in ("op", "case", "insert")}
            op, case, insert = (self.questions[name][place] for name, place in best.items())
            if not self.source[at].text.strip():
                op = DROP
            made.append(Edit(insert, op, case if op != DROP else "same"))
            sure = min(sure, float(self.chance["op"][at][best["op"]]), float(self.chance["insert"][at][best["insert"]]))
        return _with_commas(self.source[mark.first : mark.last], made), sure


def _with_commas(source: Sequence[Word], made: list[Edit]) -> list[Edit]:
    """The edits, with a comma between two kept words where a mark stood and nothing came in for it."""
    kept = list(made)
    for at in range(1, len(made) - 1):
        bare = made[at].op == DROP and source[at].text in _PAUSES and not made[at].insert
        if bare and made[at - 1].op != DROP and made[at + 1].op != DROP and not made[at + 1].insert:
            kept[at] = Edit(op="=,")
    return kept


def best_paths(layers: Sequence[Scores], words: Sequence[str]) -> list[list[int]]:
    """For each layer the likeliest answers of its words, of which a later word of a mark follows one of the same mark.

    Answers are numbered 0 for nothing, then first and later words of each tag in turn. Beginning a mark costs BEGIN, so
    that one is not broken in two by a word that is less sure; none begins on a line break or runs over an empty line.
    """
    count, most = len(layers), max((chance.shape[1] - 1) // 2 for chance in layers)
    nothing, begins, goes_on = (
        np.full(shape, _NEVER, np.float32) for shape in ((len(words), count), *[(len(words), count, most)] * 2)
    )
    for place, chance in enumerate(layers):
        logs, size = np.log(np.maximum(chance, 1e-9)), (chance.shape[1] - 1) // 2
        nothing[:, place], begins[:, place, :size], goes_on[:, place, :size] = (
            logs[:, 0],
            logs[:, 1::2] - BEGIN,
            logs[:, 2::2],
        )
    begins[[not word.strip() for word in words]] = _NEVER
    goes_on[[word == GAP for word in words]] = _NEVER
    rows = np.arange(count)
    before = np.zeros(count, np.float32)
    inside = np.full((count, most), _NEVER, np.float32)
    came: list[tuple[NDArray[np.intp], NDArray[np.bool_]]] = []
    for at in range(len(words)):
        stays, starts = inside + goes_on[at], before[:, None] + begins[at]
        fresh = starts >= stays
        inside = np.where(fresh, starts, stays)
        best = inside.argmax(1)
        closed, free = inside[rows, best], before + nothing[at]
        came.append((np.where(free >= closed, -1, best), fresh))
        before = np.maximum(free, closed)
    return _traced(came, count)


def _traced(came: Sequence[tuple[NDArray[np.intp], NDArray[np.bool_]]], count: int) -> list[list[int]]:
    paths: list[list[int]] = [[] for _ in range(count)]
    for layer, path in enumerate(paths):
        at, tag = len(came) - 1, -1
        while at >= 0:
            best, fresh = came[at]
            tag = int(best[layer]) if tag < 0 else tag
            if tag < 0:
                path.append(0)
            elif fresh[layer, tag]:
                path.append(2 * tag + 1)
                tag = -1
            else:
                path.append(2 * tag + 2)
            at -= 1
        path.reverse()
    return paths


def softmax(scores: Scores) -> Scores:
    """Probabilities over the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), np.float32)
