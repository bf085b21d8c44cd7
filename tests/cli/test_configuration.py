"""What a repository's settings mean, and that nothing in them can break a review."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.configuration import Configuration, read_configuration
from registry.snapshot import Paths
from rules.rule import Severity


def read(text: str) -> Configuration:
    return read_configuration(text.encode())


@pytest.mark.parametrize("data", [None, b"", b" \n", b"# nothing yet\n", b"rules:\nlabels:\n"])
def test_nothing_said_is_the_default(data: bytes | None) -> None:
    """A file that is absent, empty or has empty keys says nothing, and that is no problem."""
    assert read_configuration(data) == Configuration()
    assert Configuration().labels["ready"] == "ready"


def test_everything_said() -> None:
    """Every key is taken."""
    read_back = read(
        """\
        registry: data/registry.md
        baselines: ./data/base lines.yaml
        references: data//refs.bib
        published: data/published.yaml
        rules:
          RB101: warning
          status-jump: Notice
          rb701: off
          RB702: false
          RB102: true
        labels: {ready: ready to merge, vague-blocker: "vague: blocker"}
        comment: no
        maintainers: [someone, "@org/team", org/other-team, "@else", someone]
        """
    )
    assert read_back.problems == ()
    assert read_back.paths == Paths(
        "data/registry.md", "data/base lines.yaml", "data/refs.bib", "data/published.yaml"
    )
    assert read_back.rules.severities == {
        "RB101": Severity.WARNING,
        "status-jump": Severity.NOTICE,
        "RB701": None,
        "RB702": None,
    }
    assert read_back.labels["ready"] == "ready to merge"
    assert read_back.labels["vague-blocker"] == "vague: blocker"
    assert read_back.labels["needs-info"] == "needs-info"
    assert read_back.comment is False
    assert read_back.maintainers == ("someone", "@org/team", "@org/other-team", "else")


def test_byte_order_mark_and_crlf_are_read() -> None:
    """What an editor on Windows adds changes nothing."""
    assert read_configuration(b"\xef\xbb\xbfcomment: false\r\n") == read("comment: false\n")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("coment: true", "Line 1: `coment` is no setting; did you mean `comment`?"),
        ("\nledger: x.csv", "Line 2: `ledger` is no setting; it is passed over."),
        ("comment: perhaps", "Line 1: `comment` is `true` or `false`."),
        ("rules: [RB101]", "Line 1: `rules` holds lines such as `RB101: warning`."),
        ("rules: {status-jmp: off}", "did you mean `status-jump`?"),
        ("rules: {RB101: fatal}", "one of `error`, `warning`, `notice` and `off`."),
        ("rules: {RB101: [error]}", "one of `error`, `warning`, `notice` and `off`."),
        ("labels: {redy: x}", "`redy` is no label of the bot; did you mean `ready`?"),
        ("labels: {ready: }", "the label for `ready` is a text of 1 to 50 characters."),
        (f"labels: {{ready: {'x' * 51}}}", "a text of 1 to 50 characters."),
        ("labels: ready", "`labels` holds lines such as"),
        ("maintainers: {a: b}", "`maintainers` is a list"),
        ("maintainers:\n- a b", "Line 2: a maintainer is a login or a team"),
        ("maintainers: ['']", "a maintainer is a login or a team"),
        ("comment: true\ncomment: false", "Line 2: The key `comment` stands twice"),
        ("comment: &x true", "Line 1: `&x` is a YAML anchor"),
        ("- comment", "Line 1: This YAML block is not a list of `key: value` lines."),
        ("[", "Line 1: YAML cannot read this line"),
    ],
)
def test_problem_is_told_and_the_default_holds(text: str, says: str) -> None:
    """What cannot be used is named with its line, and changes nothing."""
    read_back = read(text)
    assert any(says in problem for problem in read_back.problems)
    assert len(read_back.problems) == 1
    kept = (read_back.paths, read_back.labels, read_back.comment, read_back.maintainers)
    assert kept == (Paths(), Configuration().labels, True, None)
    assert not read_back.rules.severities


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "../x.md",
        "a/../../x.md",
        "C:\\x.md",
        "c:/x.md",
        "a\\b",
        "folder/",
        ".",
        "[a]",
    ],
)
def test_path_leads_to_a_file_inside_the_repository(path: str) -> None:
    """A path that could lead out of the repository, or to a folder, is refused."""
    read_back = read(f"registry: {path}\n")
    assert read_back.paths == Paths()
    assert len(read_back.problems) == 1


def test_control_characters_in_a_path_are_refused() -> None:
    """A line end in a path would be a second question to git."""
    assert read('registry: "a\\nb"\n').paths == Paths()


def test_one_bad_setting_leaves_the_others() -> None:
    """A broken line costs only itself."""
    read_back = read("comment: false\nmaintainers: [a, 'b c']\nlabels: 7\nregistry: r.md\n")
    assert (read_back.comment, read_back.maintainers) == (False, ("a",))
    assert read_back.paths.registry == "r.md"
    assert len(read_back.problems) == 2


def test_team_without_quotes_is_understood() -> None:
    """`- @org/team`, which YAML refuses, is read as it was meant, and named."""
    read_back = read("maintainers:\n  - @org/team\n")
    assert read_back.maintainers == ("@org/team",)
    assert len(read_back.problems) == 1


def test_empty_list_is_a_value() -> None:
    """A repository may decide that nobody is a maintainer for the bot."""
    assert read("maintainers: []\n").maintainers == ()


@pytest.mark.parametrize("data", [b"\xff\xfe", b"comment: \0"])
def test_bytes_that_are_no_text(data: bytes) -> None:
    """A binary file is one problem."""
    assert len(read_configuration(data).problems) == 1


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_read(data: bytes) -> None:
    """Reading never raises."""
    read_configuration(data)


_WORDS = st.sampled_from(
    [*"[]{}-:\n'", "registry", "rules", "labels", "comment", "maintainers", "RB101", "off", "@a/b"]
)


@given(st.lists(_WORDS).map(" ".join))
def test_any_words_are_read(text: str) -> None:
    """Reading what looks like settings never raises either, and problems are sentences."""
    for problem in read(text).problems:
        assert problem[-1] in ".?"
