"""The networks: the six layers of MiniLM over word pieces, and on top one answer for each question about a word.

The layers start from the public all-MiniLM-L6-v2 (Apache 2.0), which `base` reads from its package.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

WIDTH, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
RELATION = 128


class Layer(nn.Module):
    """One layer of BERT: attention, then a wider step, each with what went in added and normalised."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.out, self.out_norm = nn.Linear(WIDTH, WIDTH), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down, self.norm = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        batch, size, _ = hidden.shape
        query, key, value = (
            one(hidden).view(batch, size, HEADS, WIDTH // HEADS).transpose(1, 2)
            for one in (self.query, self.key, self.value)
        )
        weights = (query @ key.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + mask).softmax(-1)
        seen = (self.dropout(weights) @ value).transpose(1, 2).reshape(batch, size, WIDTH)
        hidden = self.out_norm(hidden + self.dropout(self.out(seen)))
        wide = nn.functional.gelu(self.up(hidden))
        return self.norm(hidden + self.dropout(self.down(wide)))


class Network(nn.Module):
    """Word pieces in; for each question a score for each answer, and for relations a key and two queries, out."""

    def __init__(self, questions: Mapping[str, Sequence[str]], shapes: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.shapes = nn.Embedding(shapes, WIDTH)
        self.norm, self.dropout = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.heads = nn.ModuleDict({name: nn.Linear(WIDTH, len(answers)) for name, answers in questions.items()})
        self.asks, self.answers = nn.Linear(WIDTH, RELATION), nn.Linear(WIDTH, RELATION)
        self.nobody = nn.Linear(WIDTH, 1)
        nn.init.normal_(self.shapes.weight, std=0.02)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor, texts: Tensor | None = None) -> dict[str, Tensor]:
        """`mask` is 1 where there is a piece, `texts` which of two texts it is of; scores: batch x pieces x answers."""
        places = torch.arange(ids.shape[1], device=ids.device)
        kinds = self.kinds.weight[0] if texts is None else self.kinds(texts)
        hidden = self.words(ids) + self.places(places) + kinds + self.shapes(shapes)
        hidden = self.dropout(self.norm(hidden))
        shut = (1.0 - mask[:, None, None, :].to(hidden.dtype)) * -1e4
        for layer in self.layers:
            hidden = layer(hidden, shut)
        hidden = self.dropout(hidden)
        out = {name: head(hidden) for name, head in self.heads.items()}
        return out | {"asks": self.asks(hidden), "answers": self.answers(hidden), "nobody": self.nobody(hidden)}


BASE = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of model.safetensors as sentence-transformers published all-MiniLM-L6-v2."""


def base(network: Network, weights: Path) -> None:
    """Takes the layers' weights from the published file, in place. Raises ValueError where it is another file."""
    if (digest := hashlib.sha256(weights.read_bytes()).hexdigest()) != BASE:
        raise ValueError(f"{weights} is not the published all-MiniLM-L6-v2: its SHA-256 is {digest}")
    found = {name.removeprefix("bert."): tensor for name, tensor in load_file(weights).items()}
    mine: dict[str, Tensor] = {
        "words.weight": found["embeddings.word_embeddings.weight"],
        "places.weight": found["embeddings.position_embeddings.weight"],
        "kinds.weight": found["embeddings.token_type_embeddings.weight"],
        "norm.weight": found["embeddings.LayerNorm.weight"],
        "norm.bias": found["embeddings.LayerNorm.bias"],
    }
    parts = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "out": "attention.output.dense", "out_norm": "attention.output.LayerNorm", "up": "intermediate.dense",
        "down": "output.dense", "norm": "output.LayerNorm",
    }  # fmt: skip
    for at in range(LAYERS):
        for ours, theirs in parts.items():
            for kind in ("weight", "bias"):
                mine[f"layers.{at}.{ours}.{kind}"] = found[f"encoder.layer.{at}.{theirs}.{kind}"]
    missing, strange = network.load_state_dict(mine, strict=False)
    left = {name.split(".")[0] for name in missing} - {"shapes", "heads", "asks", "answers", "nobody"}
    if left or strange:
        raise ValueError(f"{weights} does not hold the layers that are wanted: {sorted(left)} {strange}")
