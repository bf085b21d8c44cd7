"""The laws of durable work, on every engine."""

import asyncio
from dataclasses import replace

import pytest

from bot.work import open_store, postgres_queries, sqlite_file
from bot.work.store import (
    MAX_DELIVERIES_PER_CLAIM,
    BodyPurged,
    Claim,
    IncompatibleSchema,
    Purged,
    Receipt,
    Settlement,
    State,
    Stats,
    Store,
    StoreUnavailable,
    UnknownDelivery,
    Verdict,
)
from tests.work.samples import DEAD, DONE, LEASE, Clock, delivery


async def claim_one(store: Store) -> Claim:
    (claim,) = await store.claim(10, LEASE)
    return claim


async def finish_one(store: Store, settlement: Settlement) -> Claim:
    claim = await claim_one(store)
    assert await store.finish(claim, settlement)
    return claim


async def receive_all(store: Store, names: list[str], outcome: str | None = None) -> None:
    """A few at a time: a slow machine is not to take the test for an overload."""
    for some in range(0, len(names), 20):
        items = (delivery(name) for name in names[some : some + 20])
        await asyncio.gather(*(store.receive(item, outcome=outcome) for item in items))


def carried(claim: Claim) -> list[str]:
    return [item.id for item in claim.deliveries]


async def test_accepted_delivery_is_handed_out_whole(store: Store) -> None:
    """What was accepted is what a worker gets."""
    assert await store.receive(delivery("a")) == Receipt(True, State.PENDING, "")
    claim = await claim_one(store)
    assert (claim.subject, claim.attempt, claim.error) == ("o/r#1", 1, "")
    assert claim.deliveries == (delivery("a"),)


async def test_accepted_delivery_outlives_the_process(url: str, clock: Clock) -> None:
    """Acceptance is durable: a store opened later hands it out."""
    first = await open_store(url, clock)
    await first.receive(delivery("a"))
    await first.close()
    second = await open_store(url, clock)
    assert carried(await claim_one(second)) == ["a"]
    await second.close()


async def test_pending_delivery_is_not_doubled(store: Store) -> None:
    """A known id whose work is pending is not stored again."""
    await store.receive(delivery("a"))
    again = await store.receive(replace(delivery("a"), payload=b"other"))
    assert again == Receipt(False, State.PENDING, "")
    assert (await claim_one(store)).deliveries == (delivery("a"),)


async def test_pending_delivery_sent_again_wakes_its_subject(store: Store) -> None:
    """Redelivery of what waits for a retry starts it at once."""
    await store.receive(delivery("a"))
    await finish_one(store, Settlement(Verdict.RETRY, "down", 60.0))
    assert not await store.claim(10, LEASE)
    await store.receive(delivery("a"))
    assert carried(await claim_one(store)) == ["a"]


async def test_done_delivery_sent_again_does_nothing(store: Store) -> None:
    """A known id whose work is done answers with its outcome and asks for no work."""
    await store.receive(delivery("a"))
    await finish_one(store, DONE)
    assert await store.receive(delivery("a")) == Receipt(False, State.DONE, "reviewed")
    assert not await store.claim(10, LEASE)


async def test_dead_delivery_sent_again_is_revived(store: Store) -> None:
    """Only a person redelivers a dead letter, so it is worked again."""
    await store.receive(delivery("a"))
    await finish_one(store, DEAD)
    assert (await store.receive(delivery("a"))).state is State.PENDING
    claim = await claim_one(store)
    assert (carried(claim), claim.attempt) == (["a"], 1)


async def test_delivery_that_needs_no_work_is_done_at_once(store: Store) -> None:
    """A ping or an ignored event is stored with its outcome and never claimed."""
    receipt = await store.receive(delivery("a"), outcome="Ignored: a ping")
    assert receipt == Receipt(True, State.DONE, "Ignored: a ping")
    assert not await store.claim(10, LEASE)
    assert (await store.show("a")).outcome == "Ignored: a ping"


async def test_delay_is_waited_for(store: Store, clock: Clock) -> None:
    """A delayed delivery is not due before its time, and is due then."""
    await store.receive(delivery("a"), delay=5.0)
    assert await store.next_due() == 5.0
    clock.advance(4.9)
    assert not await store.claim(10, LEASE)
    clock.advance(0.1)
    assert carried(await claim_one(store)) == ["a"]


