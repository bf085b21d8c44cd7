"""Files at commits: the parts of a query that ask for them, and the query that asks for no more."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.github.client import Installation
from bot.github.errors import Missing

BLOB = "fragment blob on Blob { oid byteSize isTruncated text }"

FoundBlobs = Mapping[str, Mapping[str, Any] | None]
"""GraphQL blobs by path, None for what is no file."""


def declared(variables: Iterable[str]) -> str:
    """Return the declarations of string variables, to follow others."""
    return "".join(f", ${name}: String!" for name in variables)


def objects(aliases: Iterable[str]) -> str:
    """Return the fields of a repository that ask for blobs, by variables of the same names."""
    return "\n".join(f"{alias}: object(expression: ${alias}) {{ ...blob }}" for alias in aliases)


async def read_blobs(
    github: Installation, repository: str, commits: Sequence[str], paths: Sequence[str]
) -> list[FoundBlobs]:
    """Return the blobs at `paths` of each commit, asked for in one request. Raises Missing."""
    owner, _, name = repository.partition("/")
    asked = {
        f"file{i}_{j}": f"{commit}:{path}"
        for i, commit in enumerate(commits)
        for j, path in enumerate(paths)
    }
    document = f"""
query ReadFiles($owner: String!, $name: String!{declared(asked)}) {{
  repository(owner: $owner, name: $name) {{ {objects(asked)} }}
}}
{BLOB}"""
    answer = await github.graphql(document, {"owner": owner, "name": name, **asked})
    found = answer.data.get("repository")
    if not found:
        raise Missing(f"{repository} is not to be found.")
    return [
        {path: found[f"file{i}_{j}"] for j, path in enumerate(paths)} for i in range(len(commits))
    ]
