"""The environment on the command line: what is wrong with it becomes a sentence and status 2."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

import typer

from bot.logs import configure
from bot.settings import Settings, SettingsError, read_settings
from bot.work.store import IncompatibleSchema, StoreUnavailable

T = TypeVar("T")


def settings_or_exit() -> Settings:
    """Read the environment and set up logs. Raises TyperException for what cannot be used."""
    try:
        settings = read_settings()
        if settings.has_credentials:
            settings.private_key()
    except SettingsError as error:
        raise typer.TyperException(str(error)) from error
    configure(settings.log_format, settings.log_level)
    return settings


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run `work`. Raises TyperException for what the environment does not allow."""
    try:
        return asyncio.run(work)
    except (SettingsError, IncompatibleSchema, ImportError, ValueError, OSError) as error:
        raise typer.TyperException(str(error)) from error
    except StoreUnavailable as error:
        raise typer.TyperException(f"DATABASE_URL: {error}") from error
