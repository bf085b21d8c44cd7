"""The registry's files at one commit, where no pull request is asked about."""

from collections.abc import Sequence

from bot.github.blobs import Blobs
from bot.github.client import Installation
from bot.github.errors import Missing


async def read_files(
    github: Installation, blobs: Blobs, repository: str, commit: str, paths: Sequence[str]
) -> dict[str, bytes | None]:
    """Return the files at `paths` of a commit, None for what is no file. Raises Missing."""
    owner, _, name = repository.partition("/")
    objects = {f"file{i}": f"{commit}:{path}" for i, path in enumerate(paths)}
    declared = "".join(f", ${alias}: String!" for alias in objects)
    asked = "\n".join(f"{alias}: object(expression: ${alias}) {{ ...blob }}" for alias in objects)
    document = f"""
query ReadCommit($owner: String!, $name: String!{declared}) {{
  repository(owner: $owner, name: $name) {{ {asked} }}
}}
fragment blob on Blob {{ oid byteSize isTruncated text }}"""
    answer = await github.graphql(document, {"owner": owner, "name": name, **objects})
    found = answer.data.get("repository")
    if not found:
        raise Missing(f"{repository} is not to be found.")
    return {
        path: await blobs.content(github, repository, found[alias]) if found[alias] else None
        for alias, path in zip(objects, paths, strict=True)
    }
