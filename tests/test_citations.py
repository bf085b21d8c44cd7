"""The grammar of citations: labelled examples, tables of hard cases, and laws on free text."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from registry.citations import Citation, Kind, find, find_all, near_misses
from registry.references import Bibliography, Reference

EXAMPLES = Path(__file__).parent / "examples"
# Who wrote the second file had not seen the scanner, which read all of it right at first look.
LABELLED = [
    json.loads(line)
    for name in ("citations.jsonl", "citations_own.jsonl")
    for line in (EXAMPLES / name).read_text("utf-8").splitlines()
]
KEYS = "davies2025, deepseekv2, gholami2024, kwon2023, mekala2025, specbench2026, uccl_ep2025"


def reference(key: str, **stated: str) -> Reference:
    blank: dict[str, str | None] = {"url": None, "doi": None, "arxiv": None}
    return Reference(key=key, title="", year=None, line=1, **(blank | stated))


BIBLIOGRAPHY = Bibliography({key: reference(key) for key in KEYS.split(", ")})


def cited(text: str, bibliography: Bibliography | None = BIBLIOGRAPHY) -> list[str]:
    return [f"{f.citation.kind} {f.citation.id}" for f in find(text, bibliography)]


@pytest.mark.parametrize("labelled", LABELLED, ids=lambda labelled: labelled["note"])
def test_labelled_example(labelled: dict) -> None:
    """Exactly the labelled citations are found, in the order in which they appear."""
    assert cited(labelled["text"]) == [f"{c['kind']} {c['id']}" for c in labelled["citations"]]


ONE = "arxiv 2405.04434"
RESULT = "mlperf 5.0-0060"
REPOSITORY = "url https://github.com/a/b"

ARXIV = [
    ("arXiv: 2405.04434", ONE),
    ("**arXiv**:2405.04434", ONE),
    ("arXiv:**2405.04434**", ONE),
    ("**arXiv:** 2405.04434", ONE),
    ("**arXiv:** **2405.04434**", ONE),
    ("arXiv: arXiv:2405.04434", ONE),
    ("arXiv:2405.04434v2 and arXiv:2405.04434", "arxiv 2405.04434v2", ONE),
    ("arXiv:2405.04434V2", "arxiv 2405.04434v2"),
    ("arXiv preprint arXiv:2405.04434, 2024", ONE),
    ("arXiv:2405.04434;arXiv:2309.06180", ONE, "arxiv 2309.06180"),
    ("arXiv:2405.04434/arXiv:2309.06180", ONE, "arxiv 2309.06180"),
    ("arXiv:2405.04434…", ONE),
    ("arXiv:2405.04434.pdf", ONE),
    ("见arXiv：2405.04434的结果", ONE),
    ("（arXiv:2405.04434）", ONE),
    ("arXiv:2405.\u200b04434\u200b", ONE),
    ("arXiv:2405.04434’s", ONE),
    ("~~arXiv:2405.04434~~", ONE),
    ("arXiv:1412.6980, arXiv:1501.00001", "arxiv 1412.6980", "arxiv 1501.00001"),
    ("arXiv:math.GT/0309136", "arxiv math/0309136"),
    ("arXiv:cond-mat.mtrl-sci/0410550", "arxiv cond-mat/0410550"),
    ("https://www.arxiv.org/abs/2405.04434", ONE),
    ("https://export.arxiv.org/abs/2405.04434?context=cs#S3", ONE),
    ("https://arxiv.org/html/2405.04434v5", "arxiv 2405.04434v5"),
    ("https://arxiv.org/abs/2405.04434's notation", ONE),
    ("HTTPS://ARXIV.ORG/abs/2405.04434", ONE),
    ("arXiv:[2405.04434](https://arxiv.org/abs/2405.04434)", ONE),
    ("https://arxiv.org/", "url https://arxiv.org/"),
    ("https://huggingface.co/papers/2405.04434", "url https://huggingface.co/papers/2405.04434"),
    ("arXiv 2405.04434",),
    ("xarXiv:2405.04434",),
    ("arXiv:1412.69801",),
    ("arXiv:1501.0234",),
    ("arXiv:0703.0001",),
    ("arXiv:2400.12345",),
    ("arXiv:2405.00000",),
    ("arXiv:2405.04434v0",),
    ("arXiv:2405.04434v",),
    ("arXiv:foo/0112017",),
    ("arXiv:cs/0712017",),
    ("cs/0112017",),
    ("https://arxiv.org/abs/2434.04434",),
    ("https://arxiv.org/abs/XXXX.XXXXX",),
    ("http://arxiv.org/abs/2405.04434",),
    ("arxiv.org/abs/2405.04434",),
]
DOI = [
    ("doi: 10.1145/3600006.3613165", "doi 10.1145/3600006.3613165"),
    ("**DOI:** 10.1145/3600006.3613165", "doi 10.1145/3600006.3613165"),
    ("**DOI:** doi:10.1145/3600006.3613165", "doi 10.1145/3600006.3613165"),
    ("DOI:<https://doi.org/10.1145/3600006.3613165>", "doi 10.1145/3600006.3613165"),
    ("doi:10.1145/ABC.Def", "doi 10.1145/abc.def"),
    ("https://doi.org/10.1016/S0140-6736%2820%2930183-5", "doi 10.1016/s0140-6736(20)30183-5"),
    (
        "doi:10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2.",
        "doi 10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2",
    ),
    ("doi:10.1109/5.771073<br>", "doi 10.1109/5.771073"),
    ("doi:10.1109/5.771073）。", "doi 10.1109/5.771073"),
    ("doi:10.1109/5.771073's", "doi 10.1109/5.771073"),
    ("_doi:10.1109/5.771073_", "doi 10.1109/5.771073"),
    ("|doi:10.1109/5.771073|x|", "doi 10.1109/5.771073"),
    ("\\doi{x} {doi:10.1109/5.771073}", "doi 10.1109/5.771073"),
    ("doi:10.1007/978-3-031-12345-6\\_7", "doi 10.1007/978-3-031-12345-6_7"),
    ("https://doi.org/10.1109/5.771073/", "doi 10.1109/5.771073"),
    ("doi:10.1145/1.2,doi:10.1145/3.4", "doi 10.1145/1.2", "doi 10.1145/3.4"),
    ("doi:https://doi.org/10.1109/5.771073", "doi 10.1109/5.771073"),
    ("[x](doi:10.1016/s0140-6736(20)30183-5)", "doi 10.1016/s0140-6736(20)30183-5"),
    ("doi:10.48550/arXiv.2405.04434", "doi 10.48550/arxiv.2405.04434"),
    ("https://www.doi.org/the-identifier", "url https://www.doi.org/the-identifier"),
    ("https://dl.acm.org/doi/10.1145/1.2", "url https://dl.acm.org/doi/10.1145/1.2"),
    ("10.1145/3600006.3613165",),
    ("doi.org/10.1145/3600006.3613165",),
    ("http://doi.org/10.1145/3600006.3613165",),
    ("doi:10.1/abc",),
    ("doi:10.1145/",),
    ("doi:10.1145/XXXXXXX.XXXXXXX",),
    ("doi:10.1145/{suffix}",),
    ("https://doi.org/10.1145",),
    ("https://doi.org/11.1145/1.2",),
    ("https://doi.org/10.1038/s41586–021",),
    ("https://doi.org/TBD",),
]
URL = [
    ("https://github.com/a/b...", REPOSITORY),
    ("https://github.com/a/b…", REPOSITORY),
    ("https://github.com/a/b—which", REPOSITORY),
    ("https://github.com/a/b’s", REPOSITORY),
    ("https://github.com/a/b&#x27;", REPOSITORY),
    ("https://github.com/a/b&mdash;which", REPOSITORY),
    ("**https://github.com/a/b**", REPOSITORY),
    ("_https://github.com/a/b_", REPOSITORY),
    ("'https://github.com/a/b'", REPOSITORY),
    ("见（https://github.com/a/b），其中", REPOSITORY),
    ("https://git\u200bhub.com/a/b", REPOSITORY),
    ("(https://github.com/a/b)and", REPOSITORY),
    ("https://github.com/a/b[^1]", REPOSITORY),
    ("https://github.com/a/b|x", REPOSITORY),
    ('<a href="https://github.com/a/b">x</a>', REPOSITORY),
    ("[lbl]: <https://github.com/a/b> 'title'", REPOSITORY),
    ("[x]( https://github.com/a/b )", REPOSITORY),
    ("[x](https://github.com/a/b (title))", REPOSITORY),
    ("[![ci](https://img.shields.io/a.svg)](https://github.com/a/b)", REPOSITORY),
    ("https://github.com/a/b,https://github.com/c", REPOSITORY, "url https://github.com/c"),
    ("[x](https://github.com/a/b.)", "url https://github.com/a/b."),
    ("[x](https://github.com/a/b. And", REPOSITORY),
    ("[x]: https://github.com/a/b.", "url https://github.com/a/b."),
    ("[x]: https://github.com/a/b, seen in May", REPOSITORY),
    ("[^x]: https://github.com/a/b.", REPOSITORY),
    ("[x](https://a.org/Gauss–Newton)", "url https://a.org/Gauss–Newton"),
    ("[x]: https://a.org/Gauss–Newton", "url https://a.org/Gauss–Newton"),
    ("https://a.org/Gauss–Newton_2007–2008.", "url https://a.org/Gauss–Newton_2007–2008"),
    ("[x](https://a.org/半導体、メモリ)", "url https://a.org/半導体、メモリ"),
    ("[x](https://a.org/?q=[1])", "url https://a.org/?q=[1]"),
    ("[x](<https://a.org/b_\\(c\\)>)", "url https://a.org/b_(c)"),
    ("[x](<https://a.org/b c>)", "url https://a.org/b%20c"),
    ("https://a.org/blob/main/TODO", "url https://a.org/blob/main/TODO"),
    ("https://a.org/TODO.md", "url https://a.org/TODO.md"),
    ("<https://github.com/a/b_(c).>", "url https://github.com/a/b_(c)."),
    ("[x](https://github.com/a/b(c)d)", "url https://github.com/a/b(c)d"),
    ("https://github.com:443/a", "url https://github.com:443/a"),
    ("HTTPS://GitHub.com/a", "url HTTPS://GitHub.com/a"),
    ("https://bücher.de/a", "url https://bücher.de/a"),
    ("https://xn--bcher-kva.de/a", "url https://xn--bcher-kva.de/a"),
    ("https://zh.wikipedia.org/wiki/人工智能。", "url https://zh.wikipedia.org/wiki/人工智能"),
    ("https://medium.com/@user/post", "url https://medium.com/@user/post"),
    ("https://a.org/2024/https://b.org/c", "url https://a.org/2024/https://b.org/c"),
    ("https://a.org/x?a=1&amp;b[]=2.", "url https://a.org/x?a=1&b[]=2"),
    ("https://a.org/doi:10.1145/1.2", "url https://a.org/doi:10.1145/1.2"),
    ("https://8.8.8.8/a", "url https://8.8.8.8/a"),
    ("![plot](https://github.com/a/b.png)",),
    ('<img width="8" src="https://github.com/a/b.png" />',),
    ("![plot][p]\n\n[P]: https://github.com/a/b.png",),
    ("[plot][p]\n\n[p]: https://github.com/a/b", REPOSITORY),
    ("https://a.org/TODO",),
    ("https://user@github.com/a",),
    ("https://user:secret@github.com/a",),
    ("https://github.com\\@evil.org/",),
    ("https://github.com:99999/a",),
    ("https://localhost:8000/a",),
    ("https://127.0.0.1/a",),
    ("https://192.168.1.1/a",),
    ("https://[::1]/a",),
    ("https://0x7f.1/a",),
    ("https://intranet/a",),
    ("https://wiki.corp/a",),
    ("https://foo.example.net/a",),
    ("https://ｅxample.com/a",),
    ("https://github.com/…/b",),
    ("https://github.com/...",),
    ("https://github.com/<owner>/<repo>",),
    ("https://github.com/{owner}/{repo}",),
    ("ftp://github.com/a",),
    ("git+https://github.com/a",),
    ("https:// github.com",),
]
OTHERS = [
    ("mlperf v5.0-0060", RESULT),
    ("MLPerf Inference 5.0-0060", RESULT),
    ("MLPerf\n5.0-0060", RESULT),
    ("MLPerf\u00a05.0-0060's", RESULT),
    ("_MLPerf 5.0-0060_", RESULT),
    ("MLPerf [5.0-0060](https://github.com/a/b)", RESULT, REPOSITORY),
    ("MLPerf 5.0-00601",),
    ("MLPerf 5.0-006",),
    ("5.0-0060",),
    ("[-@kwon2023]", "bib kwon2023"),
    ("_@kwon2023_ and *@mekala2025*", "bib kwon2023", "bib mekala2025"),
    ("[@kwon2023, Fig. 3; see also @mekala2025, pp. 3-4]", "bib kwon2023", "bib mekala2025"),
    ("@kwon2023's, 见@mekala2025。", "bib kwon2023", "bib mekala2025"),
    ("[@uccl\\_ep2025]", "bib uccl_ep2025"),
    ("[@kwon2023](https://github.com/a/b)", "bib kwon2023", REPOSITORY),
    ("@kwon2023/team",),
    ("@kwon2023@mastodon.social",),
    ("@kwon20233",),
    ("@Kwon2023",),
    ("\\@kwon2023",),
    ("[kwon2023]",),
]
MARKDOWN = [
    ("`` a ` arXiv:2405.04434 ``",),
    ("```\narXiv:2405.04434",),
    ("````\n```\narXiv:2405.04434\n````",),
    ("    arXiv:2405.04434",),
    ("Text:\n\n    arXiv:2405.04434\n\nmore",),
    ("- a\n\n      arXiv:2405.04434",),
    ("> a\n```\narXiv:2405.04434\n```",),
    ("- a\n```\narXiv:2405.04434\n```",),
    ("-     arXiv:2405.04434",),
    ("a <!-- arXiv:2405.04434 --> b",),
    ("<!--\narXiv:2405.04434\n\n-->\nMLPerf 5.0-0060", RESULT),
    ("`<!--` arXiv:2405.04434 `-->`", ONE),
    ("a <!-- arXiv:2405.04434", ONE),
    ("para\n    arXiv:2405.04434", ONE),
    ("- a\n\n    arXiv:2405.04434", ONE),
    ("`a\n\narXiv:2405.04434 `", ONE),
    ("- a `\n- arXiv:2405.04434 `", ONE),
    ("\\`arXiv:2405.04434\\`", ONE),
    ("<https://github.com/a/b`c> arXiv:2405.04434`", "url https://github.com/a/b`c", ONE),
    ("``` arXiv:2309.06180 ``` arXiv:2405.04434", ONE),
    ("~~~\na\n```\narXiv:2309.06180\n~~~\nMLPerf 5.0-0060", RESULT),
    ("```\r\narXiv:2405.04434\r\n```\r\nMLPerf 5.0-0060", RESULT),
    ("> ```\n> arXiv:2405.04434\n> ```\nMLPerf 5.0-0060", RESULT),
    ("> ```\n> arXiv:2405.04434\nMLPerf 5.0-0060", RESULT),
    ("- ```\n  arXiv:2405.04434\n  ```\n- MLPerf 5.0-0060", RESULT),
    ("1. x\n   ```sh\n   arXiv:2405.04434\n   ```\n   MLPerf 5.0-0060", RESULT),
]


@pytest.mark.parametrize("case", ARXIV + DOI + URL + OTHERS + MARKDOWN, ids=lambda case: case[0])
def test_hard_case(case: tuple[str, ...]) -> None:
    """Neighbours of the labelled examples, decided by the same grammar."""
    text, *expected = case
    assert cited(text) == expected


def test_keys_without_a_bibliography_need_brackets() -> None:
    """Nothing tells a bare key from a person's name; brackets do, unless they are a link's."""
    assert cited("@kwon2023 and [see @anyone2020]", None) == ["bib anyone2020"]
    assert cited("[@octocat](https://github.com/octocat)", None) == [
        "url https://github.com/octocat"
    ]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("arXiv:cs/0112017", "https://arxiv.org/abs/cs/0112017"),
        ("doi:10.1061/(asce)wr.1943", "https://doi.org/10.1061/(asce)wr.1943"),
        ("https://doi.org/10.1002/a%3C1%3E%23b", "https://doi.org/10.1002/a%3C1%3E%23b"),
        ("https://github.com/a/b", "https://github.com/a/b"),
        ("MLPerf 5.0-0060", None),
        ("[@plain]", None),
        ("[@page]", "https://www.jedec.org/x"),
        ("[@article]", "https://doi.org/10.1145/1.2"),
        ("[@preprint]", "https://arxiv.org/abs/2405.04434"),
    ],
)
def test_where_a_work_is_read(text: str, url: str | None) -> None:
    """A key takes its entry's url, else its DOI, else its e-print."""
    bibliography = Bibliography(
        {
            "plain": reference("plain"),
            "page": reference("page", url="https://www.jedec.org/x", doi="10.1145/1.2"),
            "article": reference("article", doi="10.1145/1.2", arxiv="2405.04434"),
            "preprint": reference("preprint", url="see the shelf", arxiv="2405.04434"),
        }
    )
    assert [found.citation.url for found in find(text, bibliography)] == [url]


