"""The README says what the program does, in words that can be tried."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from assistant import cli, prompts, testing
from assistant.settings import Settings
from bench import readme

TEXT = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def test_the_sample_notes_are_the_ones_that_the_tests_use() -> None:
    assert readme.block(TEXT, "notes") == testing.NOTES


@pytest.mark.parametrize("field", sorted(set(Settings.model_fields) - {"reader", "writer"}))
def test_every_setting_is_explained(field: str) -> None:
    assert f"`AFTERWORD_{field.upper()}`" in TEXT


@pytest.mark.parametrize("command", sorted(cli.afterword.commands))
def test_every_command_and_option_is_explained(command: str) -> None:
    said = CliRunner().invoke(cli.afterword, [command, "--help"]).output
    assert f"afterword {command}" in TEXT
    for option in set(re.findall(r"--[a-z]+", said)) - {"--help"}:
        assert option in TEXT


@pytest.mark.parametrize("kind", sorted(prompts.kinds()))
def test_every_kind_is_named(kind: str) -> None:
    assert f"`{kind}`" in TEXT


@pytest.mark.parametrize("command", readme.commands(TEXT))
def test_every_example_runs_and_says_something(command: str, tmp_path: Path) -> None:
    for name, file in (("notes", "notes.txt"), ("me", "me.toml")):
        (tmp_path / file).write_text(readme.block(TEXT, name), encoding="utf-8")
    assert readme.printed(command, str(tmp_path))
