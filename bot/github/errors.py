"""What can go wrong between us and GitHub, told apart by what a caller can do about it."""


class GitHubError(Exception):
    """GitHub did not do what was asked. The message is fit to be shown to a contributor."""


class Unavailable(GitHubError):  # noqa: N818  # named for what it means, as the store's errors are
    """GitHub is down, slow or cut the answer short: the same work may succeed later."""


class RateLimited(Unavailable):
    """GitHub asks us to wait `retry_after` seconds, or only to wait, which is not `is_stated`."""

    def __init__(self, message: str, retry_after: float, *, is_stated: bool = True) -> None:
        super().__init__(message)
        self.retry_after = retry_after
        self.is_stated = is_stated


class Unauthorised(Unavailable):
    """Our credentials were refused; an installation's token has been dropped for a new one.

    `clock` is GitHub's time as it answered, in Unix seconds, by which ours may have been wrong.
    """

    def __init__(self, message: str, clock: float | None) -> None:
        super().__init__(message)
        self.clock = clock


class Refused(GitHubError):  # noqa: N818
    """GitHub understood and said no; asking again will not help."""


class Missing(Refused):
    """What was asked for does not exist, or this App may not see it (any more)."""


class Renamed(GitHubError):  # noqa: N818
    """The repository goes by another name now, under which it is the same work."""

    def __init__(self, repository: str) -> None:
        super().__init__(f"The repository is {repository} now.")
        self.repository = repository
