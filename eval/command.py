"""What `afterword eval` does: options -> the text to print and the exit status."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.errors import OptionError
from assistant.settings import Engine, Settings
from eval import cases, compare, gate, measures, page, record, table
from eval.gate import BASELINE, Gate
from eval.record import Run
from eval.run import Evaluation, evaluate, jobs
from eval.score import Part
from eval.work import Job

OUT = Path(__file__).with_name("out")
Said = tuple[str, int]
"""What to print, and the exit status."""
Evaluate = Callable[[Settings, Sequence[Job], Collection[Part]], Evaluation]


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of one call."""

    only: Sequence[str] = ()
    misses: str | None = None
    show: str | None = None
    gate: bool = False
    accept: bool = False
    alarms: bool = False
    out: str | None = None
    baseline: Path = BASELINE


def run(settings: Settings, reader: Engine, writer: Engine, embedder: str | None, **options: Any) -> Said:
    """Runs one call on a reader, a writer and an embedder; raises OptionError where it cannot be."""
    gc.enable()  # the command line has turned it off, and this runs for a minute
    chosen = settings.asked(reader=reader, writer=writer)
    return answer(Asked(**options), chosen.model_copy(update={"embedder": embedder or settings.embedder}))


def answer(asked: Asked, settings: Settings, evaluate: Evaluate = evaluate) -> Said:
    """What one call has to say, by the evaluation that is handed in."""
    parts = _parts(asked)
    if asked.alarms:
        return f"{gate.measured(gate.load(asked.baseline)[0])}\n", 0
    if asked.misses or asked.show:
        return _listed(asked, settings, parts, evaluate), 0
    known = asked.gate or (asked.baseline.is_file() and not asked.accept)
    accepted = gate.load(asked.baseline) if known else None
    done = evaluate(settings, jobs(parts), parts)
    written = _write(done, accepted, Path(asked.out) if asked.out else OUT)
    if asked.accept:
        return f"{table.table(done.run)}accepted: {gate.accept(done.run, asked.baseline)}\n", 0
    if asked.gate and accepted is not None:
        return judged(done.run, *accepted)
    return f"{table.table(done.run, detail=bool(asked.only))}{written}\n", 0


def compared(first: Path, second: Path) -> Said:
    """How the run in the second file differs from that in the first."""
    rows = compare.compare(record.load(first), record.load(second))
    if not rows:
        raise OptionError(f"{str(first)!r} and {str(second)!r} have no measure in common: nothing to compare")
    return compare.table(rows), 0


def judged(run: Run, baseline: Run, held: Gate) -> Said:
    """Whether the gate lets a run pass: 0 and why, or 1 and the measures that got worse."""
    gate.comparable(baseline, run)
    lost = gate.losses(baseline, run, held.level)
    if not lost:
        return f"the gate is open: no measure is significantly worse than the baseline ({held})\n", 0
    lines = [f"the gate is shut: {len(lost)} measures are significantly worse than the baseline ({held})"]
    return "\n".join([*lines, *(f"  {loss}" for loss in lost), ""]), 1


def _parts(asked: Asked) -> Collection[Part]:
    unknown = [part for part in asked.only if part not in measures.PARTS]
    if unknown:
        raise OptionError(f"--only is {unknown[0]!r}: choose from {', '.join(measures.PARTS)}")
    if asked.only and (asked.gate or asked.accept):
        raise OptionError("the gate and the baseline are of a whole run: leave out --only")
    return tuple(part for part in measures.PARTS if not asked.only or part in asked.only)


def _write(done: Evaluation, accepted: tuple[Run, Gate] | None, out: Path) -> str:
    """Writes the page and the run; gives the line that says where."""
    rows = compare.compare(accepted[0], done.run) if accepted else []
    out.mkdir(parents=True, exist_ok=True)
    html = page.page(done, {row.measure.name: row for row in rows}, accepted[1] if accepted else None)
    (out / "report.html").write_text(html, encoding="utf-8")
    (out / "run.json").write_text(done.run.to_json(), encoding="utf-8")
    return f"written: {out / 'report.html'}, {out / 'run.json'}"


def _listed(asked: Asked, settings: Settings, parts: Collection[Part], evaluate: Evaluate) -> str:
    """The misses of one measure, or dev cases at length: only what the dev split holds is worked on and shown."""
    if asked.show:
        return "\n".join(table.case(unit) for unit in evaluate(settings, _named(asked.show), parts).units)
    measure = next((each for each in measures.ALL if each.name == asked.misses), None)
    if measure is None:
        known = ", ".join(each.name for each in measures.ALL if not each.detail)
        raise OptionError(f"no measure {asked.misses!r}: choose one of {known}, or a row of --only checking or trust")
    chosen = [job for job in jobs((measure.part,)) if job.split == "dev"]
    return table.misses(evaluate(settings, chosen, (measure.part,)).units, measure)


def _named(prefix: str) -> list[Job]:
    """The dev cases whose id begins so; raises OptionError where there is none."""
    found = [case for case in cases.own() if case.id.startswith(prefix)]
    chosen: list[Job] = [case for case in found if case.split == "dev"]
    if not chosen:
        raise OptionError(f"{prefix!r} {'is in the test split, which is never shown' if found else 'is no case'}")
    return chosen
