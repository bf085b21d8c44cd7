"""What is recorded stays: history, solutions, failed attempts and the names of who did it."""

from dataclasses import replace

import pytest

from registry.document import read_document
from registry.references import read_bibliography
from rules.review import review
from rules.rule import Example
from rules.sample import TODAY, play
from tests.rules.playing import applied, said

RECORDS = ("RB213", "RB408", "RB709", "RB303")
STEP = "{{date: {}, from: {}, to: {}, citation: {}, note: {}}}"
ATTEMPT = """\
  - date: {}
    tried: {}
    setup: One H100 with 2 TB of NVMe
    metric: tokens/s
    baseline: the cache in HBM at 40 tokens/s
    result: 3 tokens/s
    why: Reads of 4 KB pages wait 80 µs each
"""
FLASH = "Keeping the cache on flash"
HISTORY = STEP.format("2026-03-01", "open", "partial", "arXiv:2405.04434", "Latent attention")
BACK = STEP.format("2026-04-01", "partial", "open", "'@kwon2023'", "It broke")
SOLUTION = "{{title: {}, citation: {}, maturity: {}}}"
MLA = SOLUTION.format("Multi-head latent attention", "arXiv:2405.04434", "production")
PERSON = "{name: A. Person, github_handle: aperson, contribution: author}"


def fields(
    steps: tuple[str, ...] = (HISTORY, BACK),
    solutions: tuple[str, ...] = (MLA,),
    people: tuple[str, ...] = (PERSON,),
    attempts: str = ATTEMPT.format("2026-02-01", FLASH),
) -> str:
    lists = {"status_history": steps, "known_solutions": solutions, "contributors": people}
    text = "".join(
        f"{name}:{''.join(f'{chr(10)}  - {item}' for item in items) or ' []'}\n"
        for name, items in lists.items()
    )
    return text + (f"failed_attempts:\n{attempts}" if attempts else "")


BASE = play(Example(fields())).after.document.text


def found(after: str, prose: str = "") -> list[str]:
    return [f.rule for f in said(Example(after, before=BASE, prose=prose), *RECORDS)]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ((), ["RB213", "RB213"]),
        ((HISTORY,), ["RB213"]),
        ((BACK, HISTORY), []),
        ((HISTORY.replace("03-01", "03-02"), BACK), ["RB213"]),
        ((HISTORY.replace("arXiv:2405.04434", "arXiv:2507.14397"), BACK), ["RB213"]),
        ((HISTORY.replace("arXiv:2405.04434", "'@kwon2023'"), BACK), []),
        ((HISTORY.replace("arXiv:2405.04434", "arXiv:2405.04434v2"), BACK), []),
        ((HISTORY.replace("arXiv:2405.04434", "'arXiv:2405.04434, arXiv:2507.14397'"), BACK), []),
        ((HISTORY.replace("Latent", "The latent"), BACK), []),
        ((HISTORY.replace("partial", "resolved"), BACK), []),
    ],
)
def test_history_keeps_its_days_and_its_evidence(
    steps: tuple[str, ...], expected: list[str]
) -> None:
    """Notes and ways of citing change; a day, a work or an item does not without a warning.

    Where an item leads is held to the rest of the history by another rule.
    """
    assert found(fields(steps=steps)) == expected


@pytest.mark.parametrize(
    ("key", "other"),
    [
        ("status_history", "history"),
        ("known_solutions", "solutions"),
        ("contributors", "contributor"),
        ("failed_attempts", "attempts"),
        ("blockers", "blocker"),
    ],
)
def test_what_stands_under_another_key_is_not_lost(key: str, other: str) -> None:
    """The misspelt key is the finding, and not all that it holds."""
    after = BASE.replace(f"{key}:", f"{other}:")
    assert said(Example(after, before=BASE), *RECORDS) == []
    assert said(Example(after, before=BASE), "RB101", "RB102")


def test_new_evidence_of_a_step_is_offered_beside_the_old() -> None:
    """A click keeps the preprint beside the paper, and then nothing is said."""
    after = play(Example(fields((HISTORY.replace("arXiv:2405.04434", "arXiv:2507.14397"), BACK))))
    case = Example(after.after.document.text, before=BASE)
    (finding,) = said(case, "RB213")
    assert said(Example(applied(case, finding), before=BASE), "RB213") == []


