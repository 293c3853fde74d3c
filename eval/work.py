"""The work: one unit through the program under evaluation, and its scores. Each process has a worker of its own."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.queues import Queue

from assistant import wiring
from assistant.brief import Brief
from assistant.desk import Desk
from assistant.guide import Retriever
from assistant.settings import Settings
from eval.cases import Case, Split
from eval.measures import DRAFTS, READS
from eval.messages import MessageSet
from eval.record import unit_key
from eval.score import Part, Score
from eval.scorers import checking, drafting, reading, retrieval, trust
from eval.scorers.crash import told
from eval.scorers.drafting import Drafted
from eval.scorers.retrieval import Pair

Job = Case | MessageSet | Pair


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit after the work: its key and name, its scores, and for a case what was read and drafted."""

    key: str
    name: str
    split: Split
    scores: dict[str, Score]
    drafted: Drafted | None = None
    brief: Brief | None = None
    source: Job | None = field(default=None, repr=False)


class Worker:
    """A desk and a guide, and the parts of the line that are asked for."""

    def __init__(self, desk: Desk, guide: Retriever, parts: Collection[Part]) -> None:
        self._desk, self._guide, self._parts = desk, guide, parts

    def do(self, job: Job) -> Unit:
        """The unit of a case, a set of messages or a pair."""
        if isinstance(job, Case):
            return self._case(job)
        return self._messages(job) if isinstance(job, MessageSet) else self._pair(job)

    def _case(self, case: Case) -> Unit:
        key = unit_key(case.split, case.id, case.model_dump_json())
        try:
            brief = self._desk.read(case.notes, case.today, case.me)
            scores = {READS: Score(hits=1)}
        except Exception as error:
            brief, scores = Brief(), {READS: Score(missed=(told(error),))}
        drafted = None
        if "reading" in self._parts:
            scores |= {each.name: each.score(case, brief) for each in reading.FIELDS}
        if "drafting" in self._parts:
            drafted = drafting.draft(self._desk, case, brief)
            scores |= {name: scorer(drafted) for name, scorer in DRAFTS.items()}
        return Unit(key, case.id, case.split, scores, drafted, brief, case)

    def _messages(self, one: MessageSet) -> Unit:
        scores: dict[str, Score] = {}
        if "checking" in self._parts:
            scores |= checking.scores(checking.check(self._desk, one))
        if "trust" in self._parts:
            scores |= trust.scores(one)
        return Unit(unit_key(one.split, one.id, one.model_dump_json()), one.id, one.split, scores, source=one)

    def _pair(self, pair: Pair) -> Unit:
        held = f"{pair.kind}: {pair.situation or (pair.brief.model_dump_json() if pair.brief else '')}"
        key = unit_key(pair.split, "pair", f"{held} {pair.expect}")
        return Unit(key, held, pair.split, retrieval.scores(self._guide, pair), source=pair)


def worker(settings: Settings, parts: Collection[Part]) -> Worker:
    """A worker with the desk that the settings ask for."""
    return Worker(wiring.build(settings), wiring.retriever(settings), parts)


def spread(jobs: Iterable[Job], settings: Settings, parts: Collection[Part]) -> list[Unit]:
    """The units of all jobs in their order, worked on by a process for each core."""
    cores = _cores()
    context = get_context("spawn")
    free: Queue[int | None] = context.Queue()
    for core in cores:
        free.put(core)
    pool = ProcessPoolExecutor(len(cores), context, initializer=_begin, initargs=(free, settings, parts))
    with pool:
        return list(pool.map(_do, jobs, chunksize=4))


_here: dict[str, Worker] = {}


def _begin(free: Queue[int | None], settings: Settings, parts: Collection[Part]) -> None:
    core = free.get()
    if core is not None:
        os.sched_setaffinity(0, {core})
    _here["worker"] = worker(settings, parts)


def _do(job: Job) -> Unit:
    return _here["worker"].do(job)


def _cores() -> list[int | None]:
    """The cores to work on; where the system does not say, as many nameless ones."""
    if hasattr(os, "sched_getaffinity"):
        return [*sorted(os.sched_getaffinity(0))]
    return [None] * (os.cpu_count() or 1)
