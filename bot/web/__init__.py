"""The web server: takes deliveries, answers health checks, shows pages."""