async def test_stream_of_delayed_deliveries_starves_nobody(store: Store, clock: Clock) -> None:
    """Each delivery may bring its subject forward, none puts it off."""
    for n in range(5):
        await store.receive(delivery(f"d{n}"), delay=5.0)
        clock.advance(1.0)
    assert carried(await claim_one(store)) == ["d0", "d1", "d2", "d3", "d4"]


async def test_subject_is_claimed_once_at_a_time(store: Store) -> None:
    """A subject under way is nobody else's, however much comes in; others are not held up."""
    await store.receive(delivery("a"))
    await claim_one(store)
    await store.receive(delivery("b"))
    await store.receive(delivery("c", subject="o/r#2"))
    assert carried(await claim_one(store)) == ["c"]
    assert not await store.claim(10, LEASE)


async def test_claims_in_parallel_share_out_the_subjects(
    store: Store, url: str, clock: Clock
) -> None:
    """Whoever claims at the same time, each subject goes to exactly one, within the limit."""
    subjects = {f"o/r#{n}" for n in range(40)}
    for subject in subjects:
        await store.receive(delivery(subject, subject))
    other = await open_store(url, clock)
    answers = await asyncio.gather(
        *(each.claim(3, LEASE) for _ in range(10) for each in (store, other))
    )
    claimed = [claim.subject for claims in answers for claim in claims]
    claimed += [claim.subject for claim in await other.claim(40, LEASE)]
    await other.close()
    assert sorted(claimed) == sorted(subjects)
    assert all(len(claims) <= 3 for claims in answers)


async def test_longest_due_goes_first(store: Store, clock: Clock) -> None:
    """The limit cuts off what became due last."""
    for n in (3, 1, 2):
        await store.receive(delivery(f"d{n}", f"o/r#{n}"), delay=float(n))
    clock.advance(5.0)
    claims = await store.claim(2, LEASE)
    assert {claim.subject for claim in claims} == {"o/r#1", "o/r#2"}


async def test_burst_is_one_claim(store: Store) -> None:
    """A claim carries everything pending on its subject, in the order of arrival."""
    names = [f"d{n}" for n in range(20)]
    for name in names:
        await store.receive(delivery(name))
    assert carried(await finish_one(store, DONE)) == names
    assert not await store.claim(10, LEASE)


async def test_flood_is_worked_in_parts(store: Store) -> None:
    """What one claim cannot carry is due as soon as that is finished."""
    names = [f"d{n:03}" for n in range(MAX_DELIVERIES_PER_CLAIM + 3)]
    await receive_all(store, names)
    first = await finish_one(store, DONE)
    second = await finish_one(store, DONE)
    assert (len(first.deliveries), len(second.deliveries)) == (MAX_DELIVERIES_PER_CLAIM, 3)
    assert sorted(carried(first) + carried(second)) == names
    assert not await store.claim(10, LEASE)


async def test_flood_that_fails_still_backs_off(store: Store) -> None:
    """A part left over does not turn a retry into a hot loop."""
    names = [f"d{n:03}" for n in range(MAX_DELIVERIES_PER_CLAIM + 3)]
    await receive_all(store, names)
    await finish_one(store, Settlement(Verdict.RETRY, "down", 60.0))
    assert not await store.claim(10, LEASE)


@pytest.mark.parametrize("verdict", [Verdict.DONE, Verdict.RETRY, Verdict.DEAD])
async def test_news_during_a_run_makes_the_subject_due_at_once(
    store: Store, verdict: Verdict
) -> None:
    """When the generation moved on, the next run starts now, with what the first did not end."""
    await store.receive(delivery("a"))
    claim = await claim_one(store)
    await store.receive(delivery("b"))
    await store.finish(claim, Settlement(verdict, "", 60.0))
    following = await claim_one(store)
    assert carried(following) == (["a", "b"] if verdict is Verdict.RETRY else ["b"])


