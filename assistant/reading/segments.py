"""Layout: raw notes -> segments, each one clause-carrying stretch that knows where it stands and whose words it is.

    lines -> shape of each line (table, stamp, header, heading, bullet, field, prose) -> sentences

Segments never overlap, stand in the order of the notes, and segment.text == notes[segment.start:segment.end].
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from assistant.reading import labels
from assistant.reading.layout_clauses import sentences
from assistant.reading.layout_labels import TITLES, Head, owner_of, read_head
from assistant.reading.layout_lines import (
    BOILERPLATE,
    BULLET,
    CUE_TIMES,
    DAY_KEYS,
    GREETING,
    HEADER,
    HEADING,
    INVITE_KEYS,
    MAIL_KEYS,
    QUOTE,
    RULE,
    SENDER_KEYS,
    SIGN_OFF,
    TABLE,
    TABLE_RULE,
    WROTE,
    Line,
    lines,
    read_speaker_line,
    read_stamp,
)
from assistant.reading.layout_stamps import month_first, parse_day

_SPEAKER_WORD = re.compile(
    r"(?:me|i|you|q|a|candidate|interviewer|recruiter|host|agent|hiring manager|panel|myself|them|"
    r"(?:speaker|interviewer|panell?ist|participant)\s?\d{1,2})$",
    re.IGNORECASE,
)
_NAME_COLUMN = re.compile(r"who|name|nom|nombre|person|interviewer|panel|met with|people|with", re.IGNORECASE)
_OWN_NOTES = re.compile(
    r"(?:my |own )?(?:notes|recap|summary|thoughts|debrief|takeaways|to self)\b|(?:ok|okay|so) (?:my )?notes|me:",
    re.IGNORECASE,
)
_ASKER = re.compile(r"(q(?:uestion)?\s?\d*\s*\([^()]{2,60}\))\s*:", re.IGNORECASE)
_CELL = re.compile(r"[^|]+")
_ADDRESS = re.compile(r"\s*[<\[(][^>\])]*[>\])]?.*$|\s+\S+@\S+$")


@dataclass(frozen=True, slots=True)
class Segment:
    """One clause-carrying stretch of the notes, without its bullet marker, label or time stamp."""

    start: int
    """Index of its first character in the notes."""
    end: int
    """Index after its last character."""
    text: str
    """notes[start:end]."""
    form: str
    """prose, bullet, field, cell, turn, quote, heading, header or boilerplate."""
    label: str | None
    """Key of "Key: value", heading of a table's column, name of an e-mail header; `Signature` under a sign-off."""
    speaker: str | None
    """Raw name of who speaks or wrote it; nothing in the candidate's own note-taking."""
    owner: str | None
    """Raw head of the line, row or section that it belongs to, when its shape allows a name."""
    day: date | None
    """Date of the time stamp or Sent header that governs it."""
    line: int
    """Index of the line that it starts on."""


def split(notes: str) -> tuple[Segment, ...]:
    """The segments of the notes, in order."""
    return tuple(_Layout(notes).read())


@dataclass
class _Mail:
    """Where in a pasted e-mail the reading stands."""

    part: str = "none"
    """none, header, body, closing (after the sign-off) or signature."""
    speaker: str | None = None
    day: date | None = None
    addressee: str | None = None


