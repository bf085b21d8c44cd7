"""Webhooks: what is told, signed how, in which order, and the log of it all."""

import hashlib
import hmac
import json
import random
from urllib.parse import parse_qs

import pytest
from aiohttp import web

from tests.github.deliveries import sign
from tests.github.validation import check_webhook

DAY = 24 * 3600


class Receiver:
    """An App's webhook that keeps what it was sent."""

    def __init__(self) -> None:
        self.got: list[tuple[dict[str, str], bytes]] = []
        self.status = 202

    async def take(self, request: web.Request) -> web.Response:
        self.got.append((dict(request.headers), await request.read()))
        return web.Response(status=self.status)

    @property
    def events(self) -> list[str]:
        names = [(headers["X-GitHub-Event"], json.loads(body)) for headers, body in self.got]
        return [".".join(filter(None, (name, body.get("action")))) for name, body in names]


@pytest.fixture
async def receiver(github, registry, aiohttp_server):
    one = Receiver()
    app = web.Application()
    app.router.add_post("/webhook", one.take)
    server = await aiohttp_server(app)
    github.webhook_url = str(server.make_url("/webhook"))
    return one


async def test_a_delivery_is_signed(github, registry, receiver):
    """The HMAC of the raw body, under the App's secret, with GitHub's headers."""
    registry.open_pull(author="ann", fork=True, changes={"README.md": "# Map\n"})
    (delivery,) = await github.deliver_waiting()
    headers, body = receiver.got[0]
    digest = hmac.new(github.app.webhook_secret.encode(), body, hashlib.sha256).hexdigest()
    assert headers["X-Hub-Signature-256"] == f"sha256={digest}"
    assert headers["X-GitHub-Delivery"] == delivery.guid
    assert headers["User-Agent"].startswith("GitHub-Hookshot/")
    assert (delivery.status_code, delivery.status) == (202, "OK")


async def test_a_pull_requests_life_is_told(github, registry, receiver):
    """Each step by its own action; a push to a fork tells only the pull request."""
    registry.commit("next", {"README.md": "# Next\n"})
    pull = registry.open_pull(author="ann", fork=True, changes={"README.md": "# Map\n"}, draft=True)
    pull.push({"README.md": "# Other\n"})
    pull.change_base("next")
    pull.edit(title="Better")
    pull.ready()
    pull.close()
    pull.reopen()
    pull.merge(by="acme")
    await github.deliver_waiting()
    assert receiver.events == [
        "push",
        "check_suite.requested",
        "pull_request.opened",
        "pull_request.synchronize",
        "pull_request.edited",
        "pull_request.edited",
        "pull_request.ready_for_review",
        "pull_request.closed",
        "pull_request.reopened",
        "pull_request.closed",
        "push",
        "check_suite.requested",
    ]


async def test_the_apps_own_deeds_are_told_too(github, registry, receiver):
    """Its comments, labels and check runs come back to it as events."""
    issue = registry.open_issue("Tried it", author="zed")
    issue.comment("hi", by=github.bot)
    issue.add_labels(["needs-info"], by=github.bot)
    facts = {"name": "registry review", "head_sha": registry.branches["main"]}
    run = registry.create_check_run(facts, github.bot)
    run.change({"conclusion": "neutral"}, github.bot)
    run.rerequest(by="zed")
    run.suite.rerequest(by="zed")
    sent = await github.deliver_waiting()
    assert receiver.events == [
        "issues.opened",
        "issue_comment.created",
        "issues.labeled",
        "check_run.created",
        "check_run.completed",
        "check_suite.completed",
        "check_run.rerequested",
        "check_suite.rerequested",
    ]
    assert sent[1].payload["sender"]["login"] == "registry-bot[bot]"


async def test_only_what_was_subscribed_to_is_told(github, registry, receiver):
    """Unsubscribed events and foreign repositories are silent; installations never are."""
    github.app.events = ["issues"]
    registry.open_pull(author="ann", fork=True, changes={"README.md": "# Map\n"})
    github.create_repository("acme/other", {"a": "b"}).open_issue("Elsewhere", author="zed")
    registry.open_issue("Here", author="zed")
    github.install(github.world.repository("acme/other"))
    await github.deliver_waiting()
    assert receiver.events == ["issues.opened", "installation_repositories.added"]


