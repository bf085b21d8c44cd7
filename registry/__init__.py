"""The meaning: read, compare and edit a bottleneck registry.

Pure functions over text and values: no network, no clock, no environment, no GitHub.
Reading never raises on a contributor's bytes; what cannot be read is returned as a `Problem`.
"""
