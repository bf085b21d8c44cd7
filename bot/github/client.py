"""Requests to GitHub as this App: tokens cached, answers classified, every request counted."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from urllib.parse import urlsplit

import aiohttp
import gidgethub
import gidgethub.aiohttp
import structlog
from cachetools import TTLCache
from multidict import CIMultiDict, CIMultiDictProxy

from bot.github.errors import Missing, RateLimited, Refused, Unauthorised, Unavailable

REQUESTER = "registry-bot"
TIMEOUT = aiohttp.ClientTimeout(total=30, sock_connect=10)
TOKEN_MARGIN = 300.0
"""Seconds before its end at which a token is no longer used: a run may take a while."""
DEFAULT_PAUSE = 60.0
"""GitHub asks for at least a minute where a secondary limit names no time."""

T = TypeVar("T")
log = structlog.get_logger()

Observer = Callable[[str, str, int, Mapping[str, str]], None]
"""Told method, path, status (0 when no answer came) and answer's headers of every request."""


def _unobserved(method: str, path: str, status: int, headers: Mapping[str, str]) -> None:
    """What is done with requests unless told otherwise."""


class _Connection(gidgethub.aiohttp.GitHubAPI):
    """gidgethub's client with our classification of failures and our own count of requests."""

    def __init__(
        self, session: aiohttp.ClientSession, observe: Observer, *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(session, REQUESTER, *args, **kwargs)
        self._observe = observe

    async def _request(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes = b""
    ) -> tuple[int, Mapping[str, str], bytes]:
        status, answered = 0, CIMultiDictProxy(CIMultiDict[str]())
        try:
            async with self._session.request(
                method, url, headers=headers, data=body, timeout=TIMEOUT, allow_redirects=False
            ) as response:
                status, answered = response.status, response.headers
                content = await response.read()
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Unavailable("GitHub did not answer in full.") from error
        finally:
            path = urlsplit(url).path
            log.debug("github.request", method=method, path=path, status=status)
            self._observe(method, path, status, answered)
        _raise_for(status, answered, content)
        return status, answered, content


def _raise_for(status: int, headers: Mapping[str, str], content: bytes) -> None:
    """Raise for the answers that say "later": outages, limits and refused tokens."""
    if status >= 500:
        raise Unavailable(f"GitHub answered {status}.")
    if status == 401:
        raise Unauthorised("GitHub refused this App's token.")
    if status not in (403, 429):
        return
    exhausted = headers.get("x-ratelimit-remaining") == "0"
    secondary = b"secondary rate limit" in content or b"abuse" in content
    if status == 429 or exhausted or secondary or "retry-after" in headers:
        raise RateLimited(f"GitHub answered {status}: a rate limit is used up.", _pause(headers))


def _pause(headers: Mapping[str, str]) -> float:
    """Return how many seconds a limit's headers ask us to wait."""
    try:
        if "retry-after" in headers:
            return max(1.0, float(headers["retry-after"]))
        if headers.get("x-ratelimit-remaining") == "0":
            return max(1.0, float(headers["x-ratelimit-reset"]) - time.time() + 1)
    except (KeyError, ValueError):
        pass
    return DEFAULT_PAUSE


@dataclass(frozen=True, slots=True)
class GraphQLAnswer:
    """`data` as far as it came, and the errors by the alias that failed (empty: the whole)."""

    data: dict[str, Any]
    errors: dict[str, dict[str, Any]]


class Installation:
    """GitHub as seen by the App in one installation."""

    def __init__(self, app: "GitHubApp", installation_id: int) -> None:
        self._app = app
        self._id = installation_id

    async def get(self, path: str) -> Any:
        """GET `path`. Raises Missing, Refused, Unavailable."""
        return await self._call(lambda connection: connection.getitem(path))

    async def post(self, path: str, data: Mapping[str, Any]) -> Any:
        """POST `data` to `path`. Raises as `get` does."""
        return await self._call(lambda connection: connection.post(path, data=data))

    async def patch(self, path: str, data: Mapping[str, Any]) -> Any:
        """PATCH `path` with `data`. Raises as `get` does."""
        return await self._call(lambda connection: connection.patch(path, data=data))

    async def graphql(self, document: str, variables: Mapping[str, Any]) -> GraphQLAnswer:
        """Run a GraphQL document; errors of single aliases are returned, not raised."""

        async def run(connection: _Connection) -> GraphQLAnswer:
            try:
                data = await connection.graphql(
                    document, endpoint=self._app.graphql_url, **variables
                )
            except gidgethub.QueryError as error:
                return _partial(error.response)
            return GraphQLAnswer(data, {})

        return await self._call(run)

    async def _call(self, call: Callable[[_Connection], Awaitable[T]]) -> T:
        async def connected() -> T:
            return await call(await self._app.connection(self._id))

        try:
            return await translated(connected)
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
        observe: Observer = _unobserved,
    ) -> None:
        self.app_id = app_id
        self.api_url = api_url.rstrip("/")
        self._session = session
        self._observe = observe
        self._app = _Connection(
            session,
            observe,
            app_id=str(app_id),
            private_key=private_key,
            base_url=self.api_url,
        )
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
        return await translated(lambda: self._app.getitem(path))

    def pages(self, path: str) -> AsyncIterator[Any]:
        """Yield the items of all pages of `path`, asked for as the App itself, one by one."""
        return self._app.getiter(path)

    def installation(self, installation_id: int) -> Installation:
        return Installation(self, installation_id)

    def forget(self, installation_id: int) -> None:
        """Drop the cached token of an installation."""
        self._tokens.pop(installation_id, None)

    async def connection(self, installation_id: int) -> _Connection:
        """Return a connection with a token that is good for some minutes at least."""
        token = await self._token(installation_id)
        return _Connection(self._session, self._observe, oauth_token=token, base_url=self.api_url)

    async def _token(self, installation_id: int) -> str:
        async with self._locks.setdefault(installation_id, asyncio.Lock()):
            token, end = self._tokens.get(installation_id, ("", 0.0))
            if time.time() < end - TOKEN_MARGIN:
                return token
            answer = await self._app.post(
                f"/app/installations/{installation_id}/access_tokens", data={}
            )
            end = datetime.fromisoformat(answer["expires_at"]).timestamp()
            self._tokens[installation_id] = (answer["token"], end)
            return str(answer["token"])


def _partial(response: Mapping[str, Any]) -> GraphQLAnswer:
    errors = {}
    for error in response["errors"]:
        if error.get("type") == "RATE_LIMITED":
            raise RateLimited("GitHub's GraphQL limit is used up.", DEFAULT_PAUSE)
        path = error.get("path") or [""]
        errors[str(path[0])] = error
    return GraphQLAnswer(response.get("data") or {}, errors)