NEAR_MISSES = [
    ("arXiv:1245.12345", "arXiv:1245.12345", "month 45 does not exist", None),
    ("(arXiv:2405.044345)", "arXiv:2405.044345", "too many digits after the point", None),
    ("arXiv:cs/011201.", "arXiv:cs/011201", "too few digits", None),
    ("arXiv:foo/0112017", "arXiv:foo/0112017", "no archive foo", None),
    ("arXiv:2405.04434v02", "arXiv:2405.04434v02", "no version v02", None),
    ("arXiv:2405.04434ff", "arXiv:2405.04434ff", "`ff` follows", None),
    ("arXiv:hep-th9711200.", "arXiv:hep-th9711200", "slash", "arXiv:hep-th/9711200"),
    ("arXiv:abs/2405.04434", "arXiv:abs/2405.04434", "alone", "arXiv:2405.04434"),
    ("https://arxiv.org/abs/cs0112017", "https://arxiv.org/abs/cs0112017", "slash",
     "https://arxiv.org/abs/cs/0112017"),
    ("arXiv:0612.1234", "arXiv:0612.1234", "began in April 2007", None),
    ("arXiv:XXXX.XXXXX,", "arXiv:XXXX.XXXXX", "placeholder", None),
    ("arXiv:", "arXiv:", "missing", None),
    ("in arXiv 2405.04434v2.", "arXiv 2405.04434v2", "colon", "arXiv:2405.04434v2"),
    ("arXiv preprint 2405.04434", "arXiv preprint 2405.04434", "colon", "arXiv:2405.04434"),
    ("arXiv:[2405.04434].", "arXiv:[2405.04434]", "before it", "arXiv:2405.04434"),
    ("10.1145/1.2.", "10.1145/1.2", "`doi:`", "doi:10.1145/1.2"),
    ("doi.org/10.1145/1.2", "doi.org/10.1145/1.2", "`doi:`", "doi:10.1145/1.2"),
    ("DOI 10.1145/1.2)", "DOI 10.1145/1.2", "`doi:`", "doi:10.1145/1.2"),
    ("dl.acm.org/doi/10.1145/1.2", "dl.acm.org/doi/10.1145/1.2", "`doi:`", "doi:10.1145/1.2"),
    ("doi:10.1038/s4‑021‑0.", "doi:10.1038/s4‑021‑0", "plain hyphens", "doi:10.1038/s4-021-0"),
    ("[a](https://doi.org/10.1038/s4–021)", "https://doi.org/10.1038/s4–021", "plain hyphens",
     "https://doi.org/10.1038/s4-021"),
    ("doi:11.1145/1.2", "doi:11.1145/1.2", "begins with `10.`", None),
    ("doi:10.12/abc", "doi:10.12/abc", "four digits", None),
    ("https://doi.org/10.1145/é", "https://doi.org/10.1145/é", "ASCII", None),
    ("doi:10.1145", "doi:10.1145", "registrant", None),
    ("doi:10.…", "doi:10.…", "cut short", None),
    ("doi:TBD", "doi:TBD", "placeholder", None),
    ("[a](http://arxiv.org/abs/1706.03762)", "http://arxiv.org/abs/1706.03762", "link to arXiv",
     "https://arxiv.org/abs/1706.03762"),
    ("http://doi.org/10.1145/1.2.", "http://doi.org/10.1145/1.2", "to doi.org",
     "https://doi.org/10.1145/1.2"),
    ("www.jedec.org/x, p. 2", "www.jedec.org/x", "needs `https://`", "https://www.jedec.org/x"),
    ("export.arxiv.org/abs/2405.04434", "export.arxiv.org/abs/2405.04434", "needs `https://`",
     "https://arxiv.org/abs/2405.04434"),
    ("https:/github.com/a/b.", "https:/github.com/a/b", "not `https:/`", "https://github.com/a/b"),
    ("<https://example.com/a>", "https://example.com/a", "placeholder", None),
    ("https://user@github.com/a", "https://user@github.com/a", "user name", None),
    ("https://127.0.0.1/a", "https://127.0.0.1/a", "private", None),
    ("https://github.com/<owner>/x", "https://github.com/<owner>", "fill in", None),
    ("https://github.com:70000/", "https://github.com:70000/", "port", None),
    ("ftp://a.org/b", "ftp://a.org/b", "`ftp:`", None),
    ("[link](url)", "(url)", "nowhere", None),
    ("source: TBD", "TBD", "holds the place", None),
    ("[citation needed]", "citation needed", "holds the place", None),
    ("MLPerf v6.0 Server", "MLPerf v6.0", "a round, not a result", None),
    ("MLPerf 5.0–0060", "MLPerf 5.0–0060", "plain hyphen", "MLPerf 5.0-0060"),
    ("MLPerf 5.0−0060", "MLPerf 5.0−0060", "plain hyphen", "MLPerf 5.0-0060"),
    ("MLPerf 5.0_0060", "MLPerf 5.0_0060", "plain hyphen", "MLPerf 5.0-0060"),
    ("MLPerf 5.0 - 0060.", "MLPerf 5.0 - 0060", "plain hyphen", "MLPerf 5.0-0060"),
    ("MLPerf (5.0-0060)", "MLPerf (5.0-0060)", "a space", "MLPerf 5.0-0060"),
    ("MLPerf5.0-0060", "MLPerf5.0-0060", "a space", "MLPerf 5.0-0060"),
    ("MLPerf X.Y-ZZZZ", "MLPerf X.Y-ZZZZ", "placeholder", None),
    ("MLPerf 5.0-60", "MLPerf 5.0-60", "four digits", None),
    ("[@kwon2024]", "@kwon2024", "no `kwon2024`", "@kwon2023"),
    ("[see @kwon203, p. 2]", "@kwon203", "no `kwon203`", "@kwon2023"),
    ("[@nobody]", "@nobody", "no `nobody`", None),
    ("[kwon2023]", "[kwon2023]", "without its `@`", "[@kwon2023]"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "span", "reason", "replacement"), NEAR_MISSES)
