"""Vendor the used part of GitHub's own descriptions of its interfaces.

Run by hand, with npm at hand: `python -m tests.github.vendor`. It writes `vendored/`:

- `openapi.json`: the REST operations and webhook payloads that `used.json` lists, as JSON
  Schema 2020-12 (OpenAPI 3.0's `nullable` is translated), without prose and examples.
- `schema.graphql`: the GraphQL types that it lists and what their fields refer to.
- `webhooks.json`: one example payload for each webhook event that the fake sends.
"""

import json
import re
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graphql import (
    GraphQLInputObjectType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    build_schema,
    get_named_type,
    is_input_object_type,
    is_interface_type,
    is_leaf_type,
    is_object_type,
    is_union_type,
    print_type,
    strip_ignored_characters,
)

VENDORED = Path(__file__).parent / "vendored"
USED = json.loads((VENDORED / "used.json").read_text())
OPENAPI = "@octokit/openapi"
GRAPHQL = "@octokit/graphql-schema"
WEBHOOKS = "@octokit/webhooks-examples"
DEFINITIONS = "urn:github#/$defs/"

PROSE = {
    "description",
    "summary",
    "title",
    "example",
    "examples",
    "externalDocs",
    "tags",
    "deprecated",
    "discriminator",
    "default",
    "readOnly",
    "writeOnly",
    "xml",
}


def main() -> None:
    with tempfile.TemporaryDirectory() as directory:
        packages = {name: download(name, Path(directory)) for name in (OPENAPI, GRAPHQL, WEBHOOKS)}
        description = json.loads(
            (packages[OPENAPI] / "generated" / "api.github.com.json").read_text()
        )
        sdl = (packages[GRAPHQL] / "schema.graphql").read_text()
        examples = json.loads((packages[WEBHOOKS] / "api.github.com" / "index.json").read_text())
        notices = {name: notice(package) for name, package in packages.items()}
    write("openapi.json", compact(openapi(description)))
    write("schema.graphql", graphql(sdl))
    write("webhooks.json", lines(webhook_examples(examples)))
    write("LICENSE.md", licences(notices))


def download(name: str, directory: Path) -> Path:
    """Unpack the newest release of an npm package; return its folder."""
    packed = subprocess.run(
        ["npm", "pack", "--json", name],
        cwd=directory,
        check=True,
        capture_output=True,
        text=True,
    )
    target = directory / name.rpartition("/")[2]
    with tarfile.open(directory / json.loads(packed.stdout)[0]["filename"]) as archive:
        archive.extractall(target, filter="data")
    return target / "package"


def notice(package: Path) -> dict[str, Any]:
    """The package's manifest, with the copyright line that goes with its licence."""
    loaded: dict[str, Any] = json.loads((package / "package.json").read_text())
    if loaded["license"] != "MIT":
        raise SystemExit(f"{loaded['name']} is no longer under the MIT licence")
    text = "".join(file.read_text() for file in package.glob("LICENSE*"))
    found = re.search(r"Copyright \(c\) [\w ]+?(?= - |\n)", text)
    return loaded | {"copyright": found[0] if found else f"by {loaded['author']}"}


def write(name: str, text: str) -> None:
    (VENDORED / name).write_text(text + "\n")


def compact(value: dict[str, dict[str, Any]]) -> str:
    """One line for each part of a part, so that an update is a readable diff."""
    return "{\n" + ",\n".join(f"{json.dumps(key)}:{lines(value[key])}" for key in value) + "\n}"


def lines(value: dict[str, Any]) -> str:
    parts = (
        f"{json.dumps(key)}:{json.dumps(part, separators=(',', ':'), sort_keys=True)}"
        for key, part in sorted(value.items())
    )
    return "{\n" + ",\n".join(parts) + "\n}"


# OpenAPI


