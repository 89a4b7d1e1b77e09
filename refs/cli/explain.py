"""``refs explain CODE``: what a rule checks, why, and when it stays silent."""

from __future__ import annotations

import click


@click.command("explain", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("codes", nargs=-1, required=True)
def explain_command(codes: tuple[str, ...]) -> None:
    """Explain the rules with these CODES (M241) or names (volume-differs)."""
    from refs.check import select_rules
    from refs.check.catalogue import explain_rule

    click.echo("\n\n".join(explain_rule(rule) for rule in select_rules(codes)))
