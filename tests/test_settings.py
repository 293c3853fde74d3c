"""Settings from the environment: each field has a variable, and a wrong value is one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import settings
from assistant.errors import OptionError


def test_everything_has_a_value_when_nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AFTERWORD_DATA_DIR", raising=False)
    found = settings.load()
    assert found.data_dir.is_absolute()
    assert "afterword" in str(found.data_dir)
    assert (found.linkedin_limit, found.host, found.port) == (200, "127.0.0.1", 8501)
    assert (found.embedder, found.reader, found.writer) == (None, "auto", "auto")
    assert (found.endpoint, found.model, found.api_key, found.private) == (None, None, None, False)


def test_variables_are_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, value in {
        "DATA_DIR": str(tmp_path),
        "EMBEDDER": "my.vectors:embed",
        "LINKEDIN_LIMIT": "300",
        "LOCK_TIMEOUT": "0.5",
        "PORT": "9000",
        "WRITER": "offline",
    }.items():
        monkeypatch.setenv(f"AFTERWORD_{name}", value)
    found = settings.load()
    assert (found.data_dir, found.embedder, found.linkedin_limit) == (tmp_path, "my.vectors:embed", 300)
    assert (found.lock_timeout, found.port, found.writer) == (0.5, 9000, "offline")


def test_an_empty_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERWORD_PORT", "")
    monkeypatch.setenv("AFTERWORD_DATA_DIR", "")
    assert settings.load().port == 8501
    assert settings.load().data_dir.name


def test_a_tilde_is_the_home_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERWORD_DATA_DIR", "~/guide")
    assert settings.load().data_dir == Path.home() / "guide"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LINKEDIN_LIMIT", "many"),
        ("LINKEDIN_LIMIT", "5000"),
        ("PORT", "0"),
        ("PORT", "70000"),
        ("LOCK_TIMEOUT", "-1"),
        ("LOCK_TIMEOUT", "nan"),
        ("EMBEDDER", "no colon"),
        ("READER", "magic"),
        ("DEADLINE", "0"),
        ("BUDGET", "-1"),
        ("PRIVATE", "perhaps"),
    ],
)
def test_a_wrong_value_is_one_line_with_its_name(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"AFTERWORD_{name}", value)
    with pytest.raises(OptionError, match=f"AFTERWORD_{name} is '{value}'") as caught:
        settings.load()
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["READER", "WRITER"])
def test_a_model_without_an_endpoint_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"AFTERWORD_{name}", "model")
    with pytest.raises(OptionError, match="no model endpoint is configured"):
        settings.load()
