"""Traces: one for each delivery, from its arrival to its effect. Off, they cost nothing."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractContextManager, asynccontextmanager, nullcontext
from typing import Protocol

from bot.settings import Settings, SettingsError
from bot.work.handler import Attempt, Handler, Outcome
from bot.work.store import Delivery

Attribute = str | int | float


class _Spans(Protocol):
    def span(
        self, name: str, deliveries: Sequence[str], attributes: dict[str, Attribute]
    ) -> AbstractContextManager[object]: ...

    def close(self) -> None: ...


_OFF = nullcontext()
_spans: _Spans | None = None


def span(
    name: str, *, deliveries: Sequence[str] = (), **attributes: Attribute
) -> AbstractContextManager[object]:
    """Return a context that becomes a span: of the newest of `deliveries` and linked to the others,
    or, where none is named, of the span around it.
    """
    return _spans.span(name, deliveries, attributes) if _spans else _OFF


def traced(handle: Handler) -> Handler:
    """Return a handler whose runs are spans of the deliveries that they work."""

    async def run(subject: str, deliveries: Sequence[Delivery], attempt: Attempt) -> Outcome:
        ids = [delivery.id for delivery in deliveries]
        waited = time.time() - deliveries[0].received
        with span(
            "run", deliveries=ids, subject=subject, attempt=attempt.number, waited_seconds=waited
        ):
            return await handle(subject, deliveries, attempt)

    return run


@asynccontextmanager
async def tracing(settings: Settings) -> AsyncIterator[None]:
    """Send spans inside the context, where an endpoint is set. Raises SettingsError without the
    extra that this takes.
    """
    global _spans  # noqa: PLW0603  # a process has one place to send its traces, as it has one log
    if not settings.sends_traces:
        yield
        return
    try:
        # Imported late: an optional extra.
        from bot.opentelemetry import OpenTelemetry  # noqa: PLC0415
    except ImportError:
        raise SettingsError(
            "OTEL_EXPORTER_OTLP_ENDPOINT: traces need the extra `otel` (registry-bot[otel])"
        ) from None
    sending = _spans = OpenTelemetry()
    try:
        yield
    finally:
        _spans = None
        await asyncio.to_thread(sending.close)
