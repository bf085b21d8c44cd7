"""Why a published range is not supported, in terms that a reader can check by hand."""

from dataclasses import dataclass

import numpy as np

from registry.projection.evaluation import Evaluation
from registry.projection.statistics import order_statistics
from registry.published import Published


@dataclass(frozen=True, slots=True)
class EnergyReason:
    """Energy ratio = decode ratio x watts of an H100 / watts of an ASIC chip.

    `needed` is the ratio of watts that the published ends ask for, `found` what the baselines
    give at P5, P50 and P95.
    """

    needed: tuple[float, float]
    found: tuple[float, float, float]


def energy_reason(published: Published, evaluation: Evaluation) -> EnergyReason | None:
    """Return the check of the energy range against the decode range, None without both."""
    decode = published.headlines.get("decode_throughput")
    energy = published.headlines.get("energy_per_token")
    if decode is None or energy is None:
        return None
    ends = sorted((energy.low / decode.low, energy.high / decode.high))
    ratio = np.asarray(evaluation.h100.power) / np.asarray(evaluation.asic.power)
    low, median, high = order_statistics(np.atleast_1d(ratio))
    return EnergyReason((ends[0], ends[1]), (low, median, high))
