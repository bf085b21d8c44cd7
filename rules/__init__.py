"""The judgement: one file a rule, each a pure function from a change or a state to remarks.

`RULES` is found by walking this package, so a new rule is a new file and nothing else.
No network, no clock, no GitHub.
"""

from importlib import import_module
from pkgutil import iter_modules

from rules.rule import Rule


def _discover() -> tuple[Rule, ...]:
    names = sorted(module.name for module in iter_modules(__path__) if module.name[:2] == "rb")
    return tuple(Rule.of(import_module(f"{__name__}.{name}")) for name in names)


RULES: tuple[Rule, ...] = _discover()
