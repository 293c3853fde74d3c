"""Where the notes may name an organisation, and whether it is the one the interview was with.

Candidates are runs of capitals and, in headlines and labelled fields, lower-case pieces. Each is weighed by its place:
"interview at X" and "X, site manager" speak for the target; "offer from X" and "at my last place, X" for another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.brief import Person
from assistant.reading import addresses, job_titles, names
from assistant.reading.segments import Segment
from assistant.reading.wordlist import words

_WORD = re.compile(r"[^\W_](?:[\w'’+-]|&(?=\w)|\.(?=\w))*\.?|&|\+")
_LINKS = words("of for and the de la du des del di da do dos und et y & + für der van den le los las les d' &")
_LEGAL_FORMS = frozenset(
    {"plc", "ltd", "llc", "llp", "inc", "gmbh", "d.o.o", "s.r.o", "hf", "ehf", "oy", "ab", "bv", "nv", "kft", "zrt"}
)
_OPENERS = frozenset({"The", "Old", "New", "Great", "Little", "Royal", "Good", "First"})
_STOP = words(
    "i me my we he she they it you monday tuesday wednesday thursday friday saturday sunday mon tue tues wed "
    "weds thu thur thurs fri sat sun",
    "january february march april may june july august september october november december jan feb mar apr jun "
    "jul aug sep sept oct nov dec",
    "ok okay yes no hi hello hey dear thanks thank regards cheers best met interviewed interview interviews had "
    "went saw just today yesterday",
    "panel role position job post date time location subject from to sent cc re fwd fw note notes also then so "
    "but and the a an this that there",
    "first second third final round decision next questions q a asked said told what when where who why how if "
    "as at in on for with by about after",
    "before during because hr it cv nda pdf teams zoom meet google skype webex linkedin whatsapp gmail email "
    "phone asap ps p.s fyi abeg right",
    "morning afternoon evening tbc tbd eod well good great lovely nice loved liked hoy me heute ce cet entretien "
    "entrevista bros lol omg not only",
    "visit do don't dont never gracias thanks send sent write wrote call called got get interviewer interviewers "
    "their our his her old new ref",
    "christmas easter still now once both all one two three four five six seven eight nine ten will would could "
    "should can hopefully overall",
    "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo "
    "montag dienstag mittwoch donnerstag freitag",
    "janv fév févr avril juin juil août déc enero febrero marzo abril mayo junio julio agosto septiembre octubre "
    "noviembre diciembre",
    "company organisation organization employer firm client contact name title band grade part some really very "
    "bit feeling",
)
_TARGET_BEFORE = (
    (
        re.compile(
            r"\b(?:interveiw\w*|interview\w*|int|trial|audition\w*|chat\w*|call|meeting|round|screen|assessment|"
            r"job|role|position|vacancy|shift|placement|finish|entrevista|entretien|"
            r"\w*gespräch|colloquio|no)\b[^.;\n]{0,45}?\b(?:with|at|for|w/?|@|from|en|con|avec|chez|bei|mit|na|"
            r"em)\s+(?:the\s+|el\s+)?$",
            re.IGNORECASE,
        ),
        4.0,
    ),
    (
        re.compile(
            r"(?:\b(?:client|company|employer|firm|organisation|organization|school|practice|shop|hotel)\s*(?:is|"
            r"was|=|:)|\bname is|\bcalled|@)\s*$",
            re.IGNORECASE,
        ),
        4.0,
    ),
    (
        re.compile(
            r"\b(?:here at|welcome to|us at|car park|office|outside|coming out|out|just come|come|back)\s+(?:at|"
            r"of|from)\s+(?:the\s+)?$",
            re.IGNORECASE,
        ),
        3.0,
    ),
    (
        re.compile(
            r"\b(?:applied to|apply to|applying (?:to|for)|joining|join|went to|visited|been to|heard from|"
            r"(?:call|email|letter|reply|rang|no|offer) from)\s+(?:the\s+)?$",
            re.IGNORECASE,
        ),
        2.5,
    ),
    (re.compile(r"\b(?:at|from|with|for|w/|bei|chez)\s+(?:the\s+)?$", re.IGNORECASE), 1.0),
)
_OTHER_BEFORE = (
    re.compile(r"\bmy\s+$", re.IGNORECASE),
    re.compile(r"\b(?:agency|agent|recruiter|rival)\s*[,:(]\s*$", re.IGNORECASE),
    re.compile(
        r"\b(?:not (?:for|in) (?:the|my|this) (?:letter|e-?mail|mail|message|note)|not to (?:be )?(?:say|said|"
        r"mention(?:ed)?|go in))\b[^\n]{0,110}$",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:through|thru|via|recruiter|agency|agent|organi[sz]er)\b[^.;\n]{0,40}\b(?:at|from|with|"
        r"of)\s+(?:the\s+)?$",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:offers?|offered|verbal)\b[^.;\n]{0,30}\b(?:from|at|by|with)\s+(?:the\s+)?$", re.IGNORECASE),
    re.compile(
        r"(?<!\bat )\b(?:last|previous|prev|old|former|current|present|own|other|prior|ex)[- ]?(?:place|job|role|"
        r"employer|"
        r"company|firm|boss|manager|team|school|ward|gig|shop|post|work|application|people|process)?\b"
        r"[^.;\n]{0,14}(?:[(,:=–—-]|\bat|\bis|\bwas|\bfrom|\bwith)\s*(?:the\s+)?$",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:turned down|turn down|leaving|leave|left|quit|rejected by|(?:also|in process|in talks|shortlisted|"
        r"interviewing|waiting|another (?:final|second|interview|round))\b[^.;\n]{0,20}\b(?:with|w/?|at|for|on)|"
        r"competing|"
        r"also got|also have|"
        r"i have|i've got|instead of|compared (?:to|with)|unlike|versus|vs\.?|fix(?:ed)? for|wey i \w+ "
        r"for)\s+(?:(?:the|la|el|an|a)\s+)?$",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:don'?t|do not|dont|not|never|no|nothing|without|nothing about|rien|nada|must ?n[o']t|mustn'?t|"
        r"avoid|leave out)\b[^.;\n]{0,50}\b(?:mention\w*|say|about|bring up|name|dire|decir|talk|know|that|NOT to "
        r"say)\b[^.;\n]{0,60}$",
        re.IGNORECASE,
    ),
)
_MINE = re.compile(
    r"\b(?:i|we|my|me|our|i'?ve|i'?m|i'?d|we'?d)\b|\b(?:told|showed|gave|explained to)\s+(?:\w+\s+){1,2}(?:about|"
    r"abt|how|the|of|re|closing|that)\b",
    re.IGNORECASE,
)
_THEIRS = re.compile(r"\b(?:they|he|she|it|they'?ve|they'?re|he'?s|she'?s|you|their|his|her)\b", re.IGNORECASE)
_WORKED = re.compile(r"(?:\b(?:at|for|from|with|@)|\bsaid\s*[—–-])\s+(?:the\s+|la\s+)?$", re.IGNORECASE)
_WE_DID = re.compile(r"\s*,?\s*(?:i|we)\b|\s*,?\s*\d+ (?:yrs?|years?|months?)\b|\s+\(\d", re.IGNORECASE)
_OTHER_AFTER = re.compile(
    r"[)\s]*(?:,\s*)?(?:offered|offer\b|made me|(?:has |have |had )?(?:gave|asked|invited|called|phoned) me|"
    r"want(?:s|ed)? me|(?:which )?is (?:where|my (?:current|old|last))|is my (?:current|old|last)|\(?my (?:boss|"
    r"work|job|employer|current|old)\b|\(?where i "
    r"(?:work|worked|am|was|trained)|"
    r"\(?they (?:called|offered|want|asked)|(?:don'?t|dont|doesn'?t|do not|must not|mustn'?t|can'?t|cannot) "
    r"(?:know|find|hear)|know say|(?:is|are) (?:restructuring|closing|laying|paying)|laying|pays? (?:me|more|"
    r"less)|"
    r"called (?:me )?with|came back with|rejected|fired|sacked|let me go|made me redundant|final\b|retention|"
    r"(?:have|has|had) (?:asked|offered|invited) me|interview (?:on|is|next)\b)",
    re.IGNORECASE,
)
_TARGET_AFTER = re.compile(
    r"[)\s]*(?:(?:first |second |final )?interview\b(?! on| is| next)|role\b|job\b|position\b|trial\b|audition\b|"
    r"[-–—:]\s*(?:interview|first|second|final)|\s*portal|offered\b)",
    re.IGNORECASE,
)
_STORY = re.compile(
    r"\b(?:told|walked|took|showed)\s+\w+\s+(?:\w+\s+)?(?:about|abt|through|of)\s+(?:the\s+|my\s+|our\s+)?$",
    re.IGNORECASE,
)
_STORY_AFTER = re.compile(
    r"\s+(?:redesign|project|migration|launch|case|rollout|refit|job|contract|account|campaign|build|work|merger|move)\b"
)
_STORY_HOUSE = re.compile(r"\s*,\s*(?:the|where|how|when|my)\b")
_STREET = re.compile(
    r"(?:lane|road|street|avenue|square|way|drive|close|terrace|crescent|row|hill road)$", re.IGNORECASE
)
_AGENCY = words(
    "recruit recruitment recruiting talent search staffing resourcing personnel executive-search headhunters agency"
)
_DATE = re.compile(r"\b(?:\d{1,2}[./:-]\d{1,2}|\d{1,2}(?:st|nd|rd|th)\b|\d{1,2}\s*[ap]m\b|\d{4})", re.IGNORECASE)
_PIECE = re.compile(r"\s+[-–—|/]+\s+|\s*[,;|]\s+|\s*:\s+|\.\s+|\s+[–—]|\s*[()\[\]]\s*|\n|\s+//\s+|\s@\s")


_MOST = 1_000
"""More candidates than this are not compared; real notes hold a few dozen."""


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


def same(first: str, second: str) -> bool:
    """Whether two compacted names are of one organisation: equal, or one begins the other."""
    return first == second or (
        min(len(first), len(second)) >= 4 and (first.startswith(second) or second.startswith(first))
    )


@lru_cache(maxsize=16_384)
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
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat "
        "sun today yesterday tomorrow morning afternoon evening",
        "january february march april may june july august september october november december jan feb mar apr "
        "jun jul aug sep sept oct nov dec",
    )
    return bool(_DATE.search(text)) or any(word in days for word in found)


def find(notes: str, segments: Sequence[Segment], people: Sequence[Person]) -> list[Candidate]:
    """Every candidate, weighed by its place, in the order of the notes."""
    folk = _folk(segments, people)
    domains = _domains(notes)
    written = tuple(addresses.find(notes))
    ends = {span.end: person.part for person in people for span in person.evidence}
    first = next((segment.line for segment in segments if segment.form not in {"boilerplate", "header"}), 0)
    found: list[Candidate] = []
    for segment in segments:
        if segment.form == "boilerplate":
            continue
        spelled = [
            (start, end)
            for start, end in _by_domain(notes, segment, domains)
            if not any(address.start <= start < address.end for address in written)
            and not any(
                a <= start and end <= b and (a, b) != (start, end) for a, b in runs(notes, segment.start, segment.end)
            )
        ]
        for start, end in [*runs(notes, segment.start, segment.end), *spelled]:
            text = notes[start:end]
            if _of_people(text, folk) or not _possible(notes, start, end, segment):
                continue
            if (start, end) not in spelled and any(
                a <= start < b or start <= a < end for a, b in spelled if (b - a) >= (end - start)
            ):
                continue
            candidate = Candidate(start, end, text)
            _weigh(notes, candidate, segment, first, domains)
            _beside_person(notes, candidate, ends, segment)
            found.append(candidate)
    return found[:_MOST]


def _folk(segments: Sequence[Segment], people: Sequence[Person]) -> frozenset[str]:
    """Folded words of all names of people, the candidate's from the To line included."""
    texts = [span.text for person in people for span in person.evidence] + [person.name for person in people]
    texts += [
        segment.text
        for segment in segments
        if segment.form == "header" and (segment.label or "").lower() in {"to", "an", "para"}
    ]
    return frozenset(word for text in texts if "@" not in text for word in re.findall(r"\w[\w'’-]*", names.fold(text)))


