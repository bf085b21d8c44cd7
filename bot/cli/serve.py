"""`registry-bot serve`: the web server, which works the queue too unless told not to."""

from typing import Annotated

import typer

from bot.cli.environment import run, settings_or_exit
from bot.server import serve_until_stopped


def serve(
    worker: Annotated[
        bool, typer.Option(help="Work the queue in this process too, or leave it to `work`.")
    ] = True,
) -> None:
    """Take deliveries from GitHub and show the pages; with a worker, review as well.

    Everything is set by environment variables; docs/configuration.md lists them.
    """
    settings = settings_or_exit()
    if not settings.has_credentials:
        typer.echo(
            "registry-bot: no App credentials are set, so only the pages are served; "
            "set GITHUB_APP_ID, GITHUB_PRIVATE_KEY and GITHUB_WEBHOOK_SECRET to review.",
            err=True,
        )
    run(serve_until_stopped(settings, listens=True, works=worker))
