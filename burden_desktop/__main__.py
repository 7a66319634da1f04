"""`python -m burden_desktop` and the installed command."""

import gc
import sys


def main() -> int:
    # Until the program stands nothing becomes garbage, and the collector would look through all of it many times.
    gc.disable()
    from burden_desktop.app import start

    return start(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
