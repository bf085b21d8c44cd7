"""Bringing a database's schema forward, the same way for every engine.

Releases overlap while they are rolled out, so a migration should only add: then a process of the
release before goes on working, and READABLE_FROM stays. One that does not raises READABLE_FROM to
its own version, and older releases refuse the database rather than damage it.
"""

from collections.abc import Sequence

from bot.work.store import IncompatibleSchema

Migrations = Sequence[Sequence[str]]
"""Statements that lead from each version (counted from 0) to the next; append only."""

READABLE_FROM = 1
"""The oldest version known to a release that can work with the newest schema."""


def steps(found: Sequence[int] | None, migrations: Migrations) -> list[str]:
    """The statements still to run, given the (version, readable_from) row found, if any.

    The last one records the new version. Raises IncompatibleSchema.
    """
    version, readable_from = found or (0, 0)
    if readable_from > len(migrations):
        raise IncompatibleSchema(
            f"The database has schema {version}, newer than this release can work with."
        )
    if version >= len(migrations):
        return []
    return [
        *(statement for step in migrations[version:] for statement in step),
        "delete from schema",
        f"insert into schema values({len(migrations)}, {READABLE_FROM})",
    ]
