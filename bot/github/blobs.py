"""File contents by git object id: checked against the id, kept for ever, bounded in bytes."""

import base64
import hashlib
from collections.abc import Mapping
from typing import Any

from cachetools import LRUCache

from bot.github.client import Installation
from bot.github.commit import FoundBlobs
from registry.snapshot import MAX_BYTES

CACHE_BYTES = 64_000_000
_OVERSIZED = bytes(MAX_BYTES + 1)
"""What stands for any file that the reader would refuse for its size."""


def git_blob_id(data: bytes, like: str) -> str:
    """Return git's id of a blob, by the hash function that the id `like` was made with."""
    digest = hashlib.sha256 if len(like) == 64 else hashlib.sha1
    return digest(b"blob %d\0" % len(data) + data).hexdigest()


class Blobs:
    """Contents by (repository, object id): an id names its bytes, so they never go stale.

    The repository is part of the key because an id alone must not open another's private file.
    """

    def __init__(self, capacity: int = CACHE_BYTES) -> None:
        self._contents: LRUCache[tuple[str, str], bytes] = LRUCache(
            capacity, getsizeof=lambda data: len(data) + 200
        )

    async def contents(
        self, github: Installation, repository: str, found: FoundBlobs
    ) -> dict[str, bytes | None]:
        """Return the bytes at each path, None for what is no file."""
        return {
            path: await self.content(github, repository, blob) if blob else None
            for path, blob in found.items()
        }

    async def content(
        self, github: Installation, repository: str, blob: Mapping[str, Any]
    ) -> bytes:
        """Return the bytes of a GraphQL `Blob`, fetched over REST where its text falls short.

        GraphQL shortens long texts and replaces bytes that are not UTF-8, so its text counts only
        if its id, computed from the bytes received, is the one named. A file that is too large to
        be read is not fetched, lest anybody's hundred megabytes fill the memory.
        """
        if blob.get("byteSize", 0) > MAX_BYTES:
            return _OVERSIZED
        oid = str(blob["oid"])
        key = (repository, oid)
        if key not in self._contents:
            text = blob.get("text")
            data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else b""
            if blob.get("isTruncated") or git_blob_id(data, oid) != oid:
                answer = await github.get(f"/repos/{repository}/git/blobs/{oid}")
                data = base64.b64decode(answer["content"])
            if len(data) > self._contents.maxsize // 4:
                return data
            self._contents[key] = data
        return self._contents[key]
