"""Whether the variants of a message really differ, and the messages of a panel."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence

from assistant.message import Message
from eval.matching import words
from eval.score import Score, each
from eval.scorers.coverage import small, uses, worth
from eval.scorers.drafting import Drafted
from eval.scorers.wording import core, shared_run

RUN = 8
ALIKE = 0.6
"""Two texts with this share of their words in common (Dice, small words aside) are one text."""
ANGLED = frozenset({"thank-you", "linkedin", "rejection-reply"})
"""Kinds that rest on something of the interview, so that another variant can rest on something else."""

Wrong = Callable[[Drafted, Message, Message], str | None]
"""Two messages of a case -> why they are too much alike, if they are."""


def variants_differ(drafted: Drafted) -> Score:
    """Recipients whose variants all differ: in other words, and, where one person is written to, on other material of
    the notes if there is other. Of a panel nobody has noted down who has more than one thing to be told."""
    return _by_recipient(drafted, _alike)


def variants_apart(drafted: Drafted) -> Score:
    """Recipients whose variants share no run of eight words between greeting and closing."""
    return _by_recipient(drafted, _overlap)


def panel_apart(drafted: Drafted) -> Score:
    """Pairs of people of one case whose messages share no run of eight words, and are not one text."""
    pairs = list(itertools.combinations(drafted.first, 2))
    wrong = [_overlap(drafted, a, b) or _one_text(drafted, a, b) for a, b in pairs]
    names = [f"{a.recipient} and {b.recipient}" for a, b in pairs]
    return each(zip(names, wrong, strict=True), "\n\n".join(message.body for message in drafted.first))


def _by_recipient(drafted: Drafted, wrong: Wrong) -> Score:
    groups = drafted.by_recipient()
    found = [(name, next(_pairs(drafted, group, wrong), None)) for name, group in groups.items() if len(group) > 1]
    return each(found, "\n\n".join(message.body for message in drafted.messages))


def _pairs(drafted: Drafted, group: Sequence[Message], wrong: Wrong) -> Iterator[str]:
    for first, second in itertools.combinations(group, 2):
        if reason := wrong(drafted, first, second):
            yield f"{first.variant} and {second.variant}: {reason}"


def _alike(drafted: Drafted, first: Message, second: Message) -> str | None:
    """Why two variants are one, if they are."""
    material = worth(drafted.case)
    angles = [[item[0] for item in material if uses(item, message.body)] for message in (first, second)]
    alone = first.kind in ANGLED and len(drafted.by_recipient()) == 1
    if alone and angles[0] == angles[1] and len(angles[0]) < len(material):
        return f"both rest on {', '.join(angles[0]) or 'nothing'}"
    return _one_text(drafted, first, second)


def _one_text(drafted: Drafted, first: Message, second: Message) -> str | None:
    one, two = ({*words(core(message, drafted.names))} - small() for message in (first, second))
    share = 2 * len(one & two) / (len(one) + len(two)) if one and two else 0.0
    return f"{share:.0%} of their words are the same" if share >= ALIKE else None


def _overlap(drafted: Drafted, first: Message, second: Message) -> str | None:
    run = shared_run(core(first, drafted.names), core(second, drafted.names))
    return repr(" ".join(run)) if len(run) >= RUN else None
