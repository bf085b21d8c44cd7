"""Requests to GitHub as this App: tokens cached, answers classified, every request counted."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import aiohttp
import gidgethub
from cachetools import TTLCache

from bot.github.errors import Missing, RateLimited, Refused, Unauthorised, Unavailable
from bot.github.limits import Key, Limits
from bot.github.transport import Connection, Observer, limited, unobserved

TOKEN_MARGIN = 300.0
"""Seconds before its end at which a token is no longer used: a run may take a while."""
THE_APP: Key = (0, "rest")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class GraphQLAnswer:
    """`data`, and of mutations the errors by the alias that failed (empty: all went well)."""

    data: dict[str, Any]
    errors: dict[str, dict[str, Any]]


class Installation:
    """GitHub as seen by the App in one installation."""

    def __init__(self, app: "GitHubApp", installation_id: int) -> None:
        self._app = app
        self._id = installation_id

    async def get(self, path: str) -> Any:
        """GET `path`. Raises Missing, Refused, Unavailable."""
        return await self._call("rest", lambda connection: connection.getitem(path))

    async def page(self, path: str) -> tuple[Any, str | None]:
        """GET a page of a list and the address of the next one, if any. Raises as `get` does."""
        return await self._call("rest", lambda connection: connection.page(path))

    async def post(self, path: str, data: Mapping[str, Any]) -> Any:
        """POST `data` to `path`. Raises as `get` does."""
        return await self._call("rest", lambda connection: connection.post(path, data=data))

    async def patch(self, path: str, data: Mapping[str, Any]) -> Any:
        """PATCH `path` with `data`. Raises as `get` does."""
        return await self._call("rest", lambda connection: connection.patch(path, data=data))

    async def graphql(
        self, document: str, variables: Mapping[str, Any], *, in_parts: bool = False
    ) -> GraphQLAnswer:
        """Run a GraphQL document. What it names and does not exist is None in the answer.

        Anything else that GitHub leaves out is raised, since it would read like something that is
        gone; `in_parts`, for mutations, returns the errors of single aliases instead.
        """

        async def run(connection: Connection) -> GraphQLAnswer:
            try:
                data = await connection.graphql(
                    document, endpoint=self._app.graphql_url, **variables
                )
            except gidgethub.QueryError as error:
                answer = _partial(error.response, connection.pause)
                if not in_parts:
                    _raise_for_holes(error.response["errors"])
                return answer
            return GraphQLAnswer(data, {})

        return await self._call("graphql", run)

    async def _call(self, resource: str, call: Callable[[Connection], Awaitable[T]]) -> T:
        self._app.limits.check((self._id, resource))
        connection = await self._app.connection(self._id)
        try:
            return await self._app.guarded((self._id, resource), lambda: call(connection))
        except Unauthorised:
            self._app.forget(self._id)
            raise


async def translated(call: Callable[[], Awaitable[T]]) -> T:
    """Return what `call` does, its failures told apart by what can be done about them.

    Raises Missing, Refused, Unavailable.
    """
    try:
        return await call()
    except gidgethub.HTTPException as error:
        if error.status_code in (404, 410):
            raise Missing(f"GitHub has no such thing: {error}.") from error
        raise Refused(f"GitHub refused: {error}.") from error
    except gidgethub.GraphQLException as error:
        raise Refused(f"GitHub refused: {error}.") from error
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise Unavailable("GitHub's answer was cut short.") from error


class GitHubApp:
    """The App itself: signs its own requests and hands out installations.

    One `aiohttp.ClientSession` serves all of them; it belongs to the caller, who closes it.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        app_id: int,
        private_key: str,
        api_url: str,
        observe: Observer = unobserved,
    ) -> None:
        self.app_id = app_id
        self.api_url = api_url.rstrip("/")
        self._session = session
        self._observe = observe
        self._app = Connection(
            session,
            observe,
            app_id=str(app_id),
            private_key=private_key,
            base_url=self.api_url,
        )
        self.limits = Limits()
        self._tokens: TTLCache[int, tuple[str, float]] = TTLCache(maxsize=10_000, ttl=3600)
        self._locks: dict[int, asyncio.Lock] = {}

    @property
    def graphql_url(self) -> str:
        """The GraphQL endpoint, which on Enterprise Server is not below the REST root."""
        if self.api_url.endswith("/api/v3"):
            return self.api_url.removesuffix("/v3") + "/graphql"
        return f"{self.api_url}/graphql"

    async def get(self, path: str) -> Any:
        """GET `path` as the App itself. Raises as `Installation.get` does."""
        return await self._as_app(lambda: self._app.getitem(path))

    async def page(self, path: str) -> tuple[Any, str | None]:
        """GET a page of a list as the App itself. Raises as `Installation.get` does."""
        return await self._as_app(lambda: self._app.page(path))

    async def guarded(self, key: Key, call: Callable[[], Awaitable[T]]) -> T:
        """Return what `call` does, unless `key` has to wait. Raises as `Installation.get` does."""
        self.limits.check(key)
        try:
            answer = await translated(call)
        except RateLimited as error:
            raise self.limits.hit(key, error) from error
        self.limits.passed(key)
        return answer

    async def _as_app(self, call: Callable[[], Awaitable[T]]) -> T:
        """Return what `call` does; once more by GitHub's clock where ours was the trouble."""
        try:
            return await self.guarded(THE_APP, call)
        except Unauthorised as error:
            if error.clock is None or not self._app.set_clock(error.clock):
                raise
        return await self.guarded(THE_APP, call)

    def installation(self, installation_id: int) -> Installation:
        return Installation(self, installation_id)

    def forget(self, installation_id: int) -> None:
        """Drop the cached token of an installation."""
        self._tokens.pop(installation_id, None)

    async def connection(self, installation_id: int) -> Connection:
        """Return a connection with a token that is good for some minutes at least."""
        token = await self._token(installation_id)
        return Connection(self._session, self._observe, oauth_token=token, base_url=self.api_url)

    async def _token(self, installation_id: int) -> str:
        async with self._locks.setdefault(installation_id, asyncio.Lock()):
            token, end = self._tokens.get(installation_id, ("", 0.0))
            if self._app.now() < end - TOKEN_MARGIN:
                return token
            path = f"/app/installations/{installation_id}/access_tokens"
            answer = await self._as_app(lambda: self._app.post(path, data={}))
            end = datetime.fromisoformat(answer["expires_at"]).timestamp()
            self._tokens[installation_id] = (answer["token"], end)
            return str(answer["token"])


def _partial(response: Mapping[str, Any], pause: float | None) -> GraphQLAnswer:
    errors = {}
    for error in response["errors"]:
        if error.get("type") == "RATE_LIMITED":
            raise limited("GitHub's GraphQL limit is used up.", pause)
        path = error.get("path") or [""]
        errors[str(path[0])] = error
    return GraphQLAnswer(response.get("data") or {}, errors)


def _raise_for_holes(errors: Iterable[Mapping[str, Any]]) -> None:
    """Raise for errors of a query that say more than that something does not exist."""
    for error in errors:
        message = error.get("message", "no reason given")
        match error.get("type"):
            case "NOT_FOUND":
                continue
            case "FORBIDDEN":
                raise Refused(f"GitHub refused: {message}.")
            case _:
                raise Unavailable(f"GitHub answered in part: {message}.")
