"""``refs rules``: the rules, a line each."""

from __future__ import annotations

import json

import click


@click.command("rules", context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.argument("codes", nargs=-1)
def rules_command(codes: tuple[str, ...], as_json: bool) -> None:
    """List the rules that refs checks; CODES (M, M2, M241 or names) narrow the list."""
    from refs.check import select_rules

    rules = select_rules(codes)
    if as_json:
        data = [
            {
                "code": r.code,
                "name": r.name,
                "severity": r.severity.value,
                "family": r.family,
                "summary": r.summary,
            }
            for r in rules
        ]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    family = ""
    for rule in rules:
        if rule.family != family:
            click.echo(f"{'' if not family else chr(10)}{rule.family}")
            family = rule.family
        click.echo(f"  {rule.code}  {rule.name:<26} {rule.severity.value:<8} {rule.summary}")
