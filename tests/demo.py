"""`make demo`: the real server and a GitHub on this machine, from a pull request to its review.

The server is the command `registry-bot serve` in a process of its own, with SQLite. GitHub is the
fake of the test suite, which checks every request against GitHub's published description.
"""

import argparse
import asyncio
import contextlib
import html
import os
import socket
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import aiohttp
import mistune
from aiohttp import web
from rich.console import Console
from rich.markdown import Markdown
from rich.panel import Panel
from rich.rule import Rule
from rich.syntax import Syntax

from tests.e2e.edits import TRANSITION, TRANSITION_EVIDENCE, VAGUE_BLOCKER, replaced, with_new_entry
from tests.e2e.reports import report
from tests.e2e.world import PATHS, new_github
from tests.github.checks import CheckRun
from tests.github.conversation import Issue
from tests.github.fake import GitHub
from tests.github.pulls import PullRequest
from tests.github.repository import Repository

HOST = "127.0.0.1"
PATIENCE = 60.0

_html = mistune.create_markdown(escape=False, plugins=["table", "strikethrough", "url"])


@contextmanager
def free_port() -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        yield probe.getsockname()[1]


@asynccontextmanager
async def server(github: GitHub, folder: Path) -> AsyncIterator[str]:
    """Run `registry-bot serve` as an operator would, by its environment alone."""
    with free_port() as port:
        pass
    url = f"http://{HOST}:{port}"
    environment = os.environ | {
        "GITHUB_APP_ID": str(github.app.id),
        "GITHUB_PRIVATE_KEY": github.app.private_key,
        "GITHUB_WEBHOOK_SECRET": github.app.webhook_secret,
        "GITHUB_API_URL": github.url,
        "DATABASE_URL": f"sqlite:///{folder / 'demo.db'}",
        "HOST": HOST,
        "PORT": str(port),
        "PUBLIC_URL": url,
        "CITATION_RESOLVERS": "off",
        "LOG_LEVEL": "WARNING",
    }
    command = (sys.executable, "-m", "bot", "serve")
    process = await asyncio.create_subprocess_exec(*command, env=environment)
    try:
        await _until_ready(url, process)
        yield url
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        await process.wait()


async def _until_ready(url: str, process: asyncio.subprocess.Process) -> None:
    async with aiohttp.ClientSession() as session:
        for _ in range(int(PATIENCE / 0.1)):
            if process.returncode is not None:
                raise SystemExit("The server ended before it was ready; its words are above.")
            with contextlib.suppress(aiohttp.ClientError):
                async with session.get(f"{url}/readyz") as response:
                    if response.status == 200:
                        return
            await asyncio.sleep(0.1)
    raise SystemExit("The server did not become ready.")


async def settled(github: GitHub) -> None:
    """Wait until the server has looked for what it missed, as it does whenever it starts."""
    seen = -1
    while seen != len(github.requests) or not seen:
        seen = len(github.requests)
        await asyncio.sleep(0.5)


async def reviewed(github: GitHub, pull: PullRequest) -> CheckRun:
    """Deliver what happened to the server and wait for the verdict on the newest head."""
    await github.deliver_waiting()
    for _ in range(int(PATIENCE / 0.05)):
        runs = [run for run in pull.repository.check_runs(pull.head_sha) if run.conclusion]
        if runs:
            return runs[-1]
        await asyncio.sleep(0.05)
    raise SystemExit(f"No review came within {PATIENCE:.0f} seconds.")


