"""The command line: a table of commands, each a module that is imported when it is called.

The module `bot.cli.<name>` holds a function of the same name, whose signature is the command's
options. It raises `typer.TyperException` (or its subclass `typer.BadParameter`) with one sentence
for wrong use or an environment that does not allow it, and `typer.Exit(1)` for blocking findings.
"""

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

COMMANDS = {
    "review": "Review a local change as the bot would on GitHub.",
    "lint": "Judge the whole registry as it stands.",
    "specificity": "Judge whether sentences are specific enough to be blockers.",
    "citations": "List the citations in texts.",
    "attempt": "Judge a report of a failed attempt.",
    "serve": "Take deliveries from GitHub and review them.",
    "work": "Review what other processes have taken.",
    "site": "Write the public page as static files.",
    "deliveries": "Show what came in and what became of it; replay it.",
    "projection": "Recompute the published headline ranges from the baselines.",
}


class _Commands(TyperGroup):
    """Lists every command by its summary and imports the one that is called."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        for name, summary in COMMANDS.items():
            self.add_command(TyperCommand(name, help=summary))

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        name, _, rest = super().resolve_command(ctx, args)
        return name, _load(name) if name else None, rest


def _load(name: str) -> Any:
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name)(getattr(import_module(f"{__name__}.{name}"), name))
    return get_command(single)


# Texts on this command line hold brackets that mean citations; rich would take them for markup.
app = typer.Typer(
    cls=_Commands, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415 - slower than most reviews are

        typer.echo(f"registry-bot {version('registry-bot')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _registry_bot(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 - its callback answers
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Review contributions to a registry of bottlenecks, here or as a GitHub App."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)
