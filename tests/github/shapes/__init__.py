"""Entities as the JSON objects of GitHub's REST API and webhook payloads."""
