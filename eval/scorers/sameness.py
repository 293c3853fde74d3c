"""What messages of different candidates share: runs of words that come back in too many of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from eval.matching import words
from eval.score import Score, each
from eval.scorers.drafting import Drafted
from eval.scorers.wording import core, data, runs

RUN = 6
SHARE = 0.05


def common(drafts: Iterable[Drafted]) -> dict[tuple[str, ...], float]:
    """Runs of six words that stand in the first messages of more than one candidate in twenty, with that share,
    commonest first; greeting, closing and courtesies do not count."""
    holders: dict[tuple[str, ...], set[str]] = defaultdict(set)
    candidates = set()
    for drafted in drafts:
        for message in drafted.first:
            candidates.add(drafted.case.id)
            for run in runs(core(message, drafted.names), RUN):
                holders[run].add(drafted.case.id)
    shares = {run: len(ids) / len(candidates) for run, ids in holders.items() if not _courteous(run)}
    return {run: share for run, share in sorted(shares.items(), key=lambda one: (-one[1], one[0])) if share > SHARE}


def own_words(drafted: Drafted, shared: Mapping[tuple[str, ...], float]) -> Score:
    """First messages without any of the runs that are shared."""
    texts = {message.recipient or "nobody": core(message, drafted.names) for message in drafted.first}
    return each(((name, _worst(text, shared)) for name, text in texts.items()), "\n\n".join(texts.values()))


def _worst(text: str, shared: Mapping[tuple[str, ...], float]) -> str | None:
    found = [run for run in runs(text, RUN) if run in shared]
    worst = max(found, key=lambda run: shared[run], default=None)
    return None if worst is None else f"{' '.join(worst)!r} in {shared[worst]:.0%} of cases"


def _courteous(run: tuple[str, ...]) -> bool:
    return any(f" {' '.join(run)} " in f" {' '.join(words(entry))} " for entry in data()["courtesy"])
