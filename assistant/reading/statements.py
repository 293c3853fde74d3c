"""Who did what with which words: the notes' clauses as speech acts.

    segment --> clauses --> subject + verb of a speech act --> Statement(act, by, person, content span)

A clause without a verb is a fragment: under a person's name it is something that was discussed with them; behind their
question it is my answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.brief import Person, SaidBy
from assistant.language.tagging import tag, verb_lemma
from assistant.reading import acts, promising
from assistant.reading.acts import WH, YES_NO, Table
from assistant.reading.plain_cues import (
    ADVERB,
    ANSWER_WITHIN,
    ASIDE,
    BARE_WANT,
    BUYING,
    CONTACT,
    FILLER,
    HANDIWORK,
    LED_IN,
    MY_ANSWER,
    MY_LABEL,
    NEWS,
    NO_ANSWER,
    ON_SUBJECT,
    PAST,
    PLANNED_THING,
    PLANS,
    PLEASANT,
    PRACTICAL,
    PRAISE,
    PRAISED_THING,
    QUESTION_OF,
    SEND_ME,
    STRANGER,
    THERE_IS,
    TO_ME,
    WISH,
)
from assistant.reading.promising import Promising
from assistant.reading.scene import HE, SHE, Scene, fold
from assistant.reading.segments import Segment
from assistant.reading.speech import Clause, Form, Statement, StatementAct
from assistant.reading.speech_clauses import ARROW, Clauses
from assistant.reading.spoken_labels import label_act, label_person

NOBODY = Person(name="")
ANSWER_WORDS = 24  # a longer answer is not gathered into one statement
MINE_TO_TELL = frozenset(
    ["told", "explained", "described", "gave", "answered", "showed", "shared", "talked", "brought", "walked"]
)


class StatementReader:
    """Reads the statements of one set of notes; keeps who was spoken of last and which question stands open."""

    def __init__(self, scene: Scene, *, hands_on: bool = False) -> None:
        """`hands_on` is true for a trial, an audition or a practical: what I did there is part of the interview."""
        self.scene, self._hands_on = scene, hands_on
        self._clauses, self._promising = Clauses(scene.names), Promising(scene.names)
        self._subject = re.compile(rf"(?P<who>{self._clauses.subject})(?!\w)", re.I)
        self._wish = re.compile(WISH.pattern.replace("NAME", scene.names), re.I)
        self._them, self._together, self._me, self._keen = (
            acts.table(side, scene.names) for side in ("them", "together", "me", "keen")
        )
        self._alone = scene.interviewers[0] if len(scene.interviewers) == 1 else None
        self._last: Person | None = self._alone
        self._line: tuple[int, Person | None] = (-1, None)
        self._dialogue = False
        self._found: list[Statement] = []
        self._question: tuple[int, int] | None = None  # index of the open question among the found, and its line
        self._promise_line = -1

    def read(self, segments: Sequence[Segment]) -> tuple[Statement, ...]:
        """The statements of all segments, in the order of the notes."""
        speakers = {segment.speaker for segment in segments if segment.form == "turn" and segment.speaker}
        self._dialogue = any(
            ((person := self.scene.who(name)) and person.part == "interviewer") or self.scene.asks(name)
            for name in speakers
        )
        for segment in segments:
            if segment.form not in {"boilerplate", "header"} and label_act(segment.label) != "skip":
                self._segment(segment)
        return tuple(self._found)

    # segments

    def _segment(self, segment: Segment) -> None:
        mine = self.scene.is_me(segment.speaker)
        speaker = (
            None
            if mine
            else self.scene.who(segment.speaker)
            or (self._alone or NOBODY if self.scene.asks(segment.speaker) else None)
        )
        if segment.form == "turn" and segment.speaker and not mine and (speaker is None or speaker.part == "other"):
            return
        owner = self.scene.who(segment.owner) or label_person(segment.label, self.scene) or self._heads_line(segment)
        self._last = owner or speaker or self._last
        if self._question and not 0 <= segment.line - self._question[1] <= (2 if self._dialogue else 1):
            self._question = None
        reported = self._subject.match(fold(segment.text)) or STRANGER.match(segment.text)
        if (
            self._dialogue
            and mine
            and segment.form == "turn"
            and not (reported and self.scene.mentioned(reported.group()))
        ):
            self._own_turn(segment)
        elif (
            label_act(segment.label) == "told"
            and not speaker
            and (self._question or fold(segment.label or "") not in {"me", "a", "i"})
        ):
            self._answer_field(segment, owner)
        else:
            self._clause_by_clause(segment, owner, speaker)

    def _clause_by_clause(self, segment: Segment, owner: Person | None, speaker: Person | None) -> None:
        headed = None if owner or speaker else self.scene.heads(segment.text)
        begin = segment.start + headed[1] if headed else segment.start
        owner = headed[0] if headed else owner
        self._last = owner or self._last
        heading: tuple[str | None, Person | None] = (None, None)
        for clause in self._clauses.split(segment, whole_questions=speaker is not None):
            if clause.end <= begin:
                continue
            if heading[0] and re.search(r"[-–—:]\s*$", clause.lead):
                self._add(
                    self._build(
                        "told" if heading[0] == "told" else "asked",
                        "me" if heading[0] == "told" else "them",
                        heading[1],
                        clause,
                        0,
                        0.8,
                        None,
                    ),
                    clause,
                    segment,
                )
                heading = (None, None)
                continue
            heading = self._heading(clause) if speaker is None else (None, None)
            if heading[0]:
                continue
            if clause.start < begin:
                clause = replace(
                    clause, start=begin, text=segment.text[begin - segment.start : clause.end - segment.start]
                )
            statement = self._agreed(clause, segment) or self._clause(clause, segment, owner, speaker)
            if statement is None and not owner and not speaker:
                self._last = self._named(clause) or self._last
            if statement:
                statement = replace(statement, direct=speaker is not None and statement.by == "them")
                self._add(self._request(statement, segment), clause, segment)

    def _heading(self, clause: Clause) -> tuple[str | None, Person | None]:
        """Whether a clause only announces a question or my answer, and whose question: `H's question - ...`, `My answer - ...`."""
        if MY_ANSWER.fullmatch(clause.text):
            return "told", self._asker() or self._last
        if QUESTION_OF.fullmatch(clause.text):
            self._last = self._named(clause) or self._last
            return "asked", self._named(clause) or self._alone
        return None, None

    def _own_turn(self, segment: Segment) -> None:
        """My turn in a transcript: a promise, a question of mine, or what I answered, a sentence at a time."""
        clauses = self._clauses.split(segment, whole_questions=True)
        for clause in clauses:
            skip = len(filler.group()) if (filler := FILLER.match(clause.text)) else 0
            if statement := self._agreed(clause, segment) or self._promise(clause, skip, errand=False):
                self._add(statement, clause, segment)
                return
        text = segment.text.strip()
        if not clauses or PLEASANT.match(text) or len(text.split()) < 3:
            return
        whole = replace(
            clauses[0],
            end=clauses[-1].end,
            text=segment.text[clauses[0].start - segment.start : clauses[-1].end - segment.start],
        )
        if text.endswith("?"):
            self._add(self._build("asked", "me", self._last, whole, 0, 0.6, "wh"), whole, segment)
            return
        person = self._asker() or self._last
        self._add(self._build("told", "me", person, whole, 0, 0.8 if self._question else 0.6, "clause"), whole, segment)

    def _answer_field(self, segment: Segment, owner: Person | None) -> None:
        """A field or cell labelled as my answer: all of it is one thing told, unless it promises something."""
        clauses = self._clauses.split(segment, whole_questions=True)
        if not clauses:
            return
        for clause in clauses:
            if found := self._promise(clause, 0, errand=False):
                self._add(found, clause, segment)
                return
        whole = replace(
            clauses[0],
            end=clauses[-1].end,
            text=segment.text[clauses[0].start - segment.start : clauses[-1].end - segment.start],
        )
        self._add(
            self._build("told", "me", owner or self._asker() or self._last, whole, 0, 0.8, "clause"), whole, segment
        )

    def _heads_line(self, segment: Segment) -> Person | None:
        """The person whose name opened this line of notes: `Krisztina - quality. tool control, ...`."""
        opens = self.scene.opens(segment.text)
        if opens and segment.form == "prose" and any(token.tag.startswith(("VB", "MD")) for token in tag(segment.text)):
            opens = None
        if opens or segment.line != self._line[0]:
            self._line = (segment.line, opens)
        return None if opens else self._line[1]

    # what is kept, and what belongs together

    def _asker(self) -> Person | None:
        question = self._found[self._question[0]] if self._question else None
        return self.scene.who(question.person) if question else None

    def _add(self, statement: Statement, clause: Clause, segment: Segment) -> None:
        if self._goes_on(statement, clause):
            last = self._found[-1]
            self._found[-1] = replace(last, end=statement.end, clause=(last.clause[0], statement.clause[1]))
            return
        if self._rest_of_promise(statement, clause, segment):
            named = self._named(clause)
            self._found[-1] = replace(
                self._found[-1],
                end=clause.end,
                clause=(self._found[-1].clause[0], clause.end),
                person=named.name if named else self._found[-1].person,
            )
            return
        if statement.act == "told" and self._question:
            at, line = self._question
            first = not any(other.answers == at for other in self._found[at + 1 :])
            near = (
                segment.line == line
                or self._dialogue
                or label_act(segment.label) == "told"
                or clause.start - self._found[at].end < 12
            )
            if first and near and self._found[at].person in {None, statement.person}:
                statement = replace(statement, answers=at)
        if statement.by == "them" or statement.act == "discussed":
            self._question = (len(self._found), segment.line)
        inner = self._inner_answer(statement, segment)
        self._found.append(replace(statement, end=inner[0]) if inner else statement)
        if inner:
            self._found.append(
                replace(
                    statement,
                    act="told",
                    by="me",
                    start=inner[1],
                    end=inner[2],
                    form="clause",
                    sure=0.75,
                    answers=len(self._found) - 1,
                    direct=False,
                )
            )

    def _inner_answer(self, statement: Statement, segment: Segment) -> tuple[int, int, int] | None:
        """Where a question ends that carries my answer in brackets or behind a colon, and where that answer stands."""
        if statement.act != "asked" or statement.by != "them" or statement.direct or segment.form == "quote":
            return None
        found = ANSWER_WITHIN.search(self._content(statement, segment))
        if (
            not found
            or NO_ANSWER.search(found.group("bracket") or found.group("rest"))
            or self.scene.mentioned(found.group())
        ):
            return None
        group = "bracket" if found.group("bracket") else "rest"
        return statement.start + found.start(), statement.start + found.start(group), statement.start + found.end(group)

    def _rest_of_promise(self, statement: Statement, clause: Clause, segment: Segment) -> bool:
        """Whether a promise field's next piece only says to whom and when: `risk assessment -> Aisha, Fri`."""
        last = self._found[-1] if self._found else None
        if not (
            last
            and last.act == statement.act == "promise"
            and label_act(segment.label) == "promise"
            and segment.start <= last.start
        ):
            return False
        return (
            statement.form == "np"
            and len(clause.text.split()) <= 5
            and bool(self._named(clause) or promising.DUE.search(clause.text))
        )

    def _goes_on(self, statement: Statement, clause: Clause) -> bool:
        """Whether a weak statement of mine only carries on what I told just before: `I sit down, and I read out loud`."""
        last = self._found[-1] if self._found else None
        if last is None or last.act != "told" or statement.act != "told" or statement.answers is not None:
            return False
        weak = (
            statement.sure <= 0.6
            and 0 <= statement.start - last.end <= 12
            and not re.search(r"[.!?;\n→>(]", clause.lead)
        )
        length = sum(len(text.split()) for text in (clause.text,)) + (last.end - last.start) // 6
        return weak and last.answers is not None and length <= ANSWER_WORDS

    def _request(self, statement: Statement, segment: Segment) -> Statement:
        """A wish of theirs that I agreed to in the same breath is my promise: `wants my diploma by friday, I said ok`."""
        if statement.by != "them" or statement.act not in {"wants", "asked"}:
            return statement
        inner = self._content(statement, segment)
        found = promising.asked_of_me(inner) if inner else None
        if not found:
            return statement
        return replace(
            statement,
            act="promise",
            by="me",
            end=statement.start + found[0],
            clause=(statement.clause[0], statement.clause[1]),
            form="request",
            sure=found[1],
        )

    def _content(self, statement: Statement, segment: Segment) -> str:
        """The content of a statement that lies within the segment."""
        if statement.start < segment.start or statement.end > segment.end:
            return ""
        return segment.text[statement.start - segment.start : statement.end - segment.start]

    def _agreed(self, clause: Clause, segment: Segment) -> Statement | None:
        """My yes to what they asked of me just before, which turns that wish into a promise of mine."""
        last = self._found[-1] if self._found else None
        if (
            last is None
            or last.by != "them"
            or last.act not in {"wants", "asked"}
            or clause.start - last.end > 40 + 60 * self._dialogue
        ):
            return None
        if not promising.agreed(clause.text) or last.form != "request":
            return None
        self._found.pop()
        self._question = None
        return replace(last, act="promise", by="me", clause=(last.clause[0], clause.end), form="request", sure=0.8)

    # one clause

    def _clause(
        self, clause: Clause, segment: Segment, owner: Person | None, speaker: Person | None
    ) -> Statement | None:
        text = clause.text
        skip = len(filler.group()) if (filler := FILLER.match(text)) else 0
        rest = text[skip:]
        folded = fold(rest)
        subject = self._subject.match(folded) if len(folded) == len(rest) else None
        who = subject.group("who") if subject else ""
        if (
            label_act(segment.label) == "promise"
            and not speaker
            and not (subject and acts.match(self._them, text[skip + subject.end() :].lstrip()))
        ):
            return self._promise(clause, skip, errand=True) or self._promising_from(clause, skip, 0, "np", 0.8)
        after = self._predicate_at(text, skip + (subject.end() if subject else 0), bool(subject))
        predicate = text[after:]
        bare = re.split(r"['’]", who)[0]
        if not speaker and len(folded) == len(rest) and (wish := self._wish.match(folded)):
            act: StatementAct = "thank" if wish.group("thank") else "tell"
            return self._build(act, "me", self._addressee(clause), clause, skip + wish.end(), 0.9, "clause")
        if mine := MY_LABEL.match(rest):
            at = skip + mine.end()
            return self._promise(clause, at, errand=False) or self._build(
                "told", "me", owner or self._asker() or self._last, clause, at, 0.8, "clause"
            )
        arrow = bool(ARROW.search(clause.lead))
        if (
            (bare == "i" or not subject)
            and not speaker
            and (promise := self._promise(clause, skip, errand=segment.form in {"bullet", "field", "cell"} or arrow))
        ):
            return promise
        if speaker and (clause.asks or bare in {"i", "we"}):
            if clause.asks:
                return None if PLEASANT.match(rest) else self._build("asked", "them", speaker, clause, skip, 0.8, None)
            return self._theirs(predicate, after, clause, speaker)
        if bare == "i" and not speaker:
            return self._mine(predicate, after, clause, owner)
        if bare == "we":
            return self._match(self._together, predicate, after, clause, "them", owner or self._alone)
        if not subject and not speaker and (led := LED_IN.match(rest)):
            at = skip + led.end()
            return self._did(text[at:].partition(" ")[2], clause, at, owner or self._asker() or self._last)
        if not (bare == "i" and not speaker) and (praised := self._praised(clause, owner, speaker)):
            return praised
        if not subject and (stranger := STRANGER.match(rest)) and not self.scene.mentioned(stranger.group()):
            initial = re.match(r"([A-Z])\.?\s", stranger.group())
            self._last = self.scene.initial(initial.group(1)) if initial else None
            return self._theirs(rest[stranger.end() :], skip + stranger.end(), clause, self._last)
        if arrow and not subject and not speaker and self._question:
            return self._build("told", "me", owner or self._asker(), clause, self._said_at(clause, skip), 0.8, None)
        if subject:
            return self._subjects(who, predicate, after, clause, owner)
        return self._bare(predicate, after, clause, segment, owner, speaker)

    def _praised(self, clause: Clause, owner: Person | None, speaker: Person | None) -> Statement | None:
        """What of mine somebody called the best: `the rope rescue I did was the best he has seen`."""
        found = PRAISE.search(clause.text) or PRAISED_THING.search(clause.text)
        if not found:
            return None
        named = self._named(replace(clause, text=clause.text[: found.start()])) if found.start() else None
        whole = replace(clause, end=clause.start + found.end("thing"), text=clause.text[: found.end("thing")])
        return replace(
            self._build(
                "liked", "them", speaker or named or owner or self._last, whole, found.start("thing"), 0.85, "np"
            ),
            clause=(clause.start, clause.end),
        )

    def _said_at(self, clause: Clause, skip: int) -> int:
        """Where the content behind a bare `said` or `told him` begins."""
        found = acts.match(self._me, clause.text[skip:])
        return skip + found.content if found and found.act == "told" else skip

    def _predicate_at(self, text: str, at: int, subject: bool) -> int:
        if subject:
            for skipped in (ASIDE, ADVERB):
                if found := skipped.match(text[at:]):
                    at += found.end()
            at += len(text[at:]) - len(text[at:].lstrip())
        return at

    def _subjects(self, who: str, predicate: str, at: int, clause: Clause, owner: Person | None) -> Statement | None:
        """A clause whose subject is one of them, or all of them."""
        if re.search(r"['’]d$", who) and (wish := re.match(r"(?:really )?(?:like|love) ", predicate, re.I)):
            form: Form = "inf" if predicate[wish.end() :].lower().startswith("to ") else "np"
            return self._build(
                "asked" if form == "inf" else "wants", "them", self._resolve(who), clause, at + wish.end(), 0.9, form
            )
        if re.split(r"['’]", who)[0] in {"the panel", "everyone", "both", "the team"}:
            return self._theirs(predicate, at, clause, owner)
        person = self._resolve(who)
        self._last = person or self._last
        return self._theirs(predicate, at, clause, person)

    def _resolve(self, who: str) -> Person | None:
        pronoun = re.split(r"['’]", who)[0]
        if pronoun == "they":
            return self._alone
        if pronoun in HE | SHE:
            return self.scene.meant(pronoun, self._last)
        return self.scene.who(who)

    def _theirs(self, predicate: str, at: int, clause: Clause, person: Person | None) -> Statement | None:
        if person and person.part == "other":
            return None
        return (
            self._nested(predicate, at, clause, person)
            or self._match(self._them, predicate, at, clause, "them", person)
            or self._match(self._together, predicate, at, clause, "them", person)
            or self._foreign(clause, person)
            or self._plans(clause, person)
            or self._subject_of(predicate, at, clause, person)
        )

    def _subject_of(self, predicate: str, at: int, clause: Clause, person: Person | None) -> Statement | None:
        """What a name stands beside: `Pieter also on audit findings`, `Amira to get my glossary`, `she's buying a second tank`."""
        if on := ON_SUBJECT.match(predicate):
            return self._build("discussed", "them", person, clause, at + on.end(), 0.8, None)
        if getting := promising.GETTING.match(predicate):
            found = self._build("promise", "me", person, clause, at + getting.end(), 0.8, "np")
            return replace(found, clause=(clause.start, clause.end))
        if (doing := BUYING.match(predicate)) and len(predicate.split()) > 2:
            return self._build("said", "them", person, clause, at + doing.end(), 0.75, "np")
        return None

    def _plans(self, clause: Clause, person: Person | None) -> Statement | None:
        """What the employer has, does or plans, as a whole clause: `they're opening a new wing in November`."""
        skip = len(filler.group()) if (filler := FILLER.match(clause.text)) else 0
        text = clause.text[skip:]
        if not PLANS.match(text) or CONTACT.search(text):
            return None
        return self._build("said", "them", person, clause, skip, 0.8, "clause")

    def _nested(self, predicate: str, at: int, clause: Clause, person: Person | None) -> Statement | None:
        """What somebody said that somebody did: `she says the panel loved the prompt book`."""
        said = re.match(r"(?:said|says|say|told me|mentioned)(?: that)?\s+", predicate, re.I)
        inner = said and self._subject.match(fold(predicate[said.end() :]))
        if not said or not inner or re.split(r"['’]", inner.group("who"))[0] in {"i", "we"}:
            return None
        start = said.end() + inner.end()
        start += len(predicate[start:]) - len(predicate[start:].lstrip())
        found = self._match(self._them, predicate[start:], at + start, clause, "them", person)
        return found if found and found.act in {"liked", "wants"} else None

    def _mine(self, predicate: str, at: int, clause: Clause, owner: Person | None) -> Statement | None:
        """What I asked, told or would love; another clause about me is told, with less certainty."""
        begin = at - len(clause.text[:at]) + clause.text.lower().find("i")
        if NEWS.search(clause.text):
            return self._build("tell", "me", None, clause, begin, 0.8, "clause")
        person = owner or self._asker() or self._last
        return (
            self._match(self._keen, predicate, at, clause, "me", person)
            or self._match(self._me, predicate, at, clause, "me", self._named(clause) or person)
            or self._did(predicate, clause, begin, person)
        )

    def _did(self, predicate: str, clause: Clause, at: int, person: Person | None) -> Statement | None:
        """Something I did: part of the interview where it was hands-on, else a thing told, with less certainty."""
        tokens = tag(predicate)
        doing = (
            self._hands_on and bool(tokens) and verb_lemma(tokens[0].text) in HANDIWORK and not PAST.search(predicate)
        )
        return self._build("event" if doing else "told", "me", person, clause, at, 0.8 if doing else 0.6, "clause")

    def _named(self, clause: Clause) -> Person | None:
        return next((person for person in self.scene.mentioned(clause.text) if person.part == "interviewer"), None)

    def _addressee(self, clause: Clause) -> Person | None:
        return self._named(clause) or self._last

    def _bare(
        self, predicate: str, at: int, clause: Clause, segment: Segment, owner: Person | None, speaker: Person | None
    ) -> Statement | None:
        """A clause with no subject: the verb tells who; a fragment belongs to whoever heads the line."""
        if sending := SEND_ME.match(predicate):
            return replace(
                self._build("asked", "them", speaker or owner or self._last, clause, at + sending.end(), 0.5, "np"),
                form="request",
            )
        if TO_ME.match(predicate):
            return self._theirs(predicate, at, clause, owner or self._last)
        if asked := self._match(
            [entry for entry in self._them if entry[0] == "asked"], predicate, at, clause, "them", owner or self._last
        ):
            return asked
        if found := self._match(self._together, predicate, at, clause, "them", owner):
            return found
        verb = (fold(predicate).split() or [""])[0]
        if (
            verb in MINE_TO_TELL
            or (verb in {"said", "say"} and (self._question or re.search(r"\b(?:i|i'd|i'm|my)\b", fold(predicate))))
        ) and (
            mine := self._match(
                self._me, predicate, at, clause, "me", self._named(clause) or owner or self._asker() or self._last
            )
        ):
            return mine
        found = self._match(self._them, predicate, at, clause, "them", owner or self._last)
        if found and (owner or found.act != "wants" or BARE_WANT.match(predicate)):
            return found
        if foreign := self._foreign(clause, owner):
            return foreign
        if there := THERE_IS.match(clause.text):
            return self._build("said", "them", owner or speaker, clause, there.end(), 0.75, "np")
        if plans := None if speaker else self._plans(clause, owner):
            return plans
        tags = tag(predicate)
        if tags and tags[0].tag == "VBD" and verb_lemma(tags[0].text) and not speaker:
            return self._did(predicate, clause, at, owner or self._asker() or self._last)
        found = self._fragment(predicate, at, clause, segment, owner, speaker)
        return (
            replace(
                found,
                fragment=found.act in {"discussed", "said"}
                and not clause.asks
                and (label_act(segment.label) or "discussed") == "discussed",
            )
            if found
            else None
        )

    def _fragment(
        self, predicate: str, at: int, clause: Clause, segment: Segment, owner: Person | None, speaker: Person | None
    ) -> Statement | None:
        labelled = label_act(segment.label)
        if labelled in {"asked", "said", "wants", "liked", "discussed"}:
            return self._build(labelled, "them", owner, clause, at, 0.8, None)  # type: ignore[arg-type]
        if speaker is not None:
            asked = clause.asks or WH.match(predicate)
            if PLEASANT.match(predicate) or len(predicate.split()) <= 2:
                return None
            return self._build("asked" if asked else "said", "them", speaker, clause, at, 0.7, None)
        if self._answers_question(predicate, clause, segment):
            return self._build("told", "me", owner or self._asker(), clause, at, 0.75, None)
        asks = bool(clause.asks or WH.match(predicate) or YES_NO.match(predicate))
        if owner is not None:
            return self._build("asked" if asks else "discussed", "them", owner, clause, at, 0.8, None)
        if segment.form != "heading" and (planned := PLANNED_THING.match(predicate)):
            return self._build(
                "said", "them", None, clause, at, 0.6, "np" if planned.group("verb") is None else "clause"
            )
        if segment.form in {"bullet", "field"}:
            sure = 0.6 if self._alone or labelled else 0.5 if segment.line > 2 else 0.4
            return self._build("asked" if asks else "discussed", "them", self._alone, clause, at, sure, None)
        return None

    def _answers_question(self, predicate: str, clause: Clause, segment: Segment) -> bool:
        """Whether a fragment stands where my answer to the open question stands: on its line, and no reaction of theirs."""
        if not self._question or clause.asks or WH.match(predicate) or NO_ANSWER.search(predicate):
            return False
        question, line = self._found[self._question[0]], self._question[1]
        return (
            question.act == "asked"
            and question.by == "them"
            and segment.line == line
            and len(predicate.split()) > 1
            and (question.form == "wh" or len(predicate.split()) > 3)
        )

    # promises

    def _promise(self, clause: Clause, skip: int, *, errand: bool) -> Statement | None:
        text = clause.text[skip:]
        last = self._found[-1] if self._found else None
        if (
            last
            and self._promising.handed(text)
            and 0 <= clause.start - last.end < 4
            and last.act in {"discussed", "told", "said", "wants"}
        ):
            self._found.pop()
            return replace(
                last,
                act="promise",
                by="me",
                end=clause.end,
                clause=(last.clause[0], clause.end),
                form="np",
                sure=0.7,
                person=self._whom(clause, last.person),
                answers=None,
            )
        found = self._promising.find(text, errand=errand, answering=self._question is not None and self._dialogue)
        return self._promising_from(clause, skip, found.at, found.form, found.sure) if found else None

    def _whom(self, clause: Clause, otherwise: str | None) -> str | None:
        named = self._named(clause)
        return named.name if named else otherwise

    def _promising_from(self, clause: Clause, skip: int, lead: int, form: Form, sure: float) -> Statement:
        addressee = self._addressee(clause)
        name = (addressee.name or None) if addressee else None
        return Statement(
            "promise", "me", name, clause.start + skip + lead, clause.end, (clause.start + skip, clause.end), form, sure
        )

    # building

    def _match(
        self, table: Table, predicate: str, at: int, clause: Clause, by: SaidBy, person: Person | None
    ) -> Statement | None:
        found = acts.match(table, predicate)
        return self._build(found.act, by, person, clause, at + found.content, 0.9, found.form) if found else None

    def _foreign(self, clause: Clause, person: Person | None) -> Statement | None:
        found = acts.abroad(clause.text, self.scene.names)
        if found is None:
            return None
        named = next(iter(self.scene.mentioned(found.subject)), None)
        if named and found.by == "them":
            self._last = named
        who = named or person or (self._asker() if found.by == "me" else None) or self._last
        return self._build(
            found.act, found.by, who, clause, found.content, 0.6, None if found.act != "told" else "clause"
        )

    def _build(
        self,
        act: StatementAct,
        by: SaidBy,
        person: Person | None,
        clause: Clause,
        at: int,
        sure: float,
        form: Form | None,
    ) -> Statement:
        content = clause.text[max(at, 0) :]
        if form is None:
            form = "wh" if WH.match(content) or (act == "asked" and YES_NO.match(content)) else "np"
        if by == "them" and act in {"wants", "asked"} and promising.may_be_asked_of_me(content):
            form = "request"
        start = clause.start + max(at, 0)
        return Statement(
            act,
            by,
            (person.name or None) if person else None,
            start,
            clause.end,
            (clause.start, clause.end),
            form,
            sure,
        )


def read(scene: Scene, segments: Sequence[Segment]) -> tuple[Statement, ...]:
    """The statements of the notes' segments, in order; `answers` indexes into the result."""
    hands_on = any(PRACTICAL.search(segment.text) for segment in segments)
    return StatementReader(scene, hands_on=hands_on).read(segments)