def openapi(description: dict[str, Any]) -> dict[str, Any]:
    """The used operations by operation id, webhook payload schemas, and the schemas they name."""
    operations = {
        operation["operationId"]: slim_operation(description, path, method, item, operation)
        for path, item in description["paths"].items()
        for method, operation in item.items()
        if isinstance(operation, dict) and operation.get("operationId") in USED["operations"]
    }
    correct(description, operations)
    webhooks = {
        name: content(description["x-webhooks"][name]["post"]["requestBody"])
        for name in USED["webhooks"]
    }
    missing = set(USED["operations"]) - operations.keys()
    if missing:
        raise SystemExit(f"no longer described: {', '.join(sorted(missing))}")
    return {
        "operations": operations,
        "webhooks": webhooks,
        "$defs": closure(description["components"]["schemas"], [operations, webhooks]),
    }


def correct(description: dict[str, Any], operations: dict[str, Any]) -> None:
    """Put right what the description tells otherwise than GitHub does."""
    # Each account is described as a user *and* an enterprise at once, which none is.
    operations["apps/list-installations"]["responses"]["200"]["items"] = {
        "$ref": f"{DEFINITIONS}installation"
    }
    # A pull request outlives the fork that it came from.
    for name in ("pull-request", "pull-request-simple"):
        head = description["components"]["schemas"][name]["properties"]["head"]
        repository = head["properties"]["repo"]
        head["properties"]["repo"] = {"allOf": [repository], "nullable": True}


def slim_operation(
    description: dict[str, Any], path: str, method: str, item: Any, operation: Any
) -> dict[str, Any]:
    parameters = [
        resolve(description, parameter)
        for parameter in [*item.get("parameters", []), *operation.get("parameters", [])]
    ]
    body = operation.get("requestBody")
    return {
        "method": method.upper(),
        "path": path,
        "parameters": [
            {
                "name": parameter["name"],
                "in": parameter["in"],
                "required": parameter.get("required", False),
                "multi_segment": parameter.get("x-multi-segment", False),
                "schema": slim(parameter["schema"]),
            }
            for parameter in parameters
        ],
        "body": content(body) if body else None,
        "body_required": bool(body and body.get("required")),
        "responses": {
            status: content(resolve(description, response))
            for status, response in operation["responses"].items()
        },
    }


def content(holder: dict[str, Any]) -> Any:
    """The JSON schema of a request body or a response; None when it has no JSON."""
    media = holder.get("content", {}).get("application/json")
    return slim(media["schema"]) if media else None


