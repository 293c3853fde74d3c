"""The project's files say the same as its code."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DIRECT: list[str] = PROJECT["dependencies"]
DEV: list[str] = PROJECT["optional-dependencies"]["dev"]
TRAIN: list[str] = PROJECT["optional-dependencies"]["train"]
CONSTRAINTS = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
SOURCES = ("assistant", "eval", "bench", "training", "tests")
IMPORTED_AS = {
    "email-validator": "email_validator",
    "charset-normalizer": "charset_normalizer",
    "langchain-core": "langchain_core",
    "pydantic-settings": "pydantic_settings",
    "pyspellchecker": "spellchecker",
    "pytest-socket": "pytest_socket",
    "python-dateutil": "dateutil",
}
COMMANDS_ONLY = {"mypy", "pytest-cov", "pytest-socket", "ruff"}
ONLY_ADAPTERS = {"openai", "httpx2", "keyring", "chromadb", "sqlalchemy"}
LINE = ("prompts", "reading", "guide", "checking", "writing", "model", "delivery", "desk", "wiring", "cli")
VOCABULARY = {"brief", "message", "report", "principle", "errors", "settings"}


def modules(*folders: str) -> Iterator[Path]:
    return (path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))


@cache
def imports(path: Path) -> frozenset[str]:
    """Every module that a file imports, `assistant.x` for `from assistant import x`."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            deep = node.module == "assistant"
            found.update({f"assistant.{alias.name}" for alias in node.names} if deep else {node.module})
    return frozenset(found)


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[=<>!~\[ ;]", name)[0]).lower()


def test_every_constraint_is_a_name_and_a_version_in_order() -> None:
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!_-]+", line) for line in CONSTRAINTS)
    assert sorted(CONSTRAINTS, key=lambda line: line.split("==")[0].casefold()) == CONSTRAINTS


@pytest.mark.parametrize("name", [*DIRECT, *DEV, *TRAIN])
def test_every_dependency_is_pinned(name: str) -> None:
    assert normal(name) in {normal(line) for line in CONSTRAINTS}


@pytest.mark.parametrize("name", DIRECT)
def test_every_dependency_is_used_by_the_program(name: str) -> None:
    module = IMPORTED_AS.get(name, name)
    users = [path for path in modules("assistant") if any(found.split(".")[0] == module for found in imports(path))]
    assert users


@pytest.mark.parametrize(
    "name", [name for name in DEV if name not in COMMANDS_ONLY and not re.search(r"^types-|-stubs$", name)]
)
def test_every_development_dependency_is_used(name: str) -> None:
    module = IMPORTED_AS.get(name, name)
    assert any(found.split(".")[0] == module for path in modules("tests", "eval") for found in imports(path))


def test_everything_that_is_imported_is_a_dependency() -> None:
    known = {IMPORTED_AS.get(name, name) for name in (*DIRECT, *DEV, *TRAIN)} | sys.stdlib_module_names
    for path in modules(*SOURCES):
        foreign = {found.split(".")[0] for found in imports(path)} - known - {*SOURCES, "__future__", "streamlit_app"}
        assert not foreign - {file.stem for file in modules("tests")}, path


def test_only_adapters_import_what_reaches_outside() -> None:
    for path in modules("assistant"):
        if "adapters" not in path.parts:
            assert not {found.split(".")[0] for found in imports(path)} & ONLY_ADAPTERS, path


def test_only_the_page_imports_streamlit() -> None:
    for path in modules("assistant"):
        if "ui" not in path.parts:
            assert not any(found.split(".")[0] == "streamlit" for found in imports(path)), path


def test_only_the_wiring_names_an_adapter() -> None:
    for path in modules("assistant"):
        if "adapters" not in path.parts and path.name != "wiring.py":
            assert not any(found.startswith("assistant.adapters") for found in imports(path)), path


def station(path: Path) -> str:
    return path.relative_to(ROOT / "assistant").parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", [path for path in modules("assistant") if station(path) in {*LINE, *VOCABULARY}])
def test_imports_run_one_way_along_the_line(path: Path) -> None:
    place = LINE.index(station(path)) if station(path) in LINE else -1
    for found in imports(path):
        name = found.split(".")[1] if found.startswith("assistant.") else ""
        assert name not in LINE or LINE.index(name) <= place, found


def test_the_vocabulary_imports_nothing_of_ours_but_itself() -> None:
    for name in VOCABULARY:
        ours = {found for found in imports(ROOT / "assistant" / f"{name}.py") if found.startswith("assistant")}
        assert {found.split(".")[1] for found in ours} <= VOCABULARY


def test_every_folder_of_the_package_is_a_package() -> None:
    for path in modules("assistant"):
        assert (path.parent / "__init__.py").is_file(), path


def test_no_file_names_a_registry_or_a_folder_of_one_machine() -> None:
    machine = re.compile(r"(?<![\w.])/(?:root|work|home/\w+|tmp)/\w|(?:pypi\.org|pythonhosted|index-url)")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    if not listed:
        pytest.skip("not a git checkout")
    for name in listed.split("\0")[:-1]:
        path = ROOT / name
        if (
            path.suffix in {".py", ".toml", ".txt", ".md", ".yml", ""}
            and path.is_file()
            and name != "tests/test_project.py"
        ):
            found = machine.search(path.read_text(encoding="utf-8", errors="replace"))
            assert not found, (name, found)


def test_cold_commands_pay_for_nothing_that_they_do_not_use() -> None:
    script = "import sys, json, assistant.cli; print(json.dumps(sorted(sys.modules)))"
    loaded = set(json.loads(subprocess.run([sys.executable, "-c", script], capture_output=True, check=True).stdout))
    assert not loaded & {"chromadb", "streamlit", "openai", "langchain_core", "numpy", "dateparser", "nltk"}


def test_make_help_names_every_target() -> None:
    command = ["make", "--no-print-directory", "help"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert [line.split()[1] for line in said.splitlines()] == [
        *("help", "run", "test", "check", "eval", "gate", "bench", "train", "clean"),
    ]
