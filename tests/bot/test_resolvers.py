"""Looking citations up: gone, there, or nobody could tell; and never where we are not wanted."""

import socket
from collections.abc import AsyncIterator
from dataclasses import replace

import aiohttp
import pytest

from bot import public_network
from bot.citation_services import Services, Verdict
from bot.public_network import is_public, public_session
from bot.resolvers import Resolvers, open_resolvers
from registry.citations import find
from registry.references import Bibliography, read_bibliography
from tests.bot.services import ENTRY, ERROR, Web, a_web, endless, moved, silent

BIB = read_bibliography(
    "@misc{paper, title={P}, eprint={2405.04434}}\n"
    "@misc{article, title={A}, doi={10.1145/3600006.3613165}, url={https://a.example.net/x}}\n"
    "@misc{page, title={W}, url={https://vllm.ai/paged}}\n"
    "@misc{book, title={B}}\n"
)


@pytest.fixture
async def there() -> AsyncIterator[Web]:
    async with a_web() as made:
        yield made


async def verdicts(
    text: str, services: Services, *, limit: float = 10.0, again: int = 1
) -> list[Verdict]:
    cited = [found.citation for found in find(text, BIB)]
    async with open_resolvers(services, time_limit=limit) as resolvers:
        for _ in range(again):
            found = await resolvers.look_up(cited, BIB)
    return list(found.values())


ARXIV, DOI, LINK = "arXiv:2405.04434", "doi:10.1145/3600006.3613165", "https://vllm.ai/paged?a=b"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (ARXIV, ["/arxiv/query?id_list=2405.04434"]),
        ("arXiv:cs/0112017", ["/arxiv/query?id_list=cs/0112017"]),
        (DOI, ["/crossref/works/10.1145/3600006.3613165"]),
        (LINK, ["/url/https%3A%2F%2Fvllm.ai%2Fpaged%3Fa%3Db"]),
        ("[@paper]", ["/arxiv/query?id_list=2405.04434"]),
        ("[@article]", ["/crossref/works/10.1145/3600006.3613165"]),
        ("[@page]", ["/url/https%3A%2F%2Fvllm.ai%2Fpaged"]),
        ("[@book] and MLPerf 5.1-0069", []),
    ],
)
async def test_who_is_asked(there: Web, text: str, asked: list[str]) -> None:
    """Each kind is asked of its own service, a key by what its entry says, the rest of nobody."""
    there.answers = {"/arxiv/": ENTRY}
    found = await verdicts(text, there.services)
    assert found == [Verdict.ALIVE] * len(asked)
    assert there.asked == asked


@pytest.mark.parametrize(
    ("text", "answers", "expected"),
    [
        (ARXIV, {"/arxiv/": ""}, Verdict.DEAD),
        (ARXIV, {"/arxiv/": ERROR}, Verdict.DEAD),
        (ARXIV, {"/arxiv/": 404}, Verdict.DEAD),
        (ARXIV, {"/arxiv/": 200}, Verdict.UNKNOWN),
        (ARXIV, {"/arxiv/": 503}, Verdict.UNKNOWN),
        (ARXIV, {"/arxiv/": endless}, Verdict.UNKNOWN),
        (DOI, {"/crossref/": 404, "/doi/": 404}, Verdict.DEAD),
        (DOI, {"/crossref/": 404, "/doi/": moved("https://acm.example.net")}, Verdict.ALIVE),
        (DOI, {"/crossref/": 404, "/doi/": 500}, Verdict.UNKNOWN),
        (DOI, {"/crossref/": 500, "/doi/": 404}, Verdict.DEAD),
        (DOI, {"/crossref/": 429, "/doi/": 403}, Verdict.UNKNOWN),
        (LINK, {"/url/": 404}, Verdict.DEAD),
        (LINK, {"/url/": 410}, Verdict.DEAD),
        (LINK, {"/url/": 403}, Verdict.UNKNOWN),
        (LINK, {"/url/": 502}, Verdict.UNKNOWN),
        (LINK, {"/url/": endless}, Verdict.ALIVE),
    ],
)
async def test_what_answers_mean(
    there: Web, text: str, answers: dict[str, object], expected: Verdict
) -> None:
    """Only a clear "there is no such work" counts; every fault of others is forgiven."""
    there.answers = answers
    assert await verdicts(text, there.services) == [expected]


