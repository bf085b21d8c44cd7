"""Check runs and suites."""

from typing import Any

from tests.github.accounts import Refused
from tests.github.checks import CheckRun, CheckSuite
from tests.github.rest.call import NO_ACCESS, Call, Page, by_id, operation
from tests.github.shapes import checks as shapes

READ = "checks:read"
WRITE = "checks:write"


def named_run(call: Call) -> CheckRun:
    runs = [run for suite in call.repository.check_suites for run in suite.runs]
    found: CheckRun = by_id(runs, call.path["check_run_id"])
    return found


def named_suite(call: Call) -> CheckSuite:
    found: CheckSuite = by_id(call.repository.check_suites, call.path["check_suite_id"])
    return found


@operation("checks/create", WRITE)
def create_run(call: Call) -> Any:
    return shapes.check_run(call.repository.create_check_run(call.body, call.principal.actor))


@operation("checks/update", WRITE)
def update_run(call: Call) -> Any:
    run = named_run(call)
    if run.suite.app is not call.principal.app:
        raise Refused(403, "Invalid app_id `{}` - check run can only be modified by its creator")
    run.change(call.body, call.principal.actor)
    return shapes.check_run(run)


@operation("checks/get", READ)
def get_run(call: Call) -> Any:
    return shapes.check_run(named_run(call))


@operation("checks/list-annotations", READ)
def list_annotations(call: Call) -> Any:
    return Page(shapes.annotations(named_run(call)), lambda item: item)


@operation("checks/list-for-ref", READ)
def list_runs_for_ref(call: Call) -> Any:
    """The newest first; of each suite the latest of a name, unless `filter=all`."""
    sha = call.commit(call.path["ref"]).sha
    suites = [one for one in call.repository.check_suites if one.head_sha == sha]
    app = call.query.get("app_id")
    return page_of_runs(call, [one for one in suites if app in {None, str(one.app.id)}])


@operation("checks/list-for-suite", READ)
def list_runs_for_suite(call: Call) -> Any:
    return page_of_runs(call, [named_suite(call)])


def page_of_runs(call: Call, suites: list[CheckSuite]) -> Page:
    every = call.query.get("filter") == "all"
    runs = [run for suite in suites for run in (suite.runs if every else suite.latest_runs)]
    name, status = call.query.get("check_name"), call.query.get("status")
    found = [run for run in runs if name in {None, run.name} and status in {None, run.status}]
    return Page(sorted(found, key=lambda run: -run.id), shapes.check_run, "check_runs")


@operation("checks/list-suites-for-ref", READ)
def list_suites(call: Call) -> Any:
    sha, app = call.commit(call.path["ref"]).sha, call.query.get("app_id")
    found = [
        suite
        for suite in call.repository.check_suites
        if suite.head_sha == sha and app in {None, str(suite.app.id)}
    ]
    return Page(found, shapes.check_suite, "check_suites")


@operation("checks/get-suite", READ)
def get_suite(call: Call) -> Any:
    return shapes.check_suite(named_suite(call))


@operation("checks/rerequest-run", WRITE)
def rerequest_run(call: Call) -> Any:
    named_run(call).rerequest(own(call, named_run(call).suite))
    return {}


@operation("checks/rerequest-suite", WRITE)
def rerequest_suite(call: Call) -> Any:
    named_suite(call).rerequest(own(call, named_suite(call)))
    return {}


def own(call: Call, suite: CheckSuite) -> Any:
    if suite.app is not call.principal.app:
        raise Refused(403, NO_ACCESS)
    return call.principal.actor