def _of_people(text: str, folk: frozenset[str]) -> bool:
    found = re.findall(r"\w[\w'’-]*", names.fold(text))
    named = [word for word in found if word in folk]
    return bool(named) and all(word in folk or names.is_honorific(word) or job_titles.is_head(word) for word in found)


def _by_domain(notes: str, segment: Segment, domains: dict[str, float]) -> list[tuple[int, int]]:
    """Spans of up to five words that spell the domain of an address in the notes."""
    if not domains or (segment.form == "header" and (segment.label or "").lower() in {"from", "to", "cc"}):
        return []
    found = list(_WORD.finditer(notes, segment.start, segment.end))
    keys = [re.sub(r"[^a-z0-9]", "", names.fold(word.group()).replace("&", "")) for word in found]
    spans = []
    for index in range(len(found)):
        joined = ""
        for last in range(index, min(index + 6, len(found))):
            joined += keys[last]
            if (
                joined in domains
                and len(joined) >= 5
                and keys[index]
                and keys[last]
                and "@" not in notes[found[index].start() : found[last].end() + 1]
                and notes[found[index].start() - 1 : found[index].start()] not in {"@", "."}
            ):
                spans.append((found[index].start(), _with_kind(notes, found, last)))
    return spans


def _with_kind(notes: str, found: Sequence[re.Match[str]], last: int) -> int:
    """The end of a name with the word after it that says its kind ("st petroc's primary", "sunward roofing solar")."""
    end = found[last].end()
    while last + 1 < len(found) and notes[found[last].end() : found[last + 1].start()] == " ":
        word = found[last + 1].group()
        follows_case = word[0].isupper() == notes[found[last].start()].isupper()
        if not ((is_kind(word) and follows_case) or word.lower() in {"primary", "secondary"}):
            break
        last += 1
        end = found[last].end()
    return end


