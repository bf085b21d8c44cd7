"""What the prose of an entry says: comparisons by one number, and the four answers."""

import pytest

from rules.rule import Example
from rules.sample import play
from tests.rules.playing import said, text_of

SAMPLE = play(Example()).after.document.entries[0].prose.text.strip()


def scalars(sentence: str) -> list[str]:
    """Return the numbers that RB707 finds in a sentence at the end of good prose."""
    example = Example(prose=f"{SAMPLE}\n\n{sentence}\n")
    found = said(example, "RB707")
    assert all(
        finding.message.split("`")[1] in text_of(example)[finding.line - 1] for finding in found
    )
    return [finding.message.split("`")[1] for finding in found]


@pytest.mark.parametrize(
    ("sentence", "number"),
    {
        "SRAM is 200x faster than HBM.": "200x faster",
        "SRAM is about 200 times faster.": "200 times faster",
        "SRAM is **200× cheaper** to read.": "200× cheaper",
        "A 12-fold higher throughput follows.": "12-fold higher",
        "It is 1,000x significantly cheaper.": "1,000x significantly cheaper",
        "It needs 3.5x less energy.": "3.5x less energy",
        "Up to ten chips are 40x slower than one.": "40x slower",
        "It has 20x the throughput of a DGX.": "20x the throughput",
        "It gives a 30x speedup over GPUs.": "30x speedup",
        "It beats the H100 by 20x.": "beats the H100 by 20x",
        "It is 20 times as fast.": "20 times as fast",
        "It is three times faster.": "three times faster",
        "It is 200% faster.": "200% faster",
        "It needs 75% less memory.": "75% less memory",
        "It is **5x** faster.": "5x** faster",
    }.items(),
)
def test_single_number_is_found(sentence: str, number: str) -> None:
    """A comparison by one number, without a source, is named with its line."""
    assert scalars(sentence) == [number]


@pytest.mark.parametrize(
    "sentence",
    [
        "SRAM is 5-20x faster than HBM.",
        "SRAM is 5–20× faster than HBM.",
        "It is from 2x to 10x faster.",
        "It is between 2x and 10x faster.",
        "It is up to 200x faster.",
        "It is more than 8x faster, at least 2x cheaper and >3x smaller.",
        "CENT is 2.3x faster than a GPU [@kwon2023].",
        "CENT is 2.3x faster. [arXiv:2405.04434]",
        "The flag `200x faster` is a name.",
        "```\n200x faster\n```",
        "It took 3 times, and 4x4 tiles, 2x the bytes.",
        "x " * 3000,
        "It beats the H100 by 5-20x, or by up to 30x.",
        "It took 20% of the time, and three times we tried.",
    ],
)
def test_range_bound_or_source_is_enough(sentence: str) -> None:
    """Ranges, bounds, sources and what only looks like a comparison are left alone."""
    assert scalars(sentence) == []


def test_each_bare_number_of_a_sentence() -> None:
    """Two comparisons of one sentence are two findings."""
    assert scalars("It is 200x faster and 30x cheaper.") == ["200x faster", "30x cheaper"]


LONG = (
    "The keys of a decoded token are read by every step of every stream and of every batch. " * 15
)


def unanswered(prose: str, name: str = "Decode is bound by memory bandwidth") -> str:
    found = said(Example(f"name: {name}\n", prose=prose), "RB708")
    return found[0].message if found else ""


def test_each_missing_answer_is_named() -> None:
    """All that is missing is asked for in one sentence."""
    message = unanswered(LONG)
    assert message.endswith(
        "does not seem to say why it binds now, what would unlock it or who works on it."
    )


@pytest.mark.parametrize(
    ("added", "missing"),
    {
        "It binds today.": "why it binds now",
        "A cheaper tier would close the gap.": "what would unlock it",
        "The group around Patterson measures it.": "who works on it",
        "It is measured [@kwon2023].": "who works on it",
    }.items(),
)
def test_one_sentence_answers(added: str, missing: str) -> None:
    """A single sentence with a trace of the answer is enough."""
    assert missing in unanswered(LONG)
    assert missing not in unanswered(f"{LONG}\n\n{added}")


def test_what_it_is() -> None:
    """Prose in which no word of the entry's name occurs belongs to another entry."""
    assert "what the bottleneck is" not in unanswered(LONG)
    assert "what the bottleneck is" in unanswered(LONG, "Grid interconnection queue")


@pytest.mark.parametrize(
    "prose",
    [
        SAMPLE,
        "Each token reads every weight.",
        "Jeder Schritt liest alle Gewichte aus dem Speicher und wartet auf die Daten. " * 20,
        "每个解码步骤都要读取全部权重，因此速度取决于内存带宽。 " * 200,
    ],
)
def test_only_long_english_prose_is_asked(prose: str) -> None:
    """Good prose, prose that is too short anyway and other languages are left alone."""
    assert unanswered(prose) == ""


def test_prose_that_stays_is_not_read(monkeypatch):
    """A change of a field judges no prose: its findings would stand on both sides."""
    monkeypatch.setattr("registry.prose.Prose.words", property(lambda _: pytest.fail("counted")))
    assert said(Example("difficulty: 3"), "RB702", "RB705", "RB707", "RB708") == []
