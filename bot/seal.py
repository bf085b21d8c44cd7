"""What our comment remembers, signed, so that nobody else's words are taken for ours.

The database is a cache: who deletes it loses nothing that this record and GitHub do not tell. Its
key is derived from the webhook secret (HKDF, RFC 5869), and what is signed names repository and
pull request, so that a record copied from elsewhere is none.
"""

import base64
import hashlib
import hmac
import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_RECORD = re.compile(r"<!-- registry-bot:record v1 ([\w+/=]*) ([0-9a-f]*) -->\s*")
_NAME = "<!-- registry-bot:record"
_ANY_RECORD = re.compile(rf"^.*{_NAME}.*$\n?", re.MULTILINE)


class BrokenSeal(ValueError):  # noqa: N818  # it is what it is called
    """A comment holds a record that was forged, edited, copied or doubled."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What was reviewed: commit ids of head, tip of the base branch, and where they parted.

    `merge_base` is empty where it was not asked for. `was_broken` tells that a record without our
    seal was found on this head, so that the comment goes on saying so.
    """

    head: str
    base: str
    merge_base: str
    was_broken: bool = False


class Seal:
    """Signs with the first of the webhook secrets and takes the signature of any."""

    def __init__(self, secrets: Sequence[str]) -> None:
        self._keys = [_derived(secret) for secret in secrets]

    def record(self, repository: str, number: int, memory: Memory) -> str:
        """Return the hidden line for a comment on pull request `number` of a repository's id."""
        payload = base64.b64encode(json.dumps(asdict(memory)).encode()).decode()
        signature = _signature(self._keys[0], repository, number, payload)
        return f"<!-- registry-bot:record v1 {payload} {signature} -->"

    def recall(self, repository: str, number: int, body: str) -> Memory | None:
        """Return what a comment of ours remembers, None for nothing. Raises BrokenSeal."""
        if not (there := _ANY_RECORD.findall(body)):
            return None
        match = _RECORD.fullmatch(there[0].rstrip("\n"))
        if len(there) > 1 or match is None:
            raise BrokenSeal("more than one record, or none of ours")
        payload, signature = match[1], match[2]
        for key in self._keys:
            if hmac.compare_digest(_signature(key, repository, number, payload), signature):
                return _memory(json.loads(base64.b64decode(payload)))
        raise BrokenSeal("the signature is not ours")


def with_record(body: str, record: str) -> str:
    """Return a comment with its record; a contributor's text that looks like one is none."""
    inert = body.replace(_NAME, _NAME.replace(":", " : "))
    return f"{inert.rstrip()}\n\n{record}"


def without_record(body: str) -> str:
    """Return what people see of a comment."""
    return _ANY_RECORD.sub("", body).rstrip()


def _memory(data: dict[str, Any]) -> Memory:
    """Read what we once signed; a newer release may have remembered more."""
    return Memory(**{name: data[name] for name in Memory.__slots__ if name in data})


def _derived(secret: str) -> bytes:
    derivation = HKDF(SHA256(), length=32, salt=None, info=b"registry-bot comment record v1")
    return derivation.derive(secret.encode())


def _signature(key: bytes, repository: str, number: int, payload: str) -> str:
    signed = "\0".join((repository, str(number), payload)).encode()
    return hmac.new(key, signed, hashlib.sha256).hexdigest()
