"""Nothing phones home: the whole program is imported and used while every connection attempt is watched."""

from __future__ import annotations

import json
import os
import pkgutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from model_server import reply, serving
from pytest_socket import SocketBlockedError, SocketConnectBlockedError

import assistant
from assistant import testing

ROOT = Path(__file__).parent.parent

WATCH = """
import json, sys

tried = []

def watch(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"}:
        address = arguments[1] if event in {"socket.connect", "socket.sendto"} else arguments[0]
        tried.append(f"{event} {address}")

sys.addaudithook(watch)
"""

IMPORT = (
    WATCH
    + """
import importlib, os, threading, time

for name in sys.argv[1:]:
    importlib.import_module(name)
for thread in threading.enumerate():
    if thread is not threading.main_thread():
        thread.join(1)
print(json.dumps({
    "tried": tried,
    "tracing": {name: value for name, value in os.environ.items() if "TRACING" in name},
}))
"""
)

USE = (
    WATCH
    + """
import contextlib, io

from assistant import cli

notes, message = sys.argv[1:]
codes = []
with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")):
    everyone = ["draft", notes, "--to", "all", "--variants", "2"]
    for arguments in (["read", notes], everyone, ["check", message, "--notes", notes]):
        codes.append(cli.run([*arguments, "--today", "2026-03-12", "--json"]))
print(json.dumps({"tried": tried, "codes": codes}))
"""
)


def run(script: str, *arguments: str, **more: str) -> dict[str, list[object]]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LANG")} | more
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[object]] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_importing_everything_connects_to_nothing() -> None:
    names = [module.name for module in pkgutil.walk_packages(assistant.__path__, "assistant.")]
    names = [name for name in names if not name.endswith("__main__") and ".ui.pages." not in name]
    assert run(IMPORT, *names)["tried"] == []


def test_reading_drafting_and_checking_connect_to_nothing(tmp_path: Path) -> None:
    notes, message = tmp_path / "notes.txt", tmp_path / "message.txt"
    notes.write_text(testing.NOTES, encoding="utf-8")
    message.write_text(testing.message().body, encoding="utf-8")
    found = run(USE, str(notes), str(message), AFTERWORD_DATA_DIR=str(tmp_path / "store"))
    assert found["tried"] == []
    assert found["codes"][:2] == [0, 0]


def test_tracing_that_the_environment_asks_for_stays_off(tmp_path: Path) -> None:
    notes, message = tmp_path / "notes.txt", tmp_path / "message.txt"
    notes.write_text(testing.NOTES, encoding="utf-8")
    message.write_text(testing.message().body, encoding="utf-8")
    asked = {"LANGSMITH_TRACING": "true", "LANGSMITH_API_KEY": "none", "LANGCHAIN_TRACING_V2": "true"}
    assert run(USE, str(notes), str(message), AFTERWORD_DATA_DIR=str(tmp_path / "store"), **asked)["tried"] == []


READ = (
    WATCH
    + """
import contextlib, io

from assistant import cli

with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")):
    cli.run(["read", sys.argv[1], "--today", "2026-03-12"])
print(json.dumps({"tried": tried}))
"""
)


def test_without_settings_only_a_local_ollama_is_looked_for(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text(testing.NOTES, encoding="utf-8")
    tried = run(READ, str(notes), AFTERWORD_OLLAMA="http://127.0.0.1:9")["tried"]
    assert set(tried) <= {"socket.getaddrinfo 127.0.0.1", "socket.connect ('127.0.0.1', 9)"}


def test_with_an_endpoint_only_the_endpoint_is_asked(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text(testing.NOTES, encoding="utf-8")
    asked = {"LANGSMITH_TRACING": "true", "LANGSMITH_API_KEY": "none", "LANGCHAIN_TRACING_V2": "true"}
    with serving(reply('{"people": [], "facts": []}')) as server:
        tried = run(READ, str(notes), AFTERWORD_ENDPOINT=server.url, AFTERWORD_MODEL="m", **asked)["tried"]
        port = server.url.rpartition(":")[2].removesuffix("/v1")
    assert len(server.got) == 1
    assert {str(entry) for entry in tried if "127.0.0.1" not in str(entry)} == set()
    assert f"socket.connect ('127.0.0.1', {port})" in tried


def test_the_page_reports_no_usage() -> None:
    config = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    assert "gatherUsageStats = false" in config


def test_the_tests_themselves_cannot_reach_the_network() -> None:
    with pytest.raises((SocketBlockedError, SocketConnectBlockedError, UserWarning)):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
