"""Charts of the page, as SVG text that is the same for the same numbers."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Final

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from eval.cases import Split
from eval.compare import SPLITS
from eval.record import Run
from eval.score import Measure

COLOURS: Final[dict[Split, str]] = {"dev": "#8a8f98", "test": "#1f5fa8"}
ROW = 0.27
"""Height of a row in inches."""


def forest(run: Run, rows: Sequence[Measure], title: str) -> str:
    """One row a measure: the value of each split as a dot with its 95 % interval."""
    with mpl.rc_context({"svg.hashsalt": title, "svg.fonttype": "none", "font.size": 9, "font.family": "sans-serif"}):
        figure = Figure(figsize=(8.6, 0.7 + ROW * len(rows)), layout="constrained")
        axes = figure.add_subplot()
        for shift, split in zip((-0.14, 0.14), SPLITS, strict=True):
            _dots(axes, run, rows, split, shift)
        axes.set_yticks(range(len(rows)), [measure.name for measure in rows])
        axes.set_ylim(len(rows) - 0.4, -0.6)
        axes.set_xlim(-0.01, 1.01)
        axes.grid(axis="x", color="#e3e5e8")
        axes.set_axisbelow(True)
        for side in ("top", "right", "left"):
            axes.spines[side].set_visible(False)
        axes.tick_params(left=False)
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2, frameon=False)
        return _svg(figure, title)


def _dots(axes: Axes, run: Run, rows: Sequence[Measure], split: Split, shift: float) -> None:
    rates = [(place, run.rate(measure, split)) for place, measure in enumerate(rows)]
    kept = [(place + shift, rate) for place, rate in rates if rate.units]
    values = [rate.value for _, rate in kept]
    spread = [[max(0.0, r.value - r.low) for _, r in kept], [max(0.0, r.high - r.value) for _, r in kept]]
    places = [place for place, _ in kept]
    axes.errorbar(values, places, xerr=spread, fmt="o", markersize=3.5, color=COLOURS[split], label=split)


def _svg(figure: Figure, title: str) -> str:
    """The figure as an <svg> element that says what it is to those who cannot see it."""
    held = io.StringIO()
    figure.savefig(held, format="svg", metadata={"Date": None, "Creator": None})
    text = re.sub(r"<metadata>.*?</metadata>", "", held.getvalue()[held.getvalue().index("<svg") :], flags=re.DOTALL)
    return text.replace("<svg ", f'<svg role="img" aria-label="{title}" ', 1)
