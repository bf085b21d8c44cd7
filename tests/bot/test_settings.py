"""The environment: what is taken, and one line for each fault."""

from pathlib import Path

import pytest

from bot.citation_services import Services
from bot.settings import SettingsError, read_settings

KEY = "-----BEGIN RSA PRIVATE KEY-----\\nabc\\n-----END RSA PRIVATE KEY-----"
CREDENTIALS = {
    "GITHUB_APP_ID": "7",
    "GITHUB_PRIVATE_KEY": KEY,
    "GITHUB_WEBHOOK_SECRET": "secret",
}


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*CREDENTIALS, "GITHUB_PRIVATE_KEY_PATH", "DATABASE_URL", "PORT", "PUBLIC_URL"):
        monkeypatch.delenv(name, raising=False)


def given(monkeypatch: pytest.MonkeyPatch, **variables: str) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)


def test_nothing_is_required(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty environment serves the pages alone, on the documented address."""
    given(monkeypatch, GITHUB_APP_ID="", PORT="")
    settings = read_settings()
    assert not settings.has_credentials
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.github_api_url == "https://api.github.com"


def test_credentials(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The key comes as text, with line ends written out or real, or from a file."""
    given(monkeypatch, **CREDENTIALS)
    assert "\nabc\n" in read_settings().private_key()
    monkeypatch.delenv("GITHUB_PRIVATE_KEY")
    (tmp_path / "key.pem").write_text("the key")
    given(monkeypatch, GITHUB_PRIVATE_KEY_PATH=str(tmp_path / "key.pem"))
    assert read_settings().private_key() == "the key"


@pytest.mark.parametrize(
    ("variables", "named"),
    [
        ({"GITHUB_APP_ID": "7"}, "GITHUB_PRIVATE_KEY and GITHUB_WEBHOOK_SECRET"),
        (CREDENTIALS | {"GITHUB_APP_ID": "x"}, "GITHUB_APP_ID"),
        ({"DATABASE_URL": "mysql://x"}, "DATABASE_URL"),
        ({"PORT": "eighty"}, "PORT"),
        ({"PORT": "99999"}, "PORT"),
        ({"GITHUB_API_URL": "api.github.com"}, "GITHUB_API_URL"),
        ({"PUBLIC_URL": "ftp://x"}, "PUBLIC_URL"),
        ({"LOG_LEVEL": "LOUD"}, "LOG_LEVEL"),
        ({"DELIVERY_RETENTION_DAYS": "-1"}, "DELIVERY_RETENTION_DAYS"),
        ({"CITATION_RESOLVERS": "on"}, "CITATION_RESOLVERS"),
        ({"CITATION_RESOLVERS": "[]"}, "CITATION_RESOLVERS"),
        ({"CITATION_RESOLVERS": '{"google": "https://example.org"}'}, "CITATION_RESOLVERS"),
        ({"CITATION_RESOLVERS": '{"doi": "doi.org"}'}, "CITATION_RESOLVERS"),
    ],
)
def test_fault_is_named(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], named: str
) -> None:
    """A variable that cannot be used is named, in at most four lines."""
    given(monkeypatch, **variables)
    with pytest.raises(SettingsError) as caught:
        read_settings()
    assert named in str(caught.value)
    assert 1 <= len(str(caught.value).splitlines()) <= 4


def test_secrets_are_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Printing the settings shows neither key nor secret."""
    given(monkeypatch, **CREDENTIALS)
    assert "abc" not in repr(read_settings())
    assert "'secret'" not in repr(read_settings())


def test_key_file_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key file that cannot be read is named with the reason."""
    given(monkeypatch, GITHUB_APP_ID="7", GITHUB_WEBHOOK_SECRET="s")
    given(monkeypatch, GITHUB_PRIVATE_KEY_PATH="/nowhere/key.pem")
    with pytest.raises(SettingsError, match=r"/nowhere/key\.pem cannot be read: No such file"):
        read_settings().private_key()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Services()),
        ("off", None),
        (" OFF ", None),
        ("{}", Services()),
        ('{"url": "http://127.0.0.1:9/x/"}', Services(url="http://127.0.0.1:9/x")),
    ],
)
def test_citation_services(
    monkeypatch: pytest.MonkeyPatch, text: str, expected: Services | None
) -> None:
    """`off` looks nothing up, and what is not named is the public service."""
    given(monkeypatch, CITATION_RESOLVERS=text)
    assert read_settings().citation_resolvers == expected
