"""A delivery is one trace from its arrival to its effect, where somebody asks for traces."""

import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from bot.opentelemetry import sent_by_github
from tests.e2e.edits import VAGUE_BLOCKER
from tests.e2e.world import world


class Collector:
    """Takes what an exporter sends over OTLP."""

    def __init__(self) -> None:
        self.spans: list[Span] = []
        self.services: set[str] = set()
        self.url = ""

    async def take(self, request: web.Request) -> web.Response:
        message = ExportTraceServiceRequest.FromString(await request.read())
        for resource in message.resource_spans:
            given = {one.key: one.value.string_value for one in resource.resource.attributes}
            self.services.add(given["service.name"])
            self.spans += [span for scope in resource.scope_spans for span in scope.spans]
        return web.Response()

    def below(self, parent: bytes) -> list[str]:
        """The names of the spans in a span, in order of time."""
        found = [span for span in self.spans if span.parent_span_id == parent]
        return [span.name for span in sorted(found, key=lambda span: span.start_time_unix_nano)]


@pytest.fixture
async def collector() -> AsyncIterator[Collector]:
    made = Collector()
    app = web.Application()
    app.router.add_post("/v1/traces", made.take)
    async with TestServer(app) as server:
        made.url = str(server.make_url("")).rstrip("/")
        yield made


async def test_one_delivery_is_one_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, collector: Collector
) -> None:
    """Receive, run, read, review, write and each request: in one trace, named by the delivery."""
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url)
    async with world(tmp_path) as bot:
        await bot.start(otel_exporter_otlp_endpoint=collector.url)
        bot.edit(*VAGUE_BLOCKER)
        await bot.settle()
        (sent,) = [one for one in bot.github.deliveries if one.event == "pull_request"]
    trace = sent_by_github(sent.guid)
    ours = [span for span in collector.spans if span.trace_id == trace.trace_id.to_bytes(16)]
    assert collector.services == {"registry-bot"}
    assert collector.below(trace.span_id.to_bytes(8)) == ["receive", "run"]
    by_name = {span.name: span for span in ours}
    assert collector.below(by_name["run"].span_id) == ["read", "review", "write"]
    assert collector.below(by_name["write"].span_id) == ["request"]
    told = {one.key: one.value for one in by_name["run"].attributes}
    assert told["subject"].string_value.endswith("acme/registry#1")
    assert 0 <= told["waited_seconds"].double_value < 60


RUN = """
import sys
from bot.settings import Settings
{prepare}
import bot.server, bot.web.webhook, asyncio
from bot.tracing import span, tracing
with span("nothing", deliveries=("a", "b"), number=1):
    pass
assert "opentelemetry" not in sys.modules or sys.modules["opentelemetry"] is None
async def main():
    async with tracing(Settings({settings})):
        print("runs")
asyncio.run(main())
"""


def run(prepare: str = "", settings: str = "") -> subprocess.CompletedProcess[str]:
    code = RUN.format(prepare=prepare, settings=settings)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_off_nothing_is_imported() -> None:
    """Unless an endpoint is set OpenTelemetry is not loaded, be it installed or not."""
    assert run().stdout == "runs\n"
    assert run(prepare="sys.modules['opentelemetry'] = None").stdout == "runs\n"


def test_extra_is_missing() -> None:
    """Who asks for traces without the extra is told so."""
    ended = run("sys.modules['opentelemetry'] = None", 'otel_exporter_otlp_endpoint="http://x"')
    assert "SettingsError: OTEL_EXPORTER_OTLP_ENDPOINT: traces need the extra" in ended.stderr