def test_near_miss(text: str, span: str, reason: str, replacement: str | None) -> None:
    """A near miss says where it stands, why it is no citation, and what to write where known."""
    (miss,) = near_misses(text, BIBLIOGRAPHY)
    assert text[miss.start : miss.end] == span
    assert reason in miss.reason
    assert miss.replacement == replacement
    assert miss.instead
    assert find(text, BIBLIOGRAPHY) == []


@pytest.mark.parametrize(
    "text",
    [
        "Posted on arXiv: a preprint. Its DOI: see below.",
        "We post to arXiv: 2024 preprint. **DOI:** see below.",
        "ar5iv.labs.arxiv.org/html/2405.04434",
        "Thanks @octocat [and @hubot]",
        "`arXiv:XXXX.XXXXX`",
        "```\nTODO\n```",
        "10.5 of 12, 10.0.0.1/24",
        "kwon2023@cs.example.edu",
        "[see](#notes), [data](../data/baselines.yaml)",
        "MLPerf, [MLPerf](https://mlcommons.org/benchmarks)",
        "[MLPerf v6.0](https://mlcommons.org/benchmarks)",
        "[10.1145/1.2](https://doi.org/10.1145/1.2)",
        "[arXiv 2405.04434](https://arxiv.org/abs/2405.04434v2)",
        "arXiv 2405.04434 (https://arxiv.org/abs/2405.04434)",
        "**arXiv:** https://arxiv.org/abs/2405.04434",
        "arXiv:2405.04434, 1234.56789 of them",
        "[kwon2023]\n\n[kwon2023]: https://github.com/a/b",
    ],
)
def test_no_near_miss(text: str) -> None:
    """What nobody meant as a citation is left alone."""
    assert near_misses(text, BIBLIOGRAPHY) == []


