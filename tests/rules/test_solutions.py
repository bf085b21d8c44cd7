"""Known solutions against what else the entry says: its blockers and its status."""

import pytest

from rules.rule import Example, Finding
from tests.rules.playing import said

SOLUTION = "known_solutions:\n  - {{title: {}, citation: '@kwon2023', maturity: {}}}\n"


def contradicted(blocker: str, title: str, maturity: str = "production") -> list[Finding]:
    fields = f'{SOLUTION.format(title, maturity)}blockers:\n  - "{blocker}"\n'
    return said(Example(fields), "RB307")


ABSENT = {
    "No ROCm build of FlashAttention-3 exists": "ROCm build of FlashAttention-3",
    "There is no ROCm build of FlashAttention-3 yet.": "A ROCm build of FlashAttention-3",
    "Still no open-source simulator for dataflow chips [@kwon2023]": (
        "Open-source simulator for dataflow chips (Ramulator)"
    ),
    "Multi-head latent attention is not in production yet": "Multi-head latent attention",
    "Paged KV allocation does not exist": "Paged KV allocation in the kernel",
    "Paged KV allocation is not available yet in any engine": "Paged KV allocation",
    "Nobody has shipped EAGLE-3 draft heads": "EAGLE-3 draft heads",
    "Rack-scale optical switches have not shipped as of 2026": "Rack-scale optical switches",
}


@pytest.mark.parametrize(("blocker", "title"), ABSENT.items(), ids=ABSENT)
def test_what_is_there_is_said_to_be_missing(blocker: str, title: str) -> None:
    """The contradiction is found in each of the ways in which people say it, on the blocker."""
    (finding,) = contradicted(blocker, title)
    assert finding.evidence.startswith(blocker)
    assert contradicted(blocker, title, "research") == []


@pytest.mark.parametrize(
    ("blocker", "title"),
    [
        ("No ROCm build of FlashAttention-3 supports FP8", "ROCm build of FlashAttention-3"),
        ("No FP8 path for MI300X in the ROCm build exists", "ROCm build of FlashAttention-3"),
        ("Multi-head latent attention is not in production on TPUs", "Multi-head latent attention"),
        ("Multi-head latent attention is not supported by vLLM", "Multi-head latent attention"),
        ("No kernel exists", "A kernel for everything"),
        ("No vendor ships paged attention", "Paged attention"),
        ("FP4 QAT degrades long-tail tasks by ~3% on MMLU", "FP4 QAT"),
        ("no " * 5000, "no no no"),
    ],
)
def test_a_narrower_claim_is_no_contradiction(blocker: str, title: str) -> None:
    """A blocker that names a condition, a part or another thing than the solution may be true."""
    assert contradicted(blocker, title) == []


def maturity(status: str, *maturities: str, blockers: str = "") -> list[str]:
    items = "".join(
        f"  - {{title: S{i}, citation: '@kwon2023', maturity: {word}}}\n"
        for i, word in enumerate(maturities)
    )
    listed = f"known_solutions:\n{items}" if items else "known_solutions: []\n"
    found = said(Example(f"status: {status}\n{listed}{blockers}"), "RB211", "RB205")
    return [finding.rule for finding in found]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (maturity("partial", "research", "philosophical"), ["RB211"]),
        (maturity("partial"), ["RB211"]),
        (maturity("partial", "research", "partial"), []),
        (maturity("partial", "research", "shipping"), []),
        (maturity("open", "research"), []),
        (maturity("open", "production"), []),
        (maturity("open", "production", blockers="blockers: []\n"), ["RB211"]),
        (maturity("open", "research", blockers="blockers: []\n"), []),
        (maturity("open", "production", blockers="blockers:\n"), []),
        (maturity("resolved", "research"), ["RB205"]),
        (maturity("partial", "reserach"), []),
    ],
)
def test_maturity_against_status(found: list[str], expected: list[str]) -> None:
    """Nothing in use speaks against a middle status, nothing left against the first one."""
    assert found == expected
