"""A pull request gets its review: check run, comment and labels, and nothing twice."""

from tests.e2e.world import World

B1_OPEN = "difficulty: 4\nstatus: open\nestimated_unlock_value: \"2-10x tokens/s per user"


async def test_transition_without_citation(bot: World) -> None:
    """A status moved without evidence fails the check, with one comment and the labels for it."""
    pull = bot.edit(B1_OPEN, B1_OPEN.replace("open", "partial"))
    with bot.github.counting() as count:
        await bot.settle()
    print(count.lines)
    (run,) = bot.repository.check_runs(pull.head_sha)
    print(run, run.output)
    (comment,) = bot.comments(pull)
    print(comment)
    assert run.conclusion == "failure"
    assert bot.labels(pull) == {"status-transition", "needs-citation"}
