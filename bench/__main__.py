"""`python -m bench [NAME …]` runs the benchmarks named, or all of them.

Each module of this package is a benchmark with a `main()` that prints a small table. They measure
and show; nothing here passes or fails.
"""

import sys
from importlib import import_module
from pkgutil import iter_modules

import bench


def main(wanted: list[str]) -> int:
    known = sorted(module.name for module in iter_modules(bench.__path__) if module.name[0] != "_")
    if unknown := sorted(set(wanted) - set(known)):
        print(f"There is no benchmark {', '.join(unknown)}; there are {', '.join(known)}.")
        return 2
    for name in wanted or known:
        print(f"── {name}")
        import_module(f"bench.{name}").main()
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