def test_what_a_citation_elsewhere_does_not_make_good() -> None:
    """Plain http stays a finding, and so do a guess and an id that hides behind another."""
    text = "[@kwon2023; @kwon203] arXiv:2405.04434,2309.06180 http://arxiv.org/abs/2405.04434"
    written = [text[miss.start : miss.end] for miss in near_misses(text, BIBLIOGRAPHY)]
    assert written == ["@kwon203", "2309.06180", "http://arxiv.org/abs/2405.04434"]


@pytest.mark.parametrize("labelled", LABELLED, ids=lambda labelled: labelled["note"])
def test_replacements_are_citations(labelled: dict) -> None:
    """Whoever follows a proposed replacement has a citation."""
    for miss in near_misses(labelled["text"], BIBLIOGRAPHY):
        assert miss.replacement is None or find(miss.replacement, BIBLIOGRAPHY)


PIECES = st.sampled_from(
    [labelled["text"] for labelled in LABELLED]
    + [case[0] for case in ARXIV + DOI + URL + OTHERS + MARKDOWN]
    + list("`~<>[]()!@*_\\|.,;:'\"/#?&%{}…\n\t \u200b\xad\0é的3a")
)
TEXTS = st.text() | st.lists(PIECES | st.text(max_size=3), max_size=8).map("".join)
BIBLIOGRAPHIES = st.sampled_from([None, BIBLIOGRAPHY])


