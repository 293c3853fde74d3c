"""One run: every case read, drafted and scored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from assistant import wiring
from assistant.brief import Brief
from assistant.desk import Desk
from assistant.settings import Settings
from eval import draft_scores, reader
from eval.cases import Case, Split
from eval.reading_scores import FIELDS
from eval.score import Measure, Rate, Score, rate

CRASHES = "reads-at-all"


@dataclass(frozen=True, slots=True)
class Result:
    """Everything about one case: the brief, the drafts, and a score under each name."""

    case: Case
    brief: Brief
    drafted: draft_scores.Drafted | None
    scores: dict[str, Score]


@dataclass(frozen=True, slots=True)
class Run:
    """All results, and the rates over them."""

    results: tuple[Result, ...]
    measures: dict[str, Measure] = field(default_factory=dict)

    def rates(self, split: Split | None = None, stratum: str | None = None) -> list[Rate]:
        """The rate of every scorer over the results of a split and a stratum, or over all."""
        chosen = [
            result
            for result in self.results
            if split in (None, result.case.split) and (stratum is None or stratum in result.case.stratum)
        ]
        return [
            rate(name, measure, (result.scores[name] for result in chosen if name in result.scores))
            for name, measure in self.measures.items()
        ]


def run(cases: Iterable[Case], drafts: bool = True) -> Run:
    """Reads every case, drafts it where `drafts` is true, and scores both."""
    desk = wiring.build(Settings()) if drafts else None
    results = tuple(_one(case, desk) for case in cases)
    return Run(results, measures(drafts))


def measures(drafts: bool = True) -> dict[str, Measure]:
    """The rows of the table and how each is counted."""
    rows: dict[str, Measure] = {CRASHES: "rate"}
    rows |= {item.name: item.measure for item in FIELDS}
    return rows | {name: "rate" for name, _ in draft_scores.SCORERS} if drafts else rows


def _one(case: Case, desk: Desk | None) -> Result:
    read = reader.read(case)
    scores = {item.name: item.score(case, read.brief) for item in FIELDS}
    scores[CRASHES] = Score(missed=(read.crash,)) if read.crash else Score(hits=1)
    drafted = draft_scores.draft(desk, case, read.brief) if desk is not None and not read.crash else None
    if drafted is not None:
        scores |= {name: scorer(drafted) for name, scorer in draft_scores.SCORERS}
    return Result(case, read.brief, drafted, scores)
