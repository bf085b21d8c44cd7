"""What is seen from outside: counters of this process, and the state of the store when asked."""

import re
from collections.abc import Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from bot.work.handler import Run
from bot.work.store import Stats

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

# Parts of a path that name one thing of many; a route has a name in their place.
_ROUTES = (
    (re.compile(r"^/repos/[^/]+/[^/]+"), "/repos/{owner}/{repo}"),
    (re.compile(r"/[0-9a-f]{40,64}(?=/|$)"), "/{sha}"),
    (re.compile(r"/compare/.+"), "/compare/{basehead}"),
    (re.compile(r"/contents/.+"), "/contents/{path}"),
    (re.compile(r"/git/refs?/.+"), "/git/ref/{ref}"),
    (re.compile(r"/collaborators/[^/]+"), "/collaborators/{username}"),
    (re.compile(r"/\d+(?=/|$)"), "/{id}"),
)


class Metrics:
    """The metrics of one process. Names follow Prometheus' conventions; times are in seconds."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._deliveries = Counter(
            "registry_bot_deliveries",
            "Webhook deliveries by event and answer.",
            ("event", "status"),
            registry=self._registry,
        )
        self._runs = Histogram(
            "registry_bot_run_seconds",
            "Runs by kind of subject and how they ended: done, retry, postpone, dead or lost.",
            ("subject", "verdict"),
            buckets=(0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60),
            registry=self._registry,
        )
        self._folded = Counter(
            "registry_bot_deliveries_superseded",
            "Deliveries that were worked together with a newer one on the same subject.",
            registry=self._registry,
        )
        self._requests = Counter(
            "registry_bot_github_requests",
            "Requests to GitHub by method, route and status; status 0: no answer came.",
            ("method", "route", "status"),
            registry=self._registry,
        )
        self._left = Gauge(
            "registry_bot_github_limit_remaining",
            "Requests left of GitHub's primary limit, as last answered, by resource.",
            ("resource",),
            registry=self._registry,
        )
        self._repaired = Counter(
            "registry_bot_deliveries_repaired",
            "Deliveries that never arrived and were taken from GitHub's log.",
            registry=self._registry,
        )
        self._pending = Gauge(
            "registry_bot_deliveries_pending", "Deliveries that wait.", registry=self._registry
        )
        self._dead = Gauge(
            "registry_bot_deliveries_dead",
            "Deliveries given up, to be replayed by hand.",
            registry=self._registry,
        )
        self._oldest = Gauge(
            "registry_bot_oldest_pending_seconds",
            "How long the oldest waiting delivery, and so the oldest unreviewed head, has waited.",
            registry=self._registry,
        )

    def delivered(self, event: str, status: int) -> None:
        """Count a delivery by the answer it got."""
        known = event if re.fullmatch(r"[a-z_]{1,40}", event) else "unknown"
        self._deliveries.labels(known, str(status)).inc()

    def requested(self, method: str, path: str, status: int, headers: Mapping[str, str]) -> None:
        """Count a request to GitHub and keep what it says of the limit."""
        self._requests.labels(method, route(path), str(status)).inc()
        left = headers.get("x-ratelimit-remaining", "")
        if left.isdecimal():
            self._left.labels(headers.get("x-ratelimit-resource", "core")).set(int(left))

    def ran(self, run: Run) -> None:
        """Count a run that ended."""
        verdict = run.settlement.verdict.value if run.settlement else "lost"
        self._runs.labels(run.claim.subject.partition(":")[0], verdict).observe(run.seconds)
        self._folded.inc(max(0, len(run.claim.deliveries) - 1))

    def repaired(self, number: int) -> None:
        """Count deliveries that were taken from GitHub's log."""
        self._repaired.inc(number)

    def render(self, stats: Stats) -> bytes:
        """Return the text that Prometheus reads."""
        self._pending.set(stats.pending)
        self._dead.set(stats.dead)
        self._oldest.set(stats.oldest or 0.0)
        return generate_latest(self._registry)


def route(path: str) -> str:
    """Return a path with names in the place of what varies, so that labels stay few."""
    for pattern, name in _ROUTES:
        path = pattern.sub(name, path)
    return path
