"""The command of the evaluation: what it prints, and what it never prints."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from assistant.reading import read
from eval.__main__ import main
from eval.cases import own

DEV = next(case.id for case in own() if case.split == "dev")
TEST = next(case.id for case in own() if case.split == "test")


@pytest.fixture(scope="module")
def table() -> str:
    return run("--no-drafts", "--stratum", "panel").output


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_the_table_has_both_splits_and_an_interval_on_every_rate(table: str) -> None:
    head, *rows = table.strip().splitlines()
    assert "dev (" in head
    assert "test (" in head
    people = next(row for row in rows if row.startswith("people"))
    assert people.count("[") == 2


def test_the_reader_reads_every_case_without_a_crash() -> None:
    assert [case.id for case in own() if read(case.notes, case.today, case.me) is None] == []


def test_misses_of_the_test_split_are_never_listed() -> None:
    listed = run("--no-drafts", "--misses", "--field", "private", "--stratum", "private").output
    assert listed.startswith("# private")
    assert [case.id for case in own() if case.split == "test" and case.id in listed] == []


def test_a_case_of_the_test_split_is_never_shown() -> None:
    refused = run("--show", TEST)
    assert refused.exit_code == 2
    assert "never shown" in refused.output


def test_a_dev_case_is_shown_with_its_notes_and_what_was_read() -> None:
    shown = run("--no-drafts", "--show", DEV).output
    case = next(case for case in own() if case.id == DEV)
    assert case.notes.splitlines()[0] in shown
    assert "company:" in shown


def test_rates_come_as_json_for_programs() -> None:
    rates = json.loads(run("--no-drafts", "--json", "--stratum", "markdown").output)
    assert {row["name"] for row in rates["dev"]} >= {"company", "role", "people", "promises", "private"}
    assert all(row["low"] <= row["value"] <= row["high"] for row in rates["dev"] if row["count"])


def test_an_unknown_field_is_refused_with_those_that_exist() -> None:
    refused = run("--no-drafts", "--field", "shoe-size")
    assert refused.exit_code == 2
    assert "choose one of" in refused.output


def test_one_stratum_can_be_looked_at_alone(table: str) -> None:
    alone = run("--no-drafts", "--stratum", "markdown").output
    assert alone.startswith("what")
    assert alone != table
