"""What GitHub shows of our own work on a pull request, as parts of the one query that reads it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.github.client import Installation
from bot.github.connection import all_nodes

CHECK_NAME = "registry review"


@dataclass(frozen=True, slots=True)
class ShownComment:
    id: str
    body: str


@dataclass(frozen=True, slots=True)
class ShownCheck:
    """A check run of ours on the head; enum values are lower case, as REST spells them."""

    id: str
    status: str
    conclusion: str | None
    title: str
    summary: str
    text: str


@dataclass(frozen=True, slots=True)
class ShownLabels:
    """Labels by name (as GitHub spells them): what the pull request has, and who put it there."""

    present: frozenset[str]
    ours: frozenset[str]
    taken_away: frozenset[str]
    """Labels that a person removed last; they stay off."""
    ids: Mapping[str, str]
    """Node ids of the repository's labels that we asked for, by name."""


@dataclass(frozen=True, slots=True)
class ShownReviewComment:
    id: str
    body: str
    is_minimized: bool


@dataclass(frozen=True, slots=True)
class ShownReview:
    """A review of ours; `head` is the commit it was made on, empty when that is gone."""

    head: str
    comments: tuple[ShownReviewComment, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What GitHub shows of our work on a pull request, oldest first."""

    comments: tuple[ShownComment, ...]
    checks: tuple[ShownCheck, ...]
    labels: ShownLabels
    reviews: tuple[ShownReview, ...] = ()


_COMMENTS = "nodes { id body viewerDidAuthor } pageInfo { hasNextPage endCursor }"

# Our reviews hold ten comments at most; of those of others only the author matters.
_REVIEWS = """
  nodes { viewerDidAuthor commit { oid } comments(first: 10) { nodes { id body isMinimized } } }
  pageInfo { hasNextPage endCursor }
"""

ON_CONVERSATION = """
  labels(first: 100) { nodes { name } }
  timelineItems(last: 100, itemTypes: [LABELED_EVENT, UNLABELED_EVENT]) { nodes {
    __typename
    ... on LabeledEvent { actor { login } label { name } }
    ... on UnlabeledEvent { actor { login } label { name } }
  } }
"""
"""The fields of an issue or pull request that `read_labels` needs."""

ON_PULL = f"""
  {ON_CONVERSATION}
  comments(first: 100) {{ {_COMMENTS} }}
  reviews(first: 50, states: [COMMENTED]) {{ {_REVIEWS} }}
"""
"""The fields of a pull request that `read_shown` needs."""

ON_HEAD = f"""
  ... on Commit {{ checkSuites(first: 20, filterBy: {{appId: $app, checkName: "{CHECK_NAME}"}}) {{
    nodes {{ checkRuns(first: 50, filterBy: {{checkName: "{CHECK_NAME}", checkType: ALL}}) {{
      nodes {{ id databaseId status conclusion externalId title summary text }}
    }} }}
  }} }}
"""
"""The fields of the head commit that `read_shown` needs; `$app` is this App's number."""

_MORE_COMMENTS = f"""
query MoreComments($id: ID!, $after: String!) {{ node(id: $id) {{ ... on PullRequest {{
  comments(first: 100, after: $after) {{ {_COMMENTS} }}
}} }} }}
"""

_MORE_REVIEWS = f"""
query MoreReviews($id: ID!, $after: String!) {{ node(id: $id) {{ ... on PullRequest {{
  reviews(first: 50, after: $after, states: [COMMENTED]) {{ {_REVIEWS} }}
}} }} }}
"""


async def read_shown(
    github: Installation, answer: Mapping[str, Any], number: int, marker: str
) -> Shown:
    """Read what the query's answer shows of our work; comments are those that begin with `marker`.

    Comments and reviews are ours by their author alone: whatever others write changes nothing.
    """
    repository = answer["repository"]
    pull = repository["pullRequest"]
    return Shown(
        comments=tuple(
            [
                ShownComment(node["id"], node["body"])
                async for node in all_nodes(github, pull, "comments", _MORE_COMMENTS)
                if node["viewerDidAuthor"] and node["body"].startswith(marker)
            ]
        ),
        checks=tuple(_checks(repository["head"], number)),
        labels=read_labels(answer["viewer"], repository, pull),
        reviews=tuple(
            [
                _review(node)
                async for node in all_nodes(github, pull, "reviews", _MORE_REVIEWS)
                if node["viewerDidAuthor"]
            ]
        ),
    )


def _checks(head: Mapping[str, Any] | None, number: int) -> Iterator[ShownCheck]:
    suites = ((head or {}).get("checkSuites") or {}).get("nodes") or []
    runs = [run for suite in suites for run in suite["checkRuns"]["nodes"]]
    for run in sorted(runs, key=lambda run: run["databaseId"]):
        if run["externalId"] == str(number):
            yield ShownCheck(
                id=run["id"],
                status=run["status"].lower(),
                conclusion=(run["conclusion"] or "").lower() or None,
                title=run["title"] or "",
                summary=run["summary"] or "",
                text=run["text"] or "",
            )


def _review(node: Mapping[str, Any]) -> ShownReview:
    return ShownReview(
        head=(node["commit"] or {}).get("oid", ""),
        comments=tuple(
            ShownReviewComment(comment["id"], comment["body"], comment["isMinimized"])
            for comment in node["comments"]["nodes"]
        ),
    )


def read_labels(
    viewer: Mapping[str, Any], repository: Mapping[str, Any], subject: Mapping[str, Any]
) -> ShownLabels:
    """Read the labels of an issue or pull request, by the events that put them there.

    `repository` holds the labels asked for under aliases that begin with `label`.
    """
    us = _login(viewer)
    ours: dict[str, bool] = {}  # label → whether its last event was our putting it there
    away: dict[str, bool] = {}  # label → whether its last event was a person's taking it away
    for event in subject["timelineItems"]["nodes"]:
        name, mine = event["label"]["name"], _login(event["actor"]) == us
        added = event["__typename"] == "LabeledEvent"
        ours[name] = added and mine
        away[name] = not added and not mine
    known = (value for key, value in repository.items() if key.startswith("label") and value)
    return ShownLabels(
        present=frozenset(node["name"] for node in subject["labels"]["nodes"]),
        ours=frozenset(name for name, value in ours.items() if value),
        taken_away=frozenset(name for name, value in away.items() if value),
        ids={label["name"]: label["id"] for label in known},
    )


def _login(actor: Mapping[str, Any] | None) -> str:
    """Return a login as GraphQL spells a Bot's: REST and `viewer` add `[bot]`."""
    return str((actor or {}).get("login", "")).removesuffix("[bot]")
