"""What each operation of the store does to the SQLite database, given a connection and the time."""

import sqlite3
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from bot.work.store import (
    MAX_DELIVERIES_PER_CLAIM,
    BodyPurged,
    Claim,
    Delivery,
    Receipt,
    Record,
    Settlement,
    State,
    Stats,
    UnknownDelivery,
    Verdict,
)

PURGE_CHUNK = 500
"""Rows removed in one transaction, so that deliveries arriving meanwhile hardly wait."""

RECORD = """select inbox.id, inbox.subject, event, received, state, outcome, finished,
    case when state = 'pending' then attempts else 0 end,
    case when state = 'pending' then due end, length(payload), inbox.seq
    from inbox left join body using (seq) left join work using (subject)"""

# By the index of what is pending, however many rows of what is done stand before it.
_WAITING = """where inbox.seq in (
        select seq from inbox indexed by inbox_pending
        where state = 'pending' and seq > ? order by seq limit ?)
    order by inbox.seq"""


def receive(
    db: sqlite3.Connection, now: float, delivery: Delivery, delay: float, outcome: str | None
) -> Receipt:
    state, finished = (State.PENDING, None) if outcome is None else (State.DONE, now)
    values = (
        delivery.id,
        delivery.subject,
        delivery.event,
        delivery.received,
        state,
        outcome or "",
        finished,
    )
    inserted = db.execute(
        """insert into inbox(id, subject, event, received, state, outcome, finished)
        values(?, ?, ?, ?, ?, ?, ?) on conflict(id) do nothing returning seq""",
        values,
    ).fetchone()
    if inserted is None:
        return _receive_again(db, now, delivery.id)
    db.execute("insert into body values(?, ?)", (*inserted, delivery.payload))
    if state is State.PENDING:
        _ask_for(db, delivery.subject, now + delay)
    return Receipt(True, state, outcome or "")


def _receive_again(db: sqlite3.Connection, now: float, delivery_id: str) -> Receipt:
    state, subject, outcome = db.execute(
        "select state, subject, outcome from inbox where id = ?", (delivery_id,)
    ).fetchone()
    if state == State.DONE:
        return Receipt(False, State.DONE, outcome)
    _revive(db, delivery_id)
    _ask_for(db, subject, now)
    return Receipt(False, State.PENDING, outcome)


def _ask_for(db: sqlite3.Connection, subject: str, due: float) -> None:
    """Makes a subject due, never later than it already is, and not while it is put off."""
    db.execute(
        """insert into work(subject, generation, due) values(?, 1, ?)
        on conflict(subject) do update set generation = generation + 1,
        due = case when token is null
            then max(min(coalesce(due, excluded.due), excluded.due), not_before) else due end,
        attempts = case when token is null then 0 else attempts end""",
        (subject, due),
    )


def _revive(db: sqlite3.Connection, delivery_id: str) -> None:
    db.execute(
        "update inbox set state = 'pending', finished = null where id = ? and state <> 'pending'",
        (delivery_id,),
    )


def claim(db: sqlite3.Connection, now: float, limit: int, lease: float) -> list[Claim]:
    rows = db.execute(
        """update work set token = lower(hex(randomblob(16))), due = ?, attempts = attempts + 1
        where subject in (select subject from work where due <= ? order by due limit ?)
        returning subject, token, attempts, error, generation""",
        (now + lease, now, limit),
    ).fetchall()
    return [_claimed(db, row) for row in rows]


def _claimed(db: sqlite3.Connection, row: tuple[str, str, int, str, int]) -> Claim:
    subject, token, attempt, error, generation = row
    rows = db.execute(
        """select id, subject, event, payload, received from inbox join body using (seq)
        where subject = ? and state = 'pending' order by seq limit ?""",
        (subject, MAX_DELIVERIES_PER_CLAIM + 1),
    ).fetchall()
    deliveries = tuple(Delivery(*row) for row in rows[:MAX_DELIVERIES_PER_CLAIM])
    truncated = len(rows) > MAX_DELIVERIES_PER_CLAIM
    return Claim(subject, token, attempt, error, deliveries, generation, truncated)


def beat(
    db: sqlite3.Connection, now: float, tokens: Collection[str], lease: float
) -> frozenset[str]:
    due = now + lease
    owned = (
        db.execute("update work set due = ? where token = ? returning token", (due, token))
        for token in tokens
    )
    return frozenset(row[0] for cursor in owned for row in cursor.fetchall())