@pytest.mark.parametrize("text", ["@İ", "@ı", "@ſ", "[@İa]"])
def test_letters_that_only_fold_to_ascii_make_no_key(text):
    """`İ` and its kind are ASCII in small letters, and no part of a key."""
    assert find(text) == []


@given(TEXTS, BIBLIOGRAPHIES)
@example("@", None)
@example("https://", None)
@example("\ud800 arXiv:2405.04434", None)
def test_spans_lie_in_the_text(text: str, bibliography: Bibliography | None) -> None:
    """Any text can be read; spans are in order, do not overlap, and end with no white space."""
    for marks in (find(text, bibliography), near_misses(text, bibliography)):
        at = 0
        for mark in marks:
            assert at <= mark.start < mark.end <= len(text)
            assert text[mark.start : mark.end].strip() == text[mark.start : mark.end]
            at = mark.end


@given(TEXTS, BIBLIOGRAPHIES)
def test_every_place_is_found(text: str, bibliography: Bibliography | None) -> None:
    """All places of a work include the first one, and each of them cites it."""
    places = find_all(text, bibliography)
    assert [f for f in find(text, bibliography) if f not in places] == []
    assert {f.citation for f in places} == {f.citation for f in find(text, bibliography)}


def test_repeated_citation() -> None:
    """A work that is cited twice is found in both places, and is one work."""
    text = "[@kwon2023] and again [@kwon2023]"
    assert [f.start for f in find_all(text, BIBLIOGRAPHY)] == [1, 23]
    assert len(find(text, BIBLIOGRAPHY)) == 1


