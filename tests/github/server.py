"""The fake's HTTP side: credentials, limits, faults, validation, pages and ETags."""

import asyncio
import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from aiohttp import web
from multidict import CIMultiDict

from tests.github import rest  # noqa: F401 - the package of the handlers below
from tests.github.accounts import Refused
from tests.github.auth import Principal, authenticate
from tests.github.faults import Fault
from tests.github.graphql import endpoint
from tests.github.journal import Request
from tests.github.rest import apps, checks, git, issues, pulls, repositories  # noqa: F401
from tests.github.rest.call import NO_ACCESS, ROUTES, Call, Page, Read, Reply
from tests.github.validation import Operation, find

if TYPE_CHECKING:
    from tests.github.fake import GitHub

DOCUMENTATION = "https://docs.github.com/rest"
PAGE_SIZE, LARGEST_PAGE = 30, 100
PAGING = {"page", "per_page"}
# Accepted without effect on anything that the fake holds.
HARMLESS = {"maintainer_can_modify", "state_reason"}


@dataclass(slots=True)
class Answer:
    status: int
    data: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    raw: bytes | None = None

    @property
    def body(self) -> bytes:
        if self.raw is not None:
            return self.raw
        return b"" if self.status == 204 else json.dumps(self.data).encode()


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

    def identify(self, text: str) -> "Rest | endpoint.Document | Answer":
        """What is asked for; the record and the names that faults go by are filled in."""
        if self.path == self.github.graphql_path and self.request.method == "POST":
            document = endpoint.Document.read(text)
            self.record.operation, self.record.template = "graphql", "/graphql"
            self.record.graphql_name, self.record.graphql_kind = document.name, document.kind
            self.record.fields = document.fields
            fields = [f"graphql.{name}" for name in document.fields]
            self.names = ["graphql", f"graphql:{document.name}", *fields]
            return document
        found = find(self.request.method, self.path)
        if found is None:
            self.github.violations.append(f"no such operation: {self.request.method} {self.path}")
            return refusal(Refused(404, "Not Found"))
        operation, parameters = found
        self.record.operation, self.record.template = operation.id, operation.path
        self.names = [operation.id, f"{operation.method} {operation.path}"]
        return Rest(self, operation, parameters, text)

    def answer(self, work: "Rest | endpoint.Document | Answer", fault: Fault | None) -> Answer:
        try:
            answer = self.guarded(work, fault)
        except Refused as refused:
            answer = refusal(refused)
        except Exception as error:  # noqa: BLE001 - whatever it is, the test has to hear of it
            self.github.violations.append(f"{self.record}: the fake failed: {error!r}")
            answer = Answer(500, {"message": "the fake failed"})
        limits = self.github.limits
        usual = limits.headers(self.principal.key, self.resource)
        answer.headers = usual | answer.headers
        if answer.status < 400:
            self.github.faults.worked(self.names)
        return answer

    def guarded(self, work: "Rest | endpoint.Document | Answer", fault: Fault | None) -> Answer:
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
            return Answer(fault.status, {"message": fault.message}, dict(fault.headers))
        if isinstance(work, Answer):
            return work
        if isinstance(work, endpoint.Document):
            return Answer(200, work.execute(self.github, self.principal, fault))
        return self.conditional(work.perform(), allowance)

    def conditional(self, answer: Answer, allowance: Any) -> Answer:
        """304 for what the caller has already; it costs nothing of the primary limit."""
        if self.request.method != "GET" or answer.status != 200:
            return answer
        # An ETag belongs to the credential as well as to the body.
        token = self.request.headers.get("Authorization", "")
        digest = hashlib.sha256(token.encode() + answer.body).hexdigest()
        answer.headers["ETag"] = f'W/"{digest}"'
        if self.request.headers.get("If-None-Match") == answer.headers["ETag"]:
            allowance.used -= 1
            return Answer(304, None, answer.headers, b"")
        return answer

    async def send(self, answer: Answer, *, truncate: bool) -> web.StreamResponse:
        headers = CIMultiDict(answer.headers)
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