async def test_silence_does_not_last(there: Web) -> None:
    """What is silent is unknown when the time is over, and what has answered counts."""
    there.answers = {"/url/": silent, "/arxiv/": ""}
    found = await verdicts(f"{LINK} {ARXIV}", there.services, limit=0.3)
    assert found == [Verdict.UNKNOWN, Verdict.DEAD]


async def test_nobody_is_there() -> None:
    """A service that cannot be reached tells nothing."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        base = f"http://127.0.0.1:{taken.getsockname()[1]}"
        services = Services(base, base, base, base)
        assert await verdicts(f"{LINK} {ARXIV} {DOI}", services) == [Verdict.UNKNOWN] * 3


async def test_answers_are_kept(there: Web) -> None:
    """A work is asked for once, however often it is cited, even under two names."""
    there.answers = {"/arxiv/": ENTRY}
    await verdicts(f"{ARXIV} {LINK}", there.services, again=3)
    assert len(there.asked) == 2


async def test_many_works(there: Web) -> None:
    """A change that cites hundreds of works does not make us ask for all of them."""
    text = " ".join(f"https://vllm.ai/{number}" for number in range(200))
    assert len(await verdicts(text, there.services)) == len(there.asked) == 50


PRIVATE = [
    "127.0.0.1",
    "10.0.0.7",
    "169.254.169.254",
    "192.168.1.1",
    "0.0.0.0",
    "100.64.0.1",
    "224.0.0.1",
    "[::1]",
    "[fd00::1]",
    "[::ffff:10.0.0.7]",
    "[64:ff9b::a00:7]",
    "[2002:a00:7::]",
]


@pytest.mark.parametrize("host", PRIVATE)
def test_private_addresses(host: str) -> None:
    """Loopback, private, link-local and shared addresses are not public, in every spelling."""
    assert not is_public(host)


@pytest.mark.parametrize("host", ["1.1.1.1", "[2606:4700::1111]", "vllm.ai"])
def test_public_addresses(host: str) -> None:
    """Public addresses are, and a name is judged when it is used."""
    assert is_public(host)


@pytest.mark.parametrize("name", ["localhost", "2130706433", "0x7f.1"])
async def test_name_of_a_private_address(there: Web, name: str) -> None:
    """A name, or a number that passes for one, which leads to this machine is refused."""
    port = there.address.rpartition(":")[2]
    async with public_session() as session:
        with pytest.raises(aiohttp.ClientError):
            await session.get(f"http://{name}:{port}/")
    assert there.asked == []


@pytest.fixture
def as_public(monkeypatch: pytest.MonkeyPatch, there: Web) -> Web:
    """Let one name, and only it, lead to the test's server as if that were public."""
    host, port = there.address.removeprefix("http://").split(":")

    async def resolve(self: object, name: str, *_: object, **__: object) -> list[dict[str, object]]:
        if name != "public.example.net":
            raise OSError(f"{name} is not on the public network")
        facts = {"hostname": name, "host": host, "port": int(port), "proto": 0, "flags": 0}
        return [facts | {"family": socket.AF_INET}]

    monkeypatch.setattr(public_network._PublicResolver, "resolve", resolve)
    return there


async def followed(there: Web, target: str) -> Verdict:
    """Return the verdict on a public page that leads on to `target`."""
    port = there.address.rpartition(":")[2]
    there.answers = {"/from": moved(target), "/gone": 404}
    services = replace(there.services, url=None)
    async with open_resolvers(services) as resolvers:
        return await link_verdict(resolvers, f"http://public.example.net:{port}/from")


async def link_verdict(resolvers: Resolvers, link: str) -> Verdict:
    (cited,) = [found.citation for found in find("https://vllm.ai/x", Bibliography())]
    found = await resolvers.look_up([replace(cited, id=link, url=link)], Bibliography())
    return found[link]


async def test_redirects_are_followed(as_public: Web) -> None:
    """A page that has moved is looked for where it went."""
    assert await followed(as_public, "/here") is Verdict.ALIVE
    assert await followed(as_public, "/gone") is Verdict.DEAD
    assert [path for path in as_public.asked if path != "/from"] == ["/here", "/gone"]


@pytest.mark.parametrize(
    "target",
    ["http://127.0.0.1:{port}/", "http://localhost:{port}/", "file:///etc/passwd", "/from"],
)
async def test_redirects_into_the_house(as_public: Web, target: str) -> None:
    """A redirect to a private address, to another scheme or without an end tells nothing."""
    port = as_public.address.rpartition(":")[2]
    assert await followed(as_public, target.format(port=port)) is Verdict.UNKNOWN
    assert set(as_public.asked) == {"/from"}
