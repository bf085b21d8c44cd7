"""`registry-bot citations`: the citations in a text."""

import sys
from itertools import zip_longest
from pathlib import Path
from typing import Annotated

import typer

from bot.checkout import CheckoutError, open_checkout
from bot.citation_services import Verdict
from bot.cli.looking_up import looking_up, services_or_exit
from bot.cli.options import JudgementFormat, LineFormat, Texts
from bot.cli.output import flat, given, quiet_pipe
from bot.configuration import CONFIGURATION_PATH, read_configuration
from bot.report import json_line
from registry.citations import Citation, find, near_misses
from registry.references import Bibliography, read_bibliography
from registry.snapshot import decode
from rules.evidence import identity


def citations(
    texts: Texts,
    form: JudgementFormat = LineFormat.TEXT,
    references: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="The bibliography of @key citations; the checkout's if none."
        ),
    ] = None,
    resolve: Annotated[
        bool, typer.Option("--resolve", help="Look each citation up: alive, dead or unknown.")
    ] = False,
) -> None:
    """List the citations in texts, and what only looks like one.

    The exit status is 0 whatever is found.
    """
    bibliography = _bibliography(references)
    services = services_or_exit() if resolve else None
    render = _json if form is LineFormat.JSON else _text
    with quiet_pipe(), looking_up(services) as ask:
        for text in given(texts):
            found = [found.citation for found in find(text, bibliography)]
            verdicts = ask(found, bibliography or Bibliography())
            states = [verdicts.get(identity(one), Verdict.UNKNOWN) for one in found]
            sys.stdout.write(render(text, found, states if resolve else None, bibliography))


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


def _json(
    text: str, found: list[Citation], states: list[Verdict] | None, _: Bibliography | None
) -> str:
    shown = [{"kind": one.kind, "id": one.id, "url": one.url} for one in found]
    if states is not None:
        shown = [one | {"status": state} for one, state in zip(shown, states, strict=True)]
    return json_line({"text": text, "citations": shown})


def _text(
    text: str,
    found: list[Citation],
    states: list[Verdict] | None,
    bibliography: Bibliography | None,
) -> str:
    lines = [flat(text)]
    for citation, state in zip_longest(found, states or ()):
        place = f" · {flat(citation.url)}" if citation.url else ""
        ending = f" · {state}" if state else ""
        lines.append(f"  {citation.kind:<6}  {flat(citation.id)}{place}{ending}")
    for miss in near_misses(text, bibliography):
        lines.append(f"  none    {flat(text[miss.start : miss.end])}")
        lines.append(f"          {flat(f'{miss.reason} {miss.instead}')}")
    if len(lines) == 1:
        lines.append("  no citation")
    return "\n".join(lines) + "\n"
