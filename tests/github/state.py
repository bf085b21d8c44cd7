"""The world that the fake holds: accounts, repositories, Apps, the clock, and what happens."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import count
from typing import Any, TypeVar

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.github.accounts import Actor, App, Installation, Kind, Refused, Token, User
from tests.github.repository import Changes, Repository

T = TypeVar("T")

TOKEN_LIFETIME = timedelta(hours=1)
PERMISSIONS = {
    "checks": "write",
    "contents": "write",
    "issues": "write",
    "pull_requests": "write",
    "metadata": "read",
    "members": "read",
}
EVENTS = [
    "pull_request",
    "check_run",
    "check_suite",
    "issues",
    "issue_comment",
    "push",
    "merge_group",
]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; `subject` holds what it happened to, by the payload's keys."""

    name: str
    action: str | None
    repository: Repository | None
    sender: User
    subject: dict[str, Any]
    installation: Installation | None = None


class Clock:
    """The fake's time: real, or standing still at `start`; `advance` moves either."""

    def __init__(self, start: datetime | None = None) -> None:
        self.start = start
        self.offset = timedelta()

    def __call__(self) -> datetime:
        return ((self.start or datetime.now(UTC)) + self.offset).replace(microsecond=0)

    def freeze(self, at: datetime) -> None:
        self.start, self.offset = at, timedelta()

    def advance(self, seconds: float) -> None:
        self.offset += timedelta(seconds=seconds)