async def test_retry_comes_after_its_delay(store: Store, clock: Clock) -> None:
    """A failed run is repeated after its delay, and knows what came before."""
    await store.receive(delivery("a"))
    await finish_one(store, Settlement(Verdict.RETRY, "GitHub is down", 30.0))
    record = await store.show("a")
    assert (record.state, record.outcome) == (State.PENDING, "GitHub is down")
    assert (record.attempts, record.due) == (1, clock.now + 30.0)
    clock.advance(29.9)
    assert not await store.claim(10, LEASE)
    clock.advance(0.1)
    claim = await claim_one(store)
    assert (claim.attempt, claim.error, carried(claim)) == (2, "GitHub is down", ["a"])


async def test_news_makes_a_waiting_retry_due_with_all_attempts(store: Store) -> None:
    """New facts may mend what failed: they are looked at now, and counted afresh."""
    await store.receive(delivery("a"))
    await finish_one(store, Settlement(Verdict.RETRY, "down", 60.0))
    await store.receive(delivery("b"))
    claim = await claim_one(store)
    assert (carried(claim), claim.attempt) == (["a", "b"], 1)


async def test_success_forgets_failures(store: Store) -> None:
    """Attempts are counted since the subject last went well."""
    await store.receive(delivery("a"))
    await finish_one(store, Settlement(Verdict.RETRY, "down", 0.0))
    await finish_one(store, DONE)
    await store.receive(delivery("b"))
    claim = await claim_one(store)
    assert (claim.attempt, claim.error) == (1, "")


async def test_news_does_not_shorten_a_postponement(store: Store, clock: Clock) -> None:
    """A rate limit holds for whatever comes in meanwhile, and costs no attempt."""
    await store.receive(delivery("a"))
    claim = await claim_one(store)
    await store.receive(delivery("b"))
    await store.finish(claim, Settlement(Verdict.POSTPONE, "rate limited", 60.0))
    await store.receive(delivery("c"))
    await store.receive(delivery("a"))
    clock.advance(59.9)
    assert not await store.claim(10, LEASE)
    clock.advance(0.1)
    claim = await claim_one(store)
    assert (carried(claim), claim.attempt) == (["a", "b", "c"], 1)


async def test_dead_letter_is_replayed(store: Store) -> None:
    """A dead letter is out of the way, shown, and worked again from the start when replayed."""
    await store.receive(delivery("a"))
    await finish_one(store, DEAD)
    assert not await store.claim(10, LEASE)
    (record,) = await store.deliveries(state=State.DEAD)
    assert (record.id, record.outcome) == ("a", "it broke")
    await store.replay("a")
    claim = await finish_one(store, DONE)
    assert (carried(claim), claim.attempt) == (["a"], 1)
    assert (await store.show("a")).state is State.DONE


async def test_done_delivery_is_replayed(store: Store) -> None:
    """Replay runs what went well, or needed no work, again too."""
    await store.receive(delivery("a"), outcome="Ignored: not for us")
    await store.replay("a")
    assert carried(await claim_one(store)) == ["a"]


async def test_replay_overrules_a_postponement(store: Store) -> None:
    """A person who replays does not wait for the retry, whatever its reason."""
    await store.receive(delivery("a"))
    await finish_one(store, Settlement(Verdict.POSTPONE, "rate limited", 60.0))
    await store.replay("a")
    assert carried(await claim_one(store)) == ["a"]


async def test_replay_of_a_waiting_retry_counts_afresh(store: Store) -> None:
    """A replay has all attempts ahead of it, whatever was used up before."""
    await store.receive(delivery("a"))
    await finish_one(store, Settlement(Verdict.RETRY, "down", 60.0))
    await store.replay("a")
    assert (await claim_one(store)).attempt == 1


async def test_replay_during_a_run_follows_it(store: Store) -> None:
    """A done delivery replayed while its subject is under way gets the next run."""
    await store.receive(delivery("a"))
    await finish_one(store, DONE)
    await store.receive(delivery("b"))
    claim = await claim_one(store)
    await store.replay("a")
    assert not await store.claim(10, LEASE)
    await store.finish(claim, DONE)
    assert carried(await claim_one(store)) == ["a"]


async def test_lease_that_ran_out_is_taken_over(store: Store, clock: Clock) -> None:
    """A dead worker's subject falls due by itself, and the dead is fenced off."""
    await store.receive(delivery("a"))
    lost = await claim_one(store)
    clock.advance(LEASE)
    taken = await claim_one(store)
    assert (carried(taken), taken.attempt) == (["a"], 2)
    assert not await store.finish(lost, DEAD)
    assert (await store.show("a")).state is State.PENDING
    assert await store.beat([lost.token, taken.token], LEASE) == {taken.token}
    assert await store.finish(taken, DONE)


