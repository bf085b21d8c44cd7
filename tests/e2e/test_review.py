"""A pull request gets its review: check run, comment and labels, and nothing twice."""

from bot.comments import REVIEW_MARKER
from tests.e2e.edits import (
    GOOD_BLOCKER,
    TRANSITION,
    TRANSITION_EVIDENCE,
    VAGUE_BLOCKER,
    replaced,
)
from tests.e2e.world import PATHS, REGISTRY, World
from tests.github.fake import GitHub
from tests.github.pulls import PullRequest


async def opened(bot: World, text: str | bytes | None, **options: object) -> PullRequest:
    pull = bot.open({PATHS.registry: text}, **options)
    await bot.settle()
    return pull


def touched_nothing(github: GitHub, before: int) -> bool:
    return not any(request.writes for request in list(github.requests)[before:])


async def test_transition_without_citation(bot: World) -> None:
    """A status moved without evidence fails the check on the very line, comments and labels."""
    text = replaced(TRANSITION)
    pull = await opened(bot, text)
    (run,) = bot.checks(pull)
    (comment,) = bot.comments(pull)
    (annotation,) = [found for found in run.output.annotations if "RB201" in (found.title or "")]
    assert (run.status, run.conclusion, run.external_id) == ("completed", "failure", "1")
    assert text.splitlines()[annotation.start_line - 1] == "status: partial"
    assert comment.body.startswith(REVIEW_MARKER)
    assert "`status` `open` → `partial`" in comment.body
    assert bot.labels(pull) == {"status-transition", "needs-citation", "projection-shift"}


async def test_fix_is_pushed(bot: World) -> None:
    """After the fix the same comment says so, the new head passes and the labels follow."""
    pull = await opened(bot, replaced(TRANSITION))
    (before,) = bot.comments(pull)
    pull.push({PATHS.registry: replaced(TRANSITION, TRANSITION_EVIDENCE)})
    await bot.settle()
    (after,) = bot.comments(pull)
    (run,) = bot.checks(pull)
    assert run.conclusion == "success"
    assert after.id == before.id
    assert "Nothing blocks" in after.body or "All automatic checks pass" in after.body
    assert "needs-citation" not in bot.labels(pull)


async def test_vague_and_good_blocker(bot: World) -> None:
    """A vague blocker fails and is labelled; a specific one passes."""
    vague = await opened(bot, replaced(VAGUE_BLOCKER))
    good = await opened(bot, replaced(GOOD_BLOCKER))
    assert bot.checks(vague)[0].conclusion == "failure"
    assert "vague-blocker" in bot.labels(vague)
    assert bot.checks(good)[0].conclusion == "success"


async def test_same_delivery_again(bot: World) -> None:
    """A delivery sent again, under its own or another id, writes nothing."""
    pull = await opened(bot, replaced(TRANSITION))
    before = len(list(bot.github.requests))
    delivery = next(d for d in bot.github.deliveries if d.event == "pull_request")
    again = await bot.github.redeliver(delivery)
    await bot.github.deliver("pull_request", delivery.payload)
    await bot.idle()
    assert again.status_code == 200
    assert touched_nothing(bot.github, before)
    assert len(bot.checks(pull)) == len(bot.comments(pull)) == 1


async def test_nothing_of_the_registry(bot: World) -> None:
    """A change elsewhere gets one neutral check run and nothing else."""
    pull = bot.open({"docs/notes.md": "notes\n"})
    await bot.settle()
    (run,) = bot.checks(pull)
    assert (run.conclusion, run.output.title) == ("neutral", "Nothing of the registry is touched")
    assert bot.comments(pull) == []
    assert bot.labels(pull) == set()


async def test_base_branch_got_a_file_since(bot: World) -> None:
    """A file that the base branch has got since is not one that an older branch takes away."""
    main = bot.repository.refs["refs/heads/main"]
    bot.repository.refs["refs/heads/older"] = main
    bot.repository.commit("older", {"docs/notes.md": "notes\n"}, "Add notes")
    bot.repository.commit("main", {PATHS.baselines: "platforms: []\n"}, "Add baselines")
    pull = bot.repository.open_pull(author="acme", head="older")
    await bot.settle()
    assert [run.conclusion for run in bot.checks(pull)] == ["neutral"]
    assert bot.comments(pull) == []


