"""The environment as settings. Every variable is in docs/configuration.md."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.citation_services import Services, read_services


class SettingsError(ValueError):
    """The environment cannot be used; the message has a line a fault, at most four."""


class LogFormat(StrEnum):
    CONSOLE = "console"
    JSON = "json"


class LogLevel(StrEnum):
    DEBUG = "DEBUG"
    INFO = "INFO"
    WARNING = "WARNING"
    ERROR = "ERROR"


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def _services(value: object) -> object:
    return read_services(value) if isinstance(value, str) else value


def _default_database() -> str:
    return f"sqlite:///{user_data_path('registry-bot') / 'registry-bot.db'}"


def _default_format() -> LogFormat:
    return LogFormat.CONSOLE if sys.stderr.isatty() else LogFormat.JSON


class Settings(BaseSettings):
    """What the operator decides. Empty variables count as absent."""

    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore", frozen=True)

    github_app_id: int | None = Field(default=None, gt=0)
    github_private_key: SecretStr | None = None
    github_private_key_path: Path | None = None
    github_webhook_secret: SecretStr | None = None
    github_webhook_secret_previous: SecretStr | None = None
    github_api_url: str = "https://api.github.com"
    database_url: str = Field(default_factory=_default_database)
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    public_url: str | None = None
    delivery_retention_days: float = Field(default=30.0, gt=0)
    citation_resolvers: Annotated[Services | None, NoDecode, BeforeValidator(_services)] = Field(
        default_factory=Services
    )
    otel_exporter_otlp_endpoint: str | None = None
    otel_exporter_otlp_traces_endpoint: str | None = None
    log_format: Annotated[LogFormat, BeforeValidator(_lower)] = Field(
        default_factory=_default_format
    )
    log_level: Annotated[LogLevel, BeforeValidator(_upper)] = LogLevel.INFO

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        given = (self.github_app_id, self._key_source, self.github_webhook_secret)
        names = ("GITHUB_APP_ID", "GITHUB_PRIVATE_KEY", "GITHUB_WEBHOOK_SECRET")
        missing = [name for name, value in zip(names, given, strict=True) if value is None]
        if 0 < len(missing) < len(names):
            raise ValueError(f"the App's credentials are incomplete: set {' and '.join(missing)}")
        if urlsplit(self.database_url).scheme not in ("sqlite", "postgresql", "postgres"):
            raise ValueError("DATABASE_URL must begin with sqlite:/// or postgresql://")
        for name, url in (("GITHUB_API_URL", self.github_api_url), ("PUBLIC_URL", self.public_url)):
            if url is not None and urlsplit(url).scheme not in ("http", "https"):
                raise ValueError(f"{name} must begin with https:// or http://")
        return self

    @property
    def _key_source(self) -> object:
        return self.github_private_key or self.github_private_key_path

    @property
    def has_credentials(self) -> bool:
        return self.github_app_id is not None

    @property
    def sends_traces(self) -> bool:
        return bool(self.otel_exporter_otlp_endpoint or self.otel_exporter_otlp_traces_endpoint)

    @property
    def webhook_secrets(self) -> tuple[str, ...]:
        """The secrets that sign: ours now, then while it is being replaced the one before."""
        secrets = (self.github_webhook_secret, self.github_webhook_secret_previous)
        if not self.github_webhook_secret:
            return ()
        return tuple(secret.get_secret_value() for secret in secrets if secret)

    @property
    def rules_url(self) -> str | None:
        """The address below which each rule has its page."""
        return f"{self.public_url.rstrip('/')}/rules" if self.public_url else None

    def private_key(self) -> str:
        """Return the App's key as PEM text. Raises SettingsError when it cannot be read."""
        if self.github_private_key:
            # Hosts that keep one-line variables hand the line ends over as `\\n`.
            return self.github_private_key.get_secret_value().replace("\\n", "\n")
        assert self.github_private_key_path is not None
        try:
            return self.github_private_key_path.read_text()
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is not text"
            raise SettingsError(
                f"GITHUB_PRIVATE_KEY_PATH: {self.github_private_key_path} cannot be read: {reason}"
            ) from None


def read_settings() -> Settings:
    """Read the environment. Raises SettingsError with a line for each fault."""
    try:
        return Settings()
    except ValidationError as error:
        lines = []
        for fault in error.errors()[:4]:
            name = "_".join(str(part) for part in fault["loc"]).upper()
            message = fault["msg"].removeprefix("Value error, ")
            lines.append(f"{name}: {message}" if name else message)
        raise SettingsError("\n".join(lines)) from None
