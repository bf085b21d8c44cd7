"""`registry-bot site`: the public page as static files."""

from pathlib import Path
from typing import Annotated

import typer

from bot.bundled import bundled_snapshot
from bot.checkout import Checkout, CheckoutError, NoRepositoryError, open_checkout
from bot.cli.options import Repo
from bot.configuration import CONFIGURATION_PATH, read_configuration
from bot.site import render_site
from bot.site.folder import FolderError, write_site
from registry.snapshot import Snapshot, read_snapshot


def site(
    out_dir: Annotated[
        Path, typer.Argument(metavar="OUT_DIR", help="Where to write; made where it is missing.")
    ],
    repo: Repo = None,
) -> None:
    """Write the public page: an index, a page for each entry, and the rules.

    The registry is that of the checkout's working tree, outside a checkout the one that came with
    this program. Earlier pages are replaced; other files in the folder stay, and where one of them
    stands in the place of a page nothing is written. Exit status: 0 when written, else 2.
    """
    snapshot, repository = _registry(repo)
    for lost in snapshot.unreadable:
        raise typer.TyperException(f"{lost.path} cannot be shown: {lost.problem.message}")
    pages = render_site(snapshot, repository)
    try:
        write_site(pages, out_dir)
    except FolderError as error:
        raise typer.TyperException(str(error)) from None
    except OSError as error:
        raise typer.TyperException(f"{out_dir} cannot be written: {error.strerror}.") from None
    if problems := len(snapshot.document.problems):
        noun = "problem" if problems == 1 else "problems"
        typer.echo(f"The file has {problems} {noun}, which `registry-bot lint` shows.", err=True)
    typer.echo(f"{out_dir / 'index.html'} and {len(pages) - 1} more pages")


def _registry(repo: Path | None) -> tuple[Snapshot, str | None]:
    """Return the checkout's registry with its address on the web; outside one the package's."""
    try:
        with open_checkout(repo) as checkout:
            return _working_tree(checkout), checkout.web_address()
    except CheckoutError as error:
        if repo is not None or not isinstance(error, NoRepositoryError):
            raise typer.TyperException(str(error)) from None
    typer.echo("This is no checkout: the registry that came with this program is shown.", err=True)
    return bundled_snapshot(), None


def _working_tree(checkout: Checkout) -> Snapshot:
    settings = checkout.files(checkout.default_branch(), [CONFIGURATION_PATH])[CONFIGURATION_PATH]
    paths = read_configuration(settings).paths
    files = checkout.files(None, paths.all)
    if files[paths.registry] is None:
        raise typer.TyperException(f"There is no registry in this repository: no {paths.registry}.")
    return read_snapshot(files, paths)
