"""GitHub: credentials and requests, what it shows of a pull request, and how to change that."""
