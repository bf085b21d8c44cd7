"""Write what is generated: `python -m tests.generate`, or only compare with `--check`."""

import argparse
import json
import re
import sys
from pathlib import Path

from registry.baselines.json_schema import json_schema
from registry.document import read_document
from registry.yaml_mending import quoted
from rules import RULES
from rules.manual import manual
from tests.e2e.budget import table

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
FORM = ROOT / ".github" / "ISSUE_TEMPLATE" / "failed-attempt.yml"
REGISTRY = ROOT / "registry" / "data" / "bottleneck_registry.md"
SCHEMA = ROOT / "registry" / "data" / "baselines.schema.json"
BEGIN, END = "<!-- begin generated -->\n", "<!-- end generated -->\n"


def generated() -> dict[Path, str]:
    """Return each generated file with the text it should hold."""
    requests = DOCS / "requests.md"
    head, _, rest = requests.read_text().partition(BEGIN)
    _, _, tail = rest.partition(END)
    return {
        DOCS / "rules.md": manual(RULES),
        SCHEMA: json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n",
        FORM: form(FORM.read_text(), REGISTRY.read_text()),
        requests: f"{head}{BEGIN}{table()}\n{END}{tail}",
    }


def form(text: str, registry: str) -> str:
    """Return the form with the registry's entries as the choices of its dropdown."""
    entries = read_document(registry).entries
    options = "".join(f"        - {quoted(f'{entry.id}: {entry.name}')}\n" for entry in entries)
    return re.sub(r"(?<=      options:\n)(?:        - .*\n)+", lambda _: options, text)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.generate", description=__doc__)
    parser.add_argument("--check", action="store_true", help="fail where a file is out of date")
    stale = {
        path: text
        for path, text in generated().items()
        if not path.exists() or path.read_text() != text
    }
    if parser.parse_args().check:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is out of date: run `make docs`.")
        return 1 if stale else 0
    for path, text in stale.items():
        path.write_text(text)
        print(f"wrote {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
