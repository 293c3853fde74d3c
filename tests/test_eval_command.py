"""The command: what it prints and writes, and what it never shows."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Collection, Sequence
from pathlib import Path

import pytest
from eval_samples import ENGINES, NOTES, case, desk, mail, plain, run

from assistant import cli
from assistant.errors import OptionError
from assistant.message import Kind
from assistant.principle import Principle
from assistant.report import Finding
from assistant.settings import Settings
from eval import gate, measures, messages
from eval.command import Asked, answer, compared, judged
from eval.compare import compare
from eval.gate import Alarms, Gate
from eval.page import page
from eval.run import Evaluation, finished, jobs
from eval.score import Part
from eval.scorers.retrieval import Pair
from eval.table import case as at_length
from eval.table import table
from eval.work import Job, Worker

FINDING = Finding(rule="pushy", severity="error", message="Too keen <b>by half</b>.")
SECRET = "kept aside for counting"
SET = next(one for one in messages.load() if one.split == "dev")


class Shelf:
    """A guide that has one thing to say of everything."""

    notice = None

    def retrieve(self, brief: object, kind: Kind, k: int = 6) -> tuple[Principle, ...]:
        return ()

    def search(self, text: str, kind: Kind, k: int = 6) -> tuple[Principle, ...]:
        return ()


def small_jobs() -> list[Job]:
    hidden = case("2-hidden", "test").model_copy(update={"notes": f"{NOTES} {SECRET}"})
    few = SET.model_copy(update={"faulty": SET.faulty[:3]})
    pair = Pair("thank-you", "dev", ("not-within-minutes",), "can I send it right now", None)
    return [case(), hidden, few, pair]


def small(settings: Settings, given: Sequence[Job], parts: Collection[Part]) -> Evaluation:
    """An evaluation of a few made-up units, whatever was to be evaluated."""
    drafts = (mail("I I would like to send the menu."), mail("I I would like to send the menu.", variant=2))
    worker = Worker(desk(drafts, [FINDING]), Shelf(), parts)
    return finished([worker.do(job) for job in small_jobs()], ENGINES, parts)


@pytest.fixture
def done() -> Evaluation:
    return small(Settings(), [], measures.PARTS)


def test_the_table_has_both_splits_and_an_interval_and_a_number_on_every_rate(done: Evaluation) -> None:
    head, *rows = table(done.run).splitlines()
    assert head.split() == ["dev", "test"]
    ready = next(row for row in rows if row.startswith("  ready"))
    assert ready.count("[") == ready.count("n=2/1") == 2
    assert "planted" not in table(done.run)
    assert "planted" in table(done.run, detail=True)


def test_every_measure_is_scored_and_every_score_has_its_measure(done: Evaluation) -> None:
    known = {measure.name for measure in measures.ALL}
    scored = {name for unit in done.units for name in unit.scores}
    assert scored <= known
    assert known - scored <= {measures.HARPER, f"{measures.HARPER} calm"}


def test_a_whole_run_writes_a_page_and_a_run_and_says_where(tmp_path: Path) -> None:
    text, status = answer(Asked(out=str(tmp_path), baseline=tmp_path / "none.json"), Settings(), small)
    assert status == 0
    assert str(tmp_path / "report.html") in text
    assert json.loads((tmp_path / "run.json").read_text("utf-8"))["engines"]["reader"] == "offline"


def test_a_second_run_writes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        answer(Asked(out=str(tmp_path / name), baseline=tmp_path / "none.json"), Settings(), small)
    for file in ("report.html", "run.json"):
        assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes()


def test_the_page_holds_all_that_it_shows_and_asks_the_network_for_nothing(done: Evaluation) -> None:
    html = page(done, {}, None)
    assert html.count("<svg") == 4
    assert not re.search(r"""(?:src|href)=["'](?!#)|url\((?!#)|@import|<script""", html)


def test_the_page_shows_a_bad_dev_case_with_its_text_and_reasons_side_by_side(done: Evaluation) -> None:
    html = page(done, {}, None)
    assert "1-kiln" in html
    assert "I will send the menu. No calls." in html
    assert "doubled-word" in html
    assert "Too keen &lt;b&gt;by half&lt;/b&gt;." in html


def test_nothing_of_the_test_split_is_ever_shown(done: Evaluation) -> None:
    everything = page(done, {}, None) + done.run.to_json() + table(done.run, detail=True)
    assert SECRET not in everything
    assert "2-hidden" not in everything


def test_the_page_says_how_often_the_gate_errs_and_what_changed(done: Evaluation) -> None:
    rows = {row.measure.name: row for row in compare(done.run, done.run)}
    html = page(done, rows, Gate(level=0.03, false_alarms=(Alarms(churn=0.3, alarms=2, draws=200),)))
    assert "level 0.03" in html
    assert "2 of 200" in html
    assert "against the baseline" in html


