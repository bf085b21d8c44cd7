"""Reports of failed attempts as the issue form leaves them."""

from rules.attempts import FIELDS

GOOD = {
    "entry": "B7: Speculative decoding",
    "tried": "Always-on tree speculation with 21 draft tokens.",
    "setup": "Mixtral 8x22B, SGLang 0.4.6, 4 H100 SXM, tensor parallel 4",
    "metric_baseline": "Output tokens/s at batch 64; baseline plain decoding: 3,180",
    "result": "2,540 tokens/s, 0.80 of the baseline",
    "why": "At batch 64 verification reads almost all experts of each layer.",
    "evidence": "Logs: https://github.com/acme-labs/tree-speculation",
    "date": "2025-11-03",
}


def report(**changes: str) -> str:
    """Return the body of a report, complete but for what is changed."""
    answers = GOOD | changes
    return "\n\n".join(f"### {FIELDS[name]}\n\n{text}" for name, text in answers.items())
