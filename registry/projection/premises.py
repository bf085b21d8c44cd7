"""What a projection is computed from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from registry.baselines.model import Baselines
from registry.published import Published


@dataclass(frozen=True, slots=True)
class Premises:
    """The baselines, the published ranges and the status of each entry by id."""

    baselines: Baselines
    published: Published
    statuses: Mapping[str, str] = field(default_factory=dict)
