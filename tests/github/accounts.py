"""Who acts on GitHub: users, organisations, Apps, their installations and tokens."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tests.github.repository import Repository

Kind = Literal["User", "Bot", "Organization"]

LEVELS = ("none", "read", "triage", "write", "maintain", "admin")


class Refused(Exception):  # noqa: N818 - an answer of GitHub's, not an error of ours
    """GitHub's refusal of a request: what REST puts in status, `message` and `errors`."""

    def __init__(
        self, status: int, message: str, errors: Iterable[dict[str, str]] = (), kind: str = ""
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.errors = list(errors)
        self.kind = kind or {403: "FORBIDDEN", 404: "NOT_FOUND"}.get(status, "UNPROCESSABLE")
        """The `type` of the same refusal in GraphQL."""


def invalid(resource: str, name: str, code: str = "invalid", message: str = "") -> Refused:
    """A 422 as GitHub words it."""
    error = {"resource": resource, "field": name, "code": code}
    return Refused(422, "Validation Failed", [error | ({"message": message} if message else {})])


@dataclass(eq=False, slots=True)
class User:
    login: str
    id: int
    node_id: str
    kind: Kind = "User"
    teams: dict[str, "Team"] = field(default_factory=dict)

    @property
    def graphql_login(self) -> str:
        """GraphQL's name: a bot's login stands there without REST's `[bot]`."""
        return self.login.removesuffix("[bot]")

    def create_team(self, slug: str, members: Iterable["User"] = ()) -> "Team":
        self.teams[slug] = Team(slug, self, list(members))
        return self.teams[slug]


@dataclass(eq=False, slots=True)
class Team:
    slug: str
    organization: User
    members: list[User]


@dataclass(eq=False, slots=True)
class App:
    id: int
    node_id: str
    slug: str
    owner: User
    bot: User
    created_at: datetime
    public_key: str
    private_key: str
    webhook_secret: str
    permissions: dict[str, str]
    events: list[str]

    @property
    def client_id(self) -> str:
        return f"Iv23li{self.id:014d}"


@dataclass(eq=False, slots=True)
class Installation:
    id: int
    node_id: str
    app: App
    account: User
    created_at: datetime
    permissions: dict[str, str]
    repositories: list["Repository"] = field(default_factory=list)
    suspended_at: datetime | None = None


@dataclass(eq=False, slots=True)
class Token:
    value: str
    installation: Installation
    expires_at: datetime
    permissions: dict[str, str]
    repositories: list["Repository"] | None = None
    """None: every repository of the installation, those added later too."""
    revoked: bool = False

    def reaches(self, repository: "Repository") -> bool:
        installed = self.installation.repositories
        return repository in (installed if self.repositories is None else self.repositories)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does a thing, and the App through which it is done."""

    user: User
    app: App | None = None
