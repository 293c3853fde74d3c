"""How a network learns: passes over its examples in batches of about equal length; its weights are a running mean."""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

import torch
from torch import Tensor, nn

from training.network import Network, base

_MEMORY = 0.996
_NEW = frozenset({"heads", "asks", "answers", "nobody", "shapes"})
_FASTER = 6
"""How much faster than the layers the new parts learn."""


class Sized(Protocol):
    """Something with word pieces."""

    @property
    def ids(self) -> list[int]: ...

    @property
    def shapes(self) -> list[int]: ...


One = TypeVar("One")


def asked(description: str) -> argparse.Namespace:
    """What the command line of a training says."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("base", type=Path, help="model.safetensors of all-MiniLM-L6-v2")
    parser.add_argument("out", type=Path, help="folder for what is learned")
    parser.add_argument("--epochs", type=int, default=18)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--batch", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", type=Path, default=Path(__file__).parent, help="folder with notes/ and letters/")
    parser.add_argument("--all", action="store_true", help="keep nothing aside")
    return parser.parse_args()


def learned(
    network: Network,
    options: argparse.Namespace,
    examples: Callable[[int], list[One]],
    size: Callable[[One], int],
    loss: Callable[[Network, Sequence[One]], Tensor],
    report: Callable[[Network], str],
) -> Network:
    """The network after so many passes over their `examples`, its weights averaged; prints a report now and then."""
    base(network, options.base)
    fresh = [value for name, value in network.named_parameters() if name.split(".")[0] in _NEW]
    known = {id(value) for value in fresh}
    old = [value for value in network.parameters() if id(value) not in known]
    rates = [options.rate, options.rate * _FASTER]
    groups = [{"params": part, "lr": rate} for part, rate in zip((old, fresh), rates, strict=True)]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = options.epochs * (len(examples(0)) // options.batch + 30)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rates, total_steps=steps, pct_start=0.1)
    mean = torch.optim.swa_utils.AveragedModel(network, avg_fn=_averaged)
    chance = random.Random(options.seed)
    for epoch in range(options.epochs):
        network.train()
        begun, total = time.time(), 0.0
        batches = by_size(examples(epoch), options.batch, size, chance)
        for batch in batches:
            with torch.autocast("cpu", dtype=torch.bfloat16):
                value = loss(network, batch)
            optimiser.zero_grad()
            value.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            if schedule.last_epoch < steps - 1:
                schedule.step()
            mean.update_parameters(network)
            total += float(value.detach())
        print(f"epoch {epoch + 1}: loss {total / len(batches):.3f}, {time.time() - begun:.0f} s", flush=True)
        torch.save(mean.module.state_dict(), options.out / "network.pt")
        if epoch % 4 == 3 or epoch == options.epochs - 1:
            print(report(mean.module.eval()), flush=True)
    return mean.module.eval()


def _averaged(mean: Tensor, value: Tensor, count: int | Tensor) -> Tensor:
    """The running mean of the weights: over few steps at first, over about 250 at last."""
    keep = min(_MEMORY, (1 + int(count)) / (10 + int(count)))
    return keep * mean + (1 - keep) * value


def by_size(given: list[One], batch: int, size: Callable[[One], int], chance: random.Random) -> list[list[One]]:
    """The examples in batches of about equally long ones, the batches in any order."""
    chance.shuffle(given)
    pools = [sorted(given[at : at + batch * 12], key=size) for at in range(0, len(given), batch * 12)]
    batches = [pool[at : at + batch] for pool in pools for at in range(0, len(pool), batch)]
    chance.shuffle(batches)
    return batches


def packed(rows: Sequence[Sequence[int]]) -> Tensor:
    """Rows of numbers as one tensor, filled up with 0 to the longest."""
    size = max(map(len, rows))
    return torch.tensor([[*row, *[0] * (size - len(row))] for row in rows])
