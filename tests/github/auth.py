"""Who makes a request: the App by its JWT, an installation by its token, or nobody."""

from dataclasses import dataclass
from typing import Literal

import jwt

from tests.github.accounts import Actor, App, Refused, Token
from tests.github.repository import Repository
from tests.github.state import World

JWT_LIFETIME = 600
# GitHub lets a client's clock run ahead by about a minute before it refuses `iat`.
CLOCK_TOLERANCE = 60


@dataclass(frozen=True, slots=True)
class Principal:
    kind: Literal["app", "installation", "anonymous"]
    app: App | None = None
    token: Token | None = None

    @property
    def actor(self) -> Actor:
        if self.app is None:
            raise Refused(401, "Requires authentication")
        return Actor(self.app.bot, self.app)

    @property
    def key(self) -> str:
        """What rate limits and ETags are kept by."""
        if self.token:
            return f"installation {self.token.installation.id}"
        return f"app {self.app.id}" if self.app else "anonymous"

    def may(self, repository: Repository, needs: str) -> bool:
        """Whether a permission such as `issues:write`, or one of several, is held there."""
        if self.token is None or not self.token.reaches(repository):
            return not repository.private and needs.endswith(":read")
        return any(holds(self.token.permissions, need) for need in needs.split("|"))


def holds(permissions: dict[str, str], need: str) -> bool:
    name, _, level = need.partition(":")
    return permissions.get(name) == "write" or permissions.get(name) == level


def authenticate(world: World, header: str | None) -> Principal:
    """Raises Refused (401) for credentials that GitHub would not take."""
    if not header:
        return Principal("anonymous")
    value = header.partition(" ")[2].strip()
    if value.count(".") == 2:
        return Principal("app", verify_jwt(world, value))
    token = world.tokens.get(value)
    if token is None or token.revoked or token.expires_at <= world.now():
        raise Refused(401, "Bad credentials")
    if token.installation.id not in world.installations:
        raise Refused(401, "Bad credentials")
    if token.installation.suspended_at:
        raise Refused(403, "This installation has been suspended")
    return Principal("installation", token.installation.app, token)


def verify_jwt(world: World, value: str) -> App:
    try:
        claims = jwt.decode(value, options={"verify_signature": False})
    except jwt.InvalidTokenError:
        raise Refused(401, "A JSON web token could not be decoded") from None
    issuer = str(claims.get("iss"))
    app = next((one for one in world.apps.values() if issuer in {str(one.id), one.client_id}), None)
    if app is None:
        raise Refused(404, "Integration not found")
    try:
        jwt.decode(
            value,
            app.public_key,
            algorithms=["RS256"],
            # The times are judged below, by the fake's own clock.
            options={"verify_exp": False, "verify_iat": False, "verify_nbf": False},
        )
    except jwt.InvalidTokenError:
        raise Refused(401, "A JSON web token could not be decoded") from None
    check_times(claims, int(world.now().timestamp()))
    return app


def check_times(claims: dict[str, object], now: int) -> None:
    issued, expires = claims.get("iat"), claims.get("exp")
    if not isinstance(expires, int) or expires <= now:
        raise Refused(
            401,
            "'Expiration time' claim ('exp') must be a numeric value representing the future "
            "time at which the assertion expires",
        )
    if expires > now + JWT_LIFETIME:
        raise Refused(401, "'Expiration time' claim ('exp') is too far in the future")
    if not isinstance(issued, int) or issued > now + CLOCK_TOLERANCE:
        raise Refused(
            401,
            "'Issued at' claim ('iat') must be an Integer representing the time that the "
            "assertion was issued",
        )
