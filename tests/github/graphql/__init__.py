"""The GraphQL API: GitHub's own schema, resolved for the part that is used."""
