"""Who did what with which words: the notes' clauses as speech acts.

    segment --> clauses --> subject + verb of a speech act --> Statement(act, by, person, content span)

A clause without a verb is a fragment: under a person's name it is something that was discussed with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from assistant import prompts
from assistant.brief import Person, SaidBy
from assistant.reading.scene import HE, SHE, Scene, agrees, fold
from assistant.reading.segments import Segment
from assistant.language.tagging import tag, verb_lemma

StatementAct = Literal["asked", "said", "told", "discussed", "showed", "liked", "wants", "event", "keen", "thank", "tell", "gave", "promise"]
Form = Literal["np", "wh", "inf", "clause"]

FILLER = re.compile(
    r"^(?:(?:and|but|so|then|also|plus|um+|uh+|er+m?|okay|ok|right|well|anyway|yeah|like|oh|basically|actually|apparently|btw|nb|ps"
    r"|later|first|next|finally|at the end|after that|maybe|think|i think|we then|then we)\b[,:\s]*)+",
    re.I,
)
ASIDE = re.compile(r"^\s*(?:\([^)]*\)|,\s*(?:the|our|their|my|head|lead|senior|chief|director|manager)\b[^,]{0,40},)")
ADVERB = re.compile(r"^\s*(?:(?:also|then|really|mostly|mainly|just|kept|first|finally|seemed|even|both|all|always|only|clearly|immediately)\s+)+", re.I)
WH = re.compile(r"^(?:exactly |specifically )?(how|why|what|when|where|which|who|whether|if)\b", re.I)
STOP = re.compile(r"(?<![\d.])[.!?]+(?=\s|$)|[;\n]+|\s[–—-]{1,2}\s|\s*(?:→|->|=>|—>|–>)\s*|\.{3,}|…|\s*\((?=(?:he|she|they|i|we)\b)|\)|:\s+(?=(?:he|she|they|i|we)\b)", re.I)
MY_LABEL = re.compile(r"^(?:me|i|my answer|answer|i said|said)\s*[:=]\s*", re.I)
WISH = re.compile(
    r"^(?:(?:just|i want to|i wanna|i'd like to|want to|wan|remember to|so i want to|please|also)\s+)*(?:(?P<thank>thank) (?:him|her|them|NAME)(?: again)? for|(?:tell|let) (?:him|her|them|NAME)(?: know)?(?: that)?(?=\s+(?:i|my)\b)|(?:mention|say|add)(?: that)?(?=\s+i\b))\s+",
    re.I,
)
YES_NO = re.compile(r"^(?:would|wd|could|can|will|do|did|am|are|have|should) (?:i|you)\b", re.I)
PAST = re.compile(r"\b(?:course|degree|training|qualification|apprenticeship|job|years?|yrs|last place|level \d|guilds)\b", re.I)
HANDIWORK = frozenset(
    "do make sing play steam cook teach drive run cut bake serve work prepare demonstrate read perform build weld ride climb translate lift change wash chop peel"
    " arrange style shave coach lead draw fix repair fit wire plaster paint mix pour brew plate fillet sew pin press fold measure weigh pack sort stack load".split()
)
PLANS = re.compile(
    r"^(?:they(?:['’](?:re|ve|ll))?|we(?:['’](?:re|ve|ll))?|the (?:team|ward|school|shop|company|firm|office|practice|site|home|charity|club|hotel|restaurant|department|group|council|hospital|clinic|studio|theatre|museum|library|factory|plant|farm|kitchen|branch|unit|service))\s+\w+",
    re.I,
)
SOUR = re.compile(
    r"\b(?:was|were|lost|losing|leaving|left|sick|wrong|broken?|failed|failing|behind|poor|mess|complain\w*|closed|closing|problem|short|late|scared|war|fight\w*|broke|quit|sacked|fired|struggl\w*|worried|behind|badly|awful|hate|sued|debt|cuts?|damp|chose|chosen|went with|gone with|someone else|appointed|other candidate|gracious|nice|kind|friendly|lovely|polite|never|can't|don't|didn't|won't)\b",
    re.I,
)
CONTACT = re.compile(r"\b(?:ring|call|phone|text|email|mail|write|reply|answer|tell me|let (?:me|you|us)|get back|come back|be in touch|hear|decide|know (?:by|on|after)|offer|kept me|keep me|reckon|think|say|said|seemed|pay|liked|asked|gave me|told|introduced|interview\w*|seeing|meets?|meeting|trustees|committee|news|speak|pick|hope to|got (?:one|two|three|four|\d+) more)\b", re.I)
TO_ME = re.compile(r"(?:showed|told|gave|walked|took|asked|let|wanted|thanked)\s+(?:me|us)\b", re.I)
NEWS = re.compile(r"\b(?:since then|since (?:we|i|the|that)|just|now)\b.*\b(?:passed|finished|completed|qualified|earned|renewed|booked|gained|been awarded|got my)\b|\b(?:have|'ve) (?:since |just |now )?(?:passed|finished|completed|qualified|gained|renewed)\b", re.I)
ARROW = re.compile(r"(?:→|->|=>|—>|–>)\s*$")
PROMISING = re.compile(
    r"(?:(?:i\s+)?(?:said|say|told?(?: him| her| them| \w+)?|tell(?: him| her| them| \w+)?|promised|agreed|offered|undertook)\s+(?:(?:yes|yeah|sure|ok|okay|that),?\s+)*)?"
    r"(?:i\s*(?:'ll|'d|ll|d|will|would|am to|'m to|m to|am going to|'m going to|can|could|have to|need to|must|should|promised to|agreed to|offered to|undertook to)"
    r"|(?:promised|agreed|offered|undertook|need|have|got|remember|must|going|am|supposed) to"
    r"|will(?= (?:send|email|e-mail|mail|forward|share|bring|post|drop|text)\b)|i(?= (?:send|bring|email|mail|forward|text|post)\b)|i suppose(?= send))\s+",
    re.I,
)
PROMISED = re.compile(r"(?:i |i've |have )?(?:promised|owe|i owe)(?: to)?\s+(?:(?:him|her|them|NAME)\s+)?(?=(?:the|my|a|an|some|that|\d|NAME)\b)", re.I)
ABROAD = re.compile(r"(?:prometí|prometi|promis|j'ai promis|le prometí|quedé en|tengo q(?:ue)? mandar|le tengo q(?:ue)? mandar|envio|envío|enviar|mando|ich schicke|versprochen|je dois envoyer|ho promesso)\b", re.I)
FIRM = re.compile(r"'ll|ll\b|will|promised|agreed|offered|undertook|(?:am|'m|m|need|have|got|must|supposed) to", re.I)
SENDING = re.compile(r"(?:send|email|e-mail|mail|forward|share|post|drop|flick|pass|ping|text|photograph|scan|provide)\b(?! \d)", re.I)
DUE = re.compile(r"\b(?:by|before|tonight|today|tomorrow|tmrw|this (?:week|evening|afternoon)|next week|over the weekend|(?:on )?(?:mon|tue|wed|thu|fri|sat|sun)\w*)\b", re.I)
ERRAND = re.compile(r"(?:send|email|e-mail|mail|forward|post|bring|upload|submit)\s+(?!(?:me|us)\b)\w+", re.I)
DELIVER = re.compile(
    r"\b(?:send|sends|email|e-mail|mail|forward|share|post|drop|bring|flick|get|pass|ping|text|whatsapp|provide|submit|upload|write up|sketch|draft|ring|call|confirm|let (?:him|her|them|you|\w+) know|follow up|come back|dig out|put together|give|fax|deliver|show|prepare|introduce|connect|arrange|check|photograph|scan|copy|do|make)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One speech act: the content is notes[start:end]; `clause` is the whole stretch it was read from."""

    act: StatementAct
    by: SaidBy
    person: str | None
    start: int
    end: int
    clause: tuple[int, int]
    form: Form
    sure: float
    direct: bool = False
    """True where these are the other side's own words (a transcript, a pasted mail): `you` is the candidate."""
    answers: int | None = None
    """Index of the statement (a question) that this one answers."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of one segment with one verb at most; `arrow` when an arrow leads into it."""

    start: int
    end: int
    text: str
    arrow: bool
    asks: bool
    """Whether a question mark ends it."""