async def test_beat_extends_a_lease(store: Store, clock: Clock) -> None:
    """As long as it gives signs of life, a worker keeps its subject."""
    await store.receive(delivery("a"))
    claim = await claim_one(store)
    for _ in range(3):
        clock.advance(LEASE * 0.9)
        assert await store.beat([claim.token], LEASE) == {claim.token}
    assert not await store.claim(10, LEASE)
    assert await store.finish(claim, DONE)


async def test_claim_ends_once(store: Store) -> None:
    """The second word on a claim is not heard."""
    await store.receive(delivery("a"))
    claim = await finish_one(store, DONE)
    assert not await store.finish(claim, DEAD)
    assert (await store.show("a")).state is State.DONE


@pytest.mark.parametrize("settlement", [DONE, DEAD])
async def test_periodic_subject_comes_round(
    store: Store, clock: Clock, settlement: Settlement
) -> None:
    """A periodic subject is due at once, then a period after each end, good or bad."""
    await store.schedule("cron:repair", 300.0)
    claim = await finish_one(store, settlement)
    assert claim.deliveries == ()
    clock.advance(299.9)
    assert not await store.claim(10, LEASE)
    clock.advance(0.1)
    assert (await claim_one(store)).attempt == 1


async def test_scheduling_again_leaves_a_run_alone(store: Store) -> None:
    """A worker that starts while another runs the job does not start it too."""
    await store.schedule("cron:repair", 300.0)
    claim = await claim_one(store)
    await store.schedule("cron:repair", 200.0)
    assert not await store.claim(10, LEASE)
    await store.finish(claim, DONE)
    assert await store.next_due() == 200.0


async def test_next_due_is_the_earliest(store: Store, clock: Clock) -> None:
    """A worker may sleep until then."""
    assert await store.next_due() is None
    await store.receive(delivery("a"), delay=20.0)
    await store.receive(delivery("b", "o/r#2"), delay=10.0)
    clock.advance(4.0)
    assert await store.next_due() == 6.0


async def test_listing_is_newest_first_and_filtered(store: Store) -> None:
    """An operator finds deliveries by state, subject and event, the newest first."""
    await store.receive(delivery("a"))
    await finish_one(store, DEAD)
    await store.receive(delivery("b", event="issues"))
    await store.receive(delivery("c", subject="o/r#2"))

    async def found(**filters: object) -> list[str]:
        return [record.id for record in await store.deliveries(**filters)]

    assert await found() == ["c", "b", "a"]
    assert await found(limit=2) == ["c", "b"]
    assert await found(state=State.DEAD) == ["a"]
    assert await found(subject="o/r#1") == ["b", "a"]
    assert await found(subject="o/r#1", event="issues", state=State.PENDING) == ["b"]
    assert await found(subject="'; drop table inbox; --") == []


async def test_waiting_is_oldest_first(store: Store) -> None:
    """What is pending is listed in the order in which it came, from any point on."""
    await receive_all(store, ["done"])
    await finish_one(store, DONE)
    await store.receive(delivery("ignored"), outcome="Ignored: nothing to do")
    for name in "abcde":
        await store.receive(delivery(name, subject=f"o/r#{name}"))
    first = await store.waiting(after=0, limit=3)
    assert [record.id for record in first] == ["a", "b", "c"]
    rest = await store.waiting(after=first[-1].number, limit=3)
    assert [record.id for record in rest] == ["d", "e"]


async def test_show_tells_all(store: Store, clock: Clock) -> None:
    """One delivery is shown with its body, and an unknown one is said to be unknown."""
    await store.receive(delivery("a"))
    record = await store.show("a")
    assert (record.payload, record.size) == (b"body of a", 9)
    assert (record.due, record.attempts) == (clock.now, 0)
    await finish_one(store, DONE)
    record = await store.show("a")
    assert (record.outcome, record.finished, record.due) == ("reviewed", clock.now, None)
    for operation in (store.show, store.replay):
        with pytest.raises(UnknownDelivery):
            await operation("b")


