"""The moves that rest on what was said: recall, fit and open-door."""

from __future__ import annotations

import re

from assistant.language import lists
from assistant.message import Sentence
from assistant.writing import anchors, doors
from assistant.writing.choice import DOORS
from assistant.writing.draft import Draft
from assistant.writing.wording import Wording, word

RECALLS = {"short": 1, "standard": 2, "full": 3}
BRIEF_KIND = 120  # words: a kind that allows no more recalls one thing
SURE_OF_MORE = 0.8
"""How sure a second thing must be to be recalled beside the best one."""
STEM = 5  # letters by which two words count as related
UNTELLING = frozenset({"someo", "about", "would", "have", "with"})


def recall(draft: Draft) -> list[Sentence]:
    """What was said with this reader: as many things as the length, the angle and the other variants leave."""
    order = draft.order
    share = max(1, len(draft.recallable) // order.variants)
    most = 1 if order.kind.limits.max_words <= BRIEF_KIND else share
    chosen: list[Wording] = []
    for _ in range(min(RECALLS[order.style.length], order.angle["recall"], most)):
        anchor = _next_anchor(draft)
        if anchor is None or (chosen and anchor.sure < SURE_OF_MORE):
            break
        draft.recalled.append(anchor)
        chosen.append(anchor)
    places = {fact.id: anchors.start(fact) for fact in (*order.brief.topics, *order.brief.strengths)}
    chosen.sort(key=lambda anchor: places[anchor.facts[0]])
    return [sentence for anchor in chosen for sentence in _recalling(draft, anchor)]


def _next_anchor(draft: Draft) -> Wording | None:
    """The best thing that is not yet said; in a later variant, one that another variant has said."""
    told = any(wording.case.startswith("told") for wording in draft.recalled)
    doors = DOORS if any(spec.move == "open-door" for spec in draft.order.kind.moves) else frozenset[str]()
    fresh = [
        wording
        for wording in draft.recallable
        if wording not in draft.recalled and wording.case not in doors and not wording.case.startswith("keen")
    ]
    fitting = [wording for wording in fresh if not (told and wording.case.startswith("told"))]
    free = [wording for wording in fitting if not draft.is_used(wording)]
    return next(iter(free or (fitting if draft.order.variant > 1 else [])), None)


def _recalling(draft: Draft, anchor: Wording) -> list[Sentence]:
    draft.material.used |= set(anchor.facts)
    case = anchor.case if draft.employer and not draft.route.office else f"{anchor.case}-elsewhere"
    return draft.say("recall", case, anchor.slots, anchor.facts)


def fit(draft: Draft) -> list[Sentence]:
    """A want of theirs beside a strength of mine; one alone where the other is missing or has nothing to do with it."""
    if draft.order.style.length == "short" or not draft.employer or draft.route.office:
        return []
    want = next((one for one in draft.recallable if one.case == "wants-np" and not draft.is_used(one)), None)
    if any(one.case.startswith("wants") for one in draft.recalled):
        want = None
    mine = _strength(draft)
    if want and mine and not _related(want.slots["np"], mine[0]):
        want = None
    extra = ({"want": want.slots["np"]} if want else {}) | ({"clause": mine[0]} if mine else {})
    if not extra:
        return []
    facts = [*(want.facts if want else ()), *(mine[1:] if mine else ())]
    draft.material.used |= set(facts)
    return draft.say("fit", "-".join(extra), extra, facts)


def _strength(draft: Draft) -> tuple[str, str] | None:
    """A clause about what I did that is not yet told, and the id of its fact."""
    order = draft.order
    gone = draft.material.used | order.barred | {fact for wording in draft.recalled for fact in wording.facts}
    places = {anchors.start(fact) for fact in (*order.brief.topics, *order.brief.strengths) if fact.id in gone}
    for fact in anchors.strengths(order.brief, order.reader, alone=order.alone):
        if fact.act != "told" or anchors.start(fact) in places:
            continue
        found = word(fact)
        if found and (clause := found.slots.get("clause")):
            return clause, fact.id
    return None


def _related(want: str, mine: str) -> bool:
    """Whether a wish and a strength share a word, so that one may stand beside the other."""
    return bool(_stems(want) & _stems(mine) - UNTELLING)


def _stems(text: str) -> set[str]:
    return {found.lower()[:STEM] for found in re.findall(r"[^\W\d_]{4,}", text)}


def open_door(draft: Draft) -> list[Sentence]:
    """One door: the one they opened themselves where the notes hold it, else a courteous general one."""
    secret = tuple((span.start, span.end) for one in draft.order.brief.private for span in one.evidence)
    if (
        draft.employer
        and (left := doors.left_open(draft.order.situation, secret))
        and (found := draft.say("open-door", *left))
    ):
        return found
    for wording in draft.recallable:
        opens = lists.pattern("wording", "doors").search(" ".join(wording.slots.values()))
        if wording.case in DOORS and opens and wording not in draft.recalled and draft.employer:
            case = "plan" if "clause" in wording.slots else "plan-np"
            if found := draft.say("open-door", case, wording.slots, wording.facts):
                return found
    return draft.say("open-door", None if draft.employer else "recruiter")
