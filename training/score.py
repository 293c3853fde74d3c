"""How well the network marks records that it has not learned from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import torch

from assistant.reading.edits import Word
from assistant.reading.marks import Answers, Found, Scores
from assistant.reading.pieces import words
from training.examples import LAYERS, Example, examples
from training.markup import Mark, Record
from training.network import Network


def read(network: Network, record: Record, asked: Mapping[str, Sequence[str]]) -> Answers:
    """What the network says about a record's notes."""
    answers = Answers(words(record.notes), asked)
    for one in examples(record, {name: tuple(given) for name, given in asked.items()}):
        answers.add(one.window, outputs(network, one))
    return answers


def outputs(network: Network, one: Example) -> dict[str, Scores]:
    """What the network says about one window, as the program gets it."""
    ids, shapes = torch.tensor([one.window.ids]), torch.tensor([one.window.shapes])
    with torch.no_grad():
        out = network(ids, shapes, torch.ones_like(ids))
    return {name: value[0].float().numpy() for name, value in out.items()}


def score(network: Network, records: Sequence[Record], asked: Mapping[str, Sequence[str]]) -> str:
    """A table: for each tag right, found and wanted; for wordings how many come out to the letter."""
    hit, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    plain = Counter[str]()
    for record in records:
        answers = read(network, record, asked)
        source = answers.source
        marks = answers.marks()
        plain["status"] += asked["status"][int(answers.status.argmax())] == record.status
        plain["records"] += 1
        found.update(one.tag for one in marks)
        for mark in record.marks:
            tag = record.people[mark.person or 0].part if mark.tag == "p" else mark.tag
            wanted[tag] += 1
            near = [one for one in marks if one.tag == tag and _overlap(one, mark, source) > 0.5]
            if not near:
                continue
            hit[tag] += 1
            one = near[0]
            if mark.tag in LAYERS["acts"] and mark.person is not None:
                plain["owned"] += 1
                owner = _owner(record, source, one)
                plain["owned-right"] += owner == (mark.person or None)
            if mark.wording:
                plain["worded"] += 1
                if one.wording:
                    plain["worded-made"] += 1
                    same = _plain(one.wording.text) == _plain(mark.wording)
                    plain["worded-same"] += same
                    if one.wording.sure > 0.6:
                        plain["sure-made"] += 1
                        plain["sure-same"] += same
    lines = []
    for tag in sorted(wanted, key=lambda tag: -wanted[tag]):
        lines.append(f"{tag}:{hit[tag] / wanted[tag]:.2f}/{hit[tag] / max(1, found[tag]):.2f}({wanted[tag]})")
    return "  " + " ".join(lines) + "\n  " + str(dict(plain))


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _overlap(one: Found, mark: Mark, source: Sequence[Word]) -> float:
    start, end = source[one.first].start, source[one.last - 1].end
    both = min(end, mark.end) - max(start, mark.start)
    return both / max(end - start, mark.end - mark.start)


def _owner(record: Record, source: Sequence[Word], one: Found) -> int | None:
    if one.person is None:
        return None
    word = source[one.person]
    return next((mark.person for mark in record.marks if mark.tag == "p" and mark.start <= word.start < mark.end), -1)
