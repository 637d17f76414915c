"""`listen doctor`: what is there, what is missing, how to get it."""

from __future__ import annotations

import click


@click.command(name="doctor")
def command() -> int:
    """Say what is installed, what is missing, and how to get it. Exit status 1 if nothing can speak."""
    from listen.cli import doctor_report

    findings = doctor_report.findings()
    for finding in findings:
        click.echo(f"{'ok' if finding.ok else 'missing':<8} {finding.name:<12} {finding.text}")
    return 0 if any(f.ok and f.speaks for f in findings) else 1