@dataclass
class _Layout:
    """One pass over the lines; fields hold what the lines before say about the next."""

    notes: str
    mail: _Mail = field(default_factory=_Mail)
    turn: str | None = None
    turn_day: date | None = None
    stamped: bool = False
    section: str | None = None
    bullet_owner: tuple[int, str] | None = None
    columns: list[str] = field(default_factory=list)
    mark: str = "|"

    def read(self) -> Iterator[Segment]:
        self.american = month_first(self.notes[:20_000])
        everything = list(lines(self.notes))
        self.speakers = _speakers(everything)
        self.senders = _unheaded_mails(everything)
        position = 0
        while position < len(everything):
            position, found = self._read_block(everything, position)
            yield from found

    def _read_block(self, all_lines: list[Line], at: int) -> tuple[int, list[Segment]]:
        """Segments of the line (or wrapped paragraph) at an index, and the index after it."""
        line = all_lines[at]
        if not line.text:
            self._leave_paragraph()
            return at + 1, []
        if line.index in self.senders and self.mail.part == "none":
            self.mail = _Mail("body", self.senders[line.index])
        for shape in (self._table, self._stamp, self._header, self._rule, self._noise, self._quote, self._heading):
            found = shape(all_lines, at)
            if found is not None:
                return at + 1, found
        if BULLET.match(line.text) and not self._is_turn(line.text):
            return at + 1, self._bullet(line)
        labelled = self._labelled(line, 0, "field")
        if labelled is not None:
            return at + 1, labelled
        return self._prose(all_lines, at)

    def _leave_paragraph(self) -> None:
        self.columns = []
        self.bullet_owner = None
        if not self.stamped:
            self.turn = None
        if self.mail.part == "header":
            self.mail.part = "body"
        elif self.mail.part == "signature":
            self.mail = _Mail()

    # shapes of lines: each returns its segments, or nothing when the line has another shape

    def _table(self, all_lines: list[Line], at: int) -> list[Segment] | None:
        line = all_lines[at]
        if TABLE_RULE.match(line.text) and "|" in line.text:
            return []
        following = all_lines[at + 1].text if at + 1 < len(all_lines) else ""
        ruled = line.text.count("|") >= 1 and _is_table_rule(following)
        mark = self.mark if self.columns and self.mark in line.text else _table_mark(line.text, following, ruled)
        if mark is None:
            return None
        cells = _cells(line, mark, len(self.columns) if mark != "|" else 0)
        if ruled or (not self.columns and (mark != "|" or not line.text.startswith("|")) and _heads_columns(cells)):
            self.columns, self.mark = [text for _, _, text in cells], mark
            return []
        filled = [cell for cell in cells if cell[2]]
        if not self.columns and len(filled) == 2:
            (_, _, label), (start, end, _) = filled
            return list(self._emit(line, start, end, "field", label=label, owner=owner_of(label)))
        return list(self._cell_segments(line, cells))

    def _cell_segments(self, line: Line, cells: list[tuple[int, int, str]]) -> Iterator[Segment]:
        named = [n for n, column in enumerate(self.columns) if _NAME_COLUMN.search(column)]
        head = cells[named[0]][2] if named and named[0] < len(cells) else next((c[2] for c in cells if c[2]), "")
        owner = owner_of(head)
        for number, (start, end, text) in enumerate(cells):
            if text:
                label = self.columns[number] if number < len(self.columns) else None
                yield from self._emit(line, start, end, "cell", label=label or None, owner=owner)

    def _stamp(self, all_lines: list[Line], at: int) -> list[Segment] | None:
        line = all_lines[at]
        if CUE_TIMES.match(line.text):
            return []
        stamp = read_stamp(line.text) or read_speaker_line(line.text)
        if not stamp:
            return None
        self.stamped = True
        self.turn = stamp.speaker or self.turn
        self.turn_day = parse_day(stamp.raw, american=self.american) or self.turn_day
        body = line.text[stamp.body :]
        if stamp.speaker is None and (head := read_head(body)) and head.colon and head.text in self.speakers:
            self.turn = head.text
            stamp_body = stamp.body + head.value_start
        else:
            stamp_body = stamp.body
        if BOILERPLATE.match(line.text[stamp_body:]):
            return list(self._emit(line, line.start + stamp_body, line.end, "boilerplate"))
        return list(self._emit(line, line.start + stamp_body, line.end, "turn" if self.turn else "prose"))

    def _header(self, all_lines: list[Line], at: int) -> list[Segment] | None:
        line = all_lines[at]
        wrote = WROTE.match(line.text)
        if wrote:
            self.mail = _Mail("body", wrote["who"].strip(" \"'"), parse_day(wrote["when"]), self.mail.speaker)
            who = line.start + wrote.start("who"), line.start + wrote.end("who")
            return list(self._emit(line, *who, "header", label="Wrote", speaker=self.mail.speaker))
        match = (
            HEADER.match(QUOTE.sub("", line.text, count=1)) if line.text.startswith(">") else HEADER.match(line.text)
        )
        if not match or not self._in_header(all_lines, at):
            return None
        offset = len(line.text) - len(match.string)
        key, value = match["key"].lower(), match["value"].strip()
        if self.mail.part != "header":
            self.mail = _Mail("header")
        if key in SENDER_KEYS and not self.mail.speaker:
            self.mail.speaker = _display_name(value)
        elif key in DAY_KEYS:
            self.mail.day = parse_day(value, american=self.american) or self.mail.day
        begin = line.start + offset + match.start("value")
        return [self._make(line, begin, line.end, "header", label=match["key"])] if value else []

    def _in_header(self, all_lines: list[Line], at: int) -> bool:
        """Whether a line of header shape stands in a block of headers, not among the candidate's own fields."""
        if self.mail.part == "header":
            return True
        keys = []
        for line in all_lines[at : at + 8]:
            match = HEADER.match(QUOTE.sub("", line.text, count=1) if line.text.startswith(">") else line.text)
            if not match:
                break
            keys.append(match["key"].lower())
        mail = (
            sum(key in MAIL_KEYS for key in keys) >= 1
            and len(keys) >= 2
            and keys[0] not in {"what", "title", "a", "de", "an"}
        )
        return mail or sum(key in INVITE_KEYS for key in keys) >= 2

    def _rule(self, all_lines: list[Line], at: int) -> list[Segment] | None:
        line = all_lines[at]
        match = RULE.match(line.text)
        if not match:
            return None
        if self.stamped and not match["text"]:
            self.stamped = False
        self.mail, self.turn, self.section = _Mail(), None, None
        if match["text"] and any(char.isalpha() for char in match["text"]):
            start = line.start + match.start("text")
            return [self._make(line, start, start + len(match["text"]), "heading")]
        return []

    def _noise(self, all_lines: list[Line], at: int) -> list[Segment] | None:
        line = all_lines[at]
        if BOILERPLATE.match(line.text):
            return [self._make(line, line.start, line.end, "boilerplate")]
        return None

    def _quote(self, all_lines: list[Line], at: int) -> list[Segment] | None:
        line = all_lines[at]
        match = QUOTE.match(line.text)
        if not match:
            return None
        if not self.mail.speaker:
            labelled = self._labelled(line, match.end(), "bullet", dashes=True)
            return labelled or list(self._emit(line, line.start + match.end(), line.end, "bullet"))
        self.section = None
        return list(self._emit(line, line.start + match.end(), line.end, "quote"))

    def _heading(self, all_lines: list[Line], at: int) -> list[Segment] | None:
        line = all_lines[at]
        match = HEADING.match(line.text)
        text = match["text"] if match else line.text
        bold = re.fullmatch(r"(\*\*|__)(?P<text>[^*_]{2,80})\1:?", text)
        closed = re.fullmatch(r"(?P<text>[^:|]{2,60}):", text)
        if not (match or bold or (closed and not SIGN_OFF.match(text) and not GREETING.match(text))):
            return None
        if closed and not match and not bold and self.mail.part == "body":
            return None
        inner = bold or closed
        start = line.start + (match.start("text") if match else 0) + (inner.start("text") if inner else 0)
        words = inner["text"] if inner else text
        self.section = owner_of(words.split(" - ")[0].split(" – ")[0].split(" — ")[0].lstrip("0123456789.) "))
        self.turn = None
        self.mail = _Mail() if match or bold or _OWN_NOTES.match(words) else self.mail
        if self.mail.part == "none" and line.text.startswith("#"):
            self.stamped = False
        return [self._make(line, start, start + len(words), "heading")]

    def _bullet(self, line: Line) -> list[Segment]:
        match = BULLET.match(line.text)
        begin = match.end() if match else 0
        if self.bullet_owner and line.indent <= self.bullet_owner[0]:
            self.bullet_owner = None
        labelled = self._labelled(line, begin, "bullet", dashes=True)
        if labelled is not None:
            return labelled
        text = line.text[begin:]
        inherited = self.bullet_owner[1] if self.bullet_owner else None
        own = owner_of(text.split(",")[0]) if len(text) < 60 and text[:1].isupper() and not inherited else None
        if own and (len(own.split()) > 1 or "," in text or "(" in text):
            self.bullet_owner = (line.indent, own)
        return list(self._emit(line, line.start + begin, line.end, "bullet", owner=inherited or own))

    def _labelled(self, line: Line, begin: int, form: str, *, dashes: bool = False) -> list[Segment] | None:
        """Segments of a line with a head ("Role: ...", "Gill – ..."), or nothing when it has none."""
        text = line.text[begin:]
        head = read_head(text)
        if not head or head.value_start >= len(text) + (1 if head.colon else 0):
            return None
        if head.colon and self._is_turn(text):
            asker = _ASKER.match(text)
            self.turn = asker[1] if asker else head.text
            return list(self._emit(line, line.start + begin + head.value_start, line.end, "turn"))
        owner = owner_of(head.text)
        if not head.colon and not self._dash_head(line, text, head, owner, dashes):
            return None
        if head.colon and self.mail.part == "body" and not owner:
            return None
        if head.value_start >= len(text):
            self.bullet_owner = (line.indent, owner) if owner else self.bullet_owner
            return list(self._emit(line, line.start + begin, line.end, form, label=head.text, owner=owner))
        inherited = self.bullet_owner[1] if self.bullet_owner else None
        start = line.start + begin + head.value_start
        form = "field" if head.colon and form != "bullet" else form
        return list(self._emit(line, start, line.end, form, label=head.text, owner=owner or inherited))

    def _dash_head(self, line: Line, text: str, head: Head, owner: str | None, dashes: bool) -> bool:
        """Whether "head – value" is a head: a bullet's, or a name's; never a title line with several parts."""
        if (
            labels.announces(head.text, "company")
            or labels.announces(head.text, "role")
            or labels.announces(head.text, "panel")
        ):
            return True
        if line.index == 0 or len(head.text.split()) > 4 or (len(re.findall(r"\s[-–—]\s", text)) > 1 and not owner):
            return False
        return owner is not None and (dashes or head.text[:1].isupper()) and not head.text.endswith((".", ","))

    def _is_turn(self, text: str) -> bool:
        head = read_head(text)
        return bool(head and head.colon and head.text in self.speakers)

    def _prose(self, all_lines: list[Line], at: int) -> tuple[int, list[Segment]]:
        line = all_lines[at]
        if self.mail.part == "body" and self.mail.speaker and SIGN_OFF.match(line.text):
            self.mail.part = "signature"
            return at + 1, []
        if self.mail.part == "body" and self.mail.speaker and _signs(line.text, self.mail.speaker):
            self.mail.part = "signature"
        if self.mail.part == "signature":
            return at + 1, [self._make(line, line.start, line.end, "header", label="Signature")]
        last = self._paragraph_end(all_lines, at)
        form = "turn" if self.turn else "quote" if self.mail.speaker else "prose"
        return last + 1, list(self._emit(line, line.start, all_lines[last].end, form))

    def _paragraph_end(self, all_lines: list[Line], first: int) -> int:
        """Index of the last line of the wrapped paragraph that starts at `first`; `first` itself when not wrapped."""
        if len(all_lines[first].text) < 38:
            return first
        last = first
        while last + 1 < len(all_lines) and last - first < 40 and self._plain(all_lines[last + 1]):
            last += 1
        width = max(len(line.text) for line in all_lines[first : last + 1])
        if last == first or not 45 <= width <= 130:
            return first
        full = [_is_full(all_lines[n], all_lines[n + 1], width) for n in range(first, last)]
        if last - first >= 2 and all(full):
            return last
        end = first
        while (
            end < last and full[end - first] and _sentence_goes_on(all_lines[first], all_lines[end], all_lines[end + 1])
        ):
            end += 1
        return end

    def _plain(self, line: Line) -> bool:
        """Whether a line can be the continuation of a paragraph: none of the other shapes."""
        text = line.text
        if not text or text[0] in "#>*|" or BULLET.match(text) or RULE.match(text) or "|" in text or HEADER.match(text):
            return False
        head = read_head(text)
        return not (
            (head and text[:1].isupper()) or read_stamp(text) or SIGN_OFF.match(text) or BOILERPLATE.match(text)
        )

    # making segments

    def _emit(
        self, line: Line, start: int, end: int, form: str, *, label: str | None = None, speaker: str | None = None,
        owner: str | None = None,
    ) -> Iterator[Segment]:  # fmt: skip
        for begin, after in sentences(self.notes, start, end):
            yield self._make(line, begin, after, form, label=label, speaker=speaker, owner=owner)

    def _make(
        self, line: Line, start: int, end: int, form: str, *, label: str | None = None, speaker: str | None = None,
        owner: str | None = None,
    ) -> Segment:  # fmt: skip
        voice = speaker or self.turn or self.mail.speaker
        day = self.turn_day if self.stamped else self.mail.day
        index = line.index + self.notes.count("\n", line.start, start)
        heading = self.section if form in {"bullet", "prose", "field", "cell"} else None
        return Segment(start, end, self.notes[start:end], form, label, voice, owner or heading, day, index)


