"""What can only be judged when the whole baseline file is read."""

from collections.abc import Iterator, Mapping

from registry.baselines.fields import CALIBRATING, HEADLINE_RECORDS, SCENARIOS, USES, Field
from registry.baselines.model import Fault, Issue, Quantity, Record, Unlock

OPTIONAL_FAMILIES = ("asics.sram", "asics.sram_kv")
"""Shown beside the headlines, never in them; one that is missing is not shown."""

_NEEDED = {
    "server": ("throughput", "system", "replica", "group"),
    "interactive": ("throughput", "system", "replica", "group"),
    "offline": ("throughput", "system", "replica", "group"),
    "single-stream": ("stream_speed", "replica"),
}


def cross_checks(records: Mapping[str, Record], unlocks: tuple[Unlock, ...]) -> Iterator[Issue]:
    """Yield what is wrong between the numbers of a file."""
    unlocked = {unlock.parameter for unlock in unlocks}
    for path, fields in HEADLINE_RECORDS.items():
        yield from _headline_record(path, fields, records.get(path), unlocked)
    for record in records.values():
        if record.path.startswith("models."):
            yield from _model(record)
        elif record.path.startswith(("results.", "claims.")):
            yield from _result(record, records)
    yield from _unlocks(records, unlocks)


def _headline_record(
    path: str, fields: Mapping[str, Field], record: Record | None, unlocked: set[str]
) -> Iterator[Issue]:
    if record is None:
        if path not in OPTIONAL_FAMILIES:
            yield Issue(
                Fault.INVALID,
                path,
                1,
                f"`{path}` is missing, and no headline can be computed without it.",
                "Restore the block from the base branch.",
            )
        return
    for key, field in fields.items():
        if key not in record.quantities and f"{path}.{key}" not in unlocked:
            yield _invalid(
                record,
                key,
                f"`{path}.{key}` is missing.",
                f"Add it in {field.unit}: {field.doc}.",
            )


def _model(record: Record) -> Iterator[Issue]:
    if not record.has("total", "active", "experts", "experts_per_token"):
        return
    total, active = record.central("total"), record.central("active")
    experts, chosen = record.central("experts"), record.central("experts_per_token")
    if chosen > experts:
        yield _invalid(
            record,
            "experts_per_token",
            f"`{record.path}` routes a token to {chosen:g} of {experts:g} experts.",
            "A token cannot use more experts than there are: exchange or correct the two.",
        )
    elif active > total:
        yield _invalid(
            record,
            "active",
            f"`{record.path}` has more active parameters than parameters.",
            "Exchange or correct `active` and `total`.",
        )
    elif experts and (active <= total * chosen / experts or not chosen):
        yield _invalid(
            record,
            "active",
            f"`{record.path}` leaves no parameters for attention: active is not above "
            "total x experts_per_token / experts.",
            "Correct `active`, `total` or the expert counts; embeddings count as active.",
        )


def _result(record: Record, records: Mapping[str, Record]) -> Iterator[Issue]:
    for key, section in (("platform", "platforms"), ("model", "models"), ("workload", "workloads")):
        name = record.text(key)
        if key == "workload" and not name:
            continue
        # A headline record that is missing is told once, not again by all that name it.
        if f"{section}.{name}" not in {*records, *HEADLINE_RECORDS}:
            stands = f"`{name[:60]}` is not under `{section}`" if name else f"it names no {key}"
            yield _invalid(
                record, key, f"`{record.path}`: {stands}.", f"Name one of `{section}`, or add it."
            )
    scenario = record.text("scenario")
    if scenario not in SCENARIOS:
        yield _invalid(
            record,
            "scenario",
            f"`{record.path}` has no known scenario.",
            f"Use one of {', '.join(f'`{word}`' for word in SCENARIOS)}.",
        )
    elif record.path.startswith("results."):
        yield from _measured(record, scenario)


def _measured(record: Record, scenario: str) -> Iterator[Issue]:
    use = record.text("use")
    if use not in USES:
        yield _invalid(
            record,
            "use",
            f"`{record.path}` does not say what it is for.",
            f"Use {' or '.join(USES)}.",
        )
    needed = [*_NEEDED[scenario]]
    if scenario in ("server", "interactive") and "streams" not in record.quantities:
        needed.append("time_per_token")
    for key in needed:
        if key not in record.quantities:
            yield _invalid(
                record,
                key,
                f"`{record.path}.{key}` is missing.",
                f"A result of scenario `{scenario}` needs it to be compared with the model.",
            )
    for small, large in (("group", "replica"), ("replica", "system")):
        if record.has(small, large) and record.central(small) > record.central(large):
            yield _invalid(
                record,
                small,
                f"`{record.path}` has a {small} of more chips than its {large}.",
                "Correct the chip counts.",
            )
    speed = next((record.quantities[k] for k in needed if k in record.quantities), None)
    if use == "calibration" and speed is not None and speed.audit not in CALIBRATING:
        yield Issue(
            Fault.VENDOR_CALIBRATION,
            speed.path,
            record.texts["use"].line,
            f"`{record.path}` is a `{speed.audit}` and would calibrate the model.",
            "Set `use: validation`, or cite an audited or independent measurement.",
        )


def _unlocks(records: Mapping[str, Record], unlocks: tuple[Unlock, ...]) -> Iterator[Issue]:
    seen: set[str] = set()
    for unlock in unlocks:
        own = _quantity(records, unlock.parameter)
        if own is not None:
            yield Issue(
                Fault.UNLOCK_CONFLICT,
                unlock.parameter,
                own.line,
                f"`{unlock.parameter}` has a number of its own and an unlock by {unlock.entry}; "
                "the unlock is used.",
                f"Delete one: the status of {unlock.entry} selects the range.",
                own.end_line,
            )
        if unlock.parameter in seen:
            yield Issue(
                Fault.UNLOCK_CONFLICT,
                unlock.parameter,
                unlock.line,
                f"`{unlock.parameter}` is unlocked twice; only the first is used.",
                "Let one entry move the parameter.",
                unlock.end_line,
            )
        seen.add(unlock.parameter)


def _quantity(records: Mapping[str, Record], path: str) -> Quantity | None:
    record, _, key = path.rpartition(".")
    return records[record].quantities.get(key) if record in records else None


def _invalid(record: Record, key: str, message: str, help_: str) -> Issue:
    at = record.quantities.get(key) or record.texts.get(key)
    line = at.line if at else record.line
    return Issue(Fault.INVALID, f"{record.path}.{key}", line, message, help_)
