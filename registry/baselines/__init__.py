"""The baseline file: the facts and ranges that the projection is computed from."""