@given(TEXTS, BIBLIOGRAPHIES)
def test_normal_forms_are_fixed_points(text: str, bibliography: Bibliography | None) -> None:
    """What a citation is written as is read as the same citation, and as nothing else."""
    for found in find(text, bibliography):
        again = find(str(found.citation), bibliography)
        assert [f.citation for f in again] == [found.citation]


def test_a_work_counts_once_where_it_is_cited_first() -> None:
    """An id, its link and its link text are one work; another version is another."""
    text = (
        "[arXiv:2405.04434](https://arxiv.org/pdf/2405.04434) arXiv:2405.04434v1 MLPerf v5.0-0060"
    )
    spans = [text[found.start : found.end] for found in find(text)]
    assert spans == ["arXiv:2405.04434", "arXiv:2405.04434v1", "MLPerf v5.0-0060"]


def test_a_span_covers_the_invisible_characters_inside() -> None:
    """Offsets are those of the text as handed in, although invisible characters are not read."""
    text = "\ufeffsee [x](https://git\u200bhub.com/a)"
    (found,) = find(text)
    assert text[found.start : found.end] == "https://git\u200bhub.com/a"


@given(st.lists(PIECES, max_size=4).map(" ".join))
def test_code_spans_hide(text: str) -> None:
    """Between two runs of backticks longer than any in the text, nothing is a citation."""
    line = re.sub(r"\s+", " ", text)
    assert find(f"a {'`' * 9} {line} {'`' * 9} b", BIBLIOGRAPHY) == []


