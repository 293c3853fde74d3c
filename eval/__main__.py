"""The evaluation's command: `python -m eval`. The test split is only ever summarised."""

from __future__ import annotations

import dataclasses
import json
import sys
from typing import get_args

import click

from assistant.errors import AfterwordError
from eval import show
from eval.cases import Case, Split, examples, own
from eval.run import Run, measures, run
from eval.sameness import common_runs


@click.command()
@click.option("--field", default=None, help="Only this row of the table.")
@click.option("--misses", is_flag=True, help="List what was missed or added, case by case (dev split).")
@click.option("--only", default=None, help="Only the dev cases whose id begins with this.")
@click.option(
    "--show", "shown", default=None, help="Print the dev cases whose id begins with this, with brief and drafts."
)
@click.option("--stratum", default=None, help="Only cases of this stratum.")
@click.option("--by-stratum", is_flag=True, help="One table for each stratum (dev split).")
@click.option("--with-examples", is_flag=True, help="Also the examples beside a development checkout.")
@click.option("--no-drafts", is_flag=True, help="Reading only.")
@click.option("--phrases", is_flag=True, help="Runs of six words that come back in more than one case of twenty.")
@click.option("--json", "as_json", is_flag=True, help="The rates as JSON.")
def main(
    field: str | None,
    misses: bool,
    only: str | None,
    shown: str | None,
    stratum: str | None,
    by_stratum: bool,
    with_examples: bool,
    no_drafts: bool,
    phrases: bool,
    as_json: bool,
) -> None:
    """Reads and drafts the cases, scores them against their gold, and prints rates with 95 % intervals."""
    try:
        cases = _chosen(only or shown, stratum, with_examples, misses)
        if field is not None and field not in measures(not no_drafts):
            raise click.UsageError(f"no field {field!r}: choose one of {', '.join(measures(not no_drafts))}")
        done = run(cases, drafts=not no_drafts)
    except AfterwordError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    if phrases:
        click.echo(show.phrases(common_runs(result.drafted for result in done.results if result.drafted)))
    elif shown:
        click.echo("\n\n".join(show.case(result) for result in done.results))
    elif misses:
        for name in [field] if field else done.measures:
            click.echo(f"# {name}\n{show.misses(done.results, name)}")
    else:
        click.echo(_as_json(done) if as_json else _tables(done, field, by_stratum))


def _chosen(prefix: str | None, stratum: str | None, with_examples: bool, dev_only: bool) -> list[Case]:
    cases = [*own(), *(examples() if with_examples or prefix else ())]
    chosen = [case for case in cases if stratum is None or stratum in case.stratum]
    if prefix is None:
        return [case for case in chosen if case.split == "dev" or not dev_only]
    named = [case for case in chosen if case.id.startswith(prefix)]
    listed = [case for case in named if case.split == "dev"]
    if not listed:
        reason = "is in the test split, which is never shown" if named else "is no case"
        raise click.UsageError(f"{prefix!r} {reason}")
    return listed


def _tables(done: Run, field: str | None, by_stratum: bool) -> str:
    splits: list[Split] = [s for s in get_args(Split) if any(result.case.split == s for result in done.results)]
    strata = sorted({name for result in done.results for name in result.case.stratum}) if by_stratum else [None]
    blocks = []
    for stratum in strata:
        columns = []
        for split in splits if stratum is None else splits[:1]:
            rates = [r for r in done.rates(split, stratum) if field in (None, r.name)]
            size = sum(r.case.split == split and stratum in (None, *r.case.stratum) for r in done.results)
            columns.append((f"{split} ({size} cases)", rates))
        blocks.append((f"\n# {stratum}\n" if stratum else "") + show.table(columns))
    return "\n".join(blocks)


def _as_json(done: Run) -> str:
    rates = {split: [dataclasses.asdict(rate) for rate in done.rates(split)] for split in get_args(Split)}
    return json.dumps(rates, indent=1)


if __name__ == "__main__":
    main()
