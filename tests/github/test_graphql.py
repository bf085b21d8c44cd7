"""The GraphQL side: GitHub's schema, and what it does with blobs, pages and failing aliases."""

import hashlib

import pytest

from tests.github.faults import refuse_field
from tests.github.graphql.endpoint import schema
from tests.github.graphql.mutations import MUTATION

SNAPSHOT = """
query Snapshot($owner: String!, $name: String!, $number: Int!, $app: Int!) {
  rateLimit { cost remaining resetAt }
  viewer { login }
  repository(owner: $owner, name: $name) {
    id databaseId nameWithOwner
    defaultBranchRef { name target { oid } }
    config: object(expression: "HEAD:README.md") { ...blob }
    labels(first: 10) { nodes { name } }
    pullRequests(first: 10, states: [OPEN], baseRefName: "main") { nodes { number } }
    pullRequest(number: $number) {
      id databaseId number state isDraft merged title body headRefOid headRefName
      headRepository { nameWithOwner } baseRefOid baseRefName changedFiles
      author { __typename login }
      files(first: 1) { nodes { path changeType additions deletions } pageInfo { hasNextPage } }
      labels(first: 10) { nodes { id name } }
      comments(last: 10) {
        nodes {
          id databaseId body author { __typename login } viewerDidAuthor isMinimized
          createdAt lastEditedAt
        }
      }
      reviews(last: 10) { nodes { id author { login } } }
      commits(last: 1) { nodes { commit { oid checkSuites(first: 1, filterBy: {appId: $app}) {
        nodes { checkRuns(first: 5, filterBy: {checkName: "registry review"}) {
          nodes { id databaseId status conclusion externalId title summary detailsUrl }
        } }
      } } } }
      timelineItems(first: 10, itemTypes: [LABELED_EVENT, UNLABELED_EVENT]) {
        nodes { __typename ... on LabeledEvent { actor { login } label { name } } }
      }
    }
  }
}
fragment blob on Blob { oid byteSize isBinary isTruncated text }
"""
VARIABLES = {"owner": "acme", "name": "registry", "number": 1}


@pytest.fixture
def query(github, registry, ask):
    async def run(text, **variables):
        return (await ask("POST", "/graphql", {"query": text, "variables": variables})).data

    return run


@pytest.fixture
def pull(registry):
    return registry.open_pull(
        author="ann", fork=True, changes={"README.md": "# Map\n", "new.md": "new\n"}
    )


def test_every_mutation_of_the_schema_has_a_resolver():
    """What the vendored schema offers, the fake carries out."""
    assert schema().mutation_type.fields.keys() == MUTATION.keys()


async def test_one_query_tells_all_of_a_pull_request(github, registry, pull, query):
    """The snapshot that a review starts from."""
    comment = pull.comment("<!-- registry-bot:review -->", by=github.bot)
    pull.add_labels(["ready"], by=github.bot)
    facts = {"name": "registry review", "head_sha": pull.head_sha, "conclusion": "success"}
    run = registry.create_check_run(facts, github.bot)
    answer = await query(SNAPSHOT, app=github.app.id, **VARIABLES)
    assert "errors" not in answer
    shown = answer["data"]["repository"]["pullRequest"]
    assert shown["headRefOid"] == pull.head_sha
    assert shown["headRepository"]["nameWithOwner"] == "ann/registry"
    assert shown["files"]["nodes"][0]["changeType"] == "MODIFIED"
    assert shown["files"]["pageInfo"]["hasNextPage"]
    suites = shown["commits"]["nodes"][0]["commit"]["checkSuites"]["nodes"]
    assert suites[0]["checkRuns"]["nodes"][0]["databaseId"] == run.id
    assert shown["timelineItems"]["nodes"][0]["actor"]["login"] == "registry-bot"
    assert [one["id"] for one in shown["comments"]["nodes"]] == [comment.node_id]


async def test_a_bot_is_named_without_its_suffix(github, pull, query):
    """GraphQL's author is `registry-bot`, a Bot; the viewer's own login keeps REST's form."""
    pull.comment("hi", by=github.bot)
    answer = await query(SNAPSHOT, app=github.app.id, **VARIABLES)
    comment = answer["data"]["repository"]["pullRequest"]["comments"]["nodes"][0]
    assert comment["author"] == {"__typename": "Bot", "login": "registry-bot"}
    assert comment["viewerDidAuthor"]
    assert answer["data"]["viewer"]["login"] == "registry-bot[bot]"


BLOB = """
query ($expression: String!) { repository(owner: "acme", name: "registry") {
  object(expression: $expression) { ... on Blob { oid byteSize isBinary isTruncated text } }
} }
"""


@pytest.mark.parametrize(("size", "truncated"), [(512_000, False), (512_001, True)])
async def test_a_blobs_text_is_cut_at_512000_bytes(registry, query, size, truncated):
    """The text is cut, not null, and no longer hashes to the blob's id."""
    registry.commit("main", {"big.md": "x" * size})
    blob = (await query(BLOB, expression="main:big.md"))["data"]["repository"]["object"]
    data = blob["text"].encode()
    hashed = hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()
    assert (blob["isTruncated"], len(data), blob["byteSize"]) == (truncated, 512_000, size)
    assert (hashed == blob["oid"]) is not truncated


