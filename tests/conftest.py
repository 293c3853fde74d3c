"""What every test stands on: nothing of the machine's own settings, no store but a temporary one."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import Run

from assistant import cli, testing
from assistant.message import Situation

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True, scope="session")
def clean_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Settings as they are when nobody has set anything, and a guide index that is nobody's."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("AFTERWORD_") and name != "AFTERWORD_BROWSER"]:
            patch.delenv(name)
        patch.setenv("AFTERWORD_DATA_DIR", str(tmp_path_factory.mktemp("store")))
        patch.setenv("AFTERWORD_OLLAMA", "off")
        yield


@pytest.fixture
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture
def situation() -> Situation:
    """The sample notes, on their day, for the sample candidate."""
    return Situation(notes=testing.NOTES, today=testing.TODAY, profile=testing.PROFILE)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in this process; gives exit status, standard output and standard error."""

    def command(*arguments: str | Path, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = cli.run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return command


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """The sample notes as a file."""
    path = tmp_path / "notes.txt"
    path.write_text(testing.NOTES, encoding="utf-8")
    return path
