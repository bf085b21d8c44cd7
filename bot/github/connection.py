"""GraphQL connections, page by page."""

from collections.abc import AsyncIterator, Mapping
from typing import Any

from bot.github.client import Installation


async def all_nodes(
    github: Installation, holder: Mapping[str, Any], field: str, more: str, **variables: Any
) -> AsyncIterator[Mapping[str, Any]]:
    """Yield the nodes of a connection, asking for further pages only while they are wanted.

    `holder` has its own `id` and the first page of `field`; `more` is the query of a further page,
    which takes `$id`, `$after` and the `variables`.
    """
    page = holder[field] or {"nodes": [], "pageInfo": {"hasNextPage": False}}
    while True:
        for node in page["nodes"]:
            yield node
        if not page["pageInfo"]["hasNextPage"]:
            return
        where = {"id": holder["id"], "after": page["pageInfo"]["endCursor"]}
        page = (await github.graphql(more, {**where, **variables})).data["node"][field]
