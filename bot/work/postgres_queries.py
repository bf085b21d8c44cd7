"""What each operation of the store says to PostgreSQL: one statement each, so that it is atomic.

$1 is the time, null for the server's own: one clock for all hosts, whatever theirs say.
"""
# ruff: noqa: S608  # every part of a statement is a constant of this module

from bot.work import schema

CHANNEL = "registry_bot_work"

MIGRATIONS: schema.Migrations = (
    (
        """create table inbox(
            seq bigint generated always as identity primary key, id text not null unique,
            subject text not null, event text not null, received float8 not null,
            state text not null, outcome text not null, finished float8)""",
        "create index inbox_pending on inbox(subject, seq) where state = 'pending'",
        "create index inbox_dead on inbox(seq) where state = 'dead'",
        "create index inbox_done on inbox(finished) where state = 'done'",
        "create table body(seq bigint primary key, payload bytea not null)",
        """create table work(
            subject text primary key, generation bigint not null, due float8,
            not_before float8 not null default 0, token text, attempts int not null default 0,
            error text not null default '', period float8)""",
        "create index work_due on work(due) where due is not null",
    ),
)

_NOW = "coalesce($1::float8, extract(epoch from now())::float8)"

_NOTIFY = f"pg_notify('{CHANNEL}', '')::text"

_ASK_AGAIN = """on conflict(subject) do update set generation = work.generation + 1,
    due = case when work.token is null
        then greatest(least(work.due, excluded.due), work.not_before) else work.due end,
    attempts = case when work.token is null then 0 else work.attempts end"""

# ($2 id, $3 subject, $4 event, $5 received, $6 state, $7 outcome, $8 payload, $9 delay)
# No row comes back for a delivery that is known.
RECEIVE = f"""
with new as (
    insert into inbox(id, subject, event, received, state, outcome, finished)
    values($2, $3, $4, $5, $6::text, $7, case when $6 = 'done' then {_NOW} end)
    on conflict(id) do nothing returning seq),
kept as (insert into body(seq, payload) select seq, $8::bytea from new),
asked as (
    insert into work(subject, generation, due)
    select $3, 1, {_NOW} + $9::float8 from new where $6 = 'pending' {_ASK_AGAIN})
select seq from new
"""

# Nothing that has to last is written, so the disk is not waited for.
TELL = f"select set_config('synchronous_commit', 'off', true), {_NOTIFY}"

# ($2 id)
RECEIVE_AGAIN = f"""
with known as (select subject, state, outcome from inbox where id = $2),
revived as (
    update inbox set state = 'pending', finished = null where id = $2 and state = 'dead'),
asked as (
    insert into work(subject, generation, due)
    select subject, 1, {_NOW} from known where state <> 'done' {_ASK_AGAIN})
select state, outcome, case when state <> 'done' then {_NOTIFY} end from known
"""

# ($2 limit, $3 lease). Materialized, because some plans would otherwise claim more than the limit.
CLAIM = f"""
with ready as materialized (
    select subject from work where due <= {_NOW} order by due limit $2 for update skip locked)
update work set token = gen_random_uuid()::text, due = {_NOW} + $3::float8, attempts = attempts + 1
from ready where work.subject = ready.subject
returning work.subject, token, attempts, error, generation
"""

# ($1 subjects, $2 limit for each). A statement of its own, after CLAIM: its snapshot then holds
# every delivery that the claimed generation counts.
PENDING = """
select delivery.* from unnest($1::text[]) as claimed(subject) cross join lateral (
    select id, inbox.subject, event, payload, received from inbox join body using (seq)
    where inbox.subject = claimed.subject and state = 'pending' order by seq limit $2) as delivery
"""

# ($2 tokens, $3 lease)
BEAT = f"update work set due = {_NOW} + $3::float8 where token = any($2::text[]) returning token"

# ($2 subject, $3 token, $4 verdict, $5 delay, $6 generation, $7 truncated, $8 text,
# $9 delivery ids). No row comes back when the lease was lost. Whether something new came in is read
# off the work row alone: PostgreSQL reads a row again that was changed meanwhile, but only the row
# that it updates.
FINISH = f"""
with ours as (
    update work set token = null, error = case when $4::text = 'done' then '' else $8::text end,
        attempts = case $4 when 'retry' then attempts when 'postpone' then attempts - 1
            else 0 end,
        not_before = case $4 when 'postpone' then {_NOW} + $5::float8 else not_before end,
        due = case when $4 = 'postpone' then {_NOW} + $5
            when generation > $6::bigint then {_NOW}
            when $4 = 'retry' then {_NOW} + $5
            when $7::bool then {_NOW}
            else {_NOW} + period end
    where subject = $2 and token = $3 returning subject),
ended as (
    update inbox set outcome = $8, state = case when $4 in ('done', 'dead') then $4 else state end,
        finished = case when $4 in ('done', 'dead') then {_NOW} end
    from ours where id = any($9::text[]) and state = 'pending')
select subject from ours
"""

# ($2 subject, $3 period)
SCHEDULE = f"""
with asked as (
    insert into work(subject, generation, due, period) values($2, 1, {_NOW}, $3::float8)
    on conflict(subject) do update set period = excluded.period,
    due = case when work.token is null then greatest(excluded.due, work.not_before)
        else work.due end)
select {_NOTIFY}
"""

NEXT_DUE = f"select min(due) - {_NOW} from work where due is not null"

RECORD = """
select inbox.id, inbox.subject, event, received, state, outcome, finished,
    case when state = 'pending' then coalesce(attempts, 0) else 0 end,
    case when state = 'pending' then due end, octet_length(payload), inbox.seq
from inbox left join body using (seq) left join work using (subject)
"""

# ($1 number, $2 limit)
WAITING = f"""
with first as materialized (
    select seq from inbox where state = 'pending' and seq > $1 order by seq limit $2)
{RECORD} where inbox.seq in (select seq from first) order by inbox.seq
"""

# ($1 id)
BODY = "select payload from inbox join body using (seq) where id = $1"

# ($2 id)
REPLAY = f"""
with known as (
    select subject, body.seq is not null as kept from inbox left join body using (seq)
    where id = $2),
revived as (
    update inbox set state = 'pending', finished = null from known
    where id = $2 and kept and state <> 'pending'),
asked as (
    insert into work(subject, generation, due) select subject, 1, {_NOW} from known where kept
    on conflict(subject) do update set generation = work.generation + 1, not_before = 0,
    due = case when work.token is null then excluded.due else work.due end,
    attempts = case when work.token is null then 0 else work.attempts end)
select kept, case when kept then {_NOTIFY} end from known
"""

# ($2 age, $3 limit), both; what another host is purging is left to it.
PURGE_BODIES = f"""
with old as (
    select body.seq from body join inbox using (seq)
    where state = 'done' and finished < {_NOW} - $2::float8 limit $3 for update of body skip locked)
delete from body using old where body.seq = old.seq returning 1
"""

PURGE_ROWS = f"""
with old as (
    select seq from inbox
    where state = 'done' and finished < {_NOW} - $2::float8 limit $3 for update skip locked)
delete from inbox using old where inbox.seq = old.seq returning 1
"""

PURGE_IDLE_WORK = """
delete from work where subject in (
    select subject from work where due is null for update skip locked)
"""

STATS = f"""
select (select count(*) from inbox where state = 'pending'),
    (select count(*) from inbox where state = 'dead'),
    (select {_NOW} - min(received) from inbox where state = 'pending')
"""