@dataclass(slots=True)
class Rest:
    exchange: Exchange
    operation: Operation
    parameters: dict[str, str]
    text: str

    def perform(self) -> Answer:
        """Check the request, do it, check the answer; raises Refused."""
        github, request = self.exchange.github, self.exchange.request
        body = self.parse()
        found = self.operation.check_request(self.parameters, request.query, body)
        if found:
            github.violations += [f"{self.operation.id}: {problem}" for problem in found]
            raise Refused(422, "Invalid request.", [{"message": problem} for problem in found])
        query = Read(dict(request.query))
        body = Read(body) if isinstance(body, dict) else body
        route = ROUTES[self.operation.id]
        self.admit(route.needs)
        call = Call(
            github.world,
            github.deliveries,
            github.limits,
            self.exchange.principal,
            self.parameters,
            query,
            body,
            request.headers.get("Accept", ""),
            route.needs,
        )
        answer = self.shape(route.handler(call), query)
        unread = query.unread - PAGING | (body.unread if isinstance(body, Read) else set())
        for name in unread - HARMLESS:
            github.violations.append(f"{self.operation.id}: the fake does not heed `{name}`")
        if answer.raw is None and "object" not in call.accept:
            github.violations += self.operation.check_response(answer.status, answer.data)
        return answer

    def parse(self) -> Any:
        if not self.text:
            return None
        try:
            return json.loads(self.text)
        except json.JSONDecodeError:
            raise Refused(400, "Problems parsing JSON") from None

    def admit(self, needs: str) -> None:
        kind = self.exchange.principal.kind
        if needs == "app" and kind != "app":
            raise Refused(401, "A JSON web token could not be decoded")
        if needs != "app" and kind == "app":
            raise Refused(401, "Bad credentials")
        if kind == "anonymous" and self.operation.method != "GET" and needs:
            raise Refused(403, NO_ACCESS)

    def shape(self, result: Any, query: dict[str, str]) -> Answer:
        if isinstance(result, Reply):
            return Answer(result.status, result.data, result.headers, result.raw)
        if not isinstance(result, Page):
            return Answer(self.operation.success, result)
        return self.page(result, query)

    def page(self, result: Page, query: dict[str, str]) -> Answer:
        number, size = int(query.get("page", 1)), int(query.get("per_page", PAGE_SIZE))
        size = min(max(size, 1), LARGEST_PAGE)
        shown = [result.shape(one) for one in result.items[(number - 1) * size :][:size]]
        last = max(1, -(-len(result.items) // size))
        wanted = {"prev": number - 1, "next": number + 1, "last": last, "first": 1}
        here = f"{self.exchange.github.world.api_url}{self.exchange.path}"
        links = [
            f'<{here}?{urlencode(query | {"page": str(target)})}>; rel="{name}"'
            for name, target in wanted.items()
            if 1 <= target <= last and target != number
        ]
        headers = {"Link": ", ".join(links)} if links else {}
        if result.key is None:
            return Answer(200, shown, headers)
        return Answer(200, {"total_count": len(result.items), result.key: shown}, headers)


def alias_fault(fault: Fault) -> bool:
    return fault.status == 200


def refusal(refused: Refused) -> Answer:
    data: dict[str, Any] = {"message": refused.message, "documentation_url": DOCUMENTATION}
    if refused.errors:
        data["errors"] = refused.errors
    return Answer(refused.status, data | {"status": str(refused.status)})


def exhausted(principal: Principal, resource: str) -> Answer:
    """The primary limit: GraphQL says it in a 200, REST in a 403."""
    message = (
        f"API rate limit exceeded for {principal.key.replace('installation', 'installation ID')}."
    )
    if resource == "graphql":
        return Answer(200, {"errors": [{"type": "RATE_LIMITED", "message": message}]})
    return Answer(403, {"message": message, "documentation_url": DOCUMENTATION})