class World:
    def __init__(self, start: datetime | None = None) -> None:
        self.now = Clock(start)
        self.api_url = "https://api.github.com"
        self.html_url = "https://github.com"
        self.users: dict[str, User] = {}
        self.repositories: dict[str, Repository] = {}
        self.former_names: dict[str, Repository] = {}
        self.apps: dict[int, App] = {}
        self.installations: dict[int, Installation] = {}
        self.tokens: dict[str, Token] = {}
        self.manifests: dict[str, dict[str, Any]] = {}
        self.nodes: dict[str, Any] = {}
        self.listeners: list[Callable[[Event], None]] = []
        self._ids = count(1001)

    # Identity and time

    def identity(self, prefix: str) -> tuple[int, str]:
        number = next(self._ids)
        return number, f"{prefix}_kwDO{number:08x}"

    def remember(self, thing: T) -> T:
        """Make a thing reachable by its node id."""
        self.nodes[thing.node_id] = thing  # type: ignore[attr-defined]
        return thing

    def forget(self, thing: Any) -> None:
        del self.nodes[thing.node_id]

    @staticmethod
    def parse_time(text: str) -> datetime:
        return datetime.fromisoformat(text).astimezone(UTC).replace(microsecond=0)

    def emit(
        self,
        name: str,
        action: str | None,
        repository: Repository | None,
        sender: User,
        *,
        on: Installation | None = None,
        **subject: Any,
    ) -> None:
        event = Event(name, action, repository, sender, subject, on)
        for listener in self.listeners:
            listener(event)

    # Accounts

    def create_user(self, login: str, kind: Kind = "User") -> User:
        prefix = {"User": "U", "Bot": "BOT", "Organization": "O"}[kind]
        number, node_id = self.identity(prefix)
        self.users[login.lower()] = self.remember(User(login, number, node_id, kind))
        return self.users[login.lower()]

    def create_organization(self, login: str) -> User:
        return self.create_user(login, "Organization")

    def user(self, who: User | str) -> User:
        """The account itself, or the one of that login, made at its first mention."""
        if isinstance(who, User):
            return who
        return self.users.get(who.lower()) or self.create_user(who)

    def rename_user(self, user: User, login: str) -> None:
        """The account keeps its id; its old login is free for anybody."""
        del self.users[user.login.lower()]
        user.login = login
        self.users[login.lower()] = user

    def actor(self, who: Actor | App | User | str) -> Actor:
        if isinstance(who, Actor):
            return who
        if isinstance(who, App):
            return Actor(who.bot, who)
        return Actor(self.user(who))

    # Repositories

    def create_repository(
        self,
        full_name: str,
        files: Changes | None = None,
        *,
        private: bool = False,
        parent: Repository | None = None,
    ) -> Repository:
        """A new repository; with `files`, `main` has a first commit of them."""
        owner, _, name = full_name.partition("/")
        number, node_id = self.identity("R")
        repository = Repository(self, number, node_id, self.user(owner), name, self.now())
        repository.private = private
        if parent:
            repository.parent, repository.store = parent, parent.store
            repository.default_branch = parent.default_branch
        self.repositories[full_name.lower()] = self.remember(repository)
        if files is not None:
            repository.commit(repository.default_branch, files, "Begin")
        return repository

    def repository(self, full_name: str) -> Repository:
        try:
            return self.repositories[full_name.lower()]
        except KeyError:
            raise Refused(404, "Not Found") from None

    def rename(self, repository: Repository, full_name: str) -> None:
        """Rename or transfer; the old name leads to the new one until somebody else takes it."""
        old = repository.full_name.lower()
        owner, _, name = full_name.partition("/")
        repository.owner, repository.name = self.user(owner), name
        self.former_names[old] = self.repositories[full_name.lower()] = self.repositories.pop(old)

    def found(self, full_name: str) -> Repository | None:
        """The repository of that name, or else the one that had it."""
        name = full_name.lower()
        return self.repositories.get(name) or self.former_names.get(name)

    def path_by_name(self, path: str) -> str:
        """A REST path that names a repository by its number, with its name instead."""
        _, kind, number, *rest = [*path.split("/"), ""]
        found = [one for one in self.repositories.values() if str(one.id) == number]
        if kind != "repositories" or not found:
            return path
        return "/".join(["/repos", found[0].full_name, *rest[:-1]])

    def path_by_id(self, path: str) -> str | None:
        """Where the REST path of a former name has moved to, None for any other."""
        _, kind, owner, name, *rest = [*path.split("/"), "", ""]
        full_name = f"{owner}/{name}".lower()
        if kind != "repos" or full_name in self.repositories or full_name not in self.former_names:
            return None
        return "/".join(["/repositories", str(self.former_names[full_name].id), *rest[:-2]])

    # Apps

    def create_app(
        self,
        slug: str,
        owner: User | str = "app-owner",
        *,
        webhook_secret: str = "correct horse battery staple",
        permissions: dict[str, str] | None = None,
        events: Iterable[str] = EVENTS,
    ) -> App:
        number, node_id = self.identity("A")
        private, public = key_pair(len(self.apps))
        app = App(
            id=number,
            node_id=node_id,
            slug=slug,
            owner=self.user(owner),
            bot=self.create_user(f"{slug}[bot]", "Bot"),
            created_at=self.now(),
            public_key=public,
            private_key=private,
            webhook_secret=webhook_secret,
            permissions=dict(PERMISSIONS if permissions is None else permissions),
            events=list(events),
        )
        self.apps[app.id] = self.remember(app)
        return app

    def install(self, app: App, *repositories: Repository) -> Installation:
        """Install an App on repositories of one account, or add them to what it has."""
        account = repositories[0].owner
        found = next(
            (i for i in self.installations.values() if (i.app, i.account) == (app, account)), None
        )
        if found:
            added = [one for one in repositories if one not in found.repositories]
            found.repositories += added
            self.emit("installation_repositories", "added", None, account, on=found, added=added)
            return found
        identity = self.identity("IN")
        installation = Installation(
            *identity, app, account, self.now(), dict(app.permissions), list(repositories)
        )
        self.installations[installation.id] = installation
        self.emit("installation", "created", None, account, on=installation)
        return installation

    def uninstall(self, installation: Installation) -> None:
        del self.installations[installation.id]
        self.emit("installation", "deleted", None, installation.account, on=installation)

    def remove_from_installation(self, installation: Installation, repository: Repository) -> None:
        installation.repositories.remove(repository)
        self.emit(
            "installation_repositories",
            "removed",
            None,
            installation.account,
            on=installation,
            removed=[repository],
        )

    def installation_of(self, app: App, repository: Repository) -> Installation | None:
        return next(
            (
                one
                for one in self.installations.values()
                if one.app is app and repository in one.repositories
            ),
            None,
        )

    def apps_on(self, repository: Repository) -> list[App]:
        return [app for app in self.apps.values() if self.installation_of(app, repository)]

    def issue_token(
        self,
        installation: Installation,
        permissions: dict[str, str] | None = None,
        repositories: list[Repository] | None = None,
    ) -> Token:
        token = Token(
            f"ghs_{next(self._ids):036d}",
            installation,
            self.now() + TOKEN_LIFETIME,
            dict(permissions or installation.permissions),
            repositories,
        )
        self.tokens[token.value] = token
        return token

    def revoke_tokens(self) -> None:
        """Every token issued so far stops working."""
        for token in self.tokens.values():
            token.revoked = True


@lru_cache
def key_pair(index: int) -> tuple[str, str]:
    """(private, public) PEM of an App's key; made once a process, since it is slow to make."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.TraditionalOpenSSL,
        serialization.NoEncryption(),
    )
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return private.decode(), public.decode()
