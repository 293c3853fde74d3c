"""The command line: each command turns its arguments into one call of the desk and the outcome into text.

Exit status: 0 done (check: ready), 1 check found an error or a fact is needed, 2 the call or its input is wrong.
Whatever goes wrong is one line on standard error; AFTERWORD_DEBUG=1 adds the traceback.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import subprocess
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, get_args

import click
from pydantic import BaseModel, TypeAdapter

from assistant import delivery, profile, settings, show
from assistant.brief import Brief, Profile
from assistant.errors import AfterwordError, ContentError, MessageError, NotesError, OptionError
from assistant.message import Drafts, Length, Message, Style, Tone
from assistant.report import Report

if TYPE_CHECKING:
    from assistant.desk import Desk

MAX_READ = 1_000_000
YEARS = range(1970, 2101)
ENGINES = click.Choice(get_args(settings.Engine))
SCHEMAS: dict[str, Any] = {"brief": Brief, "message": Message | Drafts, "report": Report}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command has to say."""

    text: str
    """For standard output."""
    status: int = 0
    """The exit status."""
    notice: str = ""
    """For standard error: what was done beside."""


def main() -> None:
    """Runs the command line of this process and ends it."""
    gc.disable()  # one command makes little garbage, and looking for it costs a tenth of the time
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Runs one command; prints its outcome and gives the exit status."""
    _open_streams()
    try:
        answer = afterword.main(list(arguments), prog_name="afterword", standalone_mode=False)
        return _print(answer) if isinstance(answer, Answer) else int(answer or 0)
    except click.UsageError as error:
        return _fail(f"{error.format_message().rstrip('.')}; see {_help_for(error)}")
    except click.ClickException as error:
        return _fail(error.format_message())
    except ContentError as error:
        return _fail(f"a file of the program is damaged: {error}")
    except AfterwordError as error:
        return _fail(str(error))
    except (KeyboardInterrupt, click.Abort):
        return _fail("stopped")
    except Exception as error:
        return _fail(f"unexpected {type(error).__name__}: {error}; please report it (AFTERWORD_DEBUG=1 shows where)")


def _open_streams() -> None:
    """Output in UTF-8 whatever the locale; where there is none at all, into nothing."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115  open until the process ends
        getattr(sys, name).reconfigure(encoding="utf-8", errors="backslashreplace")


def _print(answer: Answer) -> int:
    try:
        sys.stdout.write(answer.text)
        sys.stdout.flush()
    except OSError as error:  # what is left must not complain once more when the process ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):  # a reader that has seen enough is no error
            return _fail(f"the output cannot be written: {error.strerror}")
    sys.stderr.write(answer.notice)
    return answer.status


def _fail(text: str) -> int:
    if os.environ.get("AFTERWORD_DEBUG", "0") not in {"", "0"}:
        traceback.print_exc()
    sys.stderr.write(f"afterword: {' '.join(text.split())}\n")
    return 2


def _help_for(error: click.UsageError) -> str:
    return f"{error.ctx.command_path if error.ctx else 'afterword'} --help"


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> date:
    if value is None:
        return date.today()
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise OptionError(f"--today is {value!r}, which is no date: write it as YYYY-MM-DD") from None
    if day.year not in YEARS:
        raise OptionError(f"--today is {value!r}: choose a day from {YEARS[0]} to {YEARS[-1]}")
    return day


def _profile(context: click.Context, parameter: click.Parameter, value: str | None) -> Profile:
    return profile.load(Path(value)) if value is not None else Profile()


Command = Callable[..., Answer]


