"""A long load of deliveries: how many are accepted, how long each takes, whether memory grows.

    python -m bench.soak [DELIVERIES] [DATABASE_URL]

The real server, in a process of its own, reviews pull requests of a fake GitHub on this machine
while it is sent 200 deliveries a second. Where npm can install Probot, a minimal app on it that
does nothing with a delivery takes the same load; it stores nothing and reviews nothing.
"""

import asyncio
import hashlib
import hmac
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import quantiles

import aiohttp

from tests.e2e.edits import GOOD_BLOCKER, replaced
from tests.e2e.servers import Server, served
from tests.e2e.world import PATHS

PACE = 200
PULLS = 50
SAMPLES = 10
PROBOT = "14"
APP = """
import { run } from "probot";
run((app) => { app.on("pull_request", async () => {}); }, { env: process.env });
"""


def resident(pid: int) -> float:
    """Return the resident memory of a process in MB."""
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def signed(secret: str, payload: dict[str, object]) -> tuple[bytes, dict[str, str]]:
    body = json.dumps(payload).encode()
    digest = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return body, {
        "Content-Type": "application/json",
        "X-GitHub-Event": "pull_request",
        "X-GitHub-Delivery": str(uuid.uuid4()),
        "X-Hub-Signature-256": f"sha256={digest}",
    }


@dataclass(frozen=True)
class Target:
    """A server to be sent deliveries, and what signs them."""

    name: str
    url: str
    pid: int
    secret: str
    payloads: list[dict[str, object]]


def load_in_another_process(target: Target, number: int) -> None:
    asyncio.run(load(target, number))


async def loaded(target: Target, number: int) -> None:
    """Send deliveries from a process of its own, lest the fake's work should hold them up."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(pool, load_in_another_process, target, number)


async def load(target: Target, number: int) -> None:
    """Send `number` deliveries at PACE and print a row for each tenth of them."""
    taken: list[float] = []
    refused = 0
    began = time.perf_counter()

    async def one(session: aiohttp.ClientSession, n: int) -> None:
        nonlocal refused
        due = began + n / PACE
        body, headers = signed(target.secret, target.payloads[n % len(target.payloads)])
        async with session.post(target.url, data=body, headers=headers) as answer:
            await answer.read()
            refused += answer.status >= 300
        # From when it was due, so that being held up counts.
        taken.append(time.perf_counter() - due)

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=50)) as session:
        for part in range(SAMPLES):
            first, last = part * number // SAMPLES, (part + 1) * number // SAMPLES
            async with asyncio.TaskGroup() as group:
                for n in range(first, last):
                    await asyncio.sleep(max(0.0, began + n / PACE - time.perf_counter()))
                    group.create_task(one(session, n))
            cuts = [1000 * cut for cut in quantiles(taken[first:], n=100)]
            rate = last / (time.perf_counter() - began)
            print(
                f"{target.name:<14} {last:8} {rate:8.0f} {cuts[49]:8.1f} {cuts[98]:8.1f}"
                f" {resident(target.pid):8.0f} {refused:8}",
                flush=True,
            )


async def ours(number: int, database_url: str) -> None:
    async with served(database_url) as (github, repository, server):
        server.command = (sys.executable, "-m", "bot", "serve")
        server.environment["LOG_LEVEL"] = "ERROR"
        good = replaced(GOOD_BLOCKER)
        for n in range(PULLS):
            changes = {PATHS.registry: good + " " * n}
            repository.open_pull(author="ann", fork=True, changes=changes)
        waiting = github.deliveries.waiting
        payloads = [one.payload for one in waiting if one.event == "pull_request"]
        waiting.clear()
        await server.start()
        assert server.process
        await settled(server, 60.0)
        webhook = f"http://127.0.0.1:{server.port}/webhook"
        pid, secret = server.process.pid, github.app.webhook_secret
        await loaded(Target("registry-bot", webhook, pid, secret, payloads), number)
        began = time.perf_counter()
        await settled(server, 300.0)
        pulls = list(repository.pulls)
        right = sum(len(pull.comments) == 1 for pull in pulls)
        print(
            f"all worked {time.perf_counter() - began:.1f} s after the last one; "
            f"{right} of {len(pulls)} pull requests have one comment; "
            f"{resident(server.process.pid):.0f} MB in the end"
        )


async def settled(server: Server, patience: float) -> None:
    end = time.monotonic() + patience
    async with aiohttp.ClientSession() as session:
        while time.monotonic() < end:
            async with session.get(f"http://127.0.0.1:{server.port}/readyz") as answer:
                if (await answer.json()).get("pending") == 0:
                    return
            await asyncio.sleep(0.2)
    raise TimeoutError("the work did not come to an end")


@contextmanager
def probot(folder: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Run a minimal Probot app. Raises OSError, CalledProcessError where it cannot be had."""
    (folder / "package.json").write_text('{"type": "module", "private": true}')
    (folder / "app.js").write_text(APP)
    install = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", f"probot@{PROBOT}"]
    subprocess.run(install, cwd=folder, check=True, capture_output=True, timeout=240)
    key = subprocess.run(
        ["openssl", "genrsa", "-traditional", "2048"], check=True, capture_output=True
    )
    environment = os.environ | {
        "APP_ID": "1",
        "PRIVATE_KEY": key.stdout.decode(),
        "WEBHOOK_SECRET": "soak",
        "WEBHOOK_PATH": "/webhook",
        "PORT": str(port),
        "LOG_LEVEL": "fatal",
        "NODE_ENV": "production",
    }
    process = subprocess.Popen(["node", "app.js"], cwd=folder, env=environment)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(10)


async def theirs(number: int, folder: Path) -> None:
    port = 3900 + os.getpid() % 1000
    try:
        with probot(folder, port) as process:
            for _ in range(100):
                with suppress(OSError):
                    _, writer = await asyncio.open_connection("127.0.0.1", port)
                    writer.close()
                    break
                await asyncio.sleep(0.1)
            payload: dict[str, object] = {"action": "opened", "installation": {"id": 1}}
            url = f"http://127.0.0.1:{port}/webhook"
            await loaded(Target("Probot", url, process.pid, "soak", [payload]), number)
    except (OSError, subprocess.SubprocessError, aiohttp.ClientError) as error:
        print(f"Probot could not be measured here: {error}")


def main(number: int = 20_000, database_url: str | None = None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        print(
            f"{'':<14} {'sent':>8} {'per s':>8} {'p50 ms':>8} {'p99 ms':>8} {'RSS MB':>8}"
            f" {'refused':>8}"
        )
        asyncio.run(ours(number, database_url or f"sqlite:///{folder}/soak.db"))
        if shutil.which("npm"):
            asyncio.run(theirs(number, Path(folder)))
        else:
            print("Probot could not be measured here: there is no npm.")


if __name__ == "__main__":
    main(*(int(arg) if arg.isdigit() else arg for arg in sys.argv[1:3]))  # type: ignore[arg-type]
