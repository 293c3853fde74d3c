"""The offline writer: one message to one reader from the brief, by moves, with no model.

    brief --anchors--> wordings --moves in the angle's order--> sentences --frame--> Message
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from assistant import prompts
from assistant.brief import Brief, Fact, Person
from assistant.language.tidy import Tidier
from assistant.message import Kind, Message, Part, Sentence, Situation, Style
from assistant.principle import Principle
from assistant.writing import anchors, promising, slots
from assistant.writing.channels import Route, route
from assistant.writing.phrasing import Picker, fill, lookup
from assistant.writing.wording import PAPERS, Wording, clause_of, word

MOVE_RULES = {
    "greeting": {"greeting", "wrong-name"}, "thanks": {"thanks"}, "recall": {"specific", "copied-notes"}, "fit": {"invented-claim", "repetition"},
    "promise": {"timing", "invented-date"}, "interest": {"interest"}, "close": {"close", "pushy"}, "sign-off": {"signature"}, "status-question": {"pushy", "timing"},
    "open-door": {"argues"}, "connect": {"order", "over-limit"}, "reminder": {"timing"}, "voicemail": {"signature"}, "introduction": {"greeting"},
}  # fmt: skip
DOORS = frozenset({"said-clause", "said-np"})  # what they said of things to come: a door, in a reply to a rejection
DATED = 0.34  # share of messages whose last line names the decision day
WITHOUT_CLOSE = 0.33  # share of messages that do without a last line
RECALLS = {"short": 1, "standard": 2, "full": 3}


@dataclass(slots=True)
class Material:
    """What a set of messages shares, so that no two take the same thing: facts already used, and the picker of phrases."""

    picker: Picker
    used: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written: for whom, in which style and from which angle."""

    brief: Brief
    kind: Kind
    reader: Person | None
    principles: tuple[Principle, ...]
    style: Style
    situation: Situation
    angle: dict[str, Any]
    alone: bool
    variant: int
    variants: int
    char_limit: int | None
    banned: frozenset[str] = frozenset()
    """Sentences that a check has thrown out."""
    barred: frozenset[str] = frozenset()
    """Facts whose every wording a check has thrown out."""


