"""Repositories that were renamed, transferred or archived, as GitHub answers for them."""

from tests.github.conftest import Ask
from tests.github.fake import GitHub
from tests.github.repository import Repository

QUERY = 'query Find { repository(owner: "acme", name: "registry") { nameWithOwner } }'
ISSUE = {"title": "A title"}


async def test_former_name_leads_to_the_number(
    github: GitHub, registry: Repository, ask: Ask
) -> None:
    """REST sends on, with the query kept: 301 for reads, 307 for writes; GraphQL just follows."""
    github.world.rename(registry, "acme/map")
    read = await ask("GET", "/repos/acme/registry/pulls?per_page=5")
    place = f"{github.url}/repositories/{registry.id}/pulls"
    assert (read.status, read.headers["Location"]) == (301, f"{place}?per_page=5")
    assert (await ask("POST", "/repos/acme/registry/pulls", ISSUE)).status == 307
    followed = await ask("GET", f"/repositories/{registry.id}/pulls?per_page=5")
    assert (followed.status, followed.data) == (200, [])
    found = await ask("POST", "/graphql", {"query": QUERY})
    assert found.data["data"]["repository"]["nameWithOwner"] == "acme/map"


async def test_former_name_that_is_taken(github: GitHub, registry: Repository, ask: Ask) -> None:
    """Once another repository has the old name it is that one."""
    github.world.rename(registry, "acme/map")
    github.install(github.create_repository("acme/registry", {"README.md": "# New\n"}))
    answer = await ask("GET", "/repos/acme/registry")
    assert (answer.status, answer.data["id"] != registry.id) == (200, True)


async def test_archived(registry: Repository, ask: Ask) -> None:
    """An archived repository can be read and not written to."""
    registry.archived = True
    assert (await ask("GET", "/repos/acme/registry")).data["archived"] is True
    answer = await ask("POST", "/repos/acme/registry/labels", {"name": "new"})
    assert answer.status == 403
