"""The public page: an index of the entries, a page each, and the rules, as static HTML.

Everything is made from a snapshot and nothing else, so that the same registry gives the same bytes,
in a folder (`registry-bot site`) as on the server. Links are relative: the pages work from the file
system and under any path.
"""

from bot.site.render import POLICY, not_found, render_site

__all__ = ["POLICY", "not_found", "render_site"]