async def test_a_binary_blob_has_no_text(registry, query):
    """A NUL byte makes it binary."""
    registry.commit("main", {"image.png": b"\x89PNG\0"})
    blob = (await query(BLOB, expression="main:image.png"))["data"]["repository"]["object"]
    assert (blob["isBinary"], blob["text"], blob["byteSize"]) == (True, None, 5)


async def test_a_forks_commit_is_seen_from_the_base_repository(registry, pull, query):
    """`<head sha>:<path>` works there, since a fork shares its parent's objects."""
    answer = await query(BLOB, expression=f"{pull.head_sha}:README.md")
    assert answer["data"]["repository"]["object"]["text"] == "# Map\n"
    assert (await query(BLOB, expression="main:gone"))["data"]["repository"]["object"] is None


async def test_mutations_run_in_order_and_fail_alone(github, registry, pull, query):
    """A failing alias is null with its path in `errors`; the others are done; HTTP says 200."""
    text = """
    mutation Act($pull: ID!, $label: [ID!]!, $gone: ID!) {
      say: addComment(input: {subjectId: $pull, body: "one"}) { commentEdge { node { id } } }
      lost: updateIssueComment(input: {id: $gone, body: "x"}) { issueComment { id } }
      mark: addLabelsToLabelable(input: {labelableId: $pull, labelIds: $label}) {
        labelable { ... on PullRequest { labels(first: 5) { nodes { name } } } }
      }
    }"""
    label = registry.create_label("ready")
    answer = await query(text, pull=pull.node_id, label=[label.node_id], gone="IC_none")
    assert answer["data"]["lost"] is None
    assert [(one["type"], one["path"]) for one in answer["errors"]] == [("NOT_FOUND", ["lost"])]
    assert answer["data"]["mark"]["labelable"]["labels"]["nodes"] == [{"name": "ready"}]
    assert [comment.body for comment in pull.comments] == ["one"]
    assert github.requests[-1].fields == [
        "addComment",
        "updateIssueComment",
        "addLabelsToLabelable",
    ]


async def test_one_alias_can_be_refused_by_a_fault(github, pull, query):
    """As minimizeComment is at times: FORBIDDEN, beside a comment that was made."""
    comment = pull.comment("old", by=github.bot)
    github.faults.add(refuse_field("minimizeComment", "Resource not accessible by integration"))
    text = """
    mutation ($comment: ID!, $pull: ID!) {
      hide: minimizeComment(input: {subjectId: $comment, classifier: OUTDATED}) {
        minimizedComment { isMinimized }
      }
      say: addComment(input: {subjectId: $pull, body: "new"}) { clientMutationId }
    }"""
    answer = await query(text, comment=comment.node_id, pull=pull.node_id)
    assert [(one["type"], one["path"]) for one in answer["errors"]] == [("FORBIDDEN", ["hide"])]
    assert (comment.minimized_reason, len(pull.comments)) == (None, 2)
    answer = await query(text, comment=comment.node_id, pull=pull.node_id)
    assert answer["data"]["hide"] == {"minimizedComment": {"isMinimized": True}}


async def test_check_runs_by_graphql_are_those_of_rest(github, registry, pull, query, ask):
    """Made by one, read by the other; completed stays completed."""
    text = """
    mutation ($repository: ID!, $sha: GitObjectID!) {
      createCheckRun(input: {repositoryId: $repository, name: "registry review", headSha: $sha,
        status: COMPLETED, conclusion: FAILURE, externalId: "1", output: {title: "t", summary: "s",
        annotations: [{path: "README.md", location: {startLine: 1, endLine: 2},
                       annotationLevel: FAILURE, message: "m"}]}}) { checkRun { databaseId id } }
    }"""
    made = (await query(text, repository=registry.node_id, sha=pull.head_sha))["data"]
    run = made["createCheckRun"]["checkRun"]
    here = f"/repos/acme/registry/check-runs/{run['databaseId']}"
    shown = (await ask("GET", here)).data
    assert (shown["conclusion"], shown["external_id"]) == ("failure", "1")
    (annotation,) = (await ask("GET", f"{here}/annotations")).data
    assert (annotation["annotation_level"], annotation["end_line"]) == ("failure", 2)
    again = """
    mutation ($repository: ID!, $run: ID!) {
      updateCheckRun(input: {repositoryId: $repository, checkRunId: $run, status: IN_PROGRESS}) {
        checkRun { id }
      }
    }"""
    answer = await query(again, repository=registry.node_id, run=run["id"])
    assert answer["errors"][0]["type"] == "UNPROCESSABLE"


