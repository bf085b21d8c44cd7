"""Citations: what counts as one, what its normal form is, and what only looks like one."""

from registry.citations.scanner import Found, NearMiss, find, find_all, near_misses
from registry.citations.works import Citation, Kind

__all__ = ["Citation", "Found", "Kind", "NearMiss", "find", "find_all", "near_misses"]
