from __future__ import annotations

import pytest

from assistant.errors import NotesError
from assistant.reading import source

TEXT = "Met Zoë at Café Noir – she asked about “latte art”, 3€ a cup"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_in_a_usual_encoding_is_read_as_written(encoding: str) -> None:
    assert source.decode(TEXT.encode(encoding)) == TEXT


def test_line_ends_are_made_alike() -> None:
    assert source.decode(b"a met b\r\nc\rd") == "a met b\nc\nd"


@pytest.mark.parametrize("encoding", ["shift_jis", "gb18030"])
def test_an_east_asian_encoding_is_recognised(encoding: str) -> None:
    text = "田中さんと面接。来週の金曜日までに連絡すると言われた。倉庫の在庫管理について話した。"
    assert source.decode((text * 4).encode(encoding)) == text * 4


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"  \n\t ", "empty"),
        (b"\xef\xbb\xbf  ", "empty"),
        (b"%PDF-1.7 stuff", "PDF"),
        (b"PK\x03\x04 word/document.xml", "Word"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0 JFIF", "JPEG"),
        (b"\x00\x00\x00\x18ftypmp42", "sound or video"),
        (b"abc\x00\x01\x02\x00def\x00", "binary"),
        (b"\x01\x02\x03\x04\x05\x06 hello \x07\x08", "binary"),
        (b"\xff\xfeh\x00i\x00\x00\xd8", "damaged"),
    ],
)
def test_what_is_not_text_is_refused_in_one_line(data: bytes, word: str) -> None:
    with pytest.raises(NotesError, match=word) as refused:
        source.decode(data)
    assert "\n" not in str(refused.value)


def test_two_hundred_kilobytes_is_the_limit() -> None:
    assert source.decode(b"a" * source.MAX_BYTES)
    with pytest.raises(NotesError, match=r"151 kB .* limit is 150 kB"):
        source.decode(b"a" * (source.MAX_BYTES + 1))


@pytest.mark.parametrize(
    "notes",
    [
        "Jo Park\nSenior Consultant\nArden Search\n+44 20 7946 0000\njo@arden.example",
        "Kind regards,\nJo Park\njo@arden.example",
        "jo@arden.example\n07700 900123",
        "Best,\nJo\n\nThis message is confidential. If you are not the intended recipient delete it.\njo@x.example",
    ],
)
def test_a_bare_signature_is_no_notes(notes: str) -> None:
    with pytest.raises(NotesError, match="nothing about an interview"):
        source.require_matter(notes)


@pytest.mark.parametrize(
    "notes",
    [
        "met Jo Park at Arden today, jo@arden.example",
        "bus depot thing this morning w Clive",
        "Jo asked about routing\njo@arden.example",
        "interview 3pm Arden",
    ],
)
def test_short_notes_about_an_interview_pass(notes: str) -> None:
    source.require_matter(notes)


def test_empty_notes_are_refused() -> None:
    with pytest.raises(NotesError, match="empty"):
        source.require_matter(" \n ")
