"""What messages of different candidates share: runs of words that come back in too many of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from eval.draft_scores import Drafted, middle
from eval.matching import words

RUN = 6
SHARE = 0.05


def common_runs(drafts: Iterable[Drafted]) -> list[tuple[str, float]]:
    """Runs of six words that stand in messages of more than one in twenty cases, with that share, commonest first.

    Greeting and signature do not count, and the name of the role or company makes no two runs alike.
    """
    holders: dict[tuple[str, ...], set[str]] = defaultdict(set)
    cases = set()
    for drafted in drafts:
        if drafted.messages:
            cases.add(drafted.case.id)
        for message in drafted.messages:
            found = words(middle(message))
            for start in range(len(found) - RUN + 1):
                holders[tuple(found[start : start + RUN])].add(drafted.case.id)
    shares = [(" ".join(run), len(ids) / len(cases)) for run, ids in holders.items()]
    return sorted((pair for pair in shares if pair[1] > SHARE), key=lambda pair: (-pair[1], pair[0]))
