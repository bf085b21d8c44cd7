"""Primary rate limits, counted for each principal and resource."""

from dataclasses import dataclass, field

from tests.github.state import World

LIMITS = {"core": 5000, "graphql": 5000}
ANONYMOUS_LIMIT = 60
WINDOW = 3600


@dataclass(slots=True)
class Allowance:
    limit: int
    reset: int
    used: int = 0

    @property
    def remaining(self) -> int:
        return max(0, self.limit - self.used)

    @property
    def overview(self) -> dict[str, int]:
        return {
            "limit": self.limit,
            "used": self.used,
            "remaining": self.remaining,
            "reset": self.reset,
        }


@dataclass(slots=True)
class RateLimits:
    world: World
    allowances: dict[tuple[str, str], Allowance] = field(default_factory=dict)

    def of(self, principal: str, resource: str) -> Allowance:
        """The allowance now in force; a new one once the old one's window is over."""
        now = int(self.world.now().timestamp())
        found = self.allowances.get((principal, resource))
        if found is None or found.reset <= now:
            limit = ANONYMOUS_LIMIT if principal == "anonymous" else LIMITS[resource]
            found = self.allowances[principal, resource] = Allowance(limit, now + WINDOW)
        return found

    def exhaust(self, reset_in: int = WINDOW, resource: str = "core") -> None:
        """Use up what every principal known so far, and each installation, has left."""
        reset = int(self.world.now().timestamp()) + reset_in
        installed = {(f"installation {each}", resource) for each in self.world.installations}
        for key in installed | {key for key in self.allowances if key[1] == resource}:
            limit = self.of(*key).limit
            self.allowances[key] = Allowance(limit, reset, limit)

    def headers(self, principal: str, resource: str) -> dict[str, str]:
        overview = self.of(principal, resource).overview
        shown = {f"X-RateLimit-{name.title()}": str(value) for name, value in overview.items()}
        return shown | {"X-RateLimit-Resource": resource}