async def test_label_spelt_otherwise(bot: World) -> None:
    """GitHub takes labels that differ in case for one, so the repository's own spelling is used."""
    bot.repository.labels.clear()
    bot.repository.create_label("Vague-Blocker")
    pull = await opened(bot, replaced(VAGUE_BLOCKER))
    assert bot.labels(pull) == {"Vague-Blocker"}
    before = len(list(bot.github.requests))
    pull.close(by="ann")
    pull.reopen(by="ann")
    await bot.settle()
    assert touched_nothing(bot.github, before)
    pull.push({PATHS.registry: replaced(GOOD_BLOCKER)})
    await bot.settle()
    assert "Vague-Blocker" not in bot.labels(pull)


async def test_registry_part_is_taken_back(bot: World) -> None:
    """Where the bot has spoken and nothing is left, the comment says so and its labels go."""
    pull = await opened(bot, replaced(TRANSITION))
    pull.push({PATHS.registry: REGISTRY, "notes.md": "only this is left\n"})
    await bot.settle()
    (comment,) = bot.comments(pull)
    assert "Nothing of the registry is left" in comment.body
    assert bot.labels(pull) == set()
    assert bot.checks(pull)[-1].conclusion == "neutral"


async def test_base_branch_moved_on(bot: World) -> None:
    """What others merged meanwhile is not charged to a branch that started before."""
    pull = bot.edit(*GOOD_BLOCKER)
    moved = replaced(TRANSITION, TRANSITION_EVIDENCE)
    bot.repository.commit("main", {PATHS.registry: moved}, "Move B1")
    await bot.settle()
    (comment,) = bot.comments(pull)
    assert bot.checks(pull)[0].conclusion == "success"
    assert "blocker added" in comment.body
    assert "status" not in comment.body.split("**Next:**")[0]


async def test_pull_request_of_a_branch(bot: World) -> None:
    """A pull request from a branch of the repository itself is reviewed like a fork's."""
    pull = await opened(bot, replaced(VAGUE_BLOCKER), fork=False, author="acme")
    assert bot.checks(pull)[0].conclusion == "failure"


async def test_closed_pull_request(bot: World) -> None:
    """A pull request that was closed before its turn came is left alone."""
    pull = bot.edit(*VAGUE_BLOCKER)
    pull.close(by="ann")
    await bot.settle()
    assert bot.checks(pull) == []
    assert bot.comments(pull) == []


async def test_check_run_is_rerun(bot: World) -> None:
    """Re-running the check makes a new check run of the same name; nothing else changes."""
    pull = await opened(bot, replaced(VAGUE_BLOCKER))
    (comment,) = bot.comments(pull)
    edited = comment.updated_at
    bot.checks(pull)[0].rerequest(by="acme")
    await bot.settle()
    assert [run.conclusion for run in bot.checks(pull)] == ["failure", "failure"]
    assert bot.comments(pull)[0].updated_at == edited


async def test_check_suite_is_rerun(bot: World) -> None:
    """Re-running all checks finds the pull request of a fork by the check run's own number."""
    pull = await opened(bot, replaced(VAGUE_BLOCKER))
    bot.checks(pull)[0].suite.rerequest(by="acme")
    await bot.settle()
    await bot.idle()
    assert [run.conclusion for run in bot.checks(pull)] == ["failure", "failure"]


async def test_base_is_changed(bot: World) -> None:
    """Another base branch means another comparison and a new check run."""
    bot.repository.commit("main", {"README.md": "# Registry\n"}, "Add a readme")
    bot.repository.refs["refs/heads/next"] = bot.repository.refs["refs/heads/main"]
    bot.repository.commit("next", {PATHS.registry: replaced(VAGUE_BLOCKER)}, "Try something")
    pull = await opened(bot, replaced(VAGUE_BLOCKER))
    assert bot.checks(pull)[-1].conclusion == "failure"
    pull.change_base("next", by="ann")
    await bot.settle()
    assert len(bot.checks(pull)) == 2


