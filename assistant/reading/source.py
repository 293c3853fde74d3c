"""What somebody uploads or pipes in, as text: decoding, and the one line that refuses what is not notes."""

from __future__ import annotations

import re

from charset_normalizer import from_bytes

from assistant.errors import NotesError

MAX_BYTES = 150_000

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word, spreadsheet or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Outlook file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"RIFF", "a picture, sound or video file"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a sound recording"),
    (b"\x1f\x8b", "a gzip file"),
    (b"{\\rtf", "a Rich Text file"),
)
_MEDIA_BOX = re.compile(rb"^.{4}ftyp", re.DOTALL)
_PASTE = "open it, copy the text and paste that"


def decode(data: bytes) -> str:
    """The notes as text, from the bytes of a file or a pipe; raises NotesError, one line that says what to do."""
    if not data.strip():
        raise NotesError("the notes are empty: paste or pipe in what you wrote down after the interview")
    _refuse_large(data)
    _refuse_known_formats(data)
    text = _as_text(data).lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    _refuse_garbage(text)
    return text


def require_matter(notes: str) -> None:
    """Nothing where the notes say anything that a message could rest on; else raises NotesError with one line."""
    if not notes.strip():
        raise NotesError("the notes are empty: paste or type what you wrote down after the interview")
    _refuse_large(notes.encode("utf-8", "surrogatepass"))
    lines = [line for line in notes.splitlines() if line.strip()]
    left = [line for line in lines if not _only_contact(line)]
    words = re.findall(r"[^\W\d_]{2,}", " ".join(left))
    if not words or _only_signature(lines, left):
        raise NotesError(
            "the notes hold nothing about an interview, only contact details: "
            "add where it was, with whom and what was said"
        )


def _refuse_large(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        size, limit = -(-len(data) // 1000), MAX_BYTES // 1000
        raise NotesError(f"the notes are {size} kB and the limit is {limit} kB: paste only the notes of one interview")


def _refuse_known_formats(data: bytes) -> None:
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise NotesError(f"the notes are {what}, not text: {_PASTE}")
    if _MEDIA_BOX.match(data):
        raise NotesError(f"the notes are a sound or video file, not text: {_PASTE}")


def _as_text(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(data[len(bom) :], encoding)
    wide = _wide_encoding(data)
    if wide:
        return _strictly(data, wide)
    if b"\x00" in data:
        raise NotesError(f"the notes are a binary file, not text: {_PASTE}")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotesError(
            f"the notes begin as {encoding.upper()} but are damaged at byte {error.start}: "
            "save them as UTF-8 and try again"
        ) from error


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark shows as a zero in every second byte."""
    sample = data[:2000]
    half = max(len(sample) // 2, 1)
    if len(data) % 2:
        return None
    if sample[1::2].count(0) > 0.6 * half and sample[0::2].count(0) < 0.05 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.6 * half and sample[1::2].count(0) < 0.05 * half:
        return "utf-16-be"
    return None


def _guess(data: bytes) -> str:
    """A single-byte or Asian encoding: Western Windows where that reads cleanly, else what the library finds."""
    best = from_bytes(data).best()
    if best is not None and best.encoding not in ("utf_8", "ascii") and best.multi_byte_usage > 0:
        return str(best)
    try:
        western = data.decode("cp1252")
    except UnicodeDecodeError:
        western = None
    if western is not None and _reads_as_western(western):
        return western
    if best is None:
        raise NotesError("the notes are in an encoding that cannot be told: save them as UTF-8 and try again")
    return str(best)


def _reads_as_western(text: str) -> bool:
    """True where the characters above ASCII are mostly accented letters inside words or usual punctuation."""
    high = [character for character in text if ord(character) > 127]
    usual = sum(
        character in "àâäáãåæçéèêëíìîïñóòôöõøœßúùûüýÿÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜ‘’“”–—…•€£«»°·¿¡" for character in high
    )
    return usual >= 0.8 * len(high) and len(high) < 0.3 * len(text)


def _refuse_garbage(text: str) -> None:
    if not text.strip():
        raise NotesError("the notes are empty: paste or pipe in what you wrote down after the interview")
    control = sum(ord(character) < 32 and character not in "\n\t\f\v\x1b" for character in text)
    if "\x00" in text or control > max(2, len(text) // 100):
        raise NotesError(f"the notes are a binary file, not text: {_PASTE}")


_CONTACT = re.compile(
    r"""(?ix)
    [\w.+'-]+@[\w-]+(\.[\w-]+)+           # an address
    | (https?://|www\.)\S+ | \b[\w-]+\.(com|org|net|example|co|de|fr|io|uk)(/\S*)?\b
    | \+?\(?\d[\d\s().\-/]{5,}\d          # a number
    | \b(tel(ephone)?|phone|mobile|mob|cell|fax|e-?mail|mail|web(site)?|linkedin|skype|teams|address|m|t|p|e|w)\s*[:.|]
    """
)
_SIGN_OFF = re.compile(
    r"(?i)^\W*(kind(est)? regards|best( regards| wishes)?|regards|yours (sincerely|faithfully|truly)"
    r"|sincerely( yours)?|thanks|"
    r"many thanks|cheers|cordialement|bien à vous|mit freundlichen grüßen|mfg|saludos( cordiales)?|atentamente|"
    r"atenciosamente|trân trọng|sent from my \w+.*|--)\W*$"
)
_DISCLAIMER = re.compile(
    r"(?i)confidential|intended recipient|please consider the environment|registered (in|office)|disclaimer"
)

_HAPPENED = re.compile(r"(?i)\b(interview|met\b|asked|said|told|spoke|talked|explained|question)")


def _only_contact(line: str) -> bool:
    """True for a line that holds an address, a number, a link or a sign-off and no more words than a name."""
    if _SIGN_OFF.match(line) or (_DISCLAIMER.search(line) and not _HAPPENED.search(line)):
        return True
    rest, hits = _CONTACT.subn(" ", line)
    return hits > 0 and len(re.findall(r"[^\W\d_]{2,}", rest)) <= 3


def _only_signature(lines: list[str], left: list[str]) -> bool:
    """True where, beside contact lines, there are only a few short lines such as a name, a title and a firm."""
    if len(lines) == len(left):
        return False
    short = all(len(line.split()) <= 7 and not _TELLS.search(line) for line in left)
    return short and len(left) <= 4


_TELLS = re.compile(
    r"(?i)\d|interview|\bmet\b|\bspoke|\basked|\bsaid|\btold|\bwith\b|\btalk|\btrial\b|\brejected|\boffer|\bcall|[!?;]"
)
