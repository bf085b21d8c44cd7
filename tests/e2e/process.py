"""The server in a process of its own that can be killed: `python -m tests.e2e.process [web|work]`.

It takes its settings from the environment like `registry-bot serve`, and retries without waiting.
"""

import asyncio
import sys

from bot.logs import configure
from bot.server import running
from bot.settings import LogFormat, LogLevel, read_settings
from bot.work.handler import Backoff, Policy

POLICY = Policy(backoff=Backoff(base=0.1, cap=0.5), max_attempts=30, poll=0.1, lease=1.0)


async def main(role: str = "both") -> None:
    configure(LogFormat.JSON, LogLevel.ERROR)
    listens, works = role != "work", role != "web"
    async with running(
        read_settings(), listens=listens, works=works, policy=POLICY, repair_every=3.0
    ):
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
