"""The pages as files in a folder that may hold other things.

A site's folder often has files that are not pages (`CNAME`, `.nojekyll`, a repository), so those
stay. A page of ours is known by its generator line: it is replaced, and taken away when its entry
or rule is gone. Where a file of somebody else stands in a page's place nothing is written at all.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bot.site.render import GENERATOR

_HEAD = 2000
"""Characters of a page within which its generator line stands."""


class FolderError(Exception):
    """The folder cannot take the pages; the message is one sentence for the one who asked."""


def write_site(pages: Mapping[str, str], folder: Path) -> None:
    """Write the pages into `folder`, which is made where it is missing.

    Raises FolderError where a path of theirs holds something that is no page of ours, or leads
    out of the folder, before anything is written; and OSError.
    """
    if folder.exists() and not folder.is_dir():
        raise FolderError(f"{folder} is not a folder.")
    for path in pages:
        _check(folder, path)
    for page in _stale(folder, pages):
        page.unlink()
    for path, text in pages.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode())


def _check(folder: Path, path: str) -> None:
    place = folder / path
    if place.parent != folder and place.parent.is_symlink():
        raise FolderError(f"{place.parent} is a link, which could lead out of {folder}.")
    if (place.exists() or place.is_symlink()) and not _is_ours(place):
        raise FolderError(f"{place} is not a page of registry-bot; nothing was written.")


def _stale(folder: Path, pages: Iterable[str]) -> Iterator[Path]:
    """Yield our pages of entries and rules that are not among `pages`."""
    wanted = {folder / path for path in pages}
    for parent in {place.parent for place in wanted} - {folder}:
        yield from (p for p in parent.glob("*.html") if p not in wanted and _is_ours(p))


def _is_ours(place: Path) -> bool:
    if place.is_symlink() or not place.is_file():
        return False
    with place.open(encoding="utf-8", errors="replace") as file:
        return GENERATOR in file.read(_HEAD)
