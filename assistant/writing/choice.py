"""What a message of a kind can recall to its reader, in the order that the kind prefers."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.language import lists
from assistant.writing import anchors, promising
from assistant.writing.channels import Route
from assistant.writing.order import Order
from assistant.writing.wording import Wording

DOORS = frozenset({"said-clause", "said-np", "wants-np"})  # said of things to come: a door, in a reply to a rejection
ASKING = ("asked-np", "liked-np", "wants-np")


def recallable(order: Order, route: Route) -> list[Wording]:
    """What the message may recall, best first; nothing that a check threw out or that a promise already brings."""
    reader = None if route.office else order.reader
    found = anchors.recalled(order.brief, reader, alone=order.alone or route.office)
    if not found and not order.alone:
        found = anchors.shared(order.brief, order.reader)
    promised = _promised(order)
    allowed = [wording for wording in found if not set(wording.facts) & order.barred]
    return _preferred([wording for wording in allowed if not _asks_for(wording, promised)], order.kind.recall)


def _promised(order: Order) -> str:
    theirs = [promise for promise in order.brief.promises if promising.is_theirs(promise, order.brief, order.reader)]
    worded = (promising.phrase(promise, order.brief, order.reader, order.situation) for promise in theirs)
    return " ".join(filter(None, worded))


def _preferred(wordings: list[Wording], wanted: Sequence[str]) -> list[Wording]:
    """The wordings whose case is wanted, in that order, and then the doors; all where nothing in particular is."""
    if not wanted:
        return wordings
    ranked = [(rank, wording) for wording in wordings if (rank := _rank(wording.case, wanted)) is not None]
    chosen = [wording for _, wording in sorted(ranked, key=lambda pair: pair[0])]
    return chosen + [wording for wording in wordings if wording.case in DOORS and wording not in chosen]


def _rank(case: str, wanted: Sequence[str]) -> int | None:
    """The place of a case among the wanted beginnings; `-np` and `-wh` fit only the bare case."""
    fits = (rank for rank, begin in enumerate(wanted) if case == begin or _continues(case, begin))
    return next(fits, None)


def _continues(case: str, begin: str) -> bool:
    return case.startswith(begin) and not begin.endswith(("-np", "-wh"))


def _asks_for(wording: Wording, promised: str) -> bool:
    """Whether a wording only says that they asked for what the promise already brings."""
    if not promised or not wording.case.startswith(ASKING):
        return False
    return bool(_papers(promised) & _papers(" ".join(wording.slots.values())))


def _papers(text: str) -> set[str]:
    return {paper.lower() for paper in lists.pattern("wording", "papers").findall(text)}
