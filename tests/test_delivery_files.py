"""Messages become files whose names every system takes, and nothing is overwritten."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from assistant import delivery, testing
from assistant.errors import DeliveryError

NAMES = [
    "Oyelaran Adebisi-Finch",
    "../../etc/passwd",
    "C:\\Windows\\x",
    'a<b>c:d"e/f\\g|h?i*j',
    "con",
    "trailing. ",
    "",
    None,
    "プリヤ " * 60,
    "प्रिया शर्मा",
    "\u202eexe.txt",
    "a\x00b\nc",
    "-rf",
    "😀",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_name_is_safe_on_every_system(name: str | None) -> None:
    found = delivery.file_name(testing.message(recipient=name), "eml")
    assert found.endswith("-v1.eml")
    assert not set(found) & set('<>:"/\\|?* \n\x00\u202e')
    assert not found.startswith(("-", "."))
    assert len(found.encode()) < 120


def test_a_file_name_says_kind_person_and_variant() -> None:
    message = testing.message(recipient="Đặng Hoàng Phúc", variant=2)
    assert delivery.file_name(message, "txt") == "thank-you-dang-hoang-phuc-v2.txt"


def test_letters_of_other_scripts_are_kept_whole() -> None:
    assert delivery.file_name(testing.message(recipient="प्रिया शर्मा"), "md") == "thank-you-प्रिया-शर्मा-v1.md"


def test_a_name_that_windows_keeps_for_itself_is_changed() -> None:
    assert delivery.file_name(testing.message(kind="con", recipient=None), "txt") == "message-con-v1.txt"


def test_an_email_is_saved_three_times_and_a_note_twice(tmp_path: Path) -> None:
    note = testing.message(kind="linkedin", channel="linkedin", subject=None)
    saved = delivery.save((testing.message(), note), testing.PROFILE, tmp_path / "new" / "folder")
    assert [path.suffix for path in saved] == [".txt", ".md", ".eml", ".txt", ".md"]
    assert saved[0].read_text(encoding="utf-8") == delivery.to_txt(testing.message())
    assert saved[2].read_bytes() == delivery.to_eml(testing.message(), testing.PROFILE)


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    first = delivery.save((testing.message(body="one"),), testing.PROFILE, tmp_path)
    second = delivery.save((testing.message(body="two"), testing.message(body="three")), testing.PROFILE, tmp_path)
    assert len({*first, *second}) == 9
    assert first[0].read_text(encoding="utf-8").endswith("one\n")
    assert second[0].name == "thank-you-oyelaran-adebisi-finch-v1-2.txt"
    assert {path.stem for path in second} == {f"thank-you-oyelaran-adebisi-finch-v1-{n}" for n in (2, 3)}


def test_nothing_is_written_when_one_message_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(DeliveryError):
        delivery.save((testing.message(), testing.message(subject="a\nb")), testing.PROFILE, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_a_file_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    with pytest.raises(DeliveryError, match="cannot write into folder"):
        delivery.save((testing.message(),), testing.PROFILE, tmp_path / "taken")


def test_an_archive_holds_every_message_and_is_always_the_same() -> None:
    panel = (testing.message(), testing.message(recipient="Marit Solheim", to_address=None), testing.message())
    data = delivery.to_zip(panel, testing.PROFILE)
    assert data == delivery.to_zip(panel, testing.PROFILE)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(names) == len(set(names)) == 9
        assert "thank-you-marit-solheim-v1.eml" in names
        assert archive.read("thank-you-marit-solheim-v1.txt").decode() == delivery.to_txt(panel[1])
