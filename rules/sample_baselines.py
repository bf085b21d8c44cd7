"""Baselines and published ranges in perfect order, for the examples of the rules on numbers."""

BASELINES = """\
frontier:
  audit: estimate
  source: arXiv:2412.19437
  total: {low: 0.6e12, high: 2.0e12, unit: parameters}
  active_share: {low: 0.03, high: 0.15, unit: share}
  common_share: {low: 0.25, high: 0.50, unit: share}
  layers: {low: 60, high: 120, unit: layers}
  hidden: {low: 6144, high: 16384, unit: count}
  kv_elements: {low: 25e3, high: 200e3, unit: count}
  attention_flop: {low: 2e6, high: 20e6, unit: FLOP}
  experts_per_token: {low: 4, high: 10, unit: experts}
  kv_shards: 8 count
agent:
  audit: estimate
  source: arXiv:2412.19437
  context: {low: 8e3, high: 64e3, unit: tokens}
  prefill_ratio: 0 ratio
  kv_read_share: 1 share
  accepted: 1 ratio
  drafted: 0 ratio
  duty: 1 share
platforms:
  h100:
    audit: datasheet
    source: arXiv:2412.19437
    peak: 1978.9 TFLOP/s
    attention_peak: 989.4 TFLOP/s
    bandwidth: 3.35 TB/s
    capacity: 80 GB
    scale_up_bandwidth: 450 GB/s
    scale_out_bandwidth: 50 GB/s
    scale_up_domain: 8 chips
    layer_latency: {value: 40, low: 25, high: 60, unit: us}
    layer_latency_across: {value: 120, low: 80, high: 200, unit: us}
    weight_bytes: 1 B
    kv_bytes: 1 B
    copy_bytes: 3 B
    usable_memory: 0.9 share
    chips_per_node: 8 chips
    max_chips: 320 chips
    system_power: {low: 900, high: 1275, unit: W}
    system_price: {low: 33000, high: 50000, unit: USD, audit: estimate, source: "@kwon2023"}
models:
  llama_70b: {audit: datasheet, source: arXiv:2407.21783, total: 70e9 parameters, \
active: 70e9 parameters, experts: 0 experts, experts_per_token: 0 experts, layers: 80 layers, \
moe_layers: 0 layers, hidden: 8192 count, kv_elements: 163840 count, kv_shards: 8 count, \
attention_flop: 2621440 FLOP}
workloads:
  chat: {audit: estimate, source: arXiv:2407.21783, context: 441 tokens, prefill_ratio: 1 ratio}
results:
  server: {platform: h100, model: llama_70b, workload: chat, scenario: server, use: calibration, \
audit: audited, source: MLPerf 5.1-0015, throughput: 61101.3 tokens/s, system: 16 chips, \
replica: 2 chips, group: 2 chips, time_per_token: 142.46 ms}
  offline: {platform: h100, model: llama_70b, workload: chat, scenario: offline, \
use: calibration, audit: audited, source: MLPerf 5.0-0057, throughput: 31306.8 tokens/s, \
system: 8 chips, replica: 2 chips, group: 2 chips}
economics:
  audit: estimate
  source: arXiv:2412.19437
  life: {low: 3, high: 6, unit: years}
  utilisation: {low: 0.40, high: 0.82, unit: share}
  pue: {low: 1.1, high: 1.54, unit: ratio}
  electricity: {low: 0.05, high: 0.12, unit: USD/kWh}
  maintenance: {low: 0.02, high: 0.08, unit: share}
asics:
  common: {audit: estimate, source: arXiv:2412.19437, \
layer_latency: {low: 3, high: 40, unit: us}, crossing_latency: 50 us, \
weight_bytes: {low: 0.5, high: 1.0, unit: B}, kv_bytes: {low: 0.5, high: 1.0, unit: B}, \
copy_bytes: 2.5 B, usable_memory: 0.9 share, memory_energy: {low: 3, high: 5, unit: pJ/bit}, \
overhead: {low: 0.20, high: 0.45, unit: ratio}, margin: {low: 1.0, high: 2.2, unit: ratio}, \
nre: {low: 0.3e9, high: 1.0e9, unit: USD}, volume: {low: 5e4, high: 5e5, unit: units}}
  hbm4: {audit: estimate, source: arXiv:2412.19437, \
peak_fp4: {low: 8, high: 30, unit: PFLOP/s}, stacks: {low: 6, high: 12, unit: stacks}, \
stack_bandwidth: {low: 1.6, high: 2.75, unit: TB/s}, \
stack_capacity: {low: 36, high: 64, unit: GB}, \
scale_up_bandwidth: {low: 0.6, high: 3.0, unit: TB/s}, scale_out_bandwidth: 100 GB/s, \
scale_up_domain: 64 chips, max_chips: 256 chips, core_power: {low: 250, high: 900, unit: W}, \
silicon: {low: 600, high: 2400, unit: USD}, memory_price: {low: 12, high: 25, unit: USD/GB}, \
packaging: {low: 800, high: 2500, unit: USD}, board: {low: 3500, high: 10000, unit: USD}}
unlocks:
  - {entry: B2, parameter: asics.common.efficiency, audit: estimate, source: MLPerf 5.1-0069, \
open: {low: 0.23, high: 0.79, unit: share}, resolved: {low: 0.6, high: 1.0, unit: share}}
"""

PUBLISHED = """\
version: v0.2
published: 2026-04-22
headlines:
  decode_throughput: {name: Decode throughput, low: 10, high: 70, unit: x}
  energy_per_token: {name: Energy per token, low: 5, high: 200, unit: x}
  cost_per_million_tokens: {name: Cost per million tokens, low: 10, high: 100, unit: x}
  agent_density: {name: Agent density, low: 3000, high: 12000, unit: streams per $1M CapEx}
"""


def changed(text: str, replacements: tuple[tuple[str, str], ...]) -> str:
    """Return `text` with each first text, which has to stand in it, replaced by the second.

    Raises ValueError for a text that is not there.
    """
    for old, new in replacements:
        if old not in text:
            raise ValueError(f"The sample does not hold {old!r}.")
        text = text.replace(old, new, 1)
    return text
