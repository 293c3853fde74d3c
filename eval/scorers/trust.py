"""How far the independent scorers can be trusted: what they find that was planted, and how often they cry wolf."""

from __future__ import annotations

from collections.abc import Iterable

from eval.matching import fold
from eval.messages import Faulty, MessageSet
from eval.score import Score, each
from eval.scorers import grammar, grounding, mutations
from eval.scorers.numerals import numbers

PLANTED = ("invented-number", "invented-date", "invented-name")
"""The faults that grounding is there to find."""
SLIPS = tuple(dict.fromkeys(rule for rule, _, _ in mutations.SLIPS))


def scores(one: MessageSet) -> dict[str, Score]:
    """Calm of grammar and grounding on the faithful messages of a set, and what they find of what is planted."""
    ground = _ground(one)
    bodies = [good.body for good in one.good]
    made = {
        "grammar calm": _calm((text, grammar.flaws(text)) for text in bodies),
        "grounding calm": _calm((good.text, grounding.loose(good.text, ground)) for good in one.good),
    }
    for rule in PLANTED:
        faults = [fault for fault in one.faulty if fault.rule == rule]
        wrong = [None if _is_loose(fault, ground) else f"not found ({fault.why})" for fault in faults]
        made[f"grounding {rule}"] = each(zip((repr(fault.planted) for fault in faults), wrong, strict=True))
    planted = [(rule, text, wrong) for text in bodies for rule, wrong in mutations.slips(text)]
    for slip in SLIPS:
        tried = [(text, wrong) for rule, text, wrong in planted if rule == slip]
        made[f"grammar {slip}"] = each((repr(w), None if _finds(slip, text, w) else "not found") for text, w in tried)
    return made


def _ground(one: MessageSet) -> grounding.Ground:
    known, people = one.brief, "\n".join(person.name for person in one.people)
    days = (known.interview_date, known.decision_by) if known else ()
    company, others = (known.company, known.other_companies) if known else (None, ())
    return grounding.ground(f"{one.notes}\n{people}", one.me, one.today, days, company, others)


def _calm(found: Iterable[tuple[str, Iterable[object]]]) -> Score:
    pairs = [(text.strip(), "; ".join(map(str, flaws)) or None) for text, flaws in found]
    alarmed = "\n\n".join(text for text, wrong in pairs if wrong)
    return each(((text.splitlines()[0][:60], wrong) for text, wrong in pairs), alarmed)


def _finds(rule: str, text: str, wrong: str) -> bool:
    """Whether the rule says more of the message with the slip than of the message without it."""
    before, after = (grammar.by_rule(grammar.flaws(given))[rule] for given in (text, wrong))
    return after > before


def _is_loose(fault: Faulty, ground: grounding.Ground) -> bool:
    """Whether something that traces to nothing is in the planted words."""
    planted = fold(fault.planted or "")
    figures = set(numbers(planted))
    return any(
        loose.words in figures or fold(loose.words) in planted or planted in fold(loose.words)
        for loose in grounding.loose(fault.text, ground)
    )
