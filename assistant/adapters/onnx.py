"""The networks behind onnxruntime, from the weights that ship with the program."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
import onnxruntime

from assistant.reading.marks import Scores
from assistant.reading.pieces import WEIGHTS


class OnnxNetwork:
    """One network, by the name of its files; it is loaded when it is first asked something."""

    def __init__(self, name: str, folder: Path = WEIGHTS) -> None:
        """`name` is `reader` or `checker`."""
        self._path = folder / name

    @cached_property
    def questions(self) -> Mapping[str, Sequence[str]]:
        """Each question that the network answers about a word, with its answers in order."""
        return dict(json.loads(self._path.with_suffix(".json").read_text(encoding="utf-8")))

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = min(2, _cores())
        model = str(self._path.with_suffix(".onnx"))
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])

    def run(self, **rows: Sequence[int]) -> Mapping[str, Scores]:
        """Scores by question, each of the shape pieces x answers, for rows of numbers such as `ids` and `shapes`."""
        session = self._session
        given = {name: np.asarray([values], np.int64) for name, values in rows.items()}
        names = [output.name for output in session.get_outputs()]
        return dict(zip(names, session.run(names, given), strict=True))


def _cores() -> int:
    """How many cores this process may use; a thread more than that only waits."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
