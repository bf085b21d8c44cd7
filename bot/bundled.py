"""The registry that is part of this package, for where no checkout says which one is meant."""

from importlib.resources import files

from registry.snapshot import Paths, Snapshot, read_snapshot


def bundled_snapshot() -> Snapshot:
    """Read the package's own registry, its paths as in the repository that keeps it."""
    paths, package = Paths(), files("registry")
    return read_snapshot(
        {path: package.joinpath(path.removeprefix("registry/")).read_bytes() for path in paths.all},
        paths,
    )