async def test_review_threads_outside_the_diff_are_refused(registry, pull, query):
    """As in REST: nothing of the review is stored."""
    text = """
    mutation ($pull: ID!, $line: Int!) {
      addPullRequestReview(input: {pullRequestId: $pull, event: COMMENT, threads: [
        {path: "README.md", line: $line, side: RIGHT, body: "x"}]}) {
        pullRequestReview { comments(first: 1) { nodes { line outdated } } }
      }
    }"""
    answer = await query(text, pull=pull.node_id, line=2)
    assert answer["errors"][0]["type"] == "UNPROCESSABLE"
    assert pull.reviews == []
    shown = (await query(text, pull=pull.node_id, line=1))["data"]["addPullRequestReview"]
    comments = shown["pullRequestReview"]["comments"]["nodes"]
    assert comments == [{"line": 1, "outdated": False}]
    pull.push({"README.md": "# Other\n"})
    assert pull.reviews[0].comments[0].outdated


@pytest.mark.parametrize(
    ("page", "kind"),
    [("", "MISSING_PAGINATION_BOUNDARIES"), ("(first: 101)", "EXCESSIVE_PAGINATION")],
)
async def test_a_connection_wants_a_bound_within_100(pull, query, page, kind):
    """GitHub refuses a connection without first or last, and more than 100."""
    text = f"""{{ repository(owner: "acme", name: "registry") {{
      pullRequest(number: 1) {{ comments{page} {{ totalCount }} }} }} }}"""
    assert (await query(text))["errors"][0]["type"] == kind


async def test_pages_follow_each_other_by_cursor(pull, query):
    """`after` the end cursor of one page begins the next; `last` takes the end."""
    for number in range(5):
        pull.comment(str(number), by="ann")
    text = """query ($page: Int, $tail: Int, $after: String) {
      repository(owner: "acme", name: "registry") { pullRequest(number: 1) {
        comments(first: $page, last: $tail, after: $after) {
          nodes { body } pageInfo { endCursor hasNextPage hasPreviousPage } } } } }"""

    async def page(**variables):
        shown = (await query(text, **variables))["data"]["repository"]["pullRequest"]["comments"]
        return "".join(one["body"] for one in shown["nodes"]), shown["pageInfo"]

    bodies, info = await page(page=3)
    assert (bodies, info["hasNextPage"]) == ("012", True)
    bodies, info = await page(page=3, after=info["endCursor"])
    assert (bodies, info["hasNextPage"], info["hasPreviousPage"]) == ("34", False, True)
    assert (await page(tail=2))[0] == "34"


async def test_a_document_outside_the_schema_is_a_violation(github, query):
    """Unknown fields are refused by GitHub's schema and remembered."""
    answer = await query("{ repository(owner: 1) { nothing } }")
    assert "data" not in answer
    assert len(github.violations) == 3
    github.violations.clear()


async def test_a_field_that_the_fake_cannot_answer_is_a_violation(github, query):
    """It is never answered with a made-up null."""
    answer = await query("""{ repository(owner: "acme", name: "registry") { stargazerCount } }""")
    assert "stargazerCount" in answer["errors"][0]["message"]
    assert len(github.violations) == 1
    github.violations.clear()


async def test_nodes_are_found_by_id(github, registry, pull, query):
    """What is missing is null with an error of its own."""
    text = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }"
    answer = await query(text, ids=[pull.node_id, "PR_none"])
    assert answer["data"]["nodes"] == [{"__typename": "PullRequest", "id": pull.node_id}, None]
    assert answer["errors"][0]["type"] == "NOT_FOUND"


async def test_issues_are_found_by_label(registry, query):
    """Issues are listed by any of the labels asked for, newest first, without pull requests."""
    first = registry.open_issue("One", labels=["failed-attempt"])
    registry.open_issue("Two")
    second = registry.open_issue("Three", labels=["Failed-Attempt"])
    second.close()
    text = """
    query Reports($labels: [String!]) { repository(owner: "acme", name: "registry") {
      issues(first: 5, labels: $labels, orderBy: {field: CREATED_AT, direction: DESC}) {
        nodes { number state }
      }
    } }"""
    answer = await query(text, labels=["failed-attempt"])
    assert answer["data"]["repository"]["issues"]["nodes"] == [
        {"number": second.number, "state": "CLOSED"},
        {"number": first.number, "state": "OPEN"},
    ]


async def test_whether_the_viewer_has_reacted(github, registry, query):
    """A reaction counts as the viewer's only if this App made it."""
    comment = registry.open_issue("One").comment("hello", by="ann")
    comment.react("+1", by="ann")
    text = """
    query Reacted($id: ID!) { node(id: $id) { ... on IssueComment {
      up: reactions(content: THUMBS_UP, first: 1) { viewerHasReacted totalCount }
    } } }"""
    before = await query(text, id=comment.node_id)
    comment.react("+1", by=github.bot)
    after = await query(text, id=comment.node_id)
    assert before["data"]["node"]["up"] == {"viewerHasReacted": False, "totalCount": 1}
    assert after["data"]["node"]["up"] == {"viewerHasReacted": True, "totalCount": 2}