def test_misses_of_a_measure_are_listed_with_their_reasons_and_only_of_dev() -> None:
    asked: list[Job] = []

    def listed(settings: Settings, given: Sequence[Job], parts: Collection[Part]) -> Evaluation:
        asked.extend(given)
        worker = Worker(desk([mail("I I am.")]), Shelf(), parts)
        return finished([worker.do(case())], ENGINES, parts)

    text, status = answer(Asked(misses="grammatical"), Settings(), listed)
    assert (text.splitlines()[0], status) == ("1-kiln", 0)
    assert "doubled-word" in text
    assert {job.split for job in asked} == {"dev"}


def test_an_unknown_measure_is_refused_with_those_that_exist() -> None:
    with pytest.raises(OptionError, match="choose one of reads-at-all, company"):
        answer(Asked(misses="shoe-size"), Settings(), small)


def test_a_case_is_shown_at_length(done: Evaluation) -> None:
    text = at_length(done.units[0])
    assert NOTES in text
    assert "company: Lantern Street Library" in text
    assert "-- email to Ada Obi, variant 1: not-ready" in text
    assert "grammatical: - Ada Obi 1: doubled-word" in text


def test_a_case_of_the_test_split_is_never_shown() -> None:
    hidden = next(job for job in jobs(["reading"]) if job.split == "test")
    with pytest.raises(OptionError, match="never shown"):
        answer(Asked(show=getattr(hidden, "id", "")), Settings(), small)


def test_parts_are_chosen_by_name_and_not_for_the_gate(tmp_path: Path) -> None:
    seen: list[Part] = []

    def watched(settings: Settings, given: Sequence[Job], parts: Collection[Part]) -> Evaluation:
        seen.extend(parts)
        return small(settings, given, parts)

    asked = Asked(only=["reading"], out=str(tmp_path), baseline=tmp_path / "none.json")
    text, _ = answer(asked, Settings(), watched)
    assert seen == ["reading"]
    assert "drafting" not in text
    with pytest.raises(OptionError, match="choose from reading"):
        answer(Asked(only=["writing"]), Settings(), small)
    with pytest.raises(OptionError, match="leave out --only"):
        answer(Asked(only=["reading"], gate=True), Settings(), small)


def test_the_gate_needs_a_baseline_before_it_runs_anything(tmp_path: Path) -> None:
    def never(settings: Settings, given: Sequence[Job], parts: Collection[Part]) -> Evaluation:
        raise AssertionError("there was no need to run")

    with pytest.raises(OptionError, match="--accept"):
        answer(Asked(gate=True, baseline=tmp_path / "none.json"), Settings(), never)


def test_the_gate_is_shut_with_1_for_a_loss_and_open_with_0_for_none() -> None:
    held = Gate(level=0.05, false_alarms=())
    base, fresh = run({"ready": plain(70, 90)}), run({"ready": plain(30, 90)})
    shut, status = judged(fresh, base, held)
    assert status == 1
    assert "ready: 0.778 -> 0.333" in shut
    assert judged(base, base, held)[1] == 0


def test_an_accepted_run_is_what_the_gate_then_goes_by(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "measured", lambda run: Gate(level=0.05, false_alarms=()))
    asked = {"baseline": tmp_path / "baseline.json", "out": str(tmp_path)}
    assert "accepted: level 0.05" in answer(Asked(accept=True, **asked), Settings(), small)[0]  # type: ignore[arg-type]
    assert answer(Asked(gate=True, **asked), Settings(), small)[1] == 0  # type: ignore[arg-type]


def test_two_runs_with_nothing_in_common_are_not_compared(tmp_path: Path) -> None:
    for name in ("ready", "other"):
        (tmp_path / f"{name}.json").write_text(run({name: plain(1, 3)}).to_json(), encoding="utf-8")
    with pytest.raises(OptionError, match="nothing to compare"):
        compared(tmp_path / "ready.json", tmp_path / "other.json")
    assert compared(tmp_path / "ready.json", tmp_path / "ready.json")[1] == 0


def test_a_wrong_call_is_one_line_and_2(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert cli.run(["eval", "--compare", str(tmp_path / "a.json"), str(tmp_path / "b.json")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_outside_a_checkout_it_is_said_in_one_line_what_to_do(tmp_path: Path, root: Path) -> None:
    for name in ("assistant", "prompts"):
        (tmp_path / name).symlink_to(root / name)
    command = [sys.executable, "-m", "assistant", "eval"]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert said.returncode == 2
    assert said.stdout == ""
    assert re.fullmatch(r"afterword: eval needs a checkout[^\n]*\n", said.stderr)


def test_the_command_line_pays_for_the_evaluation_only_when_it_is_asked_for() -> None:
    script = "import sys, assistant.cli; print({'eval', 'scipy', 'matplotlib'} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert said.stdout == "set()\n"
