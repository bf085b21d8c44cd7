"""Requests to GitHub as this App: tokens cached, answers classified, every request counted."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar
from urllib.parse import urlsplit

import aiohttp
import gidgethub
import gidgethub.aiohttp
import jwt
import structlog
from cachetools import TTLCache
from gidgethub import sansio
from multidict import CIMultiDict, CIMultiDictProxy

from bot.github.errors import Missing, RateLimited, Refused, Unauthorised, Unavailable
from bot.github.limits import Key, Limits

REQUESTER = "registry-bot"
TIMEOUT = aiohttp.ClientTimeout(total=30, sock_connect=10)
TOKEN_MARGIN = 300.0
"""Seconds before its end at which a token is no longer used: a run may take a while."""
DEFAULT_PAUSE = 60.0
"""GitHub asks for at least a minute where a secondary limit names no time, then for more."""
JWT_SECONDS = 540
"""GitHub takes a signature for ten minutes at most, by its own clock."""
JWT_BACKDATED = 60
TOLERATED_SKEW = 30.0

THE_APP: Key = (0, "rest")

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
        self._ahead = 0.0
        self.pause: float | None = None
        """Seconds that the last answer asks us to wait should it be a refusal."""

    def now(self) -> float:
        """Return the time in Unix seconds, as GitHub has it."""
        return time.time() + self._ahead

    def set_clock(self, now: float) -> bool:
        """Go by GitHub's clock; whether that makes a difference worth a second try."""
        differs = abs(now - self.now()) > TOLERATED_SKEW
        if differs:
            self._ahead = now - time.time()
            log.warning("github.clock_differs", seconds=round(self._ahead))
        return differs

    def _get_app_jwt(self) -> str | None:
        if self.app_id is None or self.private_key is None:
            return None
        issued = int(self.now()) - JWT_BACKDATED
        claims = {"iat": issued, "exp": issued + JWT_SECONDS, "iss": self.app_id}
        return jwt.encode(claims, self.private_key, algorithm="RS256")

    async def page(self, url: str) -> tuple[Any, str | None]:
        """GET one page of a list; returns it with the address of the next, None after the last."""
        data, following, _ = await self._make_request("GET", url, {}, b"", sansio.accept_format())
        return data, following

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
            self.pause = _pause(answered)
        _raise_for(status, answered, content)
        return status, answered, content


def _raise_for(status: int, headers: Mapping[str, str], content: bytes) -> None:
    """Raise for the answers that say "later": outages, limits and refused tokens."""
    if status >= 500:
        raise Unavailable(f"GitHub answered {status}.")
    if status == 401:
        raise Unauthorised("GitHub refused this App's credentials.", _clock(headers))
    if status not in (403, 429):
        return
    exhausted = headers.get("x-ratelimit-remaining") == "0"
    secondary = b"secondary rate limit" in content or b"abuse" in content
    if status == 429 or exhausted or secondary or "retry-after" in headers:
        raise _limited(f"GitHub answered {status}: a rate limit is used up.", _pause(headers))


def _limited(message: str, pause: float | None) -> RateLimited:
    return RateLimited(message, pause or DEFAULT_PAUSE, is_stated=pause is not None)


def _pause(headers: Mapping[str, str]) -> float | None:
    """Return how many seconds a limit's headers ask us to wait, None where they do not say."""
    try:
        if "retry-after" in headers:
            return max(1.0, float(headers["retry-after"]))
        if headers.get("x-ratelimit-remaining") == "0":
            now = _clock(headers) or time.time()
            return max(1.0, float(headers["x-ratelimit-reset"]) - now + 1)
    except (KeyError, ValueError):
        pass
    return None


def _clock(headers: Mapping[str, str]) -> float | None:
    """Return GitHub's time as it answered."""
    try:
        return parsedate_to_datetime(headers["date"]).timestamp()
    except (KeyError, ValueError):
        return None


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

        async def run(connection: _Connection) -> GraphQLAnswer:
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

    async def _call(self, resource: str, call: Callable[[_Connection], Awaitable[T]]) -> T:
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

    async def connection(self, installation_id: int) -> _Connection:
        """Return a connection with a token that is good for some minutes at least."""
        token = await self._token(installation_id)
        return _Connection(self._session, self._observe, oauth_token=token, base_url=self.api_url)

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
            raise _limited("GitHub's GraphQL limit is used up.", pause)
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
