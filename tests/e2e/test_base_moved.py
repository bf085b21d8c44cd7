"""A push to the default branch is answered on the pull requests that read what it changed."""

import pytest

from registry.refresh import refresh
from tests.e2e.edits import GOOD_BLOCKER
from tests.e2e.world import PATHS, REGISTRY, World


@pytest.fixture
def database_url(url: str) -> str:
    """Both engines."""
    return url


async def test_new_base_changes_the_verdict(bot: World) -> None:
    """When the entry that a pull request depends on is merged away, the check says so."""
    pull = bot.edit("depends_on: [B14, B15]\nknown", "depends_on: [B14, B15, B16]\nknown")
    await bot.settle()
    assert bot.checks(pull)[-1].conclusion == "success"
    start, end = REGISTRY.index("## B16:"), REGISTRY.index("## B17:")
    shorter = refresh(REGISTRY[:start] + REGISTRY[end:])
    bot.repository.commit("main", {PATHS.registry: shorter}, "Remove B16")
    await bot.settle()
    assert [run.conclusion for run in bot.checks(pull)] == ["success", "failure"]
    assert "RB501" in bot.comments(pull)[0].body
    why = bot.checks(pull)[-1].output.text
    assert why == (f"This was looked at again because `{PATHS.registry}` changed on `main`.")


async def test_only_those_that_read_it(bot: World) -> None:
    """Of three open pull requests the one that touches the registry is looked at again."""
    touching = bot.edit(*GOOD_BLOCKER)
    others = [bot.open({f"docs/{name}.md": "text\n"}) for name in "ab"]
    await bot.settle()
    bot.repository.commit("main", {PATHS.references: "% nothing\n"}, "Empty the bibliography")
    with bot.github.counting() as count:
        await bot.settle()
        await bot.idle()
    reads = [line for line in count.lines if "ReadPullRequest" in line]
    assert len(reads) == 1
    assert bot.checks(touching)
    assert all(len(bot.checks(pull)) == 1 for pull in others)


async def test_pull_request_that_renames(bot: World) -> None:
    """One that moves the registry away is among those that read it."""
    pull = bot.open({PATHS.registry: None, "registry/data/renamed.md": REGISTRY})
    await bot.settle()
    bot.repository.commit("main", {PATHS.references: "% nothing\n"}, "Empty the bibliography")
    with bot.github.counting() as count:
        await bot.settle()
        await bot.idle()
    assert sum("ReadPullRequest" in line for line in count.lines) == 1
    assert bot.checks(pull)[-1].conclusion == "failure"


async def test_base_is_set_back(bot: World) -> None:
    """A push that takes commits away names no files, and yet changes what reviews read."""
    before = bot.repository.branches["main"]
    start, end = REGISTRY.index("## B16:"), REGISTRY.index("## B17:")
    shorter = refresh(REGISTRY[:start] + REGISTRY[end:])
    pull = bot.edit("depends_on: [B14, B15]\nknown", "depends_on: [B14, B15, B16]\nknown")
    bot.repository.commit("main", {PATHS.registry: shorter}, "Remove B16")
    await bot.settle()
    assert bot.checks(pull)[-1].conclusion == "failure"
    bot.repository.push("main", before)
    await bot.settle()
    await bot.idle()
    assert bot.checks(pull)[-1].conclusion == "success"


async def test_registry_file_is_moved_by_configuration(bot: World) -> None:
    """Where a push changes the configuration, the files that it names from now on are watched."""
    pull = bot.open({"other.md": "# Nothing\n"})
    await bot.settle()
    assert bot.checks(pull)[-1].conclusion == "neutral"
    bot.repository.commit("main", {".github/registry-bot.yml": "registry: other.md\n"}, "Move")
    await bot.settle()
    await bot.idle()
    assert bot.checks(pull)[-1].conclusion == "failure"


async def test_push_that_changes_nothing_we_read(bot: World) -> None:
    """A push elsewhere costs no request once the repository is known."""
    bot.edit(*GOOD_BLOCKER)
    await bot.settle()
    bot.repository.commit("main", {"README.md": "# Registry\n"}, "Write a readme")
    with bot.github.counting() as count:
        await bot.settle()
    assert count.lines == []


async def test_push_to_another_branch(bot: World) -> None:
    """A push to a branch that is not the default one is ignored."""
    bot.repository.refs["refs/heads/side"] = bot.repository.refs["refs/heads/main"]
    bot.repository.commit("side", {PATHS.registry: REGISTRY + "\n"}, "Try")
    await bot.settle()
    (record,) = await bot.server.store.deliveries(event="push")
    assert record.outcome.startswith("Ignored:")
