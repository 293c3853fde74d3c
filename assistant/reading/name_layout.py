"""What the layout of the notes says about a name: table columns, labels, headers, signatures, lists, who speaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from assistant.reading import job_titles, labels, names
from assistant.reading.name_mentions import Mention
from assistant.reading.segments import Segment

_NAME_COLUMN = re.compile(r"who|name|nom|nombre|interviewer|person|panel", re.IGNORECASE)
_TITLE_COLUMN = re.compile(
    r"position|title|role|job|function|what they do|does|dept|department|puesto|cargo|funktion|poste", re.IGNORECASE
)
_PANEL_HEADING = re.compile(
    r"(?:the |my )?(?:panel|people|interviewers?|who(?: i met| was there)?|met|present|board|names|who's who|"
    r"attendees|round \w+)\b[^.;]{0,24}$",
    re.IGNORECASE,
)
_INTERVIEW_TALK = re.compile(
    r"tell (?:me|us) about|walk (?:me|us) through|why do you want|(?:how|what) would you|thanks for (?:coming|joining)|"
    r"thank you for (?:coming|joining)|any questions for (?:me|us)|we(?:'re| are) (?:looking for|setting up|"
    r"hiring)|next steps|"
    r"give (?:me|us) an example|have you (?:got|ever|used|worked)|talk (?:me|us) through|what made you",
    re.IGNORECASE,
)
_ARRANGES = re.compile(
    r"\b(?:your interview|confirm(?:ing)? (?:your|the)|schedul|invite you|invitation|looking forward to "
    r"(?:meeting|seeing) you|"
    r"feedback from|the client|put you forward|come via me|through me|how did it go|see below)\b",
    re.IGNORECASE,
)
_MET_YOU = re.compile(
    r"\b(?:thanks? (?:you )?for (?:coming|taking the time|meeting|visiting|talking)|(?:great|good|lovely|nice|"
    r"pleasure) (?:to (?:meet|have|see|speak)|meeting|having|speaking)|enjoyed (?:meeting|our|your|talking))",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"\s*(?:\([^()\n]{0,40}\)\s*)?(?:\?+\s*)?(?:[-–—:|]|,|\()\s*(?P<title>[^\n.;!?]{2,60}?)\)?\s*(?:\((?:on|by|"
    r"via|not)[^()]*\)|,\s*(?:on|via) (?:zoom|teams|video|screen).*)?\s*[.;]?\s*$"
)
_PROSE_WORDS = re.compile(
    r"\b(?:i|he|she|they|we|asked|asks|said|told|wants?|liked|was|is|are|were|will|my|me|what|how|why|when|do|"
    r"does|did|would|could|not|no)\b|[\"“→>]",
    re.IGNORECASE,
)
_SENDERS = frozenset({"from", "von", "de", "da", "van", "wrote", "organizer", "organiser"})


_PANEL_LABEL = re.compile(r"(?:panel|interviewers?|met|board|entrevistador\w*)\b", re.IGNORECASE)


def _no_person(label: str | None) -> bool:
    """Whether what stands under a label is no person but a company, a job, a date or a place."""
    return any(labels.announces(label, kind) for kind in ("company", "role", "neither")) and not (
        labels.announces(label, "panel")
    )


class Places:
    """Which segment a position lies in, and the stretch of text around a mention that its cues are read from."""

    def __init__(self, notes: str, segments: Sequence[Segment]) -> None:
        self.notes = notes
        self.segments = segments
        self.starts = [segment.start for segment in segments]

    def segment(self, position: int) -> Segment | None:
        """The segment that holds a position, or the one whose head it stands in."""
        index = bisect_right(self.starts, position) - 1
        if index >= 0 and position < self.segments[index].end:
            return self.segments[index]
        following = index + 1
        if following < len(self.segments) and "\n" not in self.notes[position : self.segments[following].start]:
            return self.segments[following]
        return None

    def around(self, mention: Mention) -> tuple[int, int]:
        """Span of the line, or of the wrapped sentence, in which a mention stands."""
        segment = self.segment(mention.start)
        if segment and segment.start <= mention.start and ("\n" in segment.text or segment.form == "cell"):
            return segment.start, segment.end
        floor = max(self.notes.rfind("\n", max(0, mention.start - 400), mention.start) + 1, mention.start - 400, 0)
        limit = self.notes.find("\n", mention.end, mention.end + 400)
        return floor, limit if limit >= 0 else min(len(self.notes), mention.end + 400)


def with_voices(
    notes: str, mentions: Sequence[Mention], segments: Sequence[Segment], own: frozenset[str]
) -> list[Mention]:
    """The mentions, with everybody added who speaks in a chat or transcript, and marked as doing so."""
    asks = {
        each.speaker for each in segments if each.speaker and each.form == "turn" and _INTERVIEW_TALK.search(each.text)
    }
    found = list(mentions)
    for voice in {each.speaker for each in segments if each.speaker and each.form == "turn"} - own:
        bare = re.sub(r"\s*[<(\[].*|[^\w.'’)]+$", "", voice).strip()
        if (
            not bare
            or not re.search(r"[^\W\d_]", bare)
            or re.match(r"(?i)(?:speaker|interviewer|panell?ist|candidate|recruiter|q|a|unknown|host)\b", bare)
        ):
            continue
        spoken = [each for each in found if names.fold(each.name) == names.fold(bare)]
        if not spoken and (at := notes.find(voice)) >= 0:
            spoken = [Mention(at, at + len(bare), tuple(bare.split()), None, bare.islower())]
            found.append(spoken[0])
        for mention in spoken[:1]:
            mention.score += 4.0
            mention.assess += 4.0 if asks else 0.0
            mention.other += 0.0 if asks else 5.0
    return sorted(found, key=lambda each: each.start)


def weigh(mentions: Sequence[Mention], places: Places, own: frozenset[str]) -> None:
    """Add to each mention what its place in the layout says."""
    rows = {
        each.line: each
        for each in places.segments
        if each.form == "cell"
        and each.label
        and _TITLE_COLUMN.search(each.label)
        and not _NAME_COLUMN.fullmatch(each.label)
    }
    arranges = {
        each.speaker
        for each in places.segments
        if each.speaker and each.form == "quote" and _ARRANGES.search(each.text)
    }
    met = {
        each.speaker for each in places.segments if each.speaker and each.form == "quote" and _MET_YOU.search(each.text)
    }
    listed = _panel_lines(places)
    for mention in mentions:
        segment = places.segment(mention.start)
        if segment is None:
            continue
        inside = segment.start <= mention.start
        if segment.form == "cell" and inside:
            _in_cell(mention, segment, rows)
        elif segment.form == "header":
            _in_header(mention, segment, places, segment.speaker in arranges)
            mention.assess += 1.5 if segment.speaker in met and (segment.label or "").lower() in _SENDERS else 0.0
        elif segment.form in {"field", "bullet", "prose"} and inside:
            _in_field(mention, segment.label or "")
            _label_titles(mention, segment, places.notes)
        if segment.speaker in met and names.fold(mention.name) == names.fold(segment.speaker or ""):
            mention.assess += 1.5
        if not inside and _no_person(segment.label) and mention.name.lower() in (segment.label or "").lower():
            mention.score -= 4.0
        if inside and segment.form in {"field", "cell"} and _no_person(segment.label):
            mention.score -= 4.0
            continue
        _in_list(mention, segment, places, listed)
        if segment.form != "cell":
            _in_signature_line(mention, places)


def _panel_lines(places: Places) -> frozenset[int]:
    """Lines that stand in a list headed "Panel", "People" or the like."""
    found: set[int] = set()
    panel, last = False, -2
    for segment in places.segments:
        heading = segment.form == "heading" or (segment.form in {"prose", "field"} and len(segment.text) < 40)
        if heading and _PANEL_HEADING.match(segment.text) and segment.line != last:
            panel = True
        elif segment.form == "heading" or (segment.line > last + 2 and found):
            panel = False
        elif panel:
            found.add(segment.line)
        last = segment.line
    return frozenset(found)


def _in_field(mention: Mention, label: str) -> None:
    if labels.announces(label, "recruiter"):
        mention.score += 2.5
        mention.recruiter += 3.0
    elif labels.announces(label, "panel") or _PANEL_LABEL.match(label):
        mention.score += 2.5
        mention.assess += 2.0


def _label_titles(mention: Mention, segment: Segment, notes: str) -> None:
    """ "Clin lead: Dr Wole Soyinka-Grant": the label is the title of whom its value begins with."""
    label = re.sub(r"\s*[(\[].*", "", segment.label or "")
    if not label or mention.start - segment.start > 12 or labels.is_known(label):
        return
    floor = notes.rfind("\n", 0, segment.start) + 1
    at = notes.find(label, floor, segment.start)
    bracketed = mention.title_span and notes[mention.end : mention.title_span[0]].strip() in {"(", "["}
    if at >= 0 and not bracketed and job_titles.looks_like_title(label, explicit=True):
        mention.title, mention.title_span = label, (at, at + len(label))
        mention.score += 2.0
        mention.assess += 1.0


def _in_cell(mention: Mention, segment: Segment, rows: dict[int, Segment]) -> None:
    if not segment.label or not _NAME_COLUMN.search(segment.label) or mention.start - segment.start >= 12:
        return
    mention.score += 4.0
    mention.assess += 2.0
    row = rows.get(segment.line)
    if row and not mention.title:
        mention.title, mention.title_span = row.text, (row.start, row.end)
        mention.recruiter += 3.0 if job_titles.recruits(row.text) else 0.0


def _in_header(mention: Mention, segment: Segment, places: Places, arranges: bool) -> None:
    label = (segment.label or "").lower()
    if label in _SENDERS:
        mention.score += 4.0
        mention.recruiter += 2.5 if arranges or label.startswith("organi") else 1.0
    elif label in {"attendees", "required", "guests", "invitees", "who"}:
        mention.score += 3.0
        mention.assess += 1.5
    elif label == "optional":
        mention.score += 3.0
        mention.other += 1.0
    elif label in {"to", "cc", "an", "para", "à", "aan"}:
        mention.score += 2.5
    elif label == "signature":
        mention.score += 2.0
        if not mention.title:
            _title_below(mention, segment, places)


def _title_below(mention: Mention, segment: Segment, places: Places) -> None:
    """In a signature the title stands on the line under the name."""
    index = bisect_right(places.starts, segment.start)
    if mention.end < segment.end - 1 or mention.start > segment.start + 8 or index >= len(places.segments):
        return
    following = places.segments[index]
    if following.label != "Signature":
        return
    text = re.split(r"\s*[|,·•]\s*|\s+at\s+", following.text)[0].strip()
    if job_titles.looks_like_title(text, explicit=True):
        mention.title, mention.title_span = text, (following.start, following.start + len(text))
    if job_titles.recruits(following.text):
        mention.recruiter += 3.0


def _in_signature_line(mention: Mention, places: Places) -> None:
    """ "Beth Lacey | Scoutlark Recruitment | 07..." says what she is."""
    line_end = places.notes.find("\n", mention.end)
    rest = places.notes[mention.end : line_end if line_end >= 0 else mention.end + 120][:120]
    if re.match(r"\s*[|,]\s*[^|\n]*", rest) and "|" in rest and job_titles.recruits(rest):
        mention.recruiter += 3.0


def _title_on_next_line(mention: Mention, places: Places, begin: int) -> None:
    """A title that stands alone under a name, as in a signature without its greeting."""
    end = places.notes.find("\n", begin)
    line = places.notes[begin : end if end >= 0 else len(places.notes)]
    text = re.split(r"\s*[|,·•]\s*|\s+at\s+", line.strip())[0]
    if text and len(line) < 80 and text[0].isupper() and job_titles.looks_like_title(text):
        begin += line.index(text)
        mention.title, mention.title_span = text, (begin, begin + len(text))
        mention.score += 1.5


def _in_list(mention: Mention, segment: Segment, places: Places, listed: frozenset[int]) -> None:
    """ "Dr Zhou – remote sensing" on a line of its own: the rest of the line is the title."""
    line_start = places.notes.rfind("\n", 0, mention.start) + 1
    opening = places.notes[line_start : mention.start].strip(" \t*•·▪◦-–—>#|()[]xX0123456789.")
    if opening or segment.form in {"header", "cell", "turn", "quote", "heading"}:
        return
    in_panel = segment.line in listed
    mention.assess += 0.7
    mention.score += 0.5 if names.given_sure(mention.parts[0]) else 0.0
    if in_panel:
        mention.score += 2.0
        mention.assess += 2.0
    line_end = places.notes.find("\n", mention.end)
    rest = places.notes[mention.end : line_end if line_end >= 0 else len(places.notes)][:120]
    if not rest.strip(" *") and not mention.title and line_end >= 0:
        _title_on_next_line(mention, places, line_end + 1)
    match = _LISTED.match(rest)
    if not match or _PROSE_WORDS.search(match["title"]) or len(match["title"].split()) > 6:
        return
    titled = job_titles.looks_like_title(match["title"], explicit=True)
    if titled or (in_panel and not mention.title):
        text = re.split(r",\s*(?:surname|name|spelling|sp|pronounced|last name)\b", match["title"])[0].strip(" ,()-")
        begin = mention.end + match.start("title")
        longer = mention.title is None or (
            mention.title_span and mention.title_span[0] == begin and len(text) > len(mention.title)
        )
        if longer and not (mention.title is None and not titled and not in_panel):
            mention.title, mention.title_span = text, (begin, begin + len(text))
            mention.score += 1.5
            mention.assess += 0.7