class Demo:
    """Tells the story of some pull requests and of a report in the terminal."""

    def __init__(self, console: Console, github: GitHub, repository: Repository) -> None:
        self.console = console
        self.github = github
        self.repository = repository

    async def run(self) -> None:
        """Play real edits of the real registry, bad and good."""
        moved = await self.opens(
            "Move B1 to partial", replaced(TRANSITION), "a status moves, but nothing is cited"
        )
        await self.pushes(
            moved,
            replaced(TRANSITION, TRANSITION_EVIDENCE),
            "the evidence is pushed to the same branch",
        )
        await self.opens(
            "Add a blocker to B1", replaced(VAGUE_BLOCKER), "a blocker that nobody could check"
        )
        await self.opens("Add B19", with_new_entry(), "a new entry in good order")
        await self.records()

    async def opens(self, title: str, text: str, story: str) -> PullRequest:
        pull = self.repository.open_pull(
            author="ann", fork=True, title=title, changes={PATHS.registry: text}
        )
        await self.show(pull, f"#{pull.number} {title}: {story}")
        return pull

    async def pushes(self, pull: PullRequest, text: str, story: str) -> None:
        pull.push({PATHS.registry: text})
        await self.show(pull, f"#{pull.number} {pull.title}: {story}")

    async def show(self, pull: PullRequest, story: str) -> None:
        """Show what a person would see on the pull request's page."""
        with self.github.counting() as count:
            run = await reviewed(self.github, pull)
        colour = {"success": "green", "failure": "red"}.get(run.conclusion or "", "yellow")
        self.console.print(Rule(f"[bold]{story}", align="left"))
        self.console.print(
            f"check   [{colour}]● {run.name}: {run.conclusion}[/] ({run.output.title})"
        )
        for note in run.output.annotations:
            place = f"{note.path}:{note.start_line}"
            self.console.print(f"note    {note.annotation_level} at {place}", highlight=False)
        self.conversation(pull)
        self.console.print(f"[dim]{len(count)} requests: {'; '.join(count.lines)}\n")

    async def records(self) -> None:
        """Play a report of a failed attempt, from the form to the registry."""
        body = report(result="It was clearly worse.")
        issue = self.repository.open_issue("Always-on trees", body, "ann", ["failed-attempt"])
        await self.tells(issue, "a failed attempt without a measured result", bool)
        issue.edit(body=report())
        await self.tells(issue, "the value is added", lambda said: "is complete" in said)
        issue.comment("/registry accept", by="acme")
        await self.tells(issue, "a maintainer accepts it", lambda said: "Accepted" in said)
        pull = self.repository.pulls[-1]
        await self.show(pull, f"#{pull.number} {pull.title}: opened by the bot, and reviewed")
        self.console.print(Syntax(pull.files[0].patch or "", "diff", word_wrap=True))
        pull.merge(by="acme")
        self.console.print(f"#{pull.number} is merged; #{issue.number} is {issue.state}.\n")

    async def tells(self, issue: Issue, story: str, until: Callable[[str], bool]) -> None:
        """Show what a person would see on the issue's page once our comment is as expected."""
        with self.github.counting() as count:
            await self.github.deliver_waiting()
            for _ in range(int(PATIENCE / 0.05)):
                said = [comment.body for comment in issue.comments if comment.app]
                if said and until(said[0]):
                    break
                await asyncio.sleep(0.05)
            else:
                raise SystemExit(f"No answer came within {PATIENCE:.0f} seconds.")
            await settled(self.github)
        self.console.print(Rule(f"[bold]#{issue.number} {issue.title}: {story}", align="left"))
        self.conversation(issue)
        self.console.print(f"[dim]{len(count)} requests: {'; '.join(count.lines)}\n")

    def conversation(self, issue: Issue) -> None:
        """Show labels and comments of an issue or pull request."""
        labels = "  ".join(f"[black on cyan] {label.name} [/]" for label in issue.labels)
        self.console.print(f"labels  {labels or '(none)'}")
        for comment in issue.comments:
            if not comment.app:
                self.console.print(f"{comment.author.login} writes: {comment.body}")
                continue
            _, _, body = comment.body.partition("\n")
            edited = "edited in place" if comment.updated_at > comment.created_at else "new"
            title = f"{comment.author.login} ({edited})"
            self.console.print(Panel(Markdown(_for_terminal(body)), title=title))


def _for_terminal(body: str) -> str:
    """Drop the HTML that folds parts away; a terminal shows everything."""
    for tag in ("<details>", "</details>", "<summary>", "</summary>", "<sub>", "</sub>"):
        body = body.replace(tag, "")
    return body


def page(pull: PullRequest, run: CheckRun) -> str:
    """Return a pull request as a page, comments rendered like on GitHub."""
    labels = " ".join(f"<mark>{html.escape(label.name)}</mark>" for label in pull.labels)
    comments = "".join(
        f"<article><h3>{html.escape(comment.author.login)}</h3>{_html(comment.body)}</article>"
        for comment in pull.comments
    )
    return (
        "<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'>"
        f"<title>#{pull.number} {html.escape(pull.title)}</title><style>"
        "body{font:15px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}"
        "article{border:1px solid #bbb;border-radius:6px;padding:0 1rem;margin:1rem 0}"
        "mark{border-radius:1em;padding:.1em .6em}pre{background:#f3f3f3;padding:.6rem;"
        "overflow-x:auto}</style>"
        f"<p><a href=/>All pull requests</a></p><h1>{html.escape(pull.title)} #{pull.number}</h1>"
        f"<p>{html.escape(run.name)}: <b>{run.conclusion}</b> "
        f"({html.escape(run.output.title or '')}) {labels}</p>{comments}"
    )


@asynccontextmanager
async def pages(repository: Repository) -> AsyncIterator[str]:
    """Serve a page for each pull request; yields the address of their list."""

    def find(number: int) -> tuple[PullRequest, CheckRun]:
        pull = next((pull for pull in repository.pulls if pull.number == number), None)
        if pull is None:
            raise web.HTTPNotFound
        return pull, repository.check_runs(pull.head_sha)[-1]

    async def show(request: web.Request) -> web.Response:
        pull, run = find(int(request.match_info["number"]))
        return web.Response(text=page(pull, run), content_type="text/html")

    async def listing(_request: web.Request) -> web.Response:
        items = "".join(
            f"<li><a href=/{pull.number}>#{pull.number} {html.escape(pull.title)}</a></li>"
            for pull in repository.pulls
        )
        text = f"<!doctype html><meta charset=utf-8><title>Demo</title><ul>{items}</ul>"
        return web.Response(text=text, content_type="text/html")

    app = web.Application()
    app.add_routes([web.get("/", listing), web.get(r"/{number:\d+}", show)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, HOST, 0).start()
    yield f"http://{HOST}:{runner.addresses[0][1]}/"
    await runner.cleanup()


async def main(*, once: bool) -> None:
    console = Console()
    github, repository = new_github()
    await github.start()
    with tempfile.TemporaryDirectory() as folder:
        async with server(github, Path(folder)) as url, pages(repository) as address:
            github.webhook_url = f"{url}/webhook"
            await settled(github)
            console.print(f"registry-bot serves {url}; a GitHub of this machine is {github.url}\n")
            await Demo(console, github, repository).run()
            if not once:
                console.print(f"[bold]Pull requests: {address}   Pages: {url}/[/]   Ctrl-C ends.")
                with contextlib.suppress(asyncio.CancelledError):
                    await asyncio.Event().wait()
    await github.stop()
    if github.violations:
        raise SystemExit("\n".join(github.violations))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="make demo", description=__doc__)
    parser.add_argument("--once", action="store_true", help="end when the story is told")
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(main(once=parser.parse_args().once))
