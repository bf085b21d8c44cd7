"""Which rules a repository runs, and how much each matters there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rules.rule import Rule, Severity


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """Severities by rule code or name; None switches a rule off, a missing key is the default."""

    severities: Mapping[str, Severity | None] = field(default_factory=dict)

    def severity_of(self, rule: Rule) -> Severity | None:
        """Return the severity in force, or None for a rule that is off. The code wins."""
        for key in (rule.code, rule.name):
            if key in self.severities:
                return self.severities[key]
        return rule.severity
