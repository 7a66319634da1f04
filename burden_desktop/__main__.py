"""`python -m burden_desktop` and the installed command."""

import sys

from burden_desktop.app import start


def main() -> int:
    return start(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
