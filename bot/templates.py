"""Templates: sandboxed, strict, and inert unless a value says it is Markdown of our own."""

from functools import cache
from typing import Any

from jinja2 import PackageLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from bot.inert import Markdown, code, fenced, plain, sentence


def _finalize(value: Any) -> Any:
    """Make every value that a template prints literal text, unless it is known to be Markdown."""
    return value if isinstance(value, (Markdown, int)) else plain(str(value))


def _indented(text: str, width: int) -> Markdown:
    """Indent all lines but the first, so that a block stays inside its list item."""
    return Markdown(text.replace("\n", "\n" + " " * width))


@cache
def _environment() -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        loader=PackageLoader("templates", "comments"),
        undefined=StrictUndefined,
        finalize=_finalize,
        autoescape=False,  # the output is Markdown; `_finalize` escapes for that
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "code": code,
        "fenced": fenced,
        "indented": _indented,
        "sentence": sentence,
    }
    return environment


def render(name: str, **values: Any) -> str:
    """Render `templates/comments/<name>`. Raises jinja2.UndefinedError for a value not given."""
    return _environment().get_template(name).render(**values).strip() + "\n"
