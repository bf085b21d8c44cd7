"""Check suites and check runs, with the Checks API's own rules."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tests.github.accounts import Actor, App, Refused, User, invalid

if TYPE_CHECKING:
    from tests.github.repository import Repository

ANNOTATIONS_A_REQUEST = 50
TEXT_LIMIT = 65_535
# The worst first, as GitHub sums up a suite.
CONCLUSIONS = (
    "action_required",
    "timed_out",
    "cancelled",
    "failure",
    "stale",
    "success",
    "neutral",
    "skipped",
)


@dataclass(frozen=True, slots=True)
class Annotation:
    path: str
    start_line: int
    end_line: int
    annotation_level: str
    message: str
    title: str | None = None
    raw_details: str | None = None
    start_column: int | None = None
    end_column: int | None = None


@dataclass(slots=True)
class Output:
    title: str | None = None
    summary: str | None = None
    text: str | None = None
    annotations: list[Annotation] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class CheckSuite:
    id: int
    node_id: str
    repository: "Repository"
    app: App
    head_sha: str
    head_branch: str | None
    before: str | None
    created_at: datetime
    updated_at: datetime
    runs: list["CheckRun"] = field(default_factory=list)

    @property
    def latest_runs(self) -> list["CheckRun"]:
        """The newest run of each name, which is what counts."""
        return list({run.name: run for run in self.runs}.values())

    @property
    def status(self) -> str:
        if not self.runs:
            return "queued"
        done = all(run.status == "completed" for run in self.latest_runs)
        return "completed" if done else "in_progress"

    @property
    def conclusion(self) -> str | None:
        if self.status != "completed":
            return None
        return min((run.conclusion or "" for run in self.latest_runs), key=CONCLUSIONS.index)

    def rerequest(self, by: Actor | User | str) -> None:
        self.emit("rerequested", by)

    def emit(self, action: str, by: Actor | User | str) -> None:
        world = self.repository.world
        sender = world.actor(by).user
        world.emit("check_suite", action, self.repository, sender, check_suite=self)


@dataclass(eq=False, slots=True)
class CheckRun:
    id: int
    node_id: str
    suite: CheckSuite
    name: str
    started_at: datetime
    status: str = "queued"
    conclusion: str | None = None
    external_id: str = ""
    details_url: str | None = None
    completed_at: datetime | None = None
    output: Output = field(default_factory=Output)

    def change(self, facts: dict[str, Any], actor: Actor) -> None:
        """Apply a create or update request's body (REST's names); raises Refused."""
        check_facts(facts)
        was_completed = self.status == "completed"
        status = "completed" if facts.get("conclusion") else facts.get("status", self.status)
        if was_completed and status != "completed":
            # A completed run stays completed; a re-run is a new run of the same name.
            raise invalid("CheckRun", "status", message="a completed check run cannot be reopened")
        if status == "completed" and not (facts.get("conclusion") or self.conclusion):
            raise invalid("CheckRun", "conclusion", "missing_field")
        world = self.suite.repository.world
        self.status = status
        self.conclusion = facts.get("conclusion") or self.conclusion
        for name in ("name", "external_id", "details_url"):
            if facts.get(name) is not None:
                setattr(self, name, facts[name])
        if facts.get("started_at"):
            self.started_at = world.parse_time(facts["started_at"])
        if status == "completed":
            stamp = facts.get("completed_at")
            self.completed_at = (
                world.parse_time(stamp) if stamp else self.completed_at or world.now()
            )
        self.report(facts.get("output") or {})
        self.suite.updated_at = world.now()
        if status == "completed" and not was_completed:
            self.emit("completed", actor)
            if self.suite.status == "completed":
                self.suite.emit("completed", actor)

    def report(self, output: dict[str, Any]) -> None:
        """Texts replace what was there; annotations are appended, as GitHub does."""
        for name in ("title", "summary", "text"):
            if output.get(name) is not None:
                setattr(self.output, name, output[name])
        self.output.annotations += [Annotation(**item) for item in output.get("annotations") or []]

    def rerequest(self, by: Actor | User | str) -> None:
        self.emit("rerequested", by)

    def emit(self, action: str, by: Actor | User | str) -> None:
        repository = self.suite.repository
        sender = repository.world.actor(by).user
        repository.world.emit("check_run", action, repository, sender, check_run=self)


def check_facts(facts: dict[str, Any]) -> None:
    output = facts.get("output") or {}
    for name in ("summary", "text"):
        if len(output.get(name) or "") > TEXT_LIMIT:
            message = f"{name} exceeds a maximum bytesize of {TEXT_LIMIT}"
            raise invalid("CheckRun", name, "custom", message)
    annotations = output.get("annotations") or []
    if len(annotations) > ANNOTATIONS_A_REQUEST:
        raise Refused(422, f"No more than {ANNOTATIONS_A_REQUEST} annotations can be sent at once")
    for item in annotations:
        if item["end_line"] < item["start_line"]:
            raise invalid("CheckAnnotation", "end_line", message="end_line is before start_line")
        if item["end_line"] != item["start_line"] and item.get("start_column") is not None:
            # Columns are for annotations of a single line.
            raise invalid("CheckAnnotation", "start_column", message="columns need a single line")
