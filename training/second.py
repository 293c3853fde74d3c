"""python -m training.second: what the checker's network says of the rules' findings, on letters kept aside.

For each rule: the network's doubt about its errors on good letters, and about those that stand on a planted fault.
The limits in assistant/checking/judge.py lie between the two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from statistics import quantiles

from assistant import prompts, reading
from assistant.adapters.onnx import OnnxNetwork
from assistant.brief import Profile
from assistant.checking import check, parse
from assistant.checking.context import Context
from assistant.checking.judge import judge
from assistant.message import Situation
from assistant.report import Finding
from training.checker import KEPT_ASIDE
from training.letters import Letter, letters
from training.markup import load

HERE = Path(__file__).parent


def main() -> None:
    """Prints a line for each rule, and how often good letters get an error with and without the network."""
    records = {record.id: record for path in sorted((HERE / "notes").glob("*.txt")) for record in load(path)}
    given = [one for path in sorted((HERE / "letters").glob("*.txt")) for one in letters(path)]
    aside = set(sorted({one.record for one in given})[::KEPT_ASIDE])
    reader, network = OnnxNetwork("reader"), OnnxNetwork("checker")
    doubts: dict[tuple[str, str], list[float]] = defaultdict(list)
    disturbed: Counter[str] = Counter()
    for one in (one for one in given if one.record in aside):
        record = records[one.record]
        me = Profile(name=record.me)
        brief, kind = reading.read(record.notes, record.today, me, reader), prompts.kind(one.kind)
        message = parse.from_text(one.text, brief, kind)
        situation = Situation(notes=record.notes, today=record.today, profile=me)
        judgement = judge(Context(message, brief, kind, situation), network)
        for finding in _errors(check(message, brief, kind, situation).findings):
            if finding.span is not None and (one.fault is None or _on_fault(finding, one)):
                group = "good" if one.fault is None else "fault"
                doubts[finding.rule, group].append(judgement.bad(finding.span, finding.where))
        if one.fault is None:
            disturbed["rules alone"] += bool(_errors(check(message, brief, kind, situation).findings))
            disturbed["with the network"] += bool(_errors(check(message, brief, kind, situation, network).findings))
            disturbed["letters"] += 1
    for rule in sorted({rule for rule, _ in doubts}):
        print(f"{rule:16} good {_spread(doubts[rule, 'good'])}   fault {_spread(doubts[rule, 'fault'])}")
    print(dict(disturbed))


def _errors(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.severity == "error"]


def _on_fault(finding: Finding, one: Letter) -> bool:
    planted = one.text[one.start : one.end]
    return finding.span is not None and (finding.span.text in planted or planted in finding.span.text)


def _spread(values: list[float]) -> str:
    """How many there are, and their quartiles."""
    if len(values) < 2:
        return f"{len(values):3} {values[0]:.2f}" if values else "  0"
    return f"{len(values):3} " + " ".join(f"{value:.2f}" for value in quantiles(values, n=4, method="inclusive"))


if __name__ == "__main__":
    main()
