import pytest

pytest_plugins = ["tests.github.plugin", "tests.work.plugin"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="accept the verdicts on tests/cases")