async def test_payloads_keep_no_fact_of_their_examples(github, registry, receiver):
    """What an example is of shows nowhere in what is sent, and GitHub's description fits."""
    installation = github.world.installation_of(github.app, registry)
    registry.open_issue("Tried it", author="zed").comment("hi", by="ann").edit("ho")
    registry.issues[1].edit(body="more")
    registry.issues[1].comments[0].delete()
    registry.issues[1].add_labels(["needs-info"], by="ann")
    pull = registry.open_pull(author="ann", fork=True, changes={"README.md": "# Map\n"})
    assert github.deliveries.waiting[-1].payload["number"] == pull.number
    pull.review(github.bot, body="see")
    pull.push({"README.md": "# Other\n"})
    facts = {"name": "registry review", "head_sha": pull.head_sha, "conclusion": "success"}
    run = registry.create_check_run(facts, github.bot)
    run.rerequest(by="ann")
    run.suite.rerequest(by="ann")
    pull.merge(by="acme")
    github.request_merge_checks(registry, pull.head_sha, pull.number)
    github.world.uninstall(installation)
    github.install(registry)
    github.deliveries.ping()
    for delivery in github.deliveries.waiting:
        text = delivery.body.decode().lower()
        for name in ("codertocat", "octocat", "hello-world", "octo-org", "wolfy1339", "gr2m"):
            assert name not in text, (delivery.event, delivery.action, name)
        assert check_webhook(delivery.event, delivery.action, delivery.payload) == []
    assert {one.event for one in github.deliveries.waiting} >= {"ping", "merge_group", "push"}


async def test_deliveries_are_dropped_doubled_and_reordered(github, registry, receiver):
    """Lost ones stand in the log as failed; a double has the same GUID."""
    for number in range(4):
        registry.open_issue(f"Issue {number}", author="zed")
    dropped = github.deliveries.waiting[0].guid
    github.deliveries.drop = lambda delivery: delivery.guid == dropped
    github.deliveries.copies = lambda delivery: 2
    github.deliveries.order = lambda batch: random.Random(1).sample(batch, len(batch))
    sent = await github.deliver_waiting()
    guids = [headers["X-GitHub-Delivery"] for headers, _ in receiver.got]
    assert len(guids) == 6
    assert all(guids.count(guid) == 2 for guid in guids)
    assert guids != sorted(guids, key=[one.guid for one in sent].index) or dropped not in guids
    assert [one.status_code for one in sent if one.guid == dropped] == [502, 502]
    assert [one.payload["issue"]["number"] for one in sent[::2]] != [1, 2, 3, 4]


async def test_automatic_deliveries_go_out_by_themselves(github, registry, receiver):
    """In the order in which things happened."""
    github.deliveries.automatic = True
    registry.open_issue("Tried it", author="zed").comment("hi", by="ann")
    await github.deliveries.settle()
    assert receiver.events == ["issues.opened", "issue_comment.created"]


async def test_the_log_is_read_and_redelivered_by_the_app(github, registry, receiver, ask, app_jwt):
    """Newest first, page by page; a redelivery has a new id and the old GUID; it lasts 3 days."""
    receiver.status = 500
    for number in range(3):
        registry.open_issue(f"Issue {number}", author="zed")
    await github.deliver_waiting()
    first = await ask("GET", "/app/hook/deliveries?per_page=2", token=app_jwt())
    assert [one["status_code"] for one in first.data] == [500, 500]
    assert 'rel="next"' in first.headers["Link"]
    following = first.headers["Link"].split(">")[0].removeprefix(f"<{github.url}")
    (oldest,) = (await ask("GET", following, token=app_jwt())).data
    path = f"/app/hook/deliveries/{oldest['id']}"
    whole = (await ask("GET", path, token=app_jwt())).data
    assert whole["request"]["payload"]["issue"]["title"] == "Issue 0"
    receiver.status = 202
    assert (await ask("POST", f"{path}/attempts", token=app_jwt())).status == 202
    (again,) = await github.deliver_waiting()
    assert (again.guid, again.redelivery, again.status_code) == (oldest["guid"], True, 202)
    github.clock.advance(3 * DAY)
    assert (await ask("GET", "/app/hook/deliveries", token=app_jwt())).data == []


async def test_a_form_encoded_delivery_is_signed_as_sent(github, registry, receiver):
    """The payload is one form field; the signature is that of the form."""
    github.deliveries.form_encoded = True
    delivery = await github.deliver("issues", {"action": "opened"})
    headers, body = receiver.got[0]
    assert headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert json.loads(parse_qs(body.decode())["payload"][0]) == delivery.payload
    assert headers["X-Hub-Signature-256"] == sign(github.app.webhook_secret, body)


async def test_any_payload_can_be_delivered(github, receiver):
    """A test's own event goes out signed like GitHub's."""
    delivery = await github.deliver("watch", {"action": "started"})
    assert (receiver.events, delivery.status_code) == (["watch.started"], 202)
