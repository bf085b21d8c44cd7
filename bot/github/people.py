"""Who somebody is, and whether a repository lets them decide."""

from dataclasses import dataclass
from urllib.parse import quote

from bot.github.client import Installation
from bot.github.errors import Refused

_MAY_WRITE = frozenset({"write", "admin"})


@dataclass(frozen=True, slots=True)
class Person:
    """An account; the number outlives the login, which another account may take later."""

    login: str
    id: int
    is_bot: bool = False

    @property
    def full_login(self) -> str:
        """The login as REST and commits spell it, which for Apps has a suffix."""
        return f"{self.login}[bot]" if self.is_bot else self.login


async def is_maintainer(
    github: Installation, repository: str, person: Person, maintainers: tuple[str, ...] | None
) -> bool:
    """Whether `person` is one of `maintainers` (logins, `@org/team`), or may write for None.

    GitHub is asked by login, so its answer counts only if it is about the same account.
    """
    login = quote(person.login, safe="")
    try:
        answer = await github.get(f"/repos/{repository}/collaborators/{login}/permission")
    except Refused:
        return False
    if (answer.get("user") or {}).get("id") != person.id:
        return False
    if maintainers is None:
        return answer["permission"] in _MAY_WRITE
    if person.login.casefold() in {name.casefold() for name in maintainers}:
        return True
    teams = [name[1:].split("/") for name in maintainers if name.startswith("@")]
    for organization, team in teams:
        if await _is_member(github, organization, team, login):
            return True
    return False


async def _is_member(github: Installation, organization: str, team: str, login: str) -> bool:
    path = f"/orgs/{quote(organization)}/teams/{quote(team)}/memberships/{login}"
    try:
        return bool((await github.get(path))["state"] == "active")
    except Refused:
        return False
