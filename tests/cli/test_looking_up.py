"""Looking citations up from the command line: `citations --resolve` and `review`."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.cli.conftest import Run
from tests.cli.repository import REGISTRY, Repository, registry

GONE = "2405.99999"
CITED = "blockers:\n  - FP4 QAT degrades long-tail tasks by ~3% on MMLU [arXiv:{}]\n"


@dataclass
class Service:
    """Knows every work but one."""

    address: str = ""
    asked: list[str] = field(default_factory=list)


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """Serve all resolvers on this machine, and say so in the environment."""
    made = Service()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked.append(self.path)
            self.send_response(404 if "gone" in self.path else 200)
            self.end_headers()
            entry = b"" if GONE in self.path else b"<entry/>"
            self.wfile.write(b"<feed>" + entry + b"</feed>")

        def log_message(self, *_: object) -> None:
            """Keep the test's output clean."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        made.address = f"http://127.0.0.1:{server.server_port}"
        names = ("crossref", "arxiv", "doi", "url")
        bases = json.dumps(dict.fromkeys(names, made.address))
        monkeypatch.setenv("CITATION_RESOLVERS", bases)
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield made
        server.shutdown()
        thread.join()


def test_citations_are_resolved(repo: Repository, run: Run, service: Service) -> None:
    """With --resolve each citation says what became of it; what nobody can be asked is unknown."""
    text = f"arXiv:2405.04434 arXiv:{GONE} https://vllm.ai/gone MLPerf 5.1-0069"
    shown = json.loads(run("citations", "--resolve", "--format", "json", text).out)
    states = [citation["status"] for citation in shown["citations"]]
    assert states == ["alive", "dead", "dead", "unknown"]
    lines = run("citations", "--resolve", text, "nothing").out.splitlines()
    assert [line.rsplit(" ", 1)[1] for line in lines[1:5]] == states


def test_nothing_is_asked_unless_wanted(repo: Repository, run: Run, service: Service) -> None:
    """Without --resolve the citations are those of the contract and nobody is asked."""
    shown = json.loads(run("citations", "--format", "json", "arXiv:2405.04434").out)
    assert [list(citation) for citation in shown["citations"]] == [["kind", "id", "url"]]
    assert service.asked == []


def test_review_looks_up_what_is_added(repo: Repository, run: Run, service: Service) -> None:
    """A dead citation is a warning and never the verdict; --offline asks nobody."""
    repo.write(REGISTRY, registry(CITED.format(GONE)))
    for options, expected in (((), ["warning"]), (("--offline",), [])):
        service.asked.clear()
        result = run("review", "--format", "json", *options)
        found = [f["severity"] for f in result.json["findings"] if f["rule"] == "RB407"]
        assert (result.status, found, len(service.asked)) == (0, expected, len(expected))


def test_off_switches_looking_up_off(
    repo: Repository, run: Run, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`off` asks nobody, even where it is asked for: all is unknown."""
    monkeypatch.setenv("CITATION_RESOLVERS", "off")
    repo.write(REGISTRY, registry(CITED.format(GONE)))
    assert "RB407" not in run("review").out
    assert run("citations", "--resolve", "arXiv:2405.04434").out.rstrip().endswith("unknown")
    assert service.asked == []


@pytest.mark.parametrize("value", ["on", '{"doi": 7}', '{"google": "https://a.example.net"}', "["])
@pytest.mark.parametrize("command", [("review",), ("citations", "--resolve", "x")])
def test_unusable_setting(
    repo: Repository,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    value: str,
    command: tuple[str, ...],
) -> None:
    """What is no JSON object of addresses ends with status 2 and one line that names it."""
    monkeypatch.setenv("CITATION_RESOLVERS", value)
    result = run(*command)
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
    assert result.err.startswith("registry-bot: CITATION_RESOLVERS: ")