@cache
def _acts() -> dict[str, list[tuple[StatementAct, str]]]:
    data = prompts.read_toml(prompts.folder() / "reading" / "acts.toml")
    return {side: [(entry["act"], entry["words"]) for entry in data[side]] for side in ("them", "together", "me", "keen")}


@cache
def _links() -> tuple[str, str]:
    links = prompts.read_toml(prompts.folder() / "reading" / "acts.toml")["links"]
    return links["about"], links["wh"]


@cache
def _labels() -> dict[str, str]:
    labels = prompts.read_toml(prompts.folder() / "reading" / "acts.toml")["labels"]
    return {word: act for act, words in labels.items() for word in words}


LABELLED = re.compile(r"^(?P<who>[\w.' -]{1,30}?) (?P<act>asked|asks|said|says|wants|wanted|needs|liked|mentioned|asked about)$", re.I)


LABEL_CUES = (
    (r"\b(?:i|my|me)\b.*\b(?:said|answer\w*|told|repl\w+)|\bmy (?:answer|reply|response)", "told"),
    (r"\bask\w*|\bquestions?\b|preguntó|perguntou|fragte|demandé", "asked"),
    (r"\b(?:liked?|loved|impressed)\b", "liked"),
    (r"\b(?:role ?play|scenario|case study|exercise)\b", "asked"),
    (r"\b(?:wants?|needs?|looking for)\b", "wants"),
    (r"\bsays?\b|\bsaid\b", "said"),
    (r"\b(?:do|does|position|title|role|job|dept|department|team|function|puesto|cargo|função)\b", "skip"),
    (r"\b(?:send|owe|promis\w+|follow.?up|to (?:take|bring|do|email))\b", "promise"),
)