def test_bibliography_may_learn_where_a_work_was_published() -> None:
    """The work of a step goes by its DOI where the same change gives the key that DOI."""
    before = play(Example(fields((HISTORY.replace("arXiv:2405.04434", "'@kwon2023'"),)))).after
    text = before.document.text.replace("@kwon2023", "doi:10.1145/3600006.3613165")
    learnt = "@misc{kwon2023, eprint = {2309.06180}, doi = {10.1145/3600006.3613165}}"
    after = replace(before, document=read_document(text), bibliography=read_bibliography(learnt))
    assert "RB213" not in {one.rule for one in review(before, after, today=TODAY).findings}


def test_slips_of_a_history_may_be_put_right() -> None:
    """What was no evidence, or lay in the future, was no record."""
    for wrong in ("2062-03-01", "2026-02-31"):
        before = play(Example(fields((HISTORY.replace("2026-03-01", wrong),)))).after.document.text
        assert said(Example(fields((HISTORY,)), before=before), "RB213") == []
    before = play(Example(fields((HISTORY.replace("arXiv:2405.04434", "TBD"),))))
    assert said(Example(fields((HISTORY,)), before=before.after.document.text), "RB213") == []


@pytest.mark.parametrize(
    ("solutions", "expected"),
    [
        ((), ["RB408"]),
        ((SOLUTION.format("Paged KV allocation", "'@kwon2023'", "production"),), ["RB408"]),
        ((SOLUTION.format("MLA", "arXiv:2405.04434", "production"),), []),
        ((SOLUTION.format("Latent attention in FP8", "'@kwon2023'", "research"),), []),
        ((MLA.replace("production", "shipping"),), []),
    ],
)
def test_solution_goes_with_a_word(solutions: tuple[str, ...], expected: list[str]) -> None:
    """Another item for the same work or on the same subject takes its place, no other."""
    assert found(fields(solutions=solutions)) == expected


@pytest.mark.parametrize(
    ("attempts", "prose", "expected"),
    [
        ("", "", ["RB408"]),
        ("", "Buyers ask for fast streams as well as for cheap ones.", ["RB408"]),
        ("", "Keeping the cache on flash, on one H100 with NVMe, gave 3 tokens/s.", []),
        (ATTEMPT.format("2026-02-01", "Keeping all caches on flash drives"), "", []),
        (ATTEMPT.format("2026-02-03", FLASH), "", []),
        (ATTEMPT.format("2026-02-01", FLASH).replace("wait 80 µs", "each wait 80 µs"), "", []),
    ],
)
def test_attempt_goes_with_a_word(attempts: str, prose: str, expected: list[str]) -> None:
    """An attempt that is reworded, dated better or told in the prose is not lost."""
    assert found(fields(attempts=attempts), f"{prose}\n{'Word ' * 250}") == expected


def test_step_of_the_status_buries_no_attempt() -> None:
    """A step speaks of blockers and solutions; what failed has failed all the same."""
    step = STEP.format("2026-04-30", "open", "resolved", "arXiv:2507.14397", "Done")
    moved = fields((HISTORY, BACK, step), solutions=(), attempts="")
    assert found(f"status: resolved\nblockers: []\n{moved}") == ["RB408"]


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ((), ["RB709"]),
        (("{name: B. Person, github_handle: bperson, contribution: author}",), ["RB709"]),
        (("{name: Mallory, contribution: author}",), ["RB709"]),
        (("{name: Ada Person, github_handle: '@APerson', contribution: author}",), []),
        (("{name: Ada Person, contribution: author}",), []),
        (("{name: B. Person, contribution: edit}", PERSON), []),
        ((PERSON.replace("author", "review"),), []),
    ],
)
def test_who_is_named_stays_named(people: tuple[str, ...], expected: list[str]) -> None:
    """A name may be corrected or joined by another one, and is not replaced."""
    assert found(fields(people=people)) == expected


def test_removal_credits_nobody() -> None:
    """Who edits and takes a name out is not credited by that."""
    edited = f"priority: 3\n{fields(people=())}"
    assert [f.rule for f in said(Example(edited, before=BASE), "RB703")] == ["RB703"]
    assert said(Example(fields(people=()), before=BASE), "RB703") == []