def finish(db: sqlite3.Connection, now: float, claim: Claim, settlement: Settlement) -> bool:
    verdict = settlement.verdict
    values = {
        "subject": claim.subject,
        "token": claim.token,
        "verdict": verdict,
        "error": "" if verdict is Verdict.DONE else settlement.text,
        "generation": claim.generation,
        "truncated": claim.truncated,
        "now": now,
        "later": now + settlement.delay,
    }
    ours = db.execute(
        """update work set token = null, error = :error,
        attempts = case :verdict when 'retry' then attempts when 'postpone' then attempts - 1
            else 0 end,
        not_before = case :verdict when 'postpone' then :later else not_before end,
        due = case when :verdict = 'postpone' then :later
            when generation > :generation then :now
            when :verdict = 'retry' then :later
            when :truncated then :now
            else :now + period end
        where subject = :subject and token = :token returning subject""",
        values,
    ).fetchone()
    if ours is None:
        return False
    ended = verdict in (Verdict.DONE, Verdict.DEAD)
    state, finished = (verdict.value, now) if ended else (State.PENDING, None)
    db.executemany(
        """update inbox set state = ?, outcome = ?, finished = ?
        where id = ? and state = 'pending'""",
        [(state, settlement.text, finished, delivery.id) for delivery in claim.deliveries],
    )
    return True


def schedule(db: sqlite3.Connection, now: float, subject: str, period: float) -> None:
    db.execute(
        """insert into work(subject, generation, due, period) values(?, 1, ?, ?)
        on conflict(subject) do update set period = excluded.period,
        due = case when token is null then max(excluded.due, not_before) else due end""",
        (subject, now, period),
    )


def next_due(db: sqlite3.Connection, now: float) -> float | None:
    (due,) = db.execute("select min(due) from work where due is not null").fetchone()
    return None if due is None else due - now


def deliveries(
    db: sqlite3.Connection, _now: float, filters: dict[str, str], limit: int
) -> list[Record]:
    where = " and ".join(f"{column} = ?" for column in filters) or "true"
    rows = db.execute(
        f"{RECORD} where {where} order by seq desc limit ?",
        (*filters.values(), limit),
    ).fetchall()
    return [_record(row) for row in rows]


def waiting(db: sqlite3.Connection, _now: float, after: int, limit: int) -> list[Record]:
    rows = db.execute(f"{RECORD} {_WAITING}", (after, limit)).fetchall()
    return [_record(row) for row in rows]


def _record(row: tuple[Any, ...]) -> Record:
    delivery_id, subject, event, received, state, *rest = row
    return Record(delivery_id, subject, event, received, State(state), *rest)


def show(db: sqlite3.Connection, _now: float, delivery_id: str) -> Record:
    row = db.execute(f"{RECORD} where inbox.id = ?", (delivery_id,)).fetchone()
    if row is None:
        raise UnknownDelivery(delivery_id)
    body = db.execute(
        "select payload from inbox join body using (seq) where id = ?", (delivery_id,)
    ).fetchone()
    return replace(_record(row), payload=body and body[0])


def replay(db: sqlite3.Connection, now: float, delivery_id: str) -> None:
    record = show(db, now, delivery_id)
    if record.size is None:
        raise BodyPurged(delivery_id)
    _revive(db, delivery_id)
    db.execute("update work set not_before = 0 where subject = ?", (record.subject,))
    _ask_for(db, record.subject, now)


def purge_bodies(db: sqlite3.Connection, now: float, age: float) -> int:
    # The cross join makes SQLite walk the few bodies left, not the many rows without one.
    return db.execute(
        """delete from body where seq in (
            select body.seq from body cross join inbox using (seq)
            where state = 'done' and finished < ? limit ?)""",
        (now - age, PURGE_CHUNK),
    ).rowcount


def purge_rows(db: sqlite3.Connection, now: float, age: float) -> int:
    return db.execute(
        """delete from inbox where seq in (
            select seq from inbox where state = 'done' and finished < ? limit ?)""",
        (now - age, PURGE_CHUNK),
    ).rowcount


def purge_idle_work(db: sqlite3.Connection, _now: float) -> None:
    db.execute("delete from work where due is null")


def stats(db: sqlite3.Connection, now: float) -> Stats:
    pending, first = db.execute(
        "select count(*), min(received) from inbox where state = 'pending'"
    ).fetchone()
    (dead,) = db.execute("select count(*) from inbox where state = 'dead'").fetchone()
    return Stats(pending, dead, None if first is None else now - first)
