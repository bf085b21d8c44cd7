"""Compute a projection or a delta and write it in the format asked for.

Imports the numerical libraries, which takes a second; import it only when something is computed.
"""

import json
from typing import Any

from bot.blocks import as_markdown, as_text
from bot.cli.options import Format
from bot.projection_report import (
    SHOWN_PARAMETERS,
    ProjectionReport,
    delta_blocks,
    issue_blocks,
    report_blocks,
)
from registry.projection.as_data import (
    projection_data,
    sensitivity_data,
    unlocked_data,
)
from registry.projection.delta import project_delta
from registry.projection.delta_data import delta_data
from registry.projection.evaluation import Evaluator
from registry.projection.inputs import inputs_of, issues_of
from registry.projection.premises import Premises
from registry.projection.project import Progress, project
from registry.projection.reading import HEADLINE_CELLS, SPEEDS, Cell
from registry.projection.reasons import energy_reason
from registry.projection.sampling import Values
from registry.projection.sensitivity import sensitivities
from registry.projection.unlocks import unlocked

STEPS = 14
"""Steps that `whole` reports: two baselines at four speeds, two more families, and the rest."""
DELTA_STEPS = 2

_RENDERERS = {Format.TEXT: as_text, Format.MARKDOWN: as_markdown}


def whole(premises: Premises, form: Format, progress: Progress) -> str:
    """Return the projection with its sensitivities and unlocks; or what forbids computing it."""
    inputs = inputs_of(premises)
    if inputs is None:
        issues = issues_of(premises)
        if form is Format.JSON:
            return _json({"stale": [issue.message for issue in issues]})
        return _RENDERERS[form](issue_blocks(issues))
    headline, evaluator = HEADLINE_CELLS[0], Evaluator()
    cells = [Cell(speed, cell.baseline) for speed in SPEEDS for cell in HEADLINE_CELLS]
    cells += [Cell(speed, family=f) for f in inputs.families[1:] for speed in (25.0, 100.0)]
    found = project(premises, evaluator, cells, progress)
    assert found is not None
    progress("sensitivities")
    moved = sensitivities(inputs, headline)
    progress("unlocks")
    unlocks = unlocked(premises, inputs, headline, evaluator)
    if form is Format.JSON:
        more = {
            "sensitivities": sensitivity_data(moved, SHOWN_PARAMETERS),
            "unlocks": unlocked_data(unlocks),
        }
        return _json(projection_data(found) | more)
    evaluation = evaluator(inputs.draws, headline)
    report = ProjectionReport(
        published=premises.published,
        projection=found,
        evaluation=evaluation,
        utilisation=Values(inputs.draws, evaluator.points)("economics.utilisation"),
        reason=energy_reason(premises.published, evaluation),
        sensitivities=moved,
        unlocked=unlocks,
        issues=issues_of(premises),
    )
    return _RENDERERS[form](report_blocks(report, HEADLINE_CELLS))


def difference(before: Premises, after: Premises, form: Format, progress: Progress) -> str:
    """Return what the change from `before` to `after` does to the headlines."""
    delta = project_delta(before, after, progress=progress)
    if form is Format.JSON:
        return _json(delta_data(delta))
    return _RENDERERS[form](delta_blocks(delta))


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