def _options(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


ABOUT = _options(
    click.option(
        "--me", "me", metavar="FILE", callback=_profile, help="Your name, email, phone, linkedin (TOML, JSON)."
    ),
    click.option("--today", metavar="DATE", callback=_day, help="The day it is, YYYY-MM-DD; without it, today."),
    click.option("--json", "as_json", is_flag=True, help="Print one JSON document."),
)
READER = click.option("--reader", type=ENGINES, help="What reads the notes; without it, AFTERWORD_READER or auto.")
WRITER = click.option("--writer", type=ENGINES, help="What writes; without it, AFTERWORD_WRITER or auto.")
VERBOSE = click.option("--verbose", is_flag=True, help="Show what goes to a model and comes back, on standard error.")
KIND = click.option("--kind", metavar="KIND", help="thank-you, check-in, phone-script, linkedin or rejection-reply.")


@click.group(no_args_is_help=False)
@click.version_option(package_name="afterword")
def afterword() -> None:
    """Turns interview notes into the follow-up you would be glad to have sent. NOTES and MESSAGE: a path, or - for
    standard input."""


@afterword.command()
@click.argument("notes")
@READER
@VERBOSE
@ABOUT
def read(notes: str, reader: settings.Engine | None, verbose: bool, me: Profile, today: date, as_json: bool) -> Answer:
    """Show what NOTES say."""
    chosen = settings.load().asked(reader=reader, writer="offline")
    text = _notes(notes)
    desk = _desk(chosen, verbose)
    found = desk.read(text, today, me)
    return Answer(_json(found) if as_json else show.brief(found), notice=_notice(desk))


@afterword.command()
@click.argument("notes")
@KIND
@click.option("--to", metavar="NAME|all", help="Whom to write to; without it, whom the notes point to.")
@click.option("--variants", type=int, default=1, show_default=True, help="How many versions for each person, 1 to 9.")
@click.option("--tone", type=click.Choice(get_args(Tone)), default="warm", show_default=True)
@click.option("--length", type=click.Choice(get_args(Length)), default="standard", show_default=True)
@click.option("--seed", type=int, default=0, show_default=True, help="The same seed gives the same text.")
@READER
@WRITER
@click.option("--wish", "wishes", multiple=True, metavar="TEXT", help="What to do differently, to a model; repeatable.")
@click.option(
    "--lock", "locked", multiple=True, metavar="SENTENCE", help="A sentence to keep to the letter; repeatable."
)
@click.option("--from", "base", metavar="MESSAGE", help="Rewrite this message (text, .eml, JSON) to the wishes.")
@VERBOSE
@ABOUT
@click.option("--out", metavar="DIR", help="Save .txt, .md and .eml of each message there.")
def draft(
    notes: str,
    kind: str | None,
    to: str | None,
    variants: int,
    tone: Tone,
    length: Length,
    seed: int,
    reader: settings.Engine | None,
    writer: settings.Engine | None,
    wishes: tuple[str, ...],
    locked: tuple[str, ...],
    base: str | None,
    verbose: bool,
    me: Profile,
    today: date,
    as_json: bool,
    out: str | None,
) -> Answer:
    """Write the follow-up to NOTES."""
    chosen = settings.load().asked(reader=reader or ("offline" if writer == "offline" else None), writer=writer)
    if base == notes == "-":
        raise OptionError("NOTES and --from are both '-': only one of them can come from standard input")
    text, style = _notes(notes), Style(tone=tone, length=length, seed=seed, wishes=wishes, locked=locked)
    before = _message(base) if base is not None else None
    desk = _desk(chosen, verbose)
    if before is not None:
        drafts = desk.rewrite(before, text, kind=kind, style=style, today=today, profile=me)
    else:
        drafts = desk.draft(text, kind=kind, to=to, variants=variants, style=style, today=today, profile=me)
    saved = delivery.save(drafts.messages, me, Path(out)) if out is not None else ()
    files = "".join(f"saved {path}\n" for path in saved)
    notice = _notice(desk, "wishes and locked sentences need a model: left aside" if _unheard(style, desk) else None)
    if as_json:
        return Answer(_json(drafts), notice=files + notice)
    return Answer(show.drafts(drafts) + (f"\n{files}" if files else ""), notice=notice)


@afterword.command()
@click.argument("message")
@click.option("--notes", required=True, metavar="NOTES", help="The notes that the message must rest on.")
@KIND
@click.option("--opinion", is_flag=True, help="Add what a model makes of it, as hints.")
@VERBOSE
@ABOUT
def check(
    message: str,
    notes: str,
    kind: str | None,
    opinion: bool,
    verbose: bool,
    me: Profile,
    today: date,
    as_json: bool,
) -> Answer:
    """Check MESSAGE (plain text, .eml or the JSON of one message) against NOTES."""
    if message == notes == "-":
        raise OptionError("MESSAGE and --notes are both '-': only one of them can come from standard input")
    chosen = settings.load()
    text, facts = _message(message), _notes(notes)
    desk = _desk(chosen.asked(reader="offline", writer=None if opinion else "offline"), verbose)
    report = desk.check(text, facts, kind=kind, today=today, profile=me, opinion=opinion)
    said = _json(report) if as_json else show.report(report)
    return Answer(said, status=0 if report.verdict == "ready" else 1, notice=_notice(desk))


@afterword.command()
@click.argument("what", metavar="|".join(SCHEMAS), type=click.Choice(list(SCHEMAS)))
def schema(what: str) -> Answer:
    """Print the JSON Schema of what --json prints; `message` covers a whole draft document and one message of it."""
    found = TypeAdapter(SCHEMAS[what]).json_schema(mode="serialization")
    document = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": what} | found
    return Answer(json.dumps(document, indent=2, ensure_ascii=False) + "\n")


@afterword.command("eval")
@click.option("--reader", type=ENGINES, default="offline", show_default=True, help="What reads the notes.")
@click.option("--writer", type=ENGINES, default="offline", show_default=True, help="What writes the messages.")
@click.option("--embedder", metavar="MODULE:CALLABLE", help="Another embedder for the guide.")
@click.option("--only", multiple=True, metavar="PART", help="Only reading, drafting, checking, retrieval or trust.")
@click.option("--misses", metavar="MEASURE", help="List what one measure finds wanting in the dev split.")
@click.option("--show", metavar="CASE", help="Print the dev cases whose id begins so, with brief, drafts and reasons.")
@click.option("--compare", nargs=2, metavar="A B", help="Compare two run.json, measure by measure.")
@click.option("--gate", is_flag=True, help="End with 1 where something is significantly worse than the baseline.")
@click.option("--accept", is_flag=True, help="Make this run the baseline, and measure the gate's false alarms.")
@click.option("--alarms", is_flag=True, help="Measure the false alarms of the gate on the baseline again.")
@click.option("--out", metavar="DIR", help="Write report.html and run.json there; without it, to eval/out.")
def evaluate(compare: tuple[str, str] | None, **asked: Any) -> Answer:
    """Score reading, drafting, checking and retrieval on the cases of a checkout."""
    command = _evaluation()
    if compare:
        return Answer(*command.compared(*map(Path, compare)))
    return Answer(*command.run(settings.load(), **asked))


@afterword.command()
def app() -> int:
    """Start the web page on this computer."""
    installed = Path(__file__).with_name("_streamlit_app.py")
    page = installed if installed.is_file() else Path(__file__).parent.parent / "streamlit_app.py"
    chosen = settings.load()
    options = {
        "server.address": chosen.host,
        "server.port": str(chosen.port),
        "server.showEmailPrompt": "false",
        "browser.gatherUsageStats": "false",
    }
    flags = [f"--{name}={value}" for name, value in options.items()]
    return subprocess.call([sys.executable, "-m", "streamlit", "run", str(page), *flags])


def _desk(chosen: settings.Settings, verbose: bool) -> Desk:
    from assistant import wiring  # noqa: PLC0415  schema, --help and wrong calls need not wait for the line

    desk = wiring.build(chosen, sys.stderr.write if verbose else None)
    if verbose:
        sys.stderr.write(f"afterword: works {desk.engine if desk.engine == 'offline' else f'with {desk.engine}'}\n")
    return desk


def _notice(desk: Desk, more: str | None = None) -> str:
    """What is to be known beside, as a line for standard error."""
    lines = "; ".join(filter(None, (desk.notice(), more)))
    return f"afterword: {lines}\n" if lines else ""


def _unheard(style: Style, desk: Desk) -> bool:
    """Whether there are wishes, and only the offline writer to hear them."""
    return bool(style.wishes or style.locked) and desk.engine == "offline"


def _evaluation() -> ModuleType:
    """The evaluation's command, which stands beside the program in a checkout and nowhere else."""
    if not (Path(__file__).parents[1] / "eval" / "cases").is_dir():
        raise OptionError("eval needs a checkout of the program, with its eval/ folder: run it there, by `make eval`")
    try:
        return importlib.import_module("eval.command")
    except ModuleNotFoundError as error:
        raise OptionError(f"eval needs the module {error.name!r}, which is missing: run it by `make eval`") from error


def _notes(path: str) -> str:
    data = _bytes(path, "notes", NotesError)
    from assistant.reading import source  # noqa: PLC0415  as above

    return source.decode(data)


def _message(path: str) -> str | bytes:
    data = _bytes(path, "message", MessageError)
    from assistant import pasted  # noqa: PLC0415  as above

    return data if path.lower().endswith(".eml") or pasted.looks_like_mail(data) else pasted.decode(data)


def _bytes(path: str, what: str, error_class: type[AfterwordError]) -> bytes:
    if path == "-" and sys.stdin is None:
        raise error_class(f"the {what} cannot be read: there is no standard input")
    try:
        if path == "-":
            return sys.stdin.buffer.read(MAX_READ)
        with open(path, "rb") as file:
            return file.read(MAX_READ)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise error_class(f"the {what} {path!r} cannot be read: {reason}; give a text file, or -") from error


def _json(model: BaseModel) -> str:
    return model.model_dump_json(indent=2) + "\n"