async def test_purge_removes_bodies_then_rows_of_done_work(store: Store, clock: Clock) -> None:
    """A body goes before its row; with the row the delivery is forgotten."""
    await store.receive(delivery("a"))
    await finish_one(store, DONE)
    clock.advance(10.0)
    assert await store.purge(bodies_after=11.0, rows_after=20.0) == Purged(0, 0)
    assert await store.purge(bodies_after=9.0, rows_after=20.0) == Purged(1, 0)
    record = await store.show("a")
    assert (record.payload, record.size) == (None, None)
    assert (await store.receive(delivery("a"))).state is State.DONE
    with pytest.raises(BodyPurged):
        await store.replay("a")
    assert await store.purge(bodies_after=9.0, rows_after=9.0) == Purged(0, 1)
    assert (await store.receive(delivery("a"))).is_new
    assert carried(await claim_one(store)) == ["a"]


async def test_purge_keeps_what_is_pending_or_dead(store: Store, clock: Clock) -> None:
    """However old, what is not done stays, body and all."""
    await store.receive(delivery("a"))
    await finish_one(store, DEAD)
    await store.receive(delivery("b", "o/r#2"))
    clock.advance(1e9)
    assert await store.purge(bodies_after=0.0, rows_after=0.0) == Purged(0, 0)
    await store.replay("a")
    claims = await store.claim(10, LEASE)
    assert sorted(name for claim in claims for name in carried(claim)) == ["a", "b"]


async def test_purge_of_many_is_complete(store: Store, clock: Clock) -> None:
    """It works in parts, but leaves nothing over."""
    names = [f"d{n}" for n in range(1203)]
    await receive_all(store, names, outcome="")
    clock.advance(10.0)
    assert await store.purge(bodies_after=5.0, rows_after=5.0) == Purged(1203, 1203)


async def test_stats_count_what_waits(store: Store, clock: Clock) -> None:
    """Pending, dead, and the age of the oldest that is pending."""
    assert await store.stats() == Stats(0, 0, None)
    await store.receive(delivery("a"))
    await finish_one(store, DEAD)
    await store.receive(delivery("b", "o/r#2"))
    await store.receive(delivery("c", "o/r#3"))
    clock.advance(7.0)
    assert await store.stats() == Stats(pending=2, dead=1, oldest=7.0)


async def test_listener_hears_of_work_from_any_process(store: Store, clock: Clock) -> None:
    """Whoever accepts it in this process, waiting workers are woken."""
    heard = asyncio.Event()
    store.subscribe(heard.set)
    heard.clear()
    await store.receive(delivery("a"))
    async with asyncio.timeout(5):
        await heard.wait()


async def test_closed_store_says_so(url: str) -> None:
    """After close, nothing is accepted and nothing hangs."""
    store = await open_store(url)
    await store.close()
    with pytest.raises(StoreUnavailable):
        await store.receive(delivery("a"))
    await store.close()


async def test_schema_moves_forward_under_an_older_release(
    url: str, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new release upgrades the database in place, and the one before goes on working with it."""
    older = await open_store(url, clock)
    await older.receive(delivery("a"))
    for engine in (sqlite_file, postgres_queries):
        added = ["alter table inbox add column note text"]
        monkeypatch.setattr(engine, "MIGRATIONS", [*engine.MIGRATIONS, added])
    newer = await open_store(url, clock)
    monkeypatch.undo()
    reopened = await open_store(url, clock)
    assert not (await older.receive(delivery("a"))).is_new
    assert (await newer.receive(delivery("b"))).is_new
    assert carried(await claim_one(reopened)) == ["a", "b"]
    for each in (older, newer, reopened):
        await each.close()


async def test_schema_that_breaks_older_releases_is_refused(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database that this release would damage is not opened."""
    monkeypatch.setattr("bot.work.schema.READABLE_FROM", 99)
    await (await open_store(url)).close()
    with pytest.raises(IncompatibleSchema, match="schema 1"):
        await open_store(url)


@pytest.mark.parametrize("url", ["", "mysql://db/x", "sqlite://", "sqlite:///", "postgresql:x"])
async def test_url_that_names_no_store_is_refused(url: str) -> None:
    """One sentence says what a URL must look like."""
    with pytest.raises(ValueError, match="DATABASE_URL must be"):
        await open_store(url)