async def test_configuration_of_the_default_branch(bot: World) -> None:
    """A pull request cannot switch off the rule that it breaks; the default branch can."""
    off = "rules:\n  RB301: off\n"
    sly = bot.open({PATHS.registry: replaced(VAGUE_BLOCKER), ".github/registry-bot.yml": off})
    await bot.settle()
    assert bot.checks(sly)[0].conclusion == "failure"
    bot.repository.commit("main", {".github/registry-bot.yml": off}, "Allow it")
    honest = await opened(bot, replaced(VAGUE_BLOCKER))
    assert bot.checks(honest)[0].conclusion == "success"


async def test_broken_configuration_is_named(bot: World) -> None:
    """A configuration that cannot be read is named in check and comment; defaults hold."""
    bot.repository.commit("main", {".github/registry-bot.yml": "colour: red\n"}, "Configure")
    pull = await opened(bot, replaced(VAGUE_BLOCKER))
    assert "colour" in bot.comments(pull)[0].body
    assert "colour" in (bot.checks(pull)[0].output.summary or "")
    assert bot.checks(pull)[0].conclusion == "failure"


async def test_comment_is_switched_off(bot: World) -> None:
    """With `comment: false` the check run and the labels speak alone."""
    bot.repository.commit("main", {".github/registry-bot.yml": "comment: false\n"}, "Hush")
    pull = await opened(bot, replaced(VAGUE_BLOCKER))
    assert bot.comments(pull) == []
    assert bot.checks(pull)[0].conclusion == "failure"


async def test_labels_of_people(bot: World) -> None:
    """A label that a person took away stays off; one that a person put on stays on."""
    pull = await opened(bot, replaced(VAGUE_BLOCKER))
    pull.remove_label("vague-blocker", by="acme")
    pull.add_labels(["ready"], by="acme")
    pull.push({PATHS.registry: replaced(VAGUE_BLOCKER), "x.md": "x\n"})
    await bot.settle()
    assert bot.labels(pull) == {"ready"}


async def test_forged_comment_is_not_ours(bot: World) -> None:
    """A comment with our marker by somebody else is neither edited nor believed."""
    pull = bot.edit(*VAGUE_BLOCKER)
    forged = pull.comment(f"{REVIEW_MARKER}\nAll automatic checks pass.", by="ann")
    await bot.settle()
    assert forged.body.endswith("All automatic checks pass.")
    assert len(bot.comments(pull)) == 1


async def test_two_comments_become_one(bot: World) -> None:
    """Of two comments of our own the oldest stays, up to date, and the other goes."""
    pull = bot.edit(*VAGUE_BLOCKER)
    first = pull.comment(f"{REVIEW_MARKER}\nold", by=bot.github.bot)
    pull.comment(f"{REVIEW_MARKER}\nolder twin", by=bot.github.bot)
    await bot.settle()
    (left,) = bot.comments(pull)
    assert left.id == first.id
    assert "to fix" in left.body


async def test_locked_conversation(bot: World) -> None:
    """Where no comment can be made the check run still gives the verdict."""
    pull = bot.edit(*VAGUE_BLOCKER)
    pull.locked = True
    await bot.settle()
    assert bot.checks(pull)[0].conclusion == "failure"


async def test_newest_head_wins(bot: World) -> None:
    """A burst of pushes ends with one comment that speaks of the newest head."""
    pull = bot.edit(*TRANSITION)
    for number in range(5):
        pull.push({"notes.md": f"{number}\n"})
    pull.push({PATHS.registry: replaced(GOOD_BLOCKER)})
    await bot.settle()
    (comment,) = bot.comments(pull)
    assert pull.head_sha[:7] in comment.body
    assert [run.conclusion for run in bot.checks(pull)] == ["success"]


async def test_evidence_only_in_the_description(bot: World) -> None:
    """Evidence that stands only in the pull request's body is named, and asked for in the item."""
    told = await opened(bot, replaced(TRANSITION), body="As measured in arXiv:2405.04434.")
    assert bot.checks(told)[0].conclusion == "failure"
    assert "`arXiv:2405.04434`" in bot.comments(told)[0].body
    assert (
        "in the pull request's text and not in the entry: put the evidence into"
        in bot.comments(told)[0].body
    )
