"""The wiring puts a whole desk together from settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import settings, testing, wiring
from assistant.errors import OptionError
from assistant.settings import Settings


def test_a_desk_reads_drafts_and_checks_without_a_model() -> None:
    desk = wiring.build(settings.load())
    drafts = desk.draft(testing.NOTES, to="all", variants=2, today=testing.TODAY, profile=testing.PROFILE)
    assert drafts.brief == desk.read(testing.NOTES, testing.TODAY, testing.PROFILE)
    assert [message.recipient for message in drafts.messages] == [
        *("Oyelaran Adebisi-Finch", "Oyelaran Adebisi-Finch", "Marit Solheim", "Marit Solheim")
    ]
    assert all(message.report is not None for message in drafts.messages)
    message = drafts.messages[0]
    report = desk.check(message.model_dump_json(), testing.NOTES, today=testing.TODAY, profile=testing.PROFILE)
    assert report == message.report


def test_the_store_of_the_settings_is_used_and_may_be_damaged(tmp_path: Path) -> None:
    store = tmp_path / "store"
    store.write_bytes(b"not a folder")
    desk = wiring.build(Settings(data_dir=store))
    assert desk.draft(testing.NOTES, today=testing.TODAY, profile=testing.PROFILE).messages


def test_a_paid_linkedin_account_has_more_room() -> None:
    free, paid = (wiring._kinds(Settings(linkedin_limit=chars))["linkedin"].limits for chars in (200, 300))
    assert (free.max_chars, paid.max_chars) == (200, 300)
    assert paid.max_words > free.max_words
    assert wiring._kinds(Settings(linkedin_limit=300))["thank-you"] == wiring._kinds(Settings())["thank-you"]


def test_a_setting_that_cannot_be_names_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERWORD_LINKEDIN_LIMIT", "many")
    with pytest.raises(OptionError, match="AFTERWORD_LINKEDIN_LIMIT is 'many'"):
        settings.load()
