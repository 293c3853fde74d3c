"""python -m training.export TRAINED NAME: puts a trained network where the program takes it from, weights in 7 bits.

Seven bits and no more, so that the sums are the same on processors whose 8-bit arithmetic saturates.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from assistant.reading.pieces import SHAPES, WEIGHTS
from training.network import Network


class Named(nn.Module):
    """The network with its scores in a fixed order, as an exported graph needs them."""

    def __init__(self, network: Network, names: list[str]) -> None:
        super().__init__()
        self.network, self.names = network, names

    def forward(self, ids: Tensor, shapes: Tensor, texts: Tensor | None = None) -> tuple[Tensor, ...]:
        out = self.network(ids, shapes, torch.ones_like(ids), texts)
        return tuple(out[name][0] for name in self.names)


INPUTS = {"reader": ("ids", "shapes"), "checker": ("ids", "shapes", "texts")}


def main(trained: Path, name: str) -> None:
    """Writes NAME.onnx and NAME.json."""
    asked = json.loads((trained / "questions.json").read_text(encoding="utf-8"))
    network = Network(asked, len(SHAPES))
    network.load_state_dict(torch.load(trained / "network.pt", weights_only=True))
    names = [*asked, *(("asks", "answers", "nobody") if name == "reader" else ())]
    given = INPUTS[name]
    ids = torch.ones(1, 60, dtype=torch.long)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            Named(network.eval(), names).eval(),
            (ids,) * len(given),
            str(whole),
            input_names=list(given),
            output_names=names,
            dynamic_axes={one: {1: "pieces"} for one in given} | {one: {0: "pieces"} for one in names},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            whole, WEIGHTS / f"{name}.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )
    onnx.checker.check_model(str(WEIGHTS / f"{name}.onnx"))
    (WEIGHTS / f"{name}.json").write_text(json.dumps(asked, ensure_ascii=False, indent=0), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