def _beside_person(notes: str, candidate: Candidate, ends: Mapping[int, str], segment: Segment) -> None:
    """ "Lettie from the Old Creamery", "Tamsin (producer, Saltgate Playhouse)", a signature: whose house it is."""
    before = notes[max(0, candidate.start - 60) : candidate.start]
    match = re.search(
        r"(?:\s+(?:from|of|at|@|with)\s+(?:the\s+)?|\s*\([^()\n]{0,45}[,@]\s*(?:at\s+)?|\s*[|]\s*(?:[^|\n]{2,40}[|"
        r",]\s*)?|\s*,\s*(?:[^,\n]{2,30}\s*(?:,|\bat)\s*(?:the\s+)?)?)$",
        before,
    )
    part = ends.get(candidate.start - len(match[0])) if match else None
    if part == "recruiter" and any(
        word.lower() in _AGENCY or (is_kind(word) and word.lower() == "partners") for word in candidate.text.split()
    ):
        candidate.other += 3.0
        candidate.agency = True
    elif part == "recruiter":
        candidate.other += 1.0
    elif (
        part == "interviewer" and match and (match[0].strip()[:1] != "," or re.search(r"\bat\s*(?:the\s*)?$", match[0]))
    ):
        candidate.target += 3.0
    elif part == "other" and match and match[0].strip()[:1] not in {",", "|"}:
        candidate.other += 1.5
    if (segment.label or "") == "Signature" and not candidate.agency:
        candidate.target += 2.0


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
        if re.match(r"(?i:i|he|she|we|you|they|it|that|who|there|what)['’]", text):
            text = "i"
        link = text.lower() in _LINKS and (text[0].islower() or text in "&+") and bool(run)
        if (
            link
            or (text[0].isupper() and text.lower().rstrip(".") not in _STOP)
            or (run and text[0].isdigit() and False)
        ) or (
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
                "re",
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


def _possible(notes: str, start: int, end: int, segment: Segment) -> bool:
    """Whether a run can name an organisation by its words: no tool, place, job, street or opening everyday word."""
    text = notes[start:end]
    found = text.split()
    low = [word.lower().strip(".'’") for word in found]
    single = len(found) == 1
    if (
        len(text) < 2
        or all(word in names.vocabulary("things", "places") or word in _LINKS for word in low)
        or (
            _STREET.search(text)
            and len(found) <= 2
            and not re.search(r"group|club|team", notes[max(0, start - 20) : start])
        )
    ):
        return False
    if single and (low[0] in names.vocabulary("things", "tools") or (text.isupper() and len(text) <= 5)):
        return False
    if (
        single
        and names.is_common(low[0])
        and (
            start == segment.start
            or not re.search(r"(?:\bat|\bfrom|\bthe|\bwith|\()\s*$", notes[max(0, start - 8) : start])
        )
    ):
        return False
    if text.isupper() and len(found) > 2 and not is_kind(found[-1]):
        return False
    if (
        re.match(
            r"\s+(?!and\b|for\b|at\b|in\b|on\b|which\b|who\b|where\b|that\b|is\b|was\b|to\b|with\b|w\b|but\b|or\b|"
            r"so\b|don|must|did|has|had|gave|offer|want|said|call|know|pay|made)[a-z]{3,}",
            notes[end : end + 20],
        )
        and single
        and re.search(r"\b(?:the|a|an)\s+$", notes[max(0, start - 5) : start])
    ):
        return False
    titles = [job_titles.is_title_word(word) for word in found]
    if all(titles) or (job_titles.is_head(found[0]) and len(found) > 1 and low[1] == "of"):
        return False
    if job_titles.is_exact_head(found[-1]) and not is_kind(found[-1]):
        return False
    rest = re.match(r"(?:\s+[a-zà-þ][\w-]*){1,3}", notes[end : min(segment.end, end + 50)])
    return not (
        rest
        and any(job_titles.is_head(word) for word in rest[0].split())
        and notes[start - 2 : start].strip() not in {",", "at"}
        and any(titles)
    )


def _domains(notes: str) -> dict[str, float]:
    """Domains of the addresses in the notes, folded, with what each speaks for: the target, or an agency."""
    found: dict[str, float] = {}
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
        agency = address.local == "staffing" or re.search(r"recruit|talent|search|staffing|resourc", address.domain)
        weight = -3.0 if agency else 5.0
        found[name] = max(found.get(name, weight), weight)
    return found


def domain_weight(text: str, domains: dict[str, float]) -> float:
    """What the addresses in the notes say about an organisation of this name."""
    key = compact(text)
    for domain, weight in domains.items():
        if len(domain) >= 3 and (
            (domain.startswith(key) and len(key) >= 4)
            or (key.startswith(domain) and len(domain) >= 4)
            or (domain in key and len(domain) >= 5)
            or key == domain
        ):
            return weight
        initials = "".join(word[0] for word in re.findall(r"\w+", names.fold(text)))
        if len(domain) >= 3 and initials == domain:
            return weight
    return 0.0


def _weigh(notes: str, candidate: Candidate, segment: Segment, first: int, domains: dict[str, float]) -> None:
    floor = max(0, notes.rfind("\n", 0, candidate.start) + 1, candidate.start - 130)
    before, after = notes[floor : candidate.start], notes[candidate.end : candidate.end + 60].split("\n")[0]
    candidate.target += next((score for pattern, score in _TARGET_BEFORE if pattern.search(before)), 0.0)
    candidate.other += _against(notes, before, after, segment)
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
    label = (segment.label or "").lower()
    if label in {"subject", "summary"} or (segment.line <= first + 1 and segment.form != "header"):
        candidate.target += _beside_role(notes, candidate)
    if segment.form == "heading":
        candidate.target += 1.0
    if label in {"where", "location"} and candidate.start == segment.start and re.match(r"\s*,\s*\d", after):
        candidate.target += 3.0
    if before.endswith("(") and len(found) == 1:
        candidate.target -= 1.5
    if segment.line > first + 1 and re.match(r"\s*,\s*[a-z]", after) and _beside_role(notes, candidate) == 2.7:
        candidate.target += 1.5
    if re.search(r"\b(?:in|near|to|up at|around|over in)\s+(?:the\s+)?$", before) and len(found) == 1:
        candidate.target -= 2.0


def _against(notes: str, before: str, after: str, segment: Segment) -> float:
    """What says that the organisation is one where the candidate worked or has another offer from."""
    score = 0.0
    if any(pattern.search(before) for pattern in _OTHER_BEFORE):
        score += 3.0
    if _OTHER_AFTER.match(after):
        score += 3.5
    if _STORY.search(before) and (_STORY_AFTER.match(after) or _STORY_HOUSE.match(after)):
        score += 3.0
    sentence = re.split(r"[.!?;]\s", before)[-1]
    mine = [match.start() for match in _MINE.finditer(sentence)]
    theirs = [match.start() for match in _THEIRS.finditer(sentence)]
    own = (bool(mine) and mine[-1] >= max(theirs, default=-1) - 12) or (
        not theirs and re.search(r"\bmy\b", segment.label or "", re.IGNORECASE)
    )
    asked = re.search(
        r"\b(?:interview\w*|trial|round|audition\w*|meeting|chat|met|saw|spoke|call|applied|come out|car park)\b",
        sentence,
        re.IGNORECASE,
    )
    if _WORKED.search(before) and ((own and not asked) or _WE_DID.match(after)):
        score += 3.0
    return score


def _beside_role(notes: str, candidate: Candidate) -> float:
    """What a headline says that sets the name beside a job ("Rosebank Lodge, deputy home manager")."""
    line_start = notes.rfind("\n", 0, candidate.start) + 1
    line_end = notes.find("\n", candidate.end)
    line_end = len(notes) if line_end < 0 else line_end
    following = [
        piece for piece in _PIECE.split(notes[candidate.end : min(line_end, candidate.end + 90)]) if piece.strip()
    ]
    before = [
        piece for piece in _PIECE.split(notes[max(line_start, candidate.start - 90) : candidate.start]) if piece.strip()
    ]
    if following and _holds_job(following[0]):
        return 2.7
    if before and re.search(r"\b(?:interview|trial|round|visit|call|assessment)\w*\b", before[-1], re.IGNORECASE):
        return 2.5
    return 2.5 if before and _holds_job(before[-1]) else 1.0


def _holds_job(piece: str) -> bool:
    return any(job_titles.is_head(word) for word in re.findall(r"[\w/&'’-]+", piece))


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
