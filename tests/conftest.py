pytest_plugins = ["tests.github.plugin"]
