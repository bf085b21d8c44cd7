"""The server in a process of its own that can be killed: `python -m tests.e2e.process`.

It takes its settings from the environment like `registry-bot serve`, and retries without waiting.
"""

import asyncio

from bot.logs import configure
from bot.server import running
from bot.settings import LogFormat, LogLevel, read_settings
from bot.work.handler import Backoff, Policy

POLICY = Policy(backoff=Backoff(base=0.1, cap=0.5), max_attempts=30, poll=0.1, lease=1.0)


async def main() -> None:
    configure(LogFormat.JSON, LogLevel.ERROR)
    async with running(read_settings(), policy=POLICY, repair_every=3.0):
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
