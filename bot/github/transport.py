"""One HTTP request to GitHub and what its answer says of us: limits, clock, credentials, moves."""

import time
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

import aiohttp
import gidgethub.aiohttp
import jwt
import structlog
from gidgethub import sansio
from multidict import CIMultiDict, CIMultiDictProxy

from bot.github.errors import Missing, RateLimited, Unauthorised, Unavailable
from bot.tracing import span

REQUESTER = "registry-bot"
TIMEOUT = aiohttp.ClientTimeout(total=30, sock_connect=10)
DEFAULT_PAUSE = 60.0
"""GitHub asks for at least a minute where a secondary limit names no time, then for more."""
JWT_SECONDS = 540
"""GitHub takes a signature for ten minutes at most, by its own clock."""
JWT_BACKDATED = 60
TOLERATED_SKEW = 30.0
MAX_REDIRECTS = 5
_MOVED = frozenset({301, 302, 307, 308})

log = structlog.get_logger()

Observer = Callable[[str, str, int, Mapping[str, str]], None]
"""Told method, path, status (0 when no answer came) and answer's headers of every request."""


def unobserved(method: str, path: str, status: int, headers: Mapping[str, str]) -> None:
    """What is done with requests unless told otherwise."""


class Connection(gidgethub.aiohttp.GitHubAPI):
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
        """Send a request, and again where GitHub says that a renamed repository has moved to.

        GitHub asks for the same request at the new address, whatever the method; it gets one only
        at the same place, since the request carries a token.
        """
        for _ in range(MAX_REDIRECTS):
            answer = status, answered, _content = await self._send(method, url, headers, body)
            moved = urljoin(url, answered.get("location", ""))
            if status not in _MOVED or _place(moved) != _place(url):
                return answer
            url = moved
        raise Unavailable("GitHub sent registry-bot from one address to the next.")

    async def _send(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, Mapping[str, str], bytes]:
        status, answered = 0, CIMultiDictProxy(CIMultiDict[str]())
        path = urlsplit(url).path
        try:
            with span("request", method=method, path=path):
                async with self._session.request(
                    method, url, headers=headers, data=body, timeout=TIMEOUT, allow_redirects=False
                ) as response:
                    status, answered = response.status, response.headers
                    content = await response.read()
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Unavailable("GitHub did not answer in full.") from error
        finally:
            log.debug("github.request", method=method, path=path, status=status)
            self._observe(method, path, status, answered)
            self.pause = _pause(answered)
        _raise_for(status, answered, content)
        return status, answered, content


def _place(url: str) -> tuple[str, str]:
    """Return scheme, host and port: to which server a request goes."""
    return urlsplit(url)[:2]


def _raise_for(status: int, headers: Mapping[str, str], content: bytes) -> None:
    """Raise for the answers that are about us and not about what was asked for."""
    if status >= 500:
        raise Unavailable(f"GitHub answered {status}.")
    if status == 401:
        raise Unauthorised("GitHub refused this App's credentials.", _clock(headers))
    if status not in (403, 429):
        return
    if b"installation has been suspended" in content:
        raise Missing("This App's installation is suspended.")
    exhausted = headers.get("x-ratelimit-remaining") == "0"
    secondary = b"secondary rate limit" in content or b"abuse" in content
    if status == 429 or exhausted or secondary or "retry-after" in headers:
        raise limited(f"GitHub answered {status}: a rate limit is used up.", _pause(headers))


def limited(message: str, pause: float | None) -> RateLimited:
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
