"""Who may decide: GitHub is asked, and believed only about the same account."""

from typing import Any

import pytest

from bot.github.client import Installation
from bot.github.errors import Missing
from bot.github.people import Person, is_maintainer

ANN = Person("ann", 7)


class Answers(Installation):
    """An installation that answers from a table."""

    def __init__(self, answers: dict[str, Any]) -> None:
        self.answers = answers

    async def get(self, path: str) -> Any:
        if path not in self.answers:
            raise Missing(path)
        return self.answers[path]


def github(permission: str = "read", user_id: int = 7, **more: Any) -> Answers:
    path = "/repos/acme/registry/collaborators/ann/permission"
    return Answers({path: {"permission": permission, "user": {"id": user_id}}, **more})


MEMBER = {"/orgs/acme/teams/registry/memberships/ann": {"state": "active"}}
PENDING = {"/orgs/acme/teams/registry/memberships/ann": {"state": "pending"}}


@pytest.mark.parametrize(
    ("installation", "maintainers", "decides"),
    [
        (github("admin"), None, True),
        (github("write"), None, True),
        (github("read"), None, False),
        (github("admin", user_id=8), None, False),
        (Answers({}), None, False),
        (github("read"), ("Ann",), True),
        (github("read", user_id=8), ("ann",), False),
        (github("admin"), ("zoe",), False),
        (github("admin"), (), False),
        (github("read", **MEMBER), ("@acme/registry",), True),
        (github("read", **PENDING), ("@acme/registry",), False),
        (github("admin"), ("@acme/registry",), False),
    ],
)
async def test_is_maintainer(
    installation: Answers, maintainers: tuple[str, ...] | None, *, decides: bool
) -> None:
    """Who may write decides, or whom the configuration names; another account's answer is none."""
    assert await is_maintainer(installation, "acme/registry", ANN, maintainers) is decides
