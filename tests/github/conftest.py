"""A registry on the fake, and a plain HTTP client for it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import aiohttp
import jwt
import pytest
from multidict import CIMultiDictProxy

from tests.github.fake import GitHub
from tests.github.repository import Repository

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
REGISTRY = "".join(f"line {number}\n" for number in range(1, 41))


@dataclass(frozen=True, slots=True)
class Answered:
    status: int
    data: Any
    headers: CIMultiDictProxy[str]


Ask = Callable[..., Awaitable[Answered]]


@pytest.fixture
def registry(github: GitHub) -> Repository:
    github.clock.freeze(NOW)
    github.create_organization("acme")
    repository = github.create_repository(
        "acme/registry", {"registry/data/map.md": REGISTRY, "README.md": "# Registry\n"}
    )
    github.install(repository)
    github.deliveries.waiting.clear()
    return repository


@pytest.fixture
async def ask(github: GitHub, registry: Repository) -> AsyncIterator[Ask]:
    """Ask as the installation; `token=None` asks as nobody, `graphql=` posts a document."""
    usual = github.token(registry).value
    async with aiohttp.ClientSession() as session:

        async def send(
            method: str,
            path: str,
            body: Any = None,
            *,
            token: str | None = usual,
            headers: dict[str, str] | None = None,
        ) -> Answered:
            credentials = {"Authorization": f"Bearer {token}"} if token else {}
            async with session.request(
                method,
                github.url + path,
                json=body,
                headers=credentials | (headers or {}),
                allow_redirects=False,
            ) as answer:
                json = "json" in answer.headers.get("Content-Type", "")
                data = await answer.json() if json else await answer.read()
                return Answered(answer.status, data, answer.headers)

        yield send


@pytest.fixture
def app_jwt(github: GitHub) -> Callable[..., str]:
    """The App's JWT, as a well-behaved client makes it, with claims changed at will."""

    def make(key: str | None = None, algorithm: str = "RS256", **claims: Any) -> str:
        now = int(github.clock().timestamp())
        usual = {"iat": now - 60, "exp": now + 540, "iss": str(github.app.id)}
        return jwt.encode(usual | claims, key or github.app.private_key, algorithm)

    return make
