"""`registry-bot work`: a worker process without a web server."""

import typer

from bot.cli.environment import run, settings_or_exit
from bot.server import serve_until_stopped


def work() -> None:
    """Review what web processes have stored in the same database, until stopped."""
    settings = settings_or_exit()
    if not settings.has_credentials:
        raise typer.TyperException(
            "a worker needs GITHUB_APP_ID, GITHUB_PRIVATE_KEY and GITHUB_WEBHOOK_SECRET"
        )
    run(serve_until_stopped(settings, listens=False, works=True))
