"""python -m training.reader BASE OUT: trains the network that marks notes, and says how well it does."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence

import torch
from torch import Tensor, nn

from assistant.reading.pieces import SHAPES
from training.examples import IGNORED, LAYERS, Example, examples, questions
from training.learn import asked, learned, packed
from training.markup import load
from training.network import Network
from training.score import score
from training.varied import Names, varied

WEIGHT = {"op": 1.0, "insert": 1.0, "case": 0.5, "append": 0.3, "form": 0.5, "best": 0.3, "status": 0.5}
"""What a question weighs in the sum that is made small; a layer weighs 1."""
KEPT_ASIDE = 12
"""Every so manieth record is read only to see how well the network does."""


def main() -> None:
    """Trains, scores, saves."""
    options = asked(str(__doc__))
    records = [record for path in sorted((options.data / "notes").glob("*.txt")) for record in load(path)]
    train = records if options.all else [record for at, record in enumerate(records) if at % KEPT_ASIDE]
    aside = records[::KEPT_ASIDE]
    torch.manual_seed(options.seed)
    chance, names, answers = random.Random(options.seed), Names(train), questions(train)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "questions.json").write_text(json.dumps(answers, ensure_ascii=False), encoding="utf-8")
    print(
        f"{len(train)} records, {len(aside)} aside,", {name: len(given) for name, given in answers.items()}, flush=True
    )
    learned(
        Network(answers, len(SHAPES)),
        options,
        lambda epoch: [one for record in train for one in examples(varied(record, names, chance), answers)],
        lambda one: len(one.window.ids),
        loss,
        lambda network: score(network, aside, answers),
    )


def loss(network: Network, windows: Sequence[Example]) -> Tensor:
    """How wrong the network is about the windows, over all questions."""
    ids = packed([one.window.ids for one in windows])
    out = network(ids, packed([one.window.shapes for one in windows]), (ids != 0).long())
    rows = torch.tensor([row for row, one in enumerate(windows) for _ in one.window.first])
    places = torch.tensor([place for one in windows for place in one.window.first])
    total = torch.zeros(())
    for name in network.heads:
        wanted = torch.tensor([answer for one in windows for answer in one.answers[name]])
        if name == "status":
            scores = out[name][:, 0]
            wanted = torch.tensor([one.answers[name][0] for one in windows])
        else:
            scores = out[name][rows, places]
        if (wanted != IGNORED).any():
            weight = WEIGHT.get(name, 1.0)
            total = total + weight * nn.functional.cross_entropy(scores.float(), wanted, ignore_index=IGNORED)
            if name in LAYERS:
                marked = wanted > 0
                if marked.any():
                    total = total + 0.2 * nn.functional.cross_entropy(scores[marked].float(), wanted[marked])
    return total + 0.5 * _relations(out, windows)


def _relations(out: dict[str, Tensor], windows: Sequence[Example]) -> Tensor:
    values = []
    for row, one in enumerate(windows):
        if not one.asks:
            continue
        first = torch.tensor(one.window.first)
        asking = first[torch.tensor([at for at, _ in one.asks])]
        scores = out["nobody"][row][asking].float()
        if one.people:
            scores = torch.cat([scores, relation(out, row, asking, first[torch.tensor(one.people)]).float()], 1)
        right = torch.zeros_like(scores)
        for line, (_, theirs) in enumerate(one.asks):
            right[line, 0] = not theirs
            for column, person in enumerate(one.people):
                right[line, column + 1] = person in theirs
        values.append(-(scores.log_softmax(1).exp() * right).sum(1).clamp_min(1e-6).log().mean())
    return torch.stack(values).mean() if values else torch.zeros(())


def relation(out: dict[str, Tensor], row: int, asking: Tensor, people: Tensor) -> Tensor:
    """Scores of people's mentions (columns) for the words that ask (rows)."""
    return out["asks"][row][asking] @ out["answers"][row][people].T / 128**0.5


if __name__ == "__main__":
    main()
