"""Looks citations up: does the work exist, is it gone, or could nobody tell?

DOIs are asked of Crossref and, since others register DOIs too, of the resolver; arXiv ids of
arXiv's Atom interface (https://info.arxiv.org/help/api/user-manual.html); links of their own host.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from urllib.parse import quote, urljoin

import aiohttp
import structlog
from cachetools import TLRUCache
from yarl import URL

from bot.citation_services import Services, Verdict
from bot.public_network import is_public, public_session
from registry.citations import Citation, Kind, find
from registry.citations.works import arxiv, doi
from registry.references import Bibliography, Reference
from rules.evidence import identity

TIME_LIMIT = 10.0
"""Seconds that all the look-ups of one change may take together."""
MOST_AT_ONCE = 8
MOST_WORKS = 50
"""Works of one change that are looked up; what is beyond is taken as it stands."""
MAX_BODY = 256 * 1024
MAX_HOPS = 5

log = structlog.get_logger()


_KEPT = {Verdict.ALIVE: 86_400.0, Verdict.DEAD: 3_600.0, Verdict.UNKNOWN: 120.0}
"""Seconds for which an answer holds: a work stays, a lost one may come back, a fault may pass."""


class Resolvers:
    """Looks works up and remembers the answers. `trusted` is for the services themselves."""

    def __init__(
        self,
        services: Services,
        trusted: aiohttp.ClientSession,
        public: aiohttp.ClientSession,
        *,
        time_limit: float = TIME_LIMIT,
    ) -> None:
        self._services = services
        self._trusted = trusted
        self._public = public
        self._time_limit = time_limit
        self._known: TLRUCache[tuple[Kind, str], Verdict] = TLRUCache(
            10_000, ttu=lambda _, verdict, now: now + _KEPT[verdict], timer=time.monotonic
        )

    async def look_up(
        self, citations: Iterable[Citation], bibliography: Bibliography
    ) -> dict[str, Verdict]:
        """Return the verdict on each citation that can be looked up, by its identity. Never raises.

        What has not answered when the time is over is unknown.
        """
        works = {identity(cited): located(cited, bibliography) for cited in citations}
        wanted = [(name, work) for name, work in works.items() if work][:MOST_WORKS]
        gate = asyncio.Semaphore(MOST_AT_ONCE)
        tasks = {name: asyncio.create_task(self._verdict(work, gate)) for name, work in wanted}
        if not tasks:
            return {}
        _, late = await asyncio.wait(tasks.values(), timeout=self._time_limit)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        return {
            name: Verdict.UNKNOWN if task in late else task.result() for name, task in tasks.items()
        }

    async def dead(
        self, citations: Iterable[Citation], bibliography: Bibliography
    ) -> frozenset[str]:
        """Return the citations, by identity, whose work is gone."""
        found = await self.look_up(citations, bibliography)
        return frozenset(name for name, verdict in found.items() if verdict is Verdict.DEAD)

    async def _verdict(self, work: Citation, gate: asyncio.Semaphore) -> Verdict:
        key = (work.kind, work.id)
        if (known := self._known.get(key)) is not None:
            return known
        verdict = Verdict.UNKNOWN
        try:
            async with gate:
                verdict = await self._ask(work)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            log.info("citation.not_looked_up", citation=str(work), reason=type(error).__name__)
        self._known[key] = verdict
        return verdict

    async def _ask(self, work: Citation) -> Verdict:
        match work.kind:
            case Kind.ARXIV:
                return await self._ask_arxiv(work.id)
            case Kind.DOI:
                name = quote(work.id, safe="/:;()._-")
                answer = await self._status(f"{self._services.crossref}/works/{name}")
                if answer is Verdict.ALIVE:
                    return answer
                return await self._status(f"{self._services.doi}/{name}")
            case _:
                return await self._ask_link(work.url or work.id)

    async def _ask_arxiv(self, name: str) -> Verdict:
        url = f"{self._services.arxiv}/query?id_list={quote(name, safe='/')}"
        async with self._trusted.get(URL(url, encoded=True), allow_redirects=False) as response:
            if response.status != 200:
                return _judged(response.status)
            body = bytearray()
            async for chunk in response.content.iter_chunked(8192):
                body += chunk
                if len(body) > MAX_BODY:
                    return Verdict.UNKNOWN
        if b"</feed>" not in body:
            return Verdict.UNKNOWN
        # An id that was never given out has no entry, or one that describes the error.
        lost = b"<entry" not in body or b"/api/errors" in body
        return Verdict.DEAD if lost else Verdict.ALIVE

    async def _ask_link(self, link: str) -> Verdict:
        if self._services.url is not None:
            return await self._status(f"{self._services.url}/{quote(link, safe='')}")
        for _ in range(MAX_HOPS):
            url = URL(link)
            if url.scheme not in ("http", "https") or not url.host or not is_public(url.host):
                return Verdict.UNKNOWN
            async with self._public.get(url, allow_redirects=False) as response:
                target = response.headers.get("location")
                if not 300 <= response.status < 400 or not target:
                    return _judged(response.status)
            link = urljoin(link, target)
        return Verdict.UNKNOWN

    async def _status(self, url: str) -> Verdict:
        # A redirect of a resolver is its answer; where it leads is not our business.
        async with self._trusted.get(URL(url, encoded=True), allow_redirects=False) as response:
            return _judged(response.status)


@asynccontextmanager
async def open_resolvers(
    services: Services, *, time_limit: float = TIME_LIMIT
) -> AsyncIterator[Resolvers]:
    """Open the connections that looking up needs."""
    async with (
        aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as trusted,
        public_session() as public,
    ):
        yield Resolvers(services, trusted, public, time_limit=time_limit)


def located(citation: Citation, bibliography: Bibliography) -> Citation | None:
    """Return the work that can be looked up for a citation, None where there is nowhere to ask."""
    if citation.kind is Kind.MLPERF:
        return None
    if citation.kind is not Kind.BIB:
        return citation
    reference = bibliography.get(citation.id)
    return _of_reference(reference) if reference else None


def _of_reference(reference: Reference) -> Citation | None:
    for work in (arxiv(reference.arxiv or ""), doi(reference.doi or "")):
        if isinstance(work, Citation):
            return work
    return next((found.citation for found in find(reference.url or "", None)), None)


def _judged(status: int) -> Verdict:
    if status in (404, 410):
        return Verdict.DEAD
    return Verdict.ALIVE if 200 <= status < 400 else Verdict.UNKNOWN
