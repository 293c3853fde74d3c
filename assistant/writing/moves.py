"""The sentences of each move, by the name it has in prompts/kinds/."""

from __future__ import annotations

from collections.abc import Callable

from assistant.message import Sentence
from assistant.writing import promising, slots
from assistant.writing.anchors import is_private
from assistant.writing.draft import Draft
from assistant.writing.recall import fit, open_door, recall

DATED = 0.34  # share of messages whose last line names the decision day
WITHOUT_CLOSE = 0.33  # share of messages that do without a last line
PROMISES = 2  # at most so many promises stand in one message


def written(draft: Draft, move: str) -> list[Sentence]:
    """The sentences of a move; one that only its kind words is said from there, and what a check threw out is not."""
    make = MOVES.get(move)
    sentences = draft.say(move) if make is None or draft.order.kind.phrases.get(move) else make(draft)
    return [sentence for sentence in sentences if sentence.text not in draft.order.banned]


def promise(draft: Draft) -> list[Sentence]:
    """The promises to this reader that are not overdue."""
    order = draft.order
    found: list[Sentence] = []
    for fact in order.brief.promises:
        overdue = fact.due is not None and fact.due < order.situation.today
        if (
            overdue
            or is_private(fact, order.brief)
            or len(found) >= PROMISES
            or not promising.is_theirs(fact, order.brief, order.reader)
        ):
            continue
        if phrase := promising.phrase(fact, order.brief, order.reader, order.situation):
            found += draft.say("promise", None, {"promise": phrase}, (fact.id,))
    return found


def _thanks(draft: Draft) -> list[Sentence]:
    case = draft.order.kind.cases.get("thanks") or _reader_case(draft) or _offered(draft)
    trial = case is None and slots.way(draft.order.situation.notes) == "trial"
    return draft.say("thanks", "trial" if trial else case)


def _interest(draft: Draft) -> list[Sentence]:
    """Interest tied to what I said I would love to do there, where that is known; else in the job."""
    case = draft.order.kind.cases.get("interest") or _reader_case(draft) or _offered(draft)
    keen = next((one for one in draft.recallable if one.case.startswith("keen") and not draft.is_used(one)), None)
    if case is None and keen is not None:
        draft.material.used |= set(keen.facts)
        draft.recalled.append(keen)
        if said := draft.say("interest", keen.case, keen.slots, keen.facts):
            return said
    return draft.say("interest", case)


def _reader_case(draft: Draft) -> str | None:
    """The case of a phrase by who reads it: an office, a recruiter, or nothing for somebody of the employer."""
    return "office" if draft.route.office else None if draft.employer else "recruiter"


def _offered(draft: Draft) -> str | None:
    """The case of a phrase where the job has been offered."""
    return "offer" if draft.order.brief.status == "offer" else None


def _close(draft: Draft) -> list[Sentence]:
    """A last line; the seed leaves it out now and then, and names the decision day in one message of three."""
    if own := draft.order.kind.cases.get("close"):
        return draft.say("close", own)
    if _offered(draft):
        return []
    style, chance = draft.order.style, draft.material.picker.chance()
    if chance < DATED and style.length != "short" and (dated := draft.say("close", "dated")):
        return dated
    needed = style.tone == "formal" or style.length == "full"
    return draft.say("close") if needed or chance <= 1 - WITHOUT_CLOSE else []


def _reminder(draft: Draft) -> list[Sentence]:
    waiting = "decision" in draft.words
    if not draft.employer:
        return draft.say("reminder", "waiting-recruiter" if waiting else "recruiter")
    return draft.say("reminder", "office" if draft.route.office else "waiting" if waiting else None)


def _status_question(draft: Draft) -> list[Sentence]:
    return draft.say("status-question", "waiting" if "decision" in draft.words else None)


def _introduction(draft: Draft) -> list[Sentence]:
    said = draft.say("introduction", "introduction", table="call")
    return [*said, *draft.say("introduction", "introduction-ask", table="call")]


def _purpose(draft: Draft) -> list[Sentence]:
    waiting = "purpose-waiting" if "decision" in draft.words else "purpose"
    return draft.say("purpose", waiting if draft.employer else "purpose-recruiter", table="call")


def _enthusiasm(draft: Draft) -> list[Sentence]:
    return [*draft.say("enthusiasm", "enthusiasm", table="call"), *recall(draft)]


def _answers(draft: Draft) -> list[Sentence]:
    return draft.say("answers", "answers", table="call")


def _voicemail(draft: Draft) -> list[Sentence]:
    """A message of its own: it names the job in full again."""
    draft.words = dict(draft.slots.words)
    return draft.say("voicemail", "voicemail", table="call")


MOVES: dict[str, Callable[[Draft], list[Sentence]]] = {
    "thanks": _thanks,
    "recall": recall,
    "fit": fit,
    "promise": promise,
    "interest": _interest,
    "close": _close,
    "reminder": _reminder,
    "status-question": _status_question,
    "open-door": open_door,
    "introduction": _introduction,
    "purpose": _purpose,
    "enthusiasm": _enthusiasm,
    "answers": _answers,
    "voicemail": _voicemail,
}
