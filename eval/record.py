"""Run: one evaluation in numbers, which is what is written to a file, compared and accepted.

Each unit has a key: its id, if it is in the dev split, and a digest of what it holds. Units of the test split go by the
digest alone, so that nobody reads off which of them failed; and a unit that was mended is no longer the same unit.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from assistant.brief import Frozen
from assistant.errors import OptionError
from eval.cases import Split
from eval.score import Counts, Kind, Measure, Part, Score, fraction
from eval.statistics import Fractions, interval, ratio

TEST = "test"
Outcomes = Mapping[str, Mapping[str, Counts]]
"""Unit -> measure -> counts."""


def unit_key(split: Split, name: str, content: str) -> str:
    """The key of a unit, from its split, its id and everything that it holds."""
    digest = hashlib.sha256(content.encode()).hexdigest()[:10]
    return f"{TEST if split == 'test' else name}#{digest}"


def split_of(key: str) -> Split:
    """The split that a unit's key says."""
    return "test" if key.startswith(f"{TEST}#") else "dev"


class Engines(Frozen):
    """What was evaluated."""

    reader: str
    writer: str
    embedder: str


@dataclass(frozen=True, slots=True)
class Rate:
    """A measure over some units: value, 95 % interval, what it is a share of (`count`), and over how many units."""

    value: float
    low: float
    high: float
    count: int
    units: int


@dataclass(frozen=True, slots=True)
class Run:
    """Every measure of every unit."""

    engines: Engines
    measures: tuple[Measure, ...]
    outcomes: Outcomes

    def rate(self, measure: Measure, split: Split) -> Rate:
        """A measure over the units of a split."""
        found = self.fractions(measure, [key for key in self.units(measure) if split_of(key) == split])
        found = found[found[:, 1] > 0]
        low, high = interval(found)
        return Rate(ratio(found), low, high, int(np.ceil(found[:, 1].sum())), len(found))

    def units(self, measure: Measure) -> list[str]:
        """The keys of the units that were asked about a measure, in order."""
        return sorted(key for key, found in self.outcomes.items() if measure.name in found)

    def fractions(self, measure: Measure, keys: Iterable[str]) -> Fractions:
        """Numerator and denominator of a measure for each of the units."""
        rows = [fraction(measure.kind, self.outcomes[key][measure.name]) for key in keys]
        return np.asarray(rows, np.float64).reshape(-1, 2)

    def to_json(self, **more: object) -> str:
        """The run with its rates, and more entries, as text: one line a unit, so that a change shows in a diff."""
        lines = ["{", *(f" {_line(name)}: {_line(entry)}," for name, entry in more.items())]
        lines += [f' "engines": {_line(self.engines.model_dump())},', ' "measures": [']
        lines.append(",\n".join(f"  {_line(self._row(measure))}" for measure in self.measures))
        lines += [" ],", ' "outcomes": {', ",\n".join(self._parts()), " }", "}"]
        return "\n".join(lines) + "\n"

    def _row(self, measure: Measure) -> dict[str, Any]:
        rates = {split: _rounded(self.rate(measure, split)) for split in ("dev", "test")}
        return measure.model_dump() | rates

    def _parts(self) -> Iterable[str]:
        parts = list(dict.fromkeys(measure.part for measure in self.measures))
        for part in parts:
            names = _names(self.measures, part)
            held = [(key, found) for key, found in sorted(self.outcomes.items()) if not found.keys().isdisjoint(names)]
            rows = [(key, [_short(found.get(name)) for name in names]) for key, found in held]
            lines = [f"   {_line(key)}: {_line(row)}" for key, row in rows]
            yield f'  "{part}": {{\n' + ",\n".join(lines) + "\n  }"


def load(path: Path) -> Run:
    """The run in a file that `Run.to_json` wrote; raises OptionError, in one line, where it is none."""
    try:
        return from_json(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise OptionError(f"{str(path)!r} cannot be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise OptionError(f"{str(path)!r} is no run of `afterword eval`: give the run.json that one wrote") from error


def from_json(document: Mapping[str, Any]) -> Run:
    """The run in a document that was read from its text."""
    known = set(Measure.model_fields)
    rows = [{name: value for name, value in row.items() if name in known} for row in document["measures"]]
    measures = tuple(Measure.model_validate(row) for row in rows)
    outcomes: dict[str, dict[str, Counts]] = {}
    for part, units in document["outcomes"].items():
        names = _names(measures, part)
        for key, given in units.items():
            held = outcomes.setdefault(key, {})
            held |= {name: _counts(counts) for name, counts in zip(names, given, strict=True) if counts is not None}
    return Run(Engines.model_validate(document["engines"]), measures, outcomes)


def outcome(scores: Mapping[str, Score]) -> dict[str, Counts]:
    """The scores of a unit in numbers."""
    return {name: score.counts for name, score in scores.items()}


def measure(part: Part, name: str, kind: Kind = "rate", *, detail: bool = False) -> Measure:
    """A measure, in one line."""
    return Measure(name=name, part=part, kind=kind, detail=detail)


def _names(measures: Iterable[Measure], part: Part) -> list[str]:
    return [measure.name for measure in measures if measure.part == part]


def _short(counts: Counts | None) -> list[int] | None:
    """Counts without the noughts at their end."""
    found = None if counts is None else list(counts)
    while found and found[-1] == 0:
        found.pop()
    return found


def _counts(given: Sequence[int]) -> Counts:
    hits, missed, extra = (*given, 0, 0, 0)[:3]
    return int(hits), int(missed), int(extra)


def _rounded(rate: Rate) -> dict[str, float | int]:
    shown = {"value": rate.value, "low": rate.low, "high": rate.high}
    return {name: round(number, 6) for name, number in shown.items()} | {"count": rate.count, "units": rate.units}


def _line(found: object) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))
