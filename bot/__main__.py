"""`registry-bot` and `python -m bot`."""

import io
import sys
from collections.abc import Sequence

import typer

from bot.cli import app

CANNOT_RUN = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 fine, 1 blocking findings, 2 wrong use.

    What the user or the environment does wrong arrives here as a TyperException and leaves as one
    sentence; an error of our own keeps its traceback.
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return app(arguments, prog_name="registry-bot", standalone_mode=False) or 0
    except typer.TyperException as error:
        typer.echo(f"registry-bot: {error.format_message()}", err=True)
        return CANNOT_RUN


if __name__ == "__main__":
    sys.exit(main())
