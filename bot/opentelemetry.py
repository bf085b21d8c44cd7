"""Traces by OpenTelemetry. Its own variables (`OTEL_…`) say where they go and what is kept."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from hashlib import sha256

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import OTELResourceDetector, Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import (
    Link,
    NonRecordingSpan,
    SpanContext,
    TraceFlags,
    set_span_in_context,
)

from bot.tracing import Attribute


class OpenTelemetry:
    """Sends spans over OTLP, in batches from a thread of its own."""

    def __init__(self) -> None:
        ours = Resource({"service.name": "registry-bot"})
        self._provider = TracerProvider(
            resource=ours.merge(OTELResourceDetector().detect()), shutdown_on_exit=False
        )
        self._provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
        self._tracer = self._provider.get_tracer("registry-bot")

    def span(
        self, name: str, deliveries: Sequence[str], attributes: dict[str, Attribute]
    ) -> AbstractContextManager[object]:
        """Return a context that is a span, as `bot.tracing.span` says."""
        if not deliveries:
            return self._tracer.start_as_current_span(name, attributes=attributes)
        *older, newest = map(sent_by_github, deliveries)
        return self._tracer.start_as_current_span(
            name,
            set_span_in_context(NonRecordingSpan(newest)),
            attributes={**attributes, "deliveries": list(deliveries)},
            links=[Link(context) for context in older],
        )

    def close(self) -> None:
        """Send what is left."""
        self._provider.shutdown()


def sent_by_github(delivery_id: str) -> SpanContext:
    """Return where the trace of a delivery begins: at GitHub, which sends no trace of its own.

    Made of the delivery's id, so that what several processes do about it meets in one trace with
    nothing handed over between them.
    """
    digest = sha256(delivery_id.encode()).digest()
    return SpanContext(
        trace_id=int.from_bytes(digest[:16]),
        span_id=int.from_bytes(digest[16:24]),
        is_remote=True,
        trace_flags=TraceFlags(TraceFlags.SAMPLED),
    )
