"""Other reports of failed attempts in a repository: the newest afresh, the older from memory."""

from collections.abc import Mapping
from typing import Any

from cachetools import TTLCache

from bot.github.client import Installation
from bot.github.connection import all_nodes

MAX_REPORTS = 1000
"""Reports of a repository that are looked through, which takes ten requests at most."""
MAX_BODY = 8_000
"""Characters kept of each: what is compared stands at the top, and memory is not endless."""
REMEMBERED = 3600.0
"""Seconds after which older reports are read again; who edits one must wait as long."""
MAX_KEPT = 50_000_000
"""Characters kept of all repositories together."""

_NODES = "nodes { number body } pageInfo { hasNextPage endCursor }"
_ORDER = "labels: [$report], orderBy: {field: CREATED_AT, direction: DESC}"

NEWEST = f"reports: issues(first: 50, {_ORDER}) {{ {_NODES} }}"
"""The newest reports, as a field of a repository; `$report` is their label."""

_MORE = f"""
query MoreReports($id: ID!, $after: String!, $report: String!) {{ node(id: $id) {{
  ... on Repository {{ reports: issues(first: 100, after: $after, {_ORDER}) {{ {_NODES} }} }}
}} }}
"""

Bodies = dict[int, str]


class Reports:
    """Reads the bodies of reports by number; remembers those behind the newest for a while."""

    def __init__(self) -> None:
        self._known: TTLCache[tuple[str, str], Bodies] = TTLCache(
            MAX_KEPT, ttl=REMEMBERED, getsizeof=lambda bodies: sum(map(len, bodies.values()))
        )

    async def read(
        self, github: Installation, repository: Mapping[str, Any], label: str
    ) -> Mapping[int, str]:
        """Return the bodies of the newest reports; `repository` has its `id` and `NEWEST`."""
        page = repository["reports"]
        newest = {node["number"]: node["body"][:MAX_BODY] for node in page["nodes"]}
        if not page["pageInfo"]["hasNextPage"]:
            return newest
        key = (repository["id"], label)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = await _all(github, repository, label)
        return known | newest


async def _all(github: Installation, repository: Mapping[str, Any], label: str) -> Bodies:
    bodies: Bodies = {}
    async for node in all_nodes(github, repository, "reports", _MORE, report=label):
        bodies[node["number"]] = node["body"][:MAX_BODY]
        if len(bodies) == MAX_REPORTS:
            break
    return bodies
