"""The uncertain parameters. A parameter's place in the list is its column of the Sobol sequence.

The list is append-only: moving a parameter would reshuffle every sample that was ever published.
Which distribution a range stands for is part of the model, not of the data file.
"""

from dataclasses import dataclass

COLUMNS = 64


@dataclass(frozen=True, slots=True)
class Parameter:
    """A quantity of the baselines that may be a range; log-uniform or uniform over it."""

    path: str
    log: bool


def _log(path: str) -> Parameter:
    return Parameter(path, log=True)


def _uniform(path: str) -> Parameter:
    return Parameter(path, log=False)


PARAMETERS = (
    _log("frontier.total"),
    _log("frontier.active_share"),
    _uniform("frontier.common_share"),
    _uniform("frontier.layers"),
    _log("frontier.hidden"),
    _log("frontier.kv_elements"),
    _log("frontier.attention_flop"),
    _uniform("frontier.experts_per_token"),
    _log("agent.context"),
    _log("platforms.h100.efficiency"),
    _log("platforms.h100.layer_latency"),
    _log("platforms.h100.layer_latency_across"),
    _uniform("platforms.h100.system_power"),
    _uniform("platforms.h100.system_price"),
    _uniform("economics.life"),
    _uniform("economics.utilisation"),
    _uniform("economics.pue"),
    _uniform("economics.electricity"),
    _uniform("economics.maintenance"),
    _log("asics.common.efficiency"),
    _log("asics.common.layer_latency"),
    _uniform("asics.common.weight_bytes"),
    _uniform("asics.common.kv_bytes"),
    _uniform("asics.common.memory_energy"),
    _uniform("asics.common.overhead"),
    _uniform("asics.common.margin"),
    _log("asics.common.nre"),
    _log("asics.common.volume"),
    _log("asics.hbm4.peak_fp4"),
    _uniform("asics.hbm4.stacks"),
    _uniform("asics.hbm4.stack_bandwidth"),
    _uniform("asics.hbm4.stack_capacity"),
    _log("asics.hbm4.scale_up_bandwidth"),
    _log("asics.hbm4.core_power"),
    _log("asics.hbm4.silicon"),
    _uniform("asics.hbm4.memory_price"),
    _uniform("asics.hbm4.packaging"),
    _uniform("asics.hbm4.board"),
    _log("asics.sram.peak_fp4"),
    _log("asics.sram.sram_capacity"),
    _log("asics.sram.sram_bandwidth"),
    _log("asics.sram.scale_up_bandwidth"),
    _log("asics.sram.chip_power"),
    _log("asics.sram.silicon"),
    _uniform("asics.sram.board"),
    _log("asics.sram_kv.kv_capacity"),
    _log("asics.sram_kv.kv_bandwidth"),
    _uniform("asics.sram_kv.kv_price"),
    _uniform("agent.accepted"),
    _uniform("agent.drafted"),
    _uniform("agent.kv_read_share"),
    _uniform("agent.duty"),
    _uniform("agent.prefill_ratio"),
)
