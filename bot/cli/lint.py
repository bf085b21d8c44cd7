"""`registry-bot lint`: every rule over the whole registry as it stands."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from bot.checkout import Checkout
from bot.cli.options import Format, Repo, ReviewFormat, checkout_at
from bot.cli.output import conclude
from bot.configuration import CONFIGURATION_PATH, Configuration, read_configuration
from bot.report import Report
from registry.document import read_document
from registry.refresh import refresh
from registry.snapshot import decode, read_snapshot
from rules import review as judgement


def lint(
    repo: Repo = None,
    form: ReviewFormat = Format.TEXT,
    fix: Annotated[
        bool, typer.Option("--fix", help="First refresh the header line and the generated graph.")
    ] = False,
) -> None:
    """Judge the whole registry as it stands in the working tree.

    Exit status: 0 when nothing blocks, 1 when something does, 2 when there is no registry here.
    """
    with checkout_at(repo) as checkout:
        default = checkout.default_branch()
        settings = checkout.files(default, [CONFIGURATION_PATH])
        configuration = read_configuration(settings[CONFIGURATION_PATH])
        path = configuration.paths.registry
        if checkout.files(None, [path])[path] is None and (
            default is None or checkout.files(default, [path])[path] is None
        ):
            raise typer.TyperException(f"There is no registry in this repository: no {path}.")
        if fix:
            typer.echo(_fixed(checkout, path), err=True)
        conclude(_report(checkout, configuration), form)


def _report(checkout: Checkout, configuration: Configuration) -> Report:
    files = checkout.files(None, configuration.paths.all)
    snapshot = read_snapshot(files, configuration.paths)
    today = datetime.now(UTC).date()
    return Report(
        command="lint",
        review=judgement.lint(snapshot, settings=configuration.rules, today=today),
        subject=f"the {len(snapshot.document.entries)} entries of {configuration.paths.registry}",
        files=files,
        notes=configuration.problems,
        repository=checkout.web_address(),
    )


def _fixed(checkout: Checkout, path: str) -> str:
    """Refresh what is generated in the registry file; return in words what that changed."""
    text = decode(checkout.files(None, [path])[path])
    if not isinstance(text, str):
        return f"{path} cannot be refreshed: {text.message}"
    new = refresh(text, datetime.now(UTC).date())
    if new == text:
        return f"{path}: what is generated is up to date."
    try:
        (checkout.top / path).write_bytes(new.encode())
    except OSError as error:
        raise typer.TyperException(f"{path} cannot be written: {error.strerror}.") from None
    old, now = read_document(text), read_document(new)
    parts = {
        "the header line": old.header != now.header,
        "the dependency graph": old.graph != now.graph,
    }
    changed = " and ".join(part for part, differs in parts.items() if differs)
    return f"{path}: refreshed {changed}."
