"""GitHub's own description of its REST API and webhooks, as routes and validators.

The vendored description is JSON Schema 2020-12; see `vendor.py`.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema_rs

VENDORED = Path(__file__).parent / "vendored"


@lru_cache(maxsize=1)
def description() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((VENDORED / "openapi.json").read_text())
    return loaded


@lru_cache(maxsize=1)
def registry() -> jsonschema_rs.Registry:
    return jsonschema_rs.Registry([("urn:github", {"$defs": description()["$defs"]})])


def validator(schema: Any) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(schema, registry=registry(), validate_formats=True)


def problems(schema: Any, value: Any, where: str) -> list[str]:
    """What is wrong with a value, one sentence each."""
    return [
        f"{'.'.join([where, *map(str, error.instance_path)])}: {error.message}"
        for error in validator(schema).iter_errors(value)
    ]


@dataclass(frozen=True)
class Operation:
    """One operation of the REST API."""

    id: str
    method: str
    path: str
    parameters: list[dict[str, Any]]
    body: Any
    body_required: bool
    responses: dict[str, Any]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        wide = {each["name"] for each in self.parameters if each["multi_segment"]}

        def group(match: re.Match[str]) -> str:
            name = match[1]
            return f"(?P<{name}>{'.*' if name in wide else '[^/]+'})"

        return re.compile(re.sub(r"\{(\w+)\}", group, self.path))

    @property
    def success(self) -> int:
        """The status of a request carried out; the highest, where there are several."""
        return max(int(status) for status in self.responses if status.startswith("2"))

    def check_request(
        self, path: Mapping[str, str], query: Mapping[str, str], body: Any
    ) -> list[str]:
        found = [
            problem
            for parameter in self.parameters
            for problem in self._check_parameter(parameter, path, query)
        ]
        known = {each["name"] for each in self.parameters if each["in"] == "query"}
        found += [f"query.{name}: not a parameter of {self.id}" for name in query.keys() - known]
        if body is None:
            return [*found, "body: missing"] if self.body_required else found
        if self.body is None:
            return [*found, f"body: {self.id} takes none"]
        return found + problems(self.body, body, "body") + self._unknown(body)

    def _check_parameter(
        self, parameter: dict[str, Any], path: Mapping[str, str], query: Mapping[str, str]
    ) -> list[str]:
        name, values = parameter["name"], {"path": path, "query": query}.get(parameter["in"], {})
        if name not in values:
            missing = parameter["required"] and parameter["in"] in {"path", "query"}
            return [f"{parameter['in']}.{name}: missing"] if missing else []
        value = typed(values[name], parameter["schema"])
        return problems(parameter["schema"], value, f"{parameter['in']}.{name}")

    def _unknown(self, body: Any) -> list[str]:
        """Names that the description does not have: GitHub drops them, so they are mistakes."""
        properties = self.body.get("properties")
        if not isinstance(body, dict) or properties is None:
            return []
        return [f"body.{name}: not described" for name in body.keys() - properties.keys()]

    def check_response(self, status: int, body: Any) -> list[str]:
        if str(status) not in self.responses:
            # Limits, lost rights and outages are not described for each operation.
            return [] if status >= 400 else [f"{self.id} never answers {status}"]
        schema = self.responses[str(status)]
        if schema is None or status >= 400:
            return []
        return problems(schema, body, f"{self.id} {status}")


def typed(text: str, schema: dict[str, Any]) -> Any:
    """A path or query parameter's text as the JSON value that its schema speaks of."""
    kinds = [part.get("type") for part in schema.get("oneOf", [schema])]
    if "integer" in kinds and re.fullmatch(r"-?\d+", text):
        return int(text)
    if "boolean" in kinds and text in {"true", "false"}:
        return text == "true"
    return text


@lru_cache(maxsize=1)
def operations() -> dict[str, Operation]:
    """By id, the most literal path first, so that the first match is the right one."""
    described = description()["operations"].items()
    found = [Operation(id=name, **facts) for name, facts in described]
    found.sort(key=lambda one: (one.path.count("{"), -one.path.count("/"), one.path))
    found.sort(key=lambda one: any(each["multi_segment"] for each in one.parameters))
    return {one.id: one for one in found}


def find(method: str, raw_path: str) -> tuple[Operation, dict[str, str]] | None:
    """The operation that a request means, and its path parameters, decoded."""
    for operation in operations().values():
        match = operation.pattern.fullmatch(raw_path)
        if match and operation.method == method:
            return operation, {name: unquote(text) for name, text in match.groupdict().items()}
    return None


def check_webhook(event: str, action: str | None, payload: Any) -> list[str]:
    name = "-".join([event, *([action] if action else [])]).replace("_", "-")
    return problems(description()["webhooks"][name], payload, f"{event} {action}")
