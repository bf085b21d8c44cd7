"""From a REST request to its handler and back, checked on both ways."""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from aiohttp import web

from tests.github.accounts import Refused
from tests.github.auth import Principal

# Importing the handlers' modules is what registers them.
from tests.github.rest import apps, checks, git, issues, pulls, repositories  # noqa: F401
from tests.github.rest.call import NO_ACCESS, ROUTES, Call, Page, Read, Reply
from tests.github.validation import Operation

if TYPE_CHECKING:
    from tests.github.fake import GitHub

PAGE_SIZE, LARGEST_PAGE = 30, 100
PAGING = {"page", "per_page"}
# Accepted without effect on anything that the fake holds.
HARMLESS = {"maintainer_can_modify", "state_reason"}


@dataclass(slots=True)
class Rest:
    """One request to an operation of the REST API."""

    operation: Operation
    parameters: dict[str, str]
    text: str

    def perform(
        self, github: "GitHub", principal: Principal, request: web.Request, path: str
    ) -> Reply:
        """Check the request, do it, check the answer; raises Refused."""
        body = self.parse()
        found = self.operation.check_request(self.parameters, request.query, body)
        if found:
            github.violations += [f"{self.operation.id}: {problem}" for problem in found]
            raise Refused(422, "Invalid request.", [{"message": problem} for problem in found])
        query = Read(dict(request.query))
        body = Read(body) if isinstance(body, dict) else body
        route = ROUTES[self.operation.id]
        self.admit(principal.kind, route.needs)
        call = Call(
            github.world,
            github.deliveries,
            github.limits,
            principal,
            self.parameters,
            query,
            body,
            request.headers.get("Accept", ""),
            route.needs,
        )
        answer = self.shape(route.handler(call), github.world.api_url + path, query)
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

    def admit(self, kind: str, needs: str) -> None:
        if needs == "app" and kind != "app":
            raise Refused(401, "A JSON web token could not be decoded")
        if needs != "app" and kind == "app":
            raise Refused(401, "Bad credentials")
        if kind == "anonymous" and self.operation.method != "GET" and needs:
            raise Refused(403, NO_ACCESS)

    def shape(self, result: Any, url: str, query: dict[str, str]) -> Reply:
        if isinstance(result, Reply):
            return result
        if isinstance(result, Page):
            return cut_page(result, url, query)
        return Reply(self.operation.success, result)


def cut_page(result: Page, url: str, query: dict[str, str]) -> Reply:
    """The page asked for, with links to its neighbours."""
    number, size = int(query.get("page", 1)), int(query.get("per_page", PAGE_SIZE))
    size = min(max(size, 1), LARGEST_PAGE)
    shown = [result.shape(one) for one in result.items[(number - 1) * size :][:size]]
    last = max(1, -(-len(result.items) // size))
    wanted = {"prev": number - 1, "next": number + 1, "last": last, "first": 1}
    links = [
        f'<{url}?{urlencode(query | {"page": str(target)})}>; rel="{name}"'
        for name, target in wanted.items()
        if 1 <= target <= last and target != number
    ]
    headers = {"Link": ", ".join(links)} if links else {}
    if result.key is None:
        return Reply(200, shown, headers)
    return Reply(200, {"total_count": len(result.items), result.key: shown}, headers)
