"""The JSON Schema of a baseline file, from which editors complete and check while one types."""

from typing import Any

from registry.baselines.fields import (
    AUDITS,
    HEADLINE_RECORDS,
    OPEN_SECTIONS,
    SCENARIOS,
    TEXTS,
    USES,
    Field,
)

_NUMBER: dict[str, Any] = {"type": "number"}
_SOURCE: dict[str, Any] = {
    "description": "A citation: a link, arXiv:…, doi:…, an MLPerf result id or @key; or a list.",
    "anyOf": [
        {"type": "string", "minLength": 1},
        {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1},
    ],
}
_AUDIT: dict[str, Any] = {
    "description": "How strong the evidence is, strongest first.",
    "enum": list(AUDITS),
}
_VOCABULARIES = {"scenario": SCENARIOS, "use": USES}


def json_schema() -> dict[str, Any]:
    """Return the schema (draft 2020-12) of `registry/data/baselines.yaml`."""
    flat = {path: fields for path, fields in HEADLINE_RECORDS.items() if "." not in path}
    families = {
        path.partition(".")[2]: fields
        for path, fields in HEADLINE_RECORDS.items()
        if path.startswith("asics.")
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Baselines of the LLM inference bottleneck registry",
        "type": "object",
        "additionalProperties": False,
        "required": [*flat, *OPEN_SECTIONS, "asics"],
        "properties": {
            "version": {"type": "string"},
            "updated": {"type": "string"},
            **{name: _record(fields) for name, fields in flat.items()},
            **{
                name: {"type": "object", "additionalProperties": _record(fields)}
                for name, fields in OPEN_SECTIONS.items()
            },
            "asics": {
                "type": "object",
                "additionalProperties": False,
                "properties": {name: _record(fields) for name, fields in families.items()},
            },
            "unlocks": {"type": "array", "items": _unlock()},
        },
        "$defs": {"quantity": _quantity(), "source": _SOURCE, "audit": _AUDIT},
    }


def _record(fields: dict[str, Field]) -> dict[str, Any]:
    texts: dict[str, Any] = {
        key: {"type": "string", "description": doc} for key, doc in TEXTS.items()
    }
    for key, words in _VOCABULARIES.items():
        texts[key] = {"enum": list(words), "description": TEXTS[key]}
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            **texts,
            "audit": {"$ref": "#/$defs/audit"},
            "source": {"$ref": "#/$defs/source"},
            **{key: _described(field) for key, field in fields.items()},
        },
    }


def _described(field: Field) -> dict[str, Any]:
    unit = "a plain number (count, share, ratio)" if field.unit == "count" else field.unit
    return {"$ref": "#/$defs/quantity", "description": f"{field.doc}; unit: {unit}"}


def _quantity() -> dict[str, Any]:
    return {
        "description": "`3.35 TB/s`, or a mapping with value or low and high, unit, audit, source.",
        "anyOf": [
            {"type": "string", "pattern": r"^[+-]?[\d.]+([eE][+-]?\d+)?[ \t]+\S+$"},
            {
                "type": "object",
                "additionalProperties": False,
                "required": ["unit"],
                "anyOf": [{"required": ["value"]}, {"required": ["low", "high"]}],
                "properties": {
                    # YAML 1.1 readers take 8e3 for a text, and the registry's own takes both.
                    **{
                        key: {"anyOf": [_NUMBER, {"type": "string", "pattern": r"^[\d.]+e\d+$"}]}
                        for key in ("value", "low", "high")
                    },
                    "unit": {"type": "string", "minLength": 1},
                    "audit": {"$ref": "#/$defs/audit"},
                    "source": {"$ref": "#/$defs/source"},
                    "note": {"type": "string"},
                },
            },
        ],
    }


def _unlock() -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["entry", "parameter", "open", "resolved"],
        "properties": {
            "entry": {"type": "string", "description": "the id of an entry, for example B1"},
            "parameter": {"type": "string", "description": "a path such as agent.duty"},
            "audit": {"$ref": "#/$defs/audit"},
            "source": {"$ref": "#/$defs/source"},
            "note": {"type": "string"},
            **{
                status: {"$ref": "#/$defs/quantity", "description": f"while the entry is {status}"}
                for status in ("open", "partial", "resolved")
            },
        },
    }