@given(st.lists(PIECES, max_size=4).map("\n".join))
def test_fences_hide(text: str) -> None:
    """Nor is it between two fences longer than any in the text."""
    fence = "`" * 9
    assert find(f"{fence}\n{text}\n{fence}", BIBLIOGRAPHY) == []


@given(
    st.from_regex(r"arXiv:(0[89]|1[0-4])(0[1-9]|1[0-2])\.[1-9][0-9]{3}(v[1-9])?", fullmatch=True)
)
def test_every_issued_form_of_id_counts(text: str) -> None:
    """Ids of 2008 to 2014 have four digits, and are kept as they are written."""
    assert cited(text) == [f"arxiv {text.removeprefix('arXiv:')}"]
    assert str(Citation(Kind.ARXIV, text.removeprefix("arXiv:"), None)) == text


@pytest.mark.parametrize("unit", ["[", "(", "`"])
def test_a_megabyte_of_brackets(unit: str) -> None:
    """Time grows with length alone: a quadratic reading would not end while anyone watches."""
    assert find(unit * 1_000_000) == near_misses(unit * 1_000_000) == []


ENDLESS = """
    https://a,  https://a.b/(  <https://  http://\u0301\u0315  www.a-  ![](https://a.b/  ](  [@x](
    arxiv:a  doi:10.1234/(  doi:10.1234/a<1:  10.1234/  mlperf_5.0-  @a-  ``~`~  <!--`
    >  …  's  &amp;  \u200b  aaaa  x.xxx  [x](https://a.b/  ](<https://a.b/  [a]:<https://a.b/
    <img  <img/src=  ![a][  https:a-  a.b/doi/  [a  arxiv:[  arXiv:abs/  1234.12345,  a\u2013b
"""


@pytest.mark.parametrize("unit", ENDLESS.split())
def test_repetition_costs_no_more_than_its_length(unit: str) -> None:
    """The same for what begins a citation, or hides one, again and again without ending it."""
    for start in ("", "https://a.b/", "doi:10.1234/"):
        text = start + unit * (60_000 // len(unit))
        assert all(mark.end <= len(text) for mark in near_misses(text, BIBLIOGRAPHY))
