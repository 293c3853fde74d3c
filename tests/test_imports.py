"""What is imported when: no cycles between modules, and nothing heavy before it is wanted."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "assistant").rglob("*.py"))
}


@cache
def imported(module: str) -> frozenset[str]:
    """The modules of ours that a module imports while it is itself imported."""
    found: set[str] = set()
    for node in ast.parse(MODULES[module].read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            named = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= named if named <= set(MODULES) else named | {node.module}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return frozenset(found & set(MODULES)) - {module}


def reachable(module: str) -> set[str]:
    seen: set[str] = set()
    waiting = [module]
    while waiting:
        for name in imported(waiting.pop()) - seen:
            seen.add(name)
            waiting.append(name)
    return seen


@pytest.mark.parametrize("module", [name for name, path in MODULES.items() if path.name != "__init__.py"])
def test_no_module_imports_itself_by_a_detour(module: str) -> None:
    assert module not in reachable(module)


@pytest.mark.parametrize("module", ["assistant.wiring", "assistant.guide", "assistant.cli", "assistant.reading"])
def test_importing_a_station_loads_neither_chroma_nor_streamlit_nor_openai(module: str) -> None:
    code = f"import sys, {module}; print(sorted({{'chromadb', 'openai', 'streamlit'}} & set(sys.modules)))"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"
