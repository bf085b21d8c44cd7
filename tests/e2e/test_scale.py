"""Web and workers in processes of their own over one database: any may die, none does it twice."""

import asyncio
import sys

from tests.e2e.edits import GOOD_BLOCKER, VAGUE_BLOCKER, replaced
from tests.e2e.servers import Server, served, told, until
from tests.e2e.world import PATHS
from tests.github.faults import Fault

LEASE = 1.0


async def test_workers_race(url: str) -> None:
    """Of a web process and two workers, each head is reviewed once, and by the newest push."""
    async with served(url, "web") as (github, repository, web):
        workers = [Server(github, url, "work") for _ in "ab"]
        try:
            await web.start()
            for worker in workers:
                await worker.start()
            vague, good = replaced(VAGUE_BLOCKER), replaced(GOOD_BLOCKER)
            pulls = [
                repository.open_pull(
                    author="ann", fork=True, changes={PATHS.registry: vague + " " * number}
                )
                for number in range(6)
            ]
            sent = asyncio.create_task(github.deliver_waiting())
            for number, pull in enumerate(pulls):
                await asyncio.sleep(0.05)
                pull.push({PATHS.registry: good + " " * number})
            await sent
            await github.deliver_waiting()
            await until(lambda: all(told(pull)[0] == ["success"] for pull in pulls))
            await asyncio.sleep(2 * LEASE)
            assert all(told(pull) == (["success"], 1, {"ready"}) for pull in pulls)
        finally:
            for worker in workers:
                await worker.end()


async def test_dead_workers_work_is_taken_over(url: str) -> None:
    """A worker killed in the middle of a review is replaced by the other, within two leases."""
    async with served(url, "web") as (github, repository, web):
        first, second = (Server(github, url, "work") for _ in "ab")
        try:
            await web.start()
            await first.start()
            await until(lambda: any("hook/deliveries" in str(one) for one in github.requests))
            slow = Fault("repos/compare*", delay=30.0)
            github.faults.add(slow)
            pull = repository.open_pull(
                author="ann", fork=True, changes={PATHS.registry: replaced(VAGUE_BLOCKER)}
            )
            await github.deliver_waiting()
            await until(lambda: slow.hits == 1)
            await second.start()
            first.kill()
            await until(lambda: told(pull) == (["failure"], 1, {"vague-blocker"}))
        finally:
            await first.end()
            await second.end()


async def test_graceful_stop(sqlite_url: str) -> None:
    """SIGTERM during a review: it ends well, and so does the process, without an error."""
    async with served(sqlite_url) as (github, repository, server):
        server.command = (sys.executable, "-m", "bot", "serve")
        await server.start()
        assert server.process
        slow = Fault("graphql:Write", delay=0.5)
        github.faults.add(slow)
        pull = repository.open_pull(
            author="ann", fork=True, changes={PATHS.registry: replaced(VAGUE_BLOCKER)}
        )
        await github.deliver_waiting()
        await until(lambda: slow.hits == 1)
        server.process.terminate()
        assert await asyncio.wait_for(server.process.wait(), 20) == 0
        assert told(pull) == (["failure"], 1, {"vague-blocker"})
