"""One evaluation: jobs -> units -> Run."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.settings import Settings
from eval import cases, measures, messages
from eval.measures import HARPER, OWN_WORDS
from eval.messages import MessageSet
from eval.record import Engines, Run, outcome
from eval.score import Part, Score
from eval.scorers import harper, retrieval, sameness
from eval.work import Job, Unit, spread

Lint = Callable[[Sequence[str]], list[harper.Lints]]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A run in numbers, and the units with everything that the page and the lists show."""

    run: Run
    units: tuple[Unit, ...]

    @property
    def dev(self) -> tuple[Unit, ...]:
        """The units that may be looked at."""
        return tuple(unit for unit in self.units if unit.split == "dev")


def evaluate(settings: Settings, jobs: Sequence[Job], parts: Collection[Part]) -> Evaluation:
    """The evaluation of these jobs in some parts of the line."""
    lint = harper.lint if harper.available() else None
    return finished(spread(jobs, settings, parts), engines(settings), parts, lint)


def jobs(parts: Collection[Part]) -> list[Job]:
    """The cases, sets and pairs that some parts need."""
    found: list[Job] = []
    if {"reading", "drafting"} & set(parts):
        found += cases.own()
    if {"checking", "trust"} & set(parts):
        found += messages.load()
    return [*found, *retrieval.pairs()] if "retrieval" in parts else found


def engines(settings: Settings) -> Engines:
    """What the settings put under evaluation; the model's name where one may be asked."""
    reader, writer = (
        engine if engine == "offline" or not settings.model else f"{engine} ({settings.model})"
        for engine in (settings.reader, settings.writer)
    )
    return Engines(reader=reader, writer=writer, embedder=settings.embedder or "shipped")


def finished(units: Iterable[Unit], made_of: Engines, parts: Collection[Part], lint: Lint | None = None) -> Evaluation:
    """The evaluation of these units, with the scores that need all of them at once; with harper's where it is there."""
    done = with_sameness(list(units))
    done = with_harper(done, lint) if lint else done
    chosen = measures.chosen(parts)
    known = {measure.name for measure in chosen}
    asked = {name for unit in done for name in unit.scores}
    outcomes = {
        unit.key: {name: counts for name, counts in outcome(unit.scores).items() if name in known} for unit in done
    }
    return Evaluation(Run(made_of, tuple(m for m in chosen if m.name in asked), outcomes), tuple(done))


def with_sameness(units: Sequence[Unit]) -> list[Unit]:
    """The units, those with drafts scored for what they share with other candidates' drafts."""
    shared = sameness.common(unit.drafted for unit in units if unit.drafted)
    scored = [sameness.own_words(unit.drafted, shared) if unit.drafted else None for unit in units]
    return [_also(unit, OWN_WORDS, score) if score else unit for unit, score in zip(units, scored, strict=True)]


def with_harper(units: Sequence[Unit], lint: Lint) -> list[Unit]:
    """The units, first drafts and faithful messages read by harper too."""
    texts = [_texts(unit) for unit in units]
    said = iter(lint([text for held in texts for text in held.values()]))
    done = []
    for unit, held in zip(units, texts, strict=True):
        name = HARPER if unit.drafted else f"{HARPER} calm"
        score = harper.score(held, [next(said) for _ in held], "\n\n".join(held.values()))
        done.append(_also(unit, name, score) if held else unit)
    return done


def _texts(unit: Unit) -> dict[str, str]:
    """The messages of a unit that harper reads, by name."""
    if unit.drafted:
        return {f"{message.recipient or 'nobody'}": message.body for message in unit.drafted.first}
    if isinstance(unit.source, MessageSet):
        return {f"good {place}": good.body for place, good in enumerate(unit.source.good)}
    return {}


def _also(unit: Unit, name: str, score: Score) -> Unit:
    return replace(unit, scores={**unit.scores, name: score})
