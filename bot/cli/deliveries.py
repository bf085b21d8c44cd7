"""`registry-bot deliveries`: what came in, what became of it, and again."""

import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, TypeVar

import typer

from bot.cli.environment import run, settings_or_exit
from bot.inert import visible
from bot.work import open_store
from bot.work.store import BodyPurged, Record, State, Store, UnknownDelivery

T = TypeVar("T")
SHOWN = 50


class Action(StrEnum):
    LIST = "list"
    SHOW = "show"
    REPLAY = "replay"


def deliveries(
    action: Annotated[Action, typer.Argument(help="What to do.")] = Action.LIST,
    guid: Annotated[str | None, typer.Argument(help="GitHub's delivery GUID.")] = None,
    state: Annotated[State | None, typer.Option(help="List only deliveries in this state.")] = None,
) -> None:
    """List the newest deliveries, show one with its body, or work one again."""
    if action is Action.LIST:
        for record in _in_store(lambda store: store.deliveries(state=state, limit=SHOWN)):
            typer.echo(_line(record))
        return
    if guid is None:
        raise typer.BadParameter(f"{action} needs a delivery's GUID; `deliveries list` has them")
    if action is Action.SHOW:
        record = _in_store(lambda store: store.show(guid))
        typer.echo(_line(record))
        typer.echo(_body(record.payload) if record.payload else "(the body is no longer kept)")
        return
    _in_store(lambda store: store.replay(guid))
    typer.echo(f"{guid} will be worked again.")


def _in_store(use: Callable[[Store], Awaitable[T]]) -> T:
    async def work() -> T:
        store = await open_store(settings_or_exit().database_url)
        try:
            return await use(store)
        finally:
            await store.close()

    try:
        return run(work())
    except UnknownDelivery as error:
        raise typer.TyperException(f"there is no delivery {error}") from error
    except BodyPurged as error:
        raise typer.TyperException(f"the body of {error} is no longer kept") from error


def _body(payload: bytes) -> str:
    """Return a body as the JSON it is, in ASCII: terminals obey some of what people write."""
    return json.dumps(json.loads(payload))


def _line(record: Record) -> str:
    received = datetime.fromtimestamp(record.received, UTC).strftime("%Y-%m-%d %H:%M:%S")
    words = visible(record.outcome).replace("\n", " ")
    return (
        f"{received}  {record.id}  {record.state:7}  {record.event:14}"
        f"  {visible(record.subject)}  {words}"
    )
