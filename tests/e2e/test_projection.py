"""A change of the baselines shows on GitHub what it does to the headlines."""

from tests.e2e.world import DATA, PATHS, World

BASELINES = (DATA / "baselines.yaml").read_text()
PRICE = "system_price: {low: 33000, high: 50000"


async def test_price_of_an_h100(bot: World) -> None:
    """A cheaper H100 moves the projection: a section, a label, and the line that did it."""
    assert BASELINES.count(PRICE) == 1
    cheaper = BASELINES.replace(PRICE, "system_price: {low: 26400, high: 40000")
    pull = bot.open({PATHS.baselines: cheaper})
    await bot.settle()
    (comment,) = bot.comments(pull)
    line = 1 + BASELINES[: BASELINES.index(PRICE)].count("\n")
    assert "Cost per million tokens" in comment.body
    assert f"{PATHS.baselines}#L{line}" in comment.body
    assert {"baseline-change", "projection-shift"} <= bot.labels(pull)


async def test_number_without_source(bot: World) -> None:
    """A number whose source was taken away, with its block's, fails the check on its line."""
    source = "    source: https://archive-lib.hpctech.co.jp/gpuproduct/nvidia-h100.html\n"
    assert BASELINES.count(source) == 1
    bare = BASELINES.replace(source, "")
    pull = bot.open({PATHS.baselines: bare})
    await bot.settle()
    (run,) = bot.checks(pull)
    line = 1 + bare[: bare.index("    bandwidth: 3.35 TB/s")].count("\n")
    assert run.conclusion == "failure"
    assert line in {note.start_line for note in run.output.annotations}
