"""What a comment remembers is believed only as we signed it, for the pull request it stands on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.seal import BrokenSeal, Memory, Seal, with_record, without_record

MEMORY = Memory("a" * 40, "b" * 40, "c" * 40)
SEAL = Seal(["secret"])
BODY = "<!-- registry-bot:review -->\nAll is well."


def sealed(seal: Seal = SEAL, number: int = 7, memory: Memory = MEMORY) -> str:
    return with_record(BODY, seal.record("R_1", number, memory))


def test_round_trip() -> None:
    """What was remembered is recalled, and people see what they saw."""
    assert SEAL.recall("R_1", 7, sealed()) == MEMORY
    assert SEAL.recall("R_1", 7, sealed().replace("\n", "\r\n") + "\r\n") == MEMORY
    assert without_record(sealed()) == BODY


def test_comment_without_a_record() -> None:
    """An older release's comment remembers nothing, and that is no fault."""
    assert SEAL.recall("R_1", 7, BODY) is None


def test_secret_in_rotation() -> None:
    """During a rotation the previous secret's records are recalled, after it no more."""
    assert Seal(["new", "secret"]).recall("R_1", 7, sealed()) == MEMORY
    with pytest.raises(BrokenSeal):
        Seal(["new"]).recall("R_1", 7, sealed())


BROKEN = {
    "forged": with_record(BODY, Seal(["guess"]).record("R_1", 7, MEMORY)),
    "copied from another pull request": sealed(number=8),
    "copied from another repository": with_record(BODY, SEAL.record("R_2", 7, MEMORY)),
    "doubled": f"{sealed()}\n{SEAL.record('R_1', 7, MEMORY)}",
    "without signature": f"{BODY}\n<!-- registry-bot:record v1 e30= -->",
    "of another version": f"{BODY}\n<!-- registry-bot:record v9 e30= 00 -->",
}


@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN)
def test_broken(body: str) -> None:
    """Forged, copied, doubled or malformed records are not believed."""
    with pytest.raises(BrokenSeal):
        SEAL.recall("R_1", 7, body)


@given(st.data())
def test_any_edit_breaks_the_seal(data: st.DataObject) -> None:
    """No character of payload or signature can be another one."""
    record = SEAL.record("R_1", 7, MEMORY)
    start = record.index("v1 ") + 3
    at = data.draw(st.integers(start, len(record) - 5))
    other = data.draw(st.characters(codec="utf-8").filter(lambda char: char != record[at]))
    with pytest.raises(BrokenSeal):
        SEAL.recall("R_1", 7, f"{BODY}\n{record[:at]}{other}{record[at + 1 :]}")


def test_text_that_looks_like_a_record() -> None:
    """A contributor who writes what looks like a record neither forges nor breaks one."""
    quoted = f"{BODY}\n```\n{SEAL.record('R_1', 7, MEMORY)}\n```"
    body = with_record(quoted, SEAL.record("R_1", 7, MEMORY))
    assert SEAL.recall("R_1", 7, body) == MEMORY
