"""python -m training.checker BASE OUT: trains the network that finds faults in messages, and says how well it does."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Sequence

import torch
from torch import Tensor, nn

from assistant.reading import pieces
from assistant.reading.pieces import SHAPES
from training.faults import ANSWERS, QUESTIONS, Judged, drawn, judged, of, spoilt
from training.learn import asked, learned, packed
from training.letters import Letter, letters
from training.markup import Record, load
from training.network import Network
from training.varied import Names, Renaming, renamed

KEPT_ASIDE = 10
FAULT_WEIGHT = 0.3
"""What the fault words weigh beside all words."""


def main() -> None:
    """Trains, scores, saves."""
    options = asked(str(__doc__))
    records = {record.id: record for path in sorted((options.data / "notes").glob("*.txt")) for record in load(path)}
    given = [one for path in sorted((options.data / "letters").glob("*.txt")) for one in letters(path)]
    written = sorted({one.record for one in given})
    aside = set() if options.all else set(written[::KEPT_ASIDE])
    train = [one for one in given if one.record not in aside]
    held = [one for one in given if one.record in set(written[::KEPT_ASIDE])]
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    names = Names([records[name] for name in written if name not in aside])
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "questions.json").write_text(json.dumps(QUESTIONS), encoding="utf-8")
    print(f"{len(train)} messages to learn from, {len(held)} aside", flush=True)
    learned(
        Network(QUESTIONS, len(SHAPES)),
        options,
        lambda epoch: _pass(train, records, names, chance),
        lambda one: len(one.pair.ids),
        loss,
        lambda network: score(network, held, records),
    )


def _pass(train: list[Letter], records: dict[str, Record], names: Names, chance: random.Random) -> list[Judged]:
    """What one pass learns from: each record under other names, its messages good, faulty and spoilt."""
    by_record: dict[str, list[Letter]] = {}
    for one in train:
        by_record.setdefault(one.record, []).append(one)
    others = [one for one in train if one.fault is None]
    found: list[Judged] = []
    for name, mine in by_record.items():
        record, other = records[name], Renaming.drawn(records[name], names, chance)
        texts = drawn(mine, chance)
        spoilable = chance.choice([one for one in mine if one.fault is None])
        if (made := spoilt(spoilable, record, others, chance)) is not None:
            texts.append(of(made))
        renamed_record = renamed(record, other)
        found += [pair for text in texts for pair in judged(other.message(text), renamed_record)]
    return found


def loss(network: Network, batch: Sequence[Judged]) -> Tensor:
    """How wrong the network is about the words of the messages, those at fault counted once more."""
    ids = packed([one.pair.ids for one in batch])
    out = network(
        ids, packed([one.pair.shapes for one in batch]), (ids != 0).long(), packed([one.pair.texts for one in batch])
    )["fault"]
    rows = torch.tensor([row for row, one in enumerate(batch) for _ in one.pair.first])
    places = torch.tensor([place for one in batch for place in one.pair.first])
    wanted = torch.tensor([answer for one in batch for answer in one.answers])
    scores = out[rows, places].float()
    value = nn.functional.cross_entropy(scores, wanted)
    faulty = wanted > 0
    return value + FAULT_WEIGHT * nn.functional.cross_entropy(scores[faulty], wanted[faulty]) if faulty.any() else value


def chances(network: Network, letter: Letter, record: Record) -> Tensor:
    """For each word of a message the probability of each answer, in its least bad stretch of the notes."""
    found: dict[int, Tensor] = {}
    for one in judged(of(letter), record):
        ids = torch.tensor([one.pair.ids])
        with torch.no_grad():
            out = network(ids, torch.tensor([one.pair.shapes]), torch.ones_like(ids), torch.tensor([one.pair.texts]))
        given = out["fault"][0][torch.tensor(one.pair.first)].float().softmax(-1)
        for place, row in enumerate(given):
            at = one.pair.start + place
            found[at] = row if at not in found or row[0] > found[at][0] else found[at]
    return torch.stack([found[at] for at in sorted(found)])


def score(network: Network, held: Sequence[Letter], records: dict[str, Record]) -> str:
    """For thresholds: the share of good messages disturbed, and of faults found, by kind at the middle one."""
    worst: list[float] = []
    planted_: list[tuple[str, float, float]] = []
    for letter in held:
        given = chances(network, letter, records[letter.record])
        bad = 1 - given[:, 0]
        if letter.fault is None:
            worst.append(float(bad.max()))
            continue
        message = pieces.words(letter.text)
        inside = [
            at
            for at, word in enumerate(message)
            if word.start < letter.end and word.end > letter.start and at < len(bad)
        ]
        best = max(inside, key=lambda at: float(bad[at]), default=None)
        if best is not None:
            planted_.append((letter.fault, float(bad[best]), float(given[best, ANSWERS.index(letter.fault)])))
    lines = []
    for limit in (0.3, 0.5, 0.7, 0.9, 0.95, 0.98):
        wrong = sum(value > limit for value in worst) / max(1, len(worst))
        right = sum(bad > limit for _, bad, _ in planted_) / max(1, len(planted_))
        lines.append(
            f"  over {limit}: {wrong:.3f} of {len(worst)} good disturbed, {right:.3f} of {len(planted_)} faults found"
        )
    by_kind = {
        fault: [bad for name, bad, _ in planted_ if name == fault] for fault in Counter(name for name, _, _ in planted_)
    }
    lines.append(
        "  at 0.7: "
        + " ".join(
            f"{name}:{sum(b > 0.7 for b in bads) / len(bads):.2f}({len(bads)})"
            for name, bads in sorted(by_kind.items())
        )
    )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
