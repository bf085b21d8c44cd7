"""`registry-bot review`: the review of a local change, as the bot would post it."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from bot.checkout import Checkout, Comparison
from bot.citation_services import Services
from bot.cli.looking_up import dead_among, services_or_exit
from bot.cli.options import Format, Repo, ReviewFormat, checkout_at
from bot.cli.output import conclude
from bot.configuration import CONFIGURATION_PATH, FORM_PATH, Configuration, read_configuration
from bot.report import Report
from registry.snapshot import read_snapshot
from rules import review as judgement
from rules.evidence import cited_anew


def review(
    repo: Repo = None,
    base: Annotated[
        str | None,
        typer.Option(metavar="REV", help="The branch to compare with; the default branch if none."),
    ] = None,
    head: Annotated[
        str | None,
        typer.Option(metavar="REV", help="The commit to review; the working tree if none."),
    ] = None,
    form: ReviewFormat = Format.TEXT,
    offline: Annotated[
        bool, typer.Option("--offline", help="Look nothing up on the network.")
    ] = False,
) -> None:
    """Review a local change as the bot would on GitHub.

    What is reviewed is what changed since the branch left the base branch, committed or not. Exit
    status: 0 when nothing blocks, 1 when something does, 2 when there is nothing to compare.
    """
    with checkout_at(repo) as checkout:
        comparison = checkout.compare(base, head)
        services = None if offline else services_or_exit()
        conclude(_report(checkout, comparison, base, head, services), form)


def _report(
    checkout: Checkout,
    comparison: Comparison,
    base: str | None,
    head: str | None,
    services: Services | None,
) -> Report:
    settings = checkout.files(comparison.default, [CONFIGURATION_PATH])
    configuration = read_configuration(settings[CONFIGURATION_PATH])
    watched = (*configuration.paths.all, FORM_PATH, CONFIGURATION_PATH)
    before = checkout.files(comparison.merge_base, watched)
    after = checkout.files(comparison.head, watched)
    tip = None
    if comparison.tip != comparison.merge_base:
        tip = checkout.files(comparison.tip, configuration.paths.all)
    return Report(
        command="review",
        review=_review(before, after, tip, configuration, services),
        subject=_subject(comparison, base, head),
        files=after,
        notes=configuration.problems,
        repository=checkout.web_address(),
        head=comparison.head,
    )


_Files = dict[str, bytes | None]


def _review(
    before: _Files,
    after: _Files,
    tip: _Files | None,
    configuration: Configuration,
    services: Services | None,
) -> judgement.Review:
    if before == after:
        return judgement.NOTHING_TOUCHED
    paths = configuration.paths
    old, new = read_snapshot(before, paths), read_snapshot(after, paths)
    return judgement.review(
        old,
        new,
        tip=read_snapshot(tip, paths) if tip else None,
        settings=configuration.rules,
        today=datetime.now(UTC).date(),
        dead=dead_among(cited_anew(old, new), new.bibliography, services),
    )


def _subject(comparison: Comparison, base: str | None, head: str | None) -> str:
    side = "the working tree" if head is None else head
    against = "the default branch" if base is None else base
    return f"{side} since it left {against} at {comparison.merge_base[:7]}"
