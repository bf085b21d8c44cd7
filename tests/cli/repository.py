"""A git repository in a temporary folder that holds the sample registry."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from registry.snapshot import Paths
from rules.rule import Example
from rules.sample import play

REGISTRY = Paths().registry
REFERENCES = Paths().references
CONFIGURATION = ".github/registry-bot.yml"
BIBLIOGRAPHY = "@article{kwon2023,\n  title = {Paged},\n  url = {https://vllm.ai/paged},\n}\n"


def registry(fields: str = "") -> str:
    """Return the sample registry with `fields` in place of those of its entry B1."""
    return play(Example(fields)).after.document.text


@dataclass(frozen=True)
class Repository:
    path: Path

    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=self.path, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    def write(self, path: str, content: str | bytes) -> None:
        place = self.path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)

    def commit(self, files: dict[str, str | bytes] | None = None) -> str:
        """Write the files, commit everything, return the commit's id."""
        for path, content in (files or {}).items():
            self.write(path, content)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "Change")
        return self.git("rev-parse", "HEAD")

    def branch(self, name: str) -> None:
        self.git("checkout", "--quiet", "-b", name)


def new_repository(path: Path) -> Repository:
    """Return a repository whose branch `main` holds the sample registry."""
    path.mkdir(parents=True)
    made = Repository(path)
    made.git("init", "--quiet", "--initial-branch", "main")
    made.commit({REGISTRY: registry(), REFERENCES: BIBLIOGRAPHY, "README.md": "A registry\n"})
    return made
