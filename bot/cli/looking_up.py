"""Looking citations up from the command line.

What that needs is imported only when there is something to ask: most reviews ask nothing.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager

import typer

from bot.citation_services import VARIABLE, Services, Verdict, read_services
from registry.citations import Citation
from registry.references import Bibliography

Ask = Callable[[Iterable[Citation], Bibliography], Mapping[str, Verdict]]
"""Returns the verdicts on citations, by identity."""


def services_or_exit() -> Services | None:
    """Read the environment, None for `off`. Raises TyperException for what cannot be used."""
    try:
        return read_services(os.environ.get(VARIABLE))
    except ValueError as error:
        raise typer.TyperException(f"{VARIABLE}: {error}") from None


@contextmanager
def looking_up(services: Services | None) -> Iterator[Ask]:
    """Open what looking up needs; without services nothing is asked and nothing is known."""
    if services is None:
        yield lambda _citations, _bibliography: {}
        return
    import asyncio  # noqa: PLC0415 - see the module's docstring

    from bot.resolvers import open_resolvers  # noqa: PLC0415 - see the module's docstring

    with asyncio.Runner() as runner:
        opened = open_resolvers(services)
        resolvers = runner.run(opened.__aenter__())
        try:
            yield lambda citations, known: runner.run(resolvers.look_up(citations, known))
        finally:
            runner.run(opened.__aexit__(None, None, None))


def dead_among(
    citations: Iterable[Citation], bibliography: Bibliography, services: Services | None
) -> frozenset[str]:
    """Return the citations, by identity, whose work is gone."""
    wanted = tuple(citations)
    if not wanted:
        return frozenset()
    with looking_up(services) as ask:
        found = ask(wanted, bibliography)
    return frozenset(name for name, verdict in found.items() if verdict is Verdict.DEAD)
