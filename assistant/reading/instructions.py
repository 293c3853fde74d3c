"""How, when, whom and what to write: what the employer asked for and what candidates tell themselves.

Each rule is a pattern with the kind of instruction that it shows; the words kept are the smallest clause round it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from assistant.brief import Channel, Instruction, InstructionKind, Person, Span
from assistant.reading import bans, clauses, injection, instruction_rules, timeframes
from assistant.reading.instruction_rules import ADDRESS, CHANNELS, NAME, NUMBER, SPOKEN_ADDRESS, Rule
from assistant.reading.segments import Segment

_LABEL = re.compile(
    r"(?i)^\W*(?:register|tone|language|style|length|sprache|idioma|langue|ton|format|wording|formality|lengua|língua"
    r"|ngôn\s+ngữ|voice|spelling|(?:to\s+)?say|(?:must|should)\s+(?:say|mention|include)|(?:to\s+)?(?:mention"
    r"|include)|in\s+the\s+(?:e-?mail|message|note)|do|subject(?:\s+line)?)\W*$"
)
_WAIT = re.compile(
    r"""(?xi)(?<!\w)(?:not\s+(?:be\s+in\s+touch\s+)?(?:before|until|till) | no\s+(?:earlier|sooner)\s+than
    | (?:please\s+)?(?:don['’]?t|dont|do\s+not|never|no\s+need\s+to|not\s+to)\s+(?:\w+\s+){1,5}?(?:until|till|before)
    | (?:wait|hold\s+(?:off|on|fire))\s+(?:\w+\s+){0,3}?(?:until|till|for|before)
    | no\s+(?:contact|chas\w+|calls?|e-?mails?|messages?|follow[\s-]*ups?)\s+(?:\w+\s+){0,4}?(?:before|until|till)
    | nothing\s+(?:before|until|till)
    | (?:leave|give|let)\s+(?:it|me|us|them|her|him)\s+(?:\w+\s+){0,2}?(?:until|till|to)
    | (?:nobody|no\s+one)\s+\w+\s+(?:\w+\s+){0,3}?(?:before|until|till)
    | only\s+(?:contact|call|write|ring|email|chase|follow\s+up)\s+(?:\w+\s+)?(?:after|from|once)
    | (?:away|on\s+leave|on\s+holiday|unreachable|offline|not\s+(?:in|available|reachable))\s+(?:until
      |till)(?=[^.;]*(?:so\s+(?:don|not|no|wait|leave))) | nicht\s+vor | erst\s+(?:ab|nach) | pas\s+avant
      | no\s+antes\s+de[l]? | não\s+antes\s+d[eoa] | không\s+(?:\w+\s+)?trước )(?!\w)"""
)
_CONTACT = re.compile(
    r"@|\d{5}|mail|phon|\bcalls?\b|calling|\bring|\btxt|\btext|whats|wapp|linked|portal|message|\bmsg|messenger"
    r"|letter|writ|repl[yi]|respon|contact|correo|courriel|courrier|thư|zalo|schreib|anruf|llam|appel|gọi|nhắn"
    r"|thank|send|rout|through|\bthru\b|\bvia\b|\bcc\b|\bcopy|direct|attention|\bfao\b|c/o|address|pass|each"
    r"|individual|panel|only|website|form\b|sms|letter|post\b|ping|\bdm\b|bell|buzz|holla|link|\badd\b|find|follow"
    r"|reach|touch|über|per |por |par |facebook|insta|tele|confirm|wait|bother|approach|everything|todo|tout|tudo"
    r"|landline|mobile(?=\W*(?:$|[,.;:(\d]|only|is|please|number|phone|not|rather|instead))|extension|voicemail|inbox|mailbox|signal|slack|discord|skype|viber|zalo|delivery|by hand|epost|tawag|simu|dzwon|spell|pair|together|card"
    r"|háblame|hablame|avis|ligar|\bapp\b|note|board|client"
)
_CONTACT_VERB = re.compile(
    r"(?i)\b(?:contact|call|ring|phone|e-?mail|mail|write|writing|chas\w+|follow[\s-]*up|nudge|message|text|send"
    r"|in\s+touch|get\s+in\s+touch|reach|reply|hear|bother|pester|check|respond|disturb|linkedin|ask)\b"
)
_BACK_ON = re.compile(
    r"(?i)\s*(?:she|he|they|i|we|\w+)(?:['’](?:s|re|m))?\s*(?:is|are|am|s|gets?|comes?)?\s*(?:back|returns?"
    r"|in)?(?:\s+from\s+\w+)?\s*(?:on|by)?\s*"
)
_REPORTS = re.compile(
    r"(?i)(?:\b(?:i|we|you)\s+(?:would|will|['’]?d|['’]?ll|just|always|usually|then|also|have\s+to|had\s+to|can|could"
    r"|never|do|used\s+to|text|rang|ring|call|emailed|email|write|tell|say)|(?:how|what|when|whether|why"
    r"|what\s+if)\s+(?:i|do|would|to|a|an|the|customers?|patients?|someone|somebody)\b.{0,40}|\b(?:customers?"
    r"|patients?|parents?|clients?|guests?|residents?|subbies?|drivers?|users?|passengers?)\b.{0,25}|\b(?:i\s+said"
    r"|i\s+say|i\s+told\s+\w+)\s+.{0,30})\s*$"
)
_REF = re.compile(
    r"(?<![\w/])(?=[\w/.-]*\d)(?:[A-Z]{1,6}[A-Z0-9]*(?:[/-][A-Z0-9]+)+|[A-Z]{2,}\d{2,}[\w-]*|\d{3,}[/-][\w/-]+"
    r"|#\d{3,})(?!\w)"
)
_LOOSE_REF = re.compile(
    r"(?i)\b(?:ref(?:erence)?|vacancy|job|requisition|req|posting|case)\.?\s*(?:no\.?|number|id|code"
    r"|ref)?\s*[:#]?\s*(?P<ref>(?=[\w/.-]*\d)[\w][\w/.-]*\w)"
)


def find(notes: str, segments: Sequence[Segment], people: Sequence[Person], today: date) -> tuple[Instruction, ...]:
    """Every instruction in the notes, in order, each with its own words and what could be read into its fields."""
    reader = _Reader(notes, segments, people, today)
    found = [*reader.left_out(), *(item for segment in segments for item in reader.of(segment))]
    return tuple(_without_doubles(found))


def _without_doubles(found: list[Instruction]) -> list[Instruction]:
    """One instruction for each stretch and kind; an instruction inside a longer one of its kind goes."""
    kept: list[Instruction] = []
    for item in sorted(found, key=lambda item: (item.evidence[0].start - item.evidence[0].end, item.evidence[0].start)):
        span = item.evidence[0]
        if not any(
            other.kind == item.kind and other.evidence[0].start <= span.start and span.end <= other.evidence[0].end
            for other in kept
        ):
            kept.append(item)
    return sorted(kept, key=lambda item: (item.evidence[0].start, item.kind))


class _Reader:
    """The rules on one set of notes; its people's names are masked by a marker, so that the rules stay the same."""

    def __init__(self, notes: str, segments: Sequence[Segment], people: Sequence[Person], today: date) -> None:
        self.notes, self.segments, self.people, self.today = notes, segments, people, today
        self.calls = {
            call.lower(): person
            for person in reversed(people)
            for call in _calls(person)
            if not _MEDIUM.fullmatch(call)
        }
        names = "|".join(re.escape(name) for name in sorted(self.calls, key=len, reverse=True)) or r"(?!)"
        self.names = re.compile(rf"(?i)(?<![\w@])(?:{names})(?!\w)(?![\w.'-]*@)")
        self.orders = injection.find(notes)

    def left_out(self) -> Iterator[Instruction]:
        """Orders to leave something out."""
        for ban in bans.find(self.segments):
            if ban.spoken:
                yield self._instruction("other", self._from_label(ban), ban.end, forbids=True)

    def _from_label(self, ban: bans.Ban) -> int:
        """Where the order begins: at the label, for `Mustn't say: the lemur`."""
        whole = next((s for s in self.segments if (s.start, s.end) == (ban.start, ban.end) and s.label), None)
        return self._label_start(whole) if whole else ban.start

    def of(self, segment: Segment) -> Iterator[Instruction]:
        """The instructions of one segment."""
        if segment.form in ("boilerplate", "header") or len(segment.text) > 4000 or self._is_order_to_program(segment):
            return
        if segment.label and _LABEL.match(segment.label):
            yield self._instruction("other", self._label_start(segment), segment.end)
            return
        if segment.label and len(segment.label.split()) >= 3:
            start = self._label_start(segment)
            segment = replace(segment, start=start, text=self.notes[start : segment.end])
        yield from self._waits(segment)
        masked = self.names.sub(lambda match: NAME * len(match.group()), segment.text)
        lowered = masked.lower() if len(masked.lower()) == len(masked) else masked
        speaks_of_contact = bool(_CONTACT.search(lowered))
        for rule in instruction_rules.load():
            if rule.kind != "other" and not speaks_of_contact:
                continue
            for match in rule.pattern.finditer(masked if rule.cased else lowered):
                if not self._reported(segment, match, rule):
                    yield self._read(segment, match, rule)
        yield from self._terse(segment)

    def _is_order_to_program(self, segment: Segment) -> bool:
        return any(span.start < segment.end and segment.start < span.end for span in self.orders)

    def _terse(self, segment: Segment) -> Iterator[Instruction]:
        """`write to Philippa, short`: a short line to oneself is one instruction as a whole."""
        match = re.match(
            r"(?i)(?:write|reply|send|mail|message|email|text|note|thank)\b.*?,\s*(?:short|brief|formal|light|warm"
            r"|polite|friendly|simple|kurz|corto|court|quick)\W*$",
            segment.text,
        )
        if match and len(segment.text.split()) <= 9:
            yield self._instruction("other", segment.start, segment.end)

    def _reported(self, segment: Segment, match: re.Match[str], rule: Rule) -> bool:
        """True where the words tell of work or of what somebody will do, rather than asking for something."""
        head = segment.text[max(0, match.start() - 50) : match.start()]
        if rule.kind in ("channel", "person") and _NO_ORDER.search(match.group()):
            return True
        if rule.kind == "channel" and rule.forbids and _OTHERS.search(head):
            return True
        if rule.kind in ("channel", "person") and (
            _asks_back(segment, match) or (not rule.forbids and rule.kind == "channel" and _DONE.search(match.group()))
        ):
            return True
        if re.match(r"(?i)(?:said|says|told\s+me|asked|please|pls|should)\b", match.group()):
            return False
        imperative = re.match(
            r"(?i)(?:ring|call|phone|text|txt|whats|e-?mail|mail|message|msg|dm|ping|bell|drop|reach|contact|catch"
            r"|write|reply|respond|follow|get|find|add|send)",
            match.group(),
        )
        if (
            rule.kind == "channel"
            and imperative
            and re.search(r"(?i)\b(?:will|['’]ll|would|['’]d|to|gonna|i|they|she|he)\s*$", head)
            and not re.search(
                r"(?i)\b(?:me|better|best|prefers|wants|asked|us|said|says|told|want|fine|ok|easier"
                r"|have)\s+(?:us\s+)?to\s*$",
                head,
            )
        ):
            if re.search(r"(?i)\b(?:should|could|can|better)\s*$", head):
                return False
            return not rule.forbids or bool(re.search(r"(?i)\bi\s*$", head))
        if (
            rule.kind in ("channel", "person")
            and re.search(
                r"(?i)\b(?:went|sent|already|was|were|rang|told|called|emailed|got|heard|came)\b[^.;]{0,25}$", head
            )
            and not rule.forbids
        ):
            return True
        if (
            rule.kind == "person"
            and re.search(r"(?i)(?:\b(?:will|i|to)|['’](?:ll|d))\s*$", head)
            and not re.search(r"(?i)\b(?:better|best|asked|want|wants|said|told\s+me)\s+to\s*$", head)
        ):
            return True
        if rule.kind == "other" and re.match(
            r"(?i)(?:please\s+|pls\s+|also\s+|just\s+|so\s+)*(?:don|do not|never|must|no need|try)", match.group()
        ):
            return bool(
                re.search(
                    r"(?i)\b(?:i\s+(?:said|say|told)|me\s*:|rule|kids|told\s+(?:him|her|them)|answered)\b",
                    segment.text[: match.start()],
                )
            )
        return bool(_REPORTS.search(head)) and rule.kind in ("channel", "person", "timing")

    def _waits(self, segment: Segment) -> Iterator[Instruction]:
        """`not before the 14th`: no contact until a day, where the words speak of contact or name a day."""
        for match in _WAIT.finditer(segment.text):
            left, right = clauses.clause(segment.text, match.start(), match.end())
            frames = timeframes.find(segment.text[match.end() : right + 20], segment.day or self.today)
            clause = segment.text[left:right]
            between = segment.text[match.end() : match.end() + frames[0].start] if frames else ""
            near = bool(frames) and (len(between) <= 8 or bool(_BACK_ON.fullmatch(between)))
            if not (_CONTACT_VERB.search(clause) or (near and match.start() <= left + 3)) or _REPORTS.search(
                segment.text[: match.start()][-50:]
            ):
                continue
            day = frames[0].day if near else None
            yield self._instruction(
                "no-contact-before", segment.start + left, segment.start + right, forbids=True, not_before=day
            )

    def _read(self, segment: Segment, match: re.Match[str], rule: Rule) -> Instruction:
        start, end = match.span("core") if "core" in rule.pattern.groupindex else match.span()
        left, right = clauses.clause(segment.text, start, end)
        if rule.kind == "other" and len(segment.text[left:start].split()) > 4:
            left = start
        return self._instruction(
            rule.kind,
            segment.start + left,
            segment.start + right,
            forbids=rule.forbids or (rule.kind == "person" and bool(_NOT_TO.search(segment.text[left : match.end()]))),
            speaker=segment.speaker,
            said=segment.text[slice(*match.span())],
        )

    def _instruction(
        self, kind: InstructionKind, start: int, end: int, *, forbids: bool = False, not_before: date | None = None,
        speaker: str | None = None, said: str | None = None,
    ) -> Instruction:  # fmt: skip
        text = self.notes[start:end]
        channel = _channel(said or text) if kind == "channel" else None
        return Instruction(
            kind=kind, text=text, evidence=(Span(start=start, end=end, text=text),), channel=channel, forbids=forbids,
            person=self._person(text, start, speaker) if kind in ("person", "channel", "no-contact-before") else None,
            address=_address(text) if kind in ("channel", "person") and not forbids else None,
            subject=self._subject(text), not_before=not_before,
        )  # fmt: skip

    def _person(self, text: str, start: int, speaker: str | None) -> str | None:
        """Whom the words speak of: a name in them; the speaker for `me`; for her and him whoever was named last."""
        named = [
            person for call, person in self.calls.items() if re.search(rf"(?<!\w){re.escape(call)}(?!\w)", text.lower())
        ]
        if named:
            return named[0].name
        if speaker and re.search(r"(?i)\b(?:me|us|mich)\b", text):
            return self._by_call(speaker)
        if re.search(r"(?i)\b(?:her|him|she|he)\b", text):
            before = self.notes[max(0, start - 400) : start].lower()
            places = [
                (before.rfind(call), person.name)
                for call, person in self.calls.items()
                if re.search(rf"(?<!\w){re.escape(call)}(?!\w)", before)
            ]
            return max(places)[1] if places else None
        return None

    def _by_call(self, raw: str) -> str | None:
        raw = raw.lower()
        exact = self.calls.get(raw)
        return (
            exact.name
            if exact
            else next((person.name for call, person in self.calls.items() if call in raw.split()), None)
        )

    def _subject(self, text: str) -> str | None:
        if not re.search(r"(?i)subject|\bref\b|reference|quot(?:e|ing)|betreff|asunto|objet", text):
            return None
        found = _REF.search(text)
        if found:
            return found.group()
        loose = _LOOSE_REF.search(text) or _LOOSE_REF.search(self.notes)
        return loose.group("ref") if loose else None

    def _label_start(self, segment: Segment) -> int:
        at = self.notes.rfind(segment.label or "", max(0, segment.start - len(segment.label or "") - 12), segment.start)
        return at if at >= 0 else segment.start


_NO_ORDER = re.compile(
    r"(?i)\b(?:for|in|into|mix\w*\s+up|confus\w+|swap\w*)\s+(?:(?:the|this|my|a|any|these|two|both)\s+)+(?:\w+\s+)?(?:e-?mails?|mails?"
    r"|messages?|letters?|texts?|notes?|cards?)\b"
)
_OTHERS = re.compile(
    r"(?i)\b(?:masters?|crews?|lads?|girls|drivers?|staff|people|teachers?|nurses?|doctors?|skippers?|guards?|customers?|patients?|parents?"
    r"|(?:the|their)\s+(?:lads?|office|shop|floor|site|boss)|in\s+the\s+\w+)\s+(?:just\s+|really\s+)?$"
)
_MEDIUM = re.compile(rf"(?i)(?:{'|'.join(pattern for _, pattern in CHANNELS)})")
_DONE = re.compile(r"(?i)\b(?:went|was\s+sent|sent\s+(?:it|them|mine)|gone|already)\b")
_NOT_TO = re.compile(
    r"(?i)\b(?:not\s+to|no\s+need\s+to|never|don['’]?t|do\s+not|needn['’]?t)\s+(?:\w+\s+){0,2}?(?:write|e-?mail|mail|call|ring|contact|message|text|bother|thank)"
)
_NAMING = re.compile(r"call\s+(?:him|her|them|me|the\s+\w+)\s+(?:[A-Z]|chef|sir|doctor|by\b)")


def _asks_back(segment: Segment, match: re.Match[str]) -> bool:
    """`email her? no`: a question put, and `call him Takeda-san`: how to address, neither of them a channel."""
    return segment.text[match.end() : match.end() + 1] == "?" or bool(
        _NAMING.match(_uncapped(segment.text[match.start() :]))
    )


def _uncapped(text: str) -> str:
    return text[:1].lower() + text[1:]


def _calls(person: Person) -> Iterator[str]:
    """The ways notes call a person: full name, given name, family name, aliases, and the words of the name."""
    yield person.name
    yield from (call for call in (person.given_name, person.family_name, *person.aliases) if call)
    yield from (word for word in person.name.split() if len(word) > 2 and word[0].isupper())


def _channel(text: str) -> Channel | None:
    rest = re.sub(ADDRESS, " ", text)
    for channel, pattern in CHANNELS:
        if re.search(rf"(?i)(?<!\w)(?:{pattern})(?!\w)", rest):
            return channel
    return "email" if rest != text else "phone" if re.search(NUMBER, text) else None


def _address(text: str) -> str | None:
    written = re.search(ADDRESS, text)
    if written:
        return written.group().rstrip(".")
    spoken = re.search(rf"(?i)(?<!\w){SPOKEN_ADDRESS}", text)
    if spoken:
        joined = re.sub(r"(?i)\s+(?:dot|punto|ponto)\s+", ".", spoken.group())
        return re.sub(r"(?i)\s+(?:at|arroba)\s+", "@", joined)
    number = re.search(NUMBER, text)
    return number.group().strip() if number else None
