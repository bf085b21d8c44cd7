"""`registry-bot projection`: the published headlines, recomputed from the baselines."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.checkout import CheckoutError, open_checkout
from bot.cli.options import Format
from bot.cli.output import quiet_pipe
from bot.configuration import CONFIGURATION_PATH, read_configuration
from registry.baselines.reader import read_baselines
from registry.document import read_document
from registry.projection.premises import Premises
from registry.published import read_published
from registry.snapshot import Paths, decode

Baselines = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="The baselines; the checkout's if none."),
]
Against = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Other baselines: show what changed since, and why."),
]
ProjectionFormat = Annotated[
    Format, typer.Option("--format", help="text for people, markdown, or one JSON document.")
]
Plot = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Draw the curve over speed as .svg or .png; a folder (DIR/) gets every chart.",
    ),
]


def projection(
    baselines: Baselines = None,
    against: Against = None,
    form: ProjectionFormat = Format.TEXT,
    plot: Plot = None,
) -> None:
    """Recompute the published headline ranges from the baselines.

    Shows each published range next to the recomputed distribution, what moves it, and with
    --against what a change of the baselines does. The exit status is 0 whatever is found.
    """
    if plot is not None and plot.suffix not in ("", ".svg", ".png"):
        raise typer.BadParameter(f"{plot.name} is neither .svg nor .png.", param_hint="--plot")
    known = _registry_files()
    after = _premises(known, _given(baselines, "--baselines"))
    before = None if against is None else _premises(known, _given(against, "--against"))
    # The numerical libraries take a second to import, which --help and wrong use need not wait for.
    from bot import projecting  # noqa: PLC0415

    if before is not None:
        with _progress(projecting.DELTA_STEPS) as step:
            text = projecting.difference(before, after, form, step)
    else:
        with _progress(projecting.STEPS) as step:
            text = projecting.whole(after, form, step)
    with quiet_pipe():
        sys.stdout.write(text)
    if plot is not None:
        _draw(after, plot)


def _given(path: Path | None, option: str) -> bytes | None:
    if path is None:
        return None
    try:
        return path.read_bytes()
    except OSError as error:
        raise typer.BadParameter(
            f"{path} cannot be read: {error.strerror}.", param_hint=option
        ) from None


_Files = dict[str, bytes | None]


def _registry_files() -> tuple[_Files, Paths]:
    """Return the files of the checkout around the working directory, else those shipped with us."""
    try:
        with open_checkout() as checkout:
            default = checkout.default_branch()
            settings = checkout.files(default, [CONFIGURATION_PATH])[CONFIGURATION_PATH]
            paths = read_configuration(settings).paths
            found = checkout.files(None, paths.all)
            if found[paths.registry] and found[paths.published]:
                return found, paths
    except CheckoutError:
        pass
    paths, shipped = Paths(), files("registry") / "data"
    return {
        path: (shipped / Path(path).name).read_bytes()
        for path in (paths.registry, paths.baselines, paths.published)
    }, paths


def _premises(known: tuple[_Files, Paths], baselines: bytes | None) -> Premises:
    found, paths = known
    document = read_document(_text(found[paths.registry]))
    return Premises(
        read_baselines(_text(baselines if baselines is not None else found[paths.baselines])),
        read_published(_text(found[paths.published])),
        {entry_id: entry.status for entry_id, entry in document.by_id.items()},
    )


def _text(data: bytes | None) -> str:
    text = decode(data)
    if isinstance(text, str):
        return text
    raise typer.TyperException(f"A file of the registry cannot be used. {text.message}")


@contextmanager
def _progress(steps: int) -> Iterator[Any]:
    """Show a bar over `steps` on a terminal; elsewhere stay silent."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("projection", total=steps)

        def step(name: str) -> None:
            bar.update(task, advance=1, description=name)

        yield step


def _draw(premises: Premises, plot: Path) -> None:
    try:
        from bot.charts import draw  # noqa: PLC0415 - an extra, and slow
    except ImportError:
        raise typer.TyperException(
            "Charts need matplotlib: install registry-bot with its extra `plot`."
        ) from None
    try:
        with _progress(2) as step:
            written = draw(premises, plot, step)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--plot") from None
    except OSError as error:
        raise typer.BadParameter(
            f"{plot} cannot be written: {error.strerror}.", param_hint="--plot"
        ) from None
    for path in written:
        typer.echo(f"wrote {path}", err=True)
