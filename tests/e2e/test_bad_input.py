"""Whatever a contributor sends becomes one clear finding; nothing raises, nothing is hidden."""

import pytest

from bot.configuration import CONFIGURATION_PATH, FORM_PATH
from registry.snapshot import MAX_BYTES
from tests.e2e.edits import GOOD_BLOCKER, VAGUE_BLOCKER, replaced
from tests.e2e.world import PATHS, REGISTRY, World

HOSTILE = (
    "  - FP4 costs 3% on MMLU @maintainers <img src=x onerror=alert(1)> "
    "[click](http://evil.example) | cell #12 acme/registry#7 `code` ![x](http://evil.example/p)\n"
)

UNREADABLE = {
    "deleted": None,
    "empty": b"",
    "binary": b"\x00\x01\x02" * 400,
    "latin-1": REGISTRY.encode("latin-1", "replace").replace(b"?", b"\xe9"),
    "utf-16": REGISTRY.encode("utf-16"),
    "no entry": b"# Nothing\n\nto see here\n",
    "five megabytes": b"x" * 5_000_000,
    "nested": b"## B1: Deep\n\n```yaml\nid: " + b"[" * 100_000 + b"\n```\n",
}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE.keys())
async def test_unreadable_registry(bot: World, data: bytes | None) -> None:
    """A registry that cannot be read is an error that names the file, never silence."""
    pull = bot.open({PATHS.registry: data})
    await bot.settle()
    (run,) = bot.checks(pull)
    (comment,) = bot.comments(pull)
    assert run.conclusion == "failure"
    assert PATHS.registry in comment.body
    assert "Traceback" not in comment.body


async def test_oversized_registry(bot: World) -> None:
    """A file beyond what is read is not even fetched, and the finding says why."""
    bot.open({"notes.md": "notes\n"})
    await bot.settle()
    pull = bot.open({PATHS.registry: b"x" * (MAX_BYTES + 1)})
    with bot.github.counting() as count:
        await bot.settle()
    assert not [line for line in count.lines if "/git/blobs/" in line]
    assert bot.checks(pull)[0].conclusion == "failure"
    assert "over 16 MB" in bot.comments(pull)[0].body


async def test_renamed_registry(bot: World) -> None:
    """A registry that is moved away is an error too, although its old path is in no file list."""
    pull = bot.open({PATHS.registry: None, "registry/data/renamed.md": REGISTRY})
    await bot.settle()
    assert bot.checks(pull)[0].conclusion == "failure"


@pytest.mark.parametrize("path", [CONFIGURATION_PATH, FORM_PATH])
async def test_renamed_file_of_the_registry(bot: World, path: str) -> None:
    """Moving the configuration or the form away touches the registry by their old names."""
    text = "comment: true\n" * 20
    bot.repository.commit("main", {path: text}, "Add it")
    await bot.settle()
    pull = bot.open({path: None, "docs/old.yml": text})
    assert [change.status for change in pull.files] == ["renamed"]
    await bot.settle()
    assert [run.conclusion for run in bot.checks(pull)] == ["success"]


@pytest.mark.parametrize(
    ("name", "text"),
    {
        "CRLF": REGISTRY.replace("\n", "\r\n").replace(
            *(part.replace("\n", "\r\n") for part in GOOD_BLOCKER)
        ),
        "BOM": "\ufeff" + replaced(GOOD_BLOCKER),
    }.items(),
)
async def test_other_line_ends(bot: World, name: str, text: str) -> None:
    """Line ends and a byte-order mark are no fault of the content."""
    pull = bot.open({PATHS.registry: text.encode()})
    await bot.settle()
    assert bot.checks(pull)[0].conclusion == "success", name


async def test_contributor_text_is_inert(bot: World) -> None:
    """Mentions, HTML, links, references and images of a contributor do nothing in our comment."""
    old, _ = VAGUE_BLOCKER
    pull = bot.edit(old, HOSTILE + old)
    await bot.settle()
    (comment,) = bot.comments(pull)
    outside = "".join(comment.body.split("`")[::2])
    assert "@maintainers" not in outside
    assert "<img" not in outside
    assert "evil.example" not in outside
    assert "acme/registry#7" not in outside


async def test_more_findings_than_fit_one_request(bot: World) -> None:
    """Every finding is annotated, fifty a request; the comment stays within GitHub's limit."""
    vague = "".join(f"  - More research on topic {number} is needed.\n" for number in range(120))
    old, _ = VAGUE_BLOCKER
    pull = bot.edit(old, vague + old)
    await bot.settle()
    (run,) = bot.checks(pull)
    (comment,) = bot.comments(pull)
    assert len(run.output.annotations) >= 120
    assert len(comment.body) <= 65_535
    assert "did not fit here" in comment.body
