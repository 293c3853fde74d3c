"""Where the notes may name somebody: runs of capitals, honorifics with a name, and known given names in lower case.

These are candidates only; `name_cues` weighs each by its place in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.reading import job_titles, name_slots, names
from assistant.reading.segments import Segment
from assistant.reading.wordlist import words

_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+(?:[’'.&-][^\W\d_]+)*(?:(?<=\b[^\W\d_])\.(?=\s*[^\W\d_])|(?<=\b[DMdm]r)\.|(?<=\bProf)\.|"
    r"(?<=\b[DM]r[as])\.|(?<=\b[Mm]rs)\.|(?<=\b[Mm]s)\.|(?<=\bMx)\.|(?<=\bCapt)\.|(?<=\bRev)\.|(?<=\bRevd)\.|"
    r"(?<=\bCol)\.|(?<=\bSgt)\.|(?<=\b[BS]r)\.|(?<=\bSra)\.|(?<=\bHon)\.|(?<=\bDato)['’]|(?<=\bDatuk)['’])?)"
    r"|(?P<address>@+)|(?P<break>\n)|(?P<mark>[^\s\w]|\d[\w.,:/]*|_)",
)
_ADDRESS = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|https?://\S{1,300}|www\.\S{1,300}|"
    r"(?<!\S)[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|org|net|co|io|example)\b\S{0,200}"
)
_PLURAL_ACRONYM = re.compile(r"[A-Z]{2,}s")
_POSSESSIVE = re.compile(r"[’']s$|s[’']$")
_CONTRACTION = re.compile(
    r"(?:[^\W\d_]+n['’]t\b)|(?i:i|he|she|it|we|you|they|that|who|there|what|how|[cjldmnst]|qu)['’](?=[^A-ZÀ-Þ])"
)
_MAX_TOKENS = 5
_STOP = words(
    "i monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun "
    "january february march",
    "april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
    "ok okay yes no hi hello hey dear thanks thank regards cheers best sincerely kind re fwd fw cc bcc from to "
    "sent subject tel mob ps fyi tbc tbd",
    "thứ ngày năm chủ dem mi him wey dey na ref gmeet pm sd hod",
    "said organiser organizer attendees german long my sheikh br col capt asap eod cob am pm cet gmt bst utc est "
    "pst cv pdf url id nda msc bsc phd mba bros oga abeg omg lol haha",
)
_NEVER_LOWER = words(
    "una sin sina sol luz mar paz mai dia",
    "dint didnt dont doesnt cant wont wasnt isnt hes shes theyre im ive id ill whos thats wot abt cos coz tbh "
    "idk btw thru tho gonna wanna an ha so do la di",
    "van ward long star sun summer son may april june august art will guy dev ash bill mark grant chase drew "
    "dawn rose hope faith joy grace van lane max pip",
    "ok yeah nah lol haha hmm um uh er plus w abt appt mtg wk wks yrs yr hr hrs min mins ppl mgr mgrs cert ref "
    "refs cv qs fyi asap eg ie etc vs approx",
)
_ADJECTIVES = words(
    "old young big little lovely dear poor tall other miss new also then just only even finally met saw thank "
    "thanks asked told and but"
)
_SURNAME_TITLES = words(
    "contractor baker cook butcher mason porter judge major gardener farmer driver pilot tanner brewer head "
    "chambers park field wood carpenter"
    " bishop steward warden chandler fisher potter clerk page marshall constable merchant engineer usher groom "
    "ranger keeper hunter sergeant cash"
)
_NICKNAME = re.compile(
    r"""\s?(?:\((?P<bracket>[^\W\d_][\w'’-]{1,14})\)|["“'‘](?P<quote>[^\W\d_][\w-]{1,14})["”'’])\s?"""
)
_VIETNAMESE = words("anh chị em cô chú bác thầy ông bà")
_MONTH_NAMES = words("jan april may june august")
_LOOSE_AFTER = words("some something somebody surname lastname")


@dataclass(slots=True)
class Mention:
    """A place where somebody may be named."""

    start: int
    end: int
    parts: tuple[str, ...]
    honorific: str | None
    lower: bool
    score: float = 0.0
    assess: float = 0.0
    other: float = 0.0
    recruiter: float = 0.0
    title: str | None = None
    title_span: tuple[int, int] | None = None
    organisation: str | None = None
    nickname: str | None = None

    @property
    def name(self) -> str:
        """The name without its honorific."""
        return " ".join(self.parts)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of the notes."""

    start: int
    end: int
    text: str
    word: bool
    slot: bool = False
    """Whether the layout says that a person is named here (see name_slots)."""

    @property
    def low(self) -> str:
        """Lower case, without an abbreviation's full stop."""
        return self.text.lower().rstrip(".")


def tokens(notes: str, segments: Sequence[Segment]) -> list[Token]:
    """Words and marks of the notes; addresses and boilerplate are left out, wrapped lines are joined."""
    masked = _masked(notes, segments)
    joined = {
        position
        for segment in segments
        if "\n" in segment.text
        for position in range(segment.start, segment.end)
        if notes[position] == "\n"
    }
    slots = name_slots.expected(segments)
    found = []
    for match in _TOKEN.finditer(masked):
        if match["break"] and match.start() in joined:
            continue
        text, end = match.group(), match.end()
        if match["word"] and (ending := _POSSESSIVE.search(text)) and len(text) > 3 and ending[0][-1] == "s":
            text, end = text[: ending.start()], end - len(ending[0])
            found.append(Token(match.start(), end, text, True, match.start() in slots))
            found.append(Token(end, match.end(), "'s", False))
        else:
            found.append(Token(match.start(), end, text, bool(match["word"]), match.start() in slots))
    return found


def _masked(notes: str, segments: Sequence[Segment]) -> str:
    pieces = list(notes)
    for segment in segments:
        if segment.form == "boilerplate":
            pieces[segment.start : segment.end] = " " * (segment.end - segment.start)
    text = "".join(pieces)
    return _ADDRESS.sub(lambda match: "@" * len(match[0]), text)


def find(stream: Sequence[Token]) -> list[Mention]:
    """Every candidate in the order of the notes, without overlaps."""
    found: list[Mention] = []
    position = 0
    while position < len(stream):
        mention, after = _read_at(stream, position)
        if mention:
            found.append(mention)
        position = max(after, position + 1)
    return found


def joined(notes: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those made one that a nickname parts: Oluwaseun (Seun) Adebayo-Lang, Mrs Kirkbride (Georgina)."""
    found: list[Mention] = []
    for mention in mentions:
        before = found[-1] if found else None
        if before and _joins(notes, found, mention):
            continue
        found.append(mention)
    return found


def _joins(notes: str, found: list[Mention], mention: Mention) -> bool:
    before = found[-1]
    if before.nickname is None and len(mention.parts) == 1 and not before.lower and not mention.honorific:
        bracket = _NICKNAME.match(notes, before.end)
        if (
            bracket
            and bracket.start() < mention.start < bracket.end()
            and (
                bracket["quote"] or names.given_sure(mention.name) > 0 or (before.honorific and len(before.parts) == 1)
            )
        ):
            before.nickname = mention.name
            if before.honorific and len(before.parts) == 1 and not bracket["quote"]:
                before.parts = (mention.name, *before.parts)
            if bracket["quote"]:
                before.parts = (
                    *before.parts,
                    f"“{mention.name}”" if bracket["quote"] and False else f'"{mention.name}"',
                )
            before.end = bracket.end() - (1 if bracket.group().endswith(" ") else 0)
            return True
    gap = notes[before.end : mention.start]
    if (
        before.nickname
        and gap in {"", " "}
        and not mention.honorific
        and not mention.lower
        and len(before.parts) + len(mention.parts) <= 6
    ):
        before.parts = (*before.parts, *mention.parts)
        before.end = mention.end
        return True
    return False


def _read_at(stream: Sequence[Token], at: int) -> tuple[Mention | None, int]:
    token = stream[at]
    if not token.word:
        return None, at + 1
    if names.is_honorific(token.text) and _takes_name(stream, at):
        return _titled(stream, at)
    run = _run(stream, at, bool(token.text[0].islower()))
    if not run:
        return None, at + 1
    return _mention(stream, at, at, run), run


def _takes_name(stream: Sequence[Token], at: int) -> bool:
    """Whether the honorific at an index is followed by something that can be a name."""
    if at + 1 >= len(stream) or not stream[at + 1].word:
        return False
    token, following = stream[at], stream[at + 1]
    if at and stream[at - 1].text[0].isdigit() and token.text[0].islower():
        return False
    if token.low in _VIETNAMESE and token.text.islower():
        return following.text[0].isupper()
    if token.low in {"captain", "father", "sir", "madam", "ma'am", "ma’am", "cik", "puan", "encik", "pak", "bu"} and (
        following.text[0].islower()
    ):
        return not names.is_common(following.text) and following.low not in _STOP
    if following.text[0].islower() and token.low not in {"mr", "mrs", "ms", "miss", "dr", "prof"}:
        return token.low in {"don", "doña", "dona"} and names.given_sure(following.text) > 0
    if token.low in {
        "sr",
        "sister",
        "brother",
        "bro",
        "lady",
        "miss",
        "father",
        "fr",
        "judge",
        "bu",
        "eng",
        "ing",
        "professor",
        "captain",
    }:
        return following.text[0].isupper() and not _titleish(following.low) and token.text[0].isupper()
    return not _titleish(following.low) or following.text[0].isupper()


def _titled(stream: Sequence[Token], at: int) -> tuple[Mention | None, int]:
    first = at + 1
    if stream[first].low in names.HONORIFICS and first + 1 < len(stream) and stream[first + 1].word:
        first += 1
    end = first + 1
    while (
        end < len(stream)
        and end - first < _MAX_TOKENS
        and _continues(stream, first, end, stream[first].text[0].islower())
    ):
        end += 1
    end = _without_loose_particle(stream, first, end)
    if stream[at].low in {"madam", "mr", "madame"} and all(_titleish(token.low) for token in stream[first:end]):
        return None, end
    mention = _mention(stream, at, first, end)
    mention.honorific = " ".join(token.text for token in stream[at:first])
    return mention, end


def _mention(stream: Sequence[Token], at: int, first: int, end: int) -> Mention:
    lower = stream[first].text[0].islower() and stream[first].low not in names.PARTICLES
    if end < len(stream) and stream[end].low == "san" and stream[end].word:
        honorific: str | None = "san"
    else:
        honorific = None
    return Mention(
        stream[at].start, stream[end - 1].end, tuple(token.text for token in stream[first:end]), honorific, lower
    )


def _run(stream: Sequence[Token], at: int, lower: bool) -> int | None:
    """Index after the run of name words that starts at an index, or nothing when none starts there."""
    if not (_starts_lower(stream, at) if lower else _starts(stream, at)):
        return None
    end = at + 1
    while end < len(stream) and end - at < _MAX_TOKENS and _continues(stream, at, end, lower):
        end += 1
    return _without_loose_particle(stream, at, end)


def _without_loose_particle(stream: Sequence[Token], at: int, end: int) -> int:
    while end - 1 > at and (stream[end - 1].low in names.PARTICLES and stream[end - 1].text.islower()):
        end -= 1
    return end


def _starts(stream: Sequence[Token], at: int) -> bool:
    token = stream[at]
    if _CONTRACTION.match(token.text) or token.low in _ADJECTIVES:
        return False
    if token.low in _MONTH_NAMES and token.text[0].isupper():
        if _beside_figure(stream, at):
            return False
        if _month_names_person(stream, at):
            return True
    if token.low in names.vocabulary("things", "tools") and names.given_sure(token.text) < 1:
        return False
    if token.low in _STOP or (token.text.isupper() and 1 < len(token.text.rstrip(".")) <= 3):
        return False
    if _PLURAL_ACRONYM.fullmatch(token.text):
        return False
    if _is_initial(token):
        following = stream[at + 1] if at + 1 < len(stream) and _close(stream, at) else None
        return following is not None and following.word and _after_initial(following)
    if token.text.isupper() and not (names.given_sure(token.text) and _among_capitals(stream, at)):
        return False
    if names.given_sure(token.text) == 1.0:
        return True
    if _titleish(token.low) and not names.given_sure(token.text):
        return False
    following = stream[at + 1] if at + 1 < len(stream) and _close(stream, at) else None
    if names.is_common(token.text) and not names.given_sure(token.text):
        named = (
            following is not None and following.word and following.text[0].isupper() and not _titleish(following.low)
        )
        return (_clear_slot(stream, at) and (named or not names.is_common(token.text))) or _before_bracket(stream, at)
    return True


def _before(stream: Sequence[Token], at: int) -> str:
    """The word or mark before an index; "w" where "w/" stands there, the start of a line where nothing does."""
    if at and stream[at - 1].text == "/" and at > 1 and stream[at - 2].low == "w":
        return "w"
    return stream[at - 1].low if at else "\n"


def _after_initial(token: Token) -> bool:
    return token.text[0].isupper() or token.low in names.PARTICLES - {"y", "e", "la", "le"}


def _among_capitals(stream: Sequence[Token], at: int) -> bool:
    """Whether a word all in capitals has another such beside it, or a name's place: "PRIYA SHAH", "met PRIYA"."""
    following = stream[at + 1] if at + 1 < len(stream) and _close(stream, at) else None
    beside = following is not None and following.word and following.text.isupper() and len(following.text) > 2
    return beside or _clear_slot(stream, at)


def _beside_figure(stream: Sequence[Token], at: int) -> bool:
    """Whether a number stands before or after a word, as in a date."""
    around = [stream[index].text for index in (at - 1, at + 1) if 0 <= index < len(stream)]
    return any(text[0].isdigit() for text in around)


def _month_names_person(stream: Sequence[Token], at: int) -> bool:
    """Whether Jan, April or June stands where a person does: before a bracket or a verb, or after "w"."""
    after = stream[at + 1] if at + 1 < len(stream) else None
    before = _before(stream, at)
    spoken = after is not None and (
        after.text == "(" or after.low in {"asked", "said", "asks", "says", "wanted", "from", "told", "who"}
    )
    return before in {"met", "with", "w"} or (
        spoken
        and before not in {"last", "next", "this", "early", "mid", "late", "in", "of", "since", "by", "until", "till"}
    )


def _clear_slot(stream: Sequence[Token], at: int) -> bool:
    """Whether the word before says that a name follows, so that even a common word with a capital is one."""
    before = _before(stream, at)
    return before in {"met", "with", "w", "by", "and", "matron", "called", "named"}


def _before_bracket(stream: Sequence[Token], at: int) -> bool:
    return at > 0 and stream[at - 1].low in {"met", "with", "w"} and at + 1 < len(stream) and stream[at + 1].text == "("


def _starts_lower(stream: Sequence[Token], at: int) -> bool:
    token = stream[at]
    if token.low in _STOP or _CONTRACTION.match(token.text) or _titleish(token.low):
        return False
    if len(token.text) < 3 and not (token.slot and names.given_sure(token.text)):
        return False
    if token.slot and (token.low not in _NEVER_LOWER or names.given_sure(token.text)):
        return not names.is_common(token.text) or names.given_sure(token.text) > 0
    if token.low in _NEVER_LOWER:
        return at + 1 < len(stream) and stream[at + 1].text == "(" and _clear_slot(stream, at)
    if names.given_sure(token.text) == 1.0:
        return True
    if token.low in names.PARTICLES or token.low in names.vocabulary("things", "tools"):
        return False
    if "-" in token.text and any(names.is_common(piece) or _titleish(piece) for piece in token.low.split("-")):
        return False
    before = _before(stream, at)
    if names.given_sure(token.text) == 0.5:
        return before in {"met", "with", "w", "by", "and", "called", "from"} or _lower_context(stream, at)
    return not names.is_common(token.text) and len(token.text) >= 3 and _lower_context(stream, at)


def _lower_context(stream: Sequence[Token], at: int) -> bool:
    """Whether a lower-case word stands where notes name people: "met xyz (", "xyz asked", "lady xyz"."""
    before = _before(stream, at)
    after = stream[at + 1] if at + 1 < len(stream) else None
    strong_before = before in {
        "met",
        "with",
        "w",
        "by",
        "lady",
        "lassie",
        "guy",
        "chap",
        "bloke",
        "called",
        "named",
        "manager",
        "boss",
        "lead",
        "mgr",
    }
    named = (
        before in {"was", "is", "'s", "s"}
        and at > 1
        and "name" in {stream[at - 2].low, stream[at - 3].low if at > 2 else ""}
    )
    spoken = (
        named
        or (after is not None
        and after.low
        in {
            "asked",
            "said",
            "says",
            "wants",
            "wanted",
            "liked",
            "told",
            "asks",
            "showed",
        })
    )
    bracket = (
        after is not None
        and after.text in {"(", "["}
        and before in {"met", "with", "w", "and", "n", ",", "+", "&", "\n", "-", "=", ":"}
    )
    return strong_before or spoken or bracket


def _continues(stream: Sequence[Token], first: int, at: int, lower: bool) -> bool:
    """Whether the token at an index goes on with the name that starts at `first`."""
    token = stream[at]
    if not token.word or not _close(stream, at - 1) or token.low in _LOOSE_AFTER or _CONTRACTION.match(token.text):
        return False
    if stream[at - 1].text[-1] in ".," and len(stream[at - 1].text) > 2:
        return False
    if lower:
        return _continues_lower(stream, first, at)
    if token.low in names.PARTICLES:
        return _particle(stream, at)
    if token.low in _STOP and token.text.isalpha() and _vietnamese_middle(stream, first, at):
        return True
    if token.text[0].islower() or token.low in _STOP:
        return token.low.startswith(("al-", "el-")) and len(token.text) > 4
    if (
        token.text.isupper()
        and len(token.text.rstrip(".")) > 1
        and not (stream[first].text.isupper() and len(token.text) > 3)
    ):
        return False
    if token.low in names.HONORIFICS and not names.given_sure(token.text):
        return False
    if _titleish(token.low) and not names.given_sure(token.text):
        surname = token.low in _SURNAME_TITLES or token.low in names.vocabulary("titles", "modifiers")
        return surname and names.given_sure(stream[at - 1].text) > 0 and _ends_name(stream, at)
    return True


def _ends_name(stream: Sequence[Token], at: int) -> bool:
    """Whether a list, a line or a bracket ends after the token, so that "Contractor" there is a surname."""
    return at + 1 >= len(stream) or stream[at + 1].text in {
        ",",
        ";",
        ")",
        "(",
        "\n",
        "|",
        "-",
        "–",
        "—",
        "/",
        "&",
        "+",
        "'s",
        "<",
    }


def _vietnamese_middle(stream: Sequence[Token], first: int, at: int) -> bool:
    """Whether "Thu" stands inside a Vietnamese name and is no day."""
    return (
        names.is_family_name(stream[first].text, ("vietnamese",))
        and stream[at].text[0].isupper()
        and at + 1 < len(stream)
        and _close(stream, at)
        and stream[at + 1].word
        and stream[at + 1].text[0].isupper()
    )


def _continues_lower(stream: Sequence[Token], first: int, at: int) -> bool:
    token = stream[at]
    if (
        token.low in _NEVER_LOWER
        or at - first >= 3
        or _titleish(token.low)
        or token.low in _STOP
        or token.low in names.vocabulary("things", "tools")
    ):
        return False
    if token.low in names.PARTICLES:
        return token.low in {"van", "der", "al", "bin", "ibn", "bint"} and at + 1 < len(stream) and stream[at + 1].word
    if token.low.startswith(("o'", "o’", "al-")):
        return True
    return (
        not names.is_common(token.text)
        and len(token.text) >= 2
        and token.low not in names.vocabulary("things", "places")
    )


def _particle(stream: Sequence[Token], at: int) -> bool:
    """Whether a particle is followed, possibly after another, by a capital."""
    if stream[at].low in {"y", "e"}:
        return (
            at + 1 < len(stream)
            and _close(stream, at)
            and stream[at + 1].word
            and stream[at + 1].text[0].isupper()
            and False
        )
    for follower in range(at + 1, min(at + 3, len(stream))):
        token = stream[follower]
        if not token.word or not _close(stream, follower - 1):
            return False
        if token.text[0].isupper():
            return token.low not in _STOP and not (_titleish(token.low) and not names.given_sure(token.text))
        if token.low not in names.PARTICLES:
            return False
    return False


def _close(stream: Sequence[Token], at: int) -> bool:
    """Whether only one or two blanks stand between a token and the next."""
    gap = stream[at + 1].start - stream[at].end
    return 0 < gap <= 2 or (gap == 0 and stream[at].text.endswith("."))


def _is_initial(token: Token) -> bool:
    letters = token.text.rstrip(".")
    return len(letters) == 1 and letters.isupper() and letters != "I"


def _titleish(word: str) -> bool:
    return (
        word in names.vocabulary("titles", "heads")
        or word in names.vocabulary("titles", "modifiers")
        or word in (names.vocabulary("titles", "departments"))
        or (len(word) >= 8 and job_titles.is_head(word) and not names.given_sure(word))
    )
