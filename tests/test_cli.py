"""The commands keep their contract: what they print where, and how they end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from commands import Run

from assistant import cli, testing

DAY = ("--today", "2026-03-12")


@pytest.fixture
def me(tmp_path: Path) -> Path:
    path = tmp_path / "me.json"
    path.write_text(testing.PROFILE.model_dump_json(), encoding="utf-8")
    return path


def schema(run: Run, name: str) -> Any:
    status, out, err = run("schema", name)
    assert (status, err) == (0, "")
    return json.loads(out)


def test_read_prints_one_document_that_fits_its_schema(run: Run, notes: Path, me: Path) -> None:
    status, out, err = run("read", notes, "--me", me, *DAY, "--json")
    assert (status, err) == (0, "")
    brief = json.loads(out)
    jsonschema.validate(brief, schema(run, "brief"))
    assert brief["company"]["value"] == "Lantern Street Library"
    assert brief["interview_date"]["value"] == "2026-03-11"
    assert {"name", "title", "email", "part", "evidence"} <= set(brief["people"][0])
    for fact in (brief["company"], *brief["topics"]):
        for span in fact["evidence"]:
            assert testing.NOTES[span["start"] : span["end"]] == span["text"]


def test_draft_prints_one_document_that_fits_its_schema(run: Run, notes: Path, me: Path) -> None:
    status, out, err = run("draft", notes, "--to", "all", "--variants", "2", "--me", me, *DAY, "--json")
    assert (status, err) == (0, "")
    document = json.loads(out)
    expected = schema(run, "message")
    jsonschema.validate(document, expected)
    assert document["kind"] == "thank-you"
    assert len(document["messages"]) == 4
    for message in document["messages"]:
        jsonschema.validate(message, expected)
        jsonschema.validate(message["report"], schema(run, "report"))
        assert message["report"]["verdict"] in {"ready", "needs-facts", "not-ready"}
        assert message["body"].rstrip().splitlines()[0].startswith(("Dear", "Hi", "Hello"))


def test_a_document_that_is_no_message_does_not_fit_the_schema(run: Run) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"kind": "thank-you"}, schema(run, "message"))


def test_the_same_seed_gives_the_same_text_whatever_the_process(run: Run, notes: Path) -> None:
    arguments = ("draft", notes, "--variants", "3", "--seed", "7", *DAY, "--json")
    here = run(*arguments)[1]
    command = [sys.executable, "-m", "assistant", *map(str, arguments)]
    environment = os.environ | {"PYTHONHASHSEED": "12345"}
    elsewhere = subprocess.run(command, capture_output=True, check=True, env=environment).stdout.decode()
    assert json.loads(here) == json.loads(elsewhere)


def test_our_own_draft_passes_its_own_check(run: Run, notes: Path, me: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    status, printed, err = run("draft", notes, "--me", me, *DAY, "--out", out)
    assert (status, err) == (0, "")
    saved = sorted(out.iterdir())
    assert [path.suffix for path in saved] == [".eml", ".md", ".txt"]
    assert all(f"saved {path}" in printed for path in saved)
    for path in saved:
        if path.suffix != ".md":
            status, text, _ = run("check", path, "--notes", notes, "--me", me, *DAY)
            assert (status, path.suffix, text) == (0, path.suffix, text)


def test_saving_twice_overwrites_nothing_and_json_stays_alone(run: Run, notes: Path, tmp_path: Path) -> None:
    for _ in range(2):
        status, out, err = run("draft", notes, *DAY, "--out", tmp_path / "out", "--json")
        assert status == 0
        assert json.loads(out)["kind"] == "thank-you"
        assert err.count("saved ") == 3
    assert len(list((tmp_path / "out").iterdir())) == 6


def test_draft_for_people_shows_the_message_and_what_the_checks_say(run: Run, notes: Path, me: Path) -> None:
    status, out, _ = run("draft", notes, "--me", me, *DAY)
    assert status == 0
    assert out.startswith("Thank-you e-mail: Oyelaran Adebisi-Finch\n=====")
    assert "Subject: " in out
    assert "Rosalind Achterberg" in out
    assert "Send" in out


def test_read_for_people_lists_what_was_found(run: Run, notes: Path) -> None:
    status, out, _ = run("read", notes, *DAY)
    assert status == 0
    assert "Lantern Street Library" in out
    assert "Oyelaran Adebisi-Finch" in out
    assert "Wednesday 11 March 2026" in out


MESSAGE = (
    "Subject: Thank you\n\nDear Oyelaran,\n\nThank you for [TOPIC] on Wednesday.\n\nBest wishes,\nRosalind Achterberg\n"
)


def test_check_ends_with_one_when_an_error_stands(run: Run, notes: Path, me: Path, tmp_path: Path) -> None:
    path = tmp_path / "message.txt"
    path.write_text(MESSAGE, encoding="utf-8")
    status, out, err = run("check", path, "--notes", notes, "--me", me, *DAY, "--json")
    assert (status, err) == (1, "")
    report = json.loads(out)
    jsonschema.validate(report, schema(run, "report"))
    spans = [finding["span"] for finding in report["findings"] if finding["rule"] == "placeholder"]
    assert spans
    for span in (finding["span"] for finding in report["findings"] if finding["span"]):
        assert MESSAGE[span["start"] : span["end"]] == span["text"]


def test_check_for_people_marks_the_words(run: Run, notes: Path) -> None:
    status, out, _ = run("check", "-", "--notes", notes, *DAY, stdin=MESSAGE.encode())
    assert status == 1
    assert "[placeholder]" in out
    assert "[TOPIC]" in out


def test_notes_come_from_standard_input_too(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "message.txt"
    path.write_text(MESSAGE, encoding="utf-8")
    data = testing.NOTES.encode()
    assert json.loads(run("read", "-", *DAY, "--json", stdin=data)[1])["company"]["value"] == "Lantern Street Library"
    assert run("draft", "-", *DAY, stdin=data)[0] == 0
    assert run("check", path, "--notes", "-", *DAY, stdin=data)[0] == 1


def test_check_takes_the_json_of_one_message(run: Run, notes: Path, me: Path) -> None:
    document = json.loads(run("draft", notes, "--me", me, *DAY, "--json")[1])
    message = document["messages"][0]
    for found in (message, document):
        data = json.dumps(found).encode()
        status, out, _ = run("check", "-", "--notes", notes, "--me", me, *DAY, "--json", stdin=data)
        assert json.loads(out)["verdict"] == message["report"]["verdict"]
        assert status == (0 if message["report"]["verdict"] == "ready" else 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Missing command"),
        (["reed"], "reed"),
        (["read"], "NOTES"),
        (["read", "NOTES", "more"], "more"),
        (["read", "NOTES", "--bogus"], "--bogus"),
        (["read", "nowhere.txt"], "'nowhere.txt' cannot be read"),
        (["read", "."], "cannot be read"),
        (["read", "nul\0l"], "cannot be read"),
        (["read", "NOTES", "--today", "2026-02-30"], "2026-02-30"),
        (["read", "NOTES", "--today", "tomorrow"], "YYYY-MM-DD"),
        (["read", "NOTES", "--today", "9999-12-31"], "choose a day"),
        (["read", "NOTES", "--today", ""], "YYYY-MM-DD"),
        (["read", "NOTES", "--me", "nowhere.toml"], "nowhere.toml"),
        (["read", "NOTES", "--me", "NOTES"], "profile"),
        (["read", "NOTES", "--me", "."], "cannot be read"),
        (["read", "NOTES", "--reader", "model"], "model"),
        (["read", "NOTES", "--reader", "psychic"], "psychic"),
        (["draft", "NOTES", "--writer", "model"], "model"),
        (["draft", "NOTES", "--kind", "postcard"], "rejection-reply"),
        (["draft", "NOTES", "--to", "Bob"], "Marit Solheim"),
        (["draft", "NOTES", "--to", ""], "Marit Solheim"),
        (["draft", "NOTES", "--variants", "0"], "1 to 9"),
        (["draft", "NOTES", "--variants", "10"], "1 to 9"),
        (["draft", "NOTES", "--variants", "many"], "many"),
        (["draft", "NOTES", "--tone", "rude"], "rude"),
        (["draft", "NOTES", "--length", "epic"], "epic"),
        (["draft", "NOTES", "--seed", "x"], "--seed"),
        (["draft", "NOTES", "--out", "NOTES"], "cannot write into folder"),
        (["check", "NOTES"], "--notes"),
        (["check", "-", "--notes", "-"], "only one of them"),
        (["check", "nowhere.txt", "--notes", "NOTES"], "message 'nowhere.txt' cannot be read"),
        (["check", "NOTES", "--notes", "nowhere.txt"], "notes 'nowhere.txt' cannot be read"),
        (["schema"], "brief|message|report"),
        (["schema", "poem"], "poem"),
        (["app", "now"], "now"),
    ],
)
def test_a_wrong_call_is_one_line_and_ends_with_two(run: Run, notes: Path, arguments: list[str], said: str) -> None:
    status, out, err = run(*(str(notes) if argument == "NOTES" else argument for argument in arguments))
    assert (status, out) == (2, "")
    assert err.startswith("afterword: ")
    assert err.count("\n") == 1
    assert said in err


@pytest.mark.parametrize("command", [["read"], ["draft"], ["check", "MESSAGE", "--notes"]])
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\t\n",
        b"\xef\xbb\xbf",
        b"\x00" * 500,
        bytes(range(256)) * 40,
        b"%PDF-1.7\n%abc",
        b"x " * 110_000,
        b"Kind regards,\nAnn Smith\nSales Director\nACME Ltd\n+44 20 7946 0018\nann@acme.example\n",
    ],
)
def test_notes_that_are_none_are_one_line_and_end_with_two(
    run: Run, tmp_path: Path, command: list[str], data: bytes
) -> None:
    message = tmp_path / "message.txt"
    message.write_text(MESSAGE, encoding="utf-8")
    arguments = [str(message) if part == "MESSAGE" else part for part in command]
    status, out, err = run(*arguments, "-", stdin=data)
    assert (status, out) == (2, "")
    assert err.startswith("afterword: the notes ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("data", [b"", b"\n", b"\x00\x01" * 300, b"x" * 300_000, b'{"kind": 1}', b"Subject: only\n\n"])
def test_a_message_that_is_none_is_one_line_and_ends_with_two(run: Run, notes: Path, data: bytes) -> None:
    status, out, err = run("check", "-", "--notes", notes, *DAY, stdin=data)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1


def test_an_eml_that_is_none_is_one_line(run: Run, notes: Path, tmp_path: Path) -> None:
    path = tmp_path / "message.eml"
    for data in (b"", b"\x00\x01\xff" * 500, b"MIME-Version: 1.0\nContent-Type: image/png\n\nx"):
        path.write_bytes(data)
        status, out, err = run("check", path, "--notes", notes, *DAY)
        assert (status, out) == (2, "")
        assert err.count("\n") == 1


def test_what_nobody_expected_is_one_line_too(run: Run, notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise ZeroDivisionError("of\ntwo lines")

    monkeypatch.setattr(cli, "_desk", broken)
    status, out, err = run("read", notes)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "please report" in err
    monkeypatch.setenv("AFTERWORD_DEBUG", "1")
    assert "Traceback" in run("read", notes)[2]


@pytest.mark.parametrize("value", ["many", "5000"])
def test_a_setting_that_cannot_be_is_one_line(
    run: Run, notes: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("AFTERWORD_LINKEDIN_LIMIT", value)
    status, out, err = run("read", notes)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "AFTERWORD_LINKEDIN_LIMIT" in err


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = f"{sys.executable} -m assistant schema message | head -n 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "{\n", "")


@pytest.mark.parametrize(
    ("redirection", "status", "said"),
    [
        ("> /dev/full", 2, "afterword: the output cannot be written: No space left on device\n"),
        (">&-", 0, ""),
        ("2>&-", 0, ""),
    ],
)
def test_output_that_goes_nowhere_is_no_traceback(redirection: str, status: int, said: str) -> None:
    command = f"{sys.executable} -m assistant schema message {redirection}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (status, said)


def test_no_standard_input_is_one_line() -> None:
    command = f"{sys.executable} -m assistant read - <&-"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "afterword: the notes cannot be read: there is no standard input\n")


def test_output_is_utf8_whatever_the_locale(notes: Path) -> None:
    notes.write_text(testing.NOTES.replace("Marit", "Maryšša"), encoding="utf-8")
    environment = os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "assistant", "read", str(notes), *DAY]
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    assert "Maryšša" in done.stdout.decode("utf-8")


def test_help_and_version_are_no_errors(run: Run) -> None:
    for arguments in (["--help"], ["--version"], ["draft", "--help"]):
        status, out, err = run(*arguments)
        assert (status, err) == (0, "")
        assert out
