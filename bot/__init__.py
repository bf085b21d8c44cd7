"""The conversation: webhooks, durable work, GitHub, web pages and the command line.

Derive facts, decide by the pure `rules.review`, act on the difference from what GitHub shows.
"""