class OfflineWriter:
    """Writes one message; `material` carries what other messages of the same set have used."""

    def __init__(self, order: Order, material: Material) -> None:
        self.order, self.material = order, material
        self.route: Route = route(order.brief, order.kind, order.reader)
        self.slots = slots.build(order.brief, None if self.route.office else order.reader, order.situation)
        self.words = dict(self.slots.words)
        self.employer = anchors.belongs_to(order.reader)
        self._recallable = [] if self.route.office else anchors.recalled(order.brief, order.reader, order.situation.notes, alone=order.alone)
        if self.route.office:
            self._recallable = anchors.recalled(order.brief, None, order.situation.notes, alone=True)
        if not self._recallable and not order.alone:
            self._recallable = anchors.shared(order.brief, order.reader, order.situation.notes)
        self._recallable = self._fitting([wording for wording in self._recallable if not set(wording.facts) & order.barred])
        self._recalled: list[Wording] = []
        self._moves: dict[str, Callable[[], list[Sentence]]] = {
            "thanks": self._thanks,
            "recall": self._recall,
            "fit": self._fit,
            "promise": self._promise,
            "interest": self._interest,
            "close": self._close,
            "reminder": self._reminder,
            "status-question": self._status_question,
            "open-door": self._open_door,
            "introduction": self._introduction,
            "purpose": self._purpose,
            "enthusiasm": self._enthusiasm,
            "answers": lambda: self._say("answers", "call", "answers"),
            "voicemail": self._voicemail,
        }

    def _fitting(self, wordings: list[Wording]) -> list[Wording]:
        """What this kind recalls, in the order it prefers; an answer is only given again where the kind prefers none."""
        promised = " ".join(filter(None, (self._promise_phrase(one) for one in self.order.brief.promises if self._promised_here(one))))
        wordings = [wording for wording in wordings if not _asks_for(wording, promised)]
        wanted = self.order.kind.recall
        if not wanted:
            return wordings
        ranked = [(rank, wording) for wording in wordings for rank in [_rank(wording.case, wanted)] if rank is not None]
        doors = [wording for wording in wordings if wording.case in DOORS]
        chosen = [wording for _, wording in sorted(ranked, key=lambda pair: pair[0])]
        return chosen + [wording for wording in doors if wording not in chosen]

    # -- the whole ---------------------------------------------------------------------------------------------

    def write(self) -> Message:
        """The message, with its parts in the order they are read; unchecked."""
        self.material.picker.start_message()
        if self.order.kind.channel == "linkedin":
            return self._note()
        if self.order.kind.channel == "phone":
            return self._script()
        return self._letter()

    def _letter(self) -> Message:
        moves = [spec.move for spec in self.order.kind.moves if spec.move not in {"greeting", "sign-off"}]
        paragraphs = self._paragraphs(moves)
        parts: list[Part] = []
        blocks: list[str] = []
        for paragraph in paragraphs:
            made = [Part(move=move, sentences=tuple(found)) for move in paragraph if (found := self._written(move))]
            if made:
                parts.extend(made)
                blocks.append(" ".join(sentence.text for part in made for sentence in part.sentences))
        greeting, signing = self._greeting(), self._signing()
        body = "\n\n".join([greeting.sentences[0].text, *blocks, "\n".join(sentence.text for sentence in signing.sentences)])
        return self._message(body, (greeting, *parts, signing))

    def _paragraphs(self, moves: Sequence[str]) -> list[list[str]]:
        """The angle's paragraphs with this kind's moves; moves that the angle does not name stand in the kind's order."""
        named = [[move for move in paragraph if move in moves] for paragraph in self.order.angle["paragraphs"]]
        placed = {move for paragraph in named for move in paragraph}
        rest = [move for move in moves if move not in placed]
        if rest and placed:
            return [*named, rest]
        return [[move] for move in rest] if rest else named

    def _written(self, move: str) -> list[Sentence]:
        make = self._moves.get(move, lambda: self._say(move, move, None))
        own = self.order.kind.phrases.get(move)
        sentences = self._say(move, move, None) if own else make()
        return [sentence for sentence in sentences if sentence.text not in self.order.banned]

    def _message(self, body: str, parts: tuple[Part, ...]) -> Message:
        order = self.order
        has_subject = order.kind.subject and self.route.channel in {"email", "portal", "letter"}
        return Message(
            kind=order.kind.id,
            channel=self.route.channel,
            recipient=order.reader.name if order.reader and not self.route.office else None,
            subject=self._subject() if has_subject else None,
            body=body,
            parts=parts,
            variant=order.variant,
            writer="offline",
            to_address=self.route.address,
            advice=(*self.route.advice, *self._promise_advice(), *self._wishes(), *self._nothing_said()),
        )

    # -- sentences ---------------------------------------------------------------------------------------------

    def _sentence(self, move: str, text: str, facts: Iterable[str]) -> Sentence:
        rules = MOVE_RULES.get(move, {move})
        principles = tuple(principle.id for principle in self.order.principles if rules & set(principle.rules))
        return Sentence(text=text, facts=tuple(dict.fromkeys(facts)), principles=principles)

    def _say(self, move: str, table: str, case: str | None, extra: dict[str, str] | None = None, facts: Iterable[str] = ()) -> list[Sentence]:
        """One sentence of a move, picked and filled; none where no phrase can be filled."""
        words = {**self.words, **(extra or {})}
        templates = [one for one in lookup(self.order.kind, table, case, self.order.style.tone) if fill(one, words) not in self.order.banned]
        picked = self.material.picker.pick(templates, words, fullest=table == "call")
        if picked is None:
            return []
        template, text = picked
        if "{the_role}" in template.lower():
            self.words["the_role"] = "the role"
        return [self._sentence(move, text, (*facts, *self.slots.rests_on(template)))]

    def _thanks(self) -> list[Sentence]:
        if own := self.order.kind.cases.get("thanks"):
            return self._say("thanks", "thanks", own)
        case = "office" if self.route.office else None if self.employer else "recruiter"
        return self._say("thanks", "thanks", case)

    def _next_anchor(self, skip: int = 0) -> Wording | None:
        told = any(wording.case.startswith("told") for wording in self._recalled)
        doors = DOORS if any(spec.move == "open-door" for spec in self.order.kind.moves) else frozenset[str]()
        fitting = [wording for wording in self._recallable if not (told and wording.case.startswith("told")) and wording.case not in doors]
        free = [wording for wording in fitting if not set(wording.facts) & self.material.used and wording not in self._recalled]
        if not free and self.order.variant > 1:
            free = [wording for wording in fitting if wording not in self._recalled]
        return free[min(skip, len(free) - 1)] if free else None

    def _recall(self) -> list[Sentence]:
        order = self.order
        share = max(1, len(self._recallable) // order.variants)
        wanted = min(RECALLS[order.style.length], order.angle["recall"], 1 if order.kind.limits.max_words <= 120 else share)
        found: list[Sentence] = []
        for _ in range(wanted):
            anchor = self._next_anchor()
            if anchor is None:
                break
            found.extend(self._recalling(anchor))
        return found

    def _recalling(self, anchor: Wording) -> list[Sentence]:
        self._recalled.append(anchor)
        self.material.used |= set(anchor.facts)
        case = anchor.case if self.employer and not self.route.office else f"{anchor.case}-elsewhere"
        made = self._say("recall", "recall", case, anchor.slots, anchor.facts)
        return made

    def _fit(self) -> list[Sentence]:
        """A want of theirs beside a strength of mine; one alone where the other is missing."""
        if self.order.style.length == "short" or not self.employer or self.route.office:
            return []
        want = next((w for w in self._recallable if w.case == "wants-np" and not set(w.facts) & self.material.used), None)
        mine = self._strength()
        if want and mine and not _related(want.slots["np"], mine[0]):
            want = None
        extra: dict[str, str] = {}
        facts: list[str] = []
        if want:
            extra["want"] = want.slots["np"]
            facts += want.facts
        if mine:
            extra["clause"], fact = mine
            facts.append(fact)
        case = "want-clause" if want and mine else "want" if want else "clause" if mine else None
        if case is None:
            return []
        self.material.used |= set(facts)
        return self._say("fit", "fit", case, extra, facts)

    def _strength(self) -> tuple[str, str] | None:
        gone = self.material.used | self.order.barred | {fact for wording in self._recalled for fact in wording.facts}
        places = {anchors.start(fact) for fact in (*self.order.brief.topics, *self.order.brief.strengths) if fact.id in gone}
        for fact in anchors.strengths(self.order.brief, self.order.reader, alone=self.order.alone):
            if fact.act != "told" or anchors.start(fact) in places:
                continue
            found = word(fact, employer=self.employer)
            if found and (clause := found.slots.get("clause")) and clause_of(clause, by_me=True):
                return clause, fact.id
        return None

    def _promise(self) -> list[Sentence]:
        found: list[Sentence] = []
        for promise in self.order.brief.promises:
            overdue = promise.due is not None and promise.due < self.order.situation.today
            if self._promised_here(promise) and not overdue and len(found) < 2 and (phrase := self._promise_phrase(promise)):
                found += self._say("promise", "promise", None, {"promise": phrase}, (promise.id,))
        return found

    def _promised_here(self, promise: Fact) -> bool:
        reader = self.order.reader
        return promise.person is None and self.order.alone or reader is not None and promise.person == reader.name

    def _promise_phrase(self, promise: Fact) -> str | None:
        folk = {person.name: person for person in self.order.brief.people}
        situation = self.order.situation
        paper = promising.antecedent(situation.notes, promise)
        paper = Tidier(situation.notes).tidy(paper) if paper else None
        return promising.verb_phrase(promise, self.order.reader, folk.get(promise.person or ""), situation.today, paper)

    def _promise_advice(self) -> list[str]:
        advice = []
        for promise in self.order.brief.promises:
            if not self._promised_here(promise):
                continue
            said = promise.evidence[0].text if promise.evidence else promise.value
            if promise.due and promise.due < self.order.situation.today:
                advice.append(f"You promised this for {promise.due.isoformat()}, which has passed: “{said}”. Send it with the message.")
            elif self._promise_phrase(promise) is None:
                advice.append(f"You promised something that is left for you to word: “{said}”.")
        return advice

    def _wishes(self) -> list[str]:
        """What the candidate's own notes ask the message to hold and the writer cannot word."""
        orders = [order for order in self.order.brief.instructions if order.kind == "other" and not order.forbids and not order.subject]
        return [f"Your notes also say: “{order.text}”." for order in orders]

    def _nothing_said(self) -> list[str]:
        """A question to the candidate where the notes hold nothing that can be recalled to this reader."""
        if self._recallable or self.order.brief.promises and self._promise():
            return []
        who = slots.call_name(self.order.reader, "warm") if self.order.reader else "they"
        return [f"The notes hold nothing of what {who} asked or said that could be worded: what is the one thing only {who} would remember?"]

    def _interest(self) -> list[Sentence]:
        if own := self.order.kind.cases.get("interest"):
            return self._say("interest", "interest", own)
        return self._say("interest", "interest", "office" if self.route.office else None if self.employer else "recruiter")

    def _close(self) -> list[Sentence]:
        """A last line; the seed leaves it out now and then, and names the decision day in one message of three."""
        if own := self.order.kind.cases.get("close"):
            return self._say("close", "close", own)
        chance = self.material.picker.chance()
        if chance < DATED and self.order.style.length != "short" and (dated := self._say("close", "close", "dated")):
            return dated
        return [] if chance > 1 - WITHOUT_CLOSE and not self._needs_close() else self._say("close", "close", None)

    def _needs_close(self) -> bool:
        return self.order.style.tone == "formal" or self.order.style.length == "full"

    def _reminder(self) -> list[Sentence]:
        waiting = "decision" in self.words
        if not self.employer:
            return self._say("reminder", "reminder", "waiting-recruiter" if waiting else "recruiter")
        return self._say("reminder", "reminder", "office" if self.route.office else "waiting" if waiting else None)

    def _status_question(self) -> list[Sentence]:
        return self._say("status-question", "status-question", "waiting" if "decision" in self.words else None)

    def _open_door(self) -> list[Sentence]:
        """One door: the one they opened themselves where the notes hold it, else a courteous general one."""
        for wording in self._recallable:
            if wording.case in DOORS and wording not in self._recalled and self.employer:
                case = "plan" if wording.case == "said-clause" else "plan-np"
                if found := self._say("open-door", "open-door", case, wording.slots, wording.facts):
                    return found
        return self._say("open-door", "open-door", None if self.employer else "recruiter")

    # -- what stands round -------------------------------------------------------------------------------------

    def _greeting(self) -> Part:
        frame = prompts.phrases()["frame"]["greeting"]
        reader, style = self.order.reader, self.order.style
        if self.route.office:
            text = frame["office"]
        elif reader is None:
            text = frame["nobody"]
        else:
            short = self.route.channel in {"text", "whatsapp", "linkedin"}
            name = slots.call_name(reader, style.tone, self.route.channel)
            text = frame["linkedin" if self.route.channel == "linkedin" else "text" if short else style.tone].replace("{name}", name)
        return Part(move="greeting", sentences=(self._sentence("greeting", text, ()),))

    def _signing(self) -> Part:
        frame = prompts.phrases()["frame"]["sign-off"]
        profile, channel = self.order.situation.profile, self.route.channel
        lines: list[str] = []
        if channel in {"email", "portal", "letter"}:
            options = frame["office" if self.route.office else self.order.style.tone]
            lines.append(self.material.picker.order(options)[0])
        lines += [profile.name] if profile.name else []
        if channel in {"email", "portal", "letter"}:
            lines += [value for value in (profile.phone, profile.email) if value]
            lines += [profile.linkedin] if profile.linkedin and self.route.linkedin_welcome else []
        elif channel in {"text", "whatsapp"} and profile.phone:
            lines.append(profile.phone)
        return Part(move="sign-off", sentences=tuple(self._sentence("sign-off", line, ("profile",)) for line in lines))

    def _subject(self) -> str | None:
        table = prompts.phrases()["frame"]["subject"]
        options = [*table.get(self.order.kind.id, ()), *table["any"]]
        limit = self.order.kind.limits.max_subject_chars
        made = [text for option in options if (text := fill(option, self.words)) and len(text) <= limit]
        subject = made[(self.order.variant - 1) % min(2, len(made))] if made else None
        if subject and self.route.subject and self.route.subject not in subject:
            return f"{self.route.subject}: {made[0]}"
        return subject

    # -- LinkedIn and the phone --------------------------------------------------------------------------------

    def _note(self) -> Message:
        """The richest note that fits the channel's limit."""
        order = self.order
        greeting = self._greeting().sentences[0].text
        name = (order.situation.profile.name or "").split()
        first = name[0] if name else ""
        anchors_left = [*self._free_anchors(), None]
        best: Message | None = None
        for anchor in anchors_left:
            for template in lookup(order.kind, "linkedin-recall", None, order.style.tone):
                extra = {"day_short": self.words.get("day", "")} if self.words.get("day") else {}
                short = self._short_recall(anchor) if anchor else None
                if ("{recall}" in template) != (short is not None):
                    continue
                text = fill(template, {**self.words, **extra, **({"recall": short} if short else {})})
                if text is None or text in order.banned:
                    continue
                for connect in (*self.material.picker.order(lookup(order.kind, "connect", None, order.style.tone)), ""):
                    opening = text if re.match(r"I\b|[A-Z]{2}", text) else text[:1].lower() + text[1:]
                    body = " ".join(filter(None, (greeting, opening, connect))) + (f"\n{first}" if first else "")
                    if order.char_limit is None or len(body) <= order.char_limit:
                        facts = (*self.slots.rests_on(template), *(anchor.facts if anchor else ()))
                        parts = [self._greeting(), Part(move="recall", sentences=(self._sentence("recall", text, facts),))]
                        if connect:
                            parts.append(Part(move="connect", sentences=(self._sentence("connect", connect, ()),)))
                        if first:
                            parts.append(Part(move="sign-off", sentences=(self._sentence("sign-off", first, ("profile",)),)))
                        best = self._message(body, tuple(parts))
                        if anchor:
                            self.material.used |= set(anchor.facts)
                        return best
        return best or self._message(greeting, (self._greeting(),))

    def _free_anchors(self) -> list[Wording]:
        if not self.employer:
            return []
        spoken = [wording for wording in self._recallable if not wording.case.startswith(("tell", "news", "thank"))]
        return [wording for wording in spoken if not set(wording.facts) & self.material.used] or spoken

    def _short_recall(self, anchor: Wording) -> str | None:
        made = [text for one in lookup(self.order.kind, "recall", anchor.case, self.order.style.tone) if (text := fill(one, {**self.words, **anchor.slots}))]
        return min(made, key=len) if made else None

    def _script(self) -> Message:
        """The script with a heading before each part, and how long each takes to say."""
        order = self.order
        pace = order.kind.limits.words_per_minute or 140
        parts, blocks = [], []
        for spec in order.kind.moves:
            sentences = self._written(spec.move)
            if not sentences:
                continue
            parts.append(Part(move=spec.move, sentences=tuple(sentences)))
            said = " ".join(sentence.text for sentence in sentences)
            text = "\n".join(piece.strip() for piece in said.split("|"))
            blocks.append(f"{spec.label or spec.move}\n{text}")
        call = _seconds([part for part in parts if part.move not in {"voicemail", "answers"}], pace)
        voicemail = _seconds([part for part in parts if part.move == "voicemail"], pace)
        message = self._message("\n\n".join(blocks), tuple(parts))
        spoken = f"Spoken length: the call about {call} seconds, the voicemail about {voicemail}."
        return message.model_copy(update={"advice": (spoken, *message.advice)})

    def _introduction(self) -> list[Sentence]:
        return [*self._say("introduction", "call", "introduction"), *self._say("introduction", "call", "introduction-ask")]

    def _purpose(self) -> list[Sentence]:
        case = "purpose-recruiter" if not self.employer else "purpose-waiting" if "decision" in self.words else "purpose"
        return self._say("purpose", "call", case)

    def _enthusiasm(self) -> list[Sentence]:
        return [*self._say("enthusiasm", "call", "enthusiasm"), *self._recall()]

    def _voicemail(self) -> list[Sentence]:
        self.words = dict(self.slots.words)
        return self._say("voicemail", "call", "voicemail")


def _rank(case: str, wanted: Sequence[str]) -> int | None:
    """The place of a case among the wanted beginnings; nothing where none fits. `-np` and `-wh` fit only the bare case."""
    return next((rank for rank, begin in enumerate(wanted) if case == begin or case.startswith(begin) and not begin.endswith(("-np", "-wh"))), None)


def _asks_for(wording: Wording, promised: str) -> bool:
    """Whether a wording only says that they asked for what the promise already brings."""
    if not promised or not wording.case.startswith(("asked-np", "asked-for", "asked-inf", "liked-np", "wants-thing")):
        return False
    papers = {word.lower() for word in PAPERS.findall(promised)}
    return bool(papers & {word.lower() for word in PAPERS.findall(" ".join(wording.slots.values()))})


def _related(want: str, mine: str) -> bool:
    """Whether a wish and a strength share a word, so that one may stand beside the other."""
    stems = [{word.lower()[:5] for word in re.findall(r"[^\W\d_]{4,}", text)} - {"someo", "about", "would", "have", "with"} for text in (want, mine)]
    return bool(stems[0] & stems[1])


def _seconds(parts: Sequence[Part], words_per_minute: int) -> int:
    """How long the parts take to say."""
    words = sum(len(re.findall(r"\w[\w'’-]*", sentence.text)) for part in parts for sentence in part.sentences)
    return round(words * 60 / words_per_minute)
