"""A real browser before a real server on this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

HERE = Path(__file__).parent
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
NAMES = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 40.0
MILLISECONDS = 20_000


def browser_path() -> str | None:
    """The browser of this machine; one is never downloaded."""
    return os.environ.get("AFTERWORD_BROWSER") or next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def serving(script: Path, store: Path) -> Iterator[str]:
    """The address of a server that runs `script`, ended afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        *(sys.executable, "-m", "streamlit", "run", str(script)),
        *("--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true"),
        *("--server.fileWatcherType", "none", "--browser.gatherUsageStats", "false"),
    ]
    environment = {**os.environ, "AFTERWORD_STORE": str(store)}
    server = subprocess.Popen(
        command, cwd=HERE.parent.parent, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_until_up(address)
        yield address
    finally:
        server.terminate()
        server.wait(10)


def _wait_until_up(address: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of this machine."""
    path = browser_path()
    if path is None:
        pytest.skip("no Chromium on this machine: set AFTERWORD_BROWSER to its path")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def scripted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the page with scripted stations."""
    with serving(HERE / "scripted_app.py", tmp_path_factory.mktemp("store")) as address:
        yield address


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the page as it ships."""
    with serving(HERE.parent.parent / "streamlit_app.py", tmp_path_factory.mktemp("store")) as address:
        yield address


@pytest.fixture
def requests() -> list[str]:
    """Every address the page of this test has asked for."""
    return []


@pytest.fixture
def page(browser: Browser, requests: list[str]) -> Iterator[Page]:
    """A fresh window of desktop size."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    window = context.new_page()
    window.set_default_timeout(MILLISECONDS)
    expect.set_options(timeout=MILLISECONDS)
    window.on("request", lambda request: requests.append(request.url))
    yield window
    context.close()
