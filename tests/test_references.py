"""The bibliography: what is read from BibTeX, and what is said about what cannot be."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.citations import find
from registry.references import Reference, read_bibliography

ENTRIES = r"""
% A comment of the file's own.
@string{sosp = "Symposium on Operating Systems Principles"}

@inproceedings{kwon2023,
  title     = {Efficient Memory Management with {PagedAttention}},
  booktitle = sosp,
  year      = 2023,
  doi       = {https://doi.org/10.1145/3600006.3613165},
  eprint    = {arXiv:2309.06180},
  archivePrefix = {arXiv},
}

@Misc{uccl_ep2025, Title = "Portable \& fast
  expert parallelism", DATE = {2025-12-22},
  URL = {\url{https://github.com/uccl\_project/uccl}} }
@article(old-1999, title={Q}, eprint={cs/0112017}, archiveprefix={arXiv}, year={in press})
@misc{jstor1, title={Elsewhere}, eprint={2309.06180}, eprinttype={jstor}}
"""


def test_fields_of_references() -> None:
    """Braces and escapes go, prefixes go, names of fields are read in any case, lines are kept."""
    bibliography = read_bibliography(ENTRIES)
    assert bibliography.problems == ()
    assert list(bibliography.values()) == [
        Reference(
            key="kwon2023",
            title="Efficient Memory Management with PagedAttention",
            year=2023,
            url=None,
            doi="10.1145/3600006.3613165",
            arxiv="2309.06180",
            line=5,
        ),
        Reference(
            key="uccl_ep2025",
            title="Portable & fast expert parallelism",
            year=2025,
            url="https://github.com/uccl_project/uccl",
            doi=None,
            arxiv=None,
            line=14,
        ),
        Reference("old-1999", "Q", None, None, None, "cs/0112017", 17),
        Reference("jstor1", "Elsewhere", None, None, None, None, 18),
    ]


def test_mapping() -> None:
    """Keys are looked up as they are written, in the order of the file."""
    bibliography = read_bibliography(ENTRIES)
    assert list(bibliography) == ["kwon2023", "uccl_ep2025", "old-1999", "jstor1"]
    assert bibliography["kwon2023"].year == 2023
    assert "Kwon2023" not in bibliography


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_problems_have_lines(line_end: str) -> None:
    """Each problem names its line, counted from 1, and the entries around it are still read."""
    lines = [
        "@misc{a, title={One}}",  # 1
        "@misc{b, title={Two,",  # 2: never closed
        "@misc{c, title={Three}}",  # 3
        "@misc{a, title={Four}}",  # 4: taken
        "@misc{, title={Five}}",  # 5: no key
        "@misc{d, year={2020}, year={2021}}",  # 6: two years
        "@misc{e f, title={Six}}",  # 7: a key that cannot be cited
        "@string{x = {1}}",  # 8
        "@string{x = {2}}",  # 9: defined again
        "@misc{g, title={Seven}}",  # 10
    ]
    bibliography = read_bibliography("\ufeff" + line_end.join(lines))
    assert list(bibliography) == ["a", "c", "d", "g"]
    assert bibliography["a"].title == "One"
    assert bibliography["d"].year == 2020
    said = [(problem.line, problem.message) for problem in bibliography.problems]
    assert [line for line, _ in said] == [2, 4, 5, 6, 7, 9]
    words = ["cannot be read", "line 1", "no key", "`year`", "can spell", "`x`"]
    assert [
        word for (_, message), word in zip(said, words, strict=True) if word not in message
    ] == []


BLOCKS = ["@misc{", "@string{", "@comment{", "@preamble(", "@a(", "k, ", "title = ", "year=2020"]
PIECES = st.sampled_from([*BLOCKS, *'{}()"\\#=,@%k é\n\0'])


@given(st.text() | st.lists(PIECES, max_size=30).map("".join))
def test_any_text_is_read(text: str) -> None:
    """Nothing is raised; lines are the text's; keys are their references' keys."""
    bibliography = read_bibliography(text)
    lines = range(1, text.count("\n") + 2)
    assert all(key == found.key and found.line in lines for key, found in bibliography.items())
    assert all(problem.line in lines and problem.message for problem in bibliography.problems)


@given(st.text("ab1_:.#$%&+?~/- é", min_size=1))
def test_every_key_that_is_read_can_be_cited(key: str) -> None:
    """A key is either known and found where it is cited, or a problem; never known and lost."""
    bibliography = read_bibliography(f"@misc{{{key}, title={{T}}}}")
    assert bool(bibliography) != bool(bibliography.problems)
    for known in bibliography:
        (found,) = find(f"[@{known}]", bibliography)
        assert found.citation.id == known


def test_more_braces_than_needed() -> None:
    """Identifiers are bare however many braces protect them, and in a faulty entry too."""
    text = "@misc{a, doi={{10.1145/1.2}}, year={{2024}}, year={2025}, url={ https://a.org/b }}"
    reference = read_bibliography(text)["a"]
    assert (reference.doi, reference.year, reference.url) == (
        "10.1145/1.2",
        2024,
        "https://a.org/b",
    )


def test_no_word_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """A contributor's broken entry is a problem, not a warning of ours."""
    with caplog.at_level(logging.DEBUG):
        assert read_bibliography("@misc{a, title={").problems
    assert caplog.records == []
