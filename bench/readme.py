"""Runs the examples of README.md and writes what they print into it: `python -m bench.readme`.

The blocks under `<!-- notes -->` and `<!-- me -->` become notes.txt and me.toml in an empty folder; there every
command of a console block is run, and its output takes the place of the output that stood there. The block under
`<!-- bench -->` takes the output of `python -m bench`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
CONSOLE = re.compile(r"(?<=```console\n)\$ (?P<command>[^\n]+)\n.*?(?=```\n)", re.DOTALL)


def main() -> None:
    """Rewrites README.md."""
    text = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        for name, file in (("notes", "notes.txt"), ("me", "me.toml")):
            (Path(folder) / file).write_text(block(text, name), encoding="utf-8")
        text = CONSOLE.sub(lambda match: f"$ {match['command']}\n{printed(match['command'], folder)}", text)
        bench = printed(f"{sys.executable} -m bench", str(README.parent))
    text = text.replace(block(text, "bench"), bench.strip("\n") + "\n")
    README.write_text(text, encoding="utf-8")


def block(text: str, name: str) -> str:
    """The content of the fenced block under the comment of that name."""
    found = re.search(rf"<!-- {name} -->\n```\w+\n(.*?)```\n", text, re.DOTALL)
    if found is None:
        raise SystemExit(f"README.md has no block under <!-- {name} -->")
    return found[1]


def commands(text: str) -> list[str]:
    """The commands of the console blocks."""
    return [match["command"] for match in CONSOLE.finditer(text)]


def printed(command: str, folder: str) -> str:
    """What a command prints in `folder`; stops where it fails."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=os.environ | {"PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode > 1 or done.stderr:
        raise SystemExit(f"{command}: {done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main()
