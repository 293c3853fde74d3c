"""A profile is read from TOML or JSON, and a wrong one is refused in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import profile
from assistant.brief import Profile
from assistant.errors import ProfileError

TOML = b"""\
name = "Chi Eze-Rowley"
email = "chi@mailbox.example"
phone = "07700 900418"
linkedin = "linkedin.com/in/chi"
"""
WHOLE = Profile(
    name="Chi Eze-Rowley", email="chi@mailbox.example", phone="07700 900418", linkedin="linkedin.com/in/chi"
)


def test_toml_is_read() -> None:
    assert profile.parse(TOML, "me.toml") == WHOLE


def test_json_is_read() -> None:
    assert profile.parse(WHOLE.model_dump_json().encode(), "me.json") == WHOLE


@pytest.mark.parametrize("data", [TOML, WHOLE.model_dump_json().encode(), b"\xef\xbb\xbf" + TOML])
def test_content_tells_the_language_where_the_name_does_not(data: bytes) -> None:
    assert profile.parse(data, "me") == WHOLE


@pytest.mark.parametrize("data", [b"", b"{}", b'{"name": null, "phone": ""}', b'name = "  "'])
def test_every_field_may_be_absent(data: bytes) -> None:
    assert profile.parse(data, "me") == Profile()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "Đặng Hoàng Phúc"),
        ("name", "X Æ"),
        ("email", "a@b.test"),
        ("email", "chi.rowley+jobs@mail.co.uk"),
        ("phone", "+84 90 000 0136"),
        ("phone", "(020) 7946 0018 ext. 3"),
        ("phone", "021 000 0139"),
        ("linkedin", "https://www.linkedin.com/in/ng%C3%B4-123/"),
        ("linkedin", "uk.linkedin.com/in/a-b"),
    ],
)
def test_values_are_kept_as_given(field: str, value: str) -> None:
    assert getattr(profile.from_fields({field: value}), field) == value


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"nmae": "Chi"}, "unknown field 'nmae'"),
        ({"name": 5}, "must be text"),
        ({"phone": 7700900418}, "must be text"),
        ({"name": ["Chi"]}, "must be text"),
        ({"name": "12345"}, "no letter"),
        ({"name": "Chi\nBcc: x"}, "line break"),
        ({"name": "x" * 201}, "longer than"),
        ({"email": "chi"}, "not an e-mail address"),
        ({"email": "chi@nowhere"}, "not an e-mail address"),
        ({"email": "Chi <chi@mailbox.example>"}, "not an e-mail address"),
        ({"phone": "call me"}, "not a phone number"),
        ({"linkedin": "chi"}, "not a LinkedIn page"),
        ({"linkedin": "https://evil.example/linkedin.com/in/chi"}, "not a LinkedIn page"),
        ({"linkedin": "javascript:alert(1)//linkedin.com/in/x"}, "not a LinkedIn page"),
    ],
)
def test_a_wrong_field_is_named_in_one_line(fields: dict[str, object], said: str) -> None:
    with pytest.raises(ProfileError, match=said) as caught:
        profile.from_fields(fields)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"name = ", "me.toml"),
        (b'{"name": ', "me.json"),
        (b'{"name": "a", "name": "b"}', "me.json"),
        (b"[]", "me.json"),
        (b'"Chi"', "me.json"),
        (b"[" * 50_000, "me.json"),
        (b"name = " + b"[" * 50_000, "me.toml"),
        (b'{"name": ' + b"9" * 5000 + b"}", "me.json"),
        (b"\xff\xfe\x00", "me.toml"),
        (b"x" * 70_000, "me.toml"),
        (b'[me]\nname = "Chi"', "me.toml"),
        (b'{"name": "\\ud800"}', "me.json"),
    ],
)
def test_a_file_that_is_no_profile_is_refused_in_one_line(data: bytes, name: str) -> None:
    with pytest.raises(ProfileError) as caught:
        profile.parse(data, name)
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(ProfileError, match="cannot be read"):
            profile.load(path)
