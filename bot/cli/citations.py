"""`registry-bot citations`: the citations in a text."""

import sys
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from bot.checkout import CheckoutError, open_checkout
from bot.cli.options import JudgementFormat, LineFormat, Texts
from bot.cli.output import flat, given, quiet_pipe
from bot.configuration import CONFIGURATION_PATH, read_configuration
from bot.report import json_line
from registry.citations import Citation, find, near_misses
from registry.references import Bibliography, read_bibliography
from registry.snapshot import decode


def citations(
    texts: Texts,
    form: JudgementFormat = LineFormat.TEXT,
    references: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="The bibliography of @key citations; the checkout's if none."
        ),
    ] = None,
) -> None:
    """List the citations in texts, and what only looks like one.

    The exit status is 0 whatever is found.
    """
    bibliography = _bibliography(references)
    render = partial(_json if form is LineFormat.JSON else _text, bibliography=bibliography)
    with quiet_pipe():
        for text in given(texts):
            sys.stdout.write(render(text))


def _bibliography(references: Path | None) -> Bibliography | None:
    if references is None:
        data = _checkouts_references()
    else:
        try:
            data = references.read_bytes()
        except OSError as error:
            raise typer.BadParameter(
                f"{references} cannot be read: {error.strerror}.", param_hint="--references"
            ) from None
    if data is None:
        return None
    text = decode(data)
    if isinstance(text, str):
        return read_bibliography(text)
    if references is None:
        return None
    raise typer.BadParameter(text.message, param_hint="--references")


def _checkouts_references() -> bytes | None:
    """Return the bibliography of the checkout around the working directory, None outside one."""
    try:
        with open_checkout() as checkout:
            default = checkout.default_branch()
            settings = checkout.files(default, [CONFIGURATION_PATH])[CONFIGURATION_PATH]
            path = read_configuration(settings).paths.references
            return checkout.files(None, [path])[path]
    except CheckoutError:
        return None


def _json(text: str, bibliography: Bibliography | None) -> str:
    found = [found.citation for found in find(text, bibliography)]
    return json_line({"text": text, "citations": [_plain(citation) for citation in found]})


def _plain(citation: Citation) -> dict[str, str | None]:
    return {"kind": citation.kind, "id": citation.id, "url": citation.url}


def _text(text: str, bibliography: Bibliography | None) -> str:
    lines = [flat(text)]
    for found in find(text, bibliography):
        citation = found.citation
        place = f" · {flat(citation.url)}" if citation.url else ""
        lines.append(f"  {citation.kind:<6}  {flat(citation.id)}{place}")
    for miss in near_misses(text, bibliography):
        lines.append(f"  none    {flat(text[miss.start : miss.end])}")
        lines.append(f"          {flat(f'{miss.reason} {miss.instead}')}")
    if len(lines) == 1:
        lines.append("  no citation")
    return "\n".join(lines) + "\n"