def _signs(text: str, speaker: str) -> bool:
    """Whether a line is the writer's own name, whole or in part, at the foot of a letter."""
    said = text.lower().strip(" ,.-*").split()
    return 0 < len(said) <= 4 and len(text) < 40 and all(word in speaker.lower().split() for word in said)


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on this one."""
    return len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > width


def _sentence_goes_on(first: Line, line: Line, following: Line) -> bool:
    return first.text[:1].isupper() and following.text[:1].islower() and line.text[-1] not in ".!?:"


def _is_table_rule(text: str) -> bool:
    return "|" in text and "-" in text and bool(TABLE_RULE.match(text))


def _table_mark(text: str, following: str, ruled: bool) -> str | None:
    """What parts the cells of a line that opens or continues a table: a bar, a tab, or a list's semicolon or comma."""
    if ruled or (text.startswith("|") and TABLE.match(text)):
        return "|"
    if "\t" in text:
        return "\t"
    bars = text.count("|")
    if (
        bars >= 2
        and following.count("|") == bars
        and _NAME_COLUMN.search(text.split("|")[0])
        and len(text.split("|")[0].split()) <= 3
    ):
        return "|"
    for mark in ";,":
        count = text.count(mark)
        head = text.split(mark)
        short = all(0 < len(cell.split()) <= 3 for cell in head) and _NAME_COLUMN.fullmatch(head[0].strip())
        if count and short and following.count(mark) >= count:
            return mark
    return None


