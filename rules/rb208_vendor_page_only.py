"""The last status rests on more than pages of the vendor.

A vendor's page says what the vendor wants to be true of its product, often before anybody else
could measure it. It may be cited, and it does not settle alone that a bottleneck is gone.

To fix it, add an independent measurement, an audited result or a paper with its setup.
"""

import re
from collections.abc import Iterator

from registry.citations import Citation
from registry.document import Entry
from rules.rule import Context, Example, Remark, Severity
from rules.transition import Step, in_order, steps_of, unproven_steps
from rules.wording import quote

severity = Severity.WARNING
since = "0.1"

_HISTORY = """\
status: resolved
status_history:
  - {{date: 2026-04-01, from: open, to: resolved, citation: {}}}
"""

good = [
    Example(
        _HISTORY.format('"https://www.cerebras.ai/blog/x1, arXiv:2507.14397"'),
        says="The vendor's page stands beside a paper.",
    ),
    Example(_HISTORY.format('"MLPerf 5.1-0069"'), says="An audited result."),
]
bad = [
    Example(
        _HISTORY.format('"https://www.cerebras.ai/blog/x1"'),
        says="The vendor's own page is all there is.",
    )
]

# Companies that sell the chips, racks and services whose performance this kind of registry is
# about, and the wires that carry their press releases word for word.
_VENDORS = frozenset(
    {
        "ai.google.dev",
        "ai.meta.com",
        "ai21.com",
        "alibabacloud.com",
        "amazon.com",
        "amd.com",
        "anthropic.com",
        "blog.google",
        "broadcom.com",
        "businesswire.com",
        "cerebras.ai",
        "cerebras.net",
        "cloud.google.com",
        "coreweave.com",
        "d-matrix.ai",
        "deepmind.google",
        "deepseek.com",
        "etched.com",
        "fireworks.ai",
        "furiosa.ai",
        "globenewswire.com",
        "graphcore.ai",
        "groq.com",
        "huawei.com",
        "ibm.com",
        "intel.com",
        "lightmatter.co",
        "marvell.com",
        "matx.com",
        "micron.com",
        "microsoft.com",
        "mistral.ai",
        "nvidia.com",
        "nvidia.github.io",
        "openai.com",
        "positron.ai",
        "prnewswire.com",
        "qualcomm.com",
        "rebellions.ai",
        "sambanova.ai",
        "samsung.com",
        "skhynix.com",
        "taalas.com",
        "tenstorrent.com",
        "together.ai",
        "tsmc.com",
        "x.ai",
    }
)
_ON_GITHUB = frozenset({"aws", "cerebras", "huawei", "intel", "microsoft", "nvidia", "rocm"})
"""Vendors by the accounts under which they publish code, and what they say of it."""
_HOST = re.compile(r"https?://(?:www\.)?([^/?#:]+)(?::\d+)?/*([^/?#]*)", re.IGNORECASE)


def check(entry: Entry, context: Context) -> Iterator[Remark]:
    statuses = context.schema.values("status")
    if not statuses or entry.status != statuses[-1] or unproven_steps(entry, context) is not None:
        return
    steps = in_order(steps_of(entry, context.side.bibliography))
    last: Step | None = next((s for s in reversed(steps) if s.new == entry.status), None)
    vendors = [_vendor(work) for work in last.works] if last else []
    if last and vendors and all(vendors):
        yield Remark(
            f"{entry.label} is {quote(entry.status)} on the word of {quote(vendors[0])} alone.",
            "Add evidence from somebody else: an audited result, an independent measurement or a"
            " paper that states its setup.",
            entry.at(last.item.get("citation")),
            entry.id,
        )


def _vendor(work: Citation) -> str:
    """Return the vendor's domain or account that a work is published on, or an empty text."""
    match = _HOST.match(work.url or "")
    if match and match[1].lower() == "github.com" and match[2].lower() in _ON_GITHUB:
        return f"github.com/{match[2].lower()}"
    labels = match[1].lower().split(".") if match else []
    domains = (".".join(labels[start:]) for start in range(len(labels)))
    return next((domain for domain in domains if domain in _VENDORS), "")
