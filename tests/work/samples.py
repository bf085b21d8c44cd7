"""Deliveries and a clock to try the store with."""

from bot.work.store import Delivery, Settlement, Verdict

DONE = Settlement(Verdict.DONE, "reviewed")
DEAD = Settlement(Verdict.DEAD, "it broke")
LEASE = 10.0


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self, now: float = 1_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += seconds


def delivery(name: str, subject: str = "o/r#1", event: str = "pull_request") -> Delivery:
    return Delivery(name, subject, event, f"body of {name}".encode(), 1_000_000.0)
