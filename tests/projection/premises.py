"""The registry's own baselines, and changes of them, as premises of a projection."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from registry.baselines.model import Baselines
from registry.baselines.reader import read_baselines
from registry.document import read_document
from registry.projection.premises import Premises
from registry.published import METRICS, read_published

ROOT = Path(__file__).parents[2]
DATA = ROOT / "registry" / "data"
BASELINES = (DATA / "baselines.yaml").read_text(encoding="utf-8")
ACCEPTED: dict[str, Any] = json.loads((ROOT / "tests/examples/projection.json").read_text())
SHORT = dict(zip(("decode", "energy", "cost", "density"), METRICS, strict=True))


@cache
def baselines(*replacements: tuple[str, str]) -> Baselines:
    """Read our baselines with texts replaced, each of which has to be there."""
    text = BASELINES
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new)
    return read_baselines(text)


@cache
def statuses() -> dict[str, str]:
    document = read_document((DATA / "bottleneck_registry.md").read_text(encoding="utf-8"))
    return {entry_id: entry.status for entry_id, entry in document.by_id.items()}


def premises(*replacements: tuple[str, str], **changed: str) -> Premises:
    """Return our premises with texts of the baselines and statuses of entries replaced."""
    published = read_published((DATA / "published.yaml").read_text(encoding="utf-8"))
    return Premises(baselines(*replacements), published, statuses() | changed)
