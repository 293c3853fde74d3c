"""Where the notes may name an organisation, and whether it is the one the interview was with.

Candidates are runs of capitals and, in headlines and labelled fields, lower-case pieces. Each is weighed by its place:
"interview at X" and "X, site manager" speak for the target; "offer from X" and "at my last place, X" for another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.brief import Person
from assistant.reading import addresses, job_titles, names
from assistant.reading.segments import Segment
from assistant.reading.wordlist import words

_WORD = re.compile(r"[^\W_](?:[\w'’+-]|&(?=\w)|\.(?=\w))*\.?|&|\+")
_LINKS = words("of for and the de la du des del di da do dos und et y & + für der van den le los las les d' & in on")
_STOP = words(
    "i me my we he she they it you monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun",
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
    "ok okay yes no hi hello hey dear thanks thank regards cheers best met interviewed interview interviews had went saw just today yesterday",
    "panel role position job post date time location subject from to sent cc re fwd fw note notes also then so but and the a an this that there",
    "first second third final round decision next questions q a asked said told what when where who why how if as at in on for with by about after",
    "before during because hr it cv nda pdf teams zoom meet google skype webex linkedin whatsapp gmail email phone asap ps p.s fyi abeg right",
    "morning afternoon evening tbc tbd eod well good great lovely nice loved liked hoy me heute ce cet entretien entrevista bros lol omg not only",
    "visit do don't dont never gracias thanks send sent write wrote call called got get interviewer interviewers their our his her old new ref",
    "christmas easter still now once both all one two three four five six seven eight nine ten will would could should can hopefully overall",
    "company organisation organization employer firm client contact name title band grade part some really very bit feeling",
)
_TARGET_BEFORE = (
    (
        re.compile(
            r"\b(?:interview\w*|int|trial|audition\w*|chat|call|meeting|round|screen|assessment|job|role|position|post|vacancy|shift|placement|finish|entrevista|entretien|gespräch|vorstellungsgespräch|colloquio)\b[^.;\n]{0,45}?\b(?:with|at|for|w/?|@|from|en|con|avec|chez|bei|mit|na|em|in)\s+(?:the\s+|la\s+|el\s+)?$",
            re.I,
        ),
        4.0,
    ),
    (
        re.compile(
            r"(?:@|\b(?:client|company|employer|firm|organisation|organization|school|practice|place|shop|hotel|name)\s*(?:is|was|=|:))\s*(?:called\s+)?$",
            re.I,
        ),
        4.0,
    ),
    (
        re.compile(
            r"\b(?:met (?:with )?[^.;\n]{2,40}|went to see[^.;\n]{2,40}|car park|office|outside|coming out of|out of)\s+(?:at|of|from)\s+(?:the\s+)?$",
            re.I,
        ),
        3.0,
    ),
    (
        re.compile(
            r"\b(?:applied to|apply to|applying (?:to|for)|joining|join|work(?:ing)? (?:at|for)|went to|visited|been to|back from|heard from|email from|call from|letter from)\s+(?:the\s+)?$",
            re.I,
        ),
        2.5,
    ),
    (re.compile(r"\b(?:at|from|with|for|w/|bei|chez)\s+(?:the\s+)?$", re.I), 1.0),
)
_OTHER_BEFORE = (
    re.compile(r"\b(?:offers?|offered|verbal)\b[^.;\n]{0,30}\b(?:from|at|by|with)\s+(?:the\s+)?$", re.I),
    re.compile(
        r"\b(?:last|previous|prev|old|former|current|present|own|other|prior|ex)[- ]?(?:place|job|role|employer|company|firm|boss|manager|team|school|ward|gig|shop|post|work)?\b[^.;\n]{0,14}(?:[(,:=–-]|\bat|\bis|\bwas|\bfrom)\s*(?:the\s+)?$",
        re.I,
    ),
    re.compile(
        r"\b(?:i (?:work|worked|started|ran|did|led|built|was|am|left|trained|used to|fixed|fix|moved|set up|cut|managed|launched|introduced|designed|handled|reduced|saved|spent|made|wrote|had|taught|grew|rolled|migrated)|i'?m|i'?ve|when i|my time|my years?|we (?:did|had|cut|ran|built|used|moved|were|started)|years?|months|currently|now|back|job|project|story|example|thing|time|experience|contract|huddle|placement|internship)\b[^.;\n]{0,60}?\b(?:at|for|with|in|from)\s+(?:the\s+)?$",
        re.I,
    ),
    re.compile(
        r"\b(?:turned down|turn down|leaving|leave|left|quit|rejected by|also (?:interviewing|talking|applied|waiting)[^.;\n]{0,20}|second interview[^.;\n]{0,20}|competing|waiting on|also got|instead of|compared (?:to|with)|unlike|versus|vs\.?|not)\s+(?:(?:at|for|with|to|on|the|la|el|from)\s+)*$",
        re.I,
    ),
    re.compile(
        r"\b(?:told|showed|gave|explained|mentioned|talked)\b[^.;\n]{0,70}\b(?:at|for|from|with)\s+(?:the\s+)?$", re.I
    ),
)
_OTHER_AFTER = re.compile(
    r"[)\s]*(?:,\s*)?(?:=\s*\w+|offered|offer\b|made me|gave me|want(?:s|ed)? me|is my (?:current|old|last)|where i (?:work|worked|am|was)|(?:don'?t|doesn'?t|do not|must not|mustn'?t|can'?t|cannot) (?:know|find)|know say|are restructuring|is restructuring|is closing|"
    r"(?:is|are) laying|laying|won'?t|pays? (?:more|less)|called (?:me )?with|came back with|went with|rejected|fired|sacked|let me go|made me redundant|didn'?t)",
    re.IGNORECASE,
)
_TARGET_AFTER = re.compile(
    r"[)\s]*(?:interview\b|role\b|job\b|position\b|trial\b|audition\b|[-–—:]\s*(?:interview|first|second|final)|\s*portal)",
    re.IGNORECASE,
)
_AGENCY = words(
    "recruit recruitment recruiting talent search staffing resourcing personnel executive-search headhunters agency"
)
_DATE = re.compile(r"\b(?:\d{1,2}[./:-]\d{1,2}|\d{1,2}(?:st|nd|rd|th)\b|\d{1,2}\s*[ap]m\b|\d{4})", re.IGNORECASE)
_PIECE = re.compile(r"\s+[-–—|/]+\s+|\s*[,;|]\s+|\s*:\s+|\.\s+|\s+[–—]|\s*[()\[\]]\s*|\n|\s+//\s+|\s@\s")


@dataclass(slots=True)
class Candidate:
    """A stretch that may name an organisation, with what speaks for it as the target and as another."""

    start: int
    end: int
    text: str
    target: float = 0.0
    other: float = 0.0
    agency: bool = False

    @property
    def key(self) -> str:
        """What two mentions of the same organisation have in common."""
        return compact(self.text)


def compact(text: str) -> str:
    """Letters and figures only, folded, without legal forms and articles."""
    found = re.findall(r"[a-z0-9]+", names.fold(text))
    kept = [
        word
        for word in found
        if word not in {"ltd", "limited", "llp", "llc", "inc", "plc", "gmbh", "ag", "the", "la", "co", "and"}
    ]
    return "".join(kept or found)


def is_kind(word: str) -> bool:
    """Whether a word says what sort of organisation it is ("Hospital", "GmbH", "Coffee")."""
    return word.lower().strip(".'’s") in names.vocabulary("company", "kinds") or word.lower().strip(
        "."
    ) in names.vocabulary("company", "kinds")


def is_date(text: str) -> bool:
    """Whether a piece of a headline is a date or a time."""
    found = re.findall(r"[^\W\d_]+", text.lower())
    days = words(
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun today yesterday tomorrow morning afternoon evening",
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
    )
    return bool(_DATE.search(text)) or any(word in days for word in found)


def find(notes: str, segments: Sequence[Segment], people: Sequence[Person]) -> list[Candidate]:
    """Every capitalised candidate, weighed by its place, in the order of the notes."""
    folk = {compact(span.text) for person in people for span in person.evidence} | {
        compact(person.name) for person in people
    }
    domains = _domains(notes, people)
    first = next((segment.line for segment in segments if segment.form not in {"boilerplate", "header"}), 0)
    found: list[Candidate] = []
    for segment in segments:
        if segment.form == "boilerplate" or (
            segment.form == "header"
            and (segment.label or "").lower() not in {"subject", "signature", "summary", "betreff", "asunto", "objet"}
        ):
            continue
        for start, end in runs(notes, segment.start, segment.end):
            text = notes[start:end]
            if compact(text) in folk or not _possible(text):
                continue
            candidate = Candidate(start, end, text)
            _weigh(notes, candidate, segment, first, domains)
            found.append(candidate)
    return found


def runs(notes: str, floor: int, limit: int) -> list[tuple[int, int]]:
    """Spans of runs of capitalised words, links such as "of" and "&" inside them included."""
    found: list[tuple[int, int]] = []
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(notes, floor, limit):
        text = word.group()
        near = (
            bool(run)
            and 0 < word.start() - run[-1].end() <= 1
            and notes[run[-1].end()] in " \xa0"
            and not _closed(run[-1].group())
        )
        if run and not near:
            _close_run(run, found)
            run = []
        link = text.lower() in _LINKS and (text[0].islower() or text in "&+") and bool(run)
        if (
            link
            or (text[0].isupper() and text.lower().rstrip(".") not in _STOP)
            or (run and text[0].isdigit() and False)
        ):
            run.append(word)
        elif (
            run
            and text[0].isupper()
            and text.lower()
            in {
                "the",
                "part",
                "band",
                "first",
                "company",
                "right",
                "meet",
                "new",
                "old",
                "one",
                "two",
                "four",
                "nine",
                "march",
                "may",
                "august",
            }
        ):
            run.append(word)
        elif run:
            _close_run(run, found)
            run = []
    if run:
        _close_run(run, found)
    return found


def _closed(text: str) -> bool:
    return text.endswith(".") and text.lower() not in {
        "st.",
        "univ.",
        "dr.",
        "mt.",
        "inc.",
        "ltd.",
        "co.",
        "s.",
        "dept.",
    }


def _close_run(run: list[re.Match[str]], found: list[tuple[int, int]]) -> None:
    while run and run[-1].group().lower() in _LINKS:
        run.pop()
    if run:
        text = run[-1].group()
        end = run[-1].end()
        if text.endswith(".") and _closed(text):
            end -= 1
        found.append((run[0].start(), end))


def _possible(text: str) -> bool:
    found = text.split()
    low = [word.lower().strip(".'’") for word in found]
    if len(text) < 2 or (
        len(found) == 1
        and (low[0] in names.vocabulary("things", "tools") or low[0] in names.vocabulary("things", "places"))
    ):
        return False
    if all(word in names.vocabulary("things", "places") for word in low):
        return False
    if len(found) == 1 and text.isupper() and len(text) <= 5:
        return False
    titles = [job_titles.is_title_word(word) for word in found]
    return not all(titles) and not (titles[-1] and job_titles.is_head(found[-1]) and not is_kind(found[-1]))


def _domains(notes: str, people: Sequence[Person]) -> dict[str, float]:
    """Domains of the addresses in the notes, folded, with what each speaks for: the target, or an agency."""
    found: dict[str, float] = {}
    parts = {person.email: person.part for person in people if person.email}
    for address in addresses.find(notes):
        name = re.sub(
            r"[^a-z0-9]", "", address.domain.rpartition(".")[0].rpartition(".")[2] or address.domain.partition(".")[0]
        )
        if name in {
            "gmail",
            "outlook",
            "hotmail",
            "yahoo",
            "icloud",
            "mailbox",
            "proton",
            "protonmail",
            "gmx",
            "mail",
            "live",
            "googlemail",
        }:
            continue
        weight = -3.0 if parts.get(address.value) == "recruiter" else 4.0
        found[name] = max(found.get(name, weight), weight)
    return found


def domain_weight(text: str, domains: dict[str, float]) -> float:
    """What the addresses in the notes say about an organisation of this name."""
    key = compact(text)
    for domain, weight in domains.items():
        if len(domain) >= 3 and (
            domain.startswith(key)
            and len(key) >= 4
            or key.startswith(domain)
            and len(domain) >= 4
            or domain in key
            and len(domain) >= 5
            or key == domain
        ):
            return weight
        initials = "".join(word[0] for word in re.findall(r"\w+", names.fold(text)))
        if len(domain) >= 3 and initials == domain:
            return weight
    return 0.0


def _weigh(notes: str, candidate: Candidate, segment: Segment, first: int, domains: dict[str, float]) -> None:
    floor = max(0, notes.rfind("\n", 0, candidate.start) + 1, candidate.start - 110)
    before, after = notes[floor : candidate.start], notes[candidate.end : candidate.end + 60].split("\n")[0]
    candidate.target += next((score for pattern, score in _TARGET_BEFORE if pattern.search(before)), 0.0)
    if any(pattern.search(before) for pattern in _OTHER_BEFORE):
        candidate.other += 3.0
    if _OTHER_AFTER.match(after):
        candidate.other += 3.5
    if _TARGET_AFTER.match(after):
        candidate.target += 2.0
    found = candidate.text.split()
    if any(is_kind(word) for word in found[1:]) or (found and is_kind(found[0]) and len(found) > 1):
        candidate.target += 1.5
    weight = domain_weight(candidate.text, domains)
    candidate.target += max(0.0, weight)
    if any(word.lower() in _AGENCY for word in found[1:]) or weight < 0:
        candidate.agency = True
        candidate.other += 4.0
    if segment.line <= first + 1 or (segment.label or "").lower() in {"subject", "summary"}:
        candidate.target += 2.5 if _beside_role(notes, candidate) else 1.0
    if segment.form == "heading":
        candidate.target += 1.0


def _beside_role(notes: str, candidate: Candidate) -> bool:
    """Whether a headline sets the name beside a job ("Rosebank Lodge, deputy home manager")."""
    line_start = notes.rfind("\n", 0, candidate.start) + 1
    line_end = notes.find("\n", candidate.end)
    line_end = len(notes) if line_end < 0 else line_end
    following = [
        piece for piece in _PIECE.split(notes[candidate.end : min(line_end, candidate.end + 90)]) if piece.strip()
    ]
    before = [
        piece for piece in _PIECE.split(notes[max(line_start, candidate.start - 90) : candidate.start]) if piece.strip()
    ]
    near = following[:1] + before[-1:]
    return any(any(job_titles.is_head(word) for word in re.findall(r"[\w/&'’-]+", piece)) for piece in near)


def pieces(notes: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """The pieces of a headline between commas, dashes and bars, as (start, end, text)."""
    found = []
    position = start
    for mark in _PIECE.finditer(notes, start, end):
        found.append((position, mark.start()))
        position = mark.end()
    found.append((position, end))
    return [
        (a, b, notes[a:b])
        for a, b in ((a + len(notes[a:b]) - len(notes[a:b].lstrip()), a + len(notes[a:b].rstrip())) for a, b in found)
        if b > a
    ]
