"""Requests that reach the public network alone: what a contributor names may be any address."""

import socket
from ipaddress import IPv6Address, IPv6Network, ip_address

from aiohttp import ClientSession, DummyCookieJar, TCPConnector, ThreadedResolver
from aiohttp.abc import AbstractResolver, ResolveResult

# Addresses that hold one of the old protocol, which may be private: NAT64 and 6to4.
_TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("2002::/16"))


def is_public(host: str) -> bool:
    """Whether a host is a public address, or a name, whose addresses are judged when it is used."""
    try:
        address = ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        return True
    if isinstance(address, IPv6Address) and any(address in network for network in _TRANSLATED):
        return False
    return address.is_global and not address.is_multicast


class _PublicResolver(AbstractResolver):
    """Finds a name's addresses and refuses the name if any of them is not public.

    The connection is made to an address that was judged here, so a name cannot change its mind.
    """

    def __init__(self) -> None:
        self._resolver = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        found = await self._resolver.resolve(host, port, family)
        if not all(is_public(address["host"]) for address in found):
            raise OSError(f"{host} is not on the public network")
        return found

    async def close(self) -> None:
        await self._resolver.close()


def public_session() -> ClientSession:
    """Return a session that connects to names on the public network only, and keeps no cookies.

    Addresses written as numbers pass it by, so callers ask `is_public` of each host.
    """
    return ClientSession(
        connector=TCPConnector(resolver=_PublicResolver()), cookie_jar=DummyCookieJar()
    )
