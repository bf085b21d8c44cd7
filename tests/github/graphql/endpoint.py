"""One request to `/graphql`: reading it, running it, wording its errors as GitHub does."""

import json
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from graphql import (
    DocumentNode,
    ExecutionResult,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    build_schema,
    execute_sync,
    parse,
    validate,
)

from tests.github.accounts import Refused
from tests.github.auth import Principal
from tests.github.faults import Fault
from tests.github.graphql.context import Context
from tests.github.graphql.fields import resolve_field, resolve_type
from tests.github.validation import VENDORED

if TYPE_CHECKING:
    from tests.github.fake import GitHub


@lru_cache(maxsize=1)
def schema() -> GraphQLSchema:
    return build_schema((VENDORED / "schema.graphql").read_text(), assume_valid=True)


@dataclass(slots=True)
class Document:
    name: str | None = None
    kind: str | None = None
    fields: list[str] = field(default_factory=list)
    variables: dict[str, Any] | None = None
    parsed: DocumentNode | None = None
    error: str | None = None
    status: int = 200

    @classmethod
    def read(cls, text: str) -> "Document":
        """Never raises: what is wrong with the text is answered later, to who may ask."""
        try:
            body = json.loads(text)
            parsed = parse(body["query"])
        except (json.JSONDecodeError, KeyError, TypeError):
            return cls(error="Problems parsing JSON", status=400)
        except GraphQLError as error:
            return cls(error=f"Parse error: {error.message}")
        operations = [one for one in parsed.definitions if isinstance(one, OperationDefinitionNode)]
        wanted = body.get("operationName")
        chosen = [one for one in operations if wanted in {None, one.name and one.name.value}]
        if len(chosen) != 1:
            return cls(error="An operation name is required")
        operation = chosen[0]
        return cls(
            operation.name.value if operation.name else None,
            operation.operation.value,
            root_fields(parsed, operation.selection_set),
            body.get("variables") or {},
            parsed,
        )

    def execute(self, github: "GitHub", principal: Principal, fault: Fault | None) -> Any:
        """The response body; raises Refused for requests that GraphQL never sees."""
        if principal.kind != "installation":
            raise Refused(401, "This endpoint requires you to be authenticated.")
        if self.parsed is None:
            if self.status != 200:
                raise Refused(self.status, self.error or "")
            github.violations.append(f"graphql: {self.error}")
            return {"errors": [{"message": self.error}]}
        found = validate(schema(), self.parsed)
        if found:
            github.violations += [f"graphql {self.name}: {error.message}" for error in found]
            return {"errors": [error.formatted for error in found]}
        context = Context(github.world, github.limits, principal, github.violations, fault)
        result = execute_sync(
            schema(),
            self.parsed,
            context_value=context,
            variable_values=self.variables,
            operation_name=self.name,
            field_resolver=resolve_field,
            type_resolver=resolve_type,
        )
        return self.worded(result, github.violations)

    def worded(self, result: ExecutionResult, violations: list[str]) -> dict[str, Any]:
        body: dict[str, Any] = {"data": result.data}
        for error in result.errors or []:
            kind = error_kind(error)
            if kind is None:
                # Wrong variables, or a field that the fake does not answer: not GitHub's doing.
                violations.append(f"graphql {self.name}: {error.message}")
            shown = {**error.formatted, **({"type": kind} if kind else {})}
            shown.pop("extensions", None)
            body.setdefault("errors", []).append(shown)
        return body


def root_fields(document: DocumentNode, selections: SelectionSetNode) -> list[str]:
    """The names of the root fields, one for each alias, fragments opened."""
    fragments = {
        one.name.value: one.selection_set
        for one in document.definitions
        if isinstance(one, FragmentDefinitionNode)
    }
    names: list[str] = []
    for one in selections.selections:
        if isinstance(one, FieldNode):
            names.append(one.name.value)
        elif isinstance(one, FragmentSpreadNode):
            names += root_fields(document, fragments[one.name.value])
        elif isinstance(one, InlineFragmentNode):
            names += root_fields(document, one.selection_set)
    return names


def error_kind(error: GraphQLError) -> str | None:
    if isinstance(error.original_error, Refused):
        return error.original_error.kind
    kind = (error.extensions or {}).get("type")
    return kind if isinstance(kind, str) else None
