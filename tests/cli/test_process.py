"""The installed command as other programs meet it: a process."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.repository import REGISTRY, Repository, registry

SCRIPT = Path(sys.executable).parent / "registry-bot"
HEAVY = ("aiohttp", "matplotlib", "numpy", "pint", "pydantic", "scipy")


def command(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [SCRIPT, *arguments], capture_output=True, text=True, check=False, **options
    )


def test_console_script_reviews(repo: Repository) -> None:
    """The installed script reviews the checkout it is called in; its status is the verdict."""
    repo.write(REGISTRY, registry("status: resolved"))
    done = command("review", "--format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    assert json.loads(done.stdout)["conclusion"] == "failure"
    repo.git("checkout", "--quiet", REGISTRY)
    assert command("review").returncode == 0


def test_module_is_the_same_program(repo: Repository) -> None:
    """`python -m bot` is the same command line."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", "review", "--base", "nowhere"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == "registry-bot: There is no commit 'nowhere' here.\n"


def test_output_is_utf_8_in_any_locale(repo: Repository) -> None:
    """A pipe gets UTF-8 even where the locale knows only ASCII."""
    env = os.environ | {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = subprocess.run([SCRIPT, "lint"], capture_output=True, check=False, env=env)
    assert done.stdout.decode("utf-8").startswith("✓ ")


def test_broken_pipe_is_quiet_and_keeps_the_verdict(repo: Repository) -> None:
    """A reader that goes away changes neither stderr nor the exit status."""
    repo.write(REGISTRY, registry("status: resolved"))
    for arguments, status in ((["review"], 1), (["specificity", "-"], 0)):
        with subprocess.Popen(
            [SCRIPT, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            assert process.stdin
            assert process.stdout
            assert process.stderr
            process.stdout.close()
            process.stdin.write(b"It is slow\n" * 100)
            process.stdin.close()
            assert process.stderr.read() == b""
            assert process.wait() == status


@pytest.mark.parametrize(("no_color", "escapes"), [("", True), ("1", False)])
def test_colours_on_a_terminal_only(repo: Repository, no_color: str, escapes: bool) -> None:
    """A terminal gets colours unless NO_COLOR asks for none."""
    ours, theirs = pty.openpty()
    env = os.environ | {"NO_COLOR": no_color, "TERM": "xterm-256color"}
    with subprocess.Popen([SCRIPT, "lint"], stdout=theirs, env=env) as process:
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 65536):
                shown += piece
        except OSError:  # how Linux says that the other end is closed
            pass
        assert process.wait() == 0
    os.close(ours)
    assert (b"\x1b[" in shown) is escapes
    assert b"\x1b" not in command("lint").stdout.encode()


def test_review_imports_nothing_heavy(repo: Repository) -> None:
    """A review starts fast: what serves, computes or draws is not imported."""
    repo.write(REGISTRY, registry("status: resolved"))
    program = (
        "import sys\n"
        "from bot.__main__ import main\n"
        "main(['review'])\n"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stderr == "[]\n"
