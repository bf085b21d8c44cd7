"""The REST API: one handler for each vendored operation."""
