"""The fake's HTTP side: credentials, limits, faults, validation, pages and ETags."""

import asyncio
import hashlib
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

from aiohttp import web
from multidict import CIMultiDict

from tests.github.accounts import Refused
from tests.github.auth import Principal, authenticate
from tests.github.faults import Fault
from tests.github.graphql import endpoint
from tests.github.journal import Request
from tests.github.rest.call import Reply
from tests.github.rest.dispatch import Rest
from tests.github.validation import find

if TYPE_CHECKING:
    from tests.github.fake import GitHub

DOCUMENTATION = "https://docs.github.com/rest"


def application(github: "GitHub") -> web.Application:
    app = web.Application(client_max_size=200 * 1024 * 1024)

    async def handle(request: web.Request) -> web.StreamResponse:
        return await Exchange(github, request).run()

    app.router.add_route("*", "/{path:.*}", handle)
    return app


class Exchange:
    """One request and its answer."""

    def __init__(self, github: "GitHub", request: web.Request) -> None:
        self.github = github
        self.request = request
        self.path = request.rel_url.raw_path.removeprefix(github.prefix) or "/"
        self.record = Request(request.method, request.rel_url.raw_path, "", "", "refused")
        self.principal = Principal("anonymous")
        self.names: list[str] = []

    @property
    def resource(self) -> str:
        return "graphql" if self.record.operation == "graphql" else "core"

    async def run(self) -> web.StreamResponse:
        self.github.requests.append(self.record)
        text = await self.request.text()
        work = self.identify(text)
        fault = self.github.faults.take(self.names)
        if fault and fault.delay:
            await asyncio.sleep(fault.delay)
        if fault and fault.reset == "before":
            return self.cut()
        answer = self.answer(work, fault)
        if fault and fault.reset == "after":
            return self.cut()
        self.record.status = answer.status
        return await self.send(answer, truncate=bool(fault and fault.truncate))

    def identify(self, text: str) -> "Rest | endpoint.Document | Reply":
        """What is asked for; the record and the names that faults go by are filled in."""
        if self.path == self.github.graphql_path and self.request.method == "POST":
            document = endpoint.Document.read(text)
            self.record.operation, self.record.template = "graphql", "/graphql"
            self.record.graphql_name, self.record.graphql_kind = document.name, document.kind
            self.record.fields = document.fields
            fields = [f"graphql.{name}" for name in document.fields]
            self.names = ["graphql", f"graphql:{document.name}", *fields]
            return document
        self.path = self.github.world.path_by_name(self.path)
        if path := self.github.world.path_by_id(self.path):
            self.names = ["redirect"]
            return self.moved(path)
        found = find(self.request.method, self.path)
        if found is None:
            self.github.violations.append(f"no such operation: {self.request.method} {self.path}")
            return refusal(Refused(404, "Not Found"))
        operation, parameters = found
        self.record.operation, self.record.template = operation.id, operation.path
        self.names = [operation.id, f"{operation.method} {operation.path}"]
        return Rest(operation, parameters, text)

    def moved(self, path: str) -> Reply:
        """What a repository's former name answers: reads and writes are told so differently."""
        url = f"{self.github.world.api_url}{path}"
        if query := self.request.rel_url.raw_query_string:
            url += f"?{query}"
        status = 301 if self.request.method == "GET" else 307
        data = {"message": "Moved Permanently", "url": url, "documentation_url": DOCUMENTATION}
        return Reply(status, data, {"Location": url})

    def answer(self, work: "Rest | endpoint.Document | Reply", fault: Fault | None) -> Reply:
        try:
            answer = self.guarded(work, fault)
        except Refused as refused:
            answer = refusal(refused)
        except Exception as error:  # noqa: BLE001 - whatever it is, the test has to hear of it
            self.github.violations.append(f"{self.record}: the fake failed: {error!r}")
            answer = Reply(500, {"message": "the fake failed"})
        limits = self.github.limits
        usual = limits.headers(self.principal.key, self.resource)
        answer.headers = usual | answer.headers
        if answer.status < 400:
            self.github.faults.worked(self.names)
        return answer

    def guarded(self, work: "Rest | endpoint.Document | Reply", fault: Fault | None) -> Reply:
        header = self.request.headers.get("Authorization")
        if fault and fault.revoke and header:
            token = self.github.world.tokens.get(header.partition(" ")[2])
            if token:
                token.revoked = True
        self.principal = authenticate(self.github.world, header)
        self.record.token = self.principal.kind
        allowance = self.github.limits.of(self.principal.key, self.resource)
        if allowance.remaining == 0 and self.record.operation != "rate-limit/get":
            return exhausted(self.principal, self.resource)
        allowance.used += self.record.operation != "rate-limit/get"
        if fault and fault.status and not alias_fault(fault):
            return Reply(fault.status, {"message": fault.message}, dict(fault.headers))
        if isinstance(work, Reply):
            return work
        if isinstance(work, endpoint.Document):
            return Reply(200, work.execute(self.github, self.principal, fault))
        return self.conditional(
            work.perform(self.github, self.principal, self.request, self.path), allowance
        )

    def conditional(self, answer: Reply, allowance: Any) -> Reply:
        """304 for what the caller has already; it costs nothing of the primary limit."""
        if self.request.method != "GET" or answer.status != 200:
            return answer
        # An ETag belongs to the credential as well as to the body.
        token = self.request.headers.get("Authorization", "")
        digest = hashlib.sha256(token.encode() + answer.body).hexdigest()
        answer.headers["ETag"] = f'W/"{digest}"'
        if self.request.headers.get("If-None-Match") == answer.headers["ETag"]:
            allowance.used -= 1
            return Reply(304, None, answer.headers, b"")
        return answer

    async def send(self, answer: Reply, *, truncate: bool) -> web.StreamResponse:
        headers = CIMultiDict(answer.headers)
        headers["Date"] = format_datetime(self.github.clock(), usegmt=True)
        headers["X-GitHub-Request-Id"] = f"FAKE:{len(self.github.requests):X}"
        if answer.status not in {204, 304}:
            kind = "application/json; charset=utf-8"
            headers["Content-Type"] = kind if answer.raw is None else "application/vnd.github.raw"
        if not truncate:
            return web.Response(status=answer.status, body=answer.body or None, headers=headers)
        response = web.StreamResponse(status=answer.status, headers=headers)
        response.content_length = len(answer.body)
        await response.prepare(self.request)
        await response.write(answer.body[: len(answer.body) // 2])
        self.cut()
        return response

    def cut(self) -> web.Response:
        """Close the connection under the client; the returned answer goes nowhere."""
        if self.request.transport:
            self.request.transport.abort()
        return web.Response()


def alias_fault(fault: Fault) -> bool:
    return fault.status == 200


def refusal(refused: Refused) -> Reply:
    data: dict[str, Any] = {"message": refused.message, "documentation_url": DOCUMENTATION}
    if refused.errors:
        data["errors"] = refused.errors
    return Reply(refused.status, data | {"status": str(refused.status)})


def exhausted(principal: Principal, resource: str) -> Reply:
    """The primary limit: GraphQL says it in a 200, REST in a 403."""
    message = (
        f"API rate limit exceeded for {principal.key.replace('installation', 'installation ID')}."
    )
    if resource == "graphql":
        return Reply(200, {"errors": [{"type": "RATE_LIMITED", "message": message}]})
    return Reply(403, {"message": message, "documentation_url": DOCUMENTATION})
