"""What a decode step is computed from: the model's shape, the demand made on it, the chip.

Every field is one number or an array with one number per sample, so that a deterministic case
and a Monte Carlo run go through the same formulas.
"""

from dataclasses import dataclass, fields
from typing import Self

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Number = float | Array


@dataclass(frozen=True, slots=True)
class _Row:
    def rows(self, part: slice) -> Self:
        """Return the same quantities for the samples of `part` only."""
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        return type(self)(**{n: v[part] if np.ndim(v) else v for n, v in values.items()})


@dataclass(frozen=True, slots=True)
class Shape(_Row):
    """A model. Parameters in counts, `attention_flop` per generated token and context token."""

    active: Number
    common: Number
    """Parameters read for every token: attention, shared experts, embeddings."""
    routed: Number
    """Parameters of the routed experts, 0 in a dense model."""
    routed_share: Number
    """Share of the routed experts that one token uses, k/E."""
    experts_per_token: Number
    layers: Number
    moe_layers: Number
    hidden: Number
    kv_elements: Number
    """KV-cache elements kept per token, over all layers."""
    attention_flop: Number
    kv_shards: Number = 8.0
    """How many ways the KV cache of one stream can be split: KV heads, 1 for a latent cache."""
    route_limit: Number = np.inf
    """The most scale-up domains that the model's router sends one token to."""

    @property
    def total(self) -> Number:
        return self.common + self.routed


@dataclass(frozen=True, slots=True)
class Demand(_Row):
    """What every stream asks for."""

    context: Number
    """Mean tokens of context while a stream decodes."""
    speed: Number = 25.0
    """Tokens per second that each stream must reach."""
    prefill_ratio: Number = 0.0
    """Prefill tokens computed on the same chips per generated token."""
    kv_read_share: Number = 1.0
    """Share of the stored KV cache that one step reads."""
    accepted: Number = 1.0
    """Tokens accepted per step (1 without speculation)."""
    drafted: Number = 0.0
    """Extra drafted tokens verified per step."""


@dataclass(frozen=True, slots=True)
class Chip(_Row):
    """One chip as deployed: FLOP/s, B/s, B, seconds, bytes per number stored or sent."""

    peak: Number
    attention_peak: Number
    bandwidth: Number
    capacity: Number
    link_in: Number
    """One-direction bandwidth inside the scale-up domain, per chip."""
    link_out: Number
    """One-direction bandwidth beyond the domain, per chip."""
    latency_in: Number
    """Fixed seconds per layer (launches and two collectives) inside the domain."""
    latency_out: Number
    weight_bytes: Number = 1.0
    kv_bytes: Number = 1.0
    copy_bytes: Number = 3.0
    """Bytes sent per hidden element of one routed copy, dispatch and combine together."""
    kv_bandwidth: Number = 0.0
    kv_capacity: Number = 0.0
    """A separate memory for the KV cache; 0 when weights and cache share one."""
    domain: Number = np.inf
    usable: Number = 0.9
    """Share of the memory that weights and cache may fill."""


@dataclass(frozen=True, slots=True)
class Deployment:
    """How many chips are tried, and how they may be grouped."""

    ladder: tuple[float, ...]
    """Multiples of the fewest chips that hold the weights."""
    chip_step: int = 1
    max_chips: float = np.inf
    weights_on_chip: bool = False
    """Weights in on-chip SRAM are pipelined by layer; nothing else is tried."""


def split_parameters(total: float, active: float, routed_share: float) -> tuple[float, float]:
    """Return the parameters every token reads and the routed ones of a public model.

    P_e = (P - A) / (1 - k/E) and P_c = P - P_e; a dense model (share 0) has none routed.
    """
    routed = (total - active) / (1 - routed_share) if routed_share else 0.0
    return total - routed, routed