def resolve(description: dict[str, Any], value: dict[str, Any]) -> Any:
    while "$ref" in value:
        target: Any = description
        for step in value["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        value = target
    return value


def slim(schema: Any, *, named: bool = False) -> Any:
    """A schema without prose; `named` says that the keys are property names, not keywords."""
    if isinstance(schema, list):
        return [slim(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if named:
        # The list of events lags behind those that there are.
        return {
            name: {"type": "array"} if name == "events" else slim(part)
            for name, part in schema.items()
        }
    if "$ref" in schema:
        return {"$ref": schema["$ref"].replace("#/components/schemas/", DEFINITIONS)}
    if schema.get("format") == "email":
        # GitHub's own bots write from `name[bot]@…`, which is no address by the letter.
        schema = {key: value for key, value in schema.items() if key != "format"}
    kept = {
        key: value if key in {"enum", "required"} else slim(value, named=key == "properties")
        for key, value in schema.items()
        if key not in PROSE and not key.startswith("x-") and key != "nullable"
    }
    return nullable(kept) if schema.get("nullable") else kept


def nullable(schema: dict[str, Any]) -> dict[str, Any]:
    if not isinstance(schema.get("type"), str):
        return {"anyOf": [schema, {"type": "null"}]} if schema else schema
    widened = {**schema, "type": [schema["type"], "null"]}
    if "enum" in schema and None not in schema["enum"]:
        widened["enum"] = [*schema["enum"], None]
    return widened


def closure(schemas: dict[str, Any], roots: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    waiting = list(references(roots))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = slim(schemas[name])
            waiting.extend(references(found[name]))
    return found


def references(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for part in value:
            yield from references(part)
    elif isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"].rpartition("/")[2]
        for part in value.values():
            yield from references(part)


# GraphQL


def graphql(sdl: str) -> str:
    """The used types; a field that leads to any other object type is left out."""
    source = re.sub(r'"""[\s\S]*?"""', "", sdl)
    schema = build_schema(source, assume_valid=True)
    roots = {"Query": USED["queries"], "Mutation": USED["mutations"]}
    kept = {*USED["types"], *roots, *payloads(schema)}
    printed: dict[str, str] = {}
    waiting = sorted(kept)
    while waiting:
        name = waiting.pop()
        if name in printed or name in {"String", "Int", "Float", "Boolean", "ID"}:
            continue
        slimmed, needed = slim_type(schema.type_map[name], kept, roots.get(name))
        printed[name] = slimmed
        waiting.extend(needed)
    text = strip_ignored_characters("\n".join(printed[name] for name in sorted(printed)))
    return re.sub(r"(?<=\})(?=type |enum |input |interface |union |scalar )", "\n", text)


def payloads(schema: GraphQLSchema) -> set[str]:
    mutations = schema.type_map["Mutation"]
    assert isinstance(mutations, GraphQLObjectType)
    return {get_named_type(mutations.fields[name].type).name for name in USED["mutations"]}


def slim_type(
    kind: GraphQLNamedType, kept: set[str], only: list[str] | None
) -> tuple[str, set[str]]:
    """The type's definition without what leads outside `kept`, and the names it needs."""
    needed: set[str] = set()
    if is_union_type(kind):
        assert isinstance(kind, GraphQLUnionType)
        members = [member.name for member in kind.types if member.name in kept]
        return f"union {kind.name} = {' | '.join(members)}", set()
    if is_input_object_type(kind):
        assert isinstance(kind, GraphQLInputObjectType)
        return print_type(kind), {get_named_type(f.type).name for f in kind.fields.values()}
    if not (is_object_type(kind) or is_interface_type(kind)):
        return print_type(kind), set()
    for name, field in list(kind.fields.items()):
        target = get_named_type(field.type)
        if (only is not None and name not in only) or not (
            is_leaf_type(target) or target.name in kept
        ):
            del kind.fields[name]
            continue
        needed.add(target.name)
        needed |= {get_named_type(argument.type).name for argument in field.args.values()}
    kind.interfaces = tuple(face for face in kind.interfaces if face.name in kept)
    return print_type(kind), needed


# Webhooks


def webhook_examples(examples: list[dict[str, Any]]) -> dict[str, Any]:
    """The first example of each event; the fake overwrites every fact in it."""
    by_event = {item["name"]: item["examples"] for item in examples}
    return {
        wanted: next(
            example
            for example in by_event[wanted.partition(".")[0]]
            if example.get("action", "") == wanted.partition(".")[2]
        )
        for wanted in USED["examples"]
    }


def licences(notices: dict[str, dict[str, Any]]) -> str:
    rows = [
        "# Where these files come from",
        "",
        "Cut down by `tests/github/vendor.py` to what `used.json` lists; do not edit by hand.",
        "",
        "| file | npm package | version | repository | licence | copyright |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    files = {"openapi.json": OPENAPI, "schema.graphql": GRAPHQL, "webhooks.json": WEBHOOKS}
    for file, name in files.items():
        package = notices[name]
        repository = package["repository"].removeprefix("github:")
        cells = [f"`{file}`", f"`{name}`", package["version"], repository, "MIT"]
        rows.append(f"| {' | '.join([*cells, package['copyright']])} |")
    return "\n".join([*rows, "", MIT])


MIT = """\
MIT License

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute,
sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or
substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT
OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE."""


if __name__ == "__main__":
    main()
