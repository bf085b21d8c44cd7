"""Options that several commands share."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.checkout import Checkout, CheckoutError, open_checkout


class Format(StrEnum):
    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


class LineFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


Repo = Annotated[
    Path | None,
    typer.Option("--repo", metavar="DIR", help="A folder of the checkout; this one by default."),
]
ReviewFormat = Annotated[
    Format,
    typer.Option("--format", help="text for people, markdown as the bot posts it, json."),
]
JudgementFormat = Annotated[
    LineFormat, typer.Option("--format", help="text for people, or one JSON object a line.")
]
Texts = Annotated[
    list[str],
    typer.Argument(metavar="TEXT...", help="Texts; - reads one a line from standard input."),
]


@contextmanager
def checkout_at(repo: Path | None) -> Iterator[Checkout]:
    """Open the checkout at `repo`; what git refuses ends the command with one sentence."""
    try:
        with open_checkout(repo) as checkout:
            yield checkout
    except CheckoutError as error:
        raise typer.TyperException(str(error)) from error