def _cells(line: Line, mark: str, at_most: int = 0) -> list[tuple[int, int, str]]:
    """(start, end, text) of every cell of a table row, outer empty ones left out."""
    found = []
    text = line.text.strip("|") if mark == "|" else line.text
    position = line.start + (line.text.index(text) if text else 0)
    for raw in text.split(mark, at_most - 1 if at_most > 1 else -1):
        stripped = raw.strip(" *_\t")
        start = position + (raw.index(stripped) if stripped else 0)
        found.append((start, start + len(stripped), stripped))
        position += len(raw) + 1
    return found


def _heads_columns(cells: list[tuple[int, int, str]]) -> bool:
    texts = [text for _, _, text in cells]
    return len(texts) >= 2 and bool(_NAME_COLUMN.fullmatch(texts[0])) and all(len(text.split()) <= 3 for text in texts)


def _display_name(value: str) -> str | None:
    """The name in a From header: "Philippa Strang <p@x.example>" -> "Philippa Strang"."""
    name = _ADDRESS.sub("", value).strip(" \"'")
    if "," in name and len(name.split(",")) == 2 and "@" not in name:
        family, given = (part.strip() for part in name.split(","))
        name = f"{given} {family}" if len(family.split()) <= 2 and given else family
    return name or value or None


def _speakers(all_lines: list[Line]) -> frozenset[str]:
    """Labels of a transcript's lines: names that speak in turns, or words such as "Interviewer" and "Me"."""
    heads = [head for line in all_lines if (head := read_head(line.text)) and head.colon]
    counted = Counter(head.text for head in heads if owner_of(head.text) or _SPEAKER_WORD.match(head.text))
    words = {label for label in counted if _SPEAKER_WORD.match(label)}
    filled = sum(1 for line in all_lines if line.text)
    turns = sum(counted.values())
    spoken_words = sum(counted[label] for label in words) >= 2 and turns >= 3
    spoken_names = len(counted) >= 2 and max(counted.values(), default=0) >= 2 and turns >= max(4, 0.5 * filled)
    return frozenset(counted) if spoken_names or spoken_words else frozenset()


def _unheaded_mails(all_lines: list[Line]) -> dict[int, str]:
    """Index of the greeting line -> who signs, for e-mails that were pasted without their headers."""
    found: dict[int, str] = {}
    greeting = -1
    for number, line in enumerate(all_lines):
        if GREETING.match(line.text) and line.text.endswith((",", "!", ":")) and len(line.text) < 50:
            greeting = number
        elif greeting >= 0 and SIGN_OFF.match(line.text):
            signer = next((after.text for after in all_lines[number + 1 : number + 3] if after.text), "")
            name = re.split(r"[,|(]|\s[-–—]\s", signer)[0].strip(" *_-")
            if 0 < len(name.split()) <= 4 and all(w[:1].isupper() or w.lower() in TITLES for w in name.split()):
                found[all_lines[greeting].index] = name
            greeting = -1
    return found