def label_act(label: str | None) -> str | None:
    """What a line's label says its content is: asked, discussed, ..., `skip`, or nothing for an unknown label."""
    if not label:
        return None
    label = re.sub(r"\s*\(.*?\)", "", label)
    named = LABELLED.match(label.strip(" *:-?"))
    key = fold(named.group("act") if named else label).strip(" *:-?")
    return _labels().get(key) or next((act for pattern, act in LABEL_CUES if re.search(pattern, key)), None)


class StatementReader:
    """Reads the statements of one set of notes; keeps who was spoken of last, for pronouns."""

    def __init__(self, scene: Scene, *, hands_on: bool = False) -> None:
        """`hands_on` is true for a trial, an audition or a practical: what I did there is part of the interview."""
        self.scene, self._hands_on = scene, hands_on
        self._dialogue = False
        self._line: tuple[int, Person | None] = (-1, None)
        self._last: Person | None = scene.interviewers[0] if len(scene.interviewers) == 1 else None
        names = scene.names
        subject = rf"(?:(?:i|we|he|she|they|the panel|everyone|the team|both)(?:['’](?:d|ll|m|ve|s|re))?|{names})"
        lead = r"(?:told|tell|said|asked|asks|ask|explained|showed|mentioned|liked?s?|loved?s?|wants?|wanted|needs?|promised|talked|discussed|described|gave|walked me)"
        self._split = re.compile(
            rf"(?:,\s*(?:(?:and|but|so|then|um|uh)\s+)*|\s+and that\s+(?=there|they|he|she|we)|\s+(?:and|but|so|then|um|uh|okay so)\s+(?:(?:then|also|so|uh|um)\s+)*)(?=there\s+(?:is|are|will|was)\b|(?:{subject}\s+(?:also\s+|then\s+|really\s+)?[\w']+)|(?:then |also )?{lead}\b)",
        )
        self._promised = re.compile(PROMISED.pattern.replace("NAME", names), re.I)
        self._wish = re.compile(WISH.pattern.replace("NAME", names), re.I)
        self._subject = re.compile(rf"(?P<who>{subject})(?!\w)", re.I)
        self._them = [(act, re.compile(rf"^{words}(?![\w'])", re.I)) for act, words in _acts()["them"]]
        self._together = [(act, re.compile(rf"^{words}(?![\w'])", re.I)) for act, words in _acts()["together"]]
        self._me = [(act, re.compile(rf"^{words.replace('NAME', names)}(?![\w'])", re.I)) for act, words in _acts()["me"]]
        self._keen = [(act, re.compile(rf"^{words}(?![\w'])", re.I)) for act, words in _acts()["keen"]]
        about, wh = _links()
        self._about = re.compile(rf"^\s*{about}\s+", re.I)
        self._wh = re.compile(rf"^\s*{wh}\b", re.I)

    def read(self, segments: Sequence[Segment]) -> tuple[Statement, ...]:
        """The statements of all segments, in the order of the notes."""
        found: list[Statement] = []
        speakers = {segment.speaker for segment in segments if segment.form == "turn" and segment.speaker}
        self._dialogue = any((person := self.scene.who(name)) and person.part == "interviewer" for name in speakers)
        for segment in segments:
            if segment.form in {"boilerplate", "header"} or label_act(segment.label) == "skip":
                continue
            found.extend(self._segment(segment, found))
        return tuple(found)

    def _segment(self, segment: Segment, before: list[Statement]) -> Iterator[Statement]:
        owner = self.scene.who(segment.owner) or self._labelled(segment.label) or self._heads_line(segment)
        speaker = None if self.scene.is_me(segment.speaker) else self.scene.who(segment.speaker)
        if segment.speaker and not self.scene.is_me(segment.speaker) and (not speaker or speaker.part == "other"):
            if segment.form == "turn" and self._known_friend(segment.speaker):
                return
        if owner or speaker:
            self._last = owner or speaker
        count = len(before)
        question: int | None = None
        headed = None if owner or speaker else self.scene.heads(segment.text)
        for clause in self.clauses(segment):
            if headed and clause.start < segment.start + headed[1]:
                if clause.end <= segment.start + headed[1]:
                    continue
                start = segment.start + headed[1]
                clause = replace(clause, start=start, text=segment.text[headed[1] : clause.end - segment.start])
            statement = self._clause(clause, segment, headed[0] if headed else owner, speaker)
            if statement is None:
                continue
            if speaker and statement.by == "them":
                statement = replace(statement, direct=True)
            if clause.arrow and statement.act in {"discussed", "said", "told"}:
                statement = replace(statement, act="told", by="me", answers=question)
            elif statement.act == "told" and question is not None:
                statement = replace(statement, answers=question)
            if statement.by == "them" or statement.act == "discussed":
                question = count
            count += 1
            yield statement

    def _heads_line(self, segment: Segment) -> Person | None:
        """The person whose name opened this line of notes: `Krisztina - quality. tool control, ...`."""
        opens = self.scene.opens(segment.text)
        if opens and segment.form == "prose" and any(token.tag.startswith(("VB", "MD")) for token in tag(segment.text)):
            opens = None
        if opens or segment.line != self._line[0]:
            self._line = (segment.line, opens)
        return None if opens else self._line[1]

    def _labelled(self, label: str | None) -> Person | None:
        """The person in a label such as `JV asked`, `Q (Lynn, branch rep)` or `Anthony's pain`."""
        if not label or len(label.split()) > 8:
            return None
        named = LABELLED.match(label.strip(" *:-?"))
        asker = re.match(r"(?:q|question)\w*\s*\((.+)\)", label, re.I)
        return self.scene.who(named.group("who") if named else asker.group(1) if asker else label)

    def _spoken(self, segment: Segment) -> bool:
        """Whether the segment is the other side's own speech, which is taken sentence by sentence."""
        return bool(segment.speaker) and not self.scene.is_me(segment.speaker) and self.scene.who(segment.speaker) is not None

    def _known_friend(self, speaker: str) -> bool:
        person = self.scene.who(speaker)
        return person is None or person.part == "other"

    def clauses(self, segment: Segment) -> list[Clause]:
        """The clauses of a segment, split at stops, arrows and before a new subject with its verb."""
        cuts = {(match.start(), match.end()) for match in STOP.finditer(segment.text)}
        folded = fold(segment.text)
        if len(folded) == len(segment.text) and not self._spoken(segment):
            cuts |= {(match.start(), match.end()) for match in self._split.finditer(folded)}
        found: list[Clause] = []
        at, arrow = 0, False
        for start, end in [*sorted(cuts), (len(segment.text), len(segment.text))]:
            if start < at:
                continue
            piece = segment.text[at:start]
            lead = len(piece) - len(piece.lstrip(" \t,:;-–—*•·\"“”"))
            text = piece[lead:].rstrip(" \t,:;-–—\"“”")
            if text:
                begin = segment.start + at + lead
                found.append(Clause(begin, begin + len(text), text, arrow, "?" in segment.text[start:end]))
            arrow = bool(ARROW.search(segment.text[start:end]))
            at = end
        return found

    def _clause(self, clause: Clause, segment: Segment, owner: Person | None, speaker: Person | None) -> Statement | None:
        text = clause.text
        skip = len(filler.group()) if (filler := FILLER.match(text)) else 0
        rest = text[skip:]
        if label_act(segment.label) == "promise" and not speaker:
            return self._promise(clause, skip, errand=True) or self._promising(clause, skip, 0, "np", 0.8)
        subject = self._subject.match(fold(rest)) if len(fold(rest)) == len(rest) else None
        who = subject.group("who") if subject else ""
        after = skip
        if subject:
            after += subject.end()
            if aside := ASIDE.match(text[after:]):
                after += aside.end()
            if adverb := ADVERB.match(text[after:]):
                after += adverb.end()
            after += len(text[after:]) - len(text[after:].lstrip())
        predicate = text[after:]
        bare = re.split(r"['’]", who)[0]
        if not speaker and (wish := self._wish.match(fold(rest)) if len(fold(rest)) == len(rest) else None):
            person = self._addressee(clause)
            return self._build("thank" if wish.group("thank") else "tell", "me", person, clause, skip + wish.end(), 0.9, "clause")
        if mine := MY_LABEL.match(rest):
            return self._build("told", "me", owner or self._last, clause, skip + mine.end(), 0.8, "clause")
        if (bare == "i" or not subject) and not speaker and (promise := self._promise(clause, skip, segment.form in {"bullet", "field", "cell"} or bool(clause.arrow))):
            return promise
        if speaker and clause.asks:
            return self._build("asked", "them", speaker, clause, skip, 0.8, None)
        if speaker and bare in {"i", "we"}:
            return self._theirs(predicate, after, clause, speaker)
        if bare == "we":
            alone = self.scene.interviewers[0] if len(self.scene.interviewers) == 1 else None
            return self._match(self._together, predicate, after, clause, "them", owner or alone)
        if bare in {"the panel", "everyone", "both", "the team"}:
            return self._theirs(predicate, after, clause, owner)
        if bare == "i":
            return self._mine(predicate, after, clause, segment)
        if re.search(r"['’]d$", who) and (wish := re.match(r"(?:really )?(?:like|love) ", predicate, re.I)):
            person = self._resolve(who)
            form: Form = "inf" if predicate[wish.end() :].lower().startswith("to ") else "np"
            return self._build("asked" if form == "inf" else "wants", "them", person, clause, after + wish.end(), 0.9, form)
        if subject:
            person = self._resolve(who)
            if person:
                self._last = person
            return self._theirs(predicate, after, clause, person)
        return self._bare(predicate, after, clause, segment, owner, speaker)

    def _resolve(self, who: str) -> Person | None:
        pronoun = re.split(r"['’]", who)[0]
        if pronoun == "they":
            return self.scene.interviewers[0] if len(self.scene.interviewers) == 1 else None
        if pronoun in HE | SHE:
            return self._last if self._last and agrees(self._last, pronoun) else None
        return self.scene.who(who)

    def _theirs(self, predicate: str, at: int, clause: Clause, person: Person | None) -> Statement | None:
        if person and person.part == "other":
            return None
        nested = self._nested(predicate, at, clause, person)
        return (
            nested
            or self._match(self._them, predicate, at, clause, "them", person)
            or self._match(self._together, predicate, at, clause, "them", person)
            or self._plans(clause, person)
        )

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

    def _mine(self, predicate: str, at: int, clause: Clause, segment: Segment) -> Statement | None:
        """What I asked, told or would love; another clause about me is told, with less certainty."""
        if NEWS.search(clause.text):
            return self._build("tell", "me", None, clause, clause.text.lower().find("i"), 0.8, "clause")
        return (
            self._match(self._keen, predicate, at, clause, "me", self._last)
            or self._match(self._me, predicate, at, clause, "me", self._addressee(clause))
            or self._did(predicate, clause, clause.text.lower().find("i"), self._last)
        )

    def _did(self, predicate: str, clause: Clause, at: int, person: Person | None) -> Statement | None:
        """Something I did: part of the interview where it was hands-on, else a thing told, with less certainty."""
        tokens = tag(predicate)
        doing = self._hands_on and bool(tokens) and verb_lemma(tokens[0].text) in HANDIWORK and not PAST.search(predicate)
        return self._build("event" if doing else "told", "me", person, clause, at, 0.8 if doing else 0.6, "clause")

    def _addressee(self, clause: Clause) -> Person | None:
        named = [person for person in self.scene.mentioned(clause.text) if person.part == "interviewer"]
        return named[0] if named else self._last

    def _bare(
        self, predicate: str, at: int, clause: Clause, segment: Segment, owner: Person | None, speaker: Person | None
    ) -> Statement | None:
        """A clause with no subject: the verb tells who; a fragment belongs to whoever heads the line."""
        labelled = label_act(segment.label)
        if TO_ME.match(predicate):
            return self._theirs(predicate, at, clause, owner or self._last)
        asked = self._match(self._them[:6], predicate, at, clause, "them", owner or self._last)
        if asked:
            return asked
        if found := self._match(self._together, predicate, at, clause, "them", owner):
            return found
        verb = (fold(predicate).split() or [""])[0]
        if verb in {"told", "explained", "described", "gave", "answered", "showed", "shared", "talked", "brought", "walked"} or (
            verb in {"said", "say"} and re.search(r"\b(?:i|i'd|i'm|my)\b", fold(predicate))
        ):
            if mine := self._match(self._me, predicate, at, clause, "me", self._addressee(clause) or owner):
                return mine
        found = self._match(self._them, predicate, at, clause, "them", owner or self._last)
        if found and (owner or found.act != "wants"):
            return found
        if there := re.match(r"(?:and |so |also )?there(?:['’]s| is| are| will be|s)\s+(?=(?:a|an|some|new|\d|two|three|four)\b)", clause.text, re.I):
            return self._build("said", "them", owner, clause, there.end(), 0.75, "np")
        if plans := None if speaker else self._plans(clause, owner):
            return plans
        tags = tag(predicate)
        if tags and tags[0].tag == "VBD" and verb_lemma(tags[0].text):
            return self._did(predicate, clause, at, owner or self._last)
        return self._fragment(predicate, at, clause, segment, owner, speaker, labelled)

    def _fragment(
        self, predicate: str, at: int, clause: Clause, segment: Segment, owner: Person | None, speaker: Person | None, labelled: str | None
    ) -> Statement | None:
        if labelled == "promise":
            return self._promising(clause, at, 0, "clause" if DELIVER.match(predicate) else "np", 0.8)
        if self._dialogue and self.scene.is_me(segment.speaker) and segment.form == "turn":
            return None
        if labelled == "told":
            return self._build("told", "me", owner, clause, at, 0.7, None)
        if labelled in {"asked", "said", "wants", "liked", "discussed"}:
            return self._build(labelled, "them", owner, clause, at, 0.8, None)  # type: ignore[arg-type]
        if speaker is not None:
            asked = clause.asks or WH.match(predicate)
            return self._build("asked" if asked else "said", "them", speaker, clause, at, 0.7, None) if len(predicate.split()) > 2 else None
        if owner is not None and segment.label and fold(segment.label) != fold(segment.owner or "") and label_act(segment.label) == "skip":
            return None
        if owner is not None:
            return self._build("asked" if WH.match(predicate) or YES_NO.match(predicate) else "discussed", "them", owner, clause, at, 0.8, None)
        if segment.form in {"bullet", "field"}:
            alone = self.scene.interviewers[0] if len(self.scene.interviewers) == 1 else None
            return self._build("asked" if WH.match(predicate) else "discussed", "them", alone, clause, at, 0.6 if alone or labelled else 0.5 if segment.line > 2 else 0.4, None)
        return None

    def _promise(self, clause: Clause, skip: int, errand: bool) -> Statement | None:
        rest = clause.text[skip:]
        plain = rest.replace("’", "'")
        lead = PROMISING.match(plain)
        if lead and DELIVER.match(plain[lead.end() :]) and (FIRM.search(lead.group()) or SENDING.match(plain[lead.end() :]) or DUE.search(plain)):
            return self._promising(clause, skip, lead.end(), "clause", 0.9)
        folded = fold(plain)
        if len(folded) == len(plain) and (lead := self._promised.match(folded)):
            return self._promising(clause, skip, lead.end(), "np", 0.9)
        if errand and ERRAND.match(plain):
            return self._promising(clause, skip, 0, "clause", 0.8)
        if lead := ABROAD.match(plain):
            return self._promising(clause, skip, lead.end(), "clause", 0.4)
        return None

    def _promising(self, clause: Clause, skip: int, lead: int, form: Form, sure: float) -> Statement:
        addressee = self._addressee(clause)
        name = addressee.name if addressee else None
        return Statement("promise", "me", name, clause.start + skip + lead, clause.end, (clause.start + skip, clause.end), form, sure)

    def _match(
        self,
        table: Iterable[tuple[StatementAct, re.Pattern[str]]],
        predicate: str,
        at: int,
        clause: Clause,
        by: SaidBy,
        person: Person | None,
    ) -> Statement | None:
        for act, pattern in table:
            if found := pattern.match(predicate.replace("’", "'")):
                rest = predicate[found.end() :]
                about = self._about.match(rest)
                content = at + found.end() + (about.end() if about else len(rest) - len(rest.lstrip()))
                tail = clause.text[content:]
                if not tail.strip() or tail.strip().lower() == "to":
                    return None
                if act == "asked" and re.search(r"\bme$", found.group(), re.I) and tail.lower().startswith("to "):
                    return self._build(act, by, person, clause, at + found.end() - 2, 0.9, "clause")
                if act == "liked" and (best := re.search(r",?\s*(?:particularly|especially|above all|mostly)\s+", tail, re.I)):
                    content += best.end()
                    tail = clause.text[content:]
                form: Form | None = "wh" if WH.match(tail) or YES_NO.match(tail) else "inf" if tail.lower().startswith("to ") else "np" if about else None
                if act == "asked" and form is None and not tail.lower().startswith("for "):
                    form = "np"
                if act == "told" and form is None:
                    form = "clause"
                return self._build(act, by, person, clause, content, 0.9, form)
        return None

    def _build(
        self, act: StatementAct, by: SaidBy, person: Person | None, clause: Clause, at: int, sure: float, form: Form | None
    ) -> Statement:
        content = clause.text[max(at, 0) :]
        if form is None:
            form = "wh" if WH.match(content) else "np"
        start = clause.start + max(at, 0)
        return Statement(act, by, person.name if person else None, start, clause.end, (clause.start, clause.end), form, sure)


PRACTICAL = re.compile(r"\b(?:trial|audition|practical|taster|demo lesson|test piece|assessment drive|work(?:ing)? interview|bench test|tryout|try-out|headset)\b", re.I)


def read(scene: Scene, segments: Sequence[Segment]) -> tuple[Statement, ...]:
    """The statements of the notes' segments, in order; `answers` indexes into the result."""
    hands_on = any(PRACTICAL.search(segment.text) for segment in segments)
    return StatementReader(scene, hands_on=hands_on).read(segments)
